export const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN
}

/** A way to order. What `prepare` does, and gives to `place`, is not timed. */
export type Order = {
  readonly prepare?: (threadId: string) => Promise<string>
  readonly place: (prepared: string, card?: string) => Promise<unknown>
}

/** Orders on each thread by a card, so many at once, and gives how many milliseconds each took. */
export async function timesOf(
  { prepare, place }: Order,
  threads: readonly string[],
  atOnce: number,
  card?: string,
): Promise<number[]> {
  const left = threads.values()
  const times: number[] = []
  const lane = async (): Promise<void> => {
    for (const threadId of left) {
      const prepared = prepare ? await prepare(threadId) : threadId
      const started = performance.now()
      await place(prepared, card)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return times
}
