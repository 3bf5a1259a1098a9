import type { Sealer } from '@torihiki/shared/identity/seal.ts'
import { hashOfSignIn, signInRecordKinds, type SignInRecordKind } from '@torihiki/shared/identity/sign-in.ts'
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider'
import { z } from 'zod'
import type { AskMembers } from './ask-members.ts'

/** Keeps what the provider keeps, in the database of `members` (B22): found by the hash of its name, and sealed, for the names are the tokens. */
export function createRecords(ask: AskMembers, sealer: Sealer): (model: string) => Adapter {
  return (model) => {
    if (model === 'Client') return sites(ask)
    const kind = signInRecordKinds.find((each) => each === model)
    return kind ? records(ask, sealer, kind) : nothing
  }
}

const none = async (): Promise<undefined> => undefined

/** Nothing is kept of a kind: the provider's own sessions above all, for the hub's session alone says who is signed in. */
const nothing: Adapter = {
  upsert: none,
  find: none,
  findByUserCode: none,
  findByUid: none,
  consume: none,
  destroy: none,
  revokeByGrantId: none,
}

const payloadForm = z.looseObject({ grantId: z.string().optional() })

function records(ask: AskMembers, sealer: Sealer, kind: SignInRecordKind): Adapter {
  const about = (hash: string): string => `${kind}/${hash}`
  const dropGrant = async (grantId: string): Promise<void> =>
    void (await ask({ ask: 'dropGrant', grantHash: hashOfSignIn(grantId) }))
  const find = async (name: string): Promise<AdapterPayload | undefined> => {
    const hash = hashOfSignIn(name)
    const found = await ask({ ask: 'find', kind, hash })
    if (!found) return undefined
    const opened = sealer.open(Buffer.from(found.sealed, 'base64'), about(hash)).toString('utf8')
    const payload = payloadForm.parse(JSON.parse(opened)) as AdapterPayload
    return found.consumed ? { ...payload, consumed: true } : payload
  }
  return {
    ...nothing,
    find,
    async upsert(name, payload, seconds) {
      const hash = hashOfSignIn(name)
      const sealed = sealer.seal(Buffer.from(JSON.stringify(payload)), about(hash)).toString('base64')
      const grantHash = payload.grantId ? hashOfSignIn(payload.grantId) : null
      // What ran out in this second is kept for one more: the provider looks at the time itself.
      await ask({ ask: 'put', kind, hash, grantHash, sealed, seconds: Math.max(1, seconds ?? 1) })
    },
    /** Of two that use a code at the same time one is the first; the other ends what the first got, as a later one does. */
    async consume(name) {
      const { first } = await ask({ ask: 'consume', kind, hash: hashOfSignIn(name) })
      if (first) return
      const grantId = (await find(name))?.grantId
      if (grantId) await dropGrant(grantId)
      throw new errors.InvalidGrant('It was used already.')
    },
    destroy: async (name) => void (await ask({ ask: 'drop', kind, hash: hashOfSignIn(name) })),
    revokeByGrantId: dropGrant,
  }
}

/** Merchants' sites are the clients: read anew each time, so that a revoked one ends at once. */
function sites(ask: AskMembers): Adapter {
  return {
    ...nothing,
    async find(siteId) {
      const site = await ask({ ask: 'site', siteId: siteId.slice(0, 100) })
      if (!site) return undefined
      return {
        client_id: site.siteId,
        client_name: site.name,
        // The secret itself is known to the site alone; see `compareClientSecret`.
        client_secret: site.secretHash,
        redirect_uris: site.redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'ES256',
        subject_type: 'pairwise',
      }
    },
  }
}
