import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A mail as it lies in the folder. */
export type KeptMail = { name: string; at: Date; to: string; subject: string; text: string }

/** How much of a mail is read: the hub writes far shorter ones. */
const longestMailBytes = 1_000_000
const nameForm = /^[0-9a-f]{40}$/

/** The newest mail of a folder, so much at most, that nobody has put away yet. Empty when there is no folder. */
export async function newestMail(folder: string, limit: number): Promise<KeptMail[]> {
  const names = await readdir(join(folder, 'new')).catch(() => [])
  const dated = await Promise.all(
    names
      .filter((name) => nameForm.test(name))
      .map(async (name) => ({ name, at: (await stat(join(folder, 'new', name)).catch(() => null))?.mtime })),
  )
  const newest = dated
    .flatMap(({ name, at }) => (at ? [{ name, at }] : []))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
  const read = await Promise.all(
    newest.map(async ({ name, at }) => {
      const raw = await readFile(join(folder, 'new', name), 'utf8').catch(() => null)
      return raw === null || raw.length > longestMailBytes ? [] : [{ name, at, ...readInternetMessage(raw) }]
    }),
  )
  return read.flat()
}

/** What a message says that `internetMessage` wrote. */
export function readInternetMessage(raw: string): { to: string; subject: string; text: string } {
  const [head = '', body = ''] = raw.split('\r\n\r\n', 2)
  const unfolded = head.replaceAll(/\r\n[ \t]/g, ' ')
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(unfolded)?.[1]?.trim() ?? ''
  const subject = header('Subject')
    .replaceAll(/\?= =\?/g, '?==?')
    .replaceAll(/=\?utf-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'))
  return { to: header('To').replaceAll(/[<>]/g, ''), subject, text: Buffer.from(body, 'base64').toString('utf8') }
}
