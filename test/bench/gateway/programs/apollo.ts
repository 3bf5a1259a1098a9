import { readFileSync } from 'node:fs'
import { loadPeer } from '../peers.ts'

type Made<T> = new (options: Record<string, unknown>) => T
type Standalone = (server: unknown, options: { listen: { port: number; host: string } }) => Promise<unknown>

/** Stock Apollo Server with Apollo Gateway, as its documentation starts it. */
const [supergraphFile = '', port] = process.argv.slice(2)
const { ApolloServer } = loadPeer('apollo', '@apollo/server') as { ApolloServer: Made<unknown> }
const { startStandaloneServer } = loadPeer('apollo', '@apollo/server/standalone') as {
  startStandaloneServer: Standalone
}
const { ApolloGateway } = loadPeer('apollo', '@apollo/gateway') as { ApolloGateway: Made<unknown> }

const gateway = new ApolloGateway({ supergraphSdl: readFileSync(supergraphFile, 'utf8') })
await startStandaloneServer(new ApolloServer({ gateway }), { listen: { port: Number(port), host: '127.0.0.1' } })
