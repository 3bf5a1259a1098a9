/**
 * By how many minor units a net position goes beyond the member's net debit cap (A9): nought when it does not. `cap`
 * is the most that the member may be left owing in that currency, at least nought; null: no cap.
 */
export function netDebitCapShortfall(net: bigint, cap: bigint | null): bigint {
  if (cap === null) return 0n
  if (cap < 0n) throw new Error(`A net debit cap is at least nought, not ${cap}.`)
  const over = -net - cap
  return over > 0n ? over : 0n
}

/** Is the member left owing more than its net debit cap? Owing exactly the cap is allowed. */
export function exceedsNetDebitCap(net: bigint, cap: bigint | null): boolean {
  return netDebitCapShortfall(net, cap) > 0n
}
