import { Router, urlencoded } from 'express'
import { z } from 'zod'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import type { Guards } from '../guards.ts'
import { consoleCookie, type ConsoleSessions } from '../identity/console-session.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { createTokenVerifier } from '@torihiki/shared/identity/access-token.ts'
import { escape } from './escape.ts'

const logInText = `mutation ConsoleLogIn($input: LogInInput!) {
  logIn(input: $input) { __typename ... on Session { accessToken } ... on Refusal { message } }
}`
const logInAnswer = z.object({
  data: z.object({ logIn: z.object({ accessToken: z.string().optional(), message: z.string().optional() }) }).nullish(),
})
const formFields = z.object({
  loginName: z.string().max(200),
  password: z.string().max(200),
  to: z.string().max(200).default('/graphiql'),
})

function page(message: string, to: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Torihiki: sign in</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:24rem;margin:4rem auto;padding:0 1rem}label{display:block;margin:.8rem 0}
input{width:100%;font:inherit;padding:.4rem;box-sizing:border-box}button{font:inherit;padding:.4rem 1rem}.m{color:#a00}</style>
<h1>Torihiki</h1><p class="m" role="alert">${escape(message)}</p>
<form method="post" action="/console"><input type="hidden" name="to" value="${escape(to)}">
<label>Login name <input name="loginName" autocomplete="username" required autofocus></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button></form><p>After signing in, <a href="/graphiql">GraphiQL</a> acts as you, and administrators see the <a href="/queues">queues</a>, <a href="/authorizations">how requests to card companies leave</a> and the <a href="/mail">mail</a> that is kept here.</p></html>`
}

/** Only our own pages: never another site's. */
const ownPath = (to: unknown): string =>
  typeof to === 'string' && /^\/[a-z][a-z0-9/_-]*$/i.test(to) ? to : '/graphiql'

type Options = {
  supergraph: ServedSupergraph
  sessions: ConsoleSessions
  hubSecrets: readonly string[]
  guards: Guards
  secure: boolean
  allowsOrigin(origin: string | undefined, host: string | undefined): boolean
  /** Ends the session of somebody who signs out: the cookie is of no use from then on, wherever there is another of it. */
  onLeave(actor: Actor): Promise<void>
}

/** Signing in to GraphiQL and the dashboards: a form, and a cookie that other sites cannot use. */
export function consolePages(options: Options): Router {
  const router = Router()
  const verify = createTokenVerifier(options.hubSecrets)
  router.get('/console', (request, response) => void response.type('html').send(page('', ownPath(request.query['to']))))
  router.post('/console/leave', async (request, response) => {
    const { origin, host, cookie } = request.headers
    if (!options.allowsOrigin(origin, host)) return void response.status(403).send('Other sites may not sign you out.')
    const session = await options.sessions.verify(consoleCookie.read(cookie) ?? '')
    if (session) await options.onLeave(session.actor)
    response.setHeader('set-cookie', consoleCookie.clear)
    response.redirect(303, '/console')
  })
  router.post('/console', urlencoded({ extended: false, limit: '4kb' }), async (request, response) => {
    if (!options.allowsOrigin(request.headers.origin, request.headers.host))
      return void response.status(403).send('Other sites may not sign you in.')
    const fields = formFields.safeParse(request.body)
    if (!fields.success)
      return void response.status(400).type('html').send(page('Give login name and password.', '/graphiql'))
    const outcome = await logIn(options, fields.data, options.guards.clientOf(request))
    const verified = outcome.accessToken ? await verify(outcome.accessToken) : null
    if (!verified)
      return void response
        .status(401)
        .type('html')
        .send(page(outcome.message, ownPath(fields.data.to)))
    response.setHeader('set-cookie', consoleCookie.write(await options.sessions.sign(verified.actor), options.secure))
    response.redirect(303, ownPath(fields.data.to))
  })
  return router
}

async function logIn(
  { supergraph, guards }: Options,
  { loginName, password }: { loginName: string; password: string },
  client: ReturnType<Guards['clientOf']>,
): Promise<{ accessToken?: string; message: string }> {
  const prepared = supergraph.generation.prepare(logInText, 'ConsoleLogIn')
  if (!('run' in prepared)) throw new Error('The log-in of the console is not valid in this supergraph.')
  const caller = { identity: { actor: null, requestId: 'console' }, client }
  const variables = { input: { loginName, password } }
  // Guessing passwords here is limited as it is at the API.
  const refusal = guards.admission.admit(prepared, variables, caller)
  if (refusal) return { message: refusal.message }
  const result = logInAnswer.parse(JSON.parse(await prepared.execute(variables, caller)))
  const answer = result.data?.logIn
  return {
    ...(answer?.accessToken ? { accessToken: answer.accessToken } : {}),
    message: answer?.message ?? 'Signing in is not possible just now.',
  }
}
