import type { IncomingMessage } from 'node:http'

/** A request's body as it came, or its size when it is larger than allowed: then no more of it is kept. */
export function readMessage(request: IncomingMessage, mostBytes: number): Promise<Buffer | number> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= mostBytes) return void chunks.push(chunk)
      request.removeAllListeners('data')
      request.resume()
      resolve(Math.max(size, Number(request.headers['content-length'] ?? 0)))
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', reject)
  })
}
