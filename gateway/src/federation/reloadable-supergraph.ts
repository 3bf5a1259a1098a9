import type { Logger } from '@torihiki/shared/log.ts'
import { subgraphUrls } from '../standalone/subgraph-urls.ts'
import type { GatewayMetrics } from '../telemetry/gateway-metrics.ts'
import { tracedUpstream } from '../telemetry/traced-upstream.ts'
import type { Upstream } from '../upstreams/upstream.ts'
import { failureLog } from './failure-log.ts'
import { Generation, type GenerationOptions } from './generation.ts'
import { SupergraphReload, type UpstreamsOf } from './reload.ts'
import { ServedSupergraph } from './supergraph.ts'

export type ReloadableOptions = {
  readonly supergraphSdl: string
  /** Gives the newest SDL when it is asked for. Without it there is no other than the first. */
  readonly read?: (() => Promise<string>) | undefined
  /** The subgraphs: always the same ones, or those of each supergraph. */
  readonly upstreams: readonly Upstream[] | UpstreamsOf
  /** Looks at what upstreams answer, besides metrics and traces. */
  readonly observe?: ((upstream: Upstream) => Upstream) | undefined
  readonly generation: Pick<GenerationOptions, 'introspection' | 'shownError'>
  readonly metrics: GatewayMetrics
  readonly log: Logger
}

/** Makes the first generation of a supergraph, measured and traced, and what replaces it by the next ones. */
export function openSupergraph(options: ReloadableOptions): { supergraph: ServedSupergraph; reload: SupergraphReload } {
  const { supergraphSdl, read = async () => supergraphSdl, observe = same, metrics, log } = options
  const { upstreams } = options
  const upstreamsOf = observedOnce(typeof upstreams === 'function' ? upstreams : fixed(upstreams), (upstream) =>
    observe(metrics.upstream(tracedUpstream(upstream))),
  )
  const generation = { ...options.generation, ...metrics.generation, failed: failureLog(log) }
  const first = new Generation({ ...generation, supergraphSdl, upstreams: upstreamsOf(supergraphSdl, new Map()) })
  const supergraph = new ServedSupergraph(first)
  const reload = new SupergraphReload({ supergraph, read, upstreamsOf, generation, log })
  metrics.watch(supergraph, () => reload.state)
  return { supergraph, reload }
}

const same = (upstream: Upstream): Upstream => upstream

function fixed(upstreams: readonly Upstream[]): UpstreamsOf {
  return (supergraphSdl) => {
    const unknown = subgraphUrls(supergraphSdl).filter(({ name }) => !upstreams.some((each) => each.name === name))
    if (unknown.length === 0) return upstreams
    throw new Error(
      `The supergraph names ${unknown.map(({ name }) => name).join(', ')}, which this gateway does not reach.`,
    )
  }
}

/** Observes each upstream once, and knows it again in the next generation. */
function observedOnce(upstreamsOf: UpstreamsOf, observe: (upstream: Upstream) => Upstream): UpstreamsOf {
  const [plainOf, observedOf] = [new WeakMap<Upstream, Upstream>(), new WeakMap<Upstream, Upstream>()]
  return (supergraphSdl, before) => {
    const plain = new Map([...before].map(([name, upstream]) => [name, plainOf.get(upstream) ?? upstream]))
    return upstreamsOf(supergraphSdl, plain).map((upstream) => {
      const known = observedOf.get(upstream) ?? observe(upstream)
      observedOf.set(upstream, known)
      plainOf.set(known, upstream)
      return known
    })
  }
}
