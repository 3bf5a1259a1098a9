import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { addressGift, entrustGift, forwardReceipt, reportReceipt } from '../commands/gifts.ts'
import { openAddressee } from '../store/gifts.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import type { GiftModel } from './models.ts'
import { present } from './present.ts'
import { memberRef } from './reservation-types.ts'

const isOneOf = ({ actor }: Context, ...ids: (string | null)[]): boolean =>
  actor !== null && ids.includes(actor.memberId)
/** Payer and merchant, between whom the business is. */
const isParty = (row: GiftModel, context: Context): boolean => isOneOf(context, row.payer_id, row.merchant_id)

/** How gifts resolve (B11). Nothing here has an amount, and what leads to one is for payer and merchant alone. */
export const giftTypes: Pick<Resolvers, 'Gift' | 'GiftStep'> = {
  Gift: {
    __resolveReference: async ({ id }: { id: string }, { services }: Context) => services.load.gift.load(id),
    thread: (row, _args, context) =>
      isParty(row, context) ? { __typename: 'CaseThread' as const, id: row.thread_id } : null,
    payer: (row, _args, context) =>
      isOneOf(context, row.handler_id) && !isParty(row, context) ? null : memberRef(row.payer_id),
    merchant: (row) => memberRef(row.merchant_id),
    recipient: (row) => (row.recipient_id ? memberRef(row.recipient_id) : null),
    addressee: (row, _args, context) =>
      isOneOf(context, row.payer_id, row.merchant_id, row.handler_id)
        ? openAddressee((text, p) => context.services.store.query(text, p), context.services.personalKeys, row)
        : null,
    handler: (row) => (row.handler_id ? memberRef(row.handler_id) : null),
    handedOverBy: (row) => row.handling,
    receivedOn: (row) => row.received_on,
    receiptIsInspection: (row, _args, context) => (isParty(row, context) ? row.receipt_is_inspection : null),
    steps: async (row, _args, context) => {
      const steps = await context.services.load.giftSteps.load(row.id)
      return isParty(row, context) || isOneOf(context, row.recipient_id)
        ? steps
        : steps.filter(({ kind }) => kind !== 'ADDRESSED')
    },
  },
  GiftStep: {
    at: (row) => asDate(row.at),
    by: (row) => memberRef(row.by_id),
    operator: (row) => (row.operator_id ? memberRef(row.operator_id) : null),
  },
}

const withGift =
  ({ services }: Context) =>
  async ({ giftId: id }: { giftId: string }) => ({ gift: present(await services.load.gift.load(id), `Gift ${id}`) })

/** One line each: call the command, map its answer. */
export const giftMutation: Resolvers['Mutation'] = {
  addressGift: async (_root, { input }, context) =>
    resultAs(await addressGift(context.services, actorOf(context), input), 'AddressGiftPayload', withGift(context)),
  entrustGift: async (_root, { input }, context) =>
    resultAs(await entrustGift(context.services, actorOf(context), input), 'EntrustGiftPayload', withGift(context)),
  reportReceipt: async (_root, { input }, context) =>
    resultAs(await reportReceipt(context.services, actorOf(context), input), 'ReportReceiptPayload', withGift(context)),
  forwardReceipt: async (_root, { input }, context) =>
    resultAs(
      await forwardReceipt(context.services, actorOf(context), input),
      'ForwardReceiptPayload',
      withGift(context),
    ),
}
