import { expect } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { auditBook, storeDefinition as reservations } from '@torihiki/reservations'
import { auditSettlements, storeDefinition as settlements } from '@torihiki/settlements'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { openStore } from '@torihiki/shared/store/store.ts'
import { subgraphNames } from '@torihiki/schema'
import type { Client } from 'pg'
import { patienceMs } from './hub-client.ts'
import { asOwner } from './test-database.ts'
import type { TestHub } from './test-hub.ts'

const program = join(import.meta.dirname, '../../subgraphs/reservations/src/audit.ts')

/** Audits every book and settlements' of a hub under test: all must be sound. */
export async function expectSoundBooks({
  databaseUrl,
  environment,
}: Pick<TestHub, 'databaseUrl' | 'environment'>): Promise<void> {
  const options = { databaseUrl, hubSecret: environment['HUB_SECRET'] ?? '', poolSize: 1 }
  const [book, owed] = [await openStore(reservations, options), await openStore(settlements, options)]
  try {
    expect([await auditBook({ store: book }), await auditSettlements({ store: owed })]).toEqual([[], []])
  } finally {
    await Promise.all([book.close(), owed.close()])
  }
}

/**
 * What each book owes onwards is what settlements shows owed by it, once every event is taken (step 20 of the money model): two books that know
 * nothing of each other's tables.
 */
export async function expectBooksToAgree(databaseUrl: string): Promise<void> {
  await asOwner(databaseUrl, async (owner) => {
    await waitFor(async () => (await differencesOfBooks(owner)).length === 0, {
      timeoutMs: patienceMs,
      everyMs: 50,
      what: 'the books to agree',
    }).catch(async () => expect(await differencesOfBooks(owner)).toEqual([]))
  })
}

/** The same of a hub that has ended: its books agree, unless an event was still on its way. */
export async function expectEndedBooksToAgree(databaseUrl: string): Promise<void> {
  await asOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query(
      subgraphNames
        .map((name) => `(select 1 as owed from ${name}.outbox_delivery where status <> 'DONE' limit 1)`)
        .join(' union all '),
    )
    if (rows.length === 0) expect(await differencesOfBooks(owner)).toEqual([])
  })
}

async function differencesOfBooks(owner: Client): Promise<unknown[]> {
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

/** The same by the program that operators run. */
export async function expectBooksToFit(hub: Pick<TestHub, 'databaseUrl' | 'environment'>): Promise<void> {
  const child = spawn(process.execPath, [program, 'book'], { env: hub.environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err] = [text(child.stdout), text(child.stderr)]
  const [exitCode] = (await once(child, 'exit')) as [number | null]
  expect({ exitCode, err: await err, out: await out }).toMatchObject({
    exitCode: 0,
    err: '',
    out: expect.stringContaining('THE BOOK FITS'),
  })
  await expectSoundBooks(hub)
}
