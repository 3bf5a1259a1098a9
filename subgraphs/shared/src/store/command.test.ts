import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { testStore, type TestStore } from '../../../../test/support/test-database.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refusals.ts'
import { emptyStore } from '../testing/empty-store.ts'
import { longestIdempotencyKey, runCommand, type CommandRequest } from './command.ts'
import type { Tx } from './store.ts'

let database: TestStore
let request: CommandRequest
beforeAll(async () => {
  database = await testStore(emptyStore)
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.store.query('delete from outbox_delivery')
  await database.store.query('delete from outbox')
  const actor = { memberId: newId(), roles: [], sessionId: newId() }
  request = { actor, operation: 'openThread', idempotencyKey: 'key-1', input: { text: 'a', lines: [{ n: 1, m: 2 }] } }
})

const parties = { threadId: newId(), caseId: newId(), sourceId: newId(), partnerId: newId() }

/** A command with an effect that can be counted, and an answer that no second run would give. */
async function openThread(tx: Tx): Promise<{ eventId: string }> {
  return { eventId: await tx.publish('ThreadOpened', parties) }
}

async function effects(): Promise<number> {
  const [row] = await database.store.query<{ n: string }>('select count(*) as n from outbox')
  return Number(row?.n)
}

describe('a command under its idempotency key', () => {
  it('has one effect and one answer however often it is sent at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => runCommand(database.store, request, openThread)),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toEqual({ eventId: expect.any(String) })
    expect(await effects()).toBe(1)
  })

  it('gives the first answer again for the same input, in whatever order its fields come', async () => {
    const first = await runCommand(database.store, request, openThread)
    const again = { ...request, input: { lines: [{ m: 2, n: 1 }], left: undefined, text: 'a' } }
    expect(await runCommand(database.store, again, openThread)).toEqual(first)
    expect(await effects()).toBe(1)
  })

  it.each([
    ['another text', { text: 'b', lines: [{ n: 1, m: 2 }] }],
    [
      'one line more',
      {
        text: 'a',
        lines: [
          { n: 1, m: 2 },
          { n: 1, m: 2 },
        ],
      },
    ],
    ['a field that was not there', { text: 'a', lines: [{ n: 1, m: 2 }], note: null }],
    ['a number as text', { text: 'a', lines: [{ n: '1', m: 2 }] }],
  ])('is refused with IDEMPOTENCY_KEY_REUSED for other input: %s', async (_, input) => {
    await runCommand(database.store, request, openThread)
    const answer = await runCommand(database.store, { ...request, input }, openThread)
    expect(answer).toMatchObject({ refused: true, code: 'IDEMPOTENCY_KEY_REUSED', __typename: 'IdempotencyConflict' })
    expect(await effects()).toBe(1)
  })

  it('is apart from the same key of another actor or operation', async () => {
    await runCommand(database.store, request, openThread)
    await runCommand(database.store, { ...request, operation: 'closeThread' }, openThread)
    const other = { ...request.actor, memberId: newId() }
    await runCommand(database.store, { ...request, actor: other }, openThread)
    expect(await effects()).toBe(3)
  })

  it('leaves the key free when it is refused, and nothing of what it did', async () => {
    const answer = await runCommand(database.store, request, async (tx) => {
      await openThread(tx)
      return refuse('WRONG_STATE')
    })
    expect(answer).toMatchObject({ refused: true, code: 'WRONG_STATE' })
    expect(await effects()).toBe(0)
    const other = { ...request, input: { text: 'something else' } }
    expect(await runCommand(database.store, other, openThread)).toEqual({ eventId: expect.any(String) })
  })

  it('leaves the key free when it throws', async () => {
    const broken = runCommand(database.store, request, async (tx) => {
      await openThread(tx)
      throw new Error('a defect')
    })
    await expect(broken).rejects.toThrow('a defect')
    expect(await effects()).toBe(0)
    expect(await runCommand(database.store, request, openThread)).toEqual({ eventId: expect.any(String) })
  })

  it.each([
    ['none', ''],
    ['one too long', 'k'.repeat(longestIdempotencyKey + 1)],
  ])('needs a key of reasonable length: %s is refused', async (_, idempotencyKey) => {
    const answer = await runCommand(database.store, { ...request, idempotencyKey }, openThread)
    expect(answer).toMatchObject({ code: 'INVALID_INPUT', faults: [{ path: 'idempotencyKey' }] })
    expect(await effects()).toBe(0)
  })
})

describe('hints after the commit', () => {
  it('are given when it committed and only then', async () => {
    const given: string[] = []
    await runCommand(database.store, request, async (tx) => {
      tx.afterCommit(() => given.push('committed'))
      expect(given).toEqual([])
      return openThread(tx)
    })
    await runCommand(database.store, { ...request, idempotencyKey: 'key-2' }, async (tx) => {
      tx.afterCommit(() => given.push('refused'))
      return refuse('WRONG_STATE')
    })
    expect(given).toEqual(['committed'])
  })
})
