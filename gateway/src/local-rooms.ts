import type { HintBus } from '@torihiki/shared/feeds/watch.ts'
import type { Subgraph } from '@torihiki/shared/graphql/subgraph.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import { ownInstitution, upstreamHub, type Settings } from '@torihiki/shared/settings.ts'
import { migrateStore, openStore, type Store, type StoreDefinition } from '@torihiki/shared/store/store.ts'
import * as contracts from '@torihiki/contracts'
import * as listings from '@torihiki/listings'
import * as members from '@torihiki/members'
import * as reservations from '@torihiki/reservations'
import * as settlements from '@torihiki/settlements'
import type { HubFigure } from './http/metrics.ts'
import { laneFigures } from './telemetry/lane-figures.ts'

export type LocalRooms = {
  readonly subgraphs: readonly Subgraph[]
  readonly stores: readonly Store[]
  readonly figures: readonly HubFigure[]
  close(): Promise<void>
}

type Options = {
  databaseUrl: string
  hubSecret: string
  adminPassword: string
  hints: HintBus
  settings: Settings
  log: Logger
}

/** How far a side's views of cases are behind the record (A16). */
function viewFigures(services: contracts.ContractsServices, side: 'SOURCE' | 'PARTNER'): HubFigure[] {
  const name = `torihiki_${side.toLowerCase()}_case_view`
  const read = () => contracts.viewBacklog(services.store, side)
  return [
    {
      name: `${name}_waiting`,
      help: `Changes that views of the ${side.toLowerCase()} side have not taken in, counted up to ${contracts.mostBacklogCounted}.`,
      read: async () => (await read()).waiting,
    },
    {
      name: `${name}_oldest_seconds`,
      help: 'Age of the oldest such change.',
      read: async () => (await read()).oldestSeconds,
    },
  ]
}

/** Migrates and opens all five subgraphs in this process, each with its own database role. */
export async function openLocalRooms(options: Options): Promise<LocalRooms> {
  const { hubSecret, hints, log, settings } = options
  const stores: Store[] = []
  const open = async (definition: StoreDefinition): Promise<Store> => {
    await migrateStore(definition, options)
    const store = await openStore(definition, options)
    stores.push(store)
    return store
  }
  const m = members.createServices({
    store: await open(members.storeDefinition),
    hints,
    hubSecret,
    hubSecretsBefore: settings.HUB_SECRETS_BEFORE,
    coolingOffDays: settings.COOLING_OFF_DAYS,
    allowLoopbackSites: settings.SITES_ALLOW_LOOPBACK,
    webhooks: members.createWebhookPort({ allowPrivate: settings.WEBHOOK_ALLOW_PRIVATE }),
  })
  await members.setUpHub(m, options.adminPassword, ownInstitution(settings))
  const l = listings.createServices({ store: await open(listings.storeDefinition), hints, hubSecret, log })
  const c = contracts.createServices({
    store: await open(contracts.storeDefinition),
    hints,
    hubSecret,
    hubSecretsBefore: settings.HUB_SECRETS_BEFORE,
    upstreamHub: upstreamHub(settings),
    log,
  })
  const r = reservations.createServices({
    store: await open(reservations.storeDefinition),
    hints,
    hubSecret,
    hubSecretsBefore: settings.HUB_SECRETS_BEFORE,
    log,
    cardCompanies: settings.CARD_COMPANIES,
    cardVault: settings.CARD_VAULT,
    cardRoutes: settings.CARD_ROUTES,
    acquirerNumber: settings.ACQUIRER_NUMBER,
    cardCompanyTimeoutMs: settings.CARD_COMPANY_TIMEOUT_SECONDS * 1_000,
    paysSellers: ownInstitution(settings) !== null,
  })
  const s = settlements.createServices({
    store: await open(settlements.storeDefinition),
    hints,
    hubSecret,
    log,
    settlementAgents: settings.SETTLEMENT_AGENTS,
  })
  return {
    subgraphs: [
      members.createSubgraph(m),
      listings.createSubgraph(l),
      contracts.createSubgraph(c),
      reservations.createSubgraph(r),
      settlements.createSubgraph(s),
    ],
    stores,
    figures: [
      ...(['SOURCE', 'PARTNER'] as const).flatMap((side) => viewFigures(c, side)),
      {
        name: 'torihiki_dues_waiting',
        help: `Deliveries and settlements that wait to be looked at for delays, counted up to ${contracts.mostCounted}.`,
        read: () => contracts.dueToCheck(c.store, c.now()),
      },
      ...laneFigures(r),
    ],
    async close() {
      await Promise.all([m.webhooks.close(), l.watch.close(), c.watch.close(), r.watch.close(), s.watch.close()])
      await Promise.all(stores.map((store) => store.close()))
    },
  }
}
