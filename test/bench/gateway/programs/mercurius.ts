import { loadPeer } from '../peers.ts'

type Fastify = (options: { logger: boolean }) => {
  register(plugin: unknown, options: Record<string, unknown>): unknown
  listen(options: { port: number; host: string }): Promise<string>
}

/** Connections to each subgraph, as many as the load has: with fewer its calls wait for each other. */
const connections = 50

/** The Mercurius gateway with jit, which its documentation advises. It composes the graph itself, from the subgraphs' SDL. */
const [services = '[]', port] = process.argv.slice(2)
const fastify = loadPeer('mercurius', 'fastify') as Fastify
const app = fastify({ logger: false })
app.register(loadPeer('mercurius', '@mercuriusjs/gateway'), {
  jit: 1,
  gateway: { services: (JSON.parse(services) as object[]).map((service) => ({ ...service, connections })) },
})
await app.listen({ port: Number(port), host: '127.0.0.1' })
