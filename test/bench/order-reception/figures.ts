export const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN
}

/** Does a piece of work for each, so many at once, and gives how many milliseconds each took. */
export async function timesOf<T>(
  each: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<unknown>,
): Promise<number[]> {
  const left = each.values()
  const times: number[] = []
  const lane = async (): Promise<void> => {
    for (const one of left) {
      const started = performance.now()
      await work(one)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return times
}
