import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { newId } from '@torihiki/shared/ids.ts'
import { createMailFolder } from '@torihiki/shared/mail/mail-folder.ts'
import type { Mail } from '@torihiki/shared/mail/mail.ts'
import { firstWaitMs, mostAttempts } from './commands/send-digests.ts'
import {
  claimDigests,
  keepListings,
  sendDigests,
  takeEvent,
  takeInterestEvent,
  type ListingsServices,
} from './index.ts'
import { memberRecorded, openListingsRoom, type Json, type ListingsRoom } from './testing/listings-room.ts'

let room: ListingsRoom
let publisher: string
let seeker: string
let mails: (Omit<Mail, 'to'> & { memberId: string })[]
let services: ListingsServices
/** What the sender of mail answers. */
let answer: () => Promise<boolean>

beforeAll(async () => {
  room = await openListingsRoom()
})
afterAll(() => room.close())
beforeEach(async () => {
  await room.services.store.query('update interest set removed_at = now()')
  await room.services.store.query('update digest_schedule set next_at = null')
  ;[publisher, seeker] = [await room.member(), await room.member()]
  mails = []
  answer = async () => true
  services = {
    ...room.services,
    mail: {
      async send(memberId, letter) {
        mails.push({ memberId, ...letter })
        return answer()
      },
    },
  }
})

const shown = 'digestSchedule { frequency hour weekday timeZone language nextAt }'
const setSchedule = (memberId: string, input: object): Promise<Json> =>
  room.act(memberId, 'setDigestSchedule', input, shown)

async function interested(memberId: string, schedule: object, name = 'Steel'): Promise<void> {
  await room.act(memberId, 'registerInterest', { name, criteria: { text: 'steel' } }, 'interest { id }')
  await setSchedule(memberId, schedule)
}

async function found(further: object = {}): Promise<string> {
  const id = await room.publish(publisher, further)
  const payload = { opportunityId: id, revision: 1 }
  const event = {
    id: newId(),
    type: 'OpportunityRecorded',
    origin: 'listings',
    at: room.now().toISOString(),
    payload,
  } as const
  await takeInterestEvent(services, event)
  return id
}

async function turn(): Promise<number> {
  await claimDigests(services)
  return sendDigests(services)
}

const dueIn = async (memberId: string): Promise<number> => {
  const [row] = await services.store.query<{ next_at: string }>(
    'select next_at from digest_schedule where member_id = $1',
    [memberId],
  )
  return new Date(row?.next_at ?? 0).getTime() - room.now().getTime()
}

describe('a digest', () => {
  test('comes daily at the hour of the member’s clock, with all that was found, and not when nothing was', async () => {
    await interested(seeker, { frequency: 'DAILY', hour: 9, timeZone: 'Asia/Tokyo', language: 'ja' })
    await found({ title: 'Steel one' })
    await found({ title: 'Steel two' })
    expect(await turn()).toBe(0)
    room.pass(await dueIn(seeker))
    expect(await turn()).toBe(1)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ memberId: seeker, language: 'ja', subject: 'ご関心に合う案件が2件あります' })
    expect(mails[0]?.text).toMatch(/1\. Steel two[\s\S]*2\. Steel one/)
    room.pass(await dueIn(seeker))
    expect(await turn()).toBe(0)
    await found({ title: 'Steel three' })
    room.pass(await dueIn(seeker))
    expect(await turn()).toBe(1)
    expect(mails[1]?.text).toContain('1. Steel three')
    expect(mails[1]?.text).not.toContain('Steel two')
  })

  test('comes weekly on the day', async () => {
    await interested(seeker, { frequency: 'WEEKLY', weekday: 'WEDNESDAY', hour: 7 })
    await found()
    expect(await dueIn(seeker)).toBeGreaterThan(0)
    room.pass(await dueIn(seeker))
    expect([room.now().getUTCDay(), room.now().getUTCHours()]).toEqual([3, 7])
    expect(await turn()).toBe(1)
    expect(await dueIn(seeker)).toBe(7 * 86_400_000)
  })

  test('comes at once, for each match one mail and no second', async () => {
    await interested(seeker, { frequency: 'AT_ONCE', language: 'de' })
    expect(await turn()).toBe(0)
    await found()
    expect(await turn()).toBe(1)
    expect(await turn()).toBe(0)
    await found()
    await Promise.all([turn(), turn(), turn()])
    expect(mails.map(({ subject }) => subject)).toEqual(Array(2).fill('1 Ausschreibung passt zu Ihren Interessen'))
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2)
  })

  test('is one for all the days on which nobody could send it, and none when it is off', async () => {
    await interested(seeker, { frequency: 'DAILY', hour: 8 })
    await found()
    room.pass(5 * 86_400_000)
    expect(await turn()).toBe(1)
    expect(await dueIn(seeker)).toBeGreaterThan(0)
    await setSchedule(seeker, { frequency: 'OFF' })
    await found()
    room.pass(8 * 86_400_000)
    expect(await turn()).toBe(0)
  })

  test('is one a day, also when the member moves to another time zone', async () => {
    await interested(seeker, { frequency: 'DAILY', hour: 8, timeZone: 'Asia/Tokyo' })
    await found()
    room.pass(await dueIn(seeker))
    expect(await turn()).toBe(1)
    await setSchedule(seeker, { frequency: 'DAILY', timeZone: 'America/Los_Angeles' })
    await found()
    room.pass(await dueIn(seeker))
    const first = await turn()
    room.pass(86_400_000)
    expect(first + (await turn())).toBe(1)
    const rows = await services.store.query<{ period: string }>('select period from digest where member_id = $1', [
      seeker,
    ])
    expect(new Set(rows.map(({ period }) => period)).size).toBe(2)
  })

  test('tells only what is open to the member still, and is dropped when that is nothing', async () => {
    await interested(seeker, { frequency: 'DAILY', hour: 8 })
    const withdrawn = await found({ title: 'Steel withdrawn' })
    await found({ title: 'Steel that stays' })
    await room.act(publisher, 'withdrawOpportunity', { opportunityId: withdrawn }, 'opportunity { id }')
    room.pass(await dueIn(seeker))
    expect(await turn()).toBe(1)
    expect(mails[0]?.text).not.toContain('withdrawn')
    const closed = await found()
    await room.act(
      publisher,
      'editOpportunity',
      { opportunityId: closed, revision: 1, visibleTo: [publisher] },
      'opportunity { id }',
    )
    room.pass(await dueIn(seeker))
    expect(await turn()).toBe(0)
    expect(mails).toHaveLength(1)
    room.pass(86_400_000)
    expect(await turn()).toBe(0)
  })

  test('is not sent to who is suspended, or has no address any more', async () => {
    await interested(seeker, { frequency: 'AT_ONCE' })
    await found()
    await takeEvent(services, memberRecorded(seeker, 'SUSPENDED', 2, room.now()))
    expect(await turn()).toBe(0)
    expect(mails).toEqual([])
    const gone = await room.member()
    await interested(gone, { frequency: 'AT_ONCE' })
    await found()
    answer = async () => false
    expect(await turn()).toBe(0)
    room.pass(86_400_000)
    expect(await turn()).toBe(0)
    expect(mails).toHaveLength(1)
  })

  test('that cannot be sent is tried again under the same message id, for a while', async () => {
    await interested(seeker, { frequency: 'AT_ONCE' })
    await found()
    answer = () => Promise.reject(new Error('The disk is full.'))
    expect(await turn()).toBe(0)
    expect(await turn()).toBe(0)
    for (let i = 0; i < mostAttempts + 3; i++) {
      room.pass(86_400_000)
      await turn()
    }
    expect(mails).toHaveLength(mostAttempts)
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1)
  })
})

describe('a worker that is killed', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'digests-'))
    const port = createMailFolder(folder)
    services = {
      ...room.services,
      mail: { send: async (memberId, letter) => (await port.send({ ...letter, to: `${memberId}@example.org` }), true) },
    }
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  /** Starts a process that gets stuck at a point, and kills it there. */
  async function killAt(point: 'before' | 'after'): Promise<void> {
    const { databaseUrl, hubSecret } = room.database
    const program = join(import.meta.dirname, 'fixtures/digest-sender.ts')
    const child = spawn(process.execPath, [program, point, folder, databaseUrl, hubSecret, room.now().toISOString()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve())
      child.once('exit', () => reject(new Error('It ended before it got there.')))
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  test.each(['before', 'after'] as const)('%s the mail was handed over leaves one mail', async (point) => {
    await interested(seeker, { frequency: 'AT_ONCE' })
    await found({ title: `Steel, killed ${point}` })
    await killAt(point)
    const [row] = await services.store.query('select sent_at from digest where member_id = $1', [seeker])
    expect(row).toEqual({ sent_at: null })
    await turn()
    room.pass(firstWaitMs)
    expect(await turn()).toBe(1)
    room.pass(86_400_000)
    expect(await turn()).toBe(0)
    const [name = '', ...more] = await readdir(join(folder, 'new'))
    expect(more).toEqual([])
    const body = (await readFile(join(folder, 'new', name), 'utf8')).split('\r\n\r\n')[1] ?? ''
    expect(Buffer.from(body, 'base64').toString()).toContain(`Steel, killed ${point}`)
  })
})

describe('a schedule', () => {
  test('is the usual one with the first interest, and keeps what is left out', async () => {
    await room.act(seeker, 'registerInterest', { name: 'x', criteria: { text: 'steel' } }, 'interest { id }')
    const text = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { ${shown} } } }`
    const [viewer] = await room.read<[Json]>(seeker, text, { r: [{ __typename: 'Viewer', id: seeker }] })
    expect(viewer.digestSchedule).toMatchObject({
      frequency: 'DAILY',
      hour: 8,
      timeZone: 'UTC',
      language: 'en',
      nextAt: expect.any(String),
    })
    await setSchedule(seeker, {
      frequency: 'WEEKLY',
      weekday: 'FRIDAY',
      hour: 18,
      timeZone: 'asia/tokyo',
      language: 'ja-JP',
    })
    expect((await setSchedule(seeker, { frequency: 'DAILY' })).digestSchedule).toMatchObject({
      frequency: 'DAILY',
      hour: 18,
      weekday: 'FRIDAY',
      timeZone: 'Asia/Tokyo',
      language: 'ja',
    })
  })

  test('is refused with every fault at once', async () => {
    const refused = await setSchedule(seeker, { frequency: 'DAILY', hour: 24, timeZone: '+09:00', language: 'fr' })
    expect(refused.faults.map(({ path }) => path).toSorted()).toEqual(['hour', 'language', 'timeZone'])
  })
})

test('upkeep takes what has expired out of the index, and indexes anew what is of an older kind', async () => {
  const id = await room.publish(publisher, {
    title: 'Short-lived',
    validUntil: new Date(room.now().getTime() + 1_000).toISOString(),
  })
  const old = await room.publish(publisher, { title: '継目無鋼管', description: 'x' })
  await services.store.query(`update opportunity set index_version = 0, words = '' where id = $1`, [old])
  expect(await room.search(seeker, { text: '鋼管', publisherId: publisher })).toEqual([])
  room.pass(2_000)
  await keepListings(services)
  expect(await room.search(seeker, { text: '鋼管', publisherId: publisher })).toEqual([old])
  const rows = await services.store.query<{ id: string; listed: boolean }>(
    'select id, listed from opportunity where publisher_id = $1 order by id',
    [publisher],
  )
  expect(rows).toEqual([
    { id, listed: false },
    { id: old, listed: true },
  ])
})
