import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { jsonContract } from '../support/documents.ts'
import type { Json } from '../support/hub-client.ts'
import { newParty, type Party } from '../support/parties.ts'
import { contractedThread, newTrade, openCase, orderAndAccept, today, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'
import { verifyConsistency } from '../../subgraphs/contracts/src/domain/log/merkle.ts'

let hub: TestHub
let trade: Trade
const root = join(import.meta.dirname, '../..')

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

type MemberKey = { id: string; x: string; privateKey: KeyObject }

/** The lines that a member signs, as the manual describes them. */
const lines = (...texts: string[]): Buffer => Buffer.from(texts.map((text) => `${text}\n`).join(''), 'utf8')
const signed = (key: KeyObject, ...texts: string[]): string => sign(null, lines(...texts), key).toString('base64')

async function registerKey(party: Party): Promise<MemberKey> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const x = publicKey.export({ format: 'jwk' }).x ?? ''
  const proof = signed(privateKey, 'torihiki signing key v1', party.id, x)
  const { signingKey } = await party.client.must('RegisterSigningKey', { name: 'Office', publicKey: x, proof })
  return { id: signingKey.id, x, privateKey }
}

async function respondedThread(): Promise<string> {
  const { threadId } = await openCase(trade)
  await orderAndAccept(trade, threadId)
  return threadId
}

const signatureOf = (key: MemberKey, threadId: string, side: string, document = jsonContract()) => ({
  keyId: key.id,
  signature: signed(
    key.privateKey,
    'torihiki contract submission v1',
    createHash('sha256').update(document).digest('hex'),
    threadId,
    side,
  ),
})

const submit = (party: Party, threadId: string, signature?: object): Promise<Json> =>
  party.client.act('SubmitContract', { threadId, mediaType: 'JSON', document: jsonContract(), signature })

/** Runs `npm run verify` on a certificate with a key file. */
async function verify(certificate: string, keys: string): Promise<{ status: number | null; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  writeFileSync(join(folder, 'certificate.json'), certificate)
  writeFileSync(join(folder, 'key.json'), keys)
  const program = 'subgraphs/contracts/src/verify.ts'
  const child = spawn(
    process.execPath,
    [program, join(folder, 'certificate.json'), '--key', join(folder, 'key.json')],
    {
      cwd: root,
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [status]: (number | null)[] = await once(child, 'close')
  return { status: status ?? null, said }
}

const certificateOf = (contractId: string): Promise<Json> => trade.seller.client.run('Certificate', { contractId })

type Size = { treeSize: number; rootHash: string }

const checkpoint = async (): Promise<Size> =>
  (await trade.buyer.client.send('{ checkpoint { treeSize rootHash } }')).data.checkpoint

/** Whether the log is proved to have only grown from one size to the other. */
async function grew(from: Size, to: Size): Promise<boolean> {
  const { data } = await trade.buyer.client.send(
    'query ($a: Int!, $b: Int!) { consistencyProof(fromSize: $a, toSize: $b) }',
    { a: from.treeSize, b: to.treeSize },
  )
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
  const proof: Uint8Array[] = data.consistencyProof.map(bytes)
  return verifyConsistency(BigInt(from.treeSize), BigInt(to.treeSize), bytes(from.rootHash), bytes(to.rootHash), proof)
}

test('a member’s own signature goes on record with the contract, and is checked off line', async () => {
  const [buyerKey, sellerKey] = [await registerKey(trade.buyer), await registerKey(trade.seller)]
  const threadId = await respondedThread()
  await submit(trade.buyer, threadId, signatureOf(buyerKey, threadId, 'BUYER'))
  const { submission, contract } = await submit(trade.seller, threadId, signatureOf(sellerKey, threadId, 'SELLER'))
  expect(submission.signature.key.id).toBe(sellerKey.id)
  const { contract: read, logPublicKey } = await certificateOf(contract.id)
  const good = await verify(read.certificate, logPublicKey)
  expect(good.status).toBe(0)
  expect(good.said).toContain('signed the buyer’s document'.replace('’', "'"))
  expect(good.said).toContain("signed the seller's document")
  const { buyer } = JSON.parse(read.certificate).contract.content.body
  expect(buyer.signature).toMatchObject({ algorithm: 'Ed25519', keyId: buyerKey.id, publicKey: { x: buyerKey.x } })
})

test('without a signature a contract is notarized as before', async () => {
  const { contract } = await contractedThread(trade)
  const { contract: read } = await certificateOf(contract.id)
  expect(JSON.parse(read.certificate).contract.content.body.buyer).not.toHaveProperty('signature')
})

test('a signature over anything else is refused with the lines to be signed, and leaves nothing', async () => {
  const key = await registerKey(trade.buyer)
  const threadId = await respondedThread()
  const wrong = [
    signatureOf(key, threadId, 'SELLER'),
    signatureOf(key, await respondedThread(), 'BUYER'),
    signatureOf(key, threadId, 'BUYER', jsonContract({ price: 1 })),
    signatureOf({ ...key, privateKey: generateKeyPairSync('ed25519').privateKey }, threadId, 'BUYER'),
    { keyId: key.id, signature: 'nothing' },
    { keyId: key.id, signature: randomBytes(64).toString('base64') },
  ]
  for (const signature of wrong) {
    const refused = await submit(trade.buyer, threadId, signature)
    expect(refused).toMatchObject({ __typename: 'SignatureRefused', code: 'SIGNATURE_INVALID' })
    expect(refused.message).toContain(`"${threadId}", "BUYER"`)
  }
  expect((await trade.buyer.client.run('CaseThread', { id: threadId })).caseThread.submissions).toEqual([])
})

test('a key of another’s, or a revoked one, signs nothing more; what it signed stays valid', async () => {
  const [mine, theirs] = [await registerKey(trade.buyer), await registerKey(trade.seller)]
  const threadId = await respondedThread()
  const stolen = signatureOf(theirs, threadId, 'BUYER')
  expect((await submit(trade.buyer, threadId, stolen)).code).toBe('SIGNING_KEY_UNUSABLE')
  await submit(trade.buyer, threadId, signatureOf(mine, threadId, 'BUYER'))
  const { signingKey } = await trade.buyer.client.must('RevokeSigningKey', { signingKeyId: mine.id })
  expect(signingKey.revokedAt).not.toBeNull()
  expect((await trade.seller.client.act('RevokeSigningKey', { signingKeyId: mine.id })).code).toBe('NOT_FOUND')
  const again = await submit(trade.buyer, threadId, signatureOf(mine, threadId, 'BUYER'))
  expect(again).toMatchObject({ code: 'SIGNING_KEY_UNUSABLE', message: expect.stringContaining('revoked') })
  const { contract } = await submit(trade.seller, threadId)
  const { contract: read, logPublicKey } = await certificateOf(contract.id)
  expect((await verify(read.certificate, logPublicKey)).status).toBe(0)
})

test('a key is registered by who holds it, once, and none by which anybody can sign', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const jwk = publicKey.export({ format: 'jwk' })
  const x = jwk.x ?? ''
  const register = (given: object) =>
    trade.buyer.client.act('RegisterSigningKey', { name: 'Key', publicKey: x, proof: '', ...given })
  const ofSeller = signed(privateKey, 'torihiki signing key v1', trade.seller.id, x)
  expect((await register({ proof: ofSeller })).code).toBe('SIGNATURE_INVALID')
  expect((await register({ publicKey: 'short' })).code).toBe('INVALID_INPUT')
  const weak = await register({ publicKey: Buffer.from([1, ...Array<number>(31).fill(0)]).toString('base64') })
  expect(weak.faults[0].message).toContain('small order')
  const proof = signed(privateKey, 'torihiki signing key v1', trade.buyer.id, x)
  expect((await register({ proof, publicKey: JSON.stringify(jwk) })).signingKey.name).toBe('Key')
  expect(await register({ proof })).toMatchObject({ code: 'WRONG_STATE', state: 'REGISTERED' })
})

test('counterparts see a member’s keys, strangers do not', async () => {
  const key = await registerKey(trade.buyer)
  const { caseId } = await openCase(trade)
  const query = `query ($id: ID!) { case(id: $id) { source { signingKeys { id fingerprint revokedAt } } } }`
  const seen = (await trade.seller.client.send(query, { id: caseId })).data.case.source.signingKeys
  expect(seen).toContainEqual({ id: key.id, fingerprint: expect.any(String), revokedAt: null })
  const stranger = await newParty(hub.url, hub.admin, 'Stranger', ['SELLER'])
  const keysOf = async (client: Party['client'], id: string): Promise<Json> =>
    (await client.send('query ($id: ID!) { member(id: $id) { id signingKeys { id } } }', { id })).data.member
  expect(await keysOf(stranger.client, trade.buyer.id)).toEqual({ id: trade.buyer.id, signingKeys: null })
  expect(await keysOf(stranger.client, stranger.id)).toEqual({ id: stranger.id, signingKeys: [] })
  expect((await keysOf(trade.seller.client, trade.buyer.id)).signingKeys).toContainEqual({ id: key.id })
})

test('after the log’s key was changed, certificates of before and after both verify', async () => {
  const { contract: first, threadId } = await contractedThread(trade, { payment: 'ON_ACCOUNT' })
  const before = await certificateOf(first.id)
  const sizeBefore = await checkpoint()
  const rotate = (expectedGeneration: number) => hub.admin.act('RotateLogKey', { expectedGeneration })
  const [{ generation, toSize }] = (await trade.buyer.client.run('LogPublicKeys')).logPublicKeys.slice(-1)
  expect(toSize).toBeNull()
  expect((await trade.buyer.client.act('RotateLogKey', { expectedGeneration: generation })).code).toBe('NOT_ALLOWED')
  const answers = await Promise.all([rotate(generation), rotate(generation)])
  expect(answers.map((answer) => String(answer.code ?? answer.logPublicKey.generation)).toSorted()).toEqual([
    String(generation + 1),
    'WRONG_STATE',
  ])
  const rightAfter = await certificateOf(first.id)
  expect(rightAfter.logPublicKey).not.toBe(before.logPublicKey)
  await trade.seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  const { contract: second } = await contractedThread(trade)
  const [afterFirst, afterSecond] = [await certificateOf(first.id), await certificateOf(second.id)]
  const keys = JSON.stringify({ data: await trade.buyer.client.run('LogPublicKeys') })

  expect((await verify(before.contract.certificate, before.logPublicKey)).status).toBe(0)
  expect((await verify(before.contract.certificate, keys)).status).toBe(0)
  for (const { contract } of [rightAfter, afterFirst, afterSecond]) {
    expect((await verify(contract.certificate, afterSecond.logPublicKey)).status).toBe(0)
    expect((await verify(contract.certificate, keys)).status).toBe(0)
    const byTheOldKey = await verify(contract.certificate, before.logPublicKey)
    expect(byTheOldKey).toMatchObject({ status: 0, said: expect.stringContaining('stands behind the one that signed') })
  }
  expect((await verify(afterFirst.contract.certificate, keys)).said).toContain(
    'is a report of delivery on the same contract',
  )
  const sizeAfter = await checkpoint()
  expect(sizeAfter.treeSize).toBeGreaterThan(sizeBefore.treeSize + 1)
  expect(await grew(sizeBefore, sizeAfter)).toBe(true)
  const unvouched = JSON.parse(afterSecond.contract.certificate)
  delete unvouched.keyChain
  expect((await verify(JSON.stringify({ ...unvouched, version: 1 }), before.logPublicKey)).status).toBe(1)
  expect((await verify(before.contract.certificate, afterSecond.logPublicKey)).status).toBe(1)
})
