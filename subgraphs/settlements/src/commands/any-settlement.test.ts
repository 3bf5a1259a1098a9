import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { codeOf, openRoom, taken, type SettlementRoom } from '../testing/settlement-room.ts'

let room: SettlementRoom
let members: string[]

beforeAll(async () => {
  room = await openRoom()
  members = [
    await room.member(),
    await room.member(undefined, 'North'),
    await room.member(undefined, 'North'),
    await room.member(undefined, 'South'),
  ]
})
afterAll(() => room.close())

/** Each runs whole settlements on a real database; on failure fast-check prints the seed that repeats it. */
const runs = { numRuns: 25, verbose: 1 } as const

const anyDebt = fc.record({
  debtor: fc.nat(3),
  ahead: fc.integer({ min: 0, max: 3 }),
  currency: fc.constantFrom('EUR', 'JPY'),
  settlement: fc.constantFrom('NET', 'NET', 'GROSS'),
  amountMinor: fc.oneof(fc.bigInt(1n, 5n), fc.bigInt(1n, 10n ** 15n)).map(String),
})
const anyStory = fc.record({
  debts: fc.array(anyDebt, { minLength: 1, maxLength: 12 }),
  failing: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  /** How many windows are aborted before one is settled. */
  aborted: fc.nat(2),
})

test('whatever is owed, however often its window is aborted: after one closed and all was reported, every account is at zero and everything is settled', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async ({ debts, failing, aborted }) => {
      const agentId = await room.member(['SETTLEMENT_AGENT'])
      for (const { debtor, ahead, currency, settlement, amountMinor } of debts) {
        const [debtorId = '', creditorId = ''] = [members[debtor], members[(debtor + ahead) % 4]]
        await room.owe({ debtorId, creditorId, amountMinor, currency, settlement, agentId })
      }
      await room.expectSound()
      const before = await room.balances()
      for (let i = 0; i < aborted; i++) {
        const window = await room.closeWindow(agentId)
        if (!('windowId' in window)) break
        // One in which everybody comes to zero is settled as it closes.
        const refusal = codeOf(await room.abort(String(window.windowId)))
        await room.expectSound()
        if (refusal === 'WRONG_STATE') break
        expect(new Set(await room.balances())).toEqual(new Set(before))
      }
      await room.closeWindow(agentId)
      await room.expectSound()
      const instructions = (
        await room.query<{ id: string }>(
          `select id from settlement_instruction where agent_id = $1 and status <> 'CANCELLED' order by id`,
          [agentId],
        )
      ).map(({ id }) => id)
      for (const [i, id] of instructions.entries()) {
        if (failing[i % failing.length]) taken(await room.report(id, agentId, 'FAILED'))
        taken(await room.report(id, agentId, 'SETTLED', `ref ${i}`))
        await room.expectSound()
      }
      expect(await room.balances()).toEqual([])
      expect(await room.query(`select id from obligation where status <> 'SETTLED'`)).toEqual([])
      const [arisen, settled] = [await room.published('ObligationArisen'), await room.published('ObligationSettled')]
      expect(settled.map((p) => p.obligationId).toSorted()).toEqual(arisen.map((p) => p.obligationId).toSorted())
    }),
    runs,
  )
})
