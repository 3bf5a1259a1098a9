/**
 * Does a sweep's work for each of what it found, one after the other. One that fails does not keep the others back.
 * @param work says whether it did anything
 * @param failed the end of "3 of 10 …", for whoever reads the log
 * @returns for how many it did
 * @throws AggregateError, at the end, of those that failed
 */
export async function sweepEach(
  ids: readonly string[],
  work: (id: string) => Promise<boolean>,
  failed: string,
): Promise<number> {
  let done = 0
  const failures: unknown[] = []
  for (const id of ids) {
    try {
      if (await work(id)) done++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${ids.length} ${failed}`)
  return done
}
