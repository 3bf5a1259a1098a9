import { createServer } from 'node:net'
import { errorCode } from './error-code.ts'

const LOOPBACK = '127.0.0.1'

/** A TCP port that nobody listens on at 127.0.0.1. Another process may take it before you do: be ready to ask again. */
export async function freePort(): Promise<number> {
  const port = await listenBriefly(0)
  if (port === undefined)
    throw new Error('No free port on 127.0.0.1: end programs that hold many connections, then retry.')
  return port
}

/** Whether one could listen at 127.0.0.1 on this port now. */
export async function portIsFree(port: number): Promise<boolean> {
  return (await listenBriefly(port)) !== undefined
}

function listenBriefly(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => {
      const taken = ['EADDRINUSE', 'EACCES'].includes(errorCode(error) ?? '')
      if (taken) resolve(undefined)
      else reject(error)
    })
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address()
      const given = typeof address === 'object' && address !== null ? address.port : undefined
      server.close(() => resolve(given))
    })
  })
}
