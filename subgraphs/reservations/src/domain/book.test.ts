import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  applyChange,
  availableOf,
  emptyAccount,
  holdChange,
  isShortfall,
  keyText,
  type AccountChange,
  type AccountKey,
  type AccountState,
} from './account.ts'
import { auditAccounts, sentenceOf } from './audit.ts'
import { actOnHold, isExcess, openAmount, type Hold, type HoldResolution } from './hold.ts'
import { balanced, changesOf, depositPosting, effectOf, paidTo, type Posting } from './posting.ts'

const members = ['ann', 'bob', 'cid']
const currency = 'JPY'
const deposit = (owner: string): AccountKey => ({ kind: 'DEPOSIT', owner, currency })

/** The book as its records make it: what production keeps in tables, kept in maps. */
class PureBook {
  readonly accounts = new Map<string, AccountState>()
  readonly holds: { hold: Hold; resolution: HoldResolution | null }[] = []
  readonly postings: Posting[] = []

  account(key: AccountKey): AccountState {
    return this.accounts.get(keyText(key)) ?? emptyAccount(key)
  }

  apply(changes: readonly AccountChange[]): void {
    for (const change of changes) this.accounts.set(keyText(change.key), applyChange(this.account(change.key), change))
  }

  records() {
    return [...this.accounts.values()].map((state) => ({
      institutionId: 'hub',
      state,
      replayed: this.postings
        .flatMap((p) => p.legs)
        .filter((l) => keyText(l.key) === keyText(state.key))
        .reduce((sum, leg) => sum + effectOf(leg), 0n),
      openHolds: this.holds
        .filter((h) => !h.resolution && keyText(h.hold.account) === keyText(state.key))
        .reduce((sum, h) => sum + openAmount(h.hold), 0n),
      highestLine: state.line,
    }))
  }
}

type Act =
  | { do: 'line'; member: string; minor: bigint }
  | { do: 'pay in'; member: string; minor: bigint }
  | { do: 'hold'; key: AccountKey; minor: bigint }
  | { do: 'resolve'; nth: number; how: 'CAPTURED' | 'VOIDED' | 'EXPIRED'; minor: bigint; final: boolean }

const minor = fc.bigInt({ min: 1n, max: 1_000n })
const member = fc.constantFrom(...members)
const holdable = fc.oneof(
  member.map(deposit),
  member.map((owner): AccountKey => ({ kind: 'CREDIT', owner, currency })),
  fc.constant<AccountKey>({ kind: 'ACQUIRER', owner: 'acme', currency }),
)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('line' as const), member, minor }),
  fc.record({ do: fc.constant('pay in' as const), member, minor }),
  fc.record({ do: fc.constant('hold' as const), key: holdable, minor }),
  fc.record({
    do: fc.constant('resolve' as const),
    nth: fc.nat(40),
    how: fc.constantFrom('CAPTURED' as const, 'VOIDED' as const, 'EXPIRED' as const),
    minor,
    final: fc.boolean(),
  }),
)

function perform(book: PureBook, step: Act, i: number): void {
  switch (step.do) {
    case 'line': {
      const account = book.account({ kind: 'CREDIT', owner: step.member, currency })
      // Only up: a line below what is used is a state of its own, tested by itself.
      if (step.minor > account.line) book.accounts.set(keyText(account.key), { ...account, line: step.minor })
      return
    }
    case 'pay in': {
      const posting = depositPosting(step.member, currency, step.minor, `ref ${i}`)
      book.postings.push(posting)
      return book.apply(changesOf(posting))
    }
    case 'hold': {
      const account = book.account(step.key)
      const available = availableOf(account)
      const change = holdChange(account, step.minor)
      expect(isShortfall(change)).toBe(available !== null && step.minor > available)
      if (isShortfall(change)) {
        expect(step.minor - change.shortfall).toBe(change.available)
        return
      }
      book.holds.push({
        hold: { id: `hold ${i}`, account: step.key, amount: step.minor, captured: 0n, captures: 0 },
        resolution: null,
      })
      return book.apply([change])
    }
    case 'resolve': {
      const open = book.holds.filter((each) => !each.resolution)[step.nth]
      if (!open) return
      const end =
        step.how === 'CAPTURED'
          ? {
              how: step.how,
              amount: step.minor,
              captureId: `capture ${i}`,
              payee: paidTo('bob', currency, false),
              final: step.final,
            }
          : { how: step.how }
      const resolved = actOnHold(open.hold, end)
      expect(isExcess(resolved)).toBe(step.how === 'CAPTURED' && step.minor > openAmount(open.hold))
      if (isExcess(resolved)) return
      open.resolution = resolved.resolution
      const paid = resolved.capture?.amount ?? 0n
      open.hold = { ...open.hold, captured: open.hold.captured + paid, captures: open.hold.captures + 1 }
      const over = step.how !== 'CAPTURED' || step.final || openAmount(open.hold) === 0n
      expect(resolved.resolution !== null).toBe(over)
      if (resolved.resolution)
        expect([resolved.resolution.captured, resolved.resolution.released]).toEqual([
          open.hold.captured,
          openAmount(open.hold),
        ])
      if (resolved.posting) book.postings.push(resolved.posting)
      return book.apply(resolved.changes)
    }
  }
}

describe('the book, whatever happens in whatever order', () => {
  it('sums to zero, holds what is held, stays within limits, and is the replay of its postings', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const book = new PureBook()
        for (const [i, step] of acts.entries()) {
          perform(book, step, i)
          expect(auditAccounts(book.records())).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('neither gives nor takes by a hold that is voided or expired', () => {
    fc.assert(
      fc.property(minor, minor, fc.constantFrom('VOIDED' as const, 'EXPIRED' as const), (balance, amount, how) => {
        const account = { ...emptyAccount(deposit('ann')), balance }
        const change = holdChange(account, amount)
        fc.pre(!isShortfall(change))
        if (isShortfall(change)) return
        const resolved = actOnHold({ id: 'h', account: account.key, amount, captured: 0n, captures: 0 }, { how })
        if (isExcess(resolved)) throw new Error('A release exceeds nothing.')
        expect(
          resolved.changes.reduce((state, each) => applyChange(state, each), applyChange(account, change)),
        ).toEqual(account)
      }),
    )
  })
})

describe('availableOf and holdChange', () => {
  it.each([
    ['a deposit less its holds', { key: deposit('a'), balance: 100n, held: 30n, line: 0n, terms: 'LINE' }, 70n],
    [
      'a credit line less what is drawn and held',
      {
        key: { kind: 'CREDIT', owner: 'a', currency },
        balance: -40n,
        held: 10n,
        line: 100n,
        terms: 'LINE_AND_APPROVAL',
      },
      50n,
    ],
    [
      'nothing of a line below what is drawn',
      { key: { kind: 'CREDIT', owner: 'a', currency }, balance: -40n, held: 0n, line: 10n, terms: 'LINE' },
      0n,
    ],
    [
      'unknown of a credit by approval alone',
      { key: { kind: 'CREDIT', owner: 'a', currency }, balance: -40n, held: 0n, line: 0n, terms: 'APPROVAL' },
      null,
    ],
    [
      'unknown of an acquirer',
      { key: { kind: 'ACQUIRER', owner: 'acme', currency }, balance: 0n, held: 0n, line: 0n, terms: 'LINE' },
      null,
    ],
  ] satisfies [string, AccountState, bigint | null][])('is %s', (_name, account, expected) => {
    expect(availableOf(account)).toBe(expected)
  })

  it('throws for an amount that is not above zero, and for a change that breaks a limit', () => {
    expect(() => holdChange(emptyAccount(deposit('a')), 0n)).toThrow()
    expect(() => applyChange(emptyAccount(deposit('a')), { key: deposit('a'), balanceBy: 0n, heldBy: -1n })).toThrow()
    expect(() => applyChange(emptyAccount(deposit('a')), { key: deposit('a'), balanceBy: -1n, heldBy: 0n })).toThrow()
  })
})

describe('balanced', () => {
  const leg = (owner: string, side: 'DEBIT' | 'CREDIT', amount: bigint, of = currency) => ({
    key: { ...deposit(owner), currency: of },
    side,
    minor: amount,
  })
  it.each([
    ['has no legs', []],
    ['has a leg of zero', [leg('a', 'DEBIT', 0n), leg('b', 'CREDIT', 0n)]],
    ['has a leg below zero', [leg('a', 'DEBIT', -1n), leg('b', 'CREDIT', -1n)]],
    ['is off by one', [leg('a', 'DEBIT', 2n), leg('b', 'CREDIT', 1n)]],
    ['balances only across currencies', [leg('a', 'DEBIT', 1n), leg('b', 'CREDIT', 1n, 'EUR')]],
    ['names an account twice', [leg('a', 'DEBIT', 1n), leg('a', 'CREDIT', 1n)]],
  ])('throws when a posting %s', (_name, legs) => {
    expect(() => balanced({ kind: 'DEPOSIT', fact: 'test', legs })).toThrow()
  })
})

describe('auditAccounts', () => {
  const state: AccountState = { key: deposit('a'), balance: 5n, held: 2n, line: 0n, terms: 'LINE' }
  const institutionId = 'hub'
  const well = { institutionId, state, replayed: 5n, openHolds: 2n, highestLine: 0n }
  const other = {
    institutionId,
    state: { ...state, key: { kind: 'CASH', owner: '', currency } as const, balance: -5n, held: 0n },
    replayed: -5n,
    openHolds: 0n,
    highestLine: 0n,
  }
  it.each([
    ['nothing', [well, other], []],
    ['a balance that postings do not make', [{ ...well, replayed: 4n }, other], ['BALANCE_IS_REPLAY_OF_POSTINGS']],
    ['a hold too many', [{ ...well, openHolds: 1n }, other], ['HELD_IS_OPEN_HOLDS']],
    ['money from nowhere', [well], ['SUM_IS_ZERO']],
    ['more held than there is', [{ ...well, openHolds: 6n, state: { ...state, held: 6n } }, other], ['WITHIN_LIMIT']],
  ])('finds %s', (_name, records, rules) => {
    const findings = auditAccounts(records)
    expect(findings.map(({ rule }) => rule)).toEqual(rules)
    for (const finding of findings) expect(sentenceOf(finding)).toContain(finding.found)
  })
})
