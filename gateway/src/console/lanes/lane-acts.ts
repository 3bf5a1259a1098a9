import { z } from 'zod'
import { field, numbersIn, onceKey } from './form-fields.ts'
import type { AskedAct } from './run-as.ts'

const forms = z.object({
  idempotencyKey: onceKey,
  act: z.enum(['stop', 'resume', 'schedule']),
  reason: field,
  mode: field,
  perMinute: field,
  slowestPerMinute: field,
  batchSize: field,
  batchAgeSeconds: field,
  mostInFlight: field,
  from: field,
  to: field,
  timeZone: field,
})

/**
 * Reads a form of the page of lanes. What is right is decided by the API alone; here a field becomes what its place there takes: an empty one is left out, a
 * number that is none goes as it was written, so that the answer names it.
 * @param company whose lane; null: of all that have no schedule of their own
 * @returns null when the form is none of ours
 */
export function readAct(body: unknown, company: string | null): AskedAct | null {
  const parsed = forms.safeParse(body)
  if (!parsed.success) return null
  const { act, idempotencyKey, reason, mode, from, to, timeZone, ...numbers } = parsed.data
  if (act !== 'schedule')
    return company === null
      ? null
      : {
          operation: act === 'stop' ? 'StopAuthorizations' : 'ResumeAuthorizations',
          input: { idempotencyKey, company, reason },
        }
  const offPeak = from === '' && to === '' && timeZone === '' ? {} : { offPeak: { from, to, timeZone } }
  return {
    operation: 'SetAuthorizationSchedule',
    input: { idempotencyKey, company, mode, ...numbersIn(numbers), ...offPeak },
  }
}
