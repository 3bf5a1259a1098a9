/** What PromQL itself has in an expression, and the labels that ours are grouped by. */
const notMetrics =
  /^(histogram_quantile|sum|by|on|unless|and|or|rate|increase|time|le|instance|path|status|limit|subgraph|outcome|kind|reason|result|company|system)$/

/** The metrics that a PromQL expression reads. */
export function metricsOf(expression: string): string[] {
  const bare = expression.replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, '')
  return [...bare.matchAll(/[a-z_]{2,}/g)].map(([name]) => name).filter((name) => !notMetrics.test(name))
}

/** Whether a scrape declares a metric, as itself or as the histogram that it is a part of. */
export function isExposed(scrape: string, metric: string): boolean {
  const family = metric.replace(/_(bucket|count|sum)$/, '')
  return new RegExp(`^# TYPE (${metric}|${family}) `, 'm').test(scrape)
}
