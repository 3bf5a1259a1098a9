import type { Consumer, PublishedEvent, Schedule } from '@torihiki/schema'
import { trimFeeds } from '@torihiki/shared/feeds/feed.ts'
import type { AlarmBoard } from '@torihiki/shared/queues/alarms.ts'
import type { HintBus } from '@torihiki/shared/feeds/watch.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { MailPort } from '@torihiki/shared/mail/mail.ts'
import { openMail } from '@torihiki/shared/mail/open-mail.ts'
import { ownInstitution, publicUrl, upstreamHub, type Settings } from '@torihiki/shared/settings.ts'
import { trimIdempotency } from '@torihiki/shared/store/command.ts'
import { migrateStore, openStore, type Store } from '@torihiki/shared/store/store.ts'
import * as contracts from '@torihiki/contracts'
import * as listings from '@torihiki/listings'
import * as members from '@torihiki/members'
import * as reservations from '@torihiki/reservations'
import * as settlements from '@torihiki/settlements'

/** What the workers call: commands of the subgraphs, by the names of events' consumers and of periodic work. No rule is here. */
export type Rooms = {
  readonly stores: readonly Store[]
  readonly contracts: contracts.ContractsServices
  readonly members: members.MembersServices
  readonly reservations: reservations.ReservationsServices
  readonly consume: Readonly<Record<Consumer, (event: PublishedEvent) => Promise<void>>>
  readonly periodic: Readonly<Record<Schedule, () => Promise<unknown>>>
  close(): Promise<void>
}

type Options = {
  databaseUrl: string
  hubSecret: string
  hints: HintBus
  /** Where standing alarms are shown to the gateway. */
  alarms: AlarmBoard
  settings: Settings
  log: Logger
  migrate: boolean
}

/** Connections per subgraph: workers do few things at once. */
const workerPoolSize = 8

/** Opens every subgraph's store with its own role, and its services. */
export async function openRooms(options: Options): Promise<Rooms> {
  const open = async (definition: Parameters<typeof openStore>[0]): Promise<Store> => {
    if (options.migrate) await migrateStore(definition, options)
    return openStore(definition, { ...options, poolSize: workerPoolSize })
  }
  const definitions = [members, listings, contracts, reservations, settlements].map((room) => room.storeDefinition)
  const stores: Store[] = []
  for (const definition of definitions) stores.push(await open(definition))
  const of = (name: string): Store => {
    const store = stores.find((each) => each.name === name)
    if (!store) throw new Error(`There is no store of ${name}.`)
    return store
  }
  const { hubSecret, hints, alarms, log, settings } = options
  const mail = openMail(settings)
  const m = members.createServices({ store: of('members'), hints, hubSecret, mail, log, ...membersOf(settings) })
  const c = contracts.createServices({
    store: of('contracts'),
    hints,
    hubSecret,
    hubSecretsBefore: settings.HUB_SECRETS_BEFORE,
    upstreamHub: upstreamHub(settings),
    log,
  })
  const l = listings.createServices({ store: of('listings'), hints, hubSecret, log, mail: memberMail(m, mail) })
  const r = reservations.createServices({
    store: of('reservations'),
    hints,
    hubSecret,
    hubSecretsBefore: settings.HUB_SECRETS_BEFORE,
    log,
    cardCompanies: settings.CARD_COMPANIES,
    cardVault: settings.CARD_VAULT,
    cardRoutes: settings.CARD_ROUTES,
    acquirerNumber: settings.ACQUIRER_NUMBER,
    cardCompanyTimeoutMs: settings.CARD_COMPANY_TIMEOUT_SECONDS * 1_000,
    authorizationSystem: settings.AUTHORIZATION_SYSTEM,
    paysSellers: ownInstitution(settings) !== null,
  })
  const s = settlements.createServices({
    store: of('settlements'),
    hints,
    hubSecret,
    log,
    settlementAgents: settings.SETTLEMENT_AGENTS,
  })
  return {
    stores,
    contracts: c,
    members: m,
    reservations: r,
    consume: {
      members: (event) => members.takeEvent(m, event),
      listings: (event) => listings.takeEvent(l, event),
      'interest-matching': (event) => listings.takeInterestEvent(l, event),
      contracts: (event) => contracts.takeEvent(c, event),
      reservations: (event) => reservations.takeEvent(r, event),
      settlements: (event) => settlements.takeEvent(s, event),
      'hub-reports': (event) => contracts.takeHubReport(c, event),
      authorization: (event) => reservations.takeAuthorizationEvent(r, event),
      'card-vault': (event) => reservations.takeVaultEvent(r, event),
      'settlement-instructions': async (event) => {
        await settlements.takeInstructionEvent(s, event)
        await settlements.takeCancellationEvent(s, event)
      },
    },
    periodic: {
      'delay-scan': () => contracts.scanDelays(c),
      'case-expiry': () => contracts.expireCases(c),
      'order-routing': () => contracts.routeWaitingOrders(c),
      'hold-expiry': async () => {
        try {
          await reservations.expireHolds(r)
        } finally {
          await reservations.expireGuarantees(r)
        }
        await reservations.lapseReferrals(r)
        await reservations.forgetOldAddressees(r)
      },
      'credit-billing': () => reservations.billCredits(r),
      'instruction-sweep': async () => {
        try {
          await settlements.sweepCancellations(s)
        } finally {
          await settlements.sweepInstructions(s)
        }
      },
      digests: async () => {
        await listings.claimDigests(l)
        await listings.sendDigests(l)
      },
      'quote-lapse': () => listings.lapseQuotes(l),
      'listings-upkeep': () => listings.keepListings(l),
      'log-monitor': async () => alarms.show('transparency-log', await contracts.monitorLog(c)),
      erasures: () => members.runErasures(m),
      'feed-trim': async () => {
        for (const store of stores) await trimStore(store)
        await members.trimMessages(m.store.query, m.now())
        await members.trimSignIns(m.store, m.now())
      },
    },
    async close() {
      await Promise.all([c.watch.close(), l.watch.close(), r.watch.close(), s.watch.close()])
      await Promise.all([mail.close(), m.webhooks.close(), ...stores.map((store) => store.close())])
    },
  }
}

/** Where webhooks may go, the secrets under which theirs and personal data are kept, and for how long a guest's are. */
function membersOf(settings: Settings) {
  const { WEBHOOK_ALLOW_PRIVATE: allowPrivate, HUB_SECRETS_BEFORE: hubSecretsBefore, COOLING_OFF_DAYS } = settings
  const webhooks = members.createWebhookPort({ allowPrivate })
  return { coolingOffDays: COOLING_OFF_DAYS, webhooks, hubSecretsBefore, publicUrl: publicUrl(settings) }
}

/** Mail to members: `members` knows the address, and nobody else keeps it. */
function memberMail(services: members.MembersServices, port: MailPort): listings.MemberMail {
  return {
    async send(memberId, letter) {
      const to = await members.mailAddressOf(services, memberId)
      if (to !== null) await port.send({ ...letter, to })
      return to !== null
    },
  }
}

/** Forgets what no promise covers any more: feed entries and idempotency keys past their time. */
async function trimStore(store: Store): Promise<void> {
  await trimFeeds(store)
  await trimIdempotency(store)
}
