import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'

/**
 * What the gateway asks `members` while a member is passed on to a merchant's site (B22). Secrets go as their SHA-256 alone, and what is
 * kept for the gateway goes sealed: `members` keeps it, but cannot read it.
 */

/** Whole seconds that things of a hand-over hold. */
export const signInSeconds = {
  /** The address that `handOver` gives: as long as it takes to open it. */
  handOver: 60,
  /** From then until the merchant's site has asked the hub who it is: redirects, and a slow site. */
  ticket: 300,
  /** An authorization code: the site's server fetches the tokens at once. */
  code: 60,
  /** The access token with which the site reads the claims. It is no session at the site: that one is the site's own. */
  accessToken: 600,
  /** The statement of who it is, to be verified on arrival. */
  idToken: 300,
} as const

/** What the gateway keeps of a flow. */
export const signInRecordKinds = ['Interaction', 'AuthorizationCode', 'AccessToken', 'Grant'] as const
export type SignInRecordKind = (typeof signInRecordKinds)[number]

/** The scopes that a site may ask for; each stands for fields of the member file, given only as far as the member consented. */
export const signInScopes = ['openid', 'profile', 'email', 'address', 'phone'] as const
export type SignInScope = (typeof signInScopes)[number]

/** The bytes of a SHA-256 in base64url. */
const hash = z.string().regex(/^[\w-]{43}$/)
const id = z.uuid()
/** A sealed record is a page of JSON at most. */
const sealed = z.base64().max(65_536)
const kind = z.enum(signInRecordKinds)

/** A question of the gateway's. */
export const signInRequestForm = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('keys') }),
  z.object({ ask: z.literal('site'), siteId: z.string().max(100) }),
  z.object({ ask: z.literal('open'), codeHash: hash, ticketHash: hash }),
  z.object({ ask: z.literal('use'), ticketHash: hash, siteId: id }),
  z.object({ ask: z.literal('subject'), handOverId: id }),
  z.object({ ask: z.literal('claims'), handOverId: id, scopes: z.array(z.enum(signInScopes)) }),
  z.object({
    ask: z.literal('put'),
    kind,
    hash,
    grantHash: hash.nullable(),
    sealed,
    seconds: z.int().min(1).max(3_600),
  }),
  z.object({ ask: z.literal('find'), kind, hash }),
  z.object({ ask: z.literal('consume'), kind, hash }),
  z.object({ ask: z.literal('drop'), kind, hash }),
  z.object({ ask: z.literal('dropGrant'), grantHash: hash }),
])
export type SignInRequest = z.infer<typeof signInRequestForm>

/** The answers, by question. Null: there is none that holds. */
export const signInAnswerForms = {
  /** The first signs; all are published. `sealed` is the private key as a JWK. */
  keys: z.array(z.object({ keyId: z.string(), sealed })).min(1),
  site: z
    .object({
      siteId: id,
      merchantId: id,
      name: z.string(),
      redirectUris: z.array(z.string()),
      initiateLoginUri: z.string(),
      secretHash: hash,
    })
    .nullable(),
  open: z.object({ handOverId: id, siteId: id, initiateLoginUri: z.string() }).nullable(),
  use: z.object({ handOverId: id }).nullable(),
  subject: z.object({ subject: z.string(), siteId: id }).nullable(),
  claims: z.record(z.string(), z.unknown()).nullable(),
  put: z.null(),
  find: z.object({ sealed, consumed: z.boolean() }).nullable(),
  consume: z.object({ first: z.boolean() }),
  drop: z.null(),
  dropGrant: z.null(),
} as const satisfies Record<SignInRequest['ask'], z.ZodType>
/** The answer to a question, as it is parsed. */
export type SignInAnswer<A extends SignInRequest['ask']> = z.infer<(typeof signInAnswerForms)[A]>

/** For which use signing keys are sealed; what each is sealed about is its key id. */
export const signInKeyUse = 'sign-in-key'

const secretBytes = 32

/** A new secret of 256 random bits: an address, a ticket, a site's secret. */
export function newSignInSecret(): string {
  return randomBytes(secretBytes).toString('base64url')
}

/** Under what a secret or the name of a record is kept and found: random enough to need no salt. */
export function hashOfSignIn(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
