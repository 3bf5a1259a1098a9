import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import {
  applyChange,
  keyText,
  type AccountChange,
  type AccountKey,
  type AccountKind,
  type AccountState,
} from '../domain/account.ts'

type Sql = Tx['sql']

/** An account with its id. */
export type Account = AccountState & { readonly id: string }

export type AccountRow = {
  id: string
  kind: AccountKind
  owner: string
  currency: string
  balance_minor: string
  held_minor: string
  line_minor: string
}

/** A row of `ledger_account` as rules know it. */
export function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    key: { kind: row.kind, owner: row.owner, currency: row.currency },
    balance: BigInt(row.balance_minor),
    held: BigInt(row.held_minor),
    line: BigInt(row.line_minor),
  }
}

const ofKeys = `institution_id = $1 and (kind, owner, currency) in (select * from unnest($2::text[], $3::text[], $4::text[]))`

function parametersOf(institutionId: string, keys: readonly AccountKey[]): unknown[] {
  return [institutionId, keys.map((k) => k.kind), keys.map((k) => k.owner), keys.map((k) => k.currency)]
}

/** Accounts by key, as they are, not locked. Those that were never used are not there. */
export async function readAccounts(
  sql: Sql,
  institutionId: string,
  keys: readonly AccountKey[],
): Promise<Map<string, Account>> {
  const rows = await sql<AccountRow>(`select * from ledger_account where ${ofKeys}`, parametersOf(institutionId, keys))
  return new Map(rows.map(accountOf).map((account) => [keyText(account.key), account]))
}

/**
 * Makes the accounts that are not there yet, then locks all of them in id order. Call it once in a transaction, with all
 * accounts that it touches, and after every other row lock but those of feeds: then no two transactions wait for each other.
 */
export async function lockAccounts(
  tx: Tx,
  institutionId: string,
  keys: readonly AccountKey[],
): Promise<LockedAccounts> {
  const known = await readAccounts((text, p) => tx.sql(text, p), institutionId, keys)
  const missing = keys.filter((key) => !known.has(keyText(key))).toSorted((a, b) => (keyText(a) < keyText(b) ? -1 : 1))
  if (missing.length > 0) await insertAccounts(tx, institutionId, missing)
  const rows = await tx.sql<AccountRow>(
    `select * from ledger_account where ${ofKeys} order by id for no key update`,
    parametersOf(institutionId, keys),
  )
  return new LockedAccounts(rows.map(accountOf))
}

async function insertAccounts(tx: Tx, institutionId: string, keys: readonly AccountKey[]): Promise<void> {
  await tx.sql(
    `insert into ledger_account (institution_id, kind, owner, currency, id)
     select $1::uuid, * from unnest($2::text[], $3::text[], $4::text[], $5::uuid[]) on conflict do nothing`,
    [...parametersOf(institutionId, keys), keys.map(() => newId())],
  )
}

/** Accounts whose rows are locked until the transaction ends. */
export class LockedAccounts {
  readonly #byKey: ReadonlyMap<string, Account>

  constructor(accounts: readonly Account[]) {
    this.#byKey = new Map(accounts.map((account) => [keyText(account.key), account]))
  }

  /** @throws when it was not among those that were locked */
  get(key: AccountKey): Account {
    const account = this.#byKey.get(keyText(key))
    if (!account) throw new Error(`Account ${keyText(key)} is not locked.`)
    return account
  }

  /** Writes changes. Throws when one would break a limit: no act may lead there. */
  async change(tx: Tx, changes: readonly AccountChange[]): Promise<void> {
    const after = changes.map((change) => {
      const account = this.get(change.key)
      return { id: account.id, ...applyChange(account, change) }
    })
    await tx.sql(
      `update ledger_account a set balance_minor = c.balance, held_minor = c.held
       from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as c (id, balance, held) where a.id = c.id`,
      [after.map((a) => a.id), after.map((a) => a.balance), after.map((a) => a.held)],
    )
  }
}
