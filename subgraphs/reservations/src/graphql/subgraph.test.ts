import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import type { Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import { graphql, parse, subscribe, type ExecutionResult } from 'graphql'
import { z } from 'zod'
import { createSubgraph } from '../index.ts'
import { Desk, succeeded } from '../testing/desk.ts'
import { refusalForPayee } from './reservation-types.ts'

const pages = z.object({
  edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  headCursor: z.string(),
})
const viewerPages = z.object({ _entities: z.array(z.object({ reservations: pages }).nullable()) })

let desk: Desk
let subgraph: Subgraph

beforeAll(async () => {
  desk = await Desk.open()
  subgraph = createSubgraph(desk.services)
})
afterAll(() => desk.close())

function ask(
  actor: Actor | null,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<ExecutionResult> {
  return graphql({
    schema: subgraph.schema,
    source,
    variableValues,
    contextValue: subgraph.context({ actor, requestId: 'r' }),
  })
}

const shown = `query ($id: ID!) { paymentReservation(id: $id) { id transactionNumber status plannedAmount { amount currency } dueOn method { name } refusal
  payer { id } payee { id } thread { id } } }`

describe('what is seen of a reservation', () => {
  it('is for payer, payee and operators; the method for the payer alone', async () => {
    const it = await desk.reserved()
    const see = async (actor: Actor) => (await ask(actor, shown, { id: it.reservationId })).data?.['paymentReservation']
    expect(await see(it.buyer)).toMatchObject({
      status: 'RESERVED',
      plannedAmount: { amount: '1000', currency: 'JPY' },
      method: { name: 'DEPOSIT' },
      thread: { id: it.threadId },
    })
    expect(await see(it.seller)).toMatchObject({ status: 'RESERVED', method: null, payer: { id: it.buyer.memberId } })
    expect(await see(desk.operator)).toMatchObject({ status: 'RESERVED', method: null })
    expect(await see(await desk.member())).toBeNull()
    expect((await ask(null, shown, { id: it.reservationId })).errors?.[0]?.extensions['code']).toBe('NOT_SIGNED_IN')
  })

  it('through entity references is the same', async () => {
    const it = await desk.reserved()
    const source = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on PaymentReservation { id } ... on PaymentMethod { id }
      ... on CaseThread { paymentReservation { id } inspections { id } } ... on Viewer { accounts { kind } } } }`
    const r = [
      { __typename: 'PaymentReservation', id: it.reservationId },
      { __typename: 'PaymentMethod', id: it.methodId },
      { __typename: 'CaseThread', id: it.threadId },
      { __typename: 'Viewer', id: it.buyer.memberId },
      { __typename: 'PaymentReservation', id: 'no id' },
    ]
    const see = async (actor: Actor) => (await ask(actor, source, { r })).data?.['_entities']
    expect(await see(it.buyer)).toEqual([
      { id: it.reservationId },
      { id: it.methodId },
      { paymentReservation: { id: it.reservationId }, inspections: [] },
      { accounts: [{ kind: 'DEPOSIT' }] },
      null,
    ])
    expect(await see(it.seller)).toEqual([
      { id: it.reservationId },
      null,
      { paymentReservation: { id: it.reservationId }, inspections: [] },
      null,
      null,
    ])
    expect(await see(await desk.member())).toEqual([
      null,
      null,
      { paymentReservation: null, inspections: [] },
      null,
      null,
    ])
  })

  it('of a refusal is the reason for the payer, and only that there is one for the payee', async () => {
    const thread = await desk.thread()
    await desk.order(thread, await desk.deposit(thread.buyer, '123'))
    const [row] = await desk.reservations(thread.threadId)
    const see = async (actor: Actor) => JSON.stringify((await ask(actor, shown, { id: row?.id })).data)
    expect(await see(thread.buyer)).toContain('123 JPY is available')
    expect(await see(thread.seller)).toContain(refusalForPayee)
    expect(await see(thread.seller)).not.toContain('123')
  })

  it('by its transaction number, typed as people do', async () => {
    const it = await desk.reserved()
    const number = `query ($n: String!) { paymentReservation(transactionNumber: $n) { id } }`
    const [row] = await desk.services.store.query<{ n: string }>(
      'select transaction_number as n from payment_reservation where id = $1',
      [it.reservationId],
    )
    expect((await ask(it.buyer, number, { n: row?.n.toLowerCase().replaceAll('-', ' ') })).data).toEqual({
      paymentReservation: { id: it.reservationId },
    })
    expect((await ask(it.buyer, number, { n: 'TXN-1' })).errors?.[0]?.extensions['code']).toBe('BAD_CODE')
  })
})

describe('mutations', () => {
  it('answer with the changed objects, whole', async () => {
    const thread = await desk.thread()
    await desk.contract(thread)
    const run = async (actor: Actor, field: string, type: string, input: object, selection: string) =>
      (
        await ask(actor, `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${selection} } }`, {
          input: { idempotencyKey: newId(), ...input },
        })
      ).data?.[field]
    const amount = { amount: '3000', currency: 'JPY' }
    const deposit = { memberId: thread.buyer.memberId, amount, reference: newId() }
    const account =
      '... on DepositFundsPayload { account { kind available { amount } held { amount } balance { amount } } } ... on NotAllowed { code }'
    expect(await run(thread.buyer, 'depositFunds', 'DepositFundsInput', deposit, account)).toEqual({
      __typename: 'NotAllowed',
      code: 'NOT_ALLOWED',
    })
    expect(await run(desk.operator, 'depositFunds', 'DepositFundsInput', deposit, account)).toMatchObject({
      account: { kind: 'DEPOSIT', available: { amount: '3000' } },
    })
    const paymentMethodId = await desk.method(thread.buyer, 'DEPOSIT')
    const reserved = await run(
      thread.buyer,
      'reservePayment',
      'ReservePaymentInput',
      { threadId: thread.threadId, paymentMethodId },
      '... on ReservePaymentPayload { reservation { status capturedAmount { amount } } }',
    )
    expect(reserved).toMatchObject({ reservation: { status: 'RESERVED', capturedAmount: null } })
    const selection =
      '... on ConfirmInspectionPayload { inspection { confirmedBy { id } onBehalfOf { id } amount { amount } } reservation { status capturedAmount { amount } } } ... on AmountExceedsHold { held { amount } excess { amount } }'
    const inspect = (input: object) =>
      run(
        thread.buyer,
        'confirmInspection',
        'ConfirmInspectionInput',
        { threadId: thread.threadId, ...input },
        selection,
      )
    expect(await inspect({ amount })).toMatchObject({
      __typename: 'AmountExceedsHold',
      held: { amount: '1000' },
      excess: { amount: '2000' },
    })
    expect(await inspect({})).toMatchObject({
      inspection: { confirmedBy: { id: thread.buyer.memberId }, onBehalfOf: null },
      reservation: { status: 'CAPTURED', capturedAmount: { amount: '1000' } },
    })
  })

  it.each([
    ['a card number as token', { token: '4242 4242 4242 4242' }, 'card.token'],
    ['an expired card', { expiry: '2020-01' }, 'card.expiry'],
    ['a month that there is not', { expiry: '2030-13' }, 'card.expiry'],
    ['a company that is no code', { company: 'http://evil' }, 'card.company'],
  ])('refuse %s, and keep nothing of it', async (_name, wrong, path) => {
    const buyer = await desk.member()
    const card = {
      token: 'tok_approved_1',
      brand: 'visa',
      lastFour: '4242',
      expiry: '2099-12',
      company: 'acme',
      ...wrong,
    }
    const source =
      'mutation ($input: RegisterPaymentMethodInput!) { registerPaymentMethod(input: $input) { ... on InvalidInput { faults { path message } } } }'
    const { data } = await ask(buyer, source, {
      input: { idempotencyKey: newId(), kind: 'CARD', name: 'x', currency: 'JPY', card },
    })
    expect(data?.['registerPaymentMethod']).toMatchObject({ faults: [{ path }] })
    expect(JSON.stringify(data)).not.toContain('4242 4242')
    expect(
      await desk.services.store.query('select 1 from payment_method where member_id = $1', [buyer.memberId]),
    ).toEqual([])
  })
})

describe('the viewer', () => {
  it('pages through its reservations newest first, as payer and payee, by status', async () => {
    const me = await desk.member()
    const method = await desk.deposit(me, '5000')
    const made: string[] = []
    for (let i = 0; i < 3; i++)
      made.unshift(succeeded(await desk.reserve(await desk.thread(me), method, '10')).reservationId)
    const sold = await desk.thread(undefined, me)
    made.unshift(succeeded(await desk.reserve(sold, await desk.deposit(sold.buyer, '10'), '10')).reservationId)
    succeeded(await desk.void(me, made.at(-1) ?? ''))
    const list = async (args: string) => {
      const source = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { reservations(${args}) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } headCursor } } } }`
      const { data, errors } = await ask(me, source, { r: [{ __typename: 'Viewer', id: me.memberId }] })
      const page = viewerPages.parse(data)['_entities'][0]?.reservations ?? null
      return { page, code: errors?.[0]?.extensions['code'] }
    }
    const ids = (page: z.infer<typeof pages> | null) => page?.edges.map(({ node }) => node.id)
    const { page: first } = await list('first: 3')
    expect(ids(first)).toEqual(made.slice(0, 3))
    const { page: second } = await list(`first: 3, after: "${first?.pageInfo.endCursor}"`)
    expect([ids(second), second?.pageInfo.hasNextPage]).toEqual([made.slice(3), false])
    expect(ids((await list('first: 9, status: [VOIDED]')).page)).toEqual([made.at(-1)])
    expect((await list(`first: 3, after: "${Buffer.from('["x"]').toString('base64url')}"`)).code).toBe('BAD_CURSOR')
    expect((await list('first: 101')).code).toBe('BAD_PAGE')
  })
})

describe('reservationChanged', () => {
  it('replays what was missed after a cursor, in order, to payer and payee', async () => {
    const it = await desk.reserved()
    succeeded(await desk.void(it.buyer, it.reservationId))
    for (const actor of [it.buyer, it.seller]) {
      const events = await follow(actor)
      const first = await events.next()
      expect(first).toMatchObject({ kind: 'FEED_STARTED', reservation: null })
      await events.end()
      const start = await desk.services.store.query<{ epoch: string }>('select epoch from feed_head where feed = $1', [
        `reservations/${actor.memberId}`,
      ])
      const cursor = Buffer.from(JSON.stringify([`reservations/${actor.memberId}`, start[0]?.epoch, '0'])).toString(
        'base64url',
      )
      const replay = await follow(actor, cursor)
      await replay.next()
      expect([await replay.next(), await replay.next()]).toMatchObject([
        {
          kind: 'RESERVATION_CHANGED',
          statusBefore: null,
          statusAfter: 'RESERVED',
          reservation: { id: it.reservationId, status: 'VOIDED' },
        },
        { kind: 'RESERVATION_CHANGED', statusBefore: 'RESERVED', statusAfter: 'VOIDED' },
      ])
      await replay.end()
    }
  })
})

async function follow(actor: Actor, after: string | null = null) {
  const document = parse(
    'subscription ($after: Cursor) { reservationChanged(after: $after) { kind statusBefore statusAfter reservation { id status } } }',
  )
  const result = await subscribe({
    schema: subgraph.schema,
    document,
    variableValues: { after },
    contextValue: subgraph.context({ actor, requestId: 'r' }),
  })
  if (!(Symbol.asyncIterator in result)) throw new Error(JSON.stringify(result.errors))
  return {
    next: async (): Promise<unknown> => {
      const { value } = await result.next()
      return JSON.parse(JSON.stringify(value?.data?.['reservationChanged']))
    },
    end: () => result.return(undefined),
  }
}
