import type { IncomingMessage, ServerResponse } from 'node:http'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Logger } from '@torihiki/shared/log.ts'
import { Router } from 'express'
import type { GraphQLFormattedError } from 'graphql'
import { randomUUID } from 'node:crypto'
import type { PreparedOperation } from '../federation/prepared-operation.ts'
import type { ServedSupergraph } from '../federation/supergraph.ts'
import type { Guards } from '../guards.ts'
import type { Authenticate } from '../identity/authenticate.ts'
import type { Caller } from '../upstreams/upstream.ts'
import { csvLine } from './csv.ts'
import { readExportRequest } from './export-request.ts'

/** Cases that one page asks for: the most that a page of the API holds. */
const pageSize = 100
/** Exports that run at the same time in a process: each keeps a connection and the subgraphs busy. */
export const exportsAtOnce = 4
/** How long a client may take nothing of what was written before its export is given up. */
const stalledMs = 30_000

const source = readFileSync(new URL('../../../schema/operations/export-cases.graphql', import.meta.url), 'utf8')

type ExportOptions = {
  readonly supergraph: ServedSupergraph
  readonly authenticate: Authenticate
  readonly guards: Guards
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
  readonly log: Logger
}

type Entry = {
  title: string
  status: string
  delayed: boolean
  unread: number
  version: number
  changedAt: string
  counterpart: { memberNumber: string | null; name: string } | null
  thread: {
    id: string
    case: { caseCode: string; registeredAt: string; expiresAt: string | null }
    contract: {
      contractCode: string
      total: { amount: string; currency: string }
      deliverBy: string | null
      payBy: string | null
      notarizedAt: string
    } | null
  }
}
type Page = { pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { node: Entry }[] }
type Answer = {
  data?: { viewer: { cases: Page } | null } | null
  errors?: (GraphQLFormattedError & { extensions?: { code?: string } })[]
}

/** The columns, in this order for ever: new ones come at the end. */
const columns: readonly (readonly [string, (entry: Entry) => string | number | boolean | null | undefined])[] = [
  ['case_code', ({ thread }) => thread.case.caseCode],
  ['title', ({ title }) => title],
  ['counterpart_number', ({ counterpart }) => counterpart?.memberNumber],
  ['counterpart_name', ({ counterpart }) => counterpart?.name],
  ['status', ({ status }) => status],
  ['delayed', ({ delayed }) => delayed],
  ['unread', ({ unread }) => unread],
  ['registered_at', ({ thread }) => thread.case.registeredAt],
  ['changed_at', ({ changedAt }) => changedAt],
  ['expires_at', ({ thread }) => thread.case.expiresAt],
  ['contract_code', ({ thread }) => thread.contract?.contractCode],
  ['total', ({ thread }) => thread.contract?.total.amount],
  ['currency', ({ thread }) => thread.contract?.total.currency],
  ['notarized_at', ({ thread }) => thread.contract?.notarizedAt],
  ['deliver_by', ({ thread }) => thread.contract?.deliverBy],
  ['pay_by', ({ thread }) => thread.contract?.payBy],
  ['thread_id', ({ thread }) => thread.id],
  ['version', ({ version }) => version],
]

/**
 * `GET /export/cases.csv?view=SOURCE`: the caller's cases of a view as CSV (RFC 4180, UTF-8), newest change first, written as they are read from
 * the API, page by page, with its rights and limits. Filters as in `CaseFilter`. When it cannot go on the connection breaks off, so that
 * what came is never taken for the whole.
 */
export function caseExport(options: ExportOptions): Router {
  let running = 0
  const pages = Router()
  pages.get('/export/cases.csv', async (request, response) => {
    if (running >= exportsAtOnce)
      return refuse(response, 503, 'EXPORTS_BUSY', 'Other exports are running. Try again in a moment.')
    running++
    try {
      await exportCases(request, response, options)
    } catch (error) {
      options.log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'An export broke off.')
      response.destroy()
    } finally {
      running--
    }
  })
  return pages
}

async function exportCases(request: IncomingMessage, response: ServerResponse, options: ExportOptions): Promise<void> {
  const { supergraph, authenticate, guards, allowsOrigin } = options
  const { headers } = request
  // A cookie counts for our own pages alone.
  const own = allowsOrigin(headers.origin, headers.host) && headers['sec-fetch-site'] !== 'cross-site'
  const found = await authenticate(undefined, own ? headers : { ...headers, cookie: undefined })
  if (found === 'INVALID' || !found.actor)
    return refuse(response, 401, 'NOT_SIGNED_IN', 'Send an access token or an API key, or sign in at /console.')
  const asked = readExportRequest(new URL(request.url ?? '', 'http://hub').searchParams)
  if ('fault' in asked) return refuse(response, 400, 'BAD_REQUEST', asked.fault)
  const caller: Caller = {
    identity: { actor: found.actor, requestId: randomUUID() },
    ...(found.headers && { headers: found.headers }),
    client: guards.clientOf(request),
  }
  const prepared = supergraph.generation.prepare(source, 'ExportCases')
  if (!('execute' in prepared)) throw new Error(prepared.map(({ message }) => message).join(' '))
  const first = { ...asked, first: pageSize, after: null }
  const refusal = guards.admission.admit(prepared, first, caller)
  if (refusal) return refuse(response, 429, codeOf(refusal), refusal.message)
  await write(response, prepared, first, caller)
}

/** The first page decides between a refusal and a file. */
async function write(
  response: ServerResponse,
  prepared: PreparedOperation,
  first: Readonly<Record<string, unknown>>,
  caller: Caller,
): Promise<void> {
  let after: string | null = null
  for (;;) {
    const { data, errors } = JSON.parse(await prepared.execute({ ...first, after }, caller)) as Answer
    const cases = data?.viewer?.cases
    if (errors || !cases) {
      if (response.headersSent) throw new Error(errors?.[0]?.message ?? 'no answer')
      return refuse(response, 400, codeOf(errors?.[0]), errors?.[0]?.message ?? 'There are no cases to export.')
    }
    if (!response.headersSent) begin(response)
    const lines = cases.edges.map(({ node }) => csvLine(columns.map(([, read]) => read(node))))
    if (!response.write(lines.join('')) && !response.destroyed) await drained(response)
    if (response.destroyed) return
    if (!cases.pageInfo.hasNextPage) break
    after = cases.pageInfo.endCursor
  }
  response.end()
}

function begin(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="cases.csv"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.write(csvLine(columns.map(([name]) => name)))
}

async function drained(response: ServerResponse): Promise<void> {
  const patience = AbortSignal.timeout(stalledMs)
  await Promise.race([once(response, 'drain', { signal: patience }), once(response, 'close', { signal: patience })])
}

function codeOf(error: GraphQLFormattedError | undefined): string {
  const code = error?.extensions?.['code']
  return typeof code === 'string' ? code : 'INTERNAL'
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ code, message }))
}
