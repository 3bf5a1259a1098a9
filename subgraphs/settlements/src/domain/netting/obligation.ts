/**
 * What one member owes another, as far as netting looks at it (A9). `amount` in minor units of the currency, above
 * zero.
 */
export type Obligation = {
  readonly id: string
  readonly debtorId: string
  readonly creditorId: string
  readonly currency: string
  readonly amount: bigint
}

/**
 * Throws when obligations could not have been recorded: an id twice (it would be paid twice), an amount that is not
 * above zero, a member that owes itself. These are broken promises of ours, not refusals.
 */
export function assertObligations(obligations: readonly Obligation[]): void {
  const seen = new Set<string>()
  for (const { id, debtorId, creditorId, amount } of obligations) {
    if (seen.has(id)) throw new Error(`The obligation ${id} is there twice.`)
    seen.add(id)
    if (amount <= 0n) throw new Error(`The obligation ${id} is of ${amount}; amounts are above zero.`)
    if (debtorId === creditorId) throw new Error(`By the obligation ${id}, ${debtorId} owes itself.`)
  }
}

/** By code unit, so that lists have one order whatever the locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A map's value, made by `make` and kept when it is not there yet. */
export function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
