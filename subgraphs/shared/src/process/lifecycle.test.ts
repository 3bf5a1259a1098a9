import { afterEach, describe, expect, it } from '@jest/globals'
import { type Child, endChildren, startChild } from './fixtures/child.ts'
import { waitFor } from './wait-for.ts'

afterEach(endChildren)

/** Copies of one key press count as one: press until one is late enough to be a second. */
async function pressUntil(child: Child, said: string): Promise<void> {
  const press = (): boolean => child.process.kill('SIGINT') && child.output().includes(said)
  await waitFor(press, { timeoutMs: 30_000, everyMs: 50, what: said })
}

describe('a signal', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s closes in order and exits 0', async (signal) => {
    const child = startChild('drain.ts', 'waits')
    await child.says('running')
    child.process.kill(signal)
    await child.says('closing first')
    child.process.stdin?.write('go on\n')
    expect(await child.end()).toBe(0)
    expect(child.output()).toMatch(
      /closing first\nclosed first\nclosing second\nclosed second\nThe fixture has stopped\.\n$/,
    )
  })

  it('that comes again changes nothing, and says so', async () => {
    const child = startChild('drain.ts', 'waits')
    await child.says('running')
    child.process.kill('SIGINT')
    await child.says('closing first')
    await pressUntil(child, 'already stopping')
    child.process.stdin?.write('go on\n')
    expect(await child.end()).toBe(0)
    expect(child.output()).toContain('closed second')
  })

  it('is not held up by what hangs', async () => {
    const child = startChild('drain.ts', 'hangs')
    await child.says('running')
    child.process.kill('SIGINT')
    expect(await child.end()).toBe(0)
    expect(child.output()).toContain('first did not close: it took longer than 300 ms')
    expect(child.output()).toContain('closed second')
  })

  it('is not held up by what fails', async () => {
    const child = startChild('drain.ts', 'fails')
    await child.says('running')
    child.process.kill('SIGTERM')
    expect(await child.end()).toBe(0)
    expect(child.output()).toContain('first did not close: the wire is cut')
    expect(child.output()).toContain('closed second')
  })
})

describe('an uncaught error', () => {
  it('is logged as fatal, closes what can be closed and exits 1', async () => {
    const child = startChild('drain.ts', 'throws')
    expect(await child.end()).toBe(1)
    expect(child.output()).toMatch(/fatal: TypeError: nobody caught me/)
    expect(child.output()).toContain('closed second')
  })
})
