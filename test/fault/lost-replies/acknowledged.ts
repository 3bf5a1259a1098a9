/** What the hub has answered to be done. Amounts in yen. */
export type Acknowledged =
  | { readonly kind: 'DEPOSIT'; readonly amount: bigint }
  | { readonly kind: 'RESERVATION'; readonly id: string; readonly amount: bigint }
  | { readonly kind: 'INSPECTION'; readonly id: string; readonly amount: bigint }
  /** A reservation that was given up. */
  | { readonly kind: 'END'; readonly id: string }

/** What the members of a run know: everything that was acknowledged to them. */
export class Ledger {
  sent = 0
  refused = 0
  readonly acknowledged: Acknowledged[] = []
  /** What was acknowledged in two ways that exclude each other. */
  readonly differing: string[] = []

  add(entry: Acknowledged): void {
    this.acknowledged.push(entry)
  }

  of<K extends Acknowledged['kind']>(kind: K): Extract<Acknowledged, { kind: K }>[] {
    return this.acknowledged.filter((each): each is Extract<Acknowledged, { kind: K }> => each.kind === kind)
  }
}
