import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { expectBooksToFit } from '../support/audits.ts'
import {
  acceptedUnder,
  grantedGuarantee,
  letDayPass,
  newGuaranteedTrade,
  yen,
  type GuaranteedTrade,
} from '../support/guarantees.ts'
import type { HubClient, Json } from '../support/hub-client.ts'
import { startPaymentCounter, type PaymentCounter } from '../support/outside.ts'
import { eventually } from '../support/parties.ts'
import { threadUntil } from '../support/story.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let own: GuaranteedTrade
let counter: PaymentCounter

beforeAll(async () => {
  hub = await startTestHub()
  own = await newGuaranteedTrade(hub)
  counter = await startPaymentCounter(hub, own.store)
})
afterEach(() => expectBooksToFit(hub))
afterAll(async () => {
  await counter?.close()
  await hub?.close()
})

test('goods that go back after the guarantor was called upon: the payer owes it less, and the seller pays the guarantor', async () => {
  const { id, transactionNumber } = await grantedGuarantee(own)
  const { threadId } = await acceptedUnder(own, transactionNumber)
  await letDayPass(hub, id)
  await own.seller.client.must('InvokeGuarantee', { guaranteeId: id })
  const wish = { threadId, reason: 'DAMAGED', amount: yen('300') }
  const { goodsReturn } = await own.buyer.client.must('RequestReturn', wish)
  await own.seller.client.must('AcceptReturn', { returnId: goodsReturn.id })
  await own.seller.client.must('ReportGoodsReturned', { returnId: goodsReturn.id })
  const query = 'query ($id: ID!) { guarantee(id: $id) { status owed { amount } steps { kind } } }'
  const seenBy = async (client: HubClient): Promise<Json> => (await client.send(query, { id })).data.guarantee
  for (const client of [own.buyer.client, own.guarantor.client])
    expect(await seenBy(client)).toMatchObject({ status: 'INVOKED', owed: { amount: '700' } })
  // What is between payer and guarantor is not the merchant's to know.
  const merchants = await seenBy(own.seller.client)
  expect(merchants).toMatchObject({ status: 'INVOKED', owed: null })
  expect(merchants.steps.map(({ kind }: Json) => kind)).not.toContain('REDUCED')
  const list = '{ settlementInstructions(first: 50) { edges { node { id obligation { kind } } } } }'
  const instruction = await eventually(
    'the refund to be owed',
    async () =>
      (await own.store.client.send(list)).data.settlementInstructions.edges.find(
        ({ node }: Json) => node.obligation?.kind === 'REFUND',
      )?.node,
    (found) => found !== undefined,
  )
  const report = { instructionId: instruction.id, outcome: 'SETTLED', reference: 'refund' }
  await own.store.client.must('ReportSettlement', report)
  const thread = await threadUntil(own.seller.client, threadId, ({ obligations }) =>
    obligations.some(({ kind, status }: Json) => kind === 'REFUND' && status === 'SETTLED'),
  )
  expect(thread.obligations.find(({ kind }: Json) => kind === 'REFUND')).toMatchObject({
    debtor: { name: 'Seller' },
    creditor: { name: 'Guarantor' },
    amount: yen('300'),
  })
  const dueIn = async (): Promise<Json> =>
    (
      await asOwner(hub.databaseUrl, (owner) =>
        owner.query(
          `select balance_minor::int as balance from reservations.account_state where kind = 'DUE_IN' and owner = $1 and institution_id = $2`,
          [own.seller.id, own.guarantor.id],
        ),
      )
    ).rows
  await eventually('the guarantor to have it in cash', dueIn, ([row]) => row?.balance === 0)
  expect((await counter.pay(transactionNumber, '1000')).code).toBe('INVALID_INPUT')
  expect(await counter.pay(transactionNumber, '700')).toMatchObject({ receipt: expect.any(String) })
  expect(await seenBy(own.buyer.client)).toMatchObject({ status: 'REPAID', owed: { amount: '0' } })
})
