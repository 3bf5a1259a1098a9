/**
 * The answer of work that may take so long and no longer. The work itself is not ended: whoever asks just does not wait for it any more.
 * @param fault what it fails with when it is too late
 */
export async function inTime<T>(work: Promise<T>, timeoutMs: number, fault: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(fault)), timeoutMs)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
