import { setTimeout as pause } from 'node:timers/promises'
import type { Generation } from './generation.ts'

/** What is made ready in a new generation before it is served. */
export const warmUpLimits = {
  /** Operations, the most used of the generation before first: beyond them the rest of the traffic is thin. */
  operations: 200,
  /** How long it may take altogether: a new supergraph should not wait longer than that to be served. */
  totalMs: 10_000,
  /** The longest pause after one, in which requests are answered. */
  longestPauseMs: 250,
} as const

/**
 * Makes the most used operations of a generation ready in the next one, so that nobody waits for planning after the switch. Takes
 * at most half of the process's time. Operations that are not valid there any more are left out. Gives how many are ready.
 */
export async function warmUp(before: Generation, next: Generation): Promise<number> {
  const { operations, totalMs, longestPauseMs } = warmUpLimits
  const deadline = performance.now() + totalMs
  let ready = 0
  for (const { source, operationName, uses } of before.mostUsed(operations)) {
    const startedAt = performance.now()
    if (startedAt > deadline) break
    const prepared = prepareOne(next, source, operationName)
    if (prepared) {
      ready++
      // What was used long ago counts less and less.
      prepared.uses = Math.floor(uses / 2)
    }
    await pause(Math.min(longestPauseMs, performance.now() - startedAt))
  }
  return ready
}

function prepareOne(generation: Generation, source: string, operationName: string | null) {
  try {
    const prepared = generation.prepare(source, operationName)
    return 'run' in prepared ? prepared : null
  } catch {
    // Whoever sends it is told what is wrong with it.
    return null
  }
}
