import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/parties.ts'
import { newTrade, openCase, type Trade } from '../support/story.ts'
import { startProcess, startTestHub, stopProcess, type HubProcess, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let partnerWorkers: HubProcess | null = null

beforeAll(async () => {
  hub = await startTestHub({ WORKERS: 'relay,source-case-view,listings,contracts,reservations,settlements,schedules' })
  trade = await newTrade(hub)
})
afterAll(async () => {
  if (partnerWorkers) await stopProcess(partnerWorkers)
  await hub.close()
})

const summaryOf = async (view: 'SOURCE' | 'PARTNER') =>
  (await (view === 'SOURCE' ? trade.buyer : trade.seller).client.run('CaseSummary', { view })).viewer.caseSummary

test('while the projector of one view is down the other is kept, the lag shows, and the projector catches up when it starts', async () => {
  await openCase(trade)
  await openCase(trade)
  await eventually(
    "the source's view",
    () => summaryOf('SOURCE'),
    (s) => s.total === 2 && s.asOf.lag === 0,
  )
  const behind = await summaryOf('PARTNER')
  expect(behind.total).toBe(0)
  expect(behind.asOf.lag).toBe(2)
  // A gateway that runs alone has no stores to look at.
  if (process.env['TORIHIKI_TOPOLOGY'] !== 'spread') {
    const metrics = await (await fetch(`${hub.url}/metrics`)).text()
    expect(metrics).toMatch(/^torihiki_partner_case_view_waiting 2$/m)
    expect(metrics).toMatch(/^torihiki_source_case_view_waiting 0$/m)
  }
  partnerWorkers = startProcess('partner view', 'workers/src/main.ts', {
    ...hub.environment,
    WORKERS: 'partner-case-view',
  })
  await eventually(
    "the partner's view",
    () => summaryOf('PARTNER'),
    (s) => s.total === 2 && s.asOf.lag === 0,
  )
})
