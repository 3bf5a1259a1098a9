import { Kind, type SelectionSetNode } from 'graphql'
import type { ReadOperation } from '../operations/read-operation.ts'

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const

/** How often an operation uses each root field, as `Mutation.logIn`: aliases and spread fragments count, conditions do not help. */
export function rootFieldUses({ document, definition }: ReadOperation): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  const type = rootTypes[definition.operation]
  const count = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = `${type}.${selection.name.value}`
        uses.set(name, (uses.get(name) ?? 0) + 1)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) count(selection.selectionSet)
      else {
        const { value } = selection.name
        for (const each of document.definitions)
          if (each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === value) count(each.selectionSet)
      }
    }
  }
  count(definition.selectionSet)
  return uses
}
