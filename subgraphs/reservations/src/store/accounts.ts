import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import {
  applyChange,
  isLimited,
  keyText,
  limitedKinds,
  type AccountChange,
  type AccountKey,
  type AccountKind,
  type AccountState,
  type CreditTerms,
} from '../domain/account.ts'

type Sql = Tx['sql']

/** In how many rows an account without a limit is moved: more than one process has connections, so they rarely meet in one. */
export const slotsAnAccount = 32

/** An account with its id. */
export type Account = AccountState & { readonly id: string }

export type AccountRow = {
  id: string
  institution_id: string
  kind: AccountKind
  owner: string
  currency: string
  balance_minor: string
  held_minor: string
  line_minor: string
  terms: CreditTerms
}

/** A row of `account_state` as rules know it. */
export function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    key: { kind: row.kind, owner: row.owner, currency: row.currency },
    balance: BigInt(row.balance_minor),
    held: BigInt(row.held_minor),
    line: BigInt(row.line_minor),
    terms: row.terms,
  }
}

function parametersOf(institutionId: string, keys: readonly AccountKey[]): unknown[] {
  return [institutionId, keys.map((k) => k.kind), keys.map((k) => k.owner), keys.map((k) => k.currency)]
}

/** Accounts by key, as they are, not locked. Those that were never used are not there. */
export async function readAccounts(
  sql: Sql,
  institutionId: string,
  keys: readonly AccountKey[],
): Promise<Map<string, Account>> {
  const rows = await sql<AccountRow>(
    `select a.* from unnest($2::text[], $3::text[], $4::text[]) as k (kind, owner, currency)
     join account_state a on a.institution_id = $1 and a.kind = k.kind and a.owner = k.owner and a.currency = k.currency`,
    parametersOf(institutionId, keys),
  )
  return new Map(rows.map(accountOf).map((account) => [keyText(account.key), account]))
}

/**
 * Makes the accounts that are not there yet, then locks those with a limit in id order; the others are not locked, for nothing is
 * decided by how they stand. Call it once in a transaction, with all accounts that it touches, and after every other row lock
 * but those of feeds: then no two transactions wait for each other.
 */
export async function lockAccounts(
  tx: Tx,
  institutionId: string,
  keys: readonly AccountKey[],
): Promise<LockedAccounts> {
  const known = new Map((await lockKnown(tx, institutionId, keys)).map((account) => [keyText(account.key), account]))
  const missing = keys.filter((key) => !known.has(keyText(key))).toSorted((a, b) => (keyText(a) < keyText(b) ? -1 : 1))
  if (missing.length === 0) return new LockedAccounts(known)
  await insertAccounts(tx, institutionId, missing)
  // Those locked before stay locked; a new one has the highest id there is, but for others made at this moment.
  for (const account of await lockKnown(tx, institutionId, keys)) known.set(keyText(account.key), account)
  return new LockedAccounts(known)
}

/** Those that are there, in one statement: rows of accounts without a limit are read as they were made, without their slots. */
async function lockKnown(tx: Tx, institutionId: string, keys: readonly AccountKey[]): Promise<Account[]> {
  const rows = await tx.sql<AccountRow>('select * from book_lock($1, $2::text[], $3::text[], $4::text[], $5::text[])', [
    ...parametersOf(institutionId, keys),
    limitedKinds,
  ])
  return rows.map(accountOf)
}

async function insertAccounts(tx: Tx, institutionId: string, keys: readonly AccountKey[]): Promise<void> {
  await tx.sql(
    `insert into ledger_account (institution_id, kind, owner, currency, id)
     select $1::uuid, * from unnest($2::text[], $3::text[], $4::text[], $5::uuid[]) on conflict do nothing`,
    [...parametersOf(institutionId, keys), keys.map(() => newId())],
  )
}

/** Accounts that a transaction may move: those with a limit are locked until it ends. */
export class LockedAccounts {
  readonly #byKey: ReadonlyMap<string, Account>

  constructor(accounts: ReadonlyMap<string, Account>) {
    this.#byKey = accounts
  }

  /**
   * How a locked account stands; of one without a limit only its id, key and terms.
   * @throws when it was not among those that were asked for
   */
  get(key: AccountKey): Account {
    const account = this.#byKey.get(keyText(key))
    if (!account) throw new Error(`Account ${keyText(key)} is not locked.`)
    return account
  }

  /**
   * Changes as `book_move` takes them: locked accounts as they stand from now on, the others by how much.
   * @throws when one would break a limit: no act may lead there
   */
  moves(changes: readonly AccountChange[]): unknown[] {
    const after = changes
      .filter(({ key }) => isLimited(key))
      .map((change) => ({ id: this.get(change.key).id, ...applyChange(this.get(change.key), change) }))
    const moved = changes
      .filter(({ key }) => !isLimited(key))
      .map((change) => ({ ...change, id: this.get(change.key).id }))
    return [
      after.map((a) => a.id),
      after.map((a) => a.balance),
      after.map((a) => a.held),
      moved.map((m) => m.id),
      moved.map((m) => m.balanceBy),
      moved.map((m) => m.heldBy),
      slotsAnAccount,
    ]
  }

  /** Writes changes that no posting makes. */
  async change(tx: Tx, changes: readonly AccountChange[]): Promise<void> {
    await tx.sql(
      'select book_move($1::uuid[], $2::bigint[], $3::bigint[], $4::uuid[], $5::bigint[], $6::bigint[], $7)',
      this.moves(changes),
    )
  }
}
