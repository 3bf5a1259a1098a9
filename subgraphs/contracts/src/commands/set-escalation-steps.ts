import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import type { ContractsServices } from '../services.ts'
import { addStepsVersion, newestSteps } from '../store/calendars.ts'
import { latenessForms } from './lateness-forms.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  version: z.int(),
  steps: latenessForms.steps,
  reason: form.text(500),
})

/**
 * Puts further steps of escalation on record as the hub's (A12): for contracts that are notarized from then on and state none. Those that
 * stand keep theirs. Refuses INVALID_INPUT, and WRONG_STATE with the version that is there when another was stated.
 */
export async function setEscalationSteps(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ version: number } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'setEscalationSteps', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const present = await newestSteps((text, p) => tx.sql(text, p))
    if (present.version !== input.version) return stale(present.version)
    const version = input.version + 1
    const { steps, reason } = input
    const added = await addStepsVersion(
      (t, p) => tx.sql(t, p),
      { version, steps, reason },
      actor.memberId,
      services.now(),
    )
    return added ? { version } : stale(version)
  })
}

function stale(version: number): Refusal {
  return refuse('WRONG_STATE', `The steps are there in version ${version}. Look at them, then state that version.`, {
    state: `VERSION_${version}`,
  })
}
