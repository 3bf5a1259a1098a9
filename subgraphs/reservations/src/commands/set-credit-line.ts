import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { parseMoney } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { isTimeZone } from '@torihiki/shared/time-zone.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { creditTerms } from '../domain/account.ts'
import { longestDueAfterDays, nextClosing, usualBilling, type BillingTerms } from '../domain/billing.ts'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { billingOf, saveBilling } from '../store/bills.ts'
import { refuseUnlessOperator } from './operator.ts'

/** Money from zero: a line of zero closes the credit. */
const lineForm = z.object({ amount: z.string(), currency: z.string() }).transform((value, context) => {
  const money = parseMoney(value.amount, value.currency)
  const fault = 'fault' in money ? money.fault : money.minor < 0n ? 'A line is not below zero' : null
  if (fault !== null) context.addIssue({ code: 'custom', message: fault })
  return 'fault' in money ? z.NEVER : money
})
const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  memberId: form.id,
  line: lineForm,
  terms: form.optional(z.enum(creditTerms)),
  billing: form.optional(
    z.object({
      closingDay: z.int().min(1).max(31),
      dueAfterDays: z.int().min(0).max(longestDueAfterDays),
      timeZone: z.string().refine(isTimeZone, 'It is not a time zone such as Asia/Tokyo'),
    }),
  ),
})

/**
 * Sets how a member's credit is granted (B12): a line beforehand, an approval of each transaction, or both; on record with who set it.
 * For operators of the institution. A line below what is drawn and held stands: nothing more can be reserved until it is paid
 * back. With `billing` also when what is drawn is billed (B21); a period that has begun ends at the first closing of the new terms. Refuses
 * a member that is not known, and a line above zero that is by approval alone, where it would limit nothing.
 */
export async function setCreditLine(
  services: ReservationsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ accountId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  const refusal = refuseUnlessOperator(actor)
  if (isRefusal(input)) return input
  if (refusal) return refusal
  const { minor, currency } = input.line
  const terms = input.terms ?? 'LINE'
  if (terms === 'APPROVAL' && minor > 0n)
    return refuseInput([
      { path: 'line', message: 'By approval alone there is no line. Give 0, or LINE_AND_APPROVAL to have both.' },
    ])
  return runCommand(
    services.store,
    { actor, operation: 'setCreditLine', idempotencyKey: input.idempotencyKey, input: raw },
    async (tx) => {
      if (!(await knownMembers(tx, [input.memberId])).has(input.memberId))
        return refuse('NOT_FOUND', 'There is no member with this id.')
      const key = { kind: 'CREDIT', owner: input.memberId, currency } as const
      const { id } = (await lockAccounts(tx, services.institutionId, [key])).get(key)
      await tx.sql('update ledger_account set line_minor = $2, terms = $3 where id = $1', [id, minor, terms])
      const { closingDay, dueAfterDays, timeZone } = await setBilling(tx, services, id, input.billing)
      await tx.sql(
        `insert into credit_line (id, account_id, line_minor, set_by, set_at, terms, closing_day, due_after_days, time_zone)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [newId(), id, minor, actor.memberId, services.now(), terms, closingDay, dueAfterDays, timeZone],
      )
      return { accountId: id }
    },
  )
}

/** Writes how the locked account is billed when that is new. A period that ended unbilled is billed first, by the next sweep, as it was to be. */
async function setBilling(
  tx: Tx,
  services: ReservationsServices,
  accountId: string,
  wanted: BillingTerms | null,
): Promise<BillingTerms> {
  const known = await billingOf(tx.sql, accountId)
  const terms = wanted ?? known?.terms ?? usualBilling
  const now = services.now()
  if (!known || wanted)
    await saveBilling(tx, accountId, terms, known && known.next.at <= now ? known.next : nextClosing(now, terms))
  return terms
}
