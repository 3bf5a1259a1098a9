import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { expectSoundBooks } from '../support/audits.ts'
import type { Json } from '../support/hub-client.ts'
import { startCardCompany, type CardCompany } from '../support/outside.ts'
import { eventually } from '../support/parties.ts'
import { contractedThread, newTrade, reserve, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
let acme: CardCompany

beforeAll(async () => {
  acme = await startCardCompany('acme')
  hub = await startTestHub({ CARD_COMPANIES: `acme=${acme.url}` })
  trade = await newTrade(hub)
})
afterAll(async () => {
  await hub?.close()
  await acme?.close()
})

const together = 20
/** A breaker that two trials have lengthened is open for twenty seconds. */
const patience = { timeoutMs: 60_000, everyMs: 200 }
const lane = async (): Promise<Json> =>
  (await hub.admin.run('AuthorizationLanes')).authorizationLanes.find(({ company }: Json) => company === 'acme')
const seen = async (): Promise<number> => ((await (await fetch(`${acme.url}/seen`)).json()) as Json).messages
const statusOf = async (n: string): Promise<Json> =>
  (
    await trade.buyer.client.send(
      'query ($n: String!) { paymentReservation(transactionNumber: $n) { status authorization { status } } }',
      { n },
    )
  ).data.paymentReservation
const everyOne = async (numbers: readonly string[], isSo: (reservation: Json) => boolean): Promise<boolean> =>
  (await Promise.all(numbers.map(statusOf))).every(isSo)

test('a company that died with a crowd of orders in hand is asked by one inquiry at a time, and for all of them when it is back', async () => {
  const card = { token: 'tok_approved_1', brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' }
  const { paymentMethod } = await trade.buyer.client.must('RegisterPaymentMethod', {
    kind: 'CARD',
    name: 'Card',
    currency: 'JPY',
    card,
  })
  const threads = await Promise.all(Array.from({ length: together }, () => contractedThread(trade)))
  await acme.control('hold')
  const numbers = await Promise.all(
    threads.map(async ({ threadId }) => (await reserve(trade, threadId, paymentMethod.id)).transactionNumber),
  )
  await eventually(
    'all to be with the company',
    () => acme.book(),
    (entries) => entries.length === together,
  )
  // It has approved them all, and its answers do not arrive.
  await acme.control('faults {"lostPerMille":1000}')
  await acme.control('release')
  await waitFor(() => everyOne(numbers, ({ authorization }) => authorization.status === 'UNKNOWN'), {
    ...patience,
    what: 'nobody to know',
  })
  await acme.control('down')
  const open = await lane()
  const before = await seen()
  expect(open.brokenUntil).not.toBeNull()
  // What was under way is no trial: it is left alone for as long as after five failures.
  expect(open.failures).toBe(5)
  const tried = await waitFor(
    async () => {
      const { failures } = await lane()
      return failures >= open.failures + 2 && failures
    },
    { ...patience, what: 'two trials' },
  )
  // A third may have begun between the two looks.
  expect((await seen()) - before - (tried - open.failures)).toBeLessThanOrEqual(1)
  await acme.control('faults {"lostPerMille":0}')
  await acme.control('up')
  await waitFor(() => everyOne(numbers, ({ status }) => status === 'RESERVED'), { ...patience, what: 'all to stand' })
  expect((await acme.book()).map(({ requests, reversed }: Json) => [requests, reversed])).toEqual(
    Array(together).fill([1, false]),
  )
  expect(await lane()).toMatchObject({ brokenUntil: null, failures: 0 })
  await expectSoundBooks(hub)
}, 180_000)
