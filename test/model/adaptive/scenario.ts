import { simulate, type Second, type Weather } from './simulate.ts'

/** How long the scenario lasts, and the seed of its orders. */
export const [scenarioSeconds, scenarioSeed] = [420, 20261121]

/** What happens when, each part until the second that it names. */
export const parts: readonly (Weather & { readonly until: number; readonly name: string })[] = [
  { until: 60, name: 'quiet', ordersPerSecond: 3, takesPerSecond: 40, answerMs: 300 },
  { until: 150, name: 'a rush', ordersPerSecond: 60, takesPerSecond: 40, answerMs: 300 },
  { until: 190, name: 'the company takes less', ordersPerSecond: 20, takesPerSecond: 10, answerMs: 300 },
  { until: 290, name: 'and as before', ordersPerSecond: 5, takesPerSecond: 40, answerMs: 300 },
  { until: 340, name: 'slow answers', ordersPerSecond: 5, takesPerSecond: 40, answerMs: 4_000 },
  { until: 420, name: 'quiet', ordersPerSecond: 3, takesPerSecond: 40, answerMs: 300 },
]

/** The scenario of the plot in the documentation. */
export function playScenario(): Second[] {
  const last = parts.at(-1)
  if (!last) throw new Error('A scenario has parts.')
  return simulate((second) => parts.find(({ until }) => second < until) ?? last, scenarioSeconds, scenarioSeed)
}
