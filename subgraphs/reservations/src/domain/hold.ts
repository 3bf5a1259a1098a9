import type { AccountChange, AccountKey } from './account.ts'
import { capturePosting, changesOf, type Posting } from './posting.ts'
import { assertNever } from '@torihiki/shared/assert-never.ts'

/** The states of a hold. It leaves PENDING by a resolving record, at most once; the hold itself is never changed. */
export const holdStates = ['PENDING', 'CAPTURED', 'VOIDED', 'EXPIRED'] as const
export type HoldState = (typeof holdStates)[number]

/** A frozen amount in minor units on an account (B4). */
export type Hold = { readonly id: string; readonly account: AccountKey; readonly amount: bigint }

/** The record that resolves a hold: what was paid of it and what is free again. Both sum to the hold's amount. */
export type HoldResolution =
  | { readonly how: 'CAPTURED'; readonly captured: bigint; readonly released: bigint; readonly captureId: string }
  | { readonly how: 'VOIDED' | 'EXPIRED'; readonly captured: 0n; readonly released: bigint }

/** How a hold is to be resolved. */
export type HoldEnd =
  | { readonly how: 'CAPTURED'; readonly amount: bigint; readonly captureId: string; readonly payeeId: string }
  | { readonly how: 'VOIDED' | 'EXPIRED' }

/** What resolving a hold comes to: its record, the changes of accounts, and the posting when something is paid. */
export type Resolved = {
  readonly resolution: HoldResolution
  readonly changes: readonly AccountChange[]
  readonly posting: Posting | null
}

/** More is asked than is held (AMOUNT_EXCEEDS_HOLD); minor units. */
export type Excess = { readonly held: bigint; readonly excess: bigint }

/**
 * Resolves a pending hold (B8): captures an amount of it and releases the rest, or releases all of it.
 * Refuses a capture above the hold, with what is held and the excess.
 */
export function resolveHold(hold: Hold, end: HoldEnd): Resolved | Excess {
  const freed: AccountChange = { key: hold.account, balanceBy: 0n, heldBy: -hold.amount }
  switch (end.how) {
    case 'VOIDED':
    case 'EXPIRED':
      return { resolution: { how: end.how, captured: 0n, released: hold.amount }, changes: [freed], posting: null }
    case 'CAPTURED': {
      if (end.amount > hold.amount) return { held: hold.amount, excess: end.amount - hold.amount }
      const posting = capturePosting(hold.account, end.payeeId, end.amount, end.captureId)
      const { amount: captured, captureId } = end
      return {
        resolution: { how: 'CAPTURED', captured, released: hold.amount - captured, captureId },
        changes: merged([freed, ...changesOf(posting)]),
        posting,
      }
    }
    default:
      return assertNever(end)
  }
}

/** Whether the answer to `resolveHold` is that more was asked than is held. */
export function isExcess(answer: Resolved | Excess): answer is Excess {
  return 'excess' in answer
}

/** One change per account: the release and the debit of the payer's account happen at once. */
function merged([freed, payer, ...others]: AccountChange[]): AccountChange[] {
  if (!freed || !payer) throw new Error('A capture changes the account of its hold.')
  return [{ key: freed.key, balanceBy: payer.balanceBy, heldBy: freed.heldBy }, ...others]
}
