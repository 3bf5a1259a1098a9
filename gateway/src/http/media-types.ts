/** The media types of answers (GraphQL over HTTP). */
export const answerTypes = ['application/json', 'application/graphql-response+json'] as const
export type AnswerType = (typeof answerTypes)[number]

/** A media type without its parameters, in lower case. */
export function essenceOf(mediaType: string | undefined): string {
  return (mediaType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Whether a body of this type is JSON that we read: UTF-8, stated or not. */
export function isJsonBody(contentType: string | undefined): boolean {
  if (essenceOf(contentType) !== 'application/json') return false
  const charset = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1]
  return charset === undefined || /^utf-?8$/i.test(charset)
}

/**
 * Which type the answer has: what the client likes best, of equals what it names first, and plain JSON when it leaves the choice to us.
 * Null when it takes neither.
 */
export function acceptedType(accept: string | undefined): AnswerType | null {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return 'application/json'
  if (accept === 'application/graphql-response+json') return accept
  let best: AnswerType | null = null
  let liked = 0
  for (const range of accept.split(',')) {
    const type = typeOf(essenceOf(range))
    const quality = Number(/;\s*q\s*=\s*([\d.]+)/i.exec(range)?.[1] ?? 1)
    if (!type || !(quality > liked)) continue
    best = type
    liked = quality
  }
  return best
}

function typeOf(range: string): AnswerType | undefined {
  return range === '*/*' || range === 'application/*' ? 'application/json' : answerTypes.find((type) => type === range)
}
