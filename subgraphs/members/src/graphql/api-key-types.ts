import { badRequest, pageByInstant, pageFrom } from '@torihiki/shared/graphql/connection.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { apiKeyPrefix } from '@torihiki/shared/identity/api-key.ts'
import type { ApiScope } from '@torihiki/shared/identity/scopes.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { createApiKey, revokeApiKey } from '../commands/api-keys.ts'
import { findKeyHolder } from '../commands/find-key-holder.ts'
import { apiKeyById, apiKeysOf, type ApiKeyRow } from '../store/api-keys.ts'
import type { Context } from './context.ts'
import type { ApiKey, MutationResolvers, QueryResolvers, ViewerResolvers } from './generated.ts'

/** A key as its owner sees it. */
const shown = (row: ApiKeyRow): ApiKey => ({
  __typename: 'ApiKey',
  id: row.id,
  name: row.name,
  prefix: apiKeyPrefix(row.handle),
  scopes: row.scopes as ApiScope[],
  createdAt: asDate(row.created_at),
  lastUsedAt: asDateOrNull(row.last_used_at),
  expiresAt: asDate(row.expires_at),
  revokedAt: asDateOrNull(row.revoked_at),
})

async function load({ services }: Context, id: string): Promise<ApiKey> {
  const row = await apiKeyById((text, p) => services.store.query(text, p), id)
  if (!row) throw new Error(`API key ${id} is referred to, but not there.`)
  return shown(row)
}

export const apiKeyQueries: Pick<QueryResolvers, '_apiKey'> = {
  _apiKey: async (_root, { handle, hash }, { services }) => (await findKeyHolder(services, handle, hash)) as never,
}

export const apiKeyMutations: Pick<MutationResolvers, 'createApiKey' | 'revokeApiKey'> = {
  createApiKey: async (_root, { input }, context) =>
    resultAs(
      await createApiKey(context.services, actorOf(context), input),
      'CreateApiKeyPayload',
      async ({ apiKeyId, key }) => ({ apiKey: await load(context, apiKeyId), key }),
    ),
  revokeApiKey: async (_root, { input }, context) =>
    resultAs(
      await revokeApiKey(context.services, actorOf(context), input),
      'RevokeApiKeyPayload',
      async ({ apiKeyId }) => ({ apiKey: await load(context, apiKeyId) }),
    ),
}

export const viewerApiKeys: NonNullable<ViewerResolvers['apiKeys']> = async ({ id }, page, { actor, services }) => {
  if (actor?.scopes) throw badRequest('NOT_ALLOWED', 'An API key may not list the API keys. Sign in with logIn for it.')
  const { limit, at, id: after } = pageByInstant(page)
  const rows = await apiKeysOf((text, p) => services.store.query(text, p), id, { at, id: after }, limit + 1)
  return pageFrom(rows, limit, at !== null, (row) => [asDate(row.created_at).toISOString(), row.id], shown)
}
