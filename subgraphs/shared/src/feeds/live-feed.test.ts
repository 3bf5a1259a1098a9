import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { testStore, type TestStore } from '../../../../test/support/test-database.ts'
import { encodeCursor } from '../graphql/cursor.ts'
import { newId } from '../ids.ts'
import { emptyStore } from '../testing/empty-store.ts'
import { createMemoryHints } from '../testing/memory-hints.ts'
import { feedHead, feedKeptDays, feedPage, trimFeeds } from './feed.ts'
import type { NewFeedEntry } from './write-entries.ts'
import { LiveFeed, type FeedMessage } from './live-feed.ts'
import { mapFeed } from './map-feed.ts'
import { refuse } from '../refusals.ts'
import { createFeedWatch, type FeedWatch, type HintBus } from './watch.ts'

const errors: unknown[] = []
let database: TestStore
let hints: HintBus
let watch: FeedWatch
/** A watch that hears no hints and has to poll, as while Redis is away. */
let deafWatch: FeedWatch
let feed: string
const open: LiveFeed[] = []

beforeAll(async () => {
  database = await testStore(emptyStore)
  hints = createMemoryHints()
  watch = createFeedWatch(database.store, hints, (error) => errors.push(error))
  deafWatch = createFeedWatch(database.store, createMemoryHints({ silent: true }), (error) => errors.push(error))
})
beforeEach(() => {
  feed = `member/${newId()}`
})
afterEach(async () => {
  for (const each of open.splice(0)) await each.return()
})
afterAll(async () => {
  await watch.close()
  await deafWatch.close()
  await database.close()
  expect(errors).toEqual([])
})

const entry = (subject: string, at = new Date()): NewFeedEntry => ({ at, kind: 'CHANGED', subject, body: { subject } })

function append(subjects: readonly string[], to = feed, at = new Date()): Promise<void> {
  return database.store.transaction(async (tx) => {
    tx.append(
      to,
      subjects.map((subject) => entry(subject, at)),
    )
    tx.afterCommit(() => hints.publish([to]))
  })
}

function follow(after: string | null = null, from: FeedWatch = watch): LiveFeed {
  const live = new LiveFeed(database.store, from, feed, after)
  open.push(live)
  return live
}

async function take(live: LiveFeed, count: number): Promise<FeedMessage[]> {
  const messages: FeedMessage[] = []
  while (messages.length < count) {
    const result = await live.next()
    if (result.done) break
    messages.push(result.value)
  }
  return messages
}

const subjects = (messages: readonly FeedMessage[]): string[] =>
  messages.map((message) => (message.kind === 'ENTRY' ? message.entry.subject : message.kind))

describe('a live feed', () => {
  it('first says where it starts, then gives what comes, in order', async () => {
    await append(['before'])
    const live = follow()
    const [started] = await take(live, 1)
    expect(started).toEqual({ kind: 'STARTED', cursor: expect.any(String), at: expect.any(Date) })
    await append(['a', 'b'])
    await append(['c'])
    expect(subjects(await take(live, 3))).toEqual(['a', 'b', 'c'])
  })

  it('gives an entry as it was written', async () => {
    const live = follow()
    await take(live, 1)
    const at = new Date('2026-11-21T06:30:00.123Z')
    await append(['a'], feed, at)
    expect(await take(live, 1)).toEqual([
      {
        kind: 'ENTRY',
        cursor: expect.any(String),
        entry: { seq: 1n, at, kind: 'CHANGED', subject: 'a', body: { subject: 'a' } },
      },
    ])
  })

  it('has no gap, no duplicate and no reordering while many write at once', async () => {
    const writers = 8
    const rounds = 20
    const [fast, late] = [follow(), follow(null, deafWatch)]
    await Promise.all([take(fast, 1), take(late, 1)])
    const write = async (writer: number): Promise<void> => {
      for (let round = 0; round < rounds; round++) await append([`${writer}/${round}/0`, `${writer}/${round}/1`])
    }
    const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
    const total = writers * rounds * 2
    const [one, two] = await Promise.all([take(fast, total), take(late, total), writing])
    expect(subjects(one)).toEqual(subjects(two))
    expect(new Set(subjects(one)).size).toBe(total)
    for (let writer = 0; writer < writers; writer++) {
      const own = subjects(one).filter((subject) => subject.startsWith(`${writer}/`))
      expect(own).toEqual(Array.from({ length: rounds * 2 }, (_, i) => `${writer}/${Math.floor(i / 2)}/${i % 2}`))
    }
  })

  it('shows nothing of a transaction that was undone, and no gap for it', async () => {
    const live = follow()
    await take(live, 1)
    const undone = database.store.transaction(async (tx) => {
      tx.append(feed, [entry('undone')])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await append(['kept'])
    const [message] = await take(live, 1)
    expect(message).toMatchObject({ kind: 'ENTRY', entry: { seq: 1n, subject: 'kept' } })
  })

  it('shows nothing of an attempt that was refused within a transaction that went on', async () => {
    const live = follow()
    await take(live, 1)
    await database.store.transaction(async (tx) => {
      tx.append(feed, [entry('before')])
      const refused = await tx.attempt(async () => {
        tx.append(feed, [entry('refused')])
        await tx.sql('insert into feed_head (feed) values ($1)', ['refused'])
        return refuse('WRONG_STATE', 'Not now.')
      })
      expect(refused).toMatchObject({ code: 'WRONG_STATE' })
      expect(await tx.attempt(async () => ({ done: tx.append(feed, [entry('done')]) }))).toEqual({ done: undefined })
      tx.append(feed, [entry('after')])
    })
    const subjectsOf = (await take(live, 3)).map((message) => message.kind === 'ENTRY' && message.entry.subject)
    expect(subjectsOf).toEqual(['before', 'done', 'after'])
    expect(await database.store.query('select 1 from feed_head where feed = $1', ['refused'])).toEqual([])
  })

  it('does without hints: it looks by itself', async () => {
    const live = follow(null, deafWatch)
    await take(live, 1)
    const next = take(live, 1)
    await append(['unheard'])
    expect(subjects(await next)).toEqual(['unheard'])
  })

  it('is not touched by other feeds', async () => {
    const live = follow()
    await take(live, 1)
    const next = take(live, 1)
    await append(['elsewhere'], `member/${newId()}`)
    await append(['here'])
    expect(subjects(await next)).toEqual(['here'])
  })

  it('is read by one consumer, one entry at a time', async () => {
    const live = follow()
    await take(live, 1)
    const waiting = live.next()
    await expect(live.next()).rejects.toThrow('one consumer')
    await append(['a'])
    expect(await waiting).toMatchObject({ done: false })
  })
})

describe('a cursor', () => {
  it('resumes right after its entry, over more than a page', async () => {
    const many = Array.from({ length: feedPage * 2 + 7 }, (_, i) => `m${i}`)
    const place = (await take(follow(), 1))[0]?.cursor
    await append(many.slice(0, 300))
    await append(many.slice(300))
    const [started, ...replayed] = await take(follow(place), many.length + 1)
    expect(started).toMatchObject({ kind: 'STARTED', cursor: place })
    expect(subjects(replayed)).toEqual(many)
  })

  it('of any entry leads to the entry after it, until the live ones', async () => {
    const live = follow()
    await take(live, 1)
    await append(['a', 'b', 'c'])
    const [a, b, c] = await take(live, 3)
    expect(subjects(await take(follow(a?.cursor), 3))).toEqual(['STARTED', 'b', 'c'])
    expect(subjects(await take(follow(b?.cursor), 2))).toEqual(['STARTED', 'c'])
    const resumed = follow(c?.cursor)
    await take(resumed, 1)
    await append(['d'])
    expect(subjects(await take(resumed, 1))).toEqual(['d'])
  })

  it('of an earlier build of the feed gets SNAPSHOT, and goes on from its cursor', async () => {
    await append(['a'])
    const [old] = await take(follow(), 1)
    await database.store.query('update feed_head set epoch = gen_random_uuid() where feed = $1', [feed])
    const live = follow(old?.cursor)
    const [snapshot] = await take(live, 1)
    expect(snapshot).toMatchObject({ kind: 'SNAPSHOT' })
    await append(['b'])
    expect(subjects(await take(live, 1))).toEqual(['b'])
    expect(subjects(await take(follow(snapshot?.cursor), 2))).toEqual(['STARTED', 'b'])
  })

  it('from before what is kept gets SNAPSHOT, the one at the edge does not', async () => {
    const live = follow()
    const [start] = await take(live, 1)
    await append(['old'], feed, new Date(Date.now() - (feedKeptDays + 1) * 86_400_000))
    await append(['new'])
    const [old] = await take(live, 1)
    expect(await trimFeeds(database.store)).toBe(1)
    expect(await feedHead((text, values) => database.store.query(text, values), feed)).toMatchObject({
      floor: 1n,
      head: 2n,
    })
    expect(subjects(await take(follow(start?.cursor), 1))).toEqual(['SNAPSHOT'])
    expect(subjects(await take(follow(old?.cursor), 2))).toEqual(['STARTED', 'new'])
  })

  it('from beyond the head gets SNAPSHOT', async () => {
    await append(['a'])
    const { epoch } = await feedHead((text, values) => database.store.query(text, values), feed)
    expect(subjects(await take(follow(encodeCursor([feed, epoch, '99'])), 1))).toEqual(['SNAPSHOT'])
  })

  it.each([
    ['of another feed', encodeCursor(['member/other', 'x', '1'])],
    ['of a list', encodeCursor(['2026', 'x'])],
    ['with a number that is none', encodeCursor(['FEED', 'x', '-1'])],
    ['of the wrong form', 'not a cursor'],
    ['that is empty', ''],
    ['that is far too long', 'A'.repeat(10_000)],
  ])('%s is refused with BAD_CURSOR', async (_, cursor) => {
    const live = follow(cursor)
    await expect(live.next()).rejects.toMatchObject({ extensions: { code: 'BAD_CURSOR' } })
    expect(await live.next()).toEqual({ done: true, value: undefined })
  })
})

describe('the end of a live feed', () => {
  it('comes at once while the next entry is being waited for', async () => {
    const live = follow()
    await take(live, 1)
    const waiting = live.next()
    expect(await live.return()).toEqual({ done: true, value: undefined })
    expect(await waiting).toEqual({ done: true, value: undefined })
    await append(['too late'])
    expect(await live.next()).toEqual({ done: true, value: undefined })
  })

  it('comes at once while the feed is still starting', async () => {
    const live = follow()
    const starting = live.next()
    await live.return()
    expect(await starting).toEqual({ done: true, value: undefined })
  })

  it('comes through a mapped feed too, which leaves out what it maps to null', async () => {
    const live = follow()
    await take(live, 1)
    const mapped = mapFeed(live, (message) => {
      const [subject = ''] = subjects([message])
      return subject === 'b' ? null : subject
    })
    await append(['a', 'b', 'c'])
    expect([(await mapped.next()).value, (await mapped.next()).value]).toEqual(['a', 'c'])
    const waiting = mapped.next()
    await mapped.return?.()
    expect(await waiting).toEqual({ done: true, value: undefined })
  })

  it('comes with the error when the database cannot be read', async () => {
    const broken = { ...database.store, query: () => Promise.reject(new Error('the database is away')) }
    const live = new LiveFeed(broken, watch, feed, null)
    await expect(live.next()).rejects.toThrow('the database is away')
    expect(await live.next()).toEqual({ done: true, value: undefined })
  })
})
