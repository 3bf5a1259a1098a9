import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  execute,
  GraphQLError,
  parse,
  subscribe,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { z } from 'zod'
import type { RequestIdentity } from '../identity/actor.ts'
import { createSignatureCheck, signatureHeader, signedOperation, type SignatureCheck } from '../identity/signing.ts'
import type { Logger } from '../log.ts'
import { inSpan, traceOf, tracing, type SpanOptions } from '../telemetry/tracing.ts'
import { maskResult } from './mask-errors.ts'
import type { Subgraph } from './subgraph.ts'

/** The largest request that a subgraph takes from the gateway: entity fetches may carry many representations. */
export const largestBodyBytes = 4 * 1024 * 1024
/** Longest message on a socket from the gateway. */
const largestMessageBytes = 256 * 1024
/** How many parsed operations are kept; the gateway sends the fetches of its plans over and over. */
const keptDocuments = 1_000

const requestForm = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
})

/**
 * Serves one subgraph to the gateway over HTTP and WebSocket at `/graphql`, and `/health/live` to anybody. Every request must
 * carry the gateway's signature: everything else, `_entities` and `_service` included, is refused with 401.
 */
export async function serveSubgraph(
  subgraph: Subgraph,
  options: { host: string; port: number; hubSecret: string; log: Logger },
): Promise<{ url: string; close(): Promise<void> }> {
  const check = createSignatureCheck(options.hubSecret, subgraph.name)
  const parsed = documentCache()
  const server = createServer((request, response) => {
    answer(request, response, subgraph, check, parsed, options.log).catch((error: unknown) => {
      options.log.error({ reason: String(error) }, 'A request could not be answered.')
      send(response, 500, { errors: [{ message: 'Internal error.' }] })
    })
  })
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: largestMessageBytes })
  const socketServer = useServer(
    {
      onSubscribe: async (_context, _id, payload) => {
        const signature: unknown = payload.extensions?.[signatureHeader]
        const identity = await check(typeof signature === 'string' ? signature : undefined, signedOperation(payload))
        if (!identity) return [new GraphQLError('The request is not signed by the gateway.')]
        return {
          schema: subgraph.schema,
          document: parsed(payload.query),
          variableValues: payload.variables ?? {},
          operationName: payload.operationName ?? null,
          contextValue: subgraph.context(identity),
          extensions: payload.extensions,
        } as ExecutionArgs
      },
      execute,
      subscribe: (args) =>
        tracing.on
          ? inSpan(spanOf('subscribe', subgraph, args as object), async () => subscribe(args))
          : subscribe(args),
      onNext: (_context, _id, _payload, args, result) =>
        maskResult(result as ExecutionResult, options.log, requestIdOf(args.contextValue)) as never,
    },
    sockets,
  )
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, options.host, resolve))
  // A connection that cannot be taken is no reason to end those that are there.
  server.on('error', ({ message }) => options.log.error({ reason: message }, 'A connection could not be taken.'))
  return { url: urlOf(server, options.host), close: () => closeAll(server, socketServer) }
}

function requestIdOf(context: unknown): string {
  return typeof context === 'object' && context !== null && 'requestId' in context ? String(context.requestId) : '-'
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  return `http://${host}:${typeof address === 'object' && address ? address.port : 0}/graphql`
}

async function closeAll(server: Server, sockets: { dispose(): void | Promise<void> }): Promise<void> {
  await sockets.dispose()
  server.closeIdleConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}

function documentCache(): (text: string) => DocumentNode {
  const documents = new Map<string, DocumentNode>()
  return (text) => {
    const known = documents.get(text)
    if (known) return known
    const document = parse(text)
    if (documents.size >= keptDocuments) documents.clear()
    documents.set(text, document)
    return document
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  subgraph: Subgraph,
  check: SignatureCheck,
  parsed: (text: string) => DocumentNode,
  log: Logger,
): Promise<void> {
  if (request.url === '/health/live') return send(response, 200, { status: 'ok' })
  const body = await readBody(request)
  if (body === null) return send(response, 413, { errors: [{ message: 'The request is too large.' }] })
  const identity = await check(request.headers[signatureHeader]?.toString(), body)
  if (!identity) return send(response, 401, { errors: [{ message: 'The request is not signed by the gateway.' }] })
  const work = (): Promise<unknown> => run(body, identity, subgraph, parsed, log)
  const traced = (): Promise<unknown> => inSpan(spanOf('answer', subgraph, { extensions: request.headers }), work)
  send(response, 200, await (tracing.on ? traced() : work()))
}

/** Work for the gateway, as a part of the trace that it says: by a header over HTTP, by an extension over WebSocket. */
function spanOf(what: string, { name }: Subgraph, { extensions }: { extensions?: unknown }): SpanOptions {
  return {
    name: `${what} ${name}`,
    role: 'server',
    within: traceOf((extensions ?? {}) as Record<string, unknown>),
    attributes: { 'torihiki.subgraph': name },
  }
}

async function run(
  body: string,
  identity: RequestIdentity,
  subgraph: Subgraph,
  parsed: (text: string) => DocumentNode,
  log: Logger,
): Promise<unknown> {
  const { query, variables, operationName } = requestForm.parse(JSON.parse(body))
  const result = await execute({
    schema: subgraph.schema,
    document: parsed(query),
    variableValues: variables ?? {},
    operationName: operationName ?? null,
    contextValue: subgraph.context(identity),
  })
  return maskResult(result, log, identity.requestId)
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > largestBodyBytes) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
