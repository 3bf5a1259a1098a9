import { dirtyMembers, projectMember, type ContractsServices } from '@torihiki/contracts'
import type { Logger } from '@torihiki/shared/log.ts'
import { createLoop, type Loop } from './loop.ts'

export type ViewSide = 'SOURCE' | 'PARTNER'
/** How often views that are behind are looked for, besides being woken by NOTIFY. */
const sweepMs = 1_000
/** How many members one look finds at most, and how many are brought up to date at once. */
const sweepBatch = 200
const membersAtOnce = 4

/** Keeps one side's views up to date: each wake-up names a member, and a sweep finds those whose wake-up was lost. */
export function startProjector(
  services: ContractsServices,
  side: ViewSide,
  log: Logger,
): Loop & { wakeMember(memberId: string): void } {
  const waiting = new Set<string>()
  const drain = async (): Promise<void> => {
    while (waiting.size > 0) {
      const [...batch] = [...waiting].slice(0, membersAtOnce)
      for (const memberId of batch) waiting.delete(memberId)
      await Promise.all(batch.map((memberId) => projectMember(services.store, services.hints, side, memberId)))
    }
  }
  const woken = createLoop(`${side} case view`, 60_000, log, drain)
  const sweep = createLoop(`${side} case view sweep`, sweepMs, log, async () => {
    for (const memberId of await dirtyMembers(services.store, side, 0.5, sweepBatch)) waiting.add(memberId)
    if (waiting.size > 0) woken.wake()
  })
  return {
    wake: () => sweep.wake(),
    wakeMember(memberId) {
      waiting.add(memberId)
      woken.wake()
    },
    close: async () => void (await Promise.all([woken.close(), sweep.close()])),
  }
}
