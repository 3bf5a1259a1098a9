import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createLog } from '@torihiki/shared/log.ts'
import { createClient } from 'graphql-sse'
import { Generation } from '../federation/generation.ts'
import { localUpstream } from '../upstreams/local.ts'
import { EventStream } from './testing/event-stream.ts'
import { notesAdded, until } from './testing/live-tests.ts'
import { Notes } from './testing/notes.ts'
import { openStage, type Stage } from './testing/stage.ts'

/** Streams of each kind at once: enough to be told one after the other. */
const clients = 10

let notes: Notes
const stages: Stage[] = []
const streams: EventStream[] = []
beforeEach(() => void (notes = new Notes()))
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.end()
  for (const stage of stages.splice(0)) await stage.close()
})

/** One more gateway process over the same subgraph. */
async function begin(limits: NonNullable<Parameters<typeof openStage>[0]>['limits'] = {}): Promise<Stage> {
  const upstream = localUpstream(notes.subgraph(), createLog('notes', 'fatal'))
  const stage = await openStage({ upstream, limits })
  stages.push(stage)
  return stage
}

async function ask(method: string, url: string, body: object | string = '', headers: Record<string, string> = {}) {
  const stream = await EventStream.open(url, body, { method, headers })
  streams.push(stream)
  return stream
}

const feed = { query: notesAdded, variables: { list: 'a' } }
const distinct = ({ url }: Stage): Promise<EventStream> => ask('POST', `${url}/graphql`, feed)
const shared = async ({ url }: Stage): Promise<EventStream> => {
  const path = `${url}/graphql/stream`
  const headers = { 'x-graphql-event-stream-token': (await ask('PUT', path)).text }
  const stream = await ask('GET', path, '', headers)
  const operation = { ...feed, extensions: { operationId: '1' } }
  await ask('POST', path, operation, { ...headers, accept: 'application/json' })
  return stream
}

/** When each stream ended. */
function endings(of: readonly EventStream[]): number[] {
  const times: number[] = []
  for (const stream of of) stream.whenEnded(() => times.push(performance.now()))
  return times
}

describe.each([
  ['one operation each', distinct],
  ['several operations', shared],
])('event streams of %s', (_, openOne) => {
  const openAll = async (stage: Stage): Promise<EventStream[]> => {
    const all = await Promise.all(Array.from({ length: clients }, () => openOne(stage)))
    await until('the starts', () => all.every(({ events }) => events.length === 1))
    return all
  }

  it('are broken off one after the other when the process stops, which takes no more', async () => {
    const stage = await begin({ drainSpreadMs: 300, drainMsPerSocket: 30 })
    const all = await openAll(stage)
    const times = endings(all)
    const closing = stage.live.close()
    const late = await distinct(stage)
    expect([late.status, late.connection]).toEqual([503, 'close'])
    await closing
    await until('all to be told', () => all.every(({ ended }) => ended))
    for (const { events, connection } of all) {
      expect(events.map(({ event }) => event)).toEqual(['next'])
      expect(connection).toBe('close')
    }
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(50)
    expect(stage.live.figures()).toMatchObject({ eventStreams: 0, operations: 0, groups: 0 })
    expect(notes.open).toBe(0)
  })

  it('are broken off one after the other when there is a new supergraph, and run until then', async () => {
    const stage = await begin({ drainSpreadMs: 300, drainMsPerSocket: 30 })
    const all = await openAll(stage)
    const times = endings(all)
    const before = stage.supergraph.generation
    const replaced = stage.replace((old) => new Generation({ ...old, introspection: false }))
    notes.write('a', 'one')
    await replaced
    await until('all to be told', () => all.every(({ ended }) => ended))
    expect(all.some(({ events }) => events.length === 2)).toBe(true)
    expect(all.some(({ events }) => events.some(({ event }) => event === 'complete'))).toBe(false)
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(50)
    await until('the old one to be free', () => !stage.live.runsIn(before))
    const again = await openOne(stage)
    await until('the start', () => again.events.length === 1)
    expect(stage.live.runsIn(stage.supergraph.generation)).toBe(true)
  })
})

describe.each([
  ['a stream for each operation', false],
  ['one stream for all operations', true],
] as const)('the client of graphql-sse with %s', (_, singleConnection) => {
  it.each(['stops', 'gets a new supergraph'])(
    'comes back with its cursor and misses nothing when its gateway %s',
    async (what) => {
      const [first, second] = [await begin(), await begin()]
      let leadsTo = first
      let connections = 0
      const client = createClient({
        url: () => `${leadsTo.url}/graphql${singleConnection ? '/stream' : ''}`,
        ...(singleConnection ? { singleConnection: true } : { singleConnection: false }),
        retryAttempts: 20,
        retry: async () => undefined,
        on: { connected: () => connections++ },
      })
      const variables: { list: string; after?: string } = { list: 'a' }
      const texts: unknown[] = []
      const ends: unknown[] = []
      client.subscribe<{ noteAdded: { cursor: string; kind: string; text: string } }>(
        { query: notesAdded, variables },
        {
          next({ data }) {
            if (!data) return
            // What is asked for again begins where this one ends.
            variables.after = data.noteAdded.cursor
            if (data.noteAdded.kind === 'NOTE') texts.push(data.noteAdded.text)
          },
          error: (error) => ends.push(error),
          complete: () => ends.push('complete'),
        },
      )
      await until('the start', () => variables.after === 'a#0')
      notes.write('a', '1', '2')
      await until('the first', () => texts.length === 2)
      leadsTo = second
      const moving =
        what === 'stops' ? first.live.close() : first.replace((old) => new Generation({ ...old, introspection: false }))
      notes.write('a', '3')
      await moving
      notes.write('a', '4')
      await until('all of it', () => texts.length === 4 && connections === 2)
      expect([texts, ends]).toEqual([['1', '2', '3', '4'], []])
      expect(second.live.figures()).toMatchObject({ eventStreams: 1, operations: 1 })
      notes.endAll()
      await until('the end, which is not like moving', () => ends.length === 1)
      expect(ends).toEqual(['complete'])
      client.dispose()
    },
  )
})
