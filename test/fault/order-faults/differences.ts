import { auditBook, storeDefinition } from '@torihiki/reservations'
import { openStore } from '@torihiki/shared/store/store.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import type { Client } from 'pg'
import { asOwner } from '../../support/test-database.ts'
import type { TestHub } from '../../support/test-hub.ts'
import type { BookEntry, CompanyCode } from './companies.ts'
import type { PlacedOrder } from './place-orders.ts'

/** How often it is looked whether all has come to an end. */
const lookMs = 500

type Row = {
  thread_id: string
  reservation_id: string
  status: string
  planned_minor: string
  request_id: string | null
  company: string | null
  request_status: string | null
  result: string | null
  told: number
}

/** What is known of an order's payment once all has come to an end. */
type Known = ReadonlyMap<string, readonly Row[]>

/** Waits until no answer, no reversal and no event of reservations is owed any more, for so long at most; says what is. `meanwhile` is done before each look. */
export async function untilSettled(
  databaseUrl: string,
  orders: number,
  healMs: number,
  meanwhile: () => Promise<void>,
): Promise<string[]> {
  return asOwner(databaseUrl, async (owner) => {
    const owed = async (): Promise<string[]> => {
      const { rows } = await owner.query<{ what: string; n: string }>(
        `select 'orders without a reservation' as what, $1 - count(distinct thread_id) as n from reservations.payment_reservation
         union all select 'reservations that wait', count(*) from reservations.payment_reservation where status = 'AUTHORIZING'
         union all select 'requests without an answer', count(*) from reservations.authorization_request where status not in ('ANSWERED', 'REVERSED')
         union all select 'reversals', count(*) from reservations.authorization_request where reversal_wanted_at is not null and reversed_at is null
         union all select 'events to card companies', count(*) from reservations.outbox_delivery where status <> 'DONE' and consumer in ('authorization', 'reservations')
         union all select 'events of orders', count(*) from contracts.outbox_delivery where status <> 'DONE' and consumer = 'reservations'`,
        [orders],
      )
      return rows.filter(({ n }) => Number(n) > 0).map(({ what, n }) => `${n} ${what} are owed still.`)
    }
    const look = async (): Promise<boolean> => {
      await meanwhile()
      return (await owed()).length === 0
    }
    await waitFor(look, {
      timeoutMs: healMs,
      everyMs: lookMs,
      what: 'all to come to an end',
    }).catch(() => undefined)
    return owed()
  })
}

/** Everything that does not fit between what was acknowledged, the hub's record, its book, and the companies' own books. None when all is right. */
export async function findDifferences(
  hub: Pick<TestHub, 'databaseUrl' | 'environment'>,
  placed: readonly PlacedOrder[],
  books: ReadonlyMap<CompanyCode, readonly BookEntry[]>,
): Promise<string[]> {
  const known = await asOwner(hub.databaseUrl, readKnown)
  return [
    ...placed.flatMap((order) => wrongResult(order, known.get(order.threadId) ?? [])),
    ...[...books].flatMap(([company, book]) => wrongAtCompany(company, book, known)),
    ...(await audits(hub)),
    ...(await asOwner(hub.databaseUrl, heldForNothing)),
  ]
}

async function readKnown(owner: Client): Promise<Known> {
  const { rows } = await owner.query<Row>(
    `with told as (select payload->>'reservationId' as id, count(*)::int as n from reservations.outbox
       where type in ('PaymentReserved', 'PaymentReservationRefused') group by 1)
     select p.thread_id, p.id as reservation_id, p.status, p.planned_minor, a.id as request_id, a.company, a.status as request_status, a.result,
       coalesce(told.n, 0) as told
     from reservations.payment_reservation p left join reservations.authorization_request a on a.reservation_id = p.id
     left join told on told.id = p.id::text`,
  )
  return Map.groupBy(rows, (row) => row.thread_id)
}

/** Exactly one final result, the one that the card comes to; one that was given up may be over before the company was asked. */
function wrongResult({ threadId, outcome, givenUp, minor }: PlacedOrder, rows: readonly Row[]): string[] {
  const [row] = rows
  if (!row || rows.length !== 1) return [`Order of ${threadId}: ${rows.length} results instead of one.`]
  const allowed: readonly string[] = givenUp ? ['VOIDED', 'REFUSED'] : [outcome.status]
  const findings: string[] = []
  if (!allowed.includes(row.status))
    findings.push(`Order of ${threadId} by ${outcome.token}: ${row.status} instead of ${allowed.join(' or ')}.`)
  if (Number(row.planned_minor) !== minor)
    findings.push(`Order of ${threadId}: ${row.planned_minor} instead of ${minor}.`)
  if (givenUp ? row.told > 1 : row.told !== 1) findings.push(`Order of ${threadId}: told ${row.told} times.`)
  return findings
}

/** What stands in a company's own book is what we have reserved there, to the yen, and nothing else. */
function wrongAtCompany(company: CompanyCode, book: readonly BookEntry[], known: Known): string[] {
  const ours = new Map(
    [...known.values()]
      .flat()
      .filter((row) => row.company === company && row.status === 'RESERVED')
      .map((row) => [row.request_id, row.planned_minor] as const),
  )
  const findings: string[] = []
  for (const { key, minor } of book.filter((entry) => entry.result === 'APPROVED' && !entry.reversed)) {
    const reserved = ours.get(key)
    if (reserved === undefined) findings.push(`${company} has ${minor} under ${key}, which we have not reserved.`)
    else if (reserved !== minor) findings.push(`${company} has ${minor} under ${key}, we have ${reserved}.`)
    ours.delete(key)
  }
  for (const key of ours.keys()) findings.push(`We have reserved under ${key}, and ${company} has not.`)
  return findings
}

async function audits({ databaseUrl, environment }: Pick<TestHub, 'databaseUrl' | 'environment'>): Promise<string[]> {
  const store = await openStore(storeDefinition, {
    databaseUrl,
    hubSecret: environment['HUB_SECRET'] ?? '',
    poolSize: 1,
  })
  try {
    return (await auditBook({ store })).map((each) => `Audit: ${JSON.stringify(each)}`)
  } finally {
    await store.close()
  }
}

/** Of each company is held what is reserved there, and nothing for what was refused or given up. */
async function heldForNothing(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ owner: string; held: string; reserved: string }>(
    `select s.owner, s.held_minor as held, coalesce(r.sum, 0) as reserved from reservations.account_state s
     left join (select a.company, sum(p.planned_minor) as sum from reservations.payment_reservation p
       join reservations.authorization_request a on a.reservation_id = p.id where p.status = 'RESERVED' group by 1) r on r.company = s.owner
     where s.kind = 'ACQUIRER' and s.held_minor <> coalesce(r.sum, 0)`,
  )
  return rows.map((row) => `Of ${row.owner} is held ${row.held}, and ${row.reserved} is reserved.`)
}
