import { createHash } from 'node:crypto'
import type { Actor } from '../identity/actor.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '../refusals.ts'
import type { Store, Tx } from './store.ts'

/** How long an idempotency key is remembered. */
export const idempotencyKeptHours = 48
/** Longest idempotency key taken. */
export const longestIdempotencyKey = 200

/** What a command answers: ids and figures that survive JSON, so that a repeated request gets the same answer. */
export type Answer = { readonly [name: string]: string | number | boolean | null | readonly string[] }

/** Who asks for what under which key. `operation` is the mutation's name; `input` is what the key stands for. */
export type CommandRequest = { actor: Actor; operation: string; idempotencyKey: string; input: unknown }

class Undone extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * Runs a command as one transaction under its idempotency key. The same key with the same input gets the first
 * answer again; with another input IDEMPOTENCY_KEY_REUSED. A refusal undoes everything, the key's use included, so
 * the same key may be tried again once the reason is gone. Two requests at once with one key: the second waits for the first.
 */
export async function runCommand<A extends Answer>(
  store: Store,
  request: CommandRequest,
  work: (tx: Tx) => Promise<A | Refusal>,
): Promise<A | Refusal> {
  const { idempotencyKey: key } = request
  if (key.length === 0 || key.length > longestIdempotencyKey) {
    return refuseInput([{ path: 'idempotencyKey', message: `It has 1 to ${longestIdempotencyKey} characters.` }])
  }
  try {
    return await store.transaction(async (tx) => {
      const earlier = await claimKey<A>(tx, request)
      if (earlier) return earlier
      const answer = await work(tx)
      if (isRefusal(answer)) throw new Undone(answer)
      await noteOperator(tx, request)
      await tx.sql('update idempotency set answer = $4 where actor_id = $1 and operation = $2 and key = $3', [
        request.actor.memberId,
        request.operation,
        key,
        JSON.stringify(answer),
      ])
      return answer
    })
  } catch (error) {
    if (error instanceof Undone) return error.refusal
    throw error
  }
}

/**
 * The answer that a request under this key got before, or IDEMPOTENCY_KEY_REUSED; null when there is none yet. For commands that ask somebody outside before their transaction: what is
 * answered already is answered again, whatever they say now. It claims nothing: `runCommand` does.
 */
export async function earlierAnswer<A extends Answer>(
  store: Pick<Store, 'query'>,
  request: CommandRequest,
): Promise<A | Refusal | null> {
  const found = await keyRow<A>((text, values) => store.query(text, values), request)
  return found?.answer ? answerUnder(request, found) : null
}

/** What an operator does for a member is on record with it, wherever it is done (B14). */
async function noteOperator(tx: Tx, { actor, operation }: CommandRequest): Promise<void> {
  if (!actor.operator) return
  const { memberId: operatorId, channel } = actor.operator
  await tx.publish('OperatorActed', { operatorId, memberId: actor.memberId, channel, operation })
}

async function claimKey<A extends Answer>(tx: Tx, request: CommandRequest): Promise<A | Refusal | null> {
  const claimed = await tx.sql(
    `insert into idempotency (actor_id, operation, key, input_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning 1 as claimed`,
    [...keyOf(request), hashInput(request.input)],
  )
  if (claimed.length > 0) return null
  const row = await keyRow<A>((text, values) => tx.sql(text, values), request)
  if (!row?.answer) throw new Error(`Idempotency key of ${request.operation} has no answer.`)
  return answerUnder(request, row)
}

type KeyRow<A> = { input_hash: string; answer: A | null }
const keyOf = ({ actor, operation, idempotencyKey }: CommandRequest): string[] => [
  actor.memberId,
  operation,
  idempotencyKey,
]

async function keyRow<A extends Answer>(sql: Tx['sql'], request: CommandRequest): Promise<KeyRow<A> | null> {
  const [row] = await sql<KeyRow<A>>(
    'select input_hash, answer from idempotency where actor_id = $1 and operation = $2 and key = $3',
    keyOf(request),
  )
  return row ?? null
}

function answerUnder<A extends Answer>({ input }: CommandRequest, row: KeyRow<A>): A | Refusal | null {
  return row.input_hash === hashInput(input) ? row.answer : refuse('IDEMPOTENCY_KEY_REUSED')
}

/** SHA-256 of the input with its keys in order, so that the order in which a client writes them does not matter. */
function hashInput(input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(input)))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  )
}

/** Forgets idempotency keys older than `idempotencyKeptHours`. */
export async function trimIdempotency(store: Store): Promise<void> {
  await store.query('delete from idempotency where at < now() - make_interval(hours => $1)', [idempotencyKeptHours])
}
