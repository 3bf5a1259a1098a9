import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { operationText } from '../support/operations.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'
import { startTraceCollector, type CollectedSpan, type TraceCollector } from '../support/trace-collector.ts'

const traceId = '0af7651916cd43dd8448eb211c80319c'
const parentId = 'b7ad6b7169203331'

let collector: TraceCollector
let hub: TestHub

beforeAll(async () => {
  collector = await startTraceCollector()
  hub = await startTestHub({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }, undefined, 'spread')
})

afterAll(async () => {
  await hub?.close()
  await collector?.close()
})

const childrenOf = (spans: readonly CollectedSpan[], { spanId }: { spanId: string }): CollectedSpan[] =>
  spans.filter(({ parentSpanId }) => parentSpanId === spanId)

/** The one child of a span whose name is of this form. */
function child(spans: readonly CollectedSpan[], of: { spanId: string }, name: RegExp): CollectedSpan {
  const found = childrenOf(spans, of).find((span) => name.test(span.name))
  if (!found) throw new Error(`No ${name} under ${JSON.stringify(of)} in ${JSON.stringify(spans, null, 1)}`)
  return found
}

async function ofTrace(id: string, complete: (spans: readonly CollectedSpan[]) => boolean): Promise<CollectedSpan[]> {
  return waitFor(
    () => {
      const spans = collector.spans.filter((span) => span.traceId === id)
      return complete(spans) ? spans : null
    },
    { timeoutMs: 15_000, everyMs: 50, what: `the spans of ${id}` },
  )
}

test('a request is one trace: HTTP, operation, fetches, the subgraphs’ processes, their statements', async () => {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${hub.admin.token}`,
      traceparent: `00-${traceId}-${parentId}-01`,
    },
    body: JSON.stringify({ query: operationText('Viewer') }),
  })
  expect(response.status).toBe(200)
  const spans = await ofTrace(traceId, (all) => all.some(({ parentSpanId }) => parentSpanId === parentId))
  const request = child(spans, { spanId: parentId }, /^POST \/graphql$/)
  expect(request).toMatchObject({ service: 'gateway', attributes: { 'http.response.status_code': 200 } })
  const operation = child(spans, request, /^query Viewer$/)
  expect(operation.attributes).toMatchObject({
    'graphql.operation.type': 'query',
    'torihiki.request_id': response.headers.get('x-request-id'),
  })
  const fetched = child(spans, operation, /^fetch members$/)
  const answered = child(
    await ofTrace(traceId, (all) => childrenOf(all, fetched).length > 0),
    fetched,
    /^answer members$/,
  )
  expect(answered.service).toBe('members')
  const whole = await ofTrace(traceId, (all) => childrenOf(all, answered).length > 0)
  const statement = child(whole, answered, /^SELECT$/i)
  expect(statement.attributes['db.query.text']).toMatch(/select .*\$1/i)
  // What was asked with stays in the process: neither variables nor tokens nor values of statements.
  expect(JSON.stringify(whole)).not.toContain(String(hub.admin.token))
  expect(JSON.stringify(whole)).not.toMatch(/"admin"/)
})

test('an operation over a socket belongs to the trace that its client says', async () => {
  const id = '4bf92f3577b34da6a3ce929d0e0e4736'
  const client = createClient({ url: `${hub.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket })
  const query = 'query Who { viewer { member { name } } }'
  for await (const _ of client.iterate({ query, extensions: { traceparent: `00-${id}-${parentId}-01` } })) break
  await client.dispose()
  const [span] = await ofTrace(id, (all) => all.some(({ name }) => name === 'query Who'))
  expect(span?.traceId).toBe(id)
})

test('a subscription says to its subgraph which trace it belongs to, and each event is one of its own', async () => {
  const feed = hub.admin.subscribe('CaseChanged', { view: 'PARTNER' })
  await feed.until('the start', () => true)
  feed.stop()
  const opened = await waitFor(() => collector.spans.find(({ name }) => name === 'subscribe contracts'), {
    timeoutMs: 15_000,
    everyMs: 50,
    what: 'the subgraph’s span',
  })
  const spans = await ofTrace(opened.traceId, (all) => new Set(all.map(({ service }) => service)).size === 2)
  expect(new Set(spans.map(({ service }) => service))).toEqual(new Set(['gateway', 'contracts']))
  await waitFor(() => collector.spans.some(({ name }) => name === 'event of subscription CaseChanged'), {
    timeoutMs: 15_000,
    everyMs: 50,
    what: 'the event’s span',
  })
})
