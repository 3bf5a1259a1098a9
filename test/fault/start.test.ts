import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { freePort } from '@torihiki/shared/process/free-port.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { newTrade, openCase } from '../support/story.ts'
import { signIn } from '../support/parties.ts'
import { startProcess, stopProcess, type HubProcess } from '../support/test-hub.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The hub as `npm start` runs it, with databases of its own in a data directory. */
function start(port: number): HubProcess {
  return startProcess('hub', 'gateway/src/hub.ts', {
    PATH: process.env['PATH'] ?? '',
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
  })
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

test('a hub that was killed is healed by the next start, which finds its data, takes over its databases and leaves nothing behind', async () => {
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
})

test('a port that is in use is said in one sentence with the remedy, and nothing is started', async () => {
  const holder = createServer()
  const port = await freePort()
  await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve))
  const hub = start(port)
  const code = await new Promise((resolve) => hub.child.once('exit', resolve))
  holder.close()
  expect(code).toBe(1)
  expect(hub.output().trim().split('\n')).toHaveLength(1)
  expect(hub.output()).toMatch(new RegExp(`Port ${port} is in use.*PORT=`))
})
