import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'

const limits = { timeoutMs: 15_000, everyMs: 20 }
const instruction = {
  instructionId: 'i-1',
  kind: 'PAY_IN',
  payerId: 'a',
  payeeId: 'bank',
  amountMinor: '450',
  currency: 'JPY',
  windowId: 'w',
}

/** A hub as the agent sees it: signs it in, lists instructions, and notes its reports; `failing` reports are lost. */
let hub: Server
let hubUrl = ''
let reports: { instructionId: string; outcome: string; reference: string; idempotencyKey: string }[] = []
let failing = 0
let agent: ChildProcess
let url = ''

const node = {
  id: 'i-9',
  kind: 'TRANSFER',
  payer: { id: 'a' },
  payee: { id: 'b' },
  amount: { amount: '12.50', currency: 'EUR' },
  window: null,
}

beforeAll(async () => {
  hub = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      query: string
      variables: { input: never }
    }
    const signedIn = request.headers.authorization === 'Bearer token'
    const answer = (data: object): void => void response.end(JSON.stringify({ data }))
    if (query.includes('logIn')) return answer({ logIn: { accessToken: 'token' } })
    if (!signedIn) return void response.end(JSON.stringify({ errors: [{ message: 'Sign in.' }] }))
    if (query.includes('settlementInstructions')) return answer({ settlementInstructions: { edges: [{ node }] } })
    if (failing-- > 0) return void response.writeHead(500).end('{}')
    reports.push(variables.input)
    return answer({ reportSettlement: { __typename: 'ReportSettlementPayload' } })
  })
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
  const address = hub.address()
  hubUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql`
})
afterAll(async () => {
  hub.closeAllConnections()
  await new Promise((resolve) => hub.close(resolve))
})
beforeEach(() => {
  reports = []
  failing = 0
})
afterEach(async () => {
  const ended = new Promise((resolve) => agent.once('exit', resolve))
  agent.kill('SIGTERM')
  await ended
})

async function start(...further: string[]): Promise<void> {
  const program = join(import.meta.dirname, 'settlement-agent.ts')
  const args = [
    program,
    '--port',
    '0',
    '--hub',
    hubUrl,
    '--login',
    'bank',
    '--password-env',
    'AGENT_PASSWORD',
    ...further,
  ]
  agent = spawn(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: '', AGENT_PASSWORD: 'secret' } })
  let output = ''
  agent.stdout?.on('data', (text) => (output += String(text)))
  url = await waitFor(async () => /listening on (\S+)/.exec(output)?.[1], { ...limits, what: 'the agent to listen' })
}

const post = (path: string, body: object) => fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })
const book = async () => (await (await fetch(`${url}/book`)).json()) as Record<string, unknown>[]
const untilReported = (count: number) =>
  waitFor(async () => reports.length >= count, { ...limits, what: 'the reports' })

test('takes an instruction, pays it once however often it is sent, and reports it', async () => {
  await start()
  expect((await post('/instructions', instruction)).status).toBe(202)
  expect((await post('/instructions', instruction)).status).toBe(200)
  expect((await post('/instructions', { ...instruction, amountMinor: '451' })).status).toBe(409)
  expect((await post('/instructions', { ...instruction, amountMinor: '-1' })).status).toBe(400)
  await untilReported(1)
  expect(reports).toEqual([
    expect.objectContaining({ instructionId: 'i-1', outcome: 'SETTLED', reference: 'SA-000001' }),
  ])
  expect(await book()).toMatchObject([instruction])
})

test('keeps what it paid to itself until it is released', async () => {
  await start('--mode', 'manual')
  await post('/instructions', instruction)
  expect(await book()).toMatchObject([{ reported: false }])
  expect(reports).toEqual([])
  await post('/control', { mode: 'release' })
  await untilReported(1)
  await post('/instructions', { ...instruction, instructionId: 'i-2' })
  await waitFor(async () => (await book())[0]?.['reported'] === true, { ...limits, what: 'the book to say so' })
  expect(await book()).toMatchObject([{ reported: true }, { reported: false }])
  await post('/control', { mode: 'auto' })
  await untilReported(2)
})

test('reports again what the hub did not take, under the same key', async () => {
  failing = 3
  await start()
  await post('/instructions', instruction)
  await untilReported(1)
  expect(reports).toEqual([expect.objectContaining({ idempotencyKey: 'settled i-1' })])
})

test('does not pay or report what was cancelled, before it came or after; what it reported is finished', async () => {
  await start('--mode', 'manual')
  const cancel = (instructionId: string, path = instructionId) =>
    post(`/instructions/${path}/cancellation`, { instructionId, windowId: 'w', reason: 'A member is insolvent.' })
  await post('/instructions', instruction)
  expect((await cancel('i-1')).status).toBe(200)
  expect((await cancel('i-1')).status).toBe(200)
  expect((await cancel('i-2')).status).toBe(200)
  expect((await cancel('i-3', 'i-4')).status).toBe(400)
  await post('/instructions', { ...instruction, instructionId: 'i-2' })
  await post('/instructions', { ...instruction, instructionId: 'i-3' })
  await post('/control', { mode: 'release' })
  await untilReported(1)
  expect(reports.map(({ instructionId }) => instructionId)).toEqual(['i-3'])
  await waitFor(async () => (await book())[2]?.['reported'] === true, { ...limits, what: 'the book to say so' })
  expect((await cancel('i-3')).status).toBe(409)
  expect(await book()).toMatchObject([{ cancelled: true }, { cancelled: true }, { cancelled: false }])
})

test('fetches its instructions by the API when the hub does not know its address', async () => {
  await start('--poll-ms', '20')
  await untilReported(1)
  expect(await book()).toMatchObject([
    { instructionId: 'i-9', kind: 'TRANSFER', amountMinor: '1250', currency: 'EUR', windowId: null },
  ])
})
