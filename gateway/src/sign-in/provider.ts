import { timingSafeEqual } from 'node:crypto'
import { hashOfSignIn, signInScopes, signInSeconds, type SignInScope } from '@torihiki/shared/identity/sign-in.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import { interactionPolicy, Provider, type Adapter, type JWK, type KoaContextWithOIDC } from 'oidc-provider'
import type { AskMembers } from './ask-members.ts'
import { messagePage } from './message-page.ts'

/** Where the pages of signing in at merchants' sites are. */
export const signInRoot = '/sign-in'
/** Where a request of a site waits for the ticket to be looked at. */
export const interactionPath = `${signInRoot}/interaction`

/** The scopes, each with the claims that it stands for. */
const claims = {
  openid: ['sub'],
  profile: ['name', 'birthdate'],
  email: ['email'],
  address: ['address'],
  phone: ['phone_number'],
} as const satisfies Record<SignInScope, readonly string[]>

export type ProviderOptions = {
  readonly issuer: string
  readonly ask: AskMembers
  readonly records: (model: string) => Adapter
  /** Private keys, the one that signs first. */
  readonly keys: readonly JWK[]
  readonly cookieKeys: readonly string[]
  readonly log: Logger
}

/** The kinds of prompts: that of signing in, which a ticket answers. What may be read is agreed with the hub, not with the provider. */
function ticketsOnly() {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  return policy
}

const isScope = (scope: string): scope is SignInScope => signInScopes.some((each) => each === scope)

/**
 * The provider of OpenID Connect (B22): authorization code with PKCE by S256 and nothing else, no tokens that are refreshed, no session of
 * its own. An account is a hand-over: each time that something is asked about it `members` looks whether it still holds.
 */
export function createProvider({ issuer, ask, records, keys, cookieKeys, log }: ProviderOptions): Provider {
  const off = { enabled: false } as const
  const provider = new Provider(issuer, {
    adapter: records,
    jwks: { keys: [...keys] },
    clientAuthMethods: ['client_secret_basic'],
    responseTypes: ['code'],
    scopes: [...signInScopes],
    claims: Object.fromEntries(Object.entries(claims).map(([scope, names]) => [scope, [...names]])),
    subjectTypes: ['pairwise'],
    // The account of a flow is its hand-over; what the site gets is the member's name at its merchant.
    pairwiseIdentifier: async (_context, handOverId) =>
      (await ask({ ask: 'subject', handOverId }))?.subject ?? notThere(handOverId),
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    conformIdTokenClaims: true,
    expiresWithSession: () => false,
    cookies: {
      keys: [...cookieKeys],
      long: { httpOnly: true, sameSite: 'lax', path: signInRoot },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: off,
      dPoP: off,
      pushedAuthorizationRequests: off,
      resourceIndicators: off,
      rpInitiatedLogout: off,
    },
    routes: {
      authorization: `${signInRoot}/authorize`,
      token: `${signInRoot}/token`,
      userinfo: `${signInRoot}/userinfo`,
      jwks: `${signInRoot}/keys`,
    },
    ttl: {
      AccessToken: signInSeconds.accessToken,
      AuthorizationCode: signInSeconds.code,
      Grant: signInSeconds.code + signInSeconds.accessToken,
      IdToken: signInSeconds.idToken,
      Interaction: signInSeconds.ticket,
      Session: signInSeconds.ticket,
    },
    interactions: { policy: ticketsOnly(), url: (_context, { uid }) => `${interactionPath}/${uid}` },
    loadExistingGrant: grantWhatIsAsked,
    async findAccount(context, handOverId) {
      const found = await ask({ ask: 'subject', handOverId })
      // What was given to one site proves nothing at another.
      if (!found || found.siteId !== context.oidc.client?.clientId) return undefined
      return {
        accountId: handOverId,
        async claims(use, scope) {
          if (use !== 'userinfo') return { sub: handOverId }
          const read = await ask({ ask: 'claims', handOverId, scopes: scope.split(' ').filter(isScope) })
          return { sub: handOverId, ...read }
        },
      }
    },
    renderError: (context, { error }) => {
      context.type = 'html'
      context.body = messagePage(
        `The site asked for something that the hub does not do (${error}). Go back to the hub.`,
      )
    },
  })
  // The gateway says itself by which host and protocol it is reached; see `pages.ts`.
  provider.proxy = true
  Object.assign(provider.Client.prototype, { compareClientSecret })
  noteWhatHappens(provider, log)
  return provider
}

function notThere(handOverId: string): never {
  throw new Error(`Hand-over ${handOverId} does not hold any more.`)
}

/** Compares by the hash: the hub keeps no more of a site's secret. */
function compareClientSecret(this: { clientSecret: string }, given: string): boolean {
  const [kept, hash] = [Buffer.from(this.clientSecret), Buffer.from(hashOfSignIn(given))]
  return kept.length === hash.length && timingSafeEqual(kept, hash)
}

/** A grant for what the site asks: which of it is given is decided by the member's consent, each time that it is read. */
async function grantWhatIsAsked(context: KoaContextWithOIDC) {
  const { provider, client, session, requestParamOIDCScopes } = context.oidc
  if (!client || !session?.accountId) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope([...requestParamOIDCScopes].join(' '))
  await grant.save()
  return grant
}

/** Log lines with ids, never with what proves something. */
function noteWhatHappens(provider: Provider, log: Logger): void {
  const ids = ({ oidc }: KoaContextWithOIDC) => ({
    siteId: oidc.client?.clientId,
    handOverId: oidc.account?.accountId ?? oidc.session?.accountId,
  })
  provider.on('authorization.success', (context) =>
    log.info(ids(context), 'A site was told that a member comes to it.'),
  )
  provider.on('grant.success', (context) => log.info(ids(context), 'A site was told who a member is.'))
  const refused = (context: KoaContextWithOIDC, { message }: Error): void =>
    log.info({ ...ids(context), reason: message }, 'A site was refused.')
  provider.on('authorization.error', refused)
  provider.on('grant.error', refused)
  provider.on('userinfo.error', refused)
  provider.on('server_error', (context, error) =>
    log.error({ ...ids(context), err: error }, 'Signing in at a site failed unexpectedly.'),
  )
}
