import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { subgraphNames } from '@torihiki/schema'
import { derivePassword } from '@torihiki/shared/identity/derive.ts'
import { Client } from 'pg'
import { signIn } from '../support/parties.ts'
import { newTrade, openCase } from '../support/story.ts'
import { startProcess, startTestHub, stopProcess, type TestHub } from '../support/test-hub.ts'

let hub: TestHub

beforeAll(async () => {
  hub = await startTestHub()
})
afterAll(() => hub.close())

test("each subgraph has a schema and a role of its own, and no role can read another's tables", async () => {
  const url = new URL(hub.databaseUrl)
  for (const name of subgraphNames) {
    url.username = `${url.pathname.slice(1)}_${name}`
    url.password = derivePassword(hub.environment['HUB_SECRET'] ?? '', `database-role/${name}`)
    const client = new Client({ connectionString: url.href })
    await client.connect()
    await expect(client.query(`select 1 from ${name}.outbox limit 1`)).resolves.toBeDefined()
    for (const other of subgraphNames.filter((each) => each !== name)) {
      await expect(client.query(`select 1 from ${other}.outbox limit 1`)).rejects.toThrow(/permission denied/)
    }
    await client.end()
  }
})

test('what was there is there after a stop and a new start', async () => {
  const trade = await newTrade(hub)
  const { caseCode } = await openCase(trade, 'Lasting')
  for (const running of hub.processes) await stopProcess(running)
  hub.processes.length = 0
  const again = await startTestHub({}, hub)
  try {
    const client = await signIn(again.url, trade.buyer.loginName)
    const { data } = await client.send('query ($c: String!) { case(code: $c) { title } }', { c: caseCode })
    expect(data.case.title).toBe('Lasting')
  } finally {
    await again.close()
  }
})

test('settings that cannot be used are refused together, each with what it means', async () => {
  const wrong = startProcess('hub', 'gateway/src/hub.ts', {
    ...hub.environment,
    PORT: 'many',
    LOG_LEVEL: 'loud',
    HUB_SECRET: 'short',
  })
  const code = await new Promise((resolve) => wrong.child.once('exit', resolve))
  expect(code).toBe(1)
  for (const name of ['PORT', 'LOG_LEVEL', 'HUB_SECRET']) expect(wrong.output()).toContain(`${name}:`)
  expect(wrong.output()).not.toContain('    at ')
})
