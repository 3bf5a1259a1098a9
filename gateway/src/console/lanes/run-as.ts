import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { ServedSupergraph } from '../../federation/supergraph.ts'
import type { Guards } from '../../guards.ts'
import type { Authenticate } from '../../identity/authenticate.ts'
import type { Caller } from '../../upstreams/upstream.ts'
import type { FormKeys } from '../form-keys.ts'
import type { Said } from './lane-html.ts'
import { actAnswer } from './read-lanes.ts'

const textOf = (file: string): string =>
  readFileSync(new URL(`../../../../schema/operations/${file}.graphql`, import.meta.url), 'utf8')
const operations = {
  AuthorizationLanes: textOf('authorization-lanes'),
  AuthorizationActs: textOf('authorization-acts'),
  AuthorizationSystems: textOf('authorization-systems'),
  StopAuthorizations: textOf('stop-authorizations'),
  ResumeAuthorizations: textOf('resume-authorizations'),
  SetAuthorizationSchedule: textOf('set-authorization-schedule'),
  SetAuthorizationSystem: textOf('set-authorization-system'),
  SetAuthorizationSharing: textOf('set-authorization-sharing'),
}

/** What a form asks for: the operation of the API and its input, as it is to be checked there. */
export type AskedAct = {
  readonly operation: Exclude<
    keyof typeof operations,
    'AuthorizationLanes' | 'AuthorizationActs' | 'AuthorizationSystems'
  >
  readonly input: Readonly<Record<string, unknown>>
}

/** What the pages of authorizations work with. */
export type ConsoleOptions = {
  readonly supergraph: ServedSupergraph
  readonly authenticate: Authenticate
  readonly guards: Guards
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
  readonly formKeys: FormKeys
}

/** Who looks at a page, and keys for its forms. */
export type Looker = { readonly caller: Caller; readonly newKey: () => string }

/** What a page says after an act. */
export const done: Said = { kind: 'DONE', lines: ['Done, and on record.'] }

/** Answers operators and administrators who have signed in; a form of another site, or without a key of their own, is refused. */
export async function asOperator(
  { authenticate, guards, allowsOrigin, formKeys }: ConsoleOptions,
  request: Request,
  response: Response,
  answer: (looker: Looker) => Promise<void>,
): Promise<void> {
  const found = await authenticate(undefined, request.headers)
  if (found === 'INVALID' || !found.actor) return response.redirect(303, '/console?to=/authorizations')
  const { actor } = found
  const { roles, scopes } = actor
  if (scopes || !(roles.includes('OPERATOR') || roles.includes('ADMIN')))
    return void response
      .status(403)
      .type('text')
      .send('Authorizations are for operators and administrators. Sign in as one at /console.')
  if (request.method !== 'GET' && !allowsOrigin(request.headers.origin, request.headers.host))
    return void response.status(403).type('text').send('Other sites may not act here.')
  if (request.method !== 'GET' && !formKeys.isOf(keyIn(request.body), actor))
    return void response.status(403).type('text').send('This form was not made for you. Open its page again.')
  response.setHeader('cache-control', 'no-store')
  response.type('html')
  const caller: Caller = { identity: { actor, requestId: randomUUID() }, client: guards.clientOf(request) }
  await answer({ caller, newKey: () => formKeys.make(actor) })
}

function keyIn(body: unknown): unknown {
  return (body as { idempotencyKey?: unknown } | undefined)?.idempotencyKey
}

/** Runs an operation of the API as whoever looks. It fails as the API fails: then the page says that something did. */
export async function run<Form extends z.ZodType>(
  { supergraph, guards }: ConsoleOptions,
  caller: Caller,
  name: keyof typeof operations,
  variables: Readonly<Record<string, unknown>>,
  form: Form,
): Promise<z.infer<Form>> {
  const prepared = supergraph.generation.prepare(operations[name], name)
  if (!('run' in prepared)) throw new Error(`${name} is not valid in this supergraph.`)
  const [wrong] = prepared.variableErrors(variables)
  if (wrong) throw new WrongInput(wrong.message)
  const refusal = guards.admission.admit(prepared, variables, caller)
  if (refusal) throw new WrongInput(refusal.message)
  const answer: unknown = JSON.parse(await prepared.execute(variables, caller))
  return form.parse((answer as { data?: unknown }).data)
}

/** The API does not take what was typed, in its words. */
class WrongInput extends Error {}

/** Does what a form asks for. Null when it is done. */
export async function act(
  options: ConsoleOptions,
  caller: Caller,
  { operation, input }: AskedAct,
): Promise<Said | null> {
  try {
    const [answer] = Object.values(await run(options, caller, operation, { input }, actAnswer))
    if (answer?.code === undefined) return null
    const faults = (answer.faults ?? []).map(({ path, message }) => `${path}: ${message}.`)
    return { kind: 'REFUSED', lines: [answer.message ?? answer.code, ...faults] }
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error
    return { kind: 'REFUSED', lines: [error.message] }
  }
}
