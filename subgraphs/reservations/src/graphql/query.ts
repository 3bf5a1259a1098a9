import { parseCode } from '@torihiki/shared/codes.ts'
import { badRequest } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { quoteReservation } from '../commands/quote-reservation.ts'
import { rulesOf } from '../store/cooling-off.ts'
import { claimQuery } from './claim-types.ts'
import type { Context } from './context.ts'
import { readStatement } from './account-statement.ts'
import { readBills } from './bill-types.ts'
import type { Resolvers } from './generated.ts'
import { laneQueries } from './lane-types.ts'
import { systemQueries } from './authorization-system-types.ts'
import { referralQuery } from './referral-types.ts'
import { reservationsToApprove } from './reservations-to-approve.ts'

/** Finds the id behind a transaction number that a person typed. Null when it names nothing. */
async function idOfNumber(
  context: Context,
  text: string,
  table: 'payment_reservation' | 'guarantee' = 'payment_reservation',
): Promise<string | null> {
  const parsed = parseCode('TRANSACTION', text)
  if (!parsed.ok) throw badRequest('BAD_CODE', parsed.message)
  const [row] = await context.services.store.query<{ id: string }>(
    `select id from ${table} where transaction_number = $1`,
    [parsed.code],
  )
  return row?.id ?? null
}

/** Reading by id or number, and asking without effect. Loaders find only what the actor is a party to. */
export const query: Resolvers['Query'] = {
  paymentReservation: async (_root, { id, transactionNumber }, context) => {
    if (!id && !transactionNumber) throw badRequest('BAD_USER_INPUT', 'Give the id or the transaction number.')
    const found = id ?? (await idOfNumber(context, transactionNumber ?? ''))
    return found ? context.services.load.reservation.load(found) : null
  },
  gift: (_root, { id }, { services }) => services.load.gift.load(id),
  guarantee: async (_root, { id, transactionNumber }, context) => {
    if (!id && !transactionNumber) throw badRequest('BAD_USER_INPUT', 'Give the id or the transaction number.')
    const found = id ?? (await idOfNumber(context, transactionNumber ?? '', 'guarantee'))
    return found ? context.services.load.guarantee.load(found) : null
  },
  accountStatement: async (_root, { accountId, from, to, ...page }, context) => {
    const account = await context.services.load.account.load(accountId)
    return account && readStatement(context.services.store, account, { from, to }, page)
  },
  reservationsToApprove: (_root, page, context) => reservationsToApprove(context.services.store, page),
  ...laneQueries,
  ...systemQueries,
  ...claimQuery,
  ...referralQuery,
  goodsReturn: (_root, { id }, context) => context.services.load.goodsReturn.load(id),
  coolingOffRules: (_root, { country }, { services }) =>
    rulesOf((text, p) => services.store.query(text, p), country ?? null),
  creditBill: (_root, { id }, context) => context.services.load.bill.load(id),
  creditBillsOf: (_root, { memberId, ...page }, context) =>
    readBills(context.services.store, isId(memberId) ? memberId : null, page),
  quoteReservation: async (_root, { input }, context) =>
    resultAs(await quoteReservation(context.services, actorOf(context), input), 'ReservationQuote', (quote) => quote),
}
