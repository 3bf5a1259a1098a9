import { writeFileSync } from 'node:fs'
import { format } from 'node:util'
import { composeServices } from '@apollo/composition'
import { GraphQLError, parse } from 'graphql'
import { subgraphNames, subgraphSdl, type SubgraphName } from './src/sdl.ts'

/** The composed supergraph, or everything that keeps the subgraphs from being one graph, a sentence each. */
export type Composition = { supergraphSdl: string } | { faults: string[] }

/** Said at the head of the file, for who opens it. */
const banner = '# Composed by `npm run generate` from schema/subgraphs/*.graphql: edit those.\n'

/** Composes the subgraphs, as their SDL is given, into the supergraph that the gateway plans with. */
export function composeSupergraph(sdlOf: (name: SubgraphName) => string = subgraphSdl): Composition {
  const faults: string[] = []
  const services = subgraphNames.flatMap((name) => {
    try {
      return [{ name, url: routingUrl(name), typeDefs: parse(sdlOf(name)) }]
    } catch (error) {
      faults.push(`${name}: ${inWords(error)}`)
      return []
    }
  })
  if (faults.length > 0) return { faults }
  const result = composeServices(services)
  if (result.errors) return { faults: result.errors.map(inWords) }
  return { supergraphSdl: `${banner}${result.supergraphSdl.trimEnd()}\n` }
}

/** Stands in the supergraph, and is never called: which subgraph runs where is decided when the hub starts. */
function routingUrl(name: SubgraphName): string {
  return `http://127.0.0.1:0/${name}`
}

function inWords(error: unknown): string {
  if (!(error instanceof GraphQLError)) return String(error)
  const { code } = error.extensions
  const [place] = error.locations ?? []
  const where = place ? ` (line ${place.line} of common.graphql and the subgraph's SDL together)` : ''
  return `${typeof code === 'string' ? `${code}: ` : ''}${error.message}${where}`
}

if (import.meta.main) {
  const composed = composeSupergraph()
  if ('faults' in composed) {
    process.stderr.write(format('The subgraphs do not compose:\n%s\n', composed.faults.map((f) => `- ${f}`).join('\n')))
    process.exitCode = 1
  } else {
    writeFileSync(new URL('supergraph.graphql', import.meta.url), composed.supergraphSdl)
    process.stdout.write('supergraph written\n')
  }
}
