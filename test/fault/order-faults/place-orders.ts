import { setTimeout as pause } from 'node:timers/promises'
import { newParty, signIn, type Party } from '../../support/parties.ts'
import type { TestHub } from '../../support/test-hub.ts'
import { asOwner } from '../../support/test-database.ts'
import { StubbornClient } from '../stubborn.ts'
import { companyCodes, outcomes, type CompanyCode, type Outcome } from './companies.ts'

/** Sellers; each case has a thread with each of them. */
const sellers = 25
/** Buyers, at least and at most: one for so many orders. With the sellers they log in within a minute, in which one address may do so 60 times. */
const [fewestBuyers, mostBuyers, ordersEach] = [4, 30, 100]
/** Orders that are under way at the same time. */
const lanes = 12
/** How long after it was sent such an order is given up at most: before its company is asked, meanwhile, or after. */
const givenUpAfterMs = 800
/** Orders that `reservations` has not heard of yet, at most, and how often it is looked how many there are: else on a small machine all others would wait for whoever places. */
const [mostUnheard, lookMs] = [1_000, 500]
/** Access tokens live ten minutes. */
const renewTokensMs = 240_000

/** An order that the hub has acknowledged: what it must come to, and whether it was given up after. */
export type PlacedOrder = {
  readonly threadId: string
  readonly company: CompanyCode
  readonly minor: number
  readonly outcome: Outcome
  readonly givenUp: boolean
}

type Buyer = Party & { readonly methods: Map<string, Promise<string>> }
type Shop = { readonly buyers: readonly Buyer[]; readonly sellers: readonly Party[] }

/** Everybody who takes part. Done before anything fails. */
export async function openShop(hub: TestHub, orders: number): Promise<Shop> {
  const everybody = async (count: number, role: string): Promise<Party[]> => {
    const all: Party[] = []
    for (let nth = 0; nth < count; nth++) {
      const party = await newParty(hub.url, hub.admin, `${role} ${nth}`, [role])
      all.push({ ...party, client: new StubbornClient(hub.url, party.client.token) })
    }
    return all
  }
  const buyers = Math.min(Math.max(Math.ceil(orders / ordersEach), fewestBuyers), mostBuyers)
  return {
    buyers: (await everybody(buyers, 'BUYER')).map((party) => ({ ...party, methods: new Map() })),
    sellers: await everybody(sellers, 'SELLER'),
  }
}

/** The buyer's card of this outcome at this company, registered when it is first used. */
function cardOf({ client, methods }: Buyer, company: CompanyCode, token: string): Promise<string> {
  const name = `${company} ${token}`
  const register = async (): Promise<string> => {
    const card = { token, brand: 'visa', lastFour: '4242', expiry: '2031-12', company }
    const method = { kind: 'CARD', name, currency: 'JPY', card }
    return (await client.must('RegisterPaymentMethod', method)).paymentMethod.id
  }
  const known = methods.get(name) ?? register()
  methods.set(name, known)
  return known
}

/** How many orders are placed, for how long at most, and of how many one is given up. */
export type Plan = { readonly orders: number; readonly placingMs: number; readonly givenUpEach: number }

/**
 * Places so many orders through the gateway, each under one key until it is acknowledged, and gives one of `givenUpEach` up.
 * @returns what was acknowledged
 */
export async function placeOrders(
  hub: TestHub,
  shop: Shop,
  { orders: count, placingMs, givenUpEach }: Plan,
  random: () => number,
  said: (placed: number) => void,
): Promise<PlacedOrder[]> {
  const placed: PlacedOrder[] = []
  const waiting: { buyer: Buyer; threadId: string }[] = []
  const stopRenewing = renewTokens(hub, shop)
  const crowd = watchCrowd(hub.databaseUrl)
  let opening: Promise<void> | null = null
  const open = async (): Promise<void> => {
    const buyer = shop.buyers[Math.floor(random() * shop.buyers.length)]
    if (!buyer) return
    const { case: registered } = await buyer.client.must('RegisterCase', {
      title: 'Coils',
      description: 'One of each.',
      partnerIds: shop.sellers.map(({ id }) => id),
    })
    for (const { id } of registered.threads) waiting.push({ buyer, threadId: id })
  }
  const until = performance.now() + placingMs
  let left = count
  const lane = async (): Promise<void> => {
    while (left > 0 && performance.now() < until) {
      if (crowd.isTooLarge()) {
        await pause(lookMs)
        continue
      }
      const next = waiting.pop()
      if (!next) {
        await (opening ??= open().finally(() => (opening = null)))
        continue
      }
      left--
      placed.push(await placeOne(next.buyer, next.threadId, random, givenUpEach))
      said(placed.length)
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    stopRenewing()
    await crowd.end()
  }
  return placed
}

/** Looks again and again how many orders `reservations` has not heard of. */
function watchCrowd(databaseUrl: string): { isTooLarge(): boolean; end(): Promise<void> } {
  let [unheard, ended] = [0, false]
  const watching = asOwner(databaseUrl, async (owner) => {
    while (!ended) {
      const { rows } = await owner.query<{ unheard: string }>(
        `select (select count(*) from contracts.outbox_delivery where consumer = 'reservations' and status = 'PENDING')
           + (select count(*) from contracts.outbox_delivery where consumer = 'reservations' and status = 'QUEUED') as unheard`,
      )
      unheard = Number(rows[0]?.unheard)
      await pause(lookMs)
    }
  })
  return {
    isTooLarge: () => unheard > mostUnheard,
    end: () => {
      ended = true
      return watching
    },
  }
}

/** How many referrals of a buyer are answered at a look. */
const answeredAtOnce = 50

/** The buyers do not consent that a company's approval is asked for (C7): what was referred is refused. */
export async function withholdConsent({ buyers: all }: Shop): Promise<void> {
  for (const { client } of all) {
    const { viewer } = await client.run('Referrals', { first: answeredAtOnce, status: ['ASKED'] })
    for (const { node } of viewer.referrals.edges)
      await client.act('ConsentToReferral', { referralId: node.id, consents: false })
  }
}

async function placeOne(
  buyer: Buyer,
  threadId: string,
  random: () => number,
  givenUpEach: number,
): Promise<PlacedOrder> {
  const { client } = buyer
  const company = companyCodes[Math.floor(random() * companyCodes.length)] ?? 'quick'
  const outcome = outcomeBy(random() * 100)
  const minor = 1 + Math.floor(random() * 9)
  const givenUp = random() * givenUpEach < 1
  await client.must('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'Coil', quantity: '1', unit: 'C62', unitPrice: String(minor) }],
    paymentMethodId: await cardOf(buyer, company, outcome.token),
  })
  if (givenUp) {
    await pause(random() * givenUpAfterMs)
    await client.must('WithdrawCase', { threadId })
  }
  return { threadId, company, minor, outcome, givenUp }
}

function outcomeBy(percent: number): Outcome {
  let from = 0
  for (const outcome of outcomes) {
    from += outcome.share
    if (percent < from) return outcome
  }
  return outcomes[0]
}

function renewTokens(hub: TestHub, { buyers: all }: Shop): () => void {
  const timer = setInterval(() => {
    for (const { client, loginName } of all)
      signIn(hub.url, loginName).then(
        (fresh) => (client.token = fresh.token),
        () => undefined,
      )
  }, renewTokensMs)
  return () => clearInterval(timer)
}
