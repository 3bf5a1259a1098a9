import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

/** What became of commits that went through. */
export type LosingProxy = {
  /** Where PostgreSQL is reached through the proxy, with the path and user of the address that was given. */
  readonly url: string
  /** From now on this share of commits loses its reply, and as many are lost before PostgreSQL hears of them. */
  lose(share: number): void
  readonly lost: { replies: number; requests: number }
  close(): Promise<void>
}

/**
 * A way to PostgreSQL on which commits get lost: the connection is cut after PostgreSQL has committed and before anybody learns of it, or before
 * it has heard of the commit. To the program both look the same: it does not know whether what it did stands.
 */
export async function startLosingProxy(databaseUrl: string, random: () => number): Promise<LosingProxy> {
  const target = new URL(databaseUrl)
  const lost = { replies: 0, requests: 0 }
  let share = 0
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    const cut = (): void => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', cut)
      socket.on('close', () => {
        sockets.delete(socket)
        cut()
      })
    }
    const isCommitRequest = messageReader('FROM_CLIENT', 'Q', 'commit')
    const isCommitReply = messageReader('FROM_SERVER', 'C', 'COMMIT')
    client.on('data', (chunk) => {
      if (isCommitRequest(chunk) && random() < share) {
        lost.requests++
        return cut()
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      if (isCommitReply(chunk) && random() < share) {
        lost.replies++
        return cut()
      }
      client.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    lose: (of) => void (share = of),
    lost,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/**
 * Follows one direction of a connection of PostgreSQL's protocol 3: whether a chunk brings the end of a message of this type with this text.
 * What the client says first has no type.
 */
function messageReader(
  from: 'FROM_CLIENT' | 'FROM_SERVER',
  type: string,
  text: string,
): (chunk: Buffer<ArrayBufferLike>) => boolean {
  let rest: Buffer = Buffer.alloc(0)
  let first = from === 'FROM_CLIENT'
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    let found = false
    for (;;) {
      const typeLength = first ? 0 : 1
      if (rest.length < typeLength + 4) return found
      const length = typeLength + rest.readInt32BE(typeLength)
      if (rest.length < length) return found
      const isOfType = !first && rest.toString('latin1', 0, 1) === type
      if (isOfType && rest.toString('latin1', 5, length - 1) === text) found = true
      first = false
      rest = rest.subarray(length)
    }
  }
}
