/** What an export asks for: a view, and what narrows it. */
export type ExportRequest = { readonly view: string; readonly filter: Readonly<Record<string, unknown>> }

const views = ['SOURCE', 'PARTNER']
const texts = ['counterpartId', 'text', 'changedSince', 'changedBefore'] as const
const flags = ['delayed', 'unread'] as const
const names = new Set<string>(['view', 'status', ...texts, ...flags])

/** Reads the parameters of an export's address: `view`, and those of `CaseFilter`; `status` may stand several times. */
export function readExportRequest(parameters: URLSearchParams): ExportRequest | { readonly fault: string } {
  const unknown = [...parameters.keys()].find((name) => !names.has(name))
  if (unknown !== undefined)
    return { fault: `There is no parameter ${JSON.stringify(unknown)}. There are: ${[...names].join(', ')}.` }
  const view = parameters.get('view')
  if (view === null || !views.includes(view)) return { fault: 'view must be SOURCE or PARTNER.' }
  const filter: Record<string, unknown> = {}
  const status = parameters.getAll('status')
  if (status.length > 0) filter['status'] = status
  for (const name of texts) {
    const value = parameters.get(name)
    if (value !== null) filter[name] = value
  }
  for (const name of flags) {
    const value = parameters.get(name)
    if (value === null) continue
    if (value !== 'true' && value !== 'false') return { fault: `${name} must be true or false.` }
    filter[name] = value === 'true'
  }
  return { view, filter }
}
