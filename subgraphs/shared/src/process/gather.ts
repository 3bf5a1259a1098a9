/**
 * Makes one call of many: what is asked for alone is asked at once, and what comes meanwhile goes together when that is answered, in the order in which it came. Nobody
 * waits for company, and a crowd costs few calls. When a call fails it fails for all who shared it.
 * @param most how many go together at most
 * @param run answers for each key, in their order
 */
export function gather<K, V>(most: number, run: (keys: readonly K[]) => Promise<readonly V[]>): (key: K) => Promise<V> {
  const waiting: { key: K; resolve: (value: V) => void; reject: (reason: unknown) => void }[] = []
  let running = false
  const go = async (): Promise<void> => {
    running = true
    while (waiting.length > 0) {
      const asked = waiting.splice(0, most)
      try {
        const values = await run(asked.map(({ key }) => key))
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
