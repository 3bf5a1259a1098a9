import { createServer, type AddressInfo } from 'node:net'

/** What a contestant says when it is ready. */
export type Ready = { readonly port: number; readonly controlPort: number }

/** What a contestant holds in memory, garbage aside. */
export type Held = { readonly rssMiB: number; readonly heapMiB: number }

/** Tells the benchmark where the contestant listens, and publishes one event for each byte that its control port hears. */
export async function control(port: number, publish: () => void): Promise<void> {
  const server = createServer((socket) => {
    socket.setNoDelay()
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => bytes.forEach(() => publish()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.on('message', () => {
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    process.send?.({ rssMiB: rss / 1024 ** 2, heapMiB: heapUsed / 1024 ** 2 } satisfies Held)
  })
  process.once('disconnect', () => process.exit())
  process.send?.({ port, controlPort: (server.address() as AddressInfo).port } satisfies Ready)
}
