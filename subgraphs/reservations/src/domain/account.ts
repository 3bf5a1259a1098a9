/**
 * The accounts of an institution's book (money model, steps 1 to 5, 12, 14 and 15). `DEPOSIT` and `DUE_OUT` are what the institution owes,
 * `CASH`, `CREDIT`, `ACQUIRER` and `DUE_IN` (refunds that come from payees, what another institution has taken in, prices of claims) what it has or is owed;
 * `DISCOUNT` is what it earned by buying claims on payers, or lost by selling them (step 16).
 */
export type AccountKind = 'DEPOSIT' | 'CREDIT' | 'ACQUIRER' | 'DUE_OUT' | 'DUE_IN' | 'CASH' | 'DISCOUNT'

/** Which account: its kind, whose it is (a member's id, a card company's code, empty for the institution itself), its currency. */
export type AccountKey = { readonly kind: AccountKind; readonly owner: string; readonly currency: string }

/**
 * An account as it stands, in minor units. `balance` is credits − debits, so all balances of a currency sum to zero;
 * `held` is what its open holds freeze; `line` is how far a credit may be drawn, zero for the others; `terms` are a credit's.
 */
export type AccountState = {
  readonly key: AccountKey
  readonly balance: bigint
  readonly held: bigint
  readonly line: bigint
  readonly terms: CreditTerms
}

/**
 * How a member's credit is granted (B12): up to a line set beforehand, by a person's approval of each transaction, or both: within the
 * line, and approved. By approval alone there is no figure: who approves decides.
 */
export const creditTerms = ['LINE', 'APPROVAL', 'LINE_AND_APPROVAL'] as const
export type CreditTerms = (typeof creditTerms)[number]

/** What an act does to one account. */
export type AccountChange = { readonly key: AccountKey; readonly balanceBy: bigint; readonly heldBy: bigint }

/** An amount does not fit: what would, and by how much it does not. Minor units. */
export type Shortfall = { readonly available: bigint; readonly shortfall: bigint }

/** One text per account, for maps. */
export function keyText({ kind, owner, currency }: AccountKey): string {
  return `${kind}/${owner}/${currency}`
}

/**
 * Whether the book itself limits how far such an account may go. Only these are locked while something is decided about them; the
 * others may be moved by any number at once.
 */
export function isLimited({ kind }: AccountKey): boolean {
  return limitedKinds.some((limited) => limited === kind)
}

/** The kinds of accounts that the book itself limits. */
export const limitedKinds = ['DEPOSIT', 'CREDIT'] as const satisfies readonly AccountKind[]

/** Whether a hold on this account waits for a person's approval (B12). */
export function needsApproval({ key, terms }: AccountState): boolean {
  return key.kind === 'CREDIT' && terms !== 'LINE'
}

/** An account without any posting. */
export function emptyAccount(key: AccountKey): AccountState {
  return { key, balance: 0n, held: 0n, line: 0n, terms: 'LINE' }
}

/**
 * What may still be held (B4): a deposit's balance less its holds, a credit's line less what is drawn and held, never below zero.
 * Null when the limit is another's to decide: a card's is the card company's, a credit's by approval alone is the approver's.
 */
export function availableOf(account: AccountState): bigint | null {
  if (!isLimited(account.key) || (account.key.kind === 'CREDIT' && account.terms === 'APPROVAL')) return null
  const left = account.line + account.balance - account.held
  return left > 0n ? left : 0n
}

/** Holding an amount on an account, or by how much it does not fit (B4). Amounts are above zero. */
export function holdChange(account: AccountState, amount: bigint): AccountChange | Shortfall {
  if (amount <= 0n) throw new Error(`A hold of ${amount} on ${keyText(account.key)}.`)
  const available = availableOf(account)
  if (available !== null && amount > available) return { available, shortfall: amount - available }
  return { key: account.key, balanceBy: 0n, heldBy: amount }
}

/** Whether the answer to `holdChange` is that it does not fit. */
export function isShortfall(answer: AccountChange | Shortfall): answer is Shortfall {
  return 'shortfall' in answer
}

/**
 * The account after a change.
 * @throws when holds would go below zero, or a deposit below what is held on it: no act may lead there
 */
export function applyChange(account: AccountState, change: AccountChange): AccountState {
  const next = { ...account, balance: account.balance + change.balanceBy, held: account.held + change.heldBy }
  if (next.held < 0n) throw new Error(`${keyText(account.key)} would hold ${next.held}.`)
  if (account.key.kind === 'DEPOSIT' && next.balance < next.held) {
    throw new Error(`${keyText(account.key)} would have ${next.balance} and hold ${next.held}.`)
  }
  return next
}
