import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import type { Json } from '../support/hub-client.ts'
import { eventually } from '../support/parties.ts'
import { contractedThread, newTrade, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub({ LOG_MONITOR_SECONDS: '1' })
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

/** Changes a row as the owner of the database, past the triggers. */
async function tamper(sql: string): Promise<void> {
  const owner = new Client({ connectionString: hub.databaseUrl })
  await owner.connect()
  await owner.query('set session_replication_role = replica')
  await owner.query(sql)
  await owner.end()
}

const health = async (): Promise<Json> => {
  const response = await fetch(`${hub.url}/health/ready`)
  return { code: response.status, ...((await response.json()) as object) }
}
const metric = async (): Promise<string | undefined> =>
  /^torihiki_alarms\{alarm="transparency-log"\} (\d+)$/m.exec(await (await fetch(`${hub.url}/metrics`)).text())?.[1]

test('a stored entry that no longer hashes to its root raises an alarm, until it is mended', async () => {
  await contractedThread(trade)
  expect(await health()).toMatchObject({ code: 200, status: 'ready' })
  expect(await health()).not.toHaveProperty('alarms')
  expect(await metric()).toBe('0')
  const set = (currency: string): string =>
    `update contracts.log_entry set entry = jsonb_set(entry, '{body,contract,currency}', '"${currency}"') where leaf_index = 0`
  await tamper(set('USD'))
  const degraded = await eventually('the alarm', health, ({ status }) => status === 'degraded')
  expect(degraded).toMatchObject({ code: 200, alarms: { 'transparency-log': 1 } })
  expect(await metric()).toBe('1')
  const said = hub.processes.map((each) => each.output()).join('')
  expect(said).toContain('"alarm":"ENTRY_CHANGED","place":"entry 0"')
  expect(/\{"level":50[^\n]*ENTRY_CHANGED/.test(said)).toBe(true)
  await tamper(set('JPY'))
  await eventually('the alarm to end', health, ({ status }) => status === 'ready')
  await eventually('the metric', metric, (count) => count === '0')
})
