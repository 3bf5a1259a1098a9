import type { PreparedFetch, Upstream } from '../upstreams/upstream.ts'
import type { FixedHistogram } from './histogram.ts'

/** An upstream whose fetches are counted and timed by outcome. */
export function measuredUpstream(upstream: Upstream, seconds: FixedHistogram): Upstream {
  const subgraph = upstream.name
  const [ok, errors, failed] = ['ok', 'errors', 'failed'].map((outcome) => seconds.of({ subgraph, outcome })) as [
    Counted,
    Counted,
    Counted,
  ]
  return {
    ...upstream,
    prepare(operation): PreparedFetch {
      const fetch = upstream.prepare(operation)
      return {
        send(input, caller) {
          const startedAt = performance.now()
          return fetch.send(input, caller).then(
            (result) => {
              const outcome = result.errors ? errors : ok
              outcome.observe((performance.now() - startedAt) / 1_000)
              return result
            },
            (error: unknown) => {
              failed.observe((performance.now() - startedAt) / 1_000)
              throw error
            },
          )
        },
      }
    },
  }
}

type Counted = ReturnType<FixedHistogram['of']>
