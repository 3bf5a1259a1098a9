import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import { StartRefused } from '@torihiki/shared/settings.ts'
import type { Logger } from '@torihiki/shared/log.ts'

/** How often a file is looked at for a change. */
const lookEveryMs = 1_000

/** What a file says now. */
export type WatchedFile<T> = { current(): T; close(): void }

/**
 * Reads a file, and again whenever it changes. A change that cannot be used is logged, and what was read before holds on.
 * @throws StartRefused when it cannot be used at the start
 */
export function watchedFile<T extends object>(
  setting: string,
  path: string,
  parse: (text: string) => T | { readonly fault: string },
  log: Logger,
): WatchedFile<T> {
  const read = (): T => {
    const parsed = parse(textOf(setting, path))
    if ('fault' in parsed)
      throw new StartRefused(`${setting}: ${path} cannot be used: ${String(parsed.fault)}. Mend it.`)
    return parsed as T
  }
  let held = read()
  const look = (): void => {
    try {
      held = read()
      log.info({ setting, path }, 'A changed file was read.')
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.error({ setting, path, reason }, 'A changed file cannot be used; what it said before holds on.')
    }
  }
  watchFile(path, { interval: lookEveryMs, persistent: false }, look)
  return { current: () => held, close: () => unwatchFile(path, look) }
}

function textOf(setting: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new StartRefused(`${setting}: there is no file ${path} that can be read. Give the path of one.`)
  }
}
