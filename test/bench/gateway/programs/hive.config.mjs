/** Hive Gateway as it comes, but without sharing of equal calls in flight: no gateway of the comparison shares them. */
export const gatewayConfig = {
  transportEntries: { '*': { options: { deduplicateInflightRequests: false } } },
}
