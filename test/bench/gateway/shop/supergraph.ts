import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { shopSdl, shopSubgraphs, type ShopSubgraph } from './subgraphs.ts'

/** Composes the shop's subgraphs, each at its URL. Throws with all that keeps them from being one graph. */
export function shopSupergraph(urls: Record<ShopSubgraph, string>): string {
  const services = shopSubgraphs.map((name) => ({ name, url: urls[name], typeDefs: parse(shopSdl(name)) }))
  const { supergraphSdl, errors } = composeServices(services)
  if (errors) throw new Error(`The shop's subgraphs do not compose:\n${errors.map(String).join('\n')}`)
  return supergraphSdl
}
