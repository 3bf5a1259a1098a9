import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Router, urlencoded, type Request, type Response } from 'express'
import type { z } from 'zod'
import type { ServedSupergraph } from '../../federation/supergraph.ts'
import type { Guards } from '../../guards.ts'
import type { Authenticate } from '../../identity/authenticate.ts'
import type { Caller } from '../../upstreams/upstream.ts'
import { readAct, type AskedAct } from './lane-acts.ts'
import { allOthersPath, lanePage, overviewPage, type Said } from './lane-html.ts'
import { actAnswer, actsAnswer, lanesAnswer } from './read-lanes.ts'

/** How many acts the pages show: what was done last is what is looked for. */
const actsShown = 20
/** The largest form that is read. */
const largestForm = '8kb'

const textOf = (file: string): string =>
  readFileSync(new URL(`../../../../schema/operations/${file}.graphql`, import.meta.url), 'utf8')
const operations = {
  AuthorizationLanes: textOf('authorization-lanes'),
  AuthorizationActs: textOf('authorization-acts'),
  StopAuthorizations: textOf('stop-authorizations'),
  ResumeAuthorizations: textOf('resume-authorizations'),
  SetAuthorizationSchedule: textOf('set-authorization-schedule'),
}

type Options = {
  readonly supergraph: ServedSupergraph
  readonly authenticate: Authenticate
  readonly guards: Guards
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
}

/**
 * How requests to card companies leave, with buttons to hold, release and change the rule, for operators and administrators who have signed in (C5). Everything goes
 * through the API as whoever looks, so its rights hold and each act is on record with who did it. The key in a form makes it act once.
 */
export function lanePages(options: Options): Router {
  const router = Router()
  router.get('/authorizations', (request, response) =>
    asOperator(options, request, response, async (caller) => {
      const { lanes, acts } = await look(options, caller)
      response.send(overviewPage(lanes, acts, new Date()))
    }),
  )
  router.get('/authorizations/:company', (request, response) =>
    asOperator(options, request, response, async (caller) => {
      const company = companyOf(request)
      const said = request.query['done'] === undefined ? null : done
      response.send(await pageOf(options, caller, company, said, {}))
    }),
  )
  router.post('/authorizations/:company', urlencoded({ extended: false, limit: largestForm }), (request, response) =>
    asOperator(options, request, response, async (caller) => {
      if (!options.allowsOrigin(request.headers.origin, request.headers.host))
        return void response.status(403).type('text').send('Other sites may not act here.')
      const company = companyOf(request)
      const asked = readAct(request.body, company)
      if (!asked) return void response.status(400).type('text').send('This is none of the forms of this page.')
      const refused = await act(options, caller, asked)
      if (!refused) return void response.redirect(303, `${request.path}?done`)
      response.status(422).send(await pageOf(options, caller, company, refused, typedInto(request.body)))
    }),
  )
  return router
}

const done: Said = { kind: 'DONE', lines: ['Done, and on record.'] }

const companyOf = (request: Request): string | null => {
  const name = String(request.params['company'])
  return name === allOthersPath ? null : name
}

function typedInto(body: unknown): Record<string, string> {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

async function asOperator(
  { authenticate, guards }: Options,
  request: Request,
  response: Response,
  answer: (caller: Caller) => Promise<void>,
): Promise<void> {
  const found = await authenticate(undefined, request.headers)
  if (found === 'INVALID' || !found.actor) return response.redirect(303, '/console?to=/authorizations')
  const { roles, scopes } = found.actor
  if (scopes || !(roles.includes('OPERATOR') || roles.includes('ADMIN')))
    return void response
      .status(403)
      .type('text')
      .send('Authorizations are for operators and administrators. Sign in as one at /console.')
  response.setHeader('cache-control', 'no-store')
  response.type('html')
  await answer({ identity: { actor: found.actor, requestId: randomUUID() }, client: guards.clientOf(request) })
}

/** What is asked fails only as the API fails: then the page says that it could not be read. */
async function run<Form extends z.ZodType>(
  { supergraph, guards }: Options,
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

async function look(options: Options, caller: Caller) {
  const [{ authorizationLanes: lanes }, { authorizationActs }] = await Promise.all([
    run(options, caller, 'AuthorizationLanes', {}, lanesAnswer),
    run(options, caller, 'AuthorizationActs', { first: actsShown }, actsAnswer),
  ])
  return { lanes, acts: authorizationActs.edges.map(({ node }) => node) }
}

async function pageOf(
  options: Options,
  caller: Caller,
  company: string | null,
  said: Said | null,
  typed: Readonly<Record<string, string>>,
): Promise<string> {
  const { lanes, acts } = await look(options, caller)
  const lane = lanes.find((each) => each.company === company) ?? null
  const own = acts.filter((each) => each.company === company)
  return lanePage({ company, lane, acts: own, said, newKey: randomUUID, typed, now: new Date() })
}

/** Does what a form asks for. Null when it is done. */
async function act(options: Options, caller: Caller, { operation, input }: AskedAct): Promise<Said | null> {
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
