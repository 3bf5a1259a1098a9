import type { GraphQLFormattedError } from 'graphql'
import type { Caller, SubgraphResult } from '../upstreams/upstream.ts'
import { failed, type PreparedOperation, type Variables } from './prepared-operation.ts'

/**
 * A federated subscription: opens the plan's first fetch at its subgraph, and for each event runs the rest of the plan, so that
 * every event has the fields of every subgraph, written as JSON text. Ending the iterator ends the upstream at once. An event whose
 * other fields fail arrives with errors; the subscription goes on. Gives the text of a result with errors when it cannot be opened.
 */
export async function subscribeFederated(
  prepared: PreparedOperation,
  variables: Variables,
  caller: Caller,
): Promise<AsyncIterableIterator<string> | string> {
  const { subscription } = prepared
  if (!subscription) throw new Error('Only subscriptions are subscribed to.')
  const errors = prepared.variableErrors(variables)
  if (errors.length > 0)
    return refused(
      prepared,
      errors.map((each) => each.toJSON()),
      caller,
    )
  const used = subscription.variableUsages.filter((name) => name in variables)
  const opened = await subscription.upstream.subscribe(
    subscription.operation,
    Object.fromEntries(used.map((name) => [name, variables[name]])),
    caller,
  )
  if (!(Symbol.asyncIterator in opened)) return refused(prepared, opened.errors ?? [], caller)
  return eventTexts(prepared, opened, variables, caller)
}

function eventTexts(
  prepared: PreparedOperation,
  source: AsyncIterableIterator<SubgraphResult>,
  variables: Variables,
  caller: Caller,
): AsyncIterableIterator<string> {
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      const event = await source.next()
      if (event.done) return { done: true, value: undefined }
      return { done: false, value: await prepared.executeEvent(event.value, variables, caller) }
    },
    async return() {
      await source.return?.()
      return { done: true, value: undefined }
    },
  }
}

function refused(prepared: PreparedOperation, errors: readonly GraphQLFormattedError[], caller: Caller): string {
  return prepared.written(
    errors.length > 0 ? { dataText: undefined, errors } : failed(new Error('The subgraph opened no subscription.')),
    caller,
  )
}
