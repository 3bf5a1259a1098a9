import type { HiddenReport } from '../domain/hidden/commitment.ts'

/** How long a hub may take to answer; then the report is sent again. */
export const hubTimeoutMs = 10_000

/** The hub to which an institution reports hidden purchases (B16). */
export type HubPort = {
  /** @throws when the hub did not confirm it */
  report(report: HiddenReport & { signature: string }): Promise<void>
}

const mutation = `mutation ($input: ReportHiddenPurchaseInput!) {
  reportHiddenPurchase(input: $input) { __typename ... on Refusal { code message } }
}`

/** A client of the hub's API, which signs in by an API key of the institution's there. */
export function connectHub(url: string, apiKey: string, timeoutMs: number = hubTimeoutMs): HubPort {
  return {
    report: async (report) => {
      const response = await fetch(`${url.replace(/\/$/, '')}/graphql`, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
        body: JSON.stringify({ query: mutation, variables: { input: { idempotencyKey: report.reportId, ...report } } }),
      })
      const text = await response.text()
      if (!response.ok || !text.includes('"ReportHiddenPurchasePayload"'))
        throw new Error(
          `The hub did not take report ${report.reportId} (${report.step}): ${response.status} ${text.slice(0, 300)}`,
        )
    },
  }
}
