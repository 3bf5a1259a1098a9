import { hubReportKey } from '../commands/report-to-hub.ts'
import { badRequest } from '@torihiki/shared/graphql/connection.ts'
import { parseCode, type CodeKind } from '@torihiki/shared/codes.ts'
import { consistencyProofOf, logKeysOf, newestCheckpoint } from '../store/log.ts'
import { rebuildQuery } from './rebuild-types.ts'
import { latenessQueries } from './lateness-types.ts'
import type { Context } from './context.ts'
import { keyType } from './contract-types.ts'
import type { Resolvers } from './generated.ts'

/** Finds the id behind a code that a person typed. Null when it is none, or names nothing. */
async function idOfCode(
  context: Context,
  kind: CodeKind,
  table: string,
  column: string,
  text: string,
): Promise<string | null> {
  const parsed = parseCode(kind, text)
  if (!parsed.ok) throw badRequest('BAD_CODE', parsed.message)
  const [row] = await context.services.store.query<{ id: string }>(`select id from ${table} where ${column} = $1`, [
    parsed.code,
  ])
  return row?.id ?? null
}

async function idOf(
  context: Context,
  args: { id?: string | null },
  code: string | null | undefined,
  kind: CodeKind,
  table: string,
  column: string,
): Promise<string | null> {
  if (args.id) return args.id
  if (code) return idOfCode(context, kind, table, column, code)
  throw badRequest('BAD_USER_INPUT', `Give the id or the ${kind.toLowerCase()} code.`)
}

/** Reading by id or code. Loaders find only what the actor is a party to. */
export const query: Resolvers['Query'] = {
  case: async (_root, args, context) => {
    const id = await idOf(context, { id: args.id ?? null }, args.code, 'CASE', 'business_case', 'case_code')
    return id ? context.services.load.case.load(id) : null
  },
  caseThread: (_root, { id }, context) => context.services.load.thread.load(id),
  order: async (_root, args, context) => {
    const id = await idOf(context, { id: args.id ?? null }, args.orderCode, 'ORDER', 'trade_order', 'order_code')
    return id ? context.services.load.order.load(id) : null
  },
  contract: async (_root, args, context) => {
    const id = await idOf(context, { id: args.id ?? null }, args.contractCode, 'CONTRACT', 'contract', 'contract_code')
    return id ? context.services.load.contract.load(id) : null
  },
  checkpoint: (_root, _args, { services }) => newestCheckpoint(services.store),
  consistencyProof: (_root, { fromSize, toSize }, { services }) => consistencyProofOf(services.store, fromSize, toSize),
  ...rebuildQuery,
  logPublicKey: async (_root, _args, { services }) =>
    JSON.stringify((await logKeysOf(services.store, services.signer)).at(-1)?.publicKey),
  logPublicKeys: async (_root, _args, { services }) => (await logKeysOf(services.store, services.signer)).map(keyType),
  ...latenessQueries,
  hubReportKey: (_root, { memberId }, { services }) => hubReportKey(services, memberId),
}
