import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { startCardCompany, type CardCompany } from '../../../../test/support/outside.ts'
import { usualSchedule, type DispatchSchedule } from '../domain/dispatch.ts'
import { auditBook } from '../index.ts'
import { readLane } from '../store/lanes.ts'
import { Desk, succeeded } from '../testing/desk.ts'
import { claimAuthorizations } from './dispatch-authorizations.ts'
import { claimOf } from './lane-turns.ts'
import { resumeAuthorizations, setAuthorizationSchedule, stopAuthorizations } from './set-authorization-schedule.ts'

let desk: Desk
let companies: Record<'acme' | 'beta', CardCompany>

beforeAll(async () => {
  companies = { acme: await startCardCompany('acme'), beta: await startCardCompany('beta') }
  desk = await Desk.open({
    cardCompanies: new Map(Object.entries(companies).map(([name, { url }]) => [name, url])),
    cardCompanyTimeoutMs: 5_000,
  })
})
afterAll(async () => {
  expect(await auditBook(desk.services)).toEqual([])
  await desk.close()
  for (const company of Object.values(companies)) await company.close()
})

/** So many requests to a company that nobody has sent yet. */
async function waiting(company: 'acme' | 'beta', count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const thread = await desk.thread()
    await desk.contract(thread)
    succeeded(await desk.reserve(thread, await desk.card(thread.buyer, 'tok_approved_1', company)))
  }
}

const set = async (company: string, schedule: Partial<DispatchSchedule>): Promise<void> => {
  const { offPeak: _, ...rest } = { ...usualSchedule, ...schedule }
  succeeded(await setAuthorizationSchedule(desk.services, desk.operator, { idempotencyKey: newId(), company, ...rest }))
}
const laneOf = async (company: string) =>
  (await readLane((text, p) => desk.services.store.query(text, p), company)).lane

it('a pace and a limit hold for all processes together, and no request is taken twice', async () => {
  await waiting('acme', 12)
  await set('acme', { mode: 'PACED', perMinute: 1 })
  const paced = await Promise.all(Array.from({ length: 20 }, () => claimOf(desk.services, 'acme', 10)))
  const first = paced.flatMap(({ requests }) => requests.map(({ id }) => id))
  expect(first).toHaveLength(1)
  await set('acme', { mode: 'AT_ONCE', mostInFlight: 6 })
  const together = await Promise.all(Array.from({ length: 20 }, () => claimOf(desk.services, 'acme', 2)))
  const ids = [...first, ...together.flatMap(({ requests }) => requests.map(({ id }) => id))]
  expect(ids).toHaveLength(6)
  expect(new Set(ids).size).toBe(6)
  expect(await laneOf('acme')).toMatchObject({ waiting: 6, inFlight: 6 })
})

it('whoever is stopped does not keep others back, and what is asked for is asked once', async () => {
  await set('acme', { mode: 'AT_ONCE' })
  const act = { company: 'acme', reason: 'For now' }
  succeeded(await stopAuthorizations(desk.services, desk.operator, { idempotencyKey: newId(), ...act }))
  await waiting('beta', 3)
  const { work } = await claimAuthorizations(desk.services, 100)
  expect(work).toHaveLength(3)
  await Promise.all(work.map((each) => each()))
  expect((await companies.beta.book()).map(({ requests }) => requests)).toEqual([1, 1, 1])
  expect(await companies.acme.book()).toEqual([])
  succeeded(await resumeAuthorizations(desk.services, desk.operator, { idempotencyKey: newId(), ...act }))
  const rest = await claimAuthorizations(desk.services, 4)
  expect(rest.work).toHaveLength(4)
  await Promise.all(rest.work.map((each) => each()))
  expect((await companies.acme.book()).map(({ requests }) => requests)).toEqual([1, 1, 1, 1])
  expect((await claimAuthorizations(desk.services, 100)).work).toHaveLength(2)
})

it('only operators set a schedule or stop a lane', async () => {
  const { memberId, ...rest } = await desk.member()
  const anybody = { memberId, ...rest }
  const key = { idempotencyKey: newId() }
  expect(await setAuthorizationSchedule(desk.services, anybody, { ...key, mode: 'AT_ONCE' })).toMatchObject({
    code: 'NOT_ALLOWED',
  })
  expect(await stopAuthorizations(desk.services, anybody, { ...key, company: 'acme', reason: 'No' })).toMatchObject({
    code: 'NOT_ALLOWED',
  })
  expect(await laneOf('acme')).toMatchObject({ stopped: false })
})
