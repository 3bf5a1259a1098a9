import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { verifyCertificateFile } from '@torihiki/contracts/certificate'
import { contractedThread, newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd'

/** A report of one line, of the number, with these quantities. */
function advice(kind: 'Despatch' | 'Receipt', number: string, quantities: Readonly<Record<string, string>>): string {
  const stated = Object.entries(quantities).map(
    ([name, value]) => `<cbc:${name}Quantity unitCode="C62">${value}</cbc:${name}Quantity>`,
  )
  return `<${kind}Advice xmlns="${ubl}:${kind}Advice-2" xmlns:cac="${ubl}:CommonAggregateComponents-2" xmlns:cbc="${ubl}:CommonBasicComponents-2">
    <cbc:ID>${number}</cbc:ID><cac:OrderReference><cbc:ID>PO-1</cbc:ID></cac:OrderReference>
    <cac:${kind}Line><cbc:ID>1</cbc:ID>${stated.join('')}
      <cac:OrderLineReference><cbc:LineID>1</cbc:LineID></cac:OrderLineReference><cac:Item/></cac:${kind}Line></${kind}Advice>`
}

const report = (who: 'buyer' | 'seller', threadId: string, document: string) =>
  trade[who].client.act('ReportGoods', { threadId, document })

test('despatches and receipts are added up per line, held against the contract and each other, and go on its record', async () => {
  const { threadId, contract } = await contractedThread(trade)
  const feed = trade.buyer.client.subscribe('CaseChanged', { view: 'SOURCE' })
  await feed.until('the start', (event) => event.kind === 'FEED_STARTED')
  await report('seller', threadId, advice('Despatch', 'D-1', { Delivered: '1', Backorder: '1' }))
  await feed.until('the report', (event) => event.event === 'GOODS_REPORTED' && event.thread.id === threadId)
  feed.stop()
  await report('seller', threadId, advice('Despatch', 'D-2', { Delivered: '1', Backorder: '0' }))
  const { thread } = await report('buyer', threadId, advice('Receipt', 'R-1', { Received: '1', Short: '1' }))
  expect(thread.status).toBe('CONTRACTED')
  expect(thread.goodsComparison).toMatchObject({
    agree: false,
    lines: [{ line: '1', unit: 'C62', ordered: '2', delivered: '2', received: '1', short: '1' }],
  })
  const found = thread.goodsComparison.discrepancies.find(({ rule }: { rule: string }) => rule === 'report.quantity')
  expect(found.message).toContain('Line 1')
  expect(found.remedy).toBe('Count again, and report it anew.')
  const { certificate } = (await trade.seller.client.run('Certificate', { contractId: contract.id })).contract
  const verdict = verifyCertificateFile(Buffer.from(certificate))
  expect(verdict.ok && verdict.proved.filter((sentence) => sentence.includes('a report on the goods'))).toHaveLength(3)
})

test('reports that say the same agree', async () => {
  const { threadId } = await contractedThread(trade)
  await report('seller', threadId, advice('Despatch', 'D-1', { Delivered: '2' }))
  const { thread } = await report('buyer', threadId, advice('Receipt', 'R-1', { Received: '2', Rejected: '1' }))
  expect(thread.goodsComparison).toMatchObject({
    agree: true,
    lines: [{ delivered: '2', received: '2', rejected: '1', short: '0' }],
    discrepancies: [],
  })
})

test('each side sends its own kind, under a number of its own, in a contract of its own; nothing else is counted', async () => {
  const { threadId } = await contractedThread(trade)
  const despatch = advice('Despatch', 'D-1', { Delivered: '2' })
  expect((await report('buyer', threadId, despatch)).code).toBe('UNSUPPORTED_DOCUMENT')
  expect((await report('seller', threadId, '<Order/>')).code).toBe('UNSUPPORTED_DOCUMENT')
  expect((await report('seller', threadId, 'no XML')).code).toMatch(/^[A-Z_]+$/)
  const both = await Promise.all([report('seller', threadId, despatch), report('seller', threadId, despatch)])
  expect(both.filter((each) => each.report)).toHaveLength(1)
  expect(both.find((each) => each.code)).toMatchObject({
    code: 'INVALID_FIELD',
    message: expect.stringContaining('D-1'),
  })
  expect((await trade.agent.client.act('ReportGoods', { threadId, document: despatch })).code).toBe('NOT_FOUND')
  const { threadId: open } = await openCase(trade)
  expect((await report('seller', open, despatch)).code).toBe('WRONG_STATE')
  const query =
    'query ($id: ID!) { caseThread(id: $id) { goodsReports { documentNumber } goodsComparison { lines { delivered } } } }'
  expect((await trade.buyer.client.send(query, { id: threadId })).data.caseThread).toEqual({
    goodsReports: [{ documentNumber: 'D-1' }],
    goodsComparison: { lines: [{ delivered: '2' }] },
  })
  expect((await trade.agent.client.send(query, { id: threadId })).data.caseThread).toBeNull()
})
