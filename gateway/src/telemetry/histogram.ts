import type { Metric, Registry } from 'prom-client'

/** Seconds, from what a fetch in the same process takes to what a patient client waits. */
export const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

type Labels = Readonly<Record<string, string>>

/** What one combination of labels has counted. */
export class Counted {
  readonly labels: Labels
  readonly counts: number[]
  sum = 0
  readonly #bounds: readonly number[]

  constructor(labels: Labels, bounds: readonly number[]) {
    this.labels = labels
    this.#bounds = bounds
    this.counts = Array.from({ length: bounds.length + 1 }, () => 0)
  }

  observe(value: number): void {
    let at = 0
    while (at < this.#bounds.length && value > (this.#bounds[at] ?? 0)) at++
    this.counts[at] = (this.counts[at] ?? 0) + 1
    this.sum += value
  }
}

/**
 * A Prometheus histogram that is cheap enough to stand in every fetch: whoever observes holds on to the place it counts in, where
 * prom-client makes a text of the labels each time.
 */
export class FixedHistogram {
  readonly #name: string
  readonly #help: string
  readonly #bounds: readonly number[]
  readonly #places = new Map<string, Counted>()

  constructor(registry: Registry, name: string, help: string, bounds: readonly number[] = secondsBuckets) {
    this.#name = name
    this.#help = help
    this.#bounds = bounds
    const metric = { name, help, get: async () => this.#read(), reset: () => this.#places.clear() }
    registry.registerMetric(metric as unknown as Metric)
  }

  /** The place where these labels are counted. */
  of(labels: Labels): Counted {
    const key = Object.values(labels).join('\n')
    const known = this.#places.get(key)
    if (known) return known
    const place = new Counted(labels, this.#bounds)
    this.#places.set(key, place)
    return place
  }

  #read(): object {
    const [name, help] = [this.#name, this.#help]
    const values = [...this.#places.values()].flatMap(({ labels, counts, sum }) => {
      let total = 0
      const buckets = counts.map((count, index) => {
        total += count
        return {
          metricName: `${name}_bucket`,
          labels: { le: this.#bounds[index] ?? '+Inf', ...labels },
          value: total,
        }
      })
      return [
        ...buckets,
        { metricName: `${name}_sum`, labels, value: sum },
        { metricName: `${name}_count`, labels, value: total },
      ]
    })
    return { name, help, type: 'histogram', values, aggregator: 'sum' }
  }
}
