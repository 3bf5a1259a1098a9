import type { Logger } from '@torihiki/shared/log.ts'

/** Work that is done when woken, and every so often anyway; never twice at once. */
export type Loop = { wake(): void; close(): Promise<void> }

/** How often one and the same failure is logged at most. */
const complaintPauseMs = 5_000

/** Makes a loop. A failing turn is logged and tried again at the next wake or poll. */
export function createLoop(name: string, everyMs: number, log: Logger, turn: () => Promise<void>): Loop {
  let running: Promise<void> | null = null
  let wanted = false
  let closed = false
  let complainedAt = 0
  const run = async (): Promise<void> => {
    while (wanted && !closed) {
      wanted = false
      try {
        await turn()
      } catch (error) {
        if (Date.now() - complainedAt > complaintPauseMs)
          log.warn(
            { loop: name, reason: error instanceof Error ? error.message : String(error) },
            'A turn failed; it will be tried again.',
          )
        complainedAt = Date.now()
      }
    }
    running = null
  }
  const wake = (): void => {
    if (closed) return
    wanted = true
    running ??= run()
  }
  const timer = setInterval(wake, everyMs)
  wake()
  return {
    wake,
    async close() {
      closed = true
      clearInterval(timer)
      await running
    },
  }
}
