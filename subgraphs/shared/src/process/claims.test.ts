import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { claim, exclusively } from './claims.ts'
import { errorMessage } from './error-code.ts'
import { freePort, portIsFree } from './free-port.ts'
import { processAlive, processBirth } from './process-alive.ts'
import { waitFor } from './wait-for.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'torihiki-claims-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('counts the claims of living processes only', async () => {
  const [one, two] = [await claim(folder), await claim(folder)]
  await writeFile(join(folder, `${process.pid}.1.of-an-earlier-process-with-this-number`), '')
  expect(await one.others()).toEqual([process.pid])
  await two.release()
  expect(await one.others()).toEqual([])
  await one.release()
  expect(await readdir(folder)).toEqual([])
})

it('runs one at a time, also after one that fails', async () => {
  let inside = 0
  const enter = async (fails: boolean): Promise<number> => {
    inside += 1
    const seen = inside
    await nextTurn()
    inside -= 1
    if (fails) throw new Error('as planned')
    return seen
  }
  const runs = [false, true, false, false].map((fails) => exclusively(folder, 'The test', () => enter(fails)))
  const ends = await Promise.allSettled(runs)
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : errorMessage(end.reason)))).toEqual([
    1,
    'as planned',
    1,
    1,
  ])
})

it('knows a process by its number, its birth and its command line', () => {
  expect(processAlive(process.pid, 'node')).toBe(true)
  expect(processAlive(process.pid, 'another-program')).toBe(false)
  expect(processAlive(0, '')).toBe(false)
  expect(processAlive(2 ** 30, '')).toBe(false)
  expect(processBirth(process.pid)).toBe(processBirth(process.pid))
  expect(processBirth(2 ** 30)).toBeUndefined()
})

it('gives ports that are free', async () => {
  expect(await portIsFree(await freePort())).toBe(true)
})

it('gives up waiting with what it waited for', async () => {
  await expect(waitFor(() => false, { timeoutMs: 20, everyMs: 5, what: 'the moon' })).rejects.toThrow(
    'Gave up after 0.02 s of waiting for the moon.',
  )
})
