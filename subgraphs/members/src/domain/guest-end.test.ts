import { expect, test } from '@jest/globals'
import { dueToBeErased, idleDays } from './guest-end.ts'

const day = (n: number): Date => new Date(Date.UTC(2026, 10, n))
const purchase = (status: string, at: number) => ({ status, changedAt: day(at) })

test('while a return is open there is no end; by law it may be later than by the setting, and never earlier', () => {
  const settled = [purchase('SETTLED', 3)]
  const due = (returnOpen: boolean, until: number | null) =>
    dueToBeErased(day(1), settled, 2, { returnOpen, coolingOffUntil: until === null ? null : day(until) })
  expect([due(true, null), due(false, null), due(false, 20), due(false, 4)]).toEqual([null, day(5), day(20), day(5)])
})

test.each([
  ['without a purchase: after the idle days', [], 14, day(1 + idleDays)],
  ['settled: after the cooling-off period', [purchase('SETTLED', 3)], 14, day(17)],
  ['settled, without a time to give back: at once', [purchase('SETTLED', 3)], 0, day(3)],
  ['declined: after the idle days from then', [purchase('DECLINED', 3)], 0, day(3 + idleDays)],
  ['the last to end decides', [purchase('SETTLED', 3), purchase('SETTLED', 5)], 8, day(13)],
  ['one goes on', [purchase('SETTLED', 3), purchase('ORDERED', 2)], 0, null],
  ['delivered, not settled', [purchase('DELIVERED', 3)], 0, null],
  ['a status that is not known counts as going on, as a refund may', [purchase('REFUND_OPEN', 3)], 0, null],
])('%s', (_what, purchases, coolingOffDays, due) => {
  expect(dueToBeErased(day(1), purchases, coolingOffDays)).toEqual(due)
})
