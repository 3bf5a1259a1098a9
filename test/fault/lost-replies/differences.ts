import * as reservations from '@torihiki/reservations'
import * as settlements from '@torihiki/settlements'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { openStore } from '@torihiki/shared/store/store.ts'
import type { Client } from 'pg'
import type { Trade } from '../../support/story.ts'
import { asOwner } from '../../support/test-database.ts'
import type { TestHub } from '../../support/test-hub.ts'
import type { Ledger } from './acknowledged.ts'

/** Everything that does not fit: between the book and itself, and between what is on record and what was acknowledged. None when all is right. */
export async function findDifferences(
  databaseUrl: string,
  hub: TestHub,
  trade: Trade,
  ledger: Ledger,
  healMs: number,
): Promise<string[]> {
  return asOwner(databaseUrl, async (owner) => {
    const findings = [...ledger.differing]
    const late = await eventsNotTaken(owner, healMs)
    if (late > 0) findings.push(`${late} events have not been taken by everybody.`)
    findings.push(...(await audits(databaseUrl, hub.environment['HUB_SECRET'] ?? '')))
    findings.push(...(await balances(owner, trade, ledger)))
    findings.push(...(await once(owner, ledger)))
    return findings
  })
}

/** How many deliveries of events are still owed when the time to heal is over. */
async function eventsNotTaken(owner: Client, healMs: number): Promise<number> {
  const schemas = ['members', 'listings', 'contracts', 'reservations', 'settlements']
  const text = schemas
    .map((s) => `select count(*) as n from ${s}.outbox_delivery where status <> 'DONE'`)
    .join(' union all ')
  const owed = async (): Promise<number> =>
    (await owner.query<{ n: string }>(text)).rows.reduce((sum, { n }) => sum + Number(n), 0)
  await waitFor(async () => (await owed()) === 0, {
    timeoutMs: healMs,
    everyMs: 100,
    what: 'events to be taken',
  }).catch(() => undefined)
  return owed()
}

async function audits(databaseUrl: string, hubSecret: string): Promise<string[]> {
  const findings: string[] = []
  for (const { storeDefinition, audit } of [
    { storeDefinition: reservations.storeDefinition, audit: reservations.auditBook },
    { storeDefinition: settlements.storeDefinition, audit: settlements.auditSettlements },
  ]) {
    const store = await openStore(storeDefinition, { databaseUrl, hubSecret })
    try {
      findings.push(...(await audit({ store } as never)).map((each: unknown) => `Audit: ${JSON.stringify(each)}`))
    } finally {
      await store.close()
    }
  }
  return findings
}

/** The buyer's account is what was acknowledged: paid in, less what was inspected, and held for what is open. */
async function balances(owner: Client, { buyer }: Trade, ledger: Ledger): Promise<string[]> {
  const sum = (entries: readonly { amount: bigint }[]): bigint => entries.reduce((all, { amount }) => all + amount, 0n)
  const { rows } = await owner.query<{ balance: string; held: string; open: string }>(
    `select a.balance_minor as balance, a.held_minor as held,
       (select coalesce(sum(planned_minor - coalesce(captured_minor, 0)), 0) from reservations.payment_reservation
        where payer_id = $1 and status = 'RESERVED')::text as open
     from reservations.account_state a where a.kind = 'DEPOSIT' and a.owner = $1::text`,
    [buyer.id],
  )
  const [found] = rows
  const expected = sum(ledger.of('DEPOSIT')) - sum(ledger.of('INSPECTION'))
  const findings: string[] = []
  if (BigInt(found?.balance ?? -1) !== expected)
    findings.push(`The balance is ${found?.balance}; what was acknowledged makes it ${expected}.`)
  if (found?.held !== found?.open) findings.push(`${found?.held} is held; open reservations make it ${found?.open}.`)
  return findings
}

/** Everything that was acknowledged is on record, and nothing else; and settlements owes each payment, once. */
async function once(owner: Client, ledger: Ledger): Promise<string[]> {
  const reservationIds = ledger.of('RESERVATION').map(({ id }) => id)
  const inspectionIds = ledger.of('INSPECTION').map(({ id }) => id)
  const recorded = async (text: string): Promise<string[]> =>
    (await owner.query<{ id: string }>(text)).rows.map(({ id }) => id)
  return [
    ...differ('reservation', reservationIds, await recorded('select id from reservations.payment_reservation')),
    ...differ('inspection', inspectionIds, await recorded('select id from reservations.inspection')),
    ...differ(
      'obligation',
      await recorded('select capture_id as id from reservations.inspection'),
      await recorded('select origin_id as id from settlements.obligation'),
    ),
    ...differ(
      'reservation that was given up',
      ledger.of('END').map(({ id }) => id),
      // One of which a part was paid counts as CAPTURED when the rest is given up: its hold says what happened.
      await recorded(
        `select h.reservation_id as id from reservations.hold h join reservations.hold_resolution r on r.hold_id = h.id where r.how = 'VOIDED'`,
      ),
    ),
  ]
}

/** What is on one list and not on the other, and what is on the second more than once. */
function differ(what: string, expected: readonly string[], found: readonly string[]): string[] {
  const [wanted, present] = [new Set(expected), new Set(found)]
  const lines = (ids: Iterable<string>, text: string): string[] => [...ids].map((id) => `${what} ${id} ${text}.`)
  return [
    ...lines(
      expected.filter((id) => !present.has(id)),
      'is missing',
    ),
    ...lines(
      found.filter((id) => !wanted.has(id)),
      'was never acknowledged',
    ),
    ...lines(new Set(found.filter((id, i) => found.indexOf(id) !== i)), 'is there twice'),
    ...lines(new Set(expected.filter((id, i) => expected.indexOf(id) !== i)), 'was acknowledged twice'),
  ]
}
