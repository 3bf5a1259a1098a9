import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { jsonContract } from '../support/documents.ts'
import type { Json } from '../support/hub-client.ts'
import { newParty } from '../support/parties.ts'
import { newTrade, openCase, orderAndAccept, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'
import { verifyCertificate } from '../../subgraphs/contracts/src/domain/log/certificate.ts'

let hub: TestHub

beforeAll(async () => {
  hub = await startTestHub()
})
afterAll(() => hub.close())

const rules = { currency: 'JPY', unitPrice: { absolute: '5' }, amounts: { ppm: 20_000 } }

async function respondedThread(trade: Trade): Promise<string> {
  const { threadId } = await openCase(trade)
  await orderAndAccept(trade, threadId)
  return threadId
}

const propose = (trade: Trade, further: object = {}): Promise<Json> =>
  trade.buyer.client.act('ProposeToleranceProfile', {
    counterpartId: trade.seller.id,
    name: 'Coils',
    rules,
    ...further,
  })

async function agree(trade: Trade, further: object = {}): Promise<Json> {
  const { toleranceProfile } = await propose(trade, further)
  const accepted = await trade.seller.client.must('AcceptToleranceProfile', { toleranceProfileId: toleranceProfile.id })
  return accepted.toleranceProfile
}

const submit = (party: Trade['buyer'], threadId: string, document: string, further: object = {}): Promise<Json> =>
  party.client.act('SubmitContract', { threadId, mediaType: 'JSON', document, ...further })

const dearer = jsonContract({ price: 505 })

test('two differing documents are equal within tolerances agreed beforehand, and the certificate names them', async () => {
  const trade = await newTrade(hub)
  const { toleranceProfile: proposed } = await propose(trade)
  expect(proposed).toMatchObject({ version: 1, status: 'PROPOSED', acceptedAt: null })
  const { toleranceProfile: active } = await trade.seller.client.must('AcceptToleranceProfile', {
    toleranceProfileId: proposed.id,
  })
  expect(active).toMatchObject({ id: proposed.id, status: 'ACTIVE', sha256: proposed.sha256 })
  const threadId = await respondedThread(trade)
  await submit(trade.buyer, threadId, jsonContract())
  const { comparison, contract } = await submit(trade.seller, threadId, dearer)
  expect(comparison).toMatchObject({
    verdict: 'EQUAL_WITHIN_TOLERANCE',
    tolerance: { profileId: active.profileId, version: 1, sha256: active.sha256 },
  })
  expect(comparison.discrepancies).toContainEqual(
    expect.objectContaining({ rule: 'line.price', weight: 'MINOR', tolerance: '5 JPY/C62' }),
  )
  expect(contract.total).toEqual({ amount: '1000', currency: 'JPY' })
  const { contract: read } = await trade.buyer.client.run('Certificate', { contractId: contract.id })
  const certificate = JSON.parse(read.certificate)
  expect(certificate.contract.content.body).toMatchObject({
    comparison: { toleranceProfile: { id: active.profileId, version: '1', sha256: active.sha256 } },
    tolerance: { sha256: active.sha256, proposedBy: trade.buyer.id, agreement: { name: 'Coils', version: '1' } },
  })
  const verdict = verifyCertificate(certificate)
  expect(verdict.ok && verdict.proved.join('\n')).toContain(active.sha256)
})

test('what was agreed after a document came, or not at all, changes nothing of it', async () => {
  const trade = await newTrade(hub)
  const threadId = await respondedThread(trade)
  await propose(trade)
  await submit(trade.buyer, threadId, jsonContract())
  await agree(trade)
  const late = await submit(trade.seller, threadId, dearer)
  expect(late.comparison).toMatchObject({ verdict: 'DIFFERENT', tolerance: { profileId: 'torihiki-rounding/1' } })
  const stillLate = await submit(trade.seller, threadId, jsonContract({ price: 505, document: 'DOC-2' }))
  expect(stillLate.comparison.verdict).toBe('DIFFERENT')
  const resubmitted = await submit(trade.buyer, threadId, jsonContract({ document: 'DOC-3' }))
  expect(resubmitted).toMatchObject({ comparison: { verdict: 'EQUAL_WITHIN_TOLERANCE', tolerance: { version: 2 } } })
  expect(resubmitted.contract).not.toBeNull()
})

test('a side may rule tolerances out for a document of its own', async () => {
  const trade = await newTrade(hub)
  await agree(trade)
  const threadId = await respondedThread(trade)
  const first = await submit(trade.buyer, threadId, jsonContract(), { tolerance: 'ROUNDING_ONLY' })
  expect(first.submission.roundingOnly).toBe(true)
  const { comparison, contract } = await submit(trade.seller, threadId, dearer)
  expect([comparison.verdict, comparison.tolerance.profileId, contract]).toEqual([
    'DIFFERENT',
    'torihiki-rounding/1',
    null,
  ])
})

test('beyond the tolerances documents are different, in words and by code', async () => {
  const trade = await newTrade(hub)
  await agree(trade)
  const threadId = await respondedThread(trade)
  await submit(trade.buyer, threadId, jsonContract())
  const { comparison } = await submit(trade.seller, threadId, jsonContract({ price: 506 }))
  const found = comparison.discrepancies.find((each: Json) => each.rule === 'line.price')
  expect(found).toEqual({
    rule: 'line.price',
    path: '/lines/1/price',
    buyerValue: '500 per 1 C62',
    sellerValue: '506 per 1 C62',
    buyerNormalised: '500 JPY/C62',
    sellerNormalised: '506 JPY/C62',
    tolerance: '5 JPY/C62',
    weight: 'BLOCKING',
    message:
      'Line 1, the unit price: the buyer states 500 per 1 C62 (compared as 500 JPY/C62), the seller states 506 per 1 C62 (compared as 506 JPY/C62); they may be 5 JPY/C62 apart at most. The contract cannot be notarized so.',
    remedy: 'Correct the price or its base and submit that document again, or agree on a tolerance profile first.',
  })
})

test('boxes are pieces only where a factor for them is agreed, and until it is ended', async () => {
  const trade = await newTrade(hub)
  const boxes = jsonContract()
    .replace('"quantity":{"value":"2","unit":"C62"}', '"quantity":{"value":"1","unit":"XBX"}')
    .replace('"price":{"amount":"500"}', '"price":{"amount":"1000"}')
  const compared = async (): Promise<string> => {
    const threadId = await respondedThread(trade)
    await submit(trade.buyer, threadId, jsonContract())
    return (await submit(trade.seller, threadId, boxes)).comparison.verdict
  }
  expect(await compared()).toBe('DIFFERENT')
  const { id } = await agree(trade, { rules: { factors: [{ unit: 'XBX', contains: '2', of: 'C62' }] } })
  expect(await compared()).toBe('EQUAL')
  const { toleranceProfile } = await trade.seller.client.must('EndToleranceProfile', { toleranceProfileId: id })
  expect(toleranceProfile.status).toBe('ENDED')
  expect(await compared()).toBe('DIFFERENT')
})

test('versions follow one another and none is overwritten', async () => {
  const trade = await newTrade(hub)
  const first = await agree(trade)
  const second = await agree(trade, { name: 'Wider', rules: { ...rules, deliveryDays: 3 } })
  expect([second.profileId === first.profileId, second.version]).toEqual([true, 2])
  expect(second.sha256).not.toBe(first.sha256)
  const list = async (client: Trade['buyer']['client']): Promise<Json[]> =>
    (await client.run('ToleranceProfiles', { counterpartId: trade.seller.id })).viewer.toleranceProfiles.edges.map(
      ({ node }: Json) => [node.version, node.name, node.status, node.rules.deliveryDays],
    )
  expect(await list(trade.buyer.client)).toEqual([
    [2, 'Wider', 'ACTIVE', 3],
    [1, 'Coils', 'SUPERSEDED', null],
  ])
  const stranger = await newParty(hub.url, hub.admin, 'Stranger', ['BUYER'])
  expect(await list(stranger.client)).toEqual([])
  const over = await trade.buyer.client.act('EndToleranceProfile', { toleranceProfileId: first.id })
  expect(over).toMatchObject({ code: 'WRONG_STATE', state: 'SUPERSEDED' })
})

test('only the other member accepts, once; strangers learn nothing; two at once accept once', async () => {
  const trade = await newTrade(hub)
  const { toleranceProfile } = await propose(trade)
  const input = { toleranceProfileId: toleranceProfile.id }
  expect((await trade.buyer.client.act('AcceptToleranceProfile', input)).code).toBe('NOT_ALLOWED')
  const stranger = await newParty(hub.url, hub.admin, 'Stranger', ['SELLER'])
  expect((await stranger.client.act('AcceptToleranceProfile', input)).code).toBe('NOT_FOUND')
  expect((await stranger.client.act('EndToleranceProfile', input)).code).toBe('NOT_FOUND')
  const twice = await Promise.all([1, 2].map(() => trade.seller.client.act('AcceptToleranceProfile', input)))
  expect(twice.map((answer) => String(answer.code ?? answer.toleranceProfile.status)).toSorted()).toEqual([
    'ACTIVE',
    'WRONG_STATE',
  ])
})

test.each([
  ['a counterpart that is oneself', { counterpartId: 'self' }, 'counterpartId'],
  ['an absolute amount without a currency', { rules: { amounts: { absolute: '1' } } }, 'rules.currency'],
  ['more than a half', { rules: { unitPrice: { ppm: 500_001 } } }, 'rules.unitPrice.ppm'],
  ['less than nothing', { rules: { quantity: { absolute: '-1', unit: 'KGM' } } }, 'rules.quantity.absolute'],
  ['an absolute quantity without a unit', { rules: { quantity: { absolute: '1' } } }, 'rules.quantity.unit'],
  ['a factor that the table has', { rules: { factors: [{ unit: 'GRM', contains: '2', of: 'KGM' }] } }, 'rules.factors'],
  ['a factor of nothing', { rules: { factors: [{ unit: 'XBX', contains: '0', of: 'C62' }] } }, 'rules.factors'],
  [
    'two factors for one unit',
    {
      rules: {
        factors: [
          { unit: 'XBX', contains: '2', of: 'C62' },
          { unit: 'XBX', contains: '3', of: 'C62' },
        ],
      },
    },
    'rules.factors',
  ],
  ['a number that never ends', { rules: { amounts: { absolute: '9'.repeat(41) } } }, 'rules.amounts.absolute'],
])('%s is refused with its place', async (_sentence, further: object, path) => {
  const trade = await newTrade(hub)
  const refused = await propose(trade, 'counterpartId' in further ? { counterpartId: trade.buyer.id } : further)
  expect(refused.code).toBe('INVALID_INPUT')
  expect(refused.faults[0].path).toContain(path)
})
