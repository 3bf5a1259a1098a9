import { getResponseName, type FetchNode, type QueryPlanSelectionNode } from '@apollo/query-planner'
import type { Representation } from '../../upstreams/upstream.ts'
import { deepMerge, ownValue, setOwn, type Entity } from './merge.ts'
import type { IsOfType } from './object-type.ts'
import { quote } from './json-text.ts'
import { rewriter } from './rewrites.ts'

/** Makes the representation of an entity. Null when the entity is not of a type that the fetch asks for, or lacks a field. */
export type Represent = (entity: Readonly<Entity>) => EntityRepresentation | null

export type EntityRepresentation = Representation & {
  /** How many fields it has, when all are leaves; else -1. An entity with as many fields is told by it completely. */
  readonly leaves: number
}

const typenameField = '__typename'

/** Compiles what a fetch requires of its entities. */
export function representer(fetch: FetchNode, isOfType: IsOfType): Represent {
  const requires = fetch.requires ?? []
  const rewrite = rewriter(fetch.inputRewrites, isOfType)
  const general: Represent = (entity) => {
    const value = select(entity, requires, isOfType)
    if (!value?.[typenameField]) return null
    rewrite?.(value)
    return { value, text: JSON.stringify(value), leaves: -1 }
  }
  if (rewrite) return general
  const byType = new Map<unknown, Represent>()
  return (entity) => {
    const typename = entity[typenameField]
    let represent = byType.get(typename)
    if (!represent) {
      const names = typeof typename === 'string' ? leafNames(entity, requires, isOfType) : null
      represent = names ? flat(names) : general
      byType.set(typename, represent)
    }
    return represent(entity)
  }
}

/** The names of the fields required of an entity's type when they are all leaves of one group; null when it is not so simple. */
function leafNames(
  entity: Readonly<Entity>,
  requires: readonly QueryPlanSelectionNode[],
  isOfType: IsOfType,
): string[] | null {
  const groups = requires.filter(
    (each) => each.kind === 'InlineFragment' && each.typeCondition && isOfType(entity, each.typeCondition, false),
  )
  const [group] = groups
  if (groups.length !== 1 || group?.kind !== 'InlineFragment' || requires.some(({ kind }) => kind === 'Field'))
    return null
  const names = group.selections.flatMap((each) =>
    each.kind === 'Field' && !each.selections ? [getResponseName(each)] : [],
  )
  const isSimple = names.length === group.selections.length && names.includes(typenameField)
  return isSimple && !names.some((name) => name in Object.prototype) ? names : null
}

/** The usual case: some leaves, written without a detour. The value is made only for a subgraph that wants one. */
function flat(names: readonly string[]): Represent {
  const fields = names.map((name, index) => ({ name, prefix: `${index === 0 ? '{' : ','}${quote(name)}:` }))
  return (entity) => {
    let text = ''
    for (const { name, prefix } of fields) {
      const value = entity[name]
      if (value === undefined) return null
      text += prefix
      text += typeof value === 'string' ? quote(value) : JSON.stringify(value)
    }
    return new FlatRepresentation(entity, names, `${text}}`)
  }
}

class FlatRepresentation implements EntityRepresentation {
  readonly text: string
  readonly leaves: number
  readonly #entity: Readonly<Entity>
  readonly #names: readonly string[]

  constructor(entity: Readonly<Entity>, names: readonly string[], text: string) {
    this.text = text
    this.leaves = names.length
    this.#entity = entity
    this.#names = names
  }

  get value(): Entity {
    const value: Entity = {}
    for (const name of this.#names) value[name] = this.#entity[name]
    return value
  }
}

function select(source: unknown, selections: readonly QueryPlanSelectionNode[], isOfType: IsOfType): Entity | null {
  if (source === null) return null
  const object = source as Entity
  const result: Entity = {}
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      if (selection.typeCondition && source && isOfType(object, selection.typeCondition, false))
        deepMerge(result, select(object, selection.selections, isOfType))
      continue
    }
    const name = getResponseName(selection)
    const value = ownValue(object, name)
    if (value === undefined) return null
    const { selections: inner } = selection
    if (!inner) setOwn(result, name, value)
    else if (Array.isArray(value))
      setOwn(
        result,
        name,
        value.map((each) => select(each, inner, isOfType)),
      )
    else setOwn(result, name, select(value, inner, isOfType))
  }
  return result
}
