import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from '@opentelemetry/api'
import { beginSpan, markFailed, traceOf, tracing } from '@torihiki/shared/telemetry/tracing.ts'

/** The trace that an operation over a socket belongs to, when its client says one. */
export function operationTrace(extensions: Readonly<Record<string, unknown>>): { readonly trace?: Context } {
  return tracing.on && 'traceparent' in extensions ? { trace: traceOf(extensions) } : {}
}

/** The span of one request over HTTP, from its head until its answer is written. Nothing when nothing is traced. */
export function requestTrace(request: IncomingMessage, response: ServerResponse): { readonly trace?: Context } {
  if (!tracing.on) return {}
  const { method = 'GET', url = '/' } = request
  const [path = '/'] = url.split('?', 1)
  const { span, context } = beginSpan({
    name: `${method} ${path}`,
    role: 'server',
    within: traceOf(request.headers),
    attributes: { 'http.request.method': method, 'url.path': path },
  })
  response.once('close', () => {
    span.setAttribute('http.response.status_code', response.statusCode)
    const requestId = response.getHeader('x-request-id')
    if (typeof requestId === 'string') span.setAttribute('torihiki.request_id', requestId)
    if (response.statusCode >= 500) markFailed(span, `HTTP status ${response.statusCode}`)
    span.end()
  })
  return { trace: context }
}
