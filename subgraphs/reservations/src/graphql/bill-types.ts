import {
  badCursor,
  pageByNumber,
  pageFrom,
  pageOf,
  type Page,
  type PageRequest,
} from '@torihiki/shared/graphql/connection.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { unpaidOf } from '../domain/billing.ts'
import { billColumns, billOf } from '../store/bills.ts'
import type { Resolvers } from './generated.ts'
import type { CreditBillLineModel, CreditBillModel, CreditBillPaymentModel } from './models.ts'
import { present } from './present.ts'

/** The payments that one bill shows at most: the newest. Most bills have one or two. */
const mostPayments = 100

/** A page of a member's bills, newest first (ids sort by the time of their making). Who may see them is asked before. Nobody has none. */
export async function readBills(
  store: Store,
  memberId: string | null,
  page: PageRequest,
): Promise<Page<CreditBillModel>> {
  const { limit, after } = pageOf(page, 1)
  const afterId = after === null ? null : String(after[0])
  if (afterId !== null && !isId(afterId)) throw badCursor()
  const rows = await store.query<CreditBillModel>(
    `select ${billColumns} from credit_bill b where b.member_id = $1 and ($2::uuid is null or b.id < $2) order by b.id desc limit $3`,
    [memberId, afterId, limit + 1],
  )
  return pageFrom(
    rows,
    limit,
    after !== null,
    (row) => [row.id],
    (row) => row,
  )
}

/** A page of a bill's lines, in the order in which they were posted. */
async function readLines(store: Store, bill: CreditBillModel, page: PageRequest): Promise<Page<CreditBillLineModel>> {
  const { limit, after } = pageByNumber(page)
  const rows = await store.query<CreditBillLineModel>(
    `select l.line, l.minor, p.posted_at, p.kind, $3::text as currency,
       coalesce((select h.reservation_id from hold_capture c join hold h on h.id = c.hold_id where c.posting_id = p.id),
         (select r.reservation_id from refund r where r.posting_id = p.id)) as reservation_id
     from credit_bill_line l join posting p on p.id = l.posting_id where l.bill_id = $1 and l.line > $2 order by l.line limit $4`,
    [bill.id, after, bill.currency, limit + 1],
  )
  return pageFrom(
    rows,
    limit,
    after > 0,
    (row) => [row.line],
    (row) => row,
  )
}

function readPayments(store: Store, bill: CreditBillModel): Promise<CreditBillPaymentModel[]> {
  return store.query<CreditBillPaymentModel>(
    'select nth, minor, $2::text as currency, paid_at from credit_bill_payment where bill_id = $1 order by nth desc limit $3',
    [bill.id, bill.currency, mostPayments],
  )
}

const money = ({ currency }: { currency: string }, minor: bigint | string) => moneyText(moneyOf(minor, currency))

/** How bills resolve. Whoever has one in hand may see all of it: it was found by its member or an operator. */
export const billTypes: Pick<Resolvers, 'CreditBill' | 'CreditBillLine' | 'CreditBillPayment'> = {
  CreditBill: {
    billNumber: (row) => row.bill_number,
    member: (row) => ({ __typename: 'Member', id: row.member_id }),
    account: async (row, _args, { services }) =>
      present(await services.load.account.load(row.account_id), `Account ${row.account_id}`),
    periodFrom: (row) => asDateOrNull(row.period_from),
    periodTo: (row) => asDate(row.period_to),
    closedOn: (row) => row.closed_on,
    dueOn: (row) => row.due_on,
    madeAt: (row) => asDate(row.made_at),
    amount: (row) => money(row, row.amount_minor),
    carriedOver: (row) => money(row, row.carried_minor),
    total: (row) => money(row, row.total_minor),
    paid: (row) => money(row, row.paid_minor),
    unpaid: (row) => money(row, unpaidOf(billOf(row))),
    lines: (row, page, { services }) => readLines(services.store, row, page),
    payments: (row, _args, { services }) => readPayments(services.store, row),
  },
  CreditBillLine: {
    at: (row) => asDate(row.posted_at),
    amount: (row) => money(row, row.minor),
    reservation: (row, _args, { services }) =>
      row.reservation_id ? services.load.reservation.load(row.reservation_id) : null,
  },
  CreditBillPayment: {
    amount: (row) => money(row, row.minor),
    paidAt: (row) => asDate(row.paid_at),
  },
}
