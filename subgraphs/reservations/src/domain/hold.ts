import type { AccountChange, AccountKey } from './account.ts'
import { capturePosting, changesOf, type Posting } from './posting.ts'
import { assertNever } from '@torihiki/shared/assert-never.ts'

/** The states of a hold. It leaves PENDING by a resolving record, at most once; the hold itself is never changed. */
export const holdStates = ['PENDING', 'CAPTURED', 'VOIDED', 'EXPIRED'] as const
export type HoldState = (typeof holdStates)[number]

/**
 * A frozen amount in minor units on an account (B4). `captured` is what captures that were not the last have paid of it so far,
 * `captures` how many they were: what is frozen still is the difference.
 */
export type Hold = {
  readonly id: string
  readonly account: AccountKey
  readonly amount: bigint
  readonly captured: bigint
  readonly captures: number
}

/** The record of one capture: which of its hold, counted from 1, and what it paid. */
export type HoldCapture = { readonly captureId: string; readonly nth: number; readonly amount: bigint }

/** The record that resolves a hold: all that was ever paid of it and what is free again. Both sum to the hold's amount. */
export type HoldResolution =
  | { readonly how: 'CAPTURED'; readonly captured: bigint; readonly released: bigint; readonly captureId: string }
  | { readonly how: 'VOIDED' | 'EXPIRED'; readonly captured: bigint; readonly released: bigint }

/** What happens to a hold: a capture, after which more may follow unless it is `final`, or the end without a further one. */
export type HoldAct =
  | {
      readonly how: 'CAPTURED'
      readonly amount: bigint
      readonly captureId: string
      /** What the payee has by it: what is due to it, or its own deposit. */
      readonly payee: AccountKey
      readonly final: boolean
    }
  | { readonly how: 'VOIDED' | 'EXPIRED' }

/** What an act on a hold comes to: its records, the changes of accounts, and the posting when something is paid. */
export type HoldOutcome = {
  readonly capture: HoldCapture | null
  readonly resolution: HoldResolution | null
  readonly changes: readonly AccountChange[]
  readonly posting: Posting | null
}

/** More is asked than is held still (AMOUNT_EXCEEDS_HOLD); minor units. */
export type Excess = { readonly held: bigint; readonly excess: bigint }

/** What is frozen still, in minor units. */
export function openAmount(hold: Pick<Hold, 'amount' | 'captured'>): bigint {
  return hold.amount - hold.captured
}

/**
 * Captures an amount of a pending hold (B8), or releases all that is open. A final capture resolves the hold and releases the rest; one
 * that leaves nothing is final whatever was said. The sum of captures never exceeds the hold: more is refused, with what is held
 * still and the excess.
 */
export function actOnHold(hold: Hold, act: HoldAct): HoldOutcome | Excess {
  const open = openAmount(hold)
  switch (act.how) {
    case 'VOIDED':
    case 'EXPIRED':
      return {
        capture: null,
        resolution: { how: act.how, captured: hold.captured, released: open },
        changes: [{ key: hold.account, balanceBy: 0n, heldBy: -open }],
        posting: null,
      }
    case 'CAPTURED': {
      const { amount, captureId } = act
      if (amount > open) return { held: open, excess: amount - open }
      const final = act.final || amount === open
      const captured = hold.captured + amount
      const posting = capturePosting(hold.account, act.payee, amount, captureId)
      return {
        capture: { captureId, nth: hold.captures + 1, amount },
        resolution: final ? { how: 'CAPTURED', captured, released: hold.amount - captured, captureId } : null,
        changes: merged({ key: hold.account, balanceBy: 0n, heldBy: final ? -open : -amount }, ...changesOf(posting)),
        posting,
      }
    }
    default:
      return assertNever(act)
  }
}

/** Whether the answer to `actOnHold` is that more was asked than is held. */
export function isExcess(answer: HoldOutcome | Excess): answer is Excess {
  return 'excess' in answer
}

/** One change per account: the release and the debit of the payer's account happen at once. */
function merged(freed: AccountChange, payer?: AccountChange, ...others: AccountChange[]): AccountChange[] {
  if (!payer) throw new Error('A capture changes the account of its hold.')
  return [{ key: freed.key, balanceBy: payer.balanceBy, heldBy: freed.heldBy }, ...others]
}
