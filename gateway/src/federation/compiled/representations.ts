import { getResponseName, type FetchNode, type QueryPlanSelectionNode } from '@apollo/query-planner'
import type { Representation } from '../../upstreams/upstream.ts'
import { deepMerge, ownValue, setOwn, type Entity } from './merge.ts'
import type { IsOfType } from './object-type.ts'
import { quote } from './json-text.ts'
import { rewriter, type Rewrite } from './rewrites.ts'

/**
 * How entities of one type are represented. Null as a whole when the fetch does not ask for the type, and for an entity that lacks a
 * field.
 */
export type TypeRepresenter = {
  /** Equal keys mean equal representations, among those of this representer. */
  keyOf(entity: Readonly<Entity>): unknown
  /** Only for an entity that has a key. */
  represent(entity: Readonly<Entity>): Representation
  /** Whether a representation has all that an entity has, as it comes from the fetch before. */
  readonly isComplete: boolean
}

/** What a fetch requires of its entities, by their type. */
export type Representer = {
  forEntity(entity: Readonly<Entity>): TypeRepresenter | null
  /** The representation of an entity as text, null when it has none. */
  textOf(entity: Readonly<Entity>): string | null
}

const typenameField = '__typename'

/** Compiles what a fetch requires of its entities. `fields` are those that its entities have before. */
export function representer(
  fetch: FetchNode,
  isOfType: IsOfType,
  fields: ReadonlySet<string> | undefined,
): Representer {
  const requires = fetch.requires ?? []
  const rewrite = rewriter(fetch.inputRewrites, isOfType)
  const general = generalRepresenter(requires, rewrite, isOfType)
  const byType = new Map<unknown, TypeRepresenter>()
  const compile = (entity: Readonly<Entity>): TypeRepresenter => {
    const names = rewrite ? null : leafNames(entity, requires, isOfType)
    return names
      ? flatRepresenter(
          names,
          [...(fields ?? [''])].every((field) => names.includes(field)),
        )
      : general
  }
  const forEntity = (entity: Readonly<Entity>): TypeRepresenter | null => {
    const typename = entity[typenameField]
    if (typeof typename !== 'string') return general
    const known = byType.get(typename)
    if (known) return known
    const compiled = compile(entity)
    byType.set(typename, compiled)
    return compiled
  }
  return {
    forEntity,
    textOf(entity) {
      const found = forEntity(entity)
      return found?.keyOf(entity) === undefined ? null : found.represent(entity).text
    },
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

/** The usual case: some leaves, most often one beside the type, which is then the key as it is. */
function flatRepresenter(names: readonly string[], isComplete: boolean): TypeRepresenter {
  const fields = names.map((name, index) => ({ name, prefix: `${index === 0 ? '{' : ','}${quote(name)}:` }))
  const textOf = (entity: Readonly<Entity>): string | undefined => {
    let text = ''
    for (const { name, prefix } of fields) {
      const value = entity[name]
      if (value === undefined) return undefined
      text += prefix
      text += typeof value === 'string' ? quote(value) : JSON.stringify(value)
    }
    return `${text}}`
  }
  const [key, ...more] = names.filter((name) => name !== typenameField)
  const keyOf = (entity: Readonly<Entity>): unknown => {
    const value = key === undefined || more.length > 0 ? undefined : entity[key]
    // Lists and objects are equal by their text only, and null is a value.
    return typeof value === 'string' || typeof value === 'number' ? value : textOf(entity)
  }
  return { keyOf, represent: (entity) => new FlatRepresentation(entity, names, textOf), isComplete }
}

/** Text and value are made when they are asked for: a subgraph needs one of them. */
class FlatRepresentation implements Representation {
  readonly #entity: Readonly<Entity>
  readonly #names: readonly string[]
  readonly #textOf: (entity: Readonly<Entity>) => string | undefined

  constructor(
    entity: Readonly<Entity>,
    names: readonly string[],
    textOf: (entity: Readonly<Entity>) => string | undefined,
  ) {
    this.#entity = entity
    this.#names = names
    this.#textOf = textOf
  }

  get text(): string {
    return this.#textOf(this.#entity) ?? 'null'
  }

  get value(): Entity {
    const value: Entity = {}
    for (const name of this.#names) value[name] = this.#entity[name]
    return value
  }
}

function generalRepresenter(
  requires: readonly QueryPlanSelectionNode[],
  rewrite: Rewrite | null,
  isOfType: IsOfType,
): TypeRepresenter {
  const valueOf = (entity: Readonly<Entity>): Entity | null => {
    const value = select(entity, requires, isOfType)
    if (!value?.[typenameField]) return null
    rewrite?.(value)
    return value
  }
  return {
    keyOf(entity) {
      const value = valueOf(entity)
      return value ? JSON.stringify(value) : undefined
    },
    represent(entity) {
      const value = valueOf(entity) ?? {}
      return { value, text: JSON.stringify(value) }
    },
    isComplete: false,
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
