import { outboxBacklog } from '@torihiki/shared/store/outbox.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import type { RequestListener } from 'node:http'
import { Router } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { LiveFigures } from '../live/live-context.ts'
import { createGatewayMetrics, type GatewayMetrics } from '../telemetry/gateway-metrics.ts'
import { FixedHistogram, type Counted } from '../telemetry/histogram.ts'

export type Metrics = {
  readonly pages: Router
  /** Times a request. */
  readonly time: RequestListener
  /** What the gateway counts of its own work. */
  readonly gateway: GatewayMetrics
  readonly registry: Registry
}

/** A figure of a subgraph in this process, read whenever metrics are. */
export type HubFigure = {
  readonly name: string
  readonly help: string
  /** What tells its values apart, where it has several. */
  readonly labelNames?: readonly string[]
  read(): Promise<number | readonly LabelledValue[]>
}

/** A value among several of one figure. */
export type LabelledValue = { readonly labels: Readonly<Record<string, string>>; readonly value: number }

/** What is owed to the outside by one channel, and what of it is dead. */
export type MessageFigures = { channel: string; owed: number; oldestSeconds: number; dead: number }

/** Where the figures come from. What is not given is not there. */
export type MetricsOptions = {
  readonly stores?: readonly Store[]
  readonly live: () => LiveFigures
  readonly figures?: readonly HubFigure[] | undefined
  readonly messages?: (store: Store) => Promise<readonly MessageFigures[]>
  /** Alarms that stand, by what raised them. */
  readonly alarms?: () => Promise<Readonly<Record<string, number>>>
}

/** Prometheus metrics of a gateway process at `/metrics`, and the timer of its requests. */
export function createMetrics({
  stores = [],
  live,
  figures = [],
  messages = async () => [],
  alarms = async () => ({}),
}: MetricsOptions): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new FixedHistogram(
    registry,
    'torihiki_http_request_seconds',
    'Duration of HTTP requests by path and status.',
  )
  measureLive(registry, live)
  for (const figure of figures) measureFigure(registry, figure)
  const owed = new Gauge({
    name: 'torihiki_outbox_owed',
    help: 'Events not yet taken by all consumers.',
    labelNames: ['subgraph'],
    registers: [registry],
  })
  const oldest = new Gauge({
    name: 'torihiki_outbox_oldest_seconds',
    help: 'Age of the oldest such event.',
    labelNames: ['subgraph'],
    registers: [registry],
  })
  const up = new Gauge({
    name: 'torihiki_store_up',
    help: '1 when the database of a subgraph answers, 0 when it does not: its other figures are then those of before.',
    labelNames: ['subgraph'],
    registers: [registry],
  })
  const outbound = messageGauges(registry)
  const standing = new Gauge({
    name: 'torihiki_alarms',
    help: 'Alarms that stand, by what raised them: 0 is well.',
    labelNames: ['alarm'],
    registers: [registry],
  })
  const pages = Router()
  pages.get('/metrics', async (_request, response) => {
    await Promise.all(
      stores.map(async (store) => {
        const subgraph = store.name
        const backlog = await outboxBacklog(store).catch(() => null)
        up.set({ subgraph }, backlog ? 1 : 0)
        if (!backlog) return
        owed.set({ subgraph }, backlog.owed)
        oldest.set({ subgraph }, backlog.oldestSeconds)
        for (const each of await messages(store).catch(() => [])) outbound(each)
      }),
    )
    for (const [alarm, count] of Object.entries(await alarms().catch(() => ({})))) standing.set({ alarm }, count)
    response.type(registry.contentType).send(await registry.metrics())
  })
  const places = new Map<string, Counted>()
  const timed = new Set(['/graphql', '/graphiql', '/queues', '/console', '/health/ready', '/metrics'])
  return {
    pages,
    registry,
    gateway: createGatewayMetrics(registry),
    time(request, response) {
      // An event stream lasts as long as its client likes: its duration tells nothing.
      if (request.headers.accept?.startsWith('text/event-stream')) return
      const startedAt = performance.now()
      const [path = ''] = (request.url ?? '').split('?', 1)
      response.once('finish', () => {
        const place = timed.has(path) ? path : 'other'
        const key = `${place} ${response.statusCode}`
        const counted = places.get(key) ?? durations.of({ path: place, status: String(response.statusCode) })
        places.set(key, counted)
        counted.observe((performance.now() - startedAt) / 1_000)
      })
    },
  }
}

/** A figure that cannot be read stays as it was: `torihiki_store_up` says that its database does not answer. */
function measureFigure(registry: Registry, { name, help, labelNames = [], read }: HubFigure): void {
  new Gauge({
    name,
    help,
    labelNames: [...labelNames],
    registers: [registry],
    async collect() {
      const found = await read().catch(() => null)
      if (found === null) return
      if (typeof found === 'number') return this.set(found)
      // What is not told any more is not there any more.
      this.reset()
      for (const { labels, value } of found) this.set(labels, value)
    },
  })
}

function messageGauges(registry: Registry): (figures: MessageFigures) => void {
  const gauge = (name: string, help: string): Gauge =>
    new Gauge({ name, help, labelNames: ['channel'], registers: [registry] })
  const owed = gauge('torihiki_messages_owed', 'Messages to members that are owed, by mail and webhook.')
  const oldest = gauge('torihiki_messages_oldest_seconds', 'Age of the oldest such message.')
  const dead = gauge('torihiki_messages_dead', 'Messages given up in the last 30 days.')
  return ({ channel, ...figures }) => {
    owed.set({ channel }, figures.owed)
    oldest.set({ channel }, figures.oldestSeconds)
    dead.set({ channel }, figures.dead)
  }
}

/** What is there now, and what has been since the start. */
function measureLive(registry: Registry, live: () => LiveFigures): void {
  const now = {
    sockets: ['torihiki_sockets', 'Open WebSockets.'],
    eventStreams: ['torihiki_event_streams', 'Open event streams.'],
    operations: ['torihiki_socket_operations', 'Running operations on WebSockets and event streams.'],
    groups: ['torihiki_subscription_groups', 'Upstreams that subscriptions share.'],
    eventsWaiting: [
      'torihiki_events_waiting',
      'Events that came from subgraphs and are not delivered yet: being resolved, or waiting for clients to take any.',
    ],
  } as const
  const sinceStart = {
    deliveries: ['torihiki_deliveries_total', 'Events delivered, each counted once a subscriber.'],
    events: ['torihiki_events_total', 'Events delivered, each counted once a group of subscriptions.'],
    eventSeconds: [
      'torihiki_event_seconds_total',
      'Seconds from arrival at the gateway to delivery, added up over these.',
    ],
    batches: [
      'torihiki_event_batches_total',
      'Times that a group of subscriptions was written to: events that were ready together count as one.',
    ],
    overflows: ['torihiki_overflows_total', 'Subscriptions ended because their clients did not keep up.'],
  } as const
  for (const [figure, [name, help]] of Object.entries(now)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(live()[figure as keyof typeof now])
      },
    })
  }
  for (const [figure, [name, help]] of Object.entries(sinceStart)) {
    new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        this.reset()
        this.inc(live()[figure as keyof typeof sinceStart])
      },
    })
  }
}
