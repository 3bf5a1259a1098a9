import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Router, urlencoded, type Request, type Response } from 'express'
import { z } from 'zod'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import type { Guards } from '../guards.ts'
import { questionPage, sentencePage } from './consent-html.ts'
import { consentLanguages, consentWords, type ConsentLanguage } from './consent-words.ts'

/** The largest form that is read, and the longest token. */
const largestForm = '4kb'
const longestToken = 200
/** How long a page that was opened may be answered, in seconds. */
const openSeconds = 3_600
const cookieName = 'torihiki_consent'

const textOf = (file: string): string =>
  readFileSync(new URL(`../../../schema/operations/${file}.graphql`, import.meta.url), 'utf8')
const operations = { ReferralNotice: textOf('referral-notice'), ConsentToReferral: textOf('consent-to-referral') }

const noticeAnswer = z.object({
  referralNotice: z
    .object({
      transactionNumber: z.string(),
      amount: z.object({ amount: z.string(), currency: z.string() }),
      card: z.string().nullable(),
      isWaiting: z.boolean(),
      actBy: z.string(),
    })
    .nullable(),
})
const consentAnswer = z.object({ consentToReferral: z.object({ __typename: z.string(), code: z.string().optional() }) })
const formFields = z.object({
  token: z.string().min(1).max(longestToken),
  nonce: z.string().min(20).max(100),
  idempotencyKey: z.uuid(),
  lang: z.string().optional(),
  answer: z.enum(['yes', 'no']),
})

type Options = {
  readonly supergraph: ServedSupergraph
  readonly guards: Guards
  /** Whether browsers reach the hub by TLS alone. */
  readonly secure: boolean
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
}

/** The language of the letter with the link; without it the browser's, else English. */
function languageOf(request: Request, stated: unknown): ConsentLanguage {
  const named = consentLanguages.find((each) => each === stated)
  const accepted = named ?? request.acceptsLanguages([...consentLanguages])
  return consentLanguages.find((each) => each === accepted) ?? 'en'
}

/**
 * Where a customer answers, by the link in its mail, whether the shop may seek the card company's approval (C7). To open the link changes nothing: the answer is a form's, bound to the browser that
 * opened it, from this site alone. It speaks the language of the letter. Everything goes through the API; the token stands in the query, which is logged nowhere.
 */
export function consentPages(options: Options): Router {
  const router = Router()
  router.get('/consents', (request, response) => ask(options, request, response))
  router.post('/consents', urlencoded({ extended: false, limit: largestForm }), (request, response) =>
    answer(options, request, response),
  )
  return router
}

async function ask(options: Options, request: Request, response: Response): Promise<void> {
  response.setHeader('cache-control', 'no-store')
  response.type('html')
  const { token, lang } = request.query
  const language = languageOf(request, lang)
  const notice =
    typeof token === 'string' && token.length <= longestToken
      ? (await run(options, request, 'ReferralNotice', { token }, noticeAnswer)).referralNotice
      : null
  if (typeof token !== 'string' || !notice?.isWaiting)
    return void response.status(404).send(sentencePage(language, consentWords[language].over))
  const nonce = randomBytes(32).toString('base64url')
  response.cookie(cookieName, nonce, {
    httpOnly: true,
    sameSite: 'strict',
    secure: options.secure,
    path: '/consents',
    maxAge: openSeconds * 1_000,
  })
  response.send(questionPage(language, notice, { token, nonce, key: randomUUID() }))
}

async function answer(options: Options, request: Request, response: Response): Promise<void> {
  response.setHeader('cache-control', 'no-store')
  response.type('html')
  const fields = formFields.safeParse(request.body)
  const language = languageOf(request, fields.data?.lang)
  const { answered, over, notOurs } = consentWords[language]
  const isOurs = options.allowsOrigin(request.headers.origin, request.headers.host)
  if (!fields.success || !isOurs || !isSame(fields.data.nonce, cookieOf(request)))
    return void response.status(403).send(sentencePage(language, notOurs))
  const { token, idempotencyKey, answer: said } = fields.data
  const input = { token, idempotencyKey, consents: said === 'yes' }
  const { consentToReferral } = await run(options, request, 'ConsentToReferral', { input }, consentAnswer)
  if (consentToReferral.code !== undefined) return void response.status(409).send(sentencePage(language, over))
  response.clearCookie(cookieName, { path: '/consents' })
  response.send(sentencePage(language, answered[said]))
}

function isSame(given: string, kept: string | null): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept ?? '')]
  return a.length === b.length && timingSafeEqual(a, b)
}

function cookieOf({ headers }: Request): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([found]) => found === cookieName)?.[1] ?? null
}

/** Asks the API as nobody in particular: the token alone says whose answer it is. */
async function run<Form extends z.ZodType>(
  { supergraph, guards }: Options,
  request: Request,
  name: keyof typeof operations,
  variables: Readonly<Record<string, unknown>>,
  form: Form,
): Promise<z.infer<Form>> {
  const prepared = supergraph.generation.prepare(operations[name], name)
  if (!('run' in prepared)) throw new Error(`${name} is not valid in this supergraph.`)
  const caller = { identity: { actor: null, requestId: randomUUID() }, client: guards.clientOf(request) }
  const refusal = guards.admission.admit(prepared, variables, caller)
  if (refusal) throw Object.assign(new Error(refusal.message), { status: 429 })
  const answered: unknown = JSON.parse(await prepared.execute(variables, caller))
  return form.parse((answered as { data?: unknown }).data)
}
