import type { IncomingMessage } from 'node:http'
import { createSealer } from '@torihiki/shared/identity/seal.ts'
import { deriveBytes } from '@torihiki/shared/identity/derive.ts'
import { hashOfSignIn, newSignInSecret, signInKeyUse, signInSeconds } from '@torihiki/shared/identity/sign-in.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import { Router, type Request, type Response } from 'express'
import type { Provider } from 'oidc-provider'
import { createRates } from '../limits/rates.ts'
import type { Upstream } from '../upstreams/upstream.ts'
import { createAskMembers, type AskMembers } from './ask-members.ts'
import { madeOfKeys } from './keys.ts'
import { messagePage } from './message-page.ts'
import { createProvider, interactionPath, signInRoot } from './provider.ts'
import { createRecords } from './records.ts'

/** Requests to these pages a minute by address: a site's server asks twice for each member, a browser goes through five. */
export const signInRequestsPerMinute = 1_200
/** Codes, tickets and ids of flows are 43 letters; what is longer is none. */
const longestSecret = 100

const discovery = '/.well-known/openid-configuration'
const ticketCookie = (siteId: string): string => `torihiki_hand_over_${siteId}`

export type SignInOptions = {
  readonly members: Upstream
  readonly hubSecrets: readonly [string, ...string[]]
  /** At which address browsers and sites reach the hub. Null: nobody is passed on. */
  issuer(): string | null
  addressOf(request: IncomingMessage): string
  readonly log: Logger
}

/**
 * Passing a signed-in member on to a merchant's site (B22): the address that `handOver` gives, the provider of OpenID Connect, and the
 * moment between the two, when a site's request meets the member's ticket.
 */
export function signInPages(options: SignInOptions): Router {
  const { hubSecrets, log } = options
  const ask = createAskMembers(options.members)
  const rates = createRates()
  const records = createRecords(ask, createSealer(hubSecrets, 'sign-in-record'))
  const cookieKeys = hubSecrets.map((secret) => deriveBytes(secret, 'sign-in-cookie').toString('base64url'))
  const providerOf = madeOfKeys(ask, createSealer(hubSecrets, signInKeyUse), (keys) =>
    createProvider({ issuer: options.issuer() ?? '', ask, records, keys, cookieKeys, log }),
  )
  const pages = Router()
  pages.use([signInRoot, discovery], (request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    response.setHeader('referrer-policy', 'no-referrer')
    response.setHeader('x-content-type-options', 'nosniff')
    const issuer = options.issuer()
    if (issuer === null)
      return void response.status(503).json({ code: 'NOT_SET_UP', message: 'The hub has no PUBLIC_URL: set it.' })
    const refused = rates.take(options.addressOf(request), 1, signInRequestsPerMinute)
    if (refused)
      return void response
        .status(429)
        .setHeader('retry-after', refused.retryAfterSeconds)
        .json({ code: 'RATE_LIMITED' })
    becomeReachedAt(request, issuer)
    next()
  })
  pages.get(`${signInRoot}/hand-over`, (request, response) => open(request, response, ask, options))
  pages.get(`${interactionPath}/:uid`, async (request, response) =>
    meet(request, response, await providerOf(), ask, options),
  )
  pages.use(async (request, response, next) => {
    if (request.path !== discovery && !request.path.startsWith(`${signInRoot}/`)) return next()
    await (await providerOf()).callback()(request, response)
  })
  return pages
}

/** Whatever a client says of host and protocol: addresses that are told are those of the setting. */
function becomeReachedAt({ headers }: IncomingMessage, issuer: string): void {
  const { host, protocol } = new URL(issuer)
  headers.host = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  delete headers['x-forwarded-host']
}

/** The address of a hand-over is opened: the browser gets the ticket, and is sent to where the site begins its flow. */
async function open(
  request: Request,
  response: Response,
  ask: AskMembers,
  { issuer, log }: SignInOptions,
): Promise<void> {
  const { code } = request.query
  const ticket = newSignInSecret()
  const opened =
    typeof code === 'string' && code.length <= longestSecret
      ? await ask({ ask: 'open', codeHash: hashOfSignIn(code), ticketHash: hashOfSignIn(ticket) })
      : null
  if (!opened)
    return void response
      .status(400)
      .type('html')
      .send(messagePage('This address works once, within a minute. Go back to the hub and choose the site again.'))
  const own = issuer() ?? ''
  response.cookie(ticketCookie(opened.siteId), ticket, {
    httpOnly: true,
    sameSite: 'lax',
    secure: own.startsWith('https:'),
    path: signInRoot,
    maxAge: signInSeconds.ticket * 1_000,
  })
  const target = new URL(opened.initiateLoginUri)
  target.searchParams.set('iss', own)
  log.info({ handOverId: opened.handOverId, siteId: opened.siteId }, 'A member is passed on to a site.')
  response.redirect(303, target.href)
}

/** A site asks who is there: whoever has a ticket for that site, which is used up by it. Without one the site is told that nobody is. */
async function meet(
  request: Request,
  response: Response,
  provider: Provider,
  ask: AskMembers,
  { log }: SignInOptions,
): Promise<void> {
  const asked = await provider.interactionDetails(request, response).catch(() => null)
  if (!asked)
    return void response
      .status(400)
      .type('html')
      .send(messagePage('This took too long. Go back to the hub and choose the site again.'))
  const siteId = String(asked.params['client_id'])
  const ticket = cookieOf(request, ticketCookie(siteId))
  const used =
    ticket && ticket.length <= longestSecret
      ? await ask({ ask: 'use', ticketHash: hashOfSignIn(ticket), siteId })
      : null
  response.clearCookie(ticketCookie(siteId), { path: signInRoot })
  if (used) log.info({ handOverId: used.handOverId, siteId }, 'A site asks who was passed on to it.')
  const result = used
    ? { login: { accountId: used.handOverId, remember: false } }
    : { error: 'login_required', error_description: 'Nobody was passed on from the hub, or it took too long.' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

function cookieOf({ headers }: IncomingMessage, name: string): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([found]) => found === name)?.[1] ?? null
}
