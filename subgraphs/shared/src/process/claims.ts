import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './error-code.ts'
import { processBirth } from './process-alive.ts'

/** Longer than the longest thing done exclusively: a database that recovers after a crash (5 min). */
const EXCLUSIVE_LIMIT_MS = 360_000
/** Two that arrived together draw different pauses and so do not meet again. */
const BACK_OFF_LEAST_MS = 20
const BACK_OFF_MOST_MS = 100

/** A process's mark in a folder. Its name says whose it is, so that the mark of a killed process counts no more. */
export interface Claim {
  release(): Promise<void>
  /** The pids of the living processes (this one too) that hold another mark in the folder. */
  others(): Promise<number[]>
}

/** Puts a mark of this process into the folder, which is made if need be. */
export async function claim(folder: string): Promise<Claim> {
  const name = `${process.pid}.${processBirth(process.pid) ?? 'unknown'}.${randomUUID()}`
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, name), '')
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error
    throw new Error(
      `${folder} belongs to another user: start as that user, or hand ${dirname(folder)} over with chown -R.`,
    )
  }
  return {
    release: () => rm(join(folder, name), { force: true }),
    others: () => livingClaims(folder, name),
  }
}

/**
 * Runs the action while no other process (nor another call in this one) runs one under the same folder.
 * A mark is written before the others are counted: of two that overlap at least one sees the other and steps back,
 * and the mark of a dead process binds nobody. Throws when the others need longer than six minutes.
 */
export async function exclusively<T>(folder: string, what: string, action: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + EXCLUSIVE_LIMIT_MS
  for (;;) {
    const own = await claim(folder)
    let others: number[]
    try {
      others = await own.others()
      if (others.length === 0) return await action()
    } finally {
      await own.release()
    }
    if (performance.now() > deadline) {
      throw new Error(
        `${what} is still under way in process ${others.join(', ')} after 6 min: end that process, then retry.`,
      )
    }
    await sleep(BACK_OFF_LEAST_MS + Math.random() * (BACK_OFF_MOST_MS - BACK_OFF_LEAST_MS))
  }
}

async function livingClaims(folder: string, own: string): Promise<number[]> {
  const living: number[] = []
  for (const name of await readdir(folder)) {
    if (name === own) continue
    const [pid = '', birth] = name.split('.')
    const bornAt = processBirth(Number(pid))
    if (bornAt !== undefined && (birth === bornAt || birth === 'unknown')) living.push(Number(pid))
    else await rm(join(folder, name), { force: true })
  }
  return living
}
