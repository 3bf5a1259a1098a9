import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/**
 * The network address that limits are kept by. Behind proxies it is the one that the outermost of them heard from, which it added to
 * `x-forwarded-for`; what stands before it there was written by the client itself and means nothing. Of IPv6 only the network counts:
 * one household has 2⁶⁴ addresses.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  proxies: number,
): string {
  const forwarded = proxies > 0 ? String(headers['x-forwarded-for'] ?? '').split(',') : []
  const address = forwarded.at(-proxies)?.trim() || (socket.remoteAddress ?? 'unknown')
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return mapped ?? networkOf(address)
}

function networkOf(address: string): string {
  const [before = '', after] = address.split('%', 1)[0]?.toLowerCase().split('::') ?? []
  const head = before.split(':').filter(Boolean)
  const tail = after?.split(':').filter(Boolean) ?? []
  const zeros = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}
