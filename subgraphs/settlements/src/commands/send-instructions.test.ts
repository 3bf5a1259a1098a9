import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { PublishedEvent } from '@torihiki/schema'
import { newId } from '@torihiki/shared/ids.ts'
import { agentKey, isSignatureOf, sweepInstructions, takeInstructionEvent } from '../index.ts'
import {
  actorOf,
  admin,
  codeOf,
  eventOf,
  openRoom,
  taken,
  type Instruction,
  type SettlementRoom,
} from '../testing/settlement-room.ts'
import { setInstructionEndpoint } from './set-instruction-endpoint.ts'
import { firstRetryMs, mostAttempts, retryAfterMs } from './send-instructions.ts'

type Got = { headers: IncomingHttpHeaders; body: string; url: string }

let server: Server
let got: Got[] = []
let answers: number[] = []
const [reachable, unreachable] = [newId(), newId()]
let room: SettlementRoom
let [a, b, url] = ['', '', '']

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
    got.push({ headers: request.headers, body: Buffer.concat(chunks).toString(), url: request.url ?? '' })
    response.writeHead(answers.shift() ?? 202).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
  room = await openRoom({ settlementAgents: new Map([[reachable, url]]) })
  ;[a, b] = [await room.member(), await room.member()]
})
afterAll(async () => {
  await room.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(() => {
  got = []
  answers = []
})
afterEach(() => room.expectSound())

const pass = (ms: number): void => void (room.clock.now = new Date(room.clock.now.getTime() + ms))

async function issued(agentId: string): Promise<{ instruction: Instruction; event: PublishedEvent }> {
  await room.owe({ debtorId: a, creditorId: b, amountMinor: '450', settlement: 'GROSS', agentId })
  const instruction = (await room.instructions()).at(-1)
  if (!instruction) throw new Error('There is no instruction.')
  return { instruction, event: eventOf('InstructionIssued', { instructionId: instruction.id }) }
}
const stateOf = async (id: string) =>
  (
    await room.query(
      'select status, attempt, taken_at is not null as taken, last_error from settlement_instruction where id = $1',
      [id],
    )
  )[0]

describe('an instruction', () => {
  test('goes to its agent once, signed, under its id as idempotency key', async () => {
    const { instruction, event } = await issued(reachable)
    await Promise.all([takeInstructionEvent(room.services, event), takeInstructionEvent(room.services, event)])
    await takeInstructionEvent(room.services, { ...event, id: newId() })
    expect(got).toHaveLength(1)
    const [{ headers, body, url } = { headers: {}, body: '', url: '' }] = got
    expect(url).toBe('/instructions')
    expect(JSON.parse(body)).toEqual({
      instructionId: instruction.id,
      kind: 'TRANSFER',
      payerId: a,
      payeeId: b,
      amountMinor: '450',
      currency: 'JPY',
      windowId: null,
    })
    expect(headers['idempotency-key']).toBe(instruction.id)
    const signature = String(headers['x-torihiki-signature'])
    expect(isSignatureOf(agentKey(room.hubSecret, reachable), body, signature)).toBe(true)
    expect(isSignatureOf(agentKey(room.hubSecret, unreachable), body, signature)).toBe(false)
    expect(isSignatureOf(agentKey(room.hubSecret, reachable), `${body} `, signature)).toBe(false)
    expect(await stateOf(instruction.id)).toEqual({ status: 'SENT', attempt: 1, taken: true, last_error: null })
    pass(firstRetryMs)
    expect(await sweepInstructions(room.services)).toBe(0)
  })

  test('that was not taken is sent again by the sweep, when its wait is over and not before', async () => {
    answers = [503, 500]
    const { instruction, event } = await issued(reachable)
    await takeInstructionEvent(room.services, event)
    expect(await stateOf(instruction.id)).toEqual({
      status: 'SENT',
      attempt: 1,
      taken: false,
      last_error: 'The agent answered 503.',
    })
    expect(await sweepInstructions(room.services)).toBe(0)
    pass(retryAfterMs(1))
    expect(
      await Promise.all([sweepInstructions(room.services), sweepInstructions(room.services)]).then((sent) =>
        sent.toSorted((x, y) => x - y),
      ),
    ).toEqual([0, 1])
    expect(await sweepInstructions(room.services)).toBe(0)
    pass(retryAfterMs(2))
    expect(await sweepInstructions(room.services)).toBe(1)
    expect(await stateOf(instruction.id)).toEqual({ status: 'SENT', attempt: 3, taken: true, last_error: null })
    expect(new Set(got.map(({ body }) => body)).size).toBe(1)
  })

  test('is sent by the sweep when the process that should have died before', async () => {
    const { instruction } = await issued(reachable)
    expect(await sweepInstructions(room.services)).toBe(0)
    pass(31_000)
    expect(await sweepInstructions(room.services)).toBe(1)
    expect(await stateOf(instruction.id)).toMatchObject({ status: 'SENT', taken: true })
  })

  test('is given up after so many attempts, and stays visible', async () => {
    answers = Array(mostAttempts + 5).fill(500)
    const { instruction, event } = await issued(reachable)
    await takeInstructionEvent(room.services, event)
    for (let i = 1; i < mostAttempts + 3; i++) {
      pass(retryAfterMs(i))
      await sweepInstructions(room.services)
    }
    expect(await stateOf(instruction.id)).toMatchObject({ status: 'SENT', attempt: mostAttempts, taken: false })
    expect(got).toHaveLength(mostAttempts)
    expect(taken(await room.report(instruction.id, await asAgent(reachable)))).toEqual({
      instructionId: instruction.id,
    })
  })

  test('of an agent without an address counts as sent; the agent finds it by the API', async () => {
    const { instruction, event } = await issued(unreachable)
    await takeInstructionEvent(room.services, event)
    expect(await stateOf(instruction.id)).toMatchObject({ status: 'SENT', taken: false })
    pass(86_400_000)
    expect(await sweepInstructions(room.services)).toBe(0)
    expect(got).toEqual([])
  })

  test('goes to the address that an administrator set, also one that waited for it', async () => {
    const late = await asAgent(newId())
    const { instruction, event } = await issued(late)
    await takeInstructionEvent(room.services, event)
    const set = (url: string, actor = admin, agentId = late) =>
      setInstructionEndpoint(room.services, actor, { idempotencyKey: newId(), agentId, url })
    expect(codeOf(await set('ftp://somewhere'))).toBe('INVALID_INPUT')
    expect(codeOf(await set(url, actorOf(late, 'SETTLEMENT_AGENT')))).toBe('NOT_ALLOWED')
    expect(codeOf(await set(url, admin, a))).toBe('NOT_FOUND')
    taken(await set('http://127.0.0.1:9'))
    taken(await set(url))
    expect(await sweepInstructions(room.services)).toBe(1)
    expect(await stateOf(instruction.id)).toMatchObject({ status: 'SENT', taken: true })
    expect(got).toHaveLength(1)
  })

  test('of many at once are all sent, though each connection to the database is taken', async () => {
    const events = []
    for (let i = 0; i < 30; i++) events.push((await issued(reachable)).event)
    await Promise.all(events.map((event) => takeInstructionEvent(room.services, event)))
    expect(new Set(got.map(({ headers }) => headers['idempotency-key'])).size).toBe(30)
  })

  test('that was reported already is not sent any more', async () => {
    const { instruction, event } = await issued(reachable)
    taken(await room.report(instruction.id, await asAgent(reachable)))
    await takeInstructionEvent(room.services, event)
    pass(86_400_000)
    expect(await sweepInstructions(room.services)).toBe(0)
    expect(got).toEqual([])
  })
})

async function asAgent(memberId: string): Promise<string> {
  await room.take(
    eventOf('MemberRecorded', {
      memberId,
      version: 1,
      status: 'ACTIVE',
      roles: ['SETTLEMENT_AGENT'],
      level: null,
      settlementAgentId: null,
      groupName: null,
    }),
  )
  return memberId
}
