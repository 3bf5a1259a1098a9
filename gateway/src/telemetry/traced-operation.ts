import { inSpan, markFailed } from '@torihiki/shared/telemetry/tracing.ts'
import type { Outcome, PlanExecutor, PreparedOperation, Variables } from '../federation/prepared-operation.ts'
import type { Caller, SubgraphResult } from '../upstreams/upstream.ts'

/** Runs an operation, or one event of a subscription, as a span: by its kind and name, without its text and variables. */
export function runTraced(
  { kind, operationName, definition }: PreparedOperation,
  executor: PlanExecutor,
  caller: Caller,
  variables: Variables,
  event?: SubgraphResult,
): Promise<Outcome> {
  const name = operationName ?? definition.name?.value
  const options = {
    name: `${event ? 'event of ' : ''}${kind}${name ? ` ${name}` : ''}`,
    role: 'internal',
    within: caller.trace,
    attributes: {
      'graphql.operation.type': kind,
      ...(name && { 'graphql.operation.name': name }),
      'torihiki.request_id': caller.identity.requestId,
    },
  } as const
  return inSpan(options, async (span, trace) => {
    const outcome = await executor.run(variables, { ...caller, trace }, event)
    if (outcome.errors.length > 0) markFailed(span, `${outcome.errors.length} errors`)
    return outcome
  })
}
