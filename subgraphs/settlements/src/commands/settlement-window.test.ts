import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { actorOf, captureOf, codeOf, openRoom, taken, type SettlementRoom } from '../testing/settlement-room.ts'
import { closeSettlementWindow } from './close-settlement-window.ts'
import { reportSettlement } from './report-settlement.ts'

let room: SettlementRoom
let [agent, a, b, c] = ['', '', '', '']

beforeAll(async () => {
  room = await openRoom()
})
beforeEach(async () => {
  agent = await room.member(['SETTLEMENT_AGENT'])
  ;[a, b, c] = [await room.member(), await room.member(undefined, 'North'), await room.member(undefined, 'North')]
})
afterAll(() => room.close())
afterEach(() => room.expectSound())

const owe = (debtorId: string, creditorId: string, amountMinor: string, currency = 'JPY') =>
  room.owe({ debtorId, creditorId, amountMinor, currency, agentId: agent })
const ofWindow = (windowId: string) =>
  room.query<{ id: string; kind: string; payer_id: string; payee_id: string; amount_minor: string }>(
    'select * from settlement_instruction where window_id = $1 order by kind, amount_minor',
    [windowId],
  )
const statusOf = async (windowId: string) =>
  (await room.query('select status from settlement_window where id = $1', [windowId]))[0]?.['status']
const obligationsIn = (windowId: string) =>
  room.query(
    'select o.status from obligation o join window_obligation w on w.obligation_id = o.id where w.window_id = $1',
    [windowId],
  )
const balancesOfWindow = (windowId: string) =>
  room.query<{ balance: string }>('select balance from ledger_account where window_id = $1', [windowId])
const agentBalance = () =>
  room.query('select balance from ledger_account where member_id = $1 and balance <> 0', [agent])

describe('closing a window', () => {
  test('nets what is owed in a ring, with a position for everybody that sums to zero, and instructs net payers and payees alone', async () => {
    await owe(a, b, '1000')
    await owe(b, c, '1000')
    await owe(c, a, '400')
    await owe(a, c, '50', 'EUR')
    const { windowId } = taken(await room.closeWindow(agent))
    const positions = await room.query(
      'select currency, member_id, owes_minor, owed_minor, net_minor from net_position where window_id = $1',
      [windowId],
    )
    expect(new Set(positions)).toEqual(
      new Set([
        { currency: 'JPY', member_id: a, owes_minor: '1000', owed_minor: '400', net_minor: '-600' },
        { currency: 'JPY', member_id: b, owes_minor: '1000', owed_minor: '1000', net_minor: '0' },
        { currency: 'JPY', member_id: c, owes_minor: '400', owed_minor: '1000', net_minor: '600' },
        { currency: 'EUR', member_id: a, owes_minor: '50', owed_minor: '0', net_minor: '-50' },
        { currency: 'EUR', member_id: c, owes_minor: '0', owed_minor: '50', net_minor: '50' },
      ]),
    )
    expect(await ofWindow(windowId)).toMatchObject([
      { kind: 'PAY_IN', payer_id: a, payee_id: agent, amount_minor: '50' },
      { kind: 'PAY_IN', payer_id: a, payee_id: agent, amount_minor: '600' },
      { kind: 'PAY_OUT', payer_id: agent, payee_id: c, amount_minor: '50' },
      { kind: 'PAY_OUT', payer_id: agent, payee_id: c, amount_minor: '600' },
    ])
    const groups = await room.query(
      'select currency, group_name, member_id, net_minor from group_position where window_id = $1 order by currency, net_minor',
      [windowId],
    )
    expect(groups).toEqual([
      { currency: 'EUR', group_name: null, member_id: a, net_minor: '-50' },
      { currency: 'EUR', group_name: 'North', member_id: null, net_minor: '50' },
      { currency: 'JPY', group_name: null, member_id: a, net_minor: '-600' },
      { currency: 'JPY', group_name: 'North', member_id: null, net_minor: '600' },
    ])
    expect((await balancesOfWindow(windowId)).reduce((sum, { balance }) => sum + BigInt(balance), 0n)).toBe(0n)
    expect(await statusOf(windowId)).toBe('SETTLING')
    expect((await room.published('SettlementStarted')).filter((p) => p.windowId === windowId)).toHaveLength(4)
  })

  test('takes in open obligations of its agent alone, and is refused when none waits', async () => {
    const other = await room.member(['SETTLEMENT_AGENT'])
    await owe(a, b, '10')
    expect(codeOf(await room.closeWindow(other))).toBe('NOTHING_TO_SETTLE')
    taken(await room.closeWindow(agent))
    expect(codeOf(await room.closeWindow(agent))).toBe('NOTHING_TO_SETTLE')
  })

  test('is for administrators, and says what is wrong with its input', async () => {
    await owe(a, b, '10')
    const input = { idempotencyKey: newId(), agentId: agent }
    expect(codeOf(await closeSettlementWindow(room.services, actorOf(agent, 'SETTLEMENT_AGENT'), input))).toBe(
      'NOT_ALLOWED',
    )
    expect(codeOf(await room.closeWindow('nobody'))).toBe('INVALID_INPUT')
  })

  test('with the same key gives the same window, with another input a conflict', async () => {
    await owe(a, b, '10')
    const key = newId()
    const first = taken(await room.closeWindow(agent, key))
    await owe(a, b, '20')
    expect(await room.closeWindow(agent, key)).toEqual(first)
    expect(codeOf(await room.closeWindow(newId(), key))).toBe('IDEMPOTENCY_KEY_REUSED')
    taken(await room.closeWindow(agent))
  })

  test('at once by several takes each obligation into exactly one window', async () => {
    for (let i = 0; i < 12; i++) await owe(i % 2 ? a : b, c, String(10 + i))
    const closings = Array.from({ length: 8 }, () => room.closeWindow(agent))
    const arriving = [owe(a, b, '5'), owe(b, a, '6')]
    const answers = await Promise.all(closings)
    await Promise.all(arriving)
    const windows = answers.flatMap((answer) => ('windowId' in answer ? [answer.windowId] : []))
    expect(windows.length).toBeGreaterThanOrEqual(1)
    expect(answers.filter((answer) => !('windowId' in answer)).map(codeOf)).toEqual(
      Array(8 - windows.length).fill('NOTHING_TO_SETTLE'),
    )
    const rows = await room.query(
      'select o.status, w.window_id from obligation o left join window_obligation w on w.obligation_id = o.id where o.agent_id = $1',
      [agent],
    )
    expect(rows).toHaveLength(14)
    expect(rows.filter((row) => (row['status'] === 'IN_WINDOW') !== (row['window_id'] !== null))).toEqual([])
    expect(rows.filter((row) => row['status'] === 'IN_WINDOW').length).toBeGreaterThanOrEqual(12)
  })

  test('in which everybody comes to zero is settled at once, without an instruction', async () => {
    await owe(a, b, '70')
    await owe(b, a, '70')
    const { windowId } = taken(await room.closeWindow(agent))
    expect(await statusOf(windowId)).toBe('SETTLED')
    expect(await ofWindow(windowId)).toEqual([])
    expect(await obligationsIn(windowId)).toEqual([{ status: 'SETTLED' }, { status: 'SETTLED' }])
    const settled = (await room.published('ObligationSettled')).filter((p) => p.windowId === windowId)
    expect(settled).toMatchObject([{ reference: `window ${windowId}` }, { reference: `window ${windowId}` }])
  })
})

describe('reporting on a window', () => {
  async function closedRing(): Promise<{ windowId: string; payIn: string; payOut: string }> {
    await owe(a, b, '1000')
    await room.take(captureOf({ debtorId: b, creditorId: c, amountMinor: '1000', agentId: agent }))
    const { windowId } = taken(await room.closeWindow(agent))
    const [payIn, payOut] = await ofWindow(windowId)
    return { windowId, payIn: payIn?.id ?? '', payOut: payOut?.id ?? '' }
  }

  test('settles it with the last instruction, and every obligation with the references of its debtor and creditor', async () => {
    const { windowId, payIn, payOut } = await closedRing()
    taken(await room.report(payIn, agent, 'SETTLED', 'IN-1'))
    expect(await statusOf(windowId)).toBe('SETTLING')
    expect(await obligationsIn(windowId)).toEqual([{ status: 'IN_WINDOW' }, { status: 'IN_WINDOW' }])
    taken(await room.report(payOut, agent, 'SETTLED', 'OUT-1'))
    expect(await statusOf(windowId)).toBe('SETTLED')
    expect(await obligationsIn(windowId)).toEqual([{ status: 'SETTLED' }, { status: 'SETTLED' }])
    const settled = (await room.published('ObligationSettled')).filter((p) => p.windowId === windowId)
    expect(settled.map((p) => p.reference).toSorted()).toEqual(['IN-1', 'OUT-1'])
    expect(settled).toMatchObject([{ agentId: agent }, { agentId: agent }])
    expect((await balancesOfWindow(windowId)).every(({ balance }) => balance === '0')).toBe(true)
    expect(await agentBalance()).toEqual([])
  })

  test('of a failure leaves the window unsettled and visible; a later success is taken, a second one is not', async () => {
    const { windowId, payIn, payOut } = await closedRing()
    taken(await room.report(payOut, agent))
    taken(await room.report(payIn, agent, 'FAILED', 'account closed'))
    taken(await room.report(payIn, agent, 'FAILED', 'still closed'))
    expect(await statusOf(windowId)).toBe('SETTLING')
    expect(await room.query('select status from settlement_instruction where id = $1', [payIn])).toEqual([
      { status: 'FAILED' },
    ])
    await room.expectSound()
    taken(await room.report(payIn, agent, 'SETTLED', 'IN-2'))
    expect(await statusOf(windowId)).toBe('SETTLED')
    expect(await room.report(payIn, agent)).toMatchObject({ code: 'WRONG_STATE', state: 'SETTLED' })
    expect(codeOf(await room.report(payIn, agent, 'FAILED'))).toBe('WRONG_STATE')
    expect(
      await room.query('select outcome from settlement_report where instruction_id = $1 order by outcome', [payIn]),
    ).toHaveLength(3)
  })

  test('with the same key gives the same answer; at once by several counts once', async () => {
    const { payIn, payOut } = await closedRing()
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 6 }, () => room.report(payIn, agent, 'SETTLED', 'IN', key)))
    expect(answers).toEqual(Array(6).fill({ instructionId: payIn }))
    const others = (await Promise.all(Array.from({ length: 6 }, () => room.report(payOut, agent)))).map(codeOf)
    expect(others.toSorted()).toEqual(['TAKEN', ...Array(5).fill('WRONG_STATE')])
    expect(codeOf(await room.report(payIn, agent, 'SETTLED', 'another', key))).toBe('IDEMPOTENCY_KEY_REUSED')
  })

  test('on its two instructions at once settles it once', async () => {
    const { windowId, payIn, payOut } = await closedRing()
    await Promise.all([room.report(payIn, agent), room.report(payOut, agent)])
    expect(await statusOf(windowId)).toBe('SETTLED')
    expect((await room.published('ObligationSettled')).filter((p) => p.windowId === windowId)).toHaveLength(2)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'on instructions of two currencies at once settles it once, round %i',
    async () => {
      await owe(a, b, '1000', 'JPY')
      await owe(a, b, '1000', 'EUR')
      const { windowId } = taken(await room.closeWindow(agent))
      const ids = (await ofWindow(windowId)).map(({ id }) => id)
      for (const answer of await Promise.all(ids.map((id) => room.report(id, agent)))) taken(answer)
      expect(await statusOf(windowId)).toBe('SETTLED')
      expect((await room.published('ObligationSettled')).filter((p) => p.windowId === windowId)).toHaveLength(2)
    },
  )

  test('is for the agent alone: a party may not, and others do not learn that there is an instruction', async () => {
    const { payIn } = await closedRing()
    const by = (memberId: string, ...roles: string[]) =>
      reportSettlement(room.services, actorOf(memberId, ...roles), {
        idempotencyKey: newId(),
        instructionId: payIn,
        outcome: 'SETTLED',
        reference: 'R',
      })
    expect(codeOf(await by(a))).toBe('NOT_ALLOWED')
    expect(codeOf(await by(newId(), 'ADMIN'))).toBe('NOT_ALLOWED')
    expect(codeOf(await by(c))).toBe('NOT_FOUND')
    expect(codeOf(await by(await room.member(['SETTLEMENT_AGENT']), 'SETTLEMENT_AGENT'))).toBe('NOT_FOUND')
    expect(codeOf(await room.report(newId(), agent))).toBe('NOT_FOUND')
    expect(codeOf(await room.report('x', agent))).toBe('INVALID_INPUT')
    const ghost = newId()
    await room.owe({ debtorId: a, creditorId: b, amountMinor: '1', settlement: 'GROSS', agentId: ghost })
    const [own] = (await room.query('select id from settlement_instruction where agent_id = $1', [ghost])) as {
      id: string
    }[]
    expect(codeOf(await room.report(own?.id ?? '', ghost))).toBe('MEMBER_NOT_ACTIVE')
  })
})

describe('the book', () => {
  test('refuses to be changed, and postings that do not balance', async () => {
    await owe(a, b, '10')
    const [account] = await room.query('select id from ledger_account limit 1')
    const [posting] = await room.query('select id from posting limit 1')
    for (const table of ['posting', 'posting_leg']) {
      await expect(room.query(`delete from ${table}`)).rejects.toThrow(/permission denied|never changed/)
      await expect(
        room.query(`update ${table} set ${table === 'posting' ? 'kind = kind' : 'minor = minor + 1'}`),
      ).rejects.toThrow(/permission denied|never changed/)
    }
    await expect(room.query('delete from settlement_report')).rejects.toThrow('never changed')
    await expect(
      room.query(
        `insert into posting_leg (posting_id, leg_no, account_id, currency, minor) values ($1, 99, $2, 'JPY', 5)`,
        [posting?.['id'], account?.['id']],
      ),
    ).rejects.toThrow('debits of a posting are not its credits')
  })

  test('is found unsound by the audit when a balance, a status or a posting is not what it should be', async () => {
    await owe(a, b, '10')
    await room.query(`update ledger_account set balance = balance + 1 where member_id = $1`, [a])
    const { auditSettlements } = await import('../index.ts')
    expect((await auditSettlements(room.services)).map(({ rule }) => rule)).toEqual([
      'an account is the replay of its postings',
      'dueFrom is what the debtor owes openly',
    ])
    await room.query(`update ledger_account set balance = balance - 1 where member_id = $1`, [a])
    await room.query(`update obligation set status = 'IN_WINDOW' where debtor_id = $1`, [a])
    expect((await auditSettlements(room.services)).map(({ rule }) => rule)).toEqual([
      'dueFrom is what the debtor owes openly',
      'dueTo is what the creditor is owed openly',
      'an obligation is in one window that is not aborted at most, and in one while it is IN_WINDOW',
    ])
    await room.query(`update obligation set status = 'OPEN' where debtor_id = $1`, [a])
  })
})
