import { traceHeaders, tracing } from '@torihiki/shared/telemetry/tracing.ts'
import type { Sign } from '../upstreams/http-post.ts'

/** What goes to a subgraph besides the text, with the trace it belongs to: by headers over HTTP, by extensions over WebSocket. */
export function tracedSign(sign?: Sign): { readonly sign?: Sign } {
  if (!tracing.on) return sign ? { sign } : {}
  return {
    sign: async (text, caller) => ({
      ...(await sign?.(text, caller)),
      ...(caller.trace && traceHeaders(caller.trace)),
    }),
  }
}
