import ipaddr from 'ipaddr.js'

/** The longest address of a webhook. */
export const longestUrl = 2_000
/** Names that mean this machine or its net, wherever they are asked for (RFC 6761, RFC 8375, and what clouds and firms use). */
const localNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|corp|home|localdomain)$/

/**
 * Whether an address of the net is one that anybody may be sent to: no private, loopback, link-local, unique-local, shared (CGNAT),
 * multicast, documentation or otherwise reserved one, nor one that carries such a one within it (mapped, 6to4, NAT64, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  // Only 2000::/3 is given out to anybody (RFC 4291); what else there is may be used within a net.
  return address.kind() === 'ipv4' || ((address.toByteArray()[0] ?? 0) & 0xe0) === 0x20
}

/**
 * The target of a webhook as it was stated, or what is wrong with it. What it is called must not be local, and when it is an address, in
 * whatever spelling, a public one. What its name leads to is looked at when it is connected to.
 * @param allowPrivate for development and tests: http and any address are taken
 */
export function readTarget(text: string, allowPrivate: boolean): URL | { fault: string } {
  if (text.length > longestUrl) return { fault: `It has at most ${longestUrl} characters.` }
  const url = URL.parse(text)
  if (!url) return { fault: 'It must be a URL such as https://example.org/hub.' }
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    return { fault: 'It must begin with https://.' }
  if (url.username !== '' || url.password !== '')
    return { fault: 'It must hold no login name and no password: messages are signed instead.' }
  if (url.hash !== '') return { fault: 'It must hold no fragment (#…).' }
  if (allowPrivate) return url
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? url : { fault: notPublic }
  // A URL's host whose last label is a number is an address or no URL at all: names are all that is left.
  if (!host.includes('.') || localNames.test(host)) return { fault: 'Its host must be one of the public net.' }
  return url
}

/** What is said of a target that is not of the public net. Where exactly it leads is not told. */
export const notPublic = 'Its host must lead to public addresses only.'
