import { describe, expect, it } from '@jest/globals'
import { gather } from './gather.ts'

/** Calls that are answered by hand. */
function slowCalls() {
  const calls: { keys: readonly number[]; answer: () => void; fail: (error: Error) => void }[] = []
  const run = (keys: readonly number[]): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      calls.push({ keys, answer: () => resolve(keys.map((key) => `answer ${key}`)), fail: reject })
    })
  return { calls, run }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('gathering', () => {
  it('asks at once for what comes alone, and together for what comes meanwhile, so many at most', async () => {
    const { calls, run } = slowCalls()
    const ask = gather(3, run)
    const answers = [1, 2, 3, 4, 5].map((key) => ask(key))
    expect(calls.map(({ keys }) => keys)).toEqual([[1]])
    calls[0]?.answer()
    expect(await answers[0]).toBe('answer 1')
    expect(calls.map(({ keys }) => keys)).toEqual([[1], [2, 3, 4]])
    const last = ask(6)
    calls[1]?.answer()
    await turn()
    calls[2]?.answer()
    expect(await Promise.all([...answers, last])).toEqual([1, 2, 3, 4, 5, 6].map((key) => `answer ${key}`))
    expect(calls.map(({ keys }) => keys)).toEqual([[1], [2, 3, 4], [5, 6]])
  })

  it('fails for all who shared a call, and goes on with the next', async () => {
    const { calls, run } = slowCalls()
    const ask = gather(2, run)
    const answers = [1, 2, 3, 4].map((key) => ask(key).catch((error: Error) => error.message))
    calls[0]?.answer()
    await turn()
    calls[1]?.fail(new Error('away'))
    await turn()
    calls[2]?.answer()
    expect(await Promise.all(answers)).toEqual(['answer 1', 'away', 'away', 'answer 4'])
    const later = ask(5)
    calls[3]?.answer()
    expect(await later).toBe('answer 5')
  })

  it('gives up a call that is not answered in time, and goes on with the next', async () => {
    const { calls, run } = slowCalls()
    const ask = gather(2, run, 20)
    const answers = [1, 2, 3].map((key) => ask(key).catch((error: Error) => error.message))
    expect(await answers[0]).toBe('There was no answer in 20 ms.')
    calls[1]?.answer()
    expect(await Promise.all(answers.slice(1))).toEqual(['answer 2', 'answer 3'])
    calls[0]?.answer()
    expect(await answers[0]).toBe('There was no answer in 20 ms.')
  })

  it('takes no answers that do not fit what was asked for', async () => {
    const ask = gather(2, async () => ['one', 'too many'])
    await expect(ask(1)).rejects.toThrow('1 were asked for and 2 answered.')
  })
})
