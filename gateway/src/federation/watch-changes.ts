import { stat } from 'node:fs/promises'

/** How often a file is looked at, unless it is said otherwise. A change is taken when it has not gone on for one more look. */
const lookEveryMs = 500

/**
 * Tells when a file has changed. By looking at what the path leads to, so that files that are written in place, renamed over one
 * another or reached through links are all seen, on network file systems too; one that is being written is waited for.
 */
export function watchChanges(path: string, onChange: () => void, everyMs = lookEveryMs): { close(): void } {
  let [taken, seen] = ['', '']
  let looking = false
  const look = async (): Promise<void> => {
    if (looking) return
    looking = true
    const now = await lookOf(path)
    looking = false
    const isSettled = now === seen
    seen = now
    // A file that is gone is about to come back. The first look tells too: the file may have changed since it was read.
    if (isSettled && now !== taken && now !== gone) {
      taken = now
      onChange()
    }
  }
  void look()
  const timer = setInterval(() => void look(), everyMs)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

const gone = 'gone'

async function lookOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path)
    // Whoever writes to a file first empties it.
    return size === 0 ? gone : `${ino} ${size} ${mtimeMs} ${ctimeMs}`
  } catch {
    return gone
  }
}
