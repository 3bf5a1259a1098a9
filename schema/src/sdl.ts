import { readFileSync } from 'node:fs'

/** The subgraphs, in the order in which they are composed. */
export const subgraphNames = ['members', 'listings', 'contracts', 'reservations', 'settlements'] as const
export type SubgraphName = (typeof subgraphNames)[number]

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

/** The SDL of one subgraph: what all share, then its own. The source of truth for composition and resolvers. */
export function subgraphSdl(name: SubgraphName): string {
  return `${read('subgraphs/common.graphql')}\n${read(`subgraphs/${name}.graphql`)}`
}

/** The composed supergraph, as it is checked in. */
export function supergraphSdl(): string {
  return read('supergraph.graphql')
}
