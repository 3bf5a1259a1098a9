import type { IncomingMessage } from 'node:http'

export const bodyLimits = {
  /** The largest request body: far more than any operation with its variables needs. */
  requestBytes: 100 * 1024,
} as const

/** The body as text. Null when it is larger than a request may be; what follows is then not read. */
export function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= bodyLimits.requestBytes) return void chunks.push(chunk)
      request.removeAllListeners('data')
      request.resume()
      resolve(null)
    })
    request.once('end', () => resolve(chunks.length === 1 ? String(chunks[0]) : Buffer.concat(chunks).toString('utf8')))
    request.once('error', reject)
  })
}
