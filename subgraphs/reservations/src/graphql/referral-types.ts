import { badCursor, pageFrom, pageOf, type Page, type PageRequest } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { consentToReferral, referralOfLink } from '../commands/consent-to-referral.ts'
import { recordReferral } from '../commands/record-referral.ts'
import type { ReferralStatus } from '../domain/referral.ts'
import { referralColumns } from '../store/referrals.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import type { ReferralModel, ReferralNoticeModel } from './models.ts'
import { present } from './present.ts'
import { memberRef } from './reservation-types.ts'

/** A page of the referrals to which a member is customer or shop, newest first (ids sort by the time of their making). */
export async function readReferrals(
  store: Store,
  memberId: string,
  { status, ...page }: PageRequest & { status?: readonly ReferralStatus[] | null | undefined },
): Promise<Page<ReferralModel>> {
  const { limit, after } = pageOf(page, 1)
  const afterId = after === null ? null : String(after[0])
  if (afterId !== null && !isId(afterId)) throw badCursor()
  const rows = await store.query<ReferralModel>(
    `select ${referralColumns} from referral r where $1 in (r.payer_id, r.payee_id) and ($2::uuid is null or r.id < $2)
       and ($3::text[] is null or r.status = any($3)) order by r.id desc limit $4`,
    [memberId, afterId, status ?? null, limit + 1],
  )
  return pageFrom(
    rows,
    limit,
    after !== null,
    (row) => [row.id],
    (row) => row,
  )
}

/** What whoever has a link is shown: what is to be consented to, and nothing of who it is. */
export const referralQuery: Pick<Resolvers['Query'] & object, 'referralNotice'> = {
  referralNotice: async (_root, { token }, { services }) => {
    const id = referralOfLink(services, token)
    if (id === null) return null
    const [row] = await services.store.query<ReferralNoticeModel>(
      `select ${referralColumns}, p.transaction_number, p.planned_minor, p.currency, m.card_brand, m.card_last_four from referral r
       join payment_reservation p on p.id = r.reservation_id left join payment_method m on m.id = p.payment_method_id where r.id = $1`,
      [id],
    )
    return row ?? null
  },
}

const withReferral =
  ({ services }: Context) =>
  async ({ referralId: id }: { referralId: string }) => ({
    referral: await services.load.referral.load(id),
  })

/** One line each: call the command, map its answer (C7). */
export const referralMutation: Resolvers['Mutation'] = {
  consentToReferral: async (_root, { input }, context) =>
    resultAs(
      await consentToReferral(context.services, context.actor, input),
      'ConsentToReferralPayload',
      withReferral(context),
    ),
  recordReferral: async (_root, { input }, context) =>
    resultAs(
      await recordReferral(context.services, actorOf(context), input),
      'RecordReferralPayload',
      async ({ referralId: id }) => ({
        referral: present(await context.services.load.referral.load(id), `Referral ${id}`),
      }),
    ),
}

/** How referrals resolve. The loaders find only what concerns the actor. */
export const referralTypes: Pick<Resolvers, 'Referral' | 'ReferralStep' | 'ReferralNotice'> = {
  Referral: {
    __resolveReference: async ({ id }: { id: string }, { services }: Context) => services.load.referral.load(id),
    reservation: async (row, _args, { services }) =>
      present(await services.load.reservation.load(row.reservation_id), `Reservation ${row.reservation_id}`),
    payer: (row) => memberRef(row.payer_id),
    payee: (row) => memberRef(row.payee_id),
    openedAt: (row) => asDate(row.opened_at),
    actBy: (row) => asDate(row.act_by),
    approvalCode: (row, _args, { actor }) => (actor?.memberId === row.payer_id ? null : row.approval_code),
    steps: async (row, _args, { actor, services }) =>
      // Live, a request's loader would show later events the first one's steps.
      (await services.load.referralSteps.clear(row.id).load(row.id)).map((step) =>
        actor?.memberId === row.payer_id ? { ...step, note: null } : step,
      ),
  },
  ReferralStep: {
    at: (row) => asDate(row.at),
    by: (row) => (row.by_id ? memberRef(row.by_id) : null),
    operator: (row) => (row.operator_id ? memberRef(row.operator_id) : null),
  },
  ReferralNotice: {
    transactionNumber: (row) => row.transaction_number,
    amount: (row) => moneyText(moneyOf(row.planned_minor, row.currency)),
    card: (row) => (row.card_last_four ? `${row.card_brand ?? ''} …${row.card_last_four}`.trim() : null),
    isWaiting: (row, _args, { services }) => row.status === 'ASKED' && asDate(row.act_by) > services.now(),
    actBy: (row) => asDate(row.act_by),
  },
}
