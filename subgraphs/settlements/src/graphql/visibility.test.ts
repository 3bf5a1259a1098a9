import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { parse, subscribe, type ExecutionResult } from 'graphql'
import {
  actorOf,
  admin,
  captureOf,
  eventOf,
  inspectionOf,
  openRoom,
  taken,
  type SettlementRoom,
} from '../testing/settlement-room.ts'

let room: SettlementRoom
let [agent, bank, buyer, seller, third, windowId] = ['', '', '', '', '', '']
const threadId = newId()

beforeAll(async () => {
  room = await openRoom()
  agent = await room.member(['SETTLEMENT_AGENT'])
  ;[bank, buyer, seller, third] = [
    await room.member(['PAYMENT_INSTITUTION']),
    await room.member(undefined, 'North'),
    await room.member(),
    await room.member(),
  ]
  await room.take(eventOf('ThreadOpened', { threadId, caseId: newId(), sourceId: buyer, partnerId: seller }))
  const capture = captureOf({ debtorId: bank, creditorId: seller, amountMinor: '1000', agentId: agent })
  if (capture.type === 'PaymentCaptured') await room.take({ ...capture, payload: { ...capture.payload, threadId } })
  await room.owe({ debtorId: buyer, creditorId: seller, amountMinor: '30', agentId: agent })
  windowId = taken(await room.closeWindow(agent)).windowId
  await room.owe({ debtorId: seller, creditorId: buyer, amountMinor: '8', settlement: 'GROSS', agentId: agent })
})
afterAll(() => room.close())
afterEach(() => room.expectSound())

const windowText = `query ($id: ID!) { settlementWindow(id: $id) { status obligationCount agent { id }
  positions { member { id } payable { amount } net { amount currency } obligations { amount { amount } } }
  bilateralPositions { first { id } second { id } net { amount } } groupPositions { groupName net { amount } }
  instructions { kind amount { amount } payer { id } payee { id } } } }`

const asData = ({ data, errors }: ExecutionResult): Record<string, unknown> => {
  expect(errors).toBeUndefined()
  return (data ?? {}) as Record<string, unknown>
}
const windowAs = async (memberId: string, ...roles: string[]) =>
  asData(await room.ask(actorOf(memberId, ...roles), windowText, { id: windowId }))['settlementWindow'] as Record<
    string,
    unknown[]
  > | null

describe('a settlement window', () => {
  test('shows a member its own position, pairs, group and instruction, and how they came about', async () => {
    expect(await windowAs(buyer)).toEqual({
      status: 'SETTLING',
      obligationCount: 1,
      agent: { id: agent },
      positions: [
        {
          member: { id: buyer },
          payable: { amount: '30' },
          net: { amount: '-30', currency: 'JPY' },
          obligations: [{ amount: { amount: '30' } }],
        },
      ],
      bilateralPositions: [expect.objectContaining({ net: { amount: buyer < seller ? '30' : '-30' } })],
      groupPositions: [{ groupName: 'North', net: { amount: '-30' } }],
      instructions: [{ kind: 'PAY_IN', amount: { amount: '30' }, payer: { id: buyer }, payee: { id: agent } }],
    })
    const own = await windowAs(seller)
    expect(own?.['positions']).toMatchObject([{ member: { id: seller }, net: { amount: '1030' } }])
    expect(own?.['positions']?.[0]).toMatchObject({
      obligations: expect.arrayContaining([{ amount: { amount: '30' } }, { amount: { amount: '1000' } }]),
    })
    expect(own?.['bilateralPositions']).toHaveLength(2)
    expect(own?.['groupPositions']).toEqual([{ groupName: seller, net: { amount: '1030' } }])
  })

  test.each([
    ['its agent', () => actorOf(agent, 'SETTLEMENT_AGENT')],
    ['an administrator', () => admin],
  ])('shows %s all of it', async (_who, actor) => {
    const all = asData(await room.ask(actor(), windowText, { id: windowId }))['settlementWindow'] as Record<
      string,
      unknown[]
    >
    expect(all).toMatchObject({ obligationCount: 2 })
    expect(
      [all['positions'], all['bilateralPositions'], all['groupPositions'], all['instructions']].map(
        (list) => list?.length,
      ),
    ).toEqual([3, 2, 3, 3])
  })

  test('is not there for a third member, another agent, or nobody: by id, in the list, or as an entity', async () => {
    expect(await windowAs(third)).toBeNull()
    expect(await windowAs(newId(), 'SETTLEMENT_AGENT')).toBeNull()
    expect(await windowAs(newId())).toBeNull()
    const list = `{ settlementWindows(first: 5) { edges { node { id } } } }`
    expect(asData(await room.ask(actorOf(third), list))).toEqual({ settlementWindows: { edges: [] } })
    expect(asData(await room.ask(actorOf(seller), list))).toEqual({
      settlementWindows: { edges: [{ node: { id: windowId } }] },
    })
    expect((await room.ask(null, list)).errors?.[0]?.extensions).toEqual({ code: 'NOT_SIGNED_IN' })
  })
})

test('entity references give each reader what is its own, and null for all others', async () => {
  const [obligation] = await room.query('select id from obligation where thread_id = $1', [threadId])
  const [instruction] = await room.query(
    'select id from settlement_instruction where payee_id = $1 and window_id is not null',
    [seller],
  )
  const representations = [
    { __typename: 'Obligation', id: obligation?.['id'] },
    { __typename: 'SettlementWindow', id: windowId },
    { __typename: 'SettlementInstruction', id: instruction?.['id'] },
    { __typename: 'Obligation', id: 'no id at all' },
  ]
  const text = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }`
  const seenBy = async (actor: ReturnType<typeof actorOf> | null) =>
    (asData(await room.ask(actor, text, { r: representations }))['_entities'] as ({ __typename: string } | null)[]).map(
      (found) => found?.__typename ?? null,
    )
  expect(await seenBy(actorOf(seller))).toEqual(['Obligation', 'SettlementWindow', 'SettlementInstruction', null])
  expect(await seenBy(actorOf(buyer))).toEqual(['Obligation', 'SettlementWindow', null, null])
  expect(await seenBy(actorOf(agent))).toEqual(['Obligation', 'SettlementWindow', 'SettlementInstruction', null])
  expect(await seenBy(actorOf(third))).toEqual([null, null, null, null])
  expect(await seenBy(null)).toEqual([null, null, null, null])
})

test('a thread shows what arose from it to debtor, creditor, source and partner', async () => {
  const text = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on CaseThread { obligations { kind debtor { id } thread { id } window { id } } } } }`
  const seenBy = async (memberId: string) =>
    (
      asData(await room.ask(actorOf(memberId), text, { r: [{ __typename: 'CaseThread', id: threadId }] }))[
        '_entities'
      ] as { obligations: unknown[] }[]
    )[0]?.obligations
  const seen = { kind: 'CAPTURED_PAYMENT', debtor: { id: bank }, thread: { id: threadId }, window: { id: windowId } }
  expect(await seenBy(seller)).toEqual([seen])
  expect(await seenBy(buyer)).toEqual([seen])
  expect(await seenBy(bank)).toEqual([{ ...seen, thread: null }])
  expect(await seenBy(third)).toEqual([])
})

const viewerOf = async (actor: ReturnType<typeof actorOf>, of: string, fields: string) =>
  (
    asData(
      await room.ask(actor, `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { ${fields} } } }`, {
        r: [{ __typename: 'Viewer', id: of }],
      }),
    )['_entities'] as Record<
      string,
      { edges: { cursor: string; node: unknown }[]; pageInfo: { endCursor: string }; headCursor: string }
    >[]
  )[0]

describe('a viewer', () => {
  test('pages through what it owes and is owed, newest first, by status too', async () => {
    const page = await viewerOf(
      actorOf(seller),
      seller,
      'obligations(first: 2) { headCursor edges { node { amount { amount } status } } pageInfo { hasNextPage endCursor } }',
    )
    expect(page?.['obligations']).toMatchObject({ pageInfo: { hasNextPage: true } })
    const after = page?.['obligations']?.pageInfo.endCursor
    const rest = await viewerOf(
      actorOf(seller),
      seller,
      `obligations(first: 2, after: "${after}") { edges { node { amount { amount } } } pageInfo { hasNextPage } }`,
    )
    const amounts = [...(page?.['obligations']?.edges ?? []), ...(rest?.['obligations']?.edges ?? [])].map(
      ({ node }) => (node as { amount: { amount: string } }).amount.amount,
    )
    expect(amounts.toSorted()).toEqual(['1000', '30', '8'])
    const open = await viewerOf(
      actorOf(seller),
      seller,
      'obligations(first: 9, status: [OPEN]) { edges { node { amount { amount } } } }',
    )
    expect(open?.['obligations']?.edges).toEqual([{ node: { amount: { amount: '8' } } }])
  })

  test('is nobody else’s to see', async () => {
    expect(await viewerOf(actorOf(third), seller, 'obligations(first: 1) { headCursor }')).toBeNull()
  })

  test('sees what it would pay or get per currency, and from which obligations', async () => {
    const member = await room.member()
    for (const [debtorId, creditorId, amountMinor, currency] of [
      [member, seller, '100', 'EUR'],
      [third, member, '40', 'EUR'],
      [member, third, '7', 'JPY'],
    ] as const) {
      await room.owe({ debtorId, creditorId, amountMinor, currency, agentId: agent })
    }
    const seen = await viewerOf(
      actorOf(member),
      member,
      'openPositions { member { id } payable { amount } receivable { amount } net { amount currency } obligations { amount { amount } } }',
    )
    expect(seen).toMatchObject({
      openPositions: [
        { payable: { amount: '1.00' }, receivable: { amount: '0.40' }, net: { amount: '-0.60', currency: 'EUR' } },
        { net: { amount: '-7', currency: 'JPY' }, obligations: [{ amount: { amount: '7' } }] },
      ],
    })
  })
})

test('an agent lists its instructions, a party its own, by status', async () => {
  const text = `query ($s: [InstructionStatus!]) { settlementInstructions(first: 10, status: $s) { edges { node { kind status window { id } obligation { status } } } } }`
  const seenBy = async (actor: ReturnType<typeof actorOf>, s?: string[]) =>
    (
      asData(await room.ask(actor, text, { s }))['settlementInstructions'] as {
        edges: { node: { kind: string; obligation: unknown } }[]
      }
    ).edges.map(({ node }) => node)
  expect((await seenBy(actorOf(agent, 'SETTLEMENT_AGENT'))).map(({ kind }) => kind).toSorted()).toEqual([
    'PAY_IN',
    'PAY_IN',
    'PAY_OUT',
    'TRANSFER',
  ])
  expect((await seenBy(actorOf(buyer))).map(({ kind }) => kind).toSorted()).toEqual(['PAY_IN', 'TRANSFER'])
  expect(await seenBy(actorOf(agent), ['FAILED'])).toEqual([])
  expect(await seenBy(actorOf(third))).toEqual([])
  const [transfer] = (await seenBy(actorOf(seller))).filter(({ kind }) => kind === 'TRANSFER')
  expect(transfer).toEqual({ kind: 'TRANSFER', status: 'QUEUED', window: null, obligation: { status: 'OPEN' } })
})

test('mutations are guarded by role, and answer with what they changed', async () => {
  const close = `mutation ($i: CloseSettlementWindowInput!) { closeSettlementWindow(input: $i) { __typename ... on Refusal { code } ... on CloseSettlementWindowPayload { window { id obligationCount } } } }`
  const report = `mutation ($i: ReportSettlementInput!) { reportSettlement(input: $i) { __typename ... on Refusal { code } ... on WrongState { state } ... on ReportSettlementPayload { instruction { status } } } }`
  const input = { i: { idempotencyKey: newId(), agentId: newId() } }
  expect(asData(await room.ask(admin, close, input))).toEqual({
    closeSettlementWindow: { __typename: 'NothingToSettle', code: 'NOTHING_TO_SETTLE' },
  })
  expect(asData(await room.ask(actorOf(buyer, 'BUYER'), close, input))).toMatchObject({
    closeSettlementWindow: { code: 'NOT_ALLOWED' },
  })
  expect(asData(await room.ask(null, close, input))).toMatchObject({ closeSettlementWindow: { code: 'NOT_SIGNED_IN' } })
  const [first] = (await room.instructions()).filter((i) => i.window_id === windowId && i.payer_id === buyer)
  const told = (idempotencyKey: string) => ({
    i: { idempotencyKey, instructionId: first?.id, outcome: 'SETTLED', reference: 'R' },
  })
  expect(asData(await room.ask(actorOf(buyer, 'BUYER'), report, told('x')))).toMatchObject({
    reportSettlement: { code: 'NOT_ALLOWED' },
  })
  const asAgent = actorOf(agent, 'SETTLEMENT_AGENT')
  expect(asData(await room.ask(asAgent, report, told('one')))).toEqual({
    reportSettlement: { __typename: 'ReportSettlementPayload', instruction: { status: 'SETTLED' } },
  })
  expect(asData(await room.ask(asAgent, report, told('two')))).toEqual({
    reportSettlement: { __typename: 'WrongState', code: 'WRONG_STATE', state: 'SETTLED' },
  })
})

test('debtor and creditor see every change of their obligations live and after a cursor, others nothing', async () => {
  const [debtor, creditor] = [await room.member(), await room.member()]
  const own = await room.member(['SETTLEMENT_AGENT'])
  const document = parse(
    `subscription ($after: Cursor) { obligationChanged(after: $after) { kind cursor statusBefore statusAfter obligation { status } } }`,
  )
  type Change = { kind: string; cursor: string; statusBefore: string | null; statusAfter: string | null }
  const follow = async (memberId: string, after: string | null = null) => {
    const contextValue = room.subgraph.context({ actor: actorOf(memberId), requestId: 'test' })
    const feed = await subscribe({ schema: room.subgraph.schema, document, variableValues: { after }, contextValue })
    if (!(Symbol.asyncIterator in feed)) throw new Error(JSON.stringify(feed))
    return {
      next: async (): Promise<Change> =>
        ((await feed.next()).value as { data: { obligationChanged: Change } }).data.obligationChanged,
      end: () => feed.return(undefined),
    }
  }
  const live = await follow(debtor)
  const start = await live.next()
  expect(start.kind).toBe('FEED_STARTED')
  await room.take(inspectionOf({ debtorId: debtor, creditorId: creditor, amountMinor: '5', agentId: own }))
  const { windowId: closed } = taken(await room.closeWindow(own))
  for (const { id } of (await room.instructions()).filter((i) => i.window_id === closed))
    taken(await room.report(id, own))
  const expected = [
    [null, 'OPEN'],
    ['OPEN', 'IN_WINDOW'],
    ['IN_WINDOW', 'SETTLED'],
  ]
  const seen = [await live.next(), await live.next(), await live.next()]
  expect(seen.map((change) => [change.statusBefore, change.statusAfter])).toEqual(expected)
  const later = await follow(debtor, start.cursor)
  await later.next()
  expect([await later.next(), await later.next(), await later.next()]).toMatchObject(
    seen.map(({ cursor, statusAfter }) => ({ cursor, statusAfter })),
  )
  await Promise.all([live.end(), later.end()])
  expect(
    await room.query(
      'select distinct feed from feed_entry where subject in (select id::text from obligation where agent_id = $1) order by feed',
      [own],
    ),
  ).toEqual([debtor, creditor].toSorted().map((id) => ({ feed: `obligations/${id}` })))
  const foreign = await follow(creditor, start.cursor)
  await expect(foreign.next()).rejects.toThrow()
})
