import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { captureOf, eventOf, inspectionOf, openRoom, type SettlementRoom } from '../testing/settlement-room.ts'

let room: SettlementRoom
let agentId: string
let [debtorId, creditorId] = ['', '']

beforeAll(async () => {
  room = await openRoom()
  agentId = await room.member(['SETTLEMENT_AGENT'])
})
afterAll(() => room.close())
afterEach(() => room.expectSound())

const obligationsOf = (memberId: string) =>
  room.query('select * from obligation where debtor_id = $1 or creditor_id = $1', [memberId])
const newParties = async (): Promise<void> => {
  debtorId = await room.member()
  creditorId = await room.member()
}
const balancesOf = async (memberId: string) =>
  (await room.balances()).filter((account) => account.member_id === memberId)

describe('what is owed', () => {
  test('arises from a captured payment: the institution owes the payee, for the payer has paid', async () => {
    await newParties()
    await room.take(captureOf({ debtorId, creditorId, amountMinor: '1200', agentId }))
    expect(await obligationsOf(debtorId)).toMatchObject([
      {
        kind: 'CAPTURED_PAYMENT',
        debtor_id: debtorId,
        creditor_id: creditorId,
        amount_minor: '1200',
        status: 'OPEN',
        settlement: 'NET',
      },
    ])
    expect(await balancesOf(debtorId)).toMatchObject([{ kind: 'DUE_FROM', balance: '1200' }])
    expect(await balancesOf(creditorId)).toMatchObject([{ kind: 'DUE_TO', balance: '-1200' }])
    const [published] = (await room.published('ObligationArisen')).slice(-1)
    expect(published).toMatchObject({ amountMinor: '1200', currency: 'JPY' })
  })

  test('arises from an inspection on account: the buyer owes the seller', async () => {
    await newParties()
    await room.take(inspectionOf({ debtorId, creditorId, amountMinor: '7', agentId }))
    expect(await obligationsOf(debtorId)).toMatchObject([
      { kind: 'ON_ACCOUNT', debtor_id: debtorId, creditor_id: creditorId },
    ])
  })

  test('does not arise from an inspection of what was reserved: its capture comes', async () => {
    await newParties()
    const event = inspectionOf({ debtorId, creditorId, amountMinor: '7', agentId })
    if (event.type === 'InspectionConfirmed')
      await room.take({ ...event, payload: { ...event.payload, payment: 'RESERVED' } })
    expect(await obligationsOf(debtorId)).toEqual([])
  })

  test('does not arise from an inspection that accepted nothing', async () => {
    await newParties()
    await room.take(inspectionOf({ debtorId, creditorId, amountMinor: '0', agentId }))
    expect(await obligationsOf(debtorId)).toEqual([])
  })

  test.each([
    ['delivered again', (event: ReturnType<typeof captureOf>) => event],
    ['published again under another id', (event: ReturnType<typeof captureOf>) => ({ ...event, id: newId() })],
  ])('arises once from a capture that is %s, at once or later', async (_how, again) => {
    await newParties()
    const event = captureOf({ debtorId, creditorId, amountMinor: '500', agentId })
    await Promise.all([room.take(event), room.take(again(event)), room.take(again(event))])
    await room.take(again(event))
    expect(await obligationsOf(debtorId)).toHaveLength(1)
    expect(await balancesOf(debtorId)).toMatchObject([{ balance: '500' }])
    const [obligation] = await obligationsOf(debtorId)
    expect(
      (await room.published('ObligationArisen')).filter((p) => p.obligationId === obligation?.['id']),
    ).toHaveLength(1)
  })

  test('by a member to itself is settled as it arises, without its agent', async () => {
    await newParties()
    await room.take(captureOf({ debtorId, creditorId: debtorId, amountMinor: '9', settlement: 'GROSS', agentId }))
    expect(await obligationsOf(debtorId)).toMatchObject([{ status: 'SETTLED' }])
    expect(await balancesOf(debtorId)).toEqual([])
    expect((await room.published('ObligationSettled')).at(-1)).toMatchObject({
      amountMinor: '9',
      reference: 'owed to itself',
      windowId: null,
    })
    expect((await room.instructions()).filter((i) => i.payer_id === debtorId)).toEqual([])
  })

  test('of an amount below zero is a defect of its origin and stays undone', async () => {
    await newParties()
    await expect(room.take(inspectionOf({ debtorId, creditorId, amountMinor: '-1', agentId }))).rejects.toThrow(
      'above zero',
    )
    expect(await obligationsOf(debtorId)).toEqual([])
  })
})

describe('gross settlement', () => {
  test('instructs the agent at once, alone, and leaves the obligation open', async () => {
    await newParties()
    await room.take(inspectionOf({ debtorId, creditorId, amountMinor: '300', settlement: 'GROSS', agentId }))
    const [obligation] = await obligationsOf(debtorId)
    expect(obligation).toMatchObject({ status: 'OPEN' })
    const [instruction] = (await room.instructions()).filter((i) => i.payer_id === debtorId)
    expect(instruction).toMatchObject({
      kind: 'TRANSFER',
      payee_id: creditorId,
      amount_minor: '300',
      status: 'QUEUED',
      window_id: null,
    })
    expect(await room.published('InstructionIssued')).toContainEqual({ instructionId: instruction?.id })
    expect((await room.published('SettlementStarted')).at(-1)).toMatchObject({
      obligationId: obligation?.['id'],
      windowId: null,
    })
  })

  test('is over with the agent’s report, which names the agent and its reference', async () => {
    await newParties()
    await room.take(inspectionOf({ debtorId, creditorId, amountMinor: '300', settlement: 'GROSS', agentId }))
    const [instruction] = (await room.instructions()).filter((i) => i.payer_id === debtorId)
    expect(await room.report(instruction?.id ?? '', agentId, 'FAILED', 'no funds')).toMatchObject({
      instructionId: instruction?.id,
    })
    expect(await obligationsOf(debtorId)).toMatchObject([{ status: 'OPEN', settled_at: null }])
    expect(await room.report(instruction?.id ?? '', agentId, 'SETTLED', 'TRF-1')).toMatchObject({
      instructionId: instruction?.id,
    })
    expect(await obligationsOf(debtorId)).toMatchObject([{ status: 'SETTLED' }])
    expect((await room.published('ObligationSettled')).at(-1)).toMatchObject({
      agentId,
      reference: 'TRF-1',
      windowId: null,
      amountMinor: '300',
    })
    expect([
      ...(await balancesOf(debtorId)),
      ...(await balancesOf(creditorId)),
      ...(await balancesOf(agentId)),
    ]).toEqual([])
  })

  test('is no part of a window', async () => {
    await newParties()
    const other = await room.member(['SETTLEMENT_AGENT'])
    await room.take(inspectionOf({ debtorId, creditorId, amountMinor: '300', settlement: 'GROSS', agentId: other }))
    expect(await room.closeWindow(other)).toMatchObject({ code: 'NOTHING_TO_SETTLE' })
  })
})

test('events that are nobody’s debt change nothing, and members are remembered by their newest version', async () => {
  const before = await room.query('select count(*) from obligation')
  await room.take(
    eventOf('PaymentReserved', { reservationId: newId(), threadId: newId(), amountMinor: '1', currency: 'JPY' }),
  )
  const memberId = await room.member(['BUYER'], 'North')
  const older = {
    memberId,
    version: 0,
    status: 'SUSPENDED',
    roles: [],
    level: null,
    settlementAgentId: null,
    groupName: null,
  } as const
  await room.take(eventOf('MemberRecorded', { ...older, roles: [] }))
  expect(await room.query('select status, group_name from known_member where member_id = $1', [memberId])).toEqual([
    { status: 'ACTIVE', group_name: 'North' },
  ])
  expect(await room.query('select count(*) from obligation')).toEqual(before)
})
