import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sharedData } from '@torihiki/shared/testing/shared-data.ts'
import { Client } from 'pg'
import { verifyConsistency } from '../../subgraphs/contracts/src/domain/log/merkle.ts'
import { jsonContract } from '../support/documents.ts'
import { newParty } from '../support/parties.ts'
import { contractedThread, newTrade, openCase, orderAndAccept, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade
const root = join(import.meta.dirname, '../..')

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

async function respondedThread(): Promise<string> {
  const { threadId } = await openCase(trade)
  await orderAndAccept(trade, threadId)
  return threadId
}

const submit = (side: 'buyer' | 'seller', threadId: string, document: string, mediaType = 'JSON', conditions = {}) =>
  trade[side].client.act('SubmitContract', { threadId, mediaType, document, conditions })

test('equal documents are notarized, once, and both sides see the contract', async () => {
  const threadId = await respondedThread()
  const first = await submit('buyer', threadId, jsonContract())
  expect(first).toMatchObject({ comparison: null, contract: null, thread: { status: 'RESPONDED' } })
  const second = await submit('seller', threadId, jsonContract())
  expect(second.comparison).toMatchObject({ verdict: 'EQUAL', discrepancies: [] })
  expect(second.contract.total).toEqual({ amount: '1000', currency: 'JPY' })
  const { caseThread } = await trade.buyer.client.run('CaseThread', { id: threadId })
  expect(caseThread).toMatchObject({
    status: 'CONTRACTED',
    contract: { payment: 'RESERVED', settlement: 'NET', logEntries: [{ kind: 'CONTRACT_NOTARIZED' }] },
  })
  const again = await submit('buyer', threadId, jsonContract({ document: 'DOC-2' }))
  expect(again.contract.id).toBe(second.contract.id)
})

test('different documents show both sides every difference with its weight, and either may submit again', async () => {
  const threadId = await respondedThread()
  await submit('buyer', threadId, jsonContract())
  const different = await submit('seller', threadId, jsonContract({ quantity: 3 }))
  expect(different).toMatchObject({ contract: null, comparison: { verdict: 'DIFFERENT' } })
  const { comparison } = (await trade.buyer.client.run('CaseThread', { id: threadId })).caseThread
  expect(comparison.discrepancies).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        rule: 'line.quantity',
        buyerValue: expect.stringContaining('2'),
        sellerValue: expect.stringContaining('3'),
        weight: 'BLOCKING',
      }),
    ]),
  )
  expect((await submit('seller', threadId, jsonContract({ document: 'DOC-2' }))).contract).not.toBeNull()
})

test('conditions that both sides state must be identical', async () => {
  const threadId = await respondedThread()
  await submit('buyer', threadId, jsonContract(), 'JSON', { settlement: 'GROSS' })
  const { comparison, contract } = await submit('seller', threadId, jsonContract(), 'JSON', { settlement: 'NET' })
  expect(contract).toBeNull()
  expect(comparison.discrepancies).toMatchObject([
    { rule: 'conditions.settlement', path: '/conditions/settlement', buyerValue: 'GROSS', sellerValue: 'NET' },
  ])
})

test('both documents submitted at once are notarized exactly once', async () => {
  const threadId = await respondedThread()
  const [one, two] = await Promise.all([
    submit('buyer', threadId, jsonContract()),
    submit('seller', threadId, jsonContract()),
  ])
  const told = [one.contract, two.contract].filter((contract) => contract !== null)
  expect(told.length).toBeGreaterThan(0)
  expect(new Set(told.map(({ id, contractCode }) => `${id} ${contractCode}`)).size).toBe(1)
  const { caseThread } = await trade.buyer.client.run('CaseThread', { id: threadId })
  expect(caseThread).toMatchObject({ status: 'CONTRACTED', contract: { logEntries: [{ kind: 'CONTRACT_NOTARIZED' }] } })
  const kinds = caseThread.history.edges.map((edge: { node: { kind: string } }) => edge.node.kind)
  expect(kinds.filter((kind: string) => kind === 'CONTRACT_NOTARIZED')).toHaveLength(1)
})

test.each([
  ['<Order xmlns="urn:x"', 'XML', 'NOT_WELL_FORMED'],
  ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'XML', 'FORBIDDEN_XML'],
  ['<a/>', 'XML', 'UNSUPPORTED_DOCUMENT'],
  ['{"type":"torihiki.contract/1"}', 'JSON', 'INVALID_FIELD'],
])('a document that cannot be read is refused and leaves nothing: %s', async (document, mediaType, code) => {
  const threadId = await respondedThread()
  const refused = await submit('buyer', threadId, document, mediaType)
  expect(refused).toMatchObject({ __typename: 'UnreadableDocument', code })
  expect((await trade.buyer.client.run('CaseThread', { id: threadId })).caseThread.submissions).toEqual([])
})

test('without a settlement agent anywhere nothing is notarized', async () => {
  const agentless = { ...trade, buyer: await newParty(hub.url, hub.admin, 'Agentless', ['BUYER']) }
  const { threadId } = await openCase(agentless)
  await orderAndAccept(agentless, threadId)
  await agentless.buyer.client.must('SubmitContract', { threadId, mediaType: 'JSON', document: jsonContract() })
  const refused = await trade.seller.client.act('SubmitContract', {
    threadId,
    mediaType: 'JSON',
    document: jsonContract(),
  })
  expect(refused.code).toBe('SETTLEMENT_AGENT_MISSING')
  const named = await trade.seller.client.act('SubmitContract', {
    threadId,
    mediaType: 'JSON',
    document: jsonContract(),
    conditions: { settlementAgentId: trade.agent.id },
  })
  expect(named.contract).not.toBeNull()
})

test('the certificate is verified off line by the command, and fails when a byte of it is changed', async () => {
  const { contract } = await contractedThread(trade)
  await contractedThread(trade)
  const { contract: read, logPublicKey } = await trade.seller.client.run('Certificate', { contractId: contract.id })
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  const [certificate, key] = [join(folder, 'certificate.json'), join(folder, 'key.json')]
  writeFileSync(certificate, read.certificate)
  writeFileSync(key, logPublicKey)
  const verify = (file: string) =>
    spawnSync(process.execPath, ['subgraphs/contracts/src/verify.ts', file, '--key', key], {
      cwd: root,
      encoding: 'utf8',
    })
  const good = verify(certificate)
  expect(good.status).toBe(0)
  expect(good.stdout).toContain(contract.contractCode)
  writeFileSync(certificate, read.certificate.replace('"1000"', '"1001"'))
  expect(verify(certificate).status).toBe(1)
})

test('the log proves that it only grew, and refuses changes even to the role of the hub', async () => {
  const query = '{ checkpoint { treeSize rootHash } }'
  const before = (await trade.buyer.client.send(query)).data.checkpoint
  await contractedThread(trade)
  const after = (await trade.buyer.client.send(query)).data.checkpoint
  expect(after.treeSize).toBe(before.treeSize + 1)
  const { data } = await trade.buyer.client.send(
    'query ($a: Int!, $b: Int!) { consistencyProof(fromSize: $a, toSize: $b) }',
    { a: before.treeSize, b: after.treeSize },
  )
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
  expect(
    verifyConsistency(
      BigInt(before.treeSize),
      BigInt(after.treeSize),
      bytes(before.rootHash),
      bytes(after.rootHash),
      data.consistencyProof.map(bytes),
    ),
  ).toBe(true)
  const database = new Client({ connectionString: hub.databaseUrl })
  await database.connect()
  await expect(database.query(`update contracts.log_entry set kind = 'X'`)).rejects.toThrow(/never changed/)
  await expect(database.query('delete from contracts.log_entry')).rejects.toThrow(/never changed/)
  await database.end()
})

const ubl = sharedData('oasis-ubl')
const describeUbl = ubl ? describe : describe.skip
describeUbl('pairs of published documents get the verdicts that they must get', () => {
  const read = (name: string): string => readFileSync(join(ubl ?? '', `${name}-Example.xml`), 'utf8')
  test.each([
    ['UBL-Order-2.0', 'UBL-OrderResponseSimple-2.0', 'EQUAL'],
    ['UBL-Order-2.1', 'UBL-OrderResponse-2.1', 'DIFFERENT'],
    ['UBL-Order-2.1', 'UBL-OrderResponseSimple-2.1', 'EQUAL'],
    ['UBL-Order-2.1', 'UBL-OrderChange-2.1', 'DIFFERENT'],
    ['UBL-Quotation-2.0', 'UBL-Order-2.0', 'DIFFERENT'],
  ])('%s against %s: %s', async (buyer, seller, verdict) => {
    const threadId = await respondedThread()
    await submit('buyer', threadId, read(buyer), 'XML')
    const answer = await submit('seller', threadId, read(seller), 'XML')
    expect(answer.comparison.verdict).toBe(verdict)
    expect(answer.contract !== null).toBe(verdict === 'EQUAL')
  })

  test.each([
    ['UBL-OrderResponse-2.1', 'UBL-OrderResponseSimple-2.1', false],
    ['UBL-OrderResponseSimple-2.1', 'UBL-OrderResponse-2.1', true],
  ])(
    'the same answer with opposite contents is a conflict whatever the order of arrival: %s, then %s',
    async (first, second, notarized) => {
      const threadId = await respondedThread()
      await submit('buyer', threadId, read('UBL-Order-2.1'), 'XML')
      await submit('seller', threadId, read(first), 'XML')
      await submit('seller', threadId, read(second), 'XML')
      const { caseThread } = await trade.buyer.client.run('CaseThread', { id: threadId })
      expect(caseThread.conflicts).toHaveLength(1)
      expect(caseThread.submissions).toHaveLength(3)
      expect(caseThread.contract !== null).toBe(notarized)
    },
  )
})
