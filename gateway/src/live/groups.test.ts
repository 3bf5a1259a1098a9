import { afterEach, describe, expect, it } from '@jest/globals'
import type { RawSocket } from './testing/raw-socket.ts'
import { LiveTests, notesAdded, until } from './testing/live-tests.ts'
import { token } from './testing/stage.ts'

const live = new LiveTests()
afterEach(() => live.end())

const ticked = 'subscription ($name: String) { ticked(name: $name) { count who } }'
const started = async (socket: RawSocket, id = '1'): Promise<void> =>
  void (await socket.until('the start', (message) => message.id === id && message.type === 'next'))
const texts = (socket: RawSocket, id = '1'): unknown[] =>
  socket.of(id).flatMap(({ payload }) => payload?.data?.noteAdded.text ?? [])

describe('identical subscriptions', () => {
  it('share one upstream and one execution for each event', async () => {
    const { notes, live: gateway } = await live.begin()
    const sockets = await Promise.all(Array.from({ length: 20 }, () => live.connect(token('m', ['BUYER']))))
    for (const socket of sockets) socket.subscribe('1', ticked)
    await until('all to be subscribed', () => gateway.figures().operations === 20)
    expect(gateway.figures().groups).toBe(1)
    notes.tick()
    await Promise.all(sockets.map((socket) => started(socket)))
    expect([notes.opened, notes.resolved]).toEqual([1, 1])
    for (const socket of sockets) expect(socket.of('1')).toHaveLength(1)
  })

  it('are those of equal variables in whatever order, of equal roles in whatever order', async () => {
    const { notes, live: gateway } = await live.begin()
    const a = await live.connect(token('m', ['BUYER', 'SELLER']))
    const b = await live.connect(token('m', ['SELLER', 'BUYER']))
    a.subscribe('1', notesAdded, { list: 'a', after: 'a#0' })
    b.subscribe('1', notesAdded, { after: 'a#0', list: 'a' })
    await Promise.all([started(a), started(b)])
    await until('one group', () => gateway.figures().groups === 1)
    notes.write('a', 'x')
    await until('the note', () => texts(a).length + texts(b).length === 2)
    expect(notes.open).toBe(1)
  })

  it('of other members, other roles, other variables or other operations share nothing', async () => {
    const { notes, live: gateway } = await live.begin()
    const nobody = await live.connect()
    const buyer = await live.connect(token('m', ['BUYER']))
    const seller = await live.connect(token('m', ['SELLER']))
    const other = await live.connect(token('n', ['BUYER']))
    for (const socket of [nobody, buyer, seller, other]) socket.subscribe('1', ticked)
    buyer.subscribe('2', ticked, { name: 'x' })
    buyer.subscribe('3', 'subscription { ticked { count } }')
    await until('all to be subscribed', () => notes.open === 6)
    expect(gateway.figures().groups).toBe(6)
    notes.tick()
    await Promise.all([nobody, buyer, seller, other].map((socket) => started(socket)))
    expect([nobody, buyer, seller, other].map((socket) => socket.of('1')[0]?.payload?.data?.ticked.who)).toEqual([
      'nobody',
      'm',
      'm',
      'n',
    ])
  })

  it('end their upstream with the last of them, and not before', async () => {
    const { notes } = await live.begin()
    const [a, b] = [await live.connect(), await live.connect()]
    a.subscribe('1', ticked)
    b.subscribe('1', ticked)
    await until('the group', () => live.stage?.live.figures().operations === 2 && notes.open === 1)
    a.send({ type: 'complete', id: '1' })
    await until('one to be gone', () => live.stage?.live.figures().operations === 1)
    notes.tick()
    await started(b)
    expect([a.of('1').length, notes.open]).toEqual([0, 1])
    b.end()
    await until('the upstream to end', () => notes.open === 0)
    expect(live.stage?.live.figures()).toMatchObject({ operations: 0, groups: 0 })
  })

  it('that come too late for the first event of a feed without cursors have a feed of their own', async () => {
    const { notes } = await live.begin()
    const [a, b] = [await live.connect(), await live.connect()]
    a.subscribe('1', ticked)
    await until('the upstream', () => notes.open === 1)
    notes.tick()
    await started(a)
    b.subscribe('1', ticked)
    await until('the second upstream', () => notes.open === 2)
    notes.tick()
    await started(b)
    await until('both ticks', () => a.of('1').length === 2)
  })
})

describe('a subscription with cursors', () => {
  it('that comes late gets the start of the feed, and then shares it', async () => {
    const { notes, live: gateway } = await live.begin()
    const first = await live.connect()
    first.subscribe('1', notesAdded, { list: 'a' })
    await started(first)
    notes.write('a', 'one')
    await until('the note', () => texts(first).length === 1)
    const late = await live.connect()
    late.subscribe('1', notesAdded, { list: 'a' })
    await started(late)
    expect(late.of('1')[0]?.payload?.data?.noteAdded).toMatchObject({ kind: 'STARTED', cursor: 'a#1' })
    await until('one upstream', () => notes.open === 1)
    expect(gateway.figures().groups).toBe(1)
    const before = notes.resolved
    notes.write('a', 'two')
    await until('both to have it', () => texts(first).length === 2 && texts(late).length === 1)
    expect(notes.resolved).toBe(before + 1)
  })

  it('that resumes after a cursor catches up by itself and then shares the feed, without a gap or a duplicate', async () => {
    const { notes, live: gateway } = await live.begin()
    const total = 400
    const live1 = await live.connect()
    live1.subscribe('1', notesAdded, { list: 'a' })
    await started(live1)
    const late: { socket: RawSocket; from: number }[] = []
    for (let i = 1; i <= total; i++) {
      notes.write('a', `${i}`)
      if (i % 20 !== 0) continue
      const socket = await live.connect()
      const from = i % 60 === 0 ? i : Math.floor(i / 2)
      socket.subscribe('1', notesAdded, { list: 'a', after: `a#${from}` })
      late.push({ socket, from })
    }
    await until('all to have all', () => late.every(({ socket }) => texts(socket).at(-1) === `${total}`))
    for (const { socket, from } of late)
      expect(texts(socket)).toEqual(Array.from({ length: total - from }, (_, i) => `${from + i + 1}`))
    expect(texts(live1)).toEqual(Array.from({ length: total }, (_, i) => `${i + 1}`))
    await until('one upstream', () => notes.open === 1)
    expect(gateway.figures().groups).toBe(1)
  })

  it('that does not select its cursor shares its feed all the same, and gets nothing that it did not ask for', async () => {
    const { notes } = await live.begin()
    const query = 'subscription { noteAdded(list: "a") { text } }'
    const [a, b] = [await live.connect(), await live.connect()]
    a.subscribe('1', query)
    await started(a)
    b.subscribe('1', query)
    await started(b)
    await until('one upstream', () => notes.open === 1)
    notes.write('a', 'x')
    await until('the note', () => a.of('1').length === 2 && b.of('1').length === 2)
    expect(b.of('1').map(({ payload }) => payload)).toEqual([
      { data: { noteAdded: { text: null } } },
      { data: { noteAdded: { text: 'x' } } },
    ])
  })
})
