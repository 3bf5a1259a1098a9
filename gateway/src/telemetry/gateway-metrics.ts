import type { GraphQLFormattedError } from 'graphql'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { AnswerFigures } from '../caching/answers.ts'
import type { GenerationOptions } from '../federation/generation.ts'
import type { SupergraphState } from '../federation/reload.ts'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import type { Upstream } from '../upstreams/upstream.ts'
import { FixedHistogram } from './histogram.ts'
import { measuredUpstream } from './measured-upstream.ts'

/** Different reasons for which plans are left to Apollo's executor that are told apart: there are fewer kinds of plan nodes. */
const mostReasons = 20

/** What a gateway counts of its own work, whoever it is for. */
export type GatewayMetrics = {
  /** What generations tell when they plan. */
  readonly generation: Pick<GenerationOptions, 'planned' | 'uncompiled'>
  /** The same upstream, its fetches counted and timed. */
  upstream(upstream: Upstream): Upstream
  /** Counts the limits that the errors of an answer, or of a refusal over a live connection, tell of. */
  readonly countErrors: (errors: readonly GraphQLFormattedError[]) => void
  /** Tells from now on of the supergraph that is served. */
  watch(supergraph: ServedSupergraph, state: () => SupergraphState): void
  /** Tells from now on where answers come from that are not run each time. */
  watchAnswers(figures: AnswerFigures): void
}

/** Makes the metrics of plans, fetches, limits and generations in a registry. */
export function createGatewayMetrics(registry: Registry): GatewayMetrics {
  const registers = [registry]
  const planSeconds = new FixedHistogram(
    registry,
    'torihiki_plan_seconds',
    'Time to validate, plan and compile an operation that was not known, by kind.',
  )
  const uncompiled = new Counter({
    name: 'torihiki_uncompiled_plans_total',
    help: 'Plans left to Apollo’s executor, by what our own does not compile.',
    labelNames: ['reason'],
    registers,
  })
  const fetchSeconds = new FixedHistogram(
    registry,
    'torihiki_fetch_seconds',
    'Duration of fetches by subgraph and outcome: ok, errors (an answer with errors), failed (no answer).',
  )
  const refusals = new Counter({
    name: 'torihiki_limit_refusals_total',
    help: 'Operations, messages and connections refused because a limit was reached, by limit.',
    labelNames: ['limit'],
    registers,
  })
  const reasons = new Set<string>()
  const count = ({ extensions }: GraphQLFormattedError): void => {
    const { code, limit } = extensions ?? {}
    if (code === 'LIMIT_EXCEEDED' && typeof limit === 'string') refusals.inc({ limit })
  }
  return {
    generation: {
      planned: (kind, ms) => planSeconds.of({ kind }).observe(ms / 1_000),
      uncompiled(what) {
        if (reasons.size < mostReasons) reasons.add(what)
        uncompiled.inc({ reason: reasons.has(what) ? what : 'other' })
      },
    },
    upstream: (upstream) => measuredUpstream(upstream, fetchSeconds),
    countErrors: (errors) => errors.forEach(count),
    watch: (supergraph, state) => watchSupergraph(gauges(registry), supergraph, state),
    watchAnswers: (figures) => watchAnswers(gauges(registry), figures),
  }
}

type Show = (name: string, help: string, read: () => number) => void

/** Metrics that are read when they are asked for: names that end in `_total` only grow. */
function gauges(registry: Registry): Show {
  return (name, help, read) => {
    const options = { name, help, registers: [registry] }
    if (!name.endsWith('_total')) return void new Gauge({ ...options, collect: set })
    return void new Counter({
      ...options,
      collect() {
        this.reset()
        this.inc(read())
      },
    })
    function set(this: Gauge): void {
      this.set(read())
    }
  }
}

function watchSupergraph(show: Show, supergraph: ServedSupergraph, state: () => SupergraphState): void {
  show('torihiki_generation', 'The supergraph that is served, counted from 1 at the start.', () => state().number)
  show(
    'torihiki_generation_since_seconds',
    'When that supergraph began to be served, in seconds since 1970.',
    () => state().since.getTime() / 1_000,
  )
  show(
    'torihiki_generations_retiring',
    'Earlier supergraphs in which something still runs.',
    () => supergraph.retiring.length,
  )
  show(
    'torihiki_supergraph_faulty',
    '1 when the newest supergraph cannot be used, so that an earlier one is served.',
    () => (state().fault === null ? 0 : 1),
  )
  show('torihiki_supergraphs_refused_total', 'Supergraphs that could not be used.', () => state().refused)
  show('torihiki_known_operations', 'Operations that are planned and compiled.', () => supergraph.generation.size)
}

function watchAnswers(show: Show, figures: AnswerFigures): void {
  show('torihiki_answers_shared_total', 'Queries answered by an equal one that was under way.', () => figures.shared)
  show('torihiki_answers_kept_total', 'Queries answered from the response cache.', () => figures.kept)
  const { cache } = figures
  if (!cache) return
  show('torihiki_response_cache_misses_total', 'Queries that were not in the response cache.', () => figures.ran)
  show('torihiki_response_cache_bytes', 'Memory that the response cache takes.', () => cache.bytes)
  show('torihiki_response_cache_entries', 'Answers in the response cache.', () => cache.size)
}
