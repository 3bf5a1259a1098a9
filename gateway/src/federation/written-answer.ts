/** Data that is JSON text already. Apollo Server passes it through untouched and writes it by `stringifyResult`. */
export class WrittenAnswer {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Writes a result whose data may be text already. */
export function stringifyResult(result: object): string {
  const { data, ...others } = result as { data?: unknown }
  if (!(data instanceof WrittenAnswer)) return JSON.stringify(result)
  const rest = JSON.stringify(others)
  const errorsFirst = 'errors' in others
  if (rest === '{}') return `{"data":${data.text}}`
  if (!errorsFirst) return `{"data":${data.text},${rest.slice(1)}`
  return `${rest.slice(0, -1)},"data":${data.text}}`
}
