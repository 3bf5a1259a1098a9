import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { testStore, type TestStore } from '../../../../test/support/test-database.ts'
import { newId } from '../ids.ts'
import { emptyStore } from '../testing/empty-store.ts'
import { onceEach, onceOnly } from './inbox.ts'
import {
  deliveryKey,
  markDone,
  markFailed,
  outboxBacklog,
  readEvent,
  readStored,
  redeliverAfterSeconds,
  redeliverOverdue,
  relayBatch,
  relayOwed,
  type DeliveryQueue,
  type OwedDelivery,
} from './outbox.ts'

let database: TestStore
beforeAll(async () => {
  database = await testStore(emptyStore)
})
afterAll(() => database.close())
beforeEach(async () => {
  for (const table of ['outbox_delivery', 'outbox', 'inbox']) await database.store.query(`delete from ${table}`)
})

/** `ThreadOpened` has two consumers. */
const consumers = ['reservations', 'settlements']
const parties = { threadId: newId(), caseId: newId(), sourceId: newId(), partnerId: newId() }

function publish(count = 1): Promise<string[]> {
  return database.store.transaction(async (tx) => {
    const ids: string[] = []
    for (let i = 0; i < count; i++) ids.push(await tx.publish('ThreadOpened', parties))
    return ids
  })
}

/** Moves the clock of what was handed on: as if it had been so many seconds ago. */
async function age(seconds: number): Promise<void> {
  await database.store.query('update outbox_delivery set queued_at = queued_at - make_interval(secs => $1)', [seconds])
}

/** A queue of which is kept what came, and what waits in it. */
function queueWith(
  waiting: readonly OwedDelivery[] = [],
  begun: readonly OwedDelivery[] = [],
): { queue: DeliveryQueue; sent: OwedDelivery[] } {
  const sent: OwedDelivery[] = []
  const found = new Map([
    ...waiting.map((each) => [deliveryKey(each), 'WAITS'] as const),
    ...begun.map((each) => [deliveryKey(each), 'BEGUN'] as const),
  ])
  const queue: DeliveryQueue = {
    deliver: async (owed) => void sent.push(...owed),
    look: async () => found,
  }
  return { queue, sent }
}

async function relay(): Promise<OwedDelivery[]> {
  const { queue, sent } = queueWith()
  await relayOwed(database.store, queue)
  return sent
}

async function sweep(
  waiting: readonly OwedDelivery[] = [],
  begun: readonly OwedDelivery[] = [],
): Promise<OwedDelivery[]> {
  const { queue, sent } = queueWith(waiting, begun)
  const { redelivered } = await redeliverOverdue(database.store, queue)
  expect(redelivered).toBe(sent.length)
  return sent
}

const nameOf = ({ eventId, consumer }: OwedDelivery): string => `${eventId} ${consumer}`

describe('the relay', () => {
  it('hands on each event once to each consumer', async () => {
    const [eventId] = await publish()
    const sent = await relay()
    expect(sent.map(({ consumer }) => consumer).toSorted()).toEqual(consumers)
    expect(sent[0]).toEqual({ origin: 'listings', eventId, consumer: expect.any(String), generation: 1 })
    expect(await relay()).toEqual([])
  })

  it('hands on nothing of a transaction that was undone', async () => {
    const undone = database.store.transaction(async (tx) => {
      await tx.publish('ThreadOpened', parties)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await relay()).toEqual([])
  })

  it('marks nothing when sending fails, and tries all of it again in the next round', async () => {
    await publish(3)
    const failing = relayOwed(database.store, { deliver: () => Promise.reject(new Error('Redis is away')) })
    await expect(failing).rejects.toThrow('Redis is away')
    const sent = await relay()
    expect(sent).toHaveLength(6)
    expect(sent.every(({ generation }) => generation === 1)).toBe(true)
  })

  it('takes a batch a round at most, oldest events first', async () => {
    const ids = await publish(relayBatch / 2 + 10)
    const [first, second] = [await relay(), await relay()]
    expect([first.length, second.length]).toEqual([relayBatch, 20])
    const order = [...first, ...second].map(({ eventId }) => eventId)
    expect(new Set(order)).toEqual(new Set(ids))
    expect(order).toEqual(order.toSorted())
  })

  it('does not do twice what another relay is just doing, nor waits for it', async () => {
    await publish(5)
    const firstHas = Promise.withResolvers<OwedDelivery[]>()
    const secondIsDone = Promise.withResolvers<void>()
    const first = relayOwed(database.store, {
      deliver: async (owed) => {
        firstHas.resolve([...owed])
        await secondIsDone.promise
      },
    })
    const taken = await firstHas.promise
    await publish(4)
    const sentBySecond = await relay()
    secondIsDone.resolve()
    expect(await first).toBe(10)
    expect(sentBySecond).toHaveLength(8)
    const names = [...taken, ...sentBySecond].map(nameOf)
    expect(new Set(names).size).toBe(18)
  })

  it('sends no delivery twice when many relays race', async () => {
    await publish(150)
    const rounds = await Promise.all(Array.from({ length: 8 }, () => relay()))
    const rest = await relay()
    const names = [...rounds.flat(), ...rest].map(nameOf)
    expect(names).toHaveLength(300)
    expect(new Set(names).size).toBe(300)
  })

  it('does not look at what was handed on', async () => {
    await publish()
    await relay()
    await age(redeliverAfterSeconds + 1)
    expect(await relay()).toEqual([])
  })
})

describe('the sweep', () => {
  it('hands on again what was not done in time, under a new generation', async () => {
    await publish()
    await relay()
    await age(redeliverAfterSeconds - 5)
    expect(await sweep()).toEqual([])
    await age(6)
    expect((await sweep()).map(({ generation }) => generation)).toEqual([2, 2])
    expect(await sweep()).toEqual([])
  })

  it('leaves what still waits in the queue, and looks at it again as long after', async () => {
    await publish(2)
    const queued = await relay()
    await age(redeliverAfterSeconds + 1)
    const lost = queued.slice(0, 1)
    expect(await sweep(queued.slice(1))).toEqual(lost.map((each) => ({ ...each, generation: 2 })))
    expect(await sweep()).toEqual([])
    await age(redeliverAfterSeconds + 1)
    const again = await sweep(queued.slice(2))
    expect(new Set(again.map(({ generation }) => generation))).toEqual(new Set([2, 3]))
  })

  it('leaves what was only just begun, and looks at it in the next round', async () => {
    await publish()
    const queued = await relay()
    await age(redeliverAfterSeconds + 1)
    expect(await sweep([], queued)).toEqual([])
    expect(await sweep(queued.slice(0, 1), queued.slice(1))).toEqual([])
    expect(await sweep()).toEqual(queued.slice(1).map((each) => ({ ...each, generation: 2 })))
  })

  it('marks nothing when the queue cannot be asked, and tries again in the next round', async () => {
    await publish()
    await relay()
    await age(redeliverAfterSeconds + 1)
    const away = (): Promise<never> => Promise.reject(new Error('Redis is away'))
    const { queue } = queueWith()
    await expect(redeliverOverdue(database.store, { ...queue, look: away })).rejects.toThrow('Redis is away')
    await expect(redeliverOverdue(database.store, { ...queue, deliver: away })).rejects.toThrow('Redis is away')
    expect((await sweep()).map(({ generation }) => generation)).toEqual([2, 2])
  })

  it('takes a batch a round at most, and sends nothing twice when many race', async () => {
    await publish(relayBatch / 2 + 10)
    await relay()
    await relay()
    await age(redeliverAfterSeconds + 1)
    const rounds = await Promise.all(Array.from({ length: 6 }, () => sweep()))
    expect(Math.max(...rounds.map((round) => round.length))).toBeLessThanOrEqual(relayBatch)
    const names = [...rounds.flat(), ...(await sweep())].map(nameOf)
    expect(names).toHaveLength(relayBatch + 20)
    expect(new Set(names).size).toBe(relayBatch + 20)
  })

  it('never hands on again what is done', async () => {
    const [eventId = ''] = await publish()
    await relay()
    await markDone(database.store, [{ eventId, consumer: 'reservations' }])
    await markFailed(database.store, eventId, 'reservations', 'too late to matter')
    await age(redeliverAfterSeconds + 1)
    expect((await sweep()).map(({ consumer }) => consumer)).toEqual(['settlements'])
  })

  it('hands on again what failed, and remembers why', async () => {
    const [eventId = ''] = await publish()
    await relay()
    await markFailed(database.store, eventId, 'settlements', 'x'.repeat(1_000))
    const [row] = await database.store.query<{ last_error: string }>(
      `select last_error from outbox_delivery where consumer = 'settlements'`,
    )
    expect(row?.last_error).toHaveLength(500)
    await age(redeliverAfterSeconds + 1)
    expect(await sweep()).toHaveLength(2)
  })
})

describe('the backlog', () => {
  it('counts what is not done', async () => {
    expect(await outboxBacklog(database.store)).toEqual({ owed: 0, oldestSeconds: 0 })
    const [eventId = ''] = await publish()
    await relay()
    await markDone(database.store, [{ eventId, consumer: 'reservations' }])
    const { owed, oldestSeconds } = await outboxBacklog(database.store)
    expect(owed).toBe(1)
    expect(oldestSeconds).toBeGreaterThanOrEqual(0)
  })
})

describe('an event that is read back', () => {
  it('is as it was published', async () => {
    const [id = ''] = await publish()
    expect(await readEvent(database.store, id)).toEqual({
      id,
      type: 'ThreadOpened',
      origin: 'listings',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      payload: parties,
    })
  })

  it('is null when there is none', async () => {
    expect(await readEvent(database.store, newId())).toBeNull()
    const [id = ''] = await publish()
    const found = await readStored(database.store, [newId(), id, newId(), id])
    expect(found.map((each) => each?.id ?? null)).toEqual([null, id, null, id])
  })
})

describe('the inbox', () => {
  it('lets an event have its effect once, of many deliveries at once', async () => {
    const eventId = newId()
    const deliver = (): Promise<boolean> =>
      database.store.transaction((tx) =>
        onceOnly(tx, 'reservations', eventId, async () => void (await tx.publish('ThreadOpened', parties))),
      )
    const ran = await Promise.all(Array.from({ length: 20 }, deliver))
    expect(ran.filter(Boolean)).toHaveLength(1)
    expect(await relay()).toHaveLength(consumers.length)
  })

  it('knows consumers apart', async () => {
    const eventId = newId()
    const take = (consumer: string): Promise<boolean> =>
      database.store.transaction((tx) => onceOnly(tx, consumer, eventId, async () => undefined))
    expect([await take('contracts'), await take('settlements'), await take('contracts')]).toEqual([true, true, false])
  })

  it('takes of several events those that were not taken before, in several hands at once too', async () => {
    const ids = Array.from({ length: 30 }, newId)
    const take = (consumer: string, from: number, to: number): Promise<ReadonlySet<string>> =>
      database.store.transaction((tx) => onceEach(tx, consumer, ids.slice(from, to).toReversed()))
    expect(await take('contracts', 0, 10)).toEqual(new Set(ids.slice(0, 10)))
    const taken = await Promise.all([take('contracts', 5, 20), take('contracts', 8, 30), take('settlements', 0, 30)])
    expect([...(taken[0] ?? []), ...(taken[1] ?? [])].toSorted()).toEqual(ids.slice(10).toSorted())
    expect(taken[2]).toEqual(new Set(ids))
  })

  it('forgets an event whose effect failed, so that its next delivery has it', async () => {
    const eventId = newId()
    const fail = database.store.transaction((tx) =>
      onceOnly(tx, 'contracts', eventId, () => Promise.reject(new Error('not yet'))),
    )
    await expect(fail).rejects.toThrow('not yet')
    let ran = 0
    await database.store.transaction((tx) => onceOnly(tx, 'contracts', eventId, async () => void ran++))
    expect(ran).toBe(1)
  })
})
