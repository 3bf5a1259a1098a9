import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import { newId } from '@torihiki/shared/ids.ts'
import { agentKey, auditSettlements, isSignatureOf, sweepCancellations, takeCancellationEvent } from '../index.ts'
import { actorOf, codeOf, eventOf, openRoom, taken, type SettlementRoom } from '../testing/settlement-room.ts'
import { mostToldAtOnce } from './abort-settlement-window.ts'
import { mostAttempts, retryAfterMs } from './send-instructions.ts'

let room: SettlementRoom
let server: Server
let url = ''
let got: { url: string; key: string; signature: string; body: string }[] = []
let answers: number[] = []
let [agent, a, b, c] = ['', '', '', '']
const reachable = newId()

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
    const { 'idempotency-key': key, 'x-torihiki-signature': signature } = request.headers
    got.push({
      url: request.url ?? '',
      key: String(key),
      signature: String(signature),
      body: Buffer.concat(chunks).toString(),
    })
    response.writeHead(answers.shift() ?? 200).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  room = await openRoom({ settlementAgents: new Map([[reachable, url]]) })
})
beforeEach(async () => {
  got = []
  answers = []
  agent = await room.member(['SETTLEMENT_AGENT'])
  ;[a, b, c] = [await room.member(), await room.member(), await room.member()]
})
afterAll(async () => {
  await room.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
afterEach(() => room.expectSound())

const pass = (ms: number): void => void (room.clock.now = new Date(room.clock.now.getTime() + ms))
const owe = (debtorId: string, creditorId: string, amountMinor: string, agentId = agent) =>
  room.owe({ debtorId, creditorId, amountMinor, agentId })
async function closedWindow(agentId = agent): Promise<{ windowId: string; instructionIds: string[] }> {
  await owe(a, b, '1000', agentId)
  await owe(b, c, '300', agentId)
  const { windowId } = taken(await room.closeWindow(agentId))
  const rows = await room.query('select id from settlement_instruction where window_id = $1 order by id', [windowId])
  return { windowId, instructionIds: rows.map(({ id }) => id ?? '') }
}
const stateOf = async (windowId: string) => ({
  window: (await room.query('select status from settlement_window where id = $1', [windowId]))[0]?.['status'],
  obligations: (
    await room.query(
      'select o.status from obligation o join window_obligation x on x.obligation_id = o.id where x.window_id = $1 order by o.id',
      [windowId],
    )
  ).map(({ status }) => status),
  instructions: [
    ...new Set(
      (await room.query('select status from settlement_instruction where window_id = $1', [windowId])).map(
        ({ status }) => status,
      ),
    ),
  ],
})

describe('to abort a window', () => {
  test('takes step 8 back: all is owed openly again, positions stay on record, instructions are cancelled, and everybody is told', async () => {
    await owe(a, b, '1000')
    await owe(b, c, '300')
    const before = await room.balances()
    const { windowId } = taken(await room.closeWindow(agent))
    taken(await room.abort(windowId, actorOf(agent, 'SETTLEMENT_AGENT')))
    expect(await stateOf(windowId)).toEqual({
      window: 'ABORTED',
      obligations: ['OPEN', 'OPEN'],
      instructions: ['CANCELLED'],
    })
    expect(new Set(await room.balances())).toEqual(new Set(before))
    const positions = await room.query('select net_minor from net_position where window_id = $1 order by net_minor', [
      windowId,
    ])
    expect(positions.map(({ net_minor }) => net_minor)).toEqual(['-1000', '300', '700'])
    expect((await room.published('SettlementAborted')).filter((p) => p.windowId === windowId)).toHaveLength(2)
    const told = (await room.published('SettlementWindowAborted')).filter((p) => p.windowId === windowId)
    expect(told).toEqual([{ windowId, agentId: agent, toldIds: [a, b, c].toSorted() }])
    const feed = await room.query('select body from feed_entry where feed = $1 order by seq desc limit 1', [
      `obligations/${a}`,
    ])
    expect(feed[0]?.['body']).toEqual({ statusBefore: 'IN_WINDOW', statusAfter: 'OPEN' })
  })

  test('lets what it took in go into the next window, which settles it once; a second abort counts again', async () => {
    const first = await closedWindow()
    taken(await room.abort(first.windowId))
    const second = taken(await room.closeWindow(agent))
    taken(await room.abort(second.windowId))
    const { windowId } = taken(await room.closeWindow(agent))
    for (const { id } of await room.query('select id from settlement_instruction where window_id = $1', [windowId]))
      taken(await room.report(id ?? '', agent))
    expect(await stateOf(windowId)).toMatchObject({ window: 'SETTLED', obligations: ['SETTLED', 'SETTLED'] })
    const settled = (await room.published('ObligationSettled')).filter((p) => p.agentId === agent)
    expect(settled.map((p) => p.windowId)).toEqual([windowId, windowId])
    const turns = await room.query(
      'select x.turn, x.window_id from window_obligation x join obligation o on o.id = x.obligation_id where o.debtor_id = $1 order by turn',
      [a],
    )
    expect(turns).toEqual([
      { turn: 1, window_id: first.windowId },
      { turn: 2, window_id: second.windowId },
      { turn: 3, window_id: windowId },
    ])
    await expect(
      room.query(
        'insert into window_obligation (window_id, obligation_id, turn) select $1, obligation_id, turn from window_obligation where window_id = $2',
        [first.windowId, windowId],
      ),
    ).rejects.toThrow(/duplicate key|unique/i)
  })

  test('is refused once something of it is settled, once it is over, and to whoever it does not belong', async () => {
    const { windowId, instructionIds } = await closedWindow()
    expect(codeOf(await room.abort(windowId, actorOf(a)))).toBe('NOT_ALLOWED')
    expect(codeOf(await room.abort(windowId, actorOf(newId(), 'SETTLEMENT_AGENT')))).toBe('NOT_FOUND')
    expect(codeOf(await room.abort(newId()))).toBe('NOT_FOUND')
    expect(codeOf(await room.abort('nothing'))).toBe('INVALID_INPUT')
    const [first = '', ...others] = instructionIds
    taken(await room.report(first, agent))
    const refusal = await room.abort(windowId)
    expect(refusal).toMatchObject({ code: 'WRONG_STATE', state: 'SETTLING' })
    expect(refusal).toMatchObject({ message: expect.stringContaining('a settlement begun is finished') })
    for (const id of others) taken(await room.report(id, agent))
    expect(await room.abort(windowId)).toMatchObject({ code: 'WRONG_STATE', state: 'SETTLED' })
    const again = await closedWindow()
    taken(await room.abort(again.windowId))
    expect(await room.abort(again.windowId)).toMatchObject({ code: 'WRONG_STATE', state: 'ABORTED' })
  })

  test('with the same key gives the same answer; a failed instruction is no hindrance; a late report is refused and told what to do', async () => {
    const { windowId, instructionIds } = await closedWindow()
    const [first = ''] = instructionIds
    taken(await room.report(first, agent, 'FAILED', 'no cover'))
    const key = newId()
    const answer = taken(await room.abort(windowId, undefined, key))
    expect(await room.abort(windowId, undefined, key)).toEqual(answer)
    for (const outcome of ['SETTLED', 'FAILED'] as const) {
      const refusal = await room.report(first, agent, outcome)
      expect(refusal).toMatchObject({ code: 'WRONG_STATE', state: 'CANCELLED' })
      expect(refusal).toMatchObject({ message: expect.stringContaining('give back what you have paid') })
    }
  })

  test.each([1, 2, 3, 4, 5, 6])('at once with a report: one of the two wins, round %i', async () => {
    const { windowId, instructionIds } = await closedWindow()
    const reports = instructionIds.map((id) => () => room.report(id, agent))
    const acts = [...reports, () => room.abort(windowId), () => room.closeWindow(agent)]
    await Promise.all(acts.map((act) => act()))
    const { window, instructions } = await stateOf(windowId)
    expect([
      ['ABORTED', ['CANCELLED']],
      ['SETTLED', ['SETTLED']],
    ]).toContainEqual([window, instructions])
    await room.expectSound()
  })

  test('tells no more than so many members by one event', async () => {
    for (let i = 0; i < mostToldAtOnce; i++) await owe(await room.member(), b, '1')
    const { windowId } = taken(await room.closeWindow(agent))
    taken(await room.abort(windowId))
    const told = (await room.published('SettlementWindowAborted')).filter((p) => p.windowId === windowId)
    expect(told.map(({ toldIds }) => toldIds.length)).toEqual([mostToldAtOnce, 1])
    expect(new Set(told.flatMap(({ toldIds }) => toldIds)).size).toBe(mostToldAtOnce + 1)
  })
})

describe('a cancellation', () => {
  const cancelled = async () => {
    await room.take(
      eventOf('MemberRecorded', {
        memberId: reachable,
        version: 1,
        status: 'ACTIVE',
        roles: ['SETTLEMENT_AGENT'],
        level: null,
        settlementAgentId: null,
        groupName: null,
      }),
    )
    await owe(a, b, '50', reachable)
    const { windowId } = taken(await room.closeWindow(reachable))
    const [row] = await room.query('select id from settlement_instruction where window_id = $1 order by kind', [
      windowId,
    ])
    const [other] = await room.query('select id from settlement_instruction where window_id = $1 order by kind desc', [
      windowId,
    ])
    taken(await room.abort(windowId))
    const [instructionId, otherId] = [row?.['id'] ?? '', other?.['id'] ?? '']
    await takeCancellationEvent(room.services, eventOf('InstructionCancelled', { instructionId: otherId }))
    got = []
    return { windowId, instructionId, event: eventOf('InstructionCancelled', { instructionId }) }
  }

  test('goes to the agent once, signed, and again until it is taken', async () => {
    const { windowId, instructionId, event } = await cancelled()
    answers = [503, 500]
    await Promise.all([takeCancellationEvent(room.services, event), takeCancellationEvent(room.services, event)])
    await takeCancellationEvent(room.services, { ...event, id: newId() })
    expect(got).toHaveLength(1)
    expect(await sweepCancellations(room.services)).toBe(0)
    pass(retryAfterMs(1))
    const sent = await Promise.all([sweepCancellations(room.services), sweepCancellations(room.services)])
    expect(sent.toSorted((x, y) => x - y)).toEqual([0, 1])
    pass(retryAfterMs(2))
    expect(await sweepCancellations(room.services)).toBe(1)
    pass(86_400_000)
    expect(await sweepCancellations(room.services)).toBe(0)
    expect(got).toHaveLength(3)
    for (const each of got) {
      expect(each.url).toBe(`/instructions/${instructionId}/cancellation`)
      expect(each.key).toBe(`${instructionId}/cancellation`)
      expect(JSON.parse(each.body)).toEqual({ instructionId, windowId, reason: 'A member is insolvent.' })
      expect(isSignatureOf(agentKey(room.hubSecret, reachable), each.body, each.signature)).toBe(true)
    }
  })

  test('is sent by the sweep when the process that should have died before, and given up after so many attempts', async () => {
    const { instructionId } = await cancelled()
    answers = Array(4 * mostAttempts).fill(500)
    for (let i = 0; i < mostAttempts + 3; i++) {
      pass(Math.max(31_000, retryAfterMs(i + 1)))
      await sweepCancellations(room.services)
    }
    expect(got.filter(({ key }) => key.startsWith(instructionId))).toHaveLength(mostAttempts)
    const [row] = await room.query('select * from instruction_cancellation where instruction_id = $1', [instructionId])
    expect(row).toMatchObject({ attempt: mostAttempts, taken_at: null, last_error: 'The agent answered 500.' })
  })

  test('of an agent without an address waits for one', async () => {
    const { instructionIds } = await closedWindow()
    const [window] = await room.query('select window_id from settlement_instruction where id = $1', [instructionIds[0]])
    taken(await room.abort(window?.['window_id'] ?? ''))
    for (const instructionId of instructionIds)
      await takeCancellationEvent(room.services, eventOf('InstructionCancelled', { instructionId }))
    pass(86_400_000)
    expect(await sweepCancellations(room.services)).toBe(0)
    await room.query('insert into agent_endpoint (agent_id, url, set_at) values ($1, $2, now())', [agent, url])
    expect(await sweepCancellations(room.services)).toBe(instructionIds.length)
  })
})

test('what is on record of an abort is never changed, and the audit finds one that is not whole', async () => {
  const { windowId } = await closedWindow()
  taken(await room.abort(windowId))
  await expect(room.query(`update window_abort set reason = 'another'`)).rejects.toThrow(
    /permission denied|never changed/,
  )
  await room.query(`update settlement_instruction set status = 'SENT' where window_id = $1`, [windowId])
  await room.query(`update obligation set status = 'IN_WINDOW' where agent_id = $1`, [agent])
  const found = new Set((await auditSettlements(room.services)).map(({ rule }) => rule))
  expect(found).toContain('with an aborted window all of its instructions are cancelled, and no others')
  expect(found).toContain(
    'an obligation is in one window that is not aborted at most, and in one while it is IN_WINDOW',
  )
  await room.query(`update settlement_instruction set status = 'CANCELLED' where window_id = $1`, [windowId])
  await room.query(`update obligation set status = 'OPEN' where agent_id = $1`, [agent])
})
