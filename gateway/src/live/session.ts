import { randomUUID } from 'node:crypto'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { PreparedOperation } from '../federation/prepared-operation.ts'
import type { Generation } from '../federation/generation.ts'
import type { Admitted } from '../identity/authenticate.ts'
import { operationTrace } from '../telemetry/request-span.ts'
import type { Caller } from '../upstreams/upstream.ts'
import { Delivery } from './delivery.ts'
import type { LiveContext } from './live-context.ts'
import type { OperationRequest } from './messages.ts'
import { connectionClosed, limitExceeded, rightsChanged } from './refusals.ts'
import { rightsOf } from './stream-key.ts'
import type { Streams } from './streams.ts'
import { Subscriber } from './subscriber.ts'
import type { Wire } from './wire.ts'

/** A query or mutation under way. */
type Execution = { readonly kind: 'execution' }

/** What came of a token that was sent to take the place of the one before. */
export type Renewal =
  | { readonly renewed: true; readonly expiresAt: string }
  | { readonly renewed: false; readonly code: string; readonly message: string }

export type SessionOptions = {
  readonly wire: Wire
  readonly client: NonNullable<Caller['client']>
  readonly admitted: Admitted
  readonly context: LiveContext
  readonly streams: Streams
  /** Runs when the token has expired. */
  readonly onExpiry: () => void
}

/** One client that has said who it is, and the operations that it runs, whatever the protocol. */
export class Session {
  readonly wire: Wire
  readonly #client: NonNullable<Caller['client']>
  readonly #context: LiveContext
  readonly #streams: Streams
  readonly #operations = new Map<string, Subscriber | Execution>()
  readonly #onExpiry: () => void
  #admitted: Admitted
  #rights: string
  #expiry: NodeJS.Timeout | null = null
  /** Runs after the client was found to take nothing. */
  #stall: NodeJS.Timeout | null = null
  #ended = false

  constructor({ wire, client, admitted, context, streams, onExpiry }: SessionOptions) {
    this.wire = wire
    this.#client = client
    this.#context = context
    this.#streams = streams
    this.#onExpiry = onExpiry
    this.#admitted = admitted
    this.#rights = rightsOf(admitted)
    this.#waitForExpiry()
  }

  get memberId(): string | null {
    return this.#admitted.actor?.memberId ?? null
  }

  /** Whether the connection is gone, or about to be. */
  get ended(): boolean {
    return this.#ended
  }

  /** Whether an operation with this id runs. */
  has(id: string): boolean {
    return this.#operations.has(id)
  }

  /** Whether a query or mutation is under way. */
  get executes(): boolean {
    for (const { kind } of this.#operations.values()) if (kind === 'execution') return true
    return false
  }

  /** Whether a subscription runs in another generation than this. */
  isPinnedElsewhere(generation: Generation): boolean {
    for (const each of this.#operations.values())
      if (each.kind === 'subscription' && each.prepared.generation !== generation) return true
    return false
  }

  /** Begins an operation, or gives the errors for which it is refused. `readOnly` refuses mutations. */
  begin(id: string, request: OperationRequest, readOnly = false): readonly GraphQLFormattedError[] | null {
    const errors = this.#refusalOr(id, request, readOnly)
    if (errors) this.#context.onErrors(errors)
    return errors
  }

  /** Whether so much waits for the client that nothing more is begun for it. One that goes on taking nothing is cut off. */
  get isStalled(): boolean {
    const isStalled = this.wire.backlog > this.#context.limits.bufferedBytes
    if (isStalled) this.#cutWhenStalled()
    return isStalled
  }

  #refusalOr(id: string, request: OperationRequest, readOnly: boolean): readonly GraphQLFormattedError[] | null {
    const { limits, supergraph, guards, log } = this.#context
    if (this.#ended) return [connectionClosed]
    if (this.isStalled) return [limitExceeded('bufferedBytes', this.wire.backlog, limits.bufferedBytes)]
    if (this.#operations.size >= limits.operationsPerSocket)
      return [limitExceeded('operationsPerSocket', this.#operations.size + 1, limits.operationsPerSocket)]
    const { generation } = supergraph
    const { actor, headers } = this.#admitted
    const identity = { actor, requestId: randomUUID() }
    const trace = operationTrace(request.extensions)
    const caller: Caller = { identity, client: this.#client, ...(headers && { headers }), ...trace }
    const shown = (error: GraphQLFormattedError) => generation.shownError(error, caller.identity.requestId)
    try {
      const found = guards.find?.(request) ?? { source: request.query }
      if (found instanceof GraphQLError) return [shown(found.toJSON())]
      const isKnown = generation.known(found.source, request.operationName) !== undefined
      const tooMany = isKnown ? null : guards.admitNew?.(caller)
      if (tooMany) return [tooMany]
      const prepared = generation.prepare(found.source, request.operationName)
      if (!('run' in prepared)) return prepared.map((error) => shown(error.toJSON()))
      found.ran?.()
      const wrong = prepared.variableErrors(request.variables)
      if (wrong.length > 0) return wrong.map((error) => shown(error.toJSON()))
      if (readOnly && prepared.kind === 'mutation')
        return [{ message: 'Mutations are sent by POST.', extensions: { code: 'METHOD_NOT_ALLOWED' } }]
      const refusal = guards.admit?.(prepared, request.variables, caller) ?? null
      if (refusal) return [refusal]
      this.#start(id, prepared, request, caller)
      return null
    } catch (error) {
      const reason = error instanceof Error ? error.stack : String(error)
      log.error({ requestId: caller.identity.requestId, reason }, 'An operation could not be begun.')
      return [shown({ message: 'Internal error.' })]
    }
  }

  #start(id: string, prepared: PreparedOperation, { variables }: OperationRequest, caller: Caller): void {
    const { log, figures } = this.#context
    figures.operations++
    const { actor, requestId } = caller.identity
    log.info({ requestId, memberId: actor?.memberId, operationName: prepared.operationName }, 'A live operation began.')
    if (prepared.kind === 'subscription') return this.#subscribe(id, prepared, variables, caller)
    const execution: Execution = { kind: 'execution' }
    this.#operations.set(id, execution)
    const answered = (text: string): void => {
      if (this.#operations.get(id) !== execution) return
      this.wire.next(this.wire.head(id), new Delivery([text], null))
      this.#end(id, null)
    }
    void prepared
      .execute(variables, caller)
      .then(answered)
      .catch((error: unknown) => {
        log.error({ requestId, reason: String(error) }, 'An answer could not be given.')
        this.wire.cut()
      })
  }

  #subscribe(id: string, prepared: PreparedOperation, variables: OperationRequest['variables'], caller: Caller): void {
    const { limits, figures } = this.#context
    const subscriber = new Subscriber({
      id,
      wire: this.wire,
      prepared,
      rights: this.#rights,
      bufferedBytes: limits.bufferedBytes,
      onEnd: (errors) => this.#operations.get(id) === subscriber && this.#end(id, errors),
      onOverflow: () => {
        figures.overflows++
        this.#cutWhenStalled()
      },
    })
    this.#operations.set(id, subscriber)
    this.#streams.join(subscriber, variables, caller)
  }

  /** A client that still takes nothing after its subscription was ended, or an operation refused for that, cannot even be told so. */
  #cutWhenStalled(): void {
    if (this.#stall) return
    const { bufferedBytes, stalledMs } = this.#context.limits
    this.#stall = setTimeout(() => {
      this.#stall = null
      if (this.wire.backlog > bufferedBytes) this.wire.cut()
    }, stalledMs).unref()
  }

  /** The client has had enough of an operation. */
  complete(id: string): void {
    const operation = this.#operations.get(id)
    if (!operation) return
    this.#forget(id)
    if (operation.kind === 'subscription') operation.leave()
  }

  #end(id: string, errors: readonly GraphQLFormattedError[] | null): void {
    this.#forget(id)
    if (errors) this.wire.error(id, errors)
    else this.wire.complete(id)
  }

  #forget(id: string): void {
    if (this.#operations.delete(id)) this.#context.figures.operations--
  }

  /** The client has taken what was written. */
  drained(): void {
    for (const each of this.#operations.values()) if (each.kind === 'subscription') each.feed?.drained()
  }

  /**
   * Takes another token in place of the one before: of the same member, so that what runs goes on. Subscriptions that were opened with
   * other rights are ended with FORBIDDEN; they are subscribed anew with the rights of the new token.
   */
  async renew(authorization: string): Promise<Renewal> {
    const { actor, expiresAt } = this.#admitted
    if (!actor || !expiresAt) return refused('NOTHING_TO_RENEW', 'This connection does not expire.')
    const found = await this.#context.authenticate(authorization, {})
    if (found === 'INVALID' || !found.actor || !found.expiresAt)
      return refused('NOT_SIGNED_IN', 'The access token is not valid or has expired.')
    if (found.actor.memberId !== actor.memberId)
      return refused('FORBIDDEN', 'The access token is of another member: connect anew with it.')
    if (this.#ended) return refused('FORBIDDEN', 'The connection is closed.')
    this.readmit(found)
    return { renewed: true, expiresAt: found.expiresAt.toISOString() }
  }

  /** Takes what is known now of the same client. Subscriptions that were opened with other rights are ended. */
  readmit(found: Admitted): void {
    this.#admitted = found
    this.#rights = rightsOf(found)
    this.#waitForExpiry()
    for (const each of this.#operations.values())
      if (each.kind === 'subscription' && each.rights !== this.#rights) each.end([rightsChanged(each.cursor)])
  }

  #waitForExpiry(): void {
    if (this.#expiry) clearTimeout(this.#expiry)
    const { expiresAt } = this.#admitted
    if (!expiresAt) return
    this.#expiry = setTimeout(this.#onExpiry, Math.max(0, expiresAt.getTime() - Date.now()))
    this.#expiry.unref()
  }

  /** The connection is gone: all of its operations end. */
  end(): void {
    if (this.#ended) return
    this.#ended = true
    if (this.#expiry) clearTimeout(this.#expiry)
    for (const id of this.#operations.keys()) this.complete(id)
  }
}

function refused(code: string, message: string): Renewal {
  return { renewed: false, code, message }
}
