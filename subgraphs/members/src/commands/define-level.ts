import type { Actor } from '@torihiki/shared/identity/actor.ts'
import type { Money } from '@torihiki/shared/money.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { levelOperations } from '../domain/standard-levels.ts'
import type { MembersServices } from '../services.ts'
import { audit } from '../store/audit.ts'
import { countLevels, lockLevel, putLevel } from '../store/levels.ts'

/** How many levels there may be: they are listed without pages. */
export const mostLevels = 100
/** How many partner groups and currencies one level may name. */
const [mostGroups, mostCurrencies] = [100, 50]

const money = z.array(form.money).max(mostCurrencies, `At most ${mostCurrencies} currencies`)
const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,31}$/, 'It must be 1 to 32 of A–Z, 0–9 and underscore, a letter first'),
  version: form.optional(z.int()),
  name: form.text(100),
  operations: z.array(z.enum(levelOperations)),
  maxPerTransaction: money,
  maxPerDay: money,
  partnerGroups: form.optional(z.array(form.text(100)).max(mostGroups, `At most ${mostGroups} groups`)),
  reason: form.text(500),
})
type Input = z.infer<typeof inputForm>

/**
 * Creates an authentication level, or changes one whose `version` is given (A7); every version stays on record. Its members are told to
 * the other subgraphs by and by: for each the new version counts once its event has arrived. Refuses INVALID_INPUT, and WRONG_STATE with
 * the version that is there when another was stated.
 */
export async function defineLevel(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ code: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const faults = limitFaults(input)
  if (faults.length > 0) return refuseInput(faults)
  const now = services.now()
  const request = { actor, operation: 'defineAuthenticationLevel', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const known = await lockLevel(tx, input.code)
    const present = known?.version ?? null
    if (present !== input.version)
      return refuse('WRONG_STATE', `${staleText(input.code, present)} Look at it, then state its version.`, {
        state: present === null ? 'NOT_DEFINED' : `VERSION_${present}`,
      })
    if (!known && (await countLevels(tx)) >= mostLevels)
      return refuseInput([{ path: 'code', message: `There are ${mostLevels} levels, and that is the most.` }])
    const version = (present ?? 0) + 1
    await putLevel(tx, { ...levelOfInput(input), version }, { actorId: actor.memberId, reason: input.reason, at: now })
    await audit(tx, actor, 'defineAuthenticationLevel', `${input.code} ${version}`, now)
    if (known) await tx.publish('AuthenticationLevelChanged', { code: input.code, version, afterMemberId: null })
    return { code: input.code }
  })
}

const staleText = (code: string, version: number | null): string =>
  version === null ? `There is no level ${code} yet.` : `The level ${code} is there, in version ${version}.`

/** Each currency once, the same ones in both lists, and no transaction above its day. */
function limitFaults({ maxPerTransaction, maxPerDay }: Input): { path: string; message: string }[] {
  const perDay = new Map(maxPerDay.map((each) => [each.currency, each.minor]))
  const faults = [...doubled('maxPerTransaction', maxPerTransaction), ...doubled('maxPerDay', maxPerDay)]
  for (const [i, { currency, minor }] of maxPerTransaction.entries()) {
    const day = perDay.get(currency)
    const path = `maxPerTransaction.${i}`
    if (day === undefined) faults.push({ path, message: `${currency} has no limit per day.` })
    else if (minor > day) faults.push({ path, message: `It is above the limit per day in ${currency}.` })
  }
  const known = new Set(maxPerTransaction.map(({ currency }) => currency))
  for (const [i, { currency }] of maxPerDay.entries())
    if (!known.has(currency))
      faults.push({ path: `maxPerDay.${i}`, message: `${currency} has no limit per transaction.` })
  return faults
}

function doubled(list: string, amounts: readonly Money[]): { path: string; message: string }[] {
  const currencies = amounts.map(({ currency }) => currency)
  return currencies.flatMap((currency, i) =>
    currencies.indexOf(currency) < i ? [{ path: `${list}.${i}`, message: `${currency} is there twice.` }] : [],
  )
}

function levelOfInput(input: Input) {
  const perCurrency = (amounts: readonly Money[]): Record<string, string> =>
    Object.fromEntries(amounts.map(({ currency, minor }) => [currency, minor.toString()]))
  return {
    code: input.code,
    name: input.name,
    operations: [...new Set(input.operations)],
    maxPerTransaction: perCurrency(input.maxPerTransaction),
    maxPerDay: perCurrency(input.maxPerDay),
    partnerGroups: input.partnerGroups && [...new Set(input.partnerGroups)],
  }
}
