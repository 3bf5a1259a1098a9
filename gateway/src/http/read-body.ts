import type { IncomingMessage } from 'node:http'

export const bodyLimits = {
  /** The largest request body: far more than any operation with its variables needs. */
  requestBytes: 100 * 1024,
} as const

/** The body as text. Null when it is larger than a request may be; what follows is then not kept. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const bytes = await readBytes(request)
  return bytes && bytes.toString('utf8')
}

/** The body as it came. Null when it is larger than a request may be, or than so many bytes. */
export function readBytes(request: IncomingMessage, most: number = bodyLimits.requestBytes): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) return void chunks.push(chunk)
      request.removeAllListeners('data')
      request.resume()
      resolve(null)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', reject)
  })
}
