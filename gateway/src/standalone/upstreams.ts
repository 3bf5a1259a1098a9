import type { UpstreamsOf } from '../federation/reload.ts'
import type { Upstream } from '../upstreams/upstream.ts'
import { subgraphUrls } from './subgraph-urls.ts'

export type Endpoint = { readonly name: string; readonly url: string }

/** Where the subgraphs of a supergraph are: at its own addresses, or where `elsewhere` says. Throws a sentence for what is not there. */
export function endpointsOf(supergraphSdl: string, elsewhere: ReadonlyMap<string, string>): readonly Endpoint[] {
  const all = subgraphUrls(supergraphSdl)
  const names = all.map(({ name }) => name)
  const unknown = [...elsewhere.keys()].filter((name) => !names.includes(name))
  if (unknown.length > 0)
    throw new Error(`The supergraph has no subgraph ${unknown.join(', ')}; its subgraphs are ${names.join(', ')}.`)
  return all.map(({ name, url }) => {
    const used = elsewhere.get(name) ?? url
    if (!/^https?:/.test(used) || !URL.canParse(used))
      throw new Error(`The supergraph gives no address of ${name}: say --subgraph ${name}=http://host:port/path.`)
    return { name, url: used }
  })
}

/** Upstreams at those addresses. One whose name and address are the same as before is taken over, with its connections. */
export function upstreamsAt(
  endpoints: (supergraphSdl: string) => readonly Endpoint[],
  make: (endpoint: Endpoint) => Upstream,
): UpstreamsOf {
  const urls = new WeakMap<Upstream, string>()
  return (supergraphSdl, before) =>
    endpoints(supergraphSdl).map((endpoint) => {
      const known = before.get(endpoint.name)
      if (known && urls.get(known) === endpoint.url) return known
      const upstream = make(endpoint)
      urls.set(upstream, endpoint.url)
      return upstream
    })
}
