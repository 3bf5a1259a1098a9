import type { Tx } from '@torihiki/shared/store/store.ts'
import { auditAccounts, type AuditRule, type Finding } from '../domain/audit.ts'
import type { ReservationsServices } from '../services.ts'
import { accountOf, type AccountRow } from '../store/accounts.ts'

/**
 * Recomputes every book from its records, in one snapshot, the hub's and those of guarantors and institutions: every balance from postings,
 * what is held from open holds, the sum of each currency, limits, what pools have left, and that reservations, holds and guarantees tell
 * the same story. Changes nothing.
 * @returns what does not fit; empty when all is well
 */
export async function auditBook(services: Pick<ReservationsServices, 'store'>): Promise<Finding[]> {
  return (await auditReport(services)).findings
}

/** What an audit found, and how much it looked at. */
export type BookReport = {
  readonly findings: Finding[]
  readonly figures: {
    books: number
    accounts: number
    postings: number
    holds: number
    openHolds: number
    guarantees: number
  }
}

/** The same with figures, all of one snapshot: it may run beside live traffic, which it neither sees half nor holds up. */
export async function auditReport({ store }: Pick<ReservationsServices, 'store'>): Promise<BookReport> {
  return store.transaction(async (tx) => {
    await tx.sql('set transaction isolation level repeatable read, read only')
    const accounts = await readRecords(tx)
    const [figures = { books: 0, accounts: 0, postings: 0, holds: 0, openHolds: 0, guarantees: 0 }] = await tx.sql<
      BookReport['figures']
    >(
      `select (select count(distinct institution_id)::int from ledger_account) as books, (select count(*)::int from ledger_account) as accounts,
         (select count(*)::int from guarantee) as guarantees, (select count(*)::int from posting) as postings, count(*)::int as holds,
         (count(*) filter (where not exists (select 1 from hold_resolution r where r.hold_id = hold.id)))::int as "openHolds" from hold`,
    )
    const details: Finding[] = []
    for (const [rule, text] of detailQueries) {
      details.push(...(await tx.sql<Omit<Finding, 'rule'>>(text)).map((row) => ({ ...row, rule })))
    }
    return { findings: [...auditAccounts(accounts), ...details], figures }
  })
}

async function readRecords(tx: Tx) {
  const rows = await tx.sql<AccountRow & { replayed: string; open_holds: string; highest_line: string | null }>(
    `select a.*, coalesce(l.replayed, 0) as replayed, coalesce(h.held, 0) as open_holds, case when not coalesce(c.without, false) then greatest(coalesce(c.highest, 0), 0) end as highest_line
     from account_state a
     left join (select account_id, sum(case side when 'CREDIT' then minor else -minor end) as replayed from posting_leg group by account_id) l
       on l.account_id = a.id
     left join (select account_id, sum(minor - coalesce((select sum(c.minor) from hold_capture c where c.hold_id = hold.id), 0)) as held from hold
                where not exists (select 1 from hold_resolution r where r.hold_id = hold.id) group by account_id) h on h.account_id = a.id
     left join (select account_id, max(line_minor) as highest, bool_or(terms = 'APPROVAL') as without from credit_line group by account_id) c on c.account_id = a.id`,
  )
  return rows.map((row) => ({
    institutionId: row.institution_id,
    state: accountOf(row),
    replayed: BigInt(row.replayed),
    openHolds: BigInt(row.open_holds),
    highestLine: row.highest_line === null ? null : BigInt(row.highest_line),
  }))
}

/** A capture `c` of a reservation `p` that its payee has in its own deposit, in full (B9): every other one is due out. */
const inOwnDeposit = `exists (select 1 from posting_leg o join ledger_account d on d.id = o.account_id
  where o.posting_id = c.posting_id and d.kind = 'DEPOSIT' and d.owner = p.payee_id::text and o.side = 'CREDIT' and o.minor = c.minor)`

/** What one owes another for a claim that was bought, and for one that was given back: each under its own id. */
const claimsOwed = `select id, purchaser_id as debtor_id, seller_id as creditor_id, currency, minor - discount_minor as minor from credit_claim_purchase
  union all select r.id, c.seller_id, c.purchaser_id, c.currency, r.minor - r.discount_minor from credit_claim_return r
    join credit_claim_purchase c on c.id = r.purchase_id`

/** Each finds records that contradict each other: a subject, what was expected, what was found. */
const detailQueries: readonly (readonly [AuditRule, string])[] = [
  [
    'POSTING_BALANCES',
    `select p.id::text || ' ' || coalesce(l.currency, '') as subject, '0' as expected,
            coalesce(sum(case l.side when 'CREDIT' then l.minor else -l.minor end)::text, 'no legs') as found
     from posting p left join posting_leg l on l.posting_id = p.id group by p.id, l.currency
     having count(l.leg) = 0 or sum(case l.side when 'CREDIT' then l.minor else -l.minor end) <> 0`,
  ],
  [
    'POSTING_BALANCES',
    `select l.posting_id::text as subject, 'a posting and an account' as expected, 'neither or one' as found from posting_leg l
     where not exists (select 1 from posting p where p.id = l.posting_id) or not exists (select 1 from ledger_account a where a.id = l.account_id)`,
  ],
  [
    'REVERSAL_MIRRORS_POSTING',
    `select p.id::text as subject, '0' as expected, sum(case l.side when 'CREDIT' then l.minor else -l.minor end)::text as found
     from posting p join posting_leg l on l.posting_id in (p.id, p.reverses) where p.reverses is not null group by p.id, l.account_id
     having sum(case l.side when 'CREDIT' then l.minor else -l.minor end) <> 0`,
  ],
  [
    'CAPTURED_AND_RELEASED_IS_HOLD',
    `select h.id::text as subject, h.minor::text as expected, (r.captured_minor + r.released_minor)::text as found
     from hold h join hold_resolution r on r.hold_id = h.id where h.minor <> r.captured_minor + r.released_minor`,
  ],
  [
    'CAPTURES_WITHIN_HOLD',
    `select h.id::text as subject, coalesce(r.captured_minor, h.minor)::text as expected, c.sum::text as found
     from hold h join lateral (select coalesce(sum(minor), 0) as sum from hold_capture where hold_id = h.id) c on true
     left join hold_resolution r on r.hold_id = h.id where case when r.hold_id is null then c.sum >= h.minor else c.sum <> r.captured_minor end`,
  ],
  [
    'DUE_OUT_IS_CAPTURES',
    `with paid as (select p.institution_id, p.payee_id as owner, p.currency, c.minor from hold_capture c join hold h on h.id = c.hold_id
                     join payment_reservation p on p.id = h.reservation_id where not ${inOwnDeposit}
                   union all select institution_id, creditor_id, currency, minor from guarantee_payment
                   union all select debtor_id, creditor_id, currency, minor from (${claimsOwed}) o),
          captured as (select institution_id, owner::text, currency, sum(minor) as sum from paid group by 1, 2, 3),
          posted as (select a.institution_id, a.owner, a.currency, sum(l.minor) as sum from posting_leg l join ledger_account a on a.id = l.account_id
                     where a.kind = 'DUE_OUT' and l.side = 'CREDIT' group by 1, 2, 3)
     select coalesce(c.owner, d.owner) || ' ' || coalesce(c.currency, d.currency) as subject, coalesce(c.sum, 0)::text as expected, coalesce(d.sum, 0)::text as found
     from captured c full join posted d on d.owner = c.owner and d.currency = c.currency and d.institution_id = c.institution_id
     where coalesce(c.sum, 0) <> coalesce(d.sum, 0)`,
  ],
  [
    'DUE_OUT_IS_UNSETTLED',
    `with paid as (select p.institution_id, p.payee_id as owner, p.currency, c.minor, c.capture_id from hold_capture c join hold h on h.id = c.hold_id
                     join payment_reservation p on p.id = h.reservation_id where not ${inOwnDeposit}
                   union all select institution_id, creditor_id, currency, minor, id from guarantee_payment
                   union all select debtor_id, creditor_id, currency, minor, id from (${claimsOwed}) o),
          owed as (select institution_id, owner::text, currency, sum(minor) as sum from paid
                   where not exists (select 1 from capture_settlement s where s.capture_id = paid.capture_id) group by 1, 2, 3),
          posted as (select a.institution_id, a.owner, a.currency, sum(case l.side when 'CREDIT' then l.minor else -l.minor end) as sum
                     from posting_leg l join ledger_account a on a.id = l.account_id where a.kind = 'DUE_OUT' group by 1, 2, 3)
     select coalesce(o.owner, d.owner) || ' ' || coalesce(o.currency, d.currency) as subject, coalesce(o.sum, 0)::text as expected, coalesce(d.sum, 0)::text as found
     from owed o full join posted d on d.owner = o.owner and d.currency = o.currency and d.institution_id = o.institution_id
     where coalesce(o.sum, 0) <> coalesce(d.sum, 0)`,
  ],
  [
    'STATUS_FITS_HOLD',
    `select p.id::text as subject, p.status as expected, coalesce(r.how, case when h.id is null then 'NO_HOLD' else 'PENDING' end) as found
     from payment_reservation p left join hold h on h.reservation_id = p.id left join hold_resolution r on r.hold_id = h.id
     left join lateral (select coalesce(sum(minor), 0) as sum from hold_capture where hold_id = h.id) c on true
     where p.guarantee_id is null and not coalesce(case
       when p.status in ('AUTHORIZING', 'RESERVED', 'CAPTURING') then h.id is not null and r.how is null and c.sum = coalesce(p.captured_minor, 0)
       when p.status in ('CAPTURED', 'REFUNDED') then r.how is not null and c.sum > 0 and c.sum = p.captured_minor
       when p.status = 'REFUSED' then h.id is null or r.how = 'VOIDED'
       else r.how = p.status and c.sum = 0 end, false)`,
  ],
  [
    'STATUS_FITS_GUARANTEE',
    `select p.id::text as subject, p.status as expected, coalesce(g.status, 'NONE') as found
     from payment_reservation p left join guarantee g on g.id = p.guarantee_id and (g.reservation_id = p.id or p.status in ('VOIDED', 'EXPIRED'))
     left join lateral (select coalesce(sum(minor), 0) as sum from guarantee_payment t where t.guarantee_id = g.id and t.kind <> 'REPAYMENT'
                        and g.reservation_id = p.id) paid on true
     where p.guarantee_id is not null and (exists (select 1 from hold h where h.reservation_id = p.id) or not coalesce(case p.status
       when 'RESERVED' then g.status = 'GRANTED' and paid.sum = 0
       when 'CAPTURING' then g.status = 'PAYABLE' and paid.sum = 0
       when 'CAPTURED' then g.status in ('PAID', 'INVOKED', 'REPAID', 'SOLD', 'RELEASED') and paid.sum = p.captured_minor and paid.sum = g.payable_minor
       when 'REFUNDED' then paid.sum = p.captured_minor
       else p.status in ('VOIDED', 'EXPIRED') and g.reservation_id is distinct from p.id end, false))`,
  ],
  [
    'REFERRAL_FITS_RESERVATION',
    `select r.id::text as subject, r.status as expected, p.status as found from referral r join payment_reservation p on p.id = r.reservation_id
     where not case when r.status in ('ASKED', 'CONSENTED', 'ADVISED') then p.status = 'AUTHORIZING' when r.status in ('DECLINED', 'WITHHELD', 'LAPSED') then p.status = 'REFUSED'
       when r.status = 'ENDED' then p.status in ('VOIDED', 'EXPIRED') else p.status not in ('AUTHORIZING', 'REFUSED') end`,
  ],
  [
    'POOL_IS_ITS_GUARANTEES',
    `select q.id::text as subject, m.memo::text as expected, q.used_minor::text as found from guarantee_pool q cross join lateral
       (select coalesce(sum(case g.status when 'GRANTED' then g.minor when 'PAYABLE' then g.payable_minor when 'INVOKED' then g.payable_minor - g.cleared_minor else 0 end), 0)
          as memo from guarantee g where g.pool_id = q.id) m where m.memo <> q.used_minor`,
  ],
  [
    'CREDIT_IS_INVOCATIONS',
    `with owed as (select g.guarantor_id, g.payer_id::text as owner, g.currency, sum(g.payable_minor - g.cleared_minor) as sum from guarantee g where g.status = 'INVOKED' group by 1, 2, 3),
          posted as (select a.institution_id, a.owner, a.currency, sum(case l.side when 'DEBIT' then l.minor else -l.minor end) as sum
                     from posting_leg l join posting p on p.id = l.posting_id join ledger_account a on a.id = l.account_id
                     where a.kind = 'CREDIT' and p.kind in ('GUARANTEE_INVOCATION', 'GUARANTEE_REPAYMENT', 'CLAIM_SOLD', 'CLAIM_TAKEN_BACK', 'DEBT_REDUCED') group by 1, 2, 3)
     select coalesce(o.owner, d.owner) || ' ' || coalesce(o.guarantor_id, d.institution_id) || ' ' || coalesce(o.currency, d.currency) as subject,
       coalesce(o.sum, 0)::text as expected, coalesce(d.sum, 0)::text as found
     from owed o full join posted d on d.institution_id = o.guarantor_id and d.owner = o.owner and d.currency = o.currency
     where coalesce(o.sum, 0) <> coalesce(d.sum, 0)`,
  ],
  [
    'REFUNDS_WITHIN_CAPTURES',
    `select p.id::text as subject, p.status || ' ' || coalesce(p.captured_minor, 0) as expected, r.sum || ' (' || p.refunded_minor || ' noted)' as found
     from payment_reservation p cross join lateral (select coalesce(sum(minor), 0) as sum from refund where reservation_id = p.id and status in ('DONE', 'DECLINED')) r
     where r.sum <> p.refunded_minor or p.refunded_minor > coalesce(p.captured_minor, 0)
       or (p.status = 'REFUNDED') <> (p.refunded_minor > 0 and p.refunded_minor = coalesce(p.captured_minor, 0))`,
  ],
  [
    'REFUND_IS_POSTED_WHOLE',
    `select f.id::text as subject, f.minor::text as expected, (coalesce(l.minor, 0) + coalesce(d.minor, 0))::text as found from refund f
     left join debt_reduction d on d.refund_id = f.id
     left join lateral (select sum(minor) as minor from posting_leg where posting_id = f.posting_id and side = 'CREDIT') l on true
     where f.reservation_id is not null and f.status in ('DONE', 'DECLINED') and coalesce(l.minor, 0) + coalesce(d.minor, 0) <> f.minor`,
  ],
  [
    'DUE_IN_IS_REFUNDS',
    `with to_come as (select p.institution_id, f.debtor_id::text as owner, f.currency, f.due_minor as minor from refund f
                       join payment_reservation p on p.id = f.reservation_id where f.posting_id is not null and f.settled_at is null
                     union all select g.guarantor_id, t.institution_id::text, t.currency, t.minor from guarantee_payment t join guarantee g on g.id = t.guarantee_id
                       where t.kind = 'REPAYMENT' and not exists (select 1 from due_in_settlement s where s.owed_id = t.id)
                     union all select d.institution_id, d.debtor_id::text, d.currency, d.minor from debt_reduction d
                       where not exists (select 1 from due_in_settlement s where s.owed_id = d.id)
                     union all select o.creditor_id, o.debtor_id::text, o.currency, o.minor from (${claimsOwed}) o
                       where not exists (select 1 from due_in_settlement s where s.owed_id = o.id)),
          refunded as (select institution_id, owner, currency, sum(minor) as sum from to_come group by 1, 2, 3),
          due as (select institution_id, owner, currency, -sum(balance_minor) as sum from account_state where kind = 'DUE_IN' group by 1, 2, 3)
     select coalesce(r.owner, d.owner) || ' ' || coalesce(r.currency, d.currency) as subject, coalesce(r.sum, 0)::text as expected, coalesce(d.sum, 0)::text as found
     from refunded r full join due d on d.institution_id = r.institution_id and d.owner = r.owner and d.currency = r.currency
     where coalesce(r.sum, 0) <> coalesce(d.sum, 0)`,
  ],
  [
    'CLAIMS_ARE_PURCHASES',
    `with passed as (select purchaser_id, seller_id, payer_id::text as payer, currency, minor, discount_minor as discount from credit_claim_purchase
                     union all select c.purchaser_id, c.seller_id, c.payer_id::text, c.currency, -r.minor, -r.discount_minor
                       from credit_claim_return r join credit_claim_purchase c on c.id = r.purchase_id),
          recorded as (select institution_id, account, owner, currency, sum(minor) as sum from (
              select purchaser_id as institution_id, 'CREDIT' as account, payer as owner, currency, -minor as minor from passed
              union all select seller_id, 'CREDIT', payer, currency, minor from passed
              union all select purchaser_id, 'DISCOUNT', '', currency, discount from passed
              union all select seller_id, 'DISCOUNT', '', currency, -discount from passed) e group by 1, 2, 3, 4),
          posted as (select a.institution_id, a.kind as account, a.owner, a.currency, sum(case l.side when 'CREDIT' then l.minor else -l.minor end) as sum
                     from posting_leg l join posting p on p.id = l.posting_id join ledger_account a on a.id = l.account_id
                     where a.kind = 'DISCOUNT' or a.kind = 'CREDIT' and p.kind in ('CLAIM_PURCHASED', 'CLAIM_SOLD', 'CLAIM_RETURNED', 'CLAIM_TAKEN_BACK')
                     group by 1, 2, 3, 4)
     select coalesce(r.account, d.account) || ' ' || coalesce(r.owner, d.owner) || ' ' || coalesce(r.currency, d.currency) || ' of '
         || coalesce(r.institution_id, d.institution_id) as subject, coalesce(r.sum, 0)::text as expected, coalesce(d.sum, 0)::text as found
     from recorded r full join posted d on d.institution_id = r.institution_id and d.account = r.account and d.owner = r.owner and d.currency = r.currency
     where coalesce(r.sum, 0) <> coalesce(d.sum, 0)`,
  ],
  [
    'SOLD_IS_PURCHASED',
    `select g.id::text as subject, g.status as expected, count(c.id)::text as found from guarantee g
     left join credit_claim_purchase c on c.guarantee_id = g.id and not exists (select 1 from credit_claim_return r where r.purchase_id = c.id)
     group by g.id having count(c.id) <> case g.status when 'SOLD' then 1 else 0 end`,
  ],
  [
    'BILL_IS_ITS_LINES',
    `select b.bill_number as subject, coalesce(l.sum, 0)::text as expected, b.amount_minor::text as found from credit_bill b
     left join lateral (select sum(case g.side when 'DEBIT' then g.minor else -g.minor end) as sum from credit_bill_line c
       join posting_leg g on g.posting_id = c.posting_id and g.account_id = b.account_id and c.minor = case g.side when 'DEBIT' then g.minor else -g.minor end
       where c.bill_id = b.id) l on true where coalesce(l.sum, 0) <> b.amount_minor`,
  ],
  [
    'BILL_IS_PAID_AS_IT_SAYS',
    `select b.bill_number as subject, coalesce(p.sum, 0) || ' of ' || greatest(b.amount_minor, 0) as expected, b.paid_minor || ' ' || b.status as found
     from credit_bill b left join lateral (select sum(minor) as sum from credit_bill_payment where bill_id = b.id) p on true
     where coalesce(p.sum, 0) <> b.paid_minor or b.paid_minor > greatest(b.amount_minor, 0)
       or (b.status = 'PAID') <> (b.paid_minor = greatest(b.amount_minor, 0)) or (b.status = 'OPEN' and b.paid_minor > 0)
       or (b.status = 'PART_PAID' and b.paid_minor = 0)`,
  ],
  [
    'CREDIT_IS_ON_BILLS',
    `select a.owner || ' ' || a.currency as subject, (g.left - b.unpaid - g.unbilled)::text as expected, a.balance_minor::text as found
     from account_state a cross join lateral (
       select coalesce(sum(greatest(amount_minor, 0) - paid_minor), 0) as unpaid, coalesce(sum(greatest(-amount_minor, 0) - paid_minor), 0) as surplus
       from credit_bill where account_id = a.id) b cross join lateral (
       select coalesce(sum(l.minor) filter (where p.kind = 'REPAYMENT'), 0) + b.surplus as left,
         coalesce(sum(case l.side when 'DEBIT' then l.minor else -l.minor end)
           filter (where p.kind <> 'REPAYMENT' and not exists (select 1 from credit_bill_line c where c.posting_id = p.id)), 0) as unbilled
       from posting_leg l join posting p on p.id = l.posting_id where l.account_id = a.id) g
     where a.kind = 'CREDIT' and (g.left - b.unpaid - g.unbilled <> a.balance_minor or g.left < 0 or (g.left > 0 and b.unpaid > 0))`,
  ],
]
