import { errorCode, errorMessage } from '../process/error-code.ts'
import { isStalePlan } from './preparing-client.ts'

/** Serialization failure or deadlock (SQLSTATE 40001, 40P01), or a plan that a migration made stale: nothing happened, it may be tried again. */
export function wasBrokenOff(error: unknown): boolean {
  const code = errorCode(error)
  return code === '40001' || code === '40P01' || isStalePlan(error)
}

/**
 * Whether the connection was cut: by the network, or by PostgreSQL (SQLSTATE class 08, 57P01 to 57P03), which `pg` says in words alone when it came
 * unannounced. What was under way may have happened or not: only what can be done twice may be tried again.
 */
export function wasCut(error: unknown): boolean {
  const code = errorCode(error) ?? ''
  return (
    /^(08...|57P0[123]|ECONNRESET|EPIPE)$/.test(code) ||
    /Connection terminated|connection error and is not queryable/.test(errorMessage(error))
  )
}
