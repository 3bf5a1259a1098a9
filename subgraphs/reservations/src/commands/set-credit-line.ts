import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { parseMoney } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import type { ReservationsServices } from '../services.ts'
import { lockAccounts } from '../store/accounts.ts'
import { refuseUnlessOperator } from './operator.ts'

/** Money from zero: a line of zero closes the credit. */
const lineForm = z.object({ amount: z.string(), currency: z.string() }).transform((value, context) => {
  const money = parseMoney(value.amount, value.currency)
  const fault = 'fault' in money ? money.fault : money.minor < 0n ? 'A line is not below zero' : null
  if (fault !== null) context.addIssue({ code: 'custom', message: fault })
  return 'fault' in money ? z.NEVER : money
})
const inputForm = z.object({ idempotencyKey: form.idempotencyKey, memberId: form.id, line: lineForm })

/**
 * Sets how far a member's credit may be drawn (B12), on record with who set it. For operators of the institution. A line below
 * what is drawn and held stands: nothing more can be reserved until it is paid back. Refuses a member that is not known.
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
  return runCommand(
    services.store,
    { actor, operation: 'setCreditLine', idempotencyKey: input.idempotencyKey, input: raw },
    async (tx) => {
      if (!(await knownMembers(tx, [input.memberId])).has(input.memberId))
        return refuse('NOT_FOUND', 'There is no member with this id.')
      const key = { kind: 'CREDIT', owner: input.memberId, currency } as const
      const { id } = (await lockAccounts(tx, services.institutionId, [key])).get(key)
      await tx.sql('update ledger_account set line_minor = $2 where id = $1', [id, minor])
      await tx.sql('insert into credit_line (id, account_id, line_minor, set_by, set_at) values ($1, $2, $3, $4, $5)', [
        newId(),
        id,
        minor,
        actor.memberId,
        services.now(),
      ])
      return { accountId: id }
    },
  )
}
