import { setTimeout as pause } from 'node:timers/promises'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import type { Json } from '../../support/hub-client.ts'
import { copyMigratedDatabase } from '../../support/migrated-database.ts'
import { signIn, type Party } from '../../support/parties.ts'
import { contractedThread, depositOf, newTrade, reserve, untilInspectable, type Trade } from '../../support/story.ts'
import { asOwner, testDatabaseUrl } from '../../support/test-database.ts'
import { killProcess, startAgain, startTestHub, stopProcess, type TestHub } from '../../support/test-hub.ts'
import { StubbornClient } from '../stubborn.ts'
import { Ledger, type Acknowledged } from './acknowledged.ts'
import { findDifferences } from './differences.ts'
import { startLosingProxy, type LosingProxy } from './losing-proxy.ts'
import { plantIn, type PlantedBug } from './planted-bugs.ts'

export type LostRepliesOptions = {
  /** Acts that are sent, at least. */
  readonly operations: number
  readonly seed: number
  readonly redisUrl: string
  /** A bug that the hub is given, to prove that the run finds it. */
  readonly bug?: PlantedBug
  readonly say: (line: string) => void
}

/** What a run came to: what does not fit, and what happened on the way. */
export type LostRepliesOutcome = {
  readonly findings: readonly string[]
  readonly operations: number
  readonly acknowledged: number
  readonly refused: number
  readonly lostReplies: number
  readonly lostRequests: number
  readonly kills: number
}

/** The share of commits whose reply is lost, and as many that PostgreSQL never hears of. */
const lostShare = 0.02
/** Acts that are under way at the same time, each on a thread of its own, all with money of the same account. */
const lanes = 8
/** The contract of each thread, in yen, and the most that is paid of it at once. */
const [contractAmount, largestPart] = [1_000, 40]
/** A contract of 1,000 yen, paid by 20 on the average, in reservations of 40: it takes about twice as many acts. */
const fewestActsAThread = 40
/** How long at least and at most the hub is left alive. */
const [shortestPeaceMs, longestPeaceMs] = [4_000, 9_000]
/** How often a hub that was killed is started, at most: each start makes some dozen commits. */
const mostStarts = 10
/** Access tokens live ten minutes. */
const renewTokensMs = 240_000
/** How long events may need to be taken by everybody once nothing is lost any more. */
const healMs = 60_000

/**
 * Plays with money while replies are lost: members reserve, give up, inspect in parts and pay in, each act under an idempotency key until it is
 * answered, often twice at once, and often two acts that exclude each other at once; between the hub and PostgreSQL two in a hundred commits lose their
 * reply and as many are never heard, and the hub is killed again and again. In the end every account must be the replay of its postings, and
 * everything that was acknowledged must be there once, in the book and in what it made others owe.
 */
export async function playLostReplies(options: LostRepliesOptions): Promise<LostRepliesOutcome> {
  const database = await testDatabaseUrl(copyMigratedDatabase)
  const random = seededRandom(options.seed)
  const proxy = await startLosingProxy(database.databaseUrl, random)
  const planted = options.bug ? await plantIn(options.bug) : null
  let hub: TestHub | null = null
  try {
    hub = await startTestHub(planted?.settings ?? {}, { databaseUrl: proxy.url, redisUrl: options.redisUrl })
    if (options.bug) await asOwner(database.databaseUrl, (owner) => planted?.weaken(owner) ?? Promise.resolve())
    const run = new Run(hub, proxy, random, options)
    await run.play()
    const findings = run.broken ?? (await findDifferences(database.databaseUrl, hub, run.trade, run.ledger, healMs))
    return {
      findings,
      operations: run.ledger.sent,
      acknowledged: run.ledger.acknowledged.length,
      refused: run.ledger.refused,
      lostReplies: proxy.lost.replies,
      lostRequests: proxy.lost.requests,
      kills: run.kills,
    }
  } finally {
    proxy.lose(0)
    for (const each of hub?.processes.splice(0).toReversed() ?? []) await stopProcess(each).catch(() => undefined)
    await proxy.close()
    await planted?.remove()
    await database.close()
  }
}

class Run {
  readonly ledger = new Ledger()
  kills = 0
  /** Why the run came to no end, when it did not. */
  broken: string[] | null = null
  #trade: Trade | null = null
  #method = ''
  #ended = false
  readonly #prepared: { threadId: string; reservationId: string }[] = []

  private readonly hub: TestHub
  private readonly proxy: LosingProxy
  private readonly random: () => number
  private readonly options: LostRepliesOptions

  constructor(hub: TestHub, proxy: LosingProxy, random: () => number, options: LostRepliesOptions) {
    this.hub = hub
    this.proxy = proxy
    this.random = random
    this.options = options
  }

  get trade(): Trade {
    if (!this.#trade) throw new Error('The run has not begun.')
    return this.#trade
  }

  async play(): Promise<void> {
    const calm = await newTrade(this.hub)
    const stubborn = (party: Party): Party => ({
      ...party,
      client: new StubbornClient(this.hub.url, party.client.token),
    })
    this.#trade = {
      admin: new StubbornClient(this.hub.url, this.hub.admin.token),
      agent: calm.agent,
      buyer: stubborn(calm.buyer),
      seller: stubborn(calm.seller),
    }
    this.#method = await depositOf(this.trade, '1')
    this.ledger.add({ kind: 'DEPOSIT', amount: 1n })
    await this.prepare()
    this.proxy.lose(lostShare)
    const helpers = [this.killing(), this.renewing()]
    try {
      await Promise.all(Array.from({ length: lanes }, () => this.lane()))
    } catch (error) {
      this.broken = [`An act found no end: ${error instanceof Error ? error.message : String(error)}`]
    }
    this.#ended = true
    this.proxy.lose(0)
    await Promise.all(helpers)
  }

  private get isOver(): boolean {
    return this.#ended || this.broken !== null || this.ledger.sent >= this.options.operations
  }

  /** Threads with a contract that the book has heard of and a reservation each, while nothing is lost yet: enough for all acts. */
  private async prepare(): Promise<void> {
    const count = lanes + Math.ceil(this.options.operations / fewestActsAThread)
    const making = async (): Promise<void> => {
      while (this.#prepared.length < count) {
        const { threadId } = await contractedThread(this.trade)
        await this.payIn()
        const { id } = await reserve(this.trade, threadId, this.#method, { plannedAmount: yen(largestPart) })
        this.ledger.add({ kind: 'RESERVATION', id, amount: BigInt(largestPart) })
        await untilInspectable(this.trade, threadId)
        this.#prepared.push({ threadId, reservationId: id })
      }
    }
    await Promise.all(Array.from({ length: lanes }, making))
    this.options.say(`${this.#prepared.length} threads are prepared`)
    this.ledger.sent = 0
  }

  /** Threads one after the other, each until its contract is paid or the run is over. */
  private async lane(): Promise<void> {
    for (let next = this.#prepared.pop(); next && !this.isOver; next = this.#prepared.pop()) {
      const { threadId } = next
      let reservationId: string | null = next.reservationId
      let paid = 0
      while (!this.isOver && paid < contractAmount) {
        if (this.random() < 0.1) await this.payIn()
        if (reservationId === null) reservationId = await this.reserve(threadId)
        else {
          const use = await this.useUp(threadId, reservationId)
          paid += use.paid
          if (use.ended) reservationId = null
        }
      }
    }
  }

  /** One act under one key, by one request or by two at the same time, which must get the same answer. */
  private async act(client: StubbornClient, name: string, input: object): Promise<Json> {
    const keyed = { idempotencyKey: crypto.randomUUID(), ...input }
    this.ledger.sent++
    const requests = Array.from({ length: this.random() < 0.3 ? 2 : 1 }, () => client.act(name, keyed))
    const [answer, other] = await Promise.all(requests)
    // A refusal undoes everything: of two requests one may still be refused where the other was taken.
    const [taken, alsoTaken] = [answer, other].filter((each) => each !== undefined && each.code === undefined)
    if (taken && alsoTaken && idOf(taken) !== idOf(alsoTaken))
      this.ledger.differing.push(`${name}: one key, two answers: ${idOf(taken)} and ${idOf(alsoTaken)}`)
    return taken ?? answer
  }

  private async acknowledge(answer: Json, entry: () => Acknowledged): Promise<boolean> {
    if (answer.code !== undefined) {
      this.ledger.refused++
      return false
    }
    this.ledger.add(entry())
    return true
  }

  private async payIn(): Promise<void> {
    const amount = 500 + Math.floor(this.random() * 1_000)
    const answer = await this.act(this.trade.admin as StubbornClient, 'DepositFunds', {
      memberId: this.trade.buyer.id,
      amount: yen(amount),
      reference: `transfer ${crypto.randomUUID()}`,
    })
    await this.acknowledge(answer, () => ({ kind: 'DEPOSIT', amount: BigInt(amount) }))
  }

  private async reserve(threadId: string): Promise<string | null> {
    const amount = 1 + Math.floor(this.random() * largestPart * 2)
    const answer = await this.act(this.buyer, 'ReservePayment', {
      threadId,
      paymentMethodId: this.#method,
      plannedAmount: yen(amount),
    })
    const taken = await this.acknowledge(answer, () => ({
      kind: 'RESERVATION',
      id: answer.reservation.id,
      amount: BigInt(amount),
    }))
    if (!taken && answer.code === 'INSUFFICIENT_FUNDS') await this.payIn()
    return taken ? answer.reservation.id : null
  }

  /** Pays a part, gives the reservation up, or both at once: then exactly one of a final payment and the giving up may be taken. */
  private async useUp(threadId: string, reservationId: string): Promise<{ paid: number; ended: boolean }> {
    const chance = this.random()
    if (chance < 0.15) return { paid: 0, ended: await this.giveUp(reservationId) }
    if (chance < 0.6) return this.pay(threadId, this.random() < 0.3)
    const [paid, givenUp] = await Promise.all([this.pay(threadId, true), this.giveUp(reservationId)])
    if (paid.paid > 0 && givenUp)
      this.ledger.differing.push(`Reservation ${reservationId} was paid in the end and given up, both acknowledged.`)
    return { paid: paid.paid, ended: paid.ended || givenUp }
  }

  private async pay(threadId: string, final: boolean): Promise<{ paid: number; ended: boolean }> {
    const amount = 1 + Math.floor(this.random() * largestPart)
    const answer = await this.act(this.buyer, 'ConfirmInspection', { threadId, amount: yen(amount), final })
    const taken = await this.acknowledge(answer, () => ({
      kind: 'INSPECTION',
      id: answer.inspection.id,
      amount: BigInt(amount),
    }))
    if (!taken) return { paid: 0, ended: answer.code === 'WRONG_STATE' }
    return { paid: amount, ended: answer.reservation.status !== 'RESERVED' }
  }

  private async giveUp(reservationId: string): Promise<boolean> {
    const answer = await this.act(this.buyer, 'VoidReservation', { reservationId })
    return this.acknowledge(answer, () => ({ kind: 'END', id: reservationId }))
  }

  private get buyer(): StubbornClient {
    return this.trade.buyer.client as StubbornClient
  }

  /** Kills the hub again and again, while threads are played. */
  private async killing(): Promise<void> {
    while (!this.isOver) {
      await this.peace(shortestPeaceMs + this.random() * (longestPeaceMs - shortestPeaceMs))
      if (this.isOver) return
      await this.killAndStart()
      this.options.say(`${this.ledger.sent} acts, ${this.kills} kills, ${this.proxy.lost.replies} replies lost`)
    }
  }

  /** A start may itself lose a commit and end, as every process may; whoever runs a hub starts it again. */
  private async killAndStart(): Promise<void> {
    let ended = await killProcess(this.hub, 'hub')
    this.kills++
    for (let start = 1; ; start++) {
      try {
        await startAgain(this.hub, ended)
        return
      } catch (error) {
        const [tried] = this.hub.processes.splice(0)
        if (!tried) throw error
        ended = tried
        const hasEnded = tried.child.exitCode !== null
        if (hasEnded && start < mostStarts) continue
        this.broken = [`The hub did not come back: ${String(error)}\n${tried.output()}`]
        return
      }
    }
  }

  private async renewing(): Promise<void> {
    while (!this.isOver) {
      await this.peace(renewTokensMs)
      if (this.isOver) return
      const { admin, buyer, seller } = this.trade
      const password = this.hub.environment['ADMIN_PASSWORD'] ?? ''
      const fresh = async (signing: () => Promise<{ token: string | null }>): Promise<string | null> =>
        waitFor(
          () =>
            signing().then(
              ({ token }) => token,
              () => null,
            ),
          { timeoutMs: healMs, everyMs: 200, what: 'a log-in' },
        )
      for (const party of [buyer, seller]) party.client.token = await fresh(() => signIn(this.hub.url, party.loginName))
      admin.token = await fresh(() => signIn(this.hub.url, 'admin', password))
    }
  }

  /** Waits, but not beyond the end of the run. */
  private async peace(ms: number): Promise<void> {
    const until = performance.now() + ms
    while (!this.isOver && performance.now() < until) await pause(100)
  }
}

const yen = (amount: number) => ({ amount: String(amount), currency: 'JPY' })

/** What tells the effect of an act from another: the id of what it made or changed. */
function idOf(answer: Json): string {
  return String(answer.inspection?.id ?? answer.reservation?.id ?? answer.account?.id ?? JSON.stringify(answer))
}

/** Numbers from 0 to below 1 that a seed decides. What happens also depends on what is quicker, so a seed does not repeat a run. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}
