import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { owedUnder, type GuaranteeStatus } from '../domain/guarantee.ts'
import { leftOf } from '../domain/pool.ts'
import { promisedOf } from '../store/guarantees.ts'
import { poolOf } from '../store/pools.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import type { GuaranteeModel, GuaranteeStepModel } from './models.ts'
import { memberRef } from './reservation-types.ts'

type Types = 'Guarantee' | 'GuaranteeStep' | 'GuaranteePool' | 'TakenPayment'

/** Whether the reader is the merchant alone: what is between payer and guarantor is not its business. */
const isPayee = (row: GuaranteeModel, { actor }: Context): boolean => actor?.memberId === row.payee_id
const isOneOf = ({ actor }: Context, ...ids: (string | null)[]): boolean =>
  actor !== null && ids.includes(actor.memberId)

/** What becomes of a guarantee after it was called upon is between payer, guarantor and the hub: to the merchant it stays INVOKED. */
const afterwards: readonly GuaranteeStatus[] = ['REPAID', 'SOLD']

const betweenOthers: readonly GuaranteeStepModel['kind'][] = ['REPAID', 'REDUCED', 'CLEARED', 'SOLD', 'TAKEN_BACK']

/** What the merchant is shown of a guarantee's life: from the grant on, and not what becomes of what the payer owes its guarantor. */
const shownToPayee = ({ kind, nth }: GuaranteeStepModel, granted: number): boolean =>
  nth >= granted && !betweenOthers.includes(kind)

/** How guarantees, their pools and the payments under them resolve. The loaders find only what concerns the actor. */
export const guaranteeTypes: Pick<Resolvers, Types> = {
  Guarantee: {
    __resolveReference: async ({ id }: { id: string }, { services }: Context) => services.load.guarantee.load(id),
    transactionNumber: (row) => row.transaction_number,
    guarantor: (row) => memberRef(row.guarantor_id),
    payer: (row) => memberRef(row.payer_id),
    payee: (row) => memberRef(row.payee_id),
    approver: (row, _args, context) =>
      row.approver_id && !isPayeeAlone(row, context) ? memberRef(row.approver_id) : null,
    amount: (row) => moneyText(moneyOf(row.minor, row.currency)),
    dueOn: (row) => row.due_on,
    status: (row, _args, context) =>
      afterwards.includes(row.status) && isPayee(row, context) ? 'INVOKED' : row.status,
    requestedAt: (row) => asDate(row.requested_at),
    expiresAt: (row) => asDate(row.expires_at),
    payable: (row) => (row.payable_minor === null ? null : moneyText(moneyOf(row.payable_minor, row.currency))),
    pool: (row, _args, { services }) => (row.pool_id ? services.load.pool.load(row.pool_id) : null),
    refusal: (row, _args, context) => (isPayeeAlone(row, context) ? null : row.refusal),
    owed: (row, _args, context) => {
      if (row.payable_minor === null || !isOneOf(context, row.payer_id, row.guarantor_id)) return null
      return moneyText(moneyOf(row.status === 'INVOKED' ? owedUnder(promisedOf(row)) : 0n, row.currency))
    },
    reservation: (row, _args, { services }) =>
      row.reservation_id ? services.load.reservation.load(row.reservation_id) : null,
    sale: async (row, _args, context) =>
      isOneOf(context, row.payer_id, row.guarantor_id) ? context.services.load.claimOfGuarantee.load(row.id) : null,
    steps: async (row, _args, context) => {
      const steps = await context.services.load.guaranteeSteps.load(row.id)
      if (!isPayee(row, context)) return steps
      const granted = steps.find(({ kind }) => kind === 'GRANTED')?.nth ?? Number.POSITIVE_INFINITY
      return steps.filter((step) => shownToPayee(step, granted))
    },
  },
  GuaranteeStep: {
    at: (row) => asDate(row.at),
    by: (row) => (row.by_id ? memberRef(row.by_id) : null),
    operator: (row) => (row.operator_id ? memberRef(row.operator_id) : null),
  },
  GuaranteePool: {
    __resolveReference: async ({ id }: { id: string }, { services }: Context) => services.load.pool.load(id),
    guarantor: (row) => memberRef(row.guarantor_id),
    holder: (row) => memberRef(row.holder_id),
    limit: (row) => moneyText(moneyOf(row.limit_minor, row.currency)),
    used: (row) => moneyText(moneyOf(row.used_minor, row.currency)),
    left: (row) => moneyText(moneyOf(leftOf(poolOf(row), row.today), row.currency)),
    until: (row) => row.until,
    revokedAt: (row) => asDateOrNull(row.revoked_at),
  },
  TakenPayment: {
    transactionNumber: (row) => row.transaction_number,
    amount: (row) => moneyText(moneyOf(row.minor, row.currency)),
    creditor: (row) => memberRef(row.creditor_id),
    takenBy: (row) => row.taken_by,
    at: (row) => asDate(row.at),
  },
}

/** The merchant, when it is not the one who decides within a pool too. */
function isPayeeAlone(row: GuaranteeModel, context: Context): boolean {
  return isPayee(row, context) && !isOneOf(context, row.approver_id)
}
