import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { freePort } from '@torihiki/shared/process/free-port.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { newTrade, openCase } from '../support/story.ts'
import { signIn } from '../support/parties.ts'
import { startProcess, stopProcess, type HubProcess } from '../support/test-hub.ts'

const root = join(import.meta.dirname, '../..')
/** Two starts, each of which has a bound of its own, and a stop. */
const twoStartsMs = 150_000
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The hub as `npm start` runs it, with databases of its own in a data directory. */
function start(port: number, settings: Record<string, string> = {}): HubProcess {
  return startProcess('hub', 'gateway/src/hub.ts', {
    PATH: process.env['PATH'] ?? '',
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    ...settings,
  })
}

/** The exit code of a hub that was refused its start. */
async function ended(hub: HubProcess): Promise<unknown> {
  return hub.child.exitCode ?? new Promise((resolve) => hub.child.once('exit', resolve))
}

async function ready(url: string, hub: HubProcess): Promise<void> {
  const answers = async (): Promise<boolean> => {
    if (hub.child.exitCode !== null) throw new Error(hub.output())
    return fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    )
  }
  await waitFor(answers, { timeoutMs: 60_000, everyMs: 50, what: 'the hub to be ready' })
}

test(
  'a hub that was killed is healed by the next start, which finds its data, takes over its databases and leaves nothing behind',
  async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const first = start(port)
    await ready(url, first)
    const password = readFileSync(join(folder, 'keys/admin-password'), 'utf8').trim()
    const admin = await signIn(url, 'admin', password)
    const trade = await newTrade({ url, admin })
    const { caseCode } = await openCase(trade, 'Before the kill')
    first.child.kill('SIGKILL')
    await new Promise((resolve) => first.child.once('exit', resolve))

    const second = start(port)
    await ready(url, second)
    expect(second.output()).toContain('of an earlier run goes on')
    const buyer = await signIn(url, trade.buyer.loginName)
    const { data } = await buyer.send('query ($c: String!) { case(code: $c) { title } }', { c: caseCode })
    expect(data.case.title).toBe('Before the kill')
    await stopProcess(second)
    expect(second.child.exitCode).toBe(0)
    await expect(fetch(`${url}/health/live`)).rejects.toThrow()
    expect(() => readFileSync(join(folder, 'postgres/cluster/postmaster.pid'))).toThrow(/ENOENT/)
  },
  twoStartsMs,
)

test('a program that is killed does not end without a word', () => {
  const suicide = `await runProgram(['--eval', 'process.kill(process.pid, "SIGKILL")'])`
  const script = `import { runProgram } from ${JSON.stringify(join(root, 'bin/run-program.mjs'))}; ${suicide}`
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
  expect(run.status).toBe(137)
  expect(run.stderr).toMatch(/was ended by SIGKILL.*Run the same command again/)
})

test('a port that is in use is said in one sentence with the remedy, and nothing is started', async () => {
  const holder = createServer()
  const port = await freePort()
  await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve))
  const hub = start(port)
  const code = await ended(hub)
  holder.close()
  expect(code).toBe(1)
  expect(hub.output().trim().split('\n')).toHaveLength(1)
  expect(hub.output()).toMatch(new RegExp(`Port ${port} is in use.*PORT=`))
})

const brewed = ['/opt/homebrew/bin', '/usr/local/bin', '/home/linuxbrew/.linuxbrew/bin'].some((place) =>
  ['redis-server', 'valkey-server'].some((name) => existsSync(join(place, name))),
)
const testWithoutRedis = brewed ? test.skip : test
testWithoutRedis('no Redis to be had is said in one sentence with the remedy, and nothing is started', async () => {
  const programs = join(folder, 'programs')
  mkdirSync(programs)
  writeFileSync(join(programs, 'redis-server'), '#!/bin/sh\necho "Redis server v=5.0.14 bits=64"\n')
  chmodSync(join(programs, 'redis-server'), 0o755)
  const data = join(folder, 'without-redis')
  const hub = start(await freePort(), { PATH: programs, DATA_DIR: data })
  expect(await ended(hub)).toBe(1)
  expect(hub.output().trim().split('\n')).toHaveLength(1)
  expect(hub.output()).toMatch(/Redis 6\.2 or newer is needed \(.*5\.0\.14.*\): .*install.*or set REDIS_URL\./)
  expect(existsSync(join(data, 'postgres'))).toBe(false)
})

test('a Node that is too old is said in one sentence with the remedy, by every command, before anything else', () => {
  const clone = join(folder, 'clone')
  cpSync(join(root, 'bin'), join(clone, 'bin'), { recursive: true })
  cpSync(join(root, 'package-lock.json'), join(clone, 'package-lock.json'))
  const installed = join(clone, 'node_modules/.cache/torihiki')
  mkdirSync(installed, { recursive: true })
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  writeFileSync(join(installed, 'installed'), `${process.platform}-${process.arch} ${lock}\n`)
  const older = `data:text/javascript,Object.defineProperty(process, 'version', { value: 'v20.11.1' })`
  for (const command of ['start.mjs', 'test.mjs', 'check.mjs']) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', older, join('bin', command)], {
      cwd: clone,
      encoding: 'utf8',
      timeout: 30_000,
    })
    expect([command, status, stdout]).toEqual([command, 1, ''])
    expect(stderr).toMatch(
      /^Node 24 or newer is needed and this is v20\.11\.1: install it from .*run the same command.*\n$/,
    )
  }
})
