import { auditBook, storeDefinition as reservations } from '@torihiki/reservations'
import { auditSettlements, storeDefinition as settlements } from '@torihiki/settlements'
import { subgraphNames } from '@torihiki/schema'
import { openStore } from '@torihiki/shared/store/store.ts'
import type { Client } from 'pg'
import { asOwner } from './test-database.ts'

/** Where a hub's data are, and by which secret its roles sign in. */
export type Audited = { readonly databaseUrl: string; readonly environment: Readonly<Record<string, string>> }

/** What the audits of every book and of settlements find in a hub under test: nothing when all are sound. */
export async function bookFaults({ databaseUrl, environment }: Audited): Promise<unknown[]> {
  const options = { databaseUrl, hubSecret: environment['HUB_SECRET'] ?? '', poolSize: 1 }
  const [book, owed] = [await openStore(reservations, options), await openStore(settlements, options)]
  try {
    return [...(await auditBook({ store: book })), ...(await auditSettlements({ store: owed }))]
  } finally {
    await Promise.all([book.close(), owed.close()])
  }
}

/** The same of a hub that has ended, with where its books do not agree; while an event is still on its way they need not. */
export async function faultsOfEnded(hub: Audited): Promise<unknown[]> {
  const faults = await bookFaults(hub)
  return asOwner(hub.databaseUrl, async (owner) => {
    const { rows } = await owner.query(
      subgraphNames
        .map((name) => `(select 1 as owed from ${name}.outbox_delivery where status <> 'DONE' limit 1)`)
        .join(' union all '),
    )
    return rows.length > 0 ? faults : [...faults, ...(await differencesOfBooks(owner))]
  })
}

/** Where what a book owes onwards is not what settlements shows owed by it. */
export async function differencesOfBooks(owner: Client): Promise<unknown[]> {
  const { rows } = await owner.query(
    `with due as (select a.institution_id::text as debtor, a.owner as creditor, a.currency, sum(a.balance_minor) as sum
                  from reservations.account_state a where a.kind = 'DUE_OUT' group by 1, 2, 3 having sum(a.balance_minor) <> 0),
          owed as (select o.debtor_id::text as debtor, o.creditor_id::text as creditor, o.currency, sum(o.amount_minor) as sum
                   from settlements.obligation o where o.kind in ('CAPTURED_PAYMENT', 'GUARANTEE_REPAYMENT', 'CREDIT_CLAIM_PRICE', 'CREDIT_CLAIM_RECOURSE') and o.status not in ('SETTLED', 'REVERSED')
                   group by 1, 2, 3)
     select coalesce(d.debtor, o.debtor) as debtor, coalesce(d.creditor, o.creditor) as creditor, d.sum as in_the_book, o.sum as in_settlements
     from due d full join owed o on o.debtor = d.debtor and o.creditor = d.creditor and o.currency = d.currency
     where coalesce(d.sum, 0) <> coalesce(o.sum, 0)`,
  )
  return rows
}
