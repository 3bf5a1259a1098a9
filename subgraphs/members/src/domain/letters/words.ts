import type { MessageKind } from '../message-kinds.ts'

/** What a letter says of a kind: how its subject begins, and its one sentence. `$` is the other member's name, where there is one. */
type KindWords = { readonly subject: string; readonly sentence: string }

/** The words of a language. */
export type LetterWords = {
  readonly kinds: Readonly<Record<MessageKind, KindWords>>
  readonly labels: Readonly<
    Record<
      | 'order'
      | 'case'
      | 'contract'
      | 'transaction'
      | 'bill'
      | 'amount'
      | 'status'
      | 'dueOn'
      | 'level'
      | 'window'
      | 'link'
      | 'webhook'
      | 'reason'
      | 'memberNumber',
      string
    >
  >
  /** How to find more, by the API. */
  readonly reading: string
  readonly closing: string
  /** The other member, when its name is not known. */
  readonly partner: string
  readonly disabled: Readonly<Record<'GONE' | 'FAILING', string>>
}
