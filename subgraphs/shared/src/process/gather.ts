import { inTime } from './in-time.ts'

/** How long a call may take: longer than any statement does, and shorter than a job's lock, so that a connection that is silent for ever keeps nobody else waiting for ever. */
export const gatheredTimeoutMs = 30_000

/**
 * Makes one call of many: what is asked for alone is asked at once, and what comes meanwhile goes together when that is answered, in the order in which it came. Nobody
 * waits for company, and a crowd costs few calls. When a call fails, or is not answered in time, it fails for all who shared it.
 * @param most how many go together at most
 * @param run answers for each key, in their order
 * @param timeoutMs how long a call may take
 */
export function gather<K, V>(
  most: number,
  run: (keys: readonly K[]) => Promise<readonly V[]>,
  timeoutMs = gatheredTimeoutMs,
): (key: K) => Promise<V> {
  const waiting: { key: K; resolve: (value: V) => void; reject: (reason: unknown) => void }[] = []
  let running = false
  const go = async (): Promise<void> => {
    running = true
    while (waiting.length > 0) {
      const asked = waiting.splice(0, most)
      try {
        const values = await inTime(
          run(asked.map(({ key }) => key)),
          timeoutMs,
          `There was no answer in ${timeoutMs} ms.`,
        )
        if (values.length !== asked.length)
          throw new Error(`${asked.length} were asked for and ${values.length} answered.`)
        asked.forEach(({ resolve }, nth) => resolve(values[nth] as V))
      } catch (error) {
        for (const { reject } of asked) reject(error)
      }
    }
    running = false
  }
  return (key) =>
    new Promise<V>((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (!running) void go()
    })
}
