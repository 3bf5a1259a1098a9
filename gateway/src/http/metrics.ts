import { outboxBacklog } from '@torihiki/shared/store/outbox.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import type { RequestListener } from 'node:http'
import { Router } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { LiveFigures } from '../live/live-context.ts'

/** Prometheus metrics of a gateway process at `/metrics`, and the timer of its requests. */
export function createMetrics(
  stores: readonly Store[],
  live: () => LiveFigures,
): { pages: Router; time: RequestListener } {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'torihiki_http_request_seconds',
    help: 'Duration of HTTP requests by path and status.',
    labelNames: ['path', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  measureLive(registry, live)
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
      }),
    )
    response.type(registry.contentType).send(await registry.metrics())
  })
  const timed = new Set(['/graphql', '/graphiql', '/queues', '/console', '/health/ready', '/metrics'])
  return {
    pages,
    time(request, response) {
      // An event stream lasts as long as its client likes: its duration tells nothing.
      if (request.headers.accept?.startsWith('text/event-stream')) return
      const end = durations.startTimer()
      const [path = ''] = (request.url ?? '').split('?', 1)
      response.once('finish', () =>
        end({ path: timed.has(path) ? path : 'other', status: String(response.statusCode) }),
      )
    },
  }
}

/** What is there now, and what has been since the start. */
function measureLive(registry: Registry, live: () => LiveFigures): void {
  const now = {
    sockets: ['torihiki_sockets', 'Open WebSockets.'],
    eventStreams: ['torihiki_event_streams', 'Open event streams.'],
    operations: ['torihiki_socket_operations', 'Running operations on WebSockets and event streams.'],
    groups: ['torihiki_subscription_groups', 'Upstreams that subscriptions share.'],
  } as const
  const sinceStart = {
    deliveries: ['torihiki_deliveries_total', 'Events delivered, each counted once a subscriber.'],
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
