import { createHash, randomUUID } from 'node:crypto'
import { access, link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../process/error-code.ts'
import { internetMessage, type MailPort } from './mail.ts'
import { readInternetMessage } from './read-mail-folder.ts'

const ownerOnly = { folder: 0o700, file: 0o600 }

/**
 * Mail as files, in the manner of maildir: written whole under `tmp`, then shown under `new` by a name made from the message id,
 * so that a mail handed over a second time is found there, or under `cur` where a reader has put it, and is not written again.
 */
export function createMailFolder(folder: string, from?: string): MailPort {
  const place = (name: 'tmp' | 'new' | 'cur'): string => join(folder, name)
  return {
    async send(mail) {
      for (const name of ['tmp', 'new', 'cur'] as const)
        await mkdir(place(name), { recursive: true, mode: ownerOnly.folder })
      const name = createHash('sha256').update(mail.messageId).digest('hex').slice(0, 40)
      const isNew = await access(join(place('new'), name)).then(
        () => true,
        () => false,
      )
      if (isNew || (await readdir(place('cur'))).some((each) => each.startsWith(name))) return
      const draft = join(place('tmp'), `${name}.${randomUUID()}`)
      await writeSafely(draft, internetMessage(mail, from))
      try {
        await link(draft, join(place('new'), name))
      } catch (error) {
        // Somebody else was first with the same mail.
        if (errorCode(error) !== 'EEXIST') throw error
      } finally {
        await rm(draft, { force: true })
      }
      await syncFolder(place('new'))
    },
    async forget(address) {
      let forgotten = 0
      for (const name of ['tmp', 'new', 'cur'] as const) {
        const before = forgotten
        for (const file of await readdir(place(name)).catch(() => []))
          if (await isTo(join(place(name), file), address)) {
            await rm(join(place(name), file), { force: true })
            forgotten++
          }
        if (forgotten > before) await syncFolder(place(name))
      }
      return forgotten
    },
    close: async () => undefined,
  }
}

async function isTo(path: string, address: string): Promise<boolean> {
  const raw = await readFile(path, 'utf8').catch(() => '')
  return readInternetMessage(raw).to.toLowerCase() === address.toLowerCase()
}

async function writeSafely(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', ownerOnly.file)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A name is safe on the disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
