import { inTime } from '@torihiki/shared/process/in-time.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { Router } from 'express'
import type { SupergraphState } from '../federation/reload.ts'

/** How long one check may take. */
export const checkTimeoutMs = 2_000

/** A thing that must work for the hub to be ready; `check` throws or rejects with what is wrong. */
export type HealthCheck = { readonly name: string; check(): Promise<unknown> }

export const storeCheck = (store: Store): HealthCheck => ({
  name: `database of ${store.name}`,
  check: () => store.query('select 1'),
})

export type Health = { ready: boolean; checks: Record<string, string> }

/** Runs all checks at once. The answer names what is wrong. */
export async function checkHealth(checks: readonly HealthCheck[]): Promise<Health> {
  const results = await Promise.all(
    checks.map(async ({ name, check }) => {
      try {
        await inTime(check(), checkTimeoutMs, `no answer in ${checkTimeoutMs} ms`)
        return [name, 'ok'] as const
      } catch (error) {
        return [name, error instanceof Error ? error.message : String(error)] as const
      }
    }),
  )
  return { ready: results.every(([, state]) => state === 'ok'), checks: Object.fromEntries(results) }
}

const noAlarms: Readonly<Record<string, number>> = {}

export type HealthPagesOptions = {
  readonly checks: () => readonly HealthCheck[]
  readonly isDraining: () => boolean
  /** Whether all checks must hold or one is enough. */
  readonly readyWhen?: 'all' | 'any'
  /** The supergraph that is served, told beside the checks: one that cannot be used keeps nobody from being answered. */
  readonly supergraph?: () => SupergraphState
  /** Alarms that stand, by name: all is answered, and yet somebody has to look. */
  readonly alarms?: () => Promise<Readonly<Record<string, number>>>
}

/**
 * `/health/live`: the process answers. `/health/ready`: everything that it needs works, else 503 with what does not; `degraded` with 200
 * while an alarm stands.
 */
export function healthPages({ checks, isDraining, readyWhen = 'all', supergraph, alarms }: HealthPagesOptions): Router {
  const router = Router()
  router.get('/health/live', (_request, response) => void response.json({ status: 'ok' }))
  router.get('/health/ready', async (_request, response) => {
    const health = await checkHealth(checks())
    const some = Object.values(health.checks).includes('ok')
    const ready = (health.ready || (readyWhen === 'any' && some)) && !isDraining()
    const state = supergraph?.()
    const standing = Object.entries((await alarms?.().catch(() => noAlarms)) ?? noAlarms).filter(
      ([, count]) => count > 0,
    )
    const well = standing.length === 0 ? 'ready' : 'degraded'
    response.status(ready ? 200 : 503).json({
      status: ready ? well : isDraining() ? 'draining' : 'not ready',
      checks: health.checks,
      ...(standing.length > 0 && { alarms: Object.fromEntries(standing) }),
      ...(state && { supergraph: { generation: state.number, since: state.since, fault: state.fault } }),
    })
  })
  return router
}
