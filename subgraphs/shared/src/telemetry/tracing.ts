import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api'

/** Spans that wait to be sent, at most: beyond it new ones are dropped, so that a collector that is gone costs no more than that. */
const mostWaitingSpans = 4_096
/** Spans in one request to the collector, and how long the first of them waits for others. */
const [spansPerBatch, batchEveryMs] = [512, 1_000]

/** Whether this process is traced. Whatever lies on the way of every request asks this first, and nothing else when it is false. */
export const tracing = { on: false }

/** What headers and extensions carry of a trace (W3C Trace Context). */
export type TraceHeaders = { readonly [name: string]: string }

const tracer = (): ReturnType<typeof trace.getTracer> => trace.getTracer('torihiki')

/**
 * Sends spans where the standard environment says (OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, by HTTP as JSON;
 * OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES, OTEL_TRACES_SAMPLER and others as OpenTelemetry has them). Without an endpoint, or with
 * OTEL_SDK_DISABLED, nothing of it is even loaded.
 */
export async function startTracing(
  service: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ close(): Promise<void> }> {
  const endpoint = environment['OTEL_EXPORTER_OTLP_ENDPOINT'] || environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']
  const isOff = environment['OTEL_SDK_DISABLED'] === 'true' || environment['OTEL_TRACES_EXPORTER'] === 'none'
  if (!endpoint || isOff) return { close: async () => undefined }
  const [sdk, { OTLPTraceExporter }, resources, { AsyncLocalStorageContextManager }, { W3CTraceContextPropagator }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/core'),
    ])
  const named = resources.resourceFromAttributes({ 'service.name': environment['OTEL_SERVICE_NAME'] || service })
  const fromEnvironment = resources.detectResources({ detectors: [resources.envDetector] })
  const provider = new sdk.BasicTracerProvider({
    resource: resources.defaultResource().merge(fromEnvironment).merge(named),
    spanProcessors: [
      new sdk.BatchSpanProcessor(new OTLPTraceExporter(), {
        maxQueueSize: mostWaitingSpans,
        maxExportBatchSize: spansPerBatch,
        scheduledDelayMillis: batchEveryMs,
      }),
    ],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(provider)
  tracing.on = true
  return {
    async close() {
      tracing.on = false
      await provider.shutdown()
    },
  }
}

/** What a span is to others: the answer to a request, a request to another process, or work within this one. */
export type SpanRole = 'server' | 'client' | 'internal'

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL } as const

/** What a span is made of. */
export type SpanOptions = {
  readonly name: string
  readonly role: SpanRole
  readonly attributes?: Attributes
  /** What it is a part of. Without it: of what runs now. */
  readonly within?: Context | undefined
}

/** Begins a span. Whoever begins it ends it. */
export function beginSpan({ name, role, attributes = {}, within }: SpanOptions): { span: Span; context: Context } {
  const parent = within ?? context.active()
  const span = tracer().startSpan(name, { kind: kinds[role], attributes }, parent)
  return { span, context: trace.setSpan(parent, span) }
}

/** Runs work in a span of its own: what it begins is a part of it. The span ends with the work, with its failure if it fails. */
export async function inSpan<T>(options: SpanOptions, work: (span: Span, within: Context) => Promise<T>): Promise<T> {
  const { span, context: within } = beginSpan(options)
  try {
    return await context.with(within, () => work(span, within))
  } catch (error) {
    markFailed(span, error instanceof Error ? error.message : String(error))
    throw error
  } finally {
    span.end()
  }
}

/** Marks a span as failed, and says why. */
export function markFailed(span: Span, message: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message })
}

/** The trace that a request from outside belongs to, by its `traceparent`. A new one when it names none. */
export function traceOf(headers: Readonly<Record<string, unknown>>): Context {
  return propagation.extract(ROOT_CONTEXT, headers, {
    keys: (carrier) => Object.keys(carrier),
    get: (carrier, key) => {
      const value = carrier[key]
      return typeof value === 'string' ? value : undefined
    },
  })
}

/** What tells another process which trace its work belongs to. */
export function traceHeaders(within: Context): TraceHeaders {
  const headers: Record<string, string> = {}
  propagation.inject(within, headers)
  return headers
}
