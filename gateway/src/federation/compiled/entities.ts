import type { Representation } from '../../upstreams/upstream.ts'
import type { EntityPath } from './entity-path.ts'
import type { Entity } from './merge.ts'
import type { Representer, TypeRepresenter } from './representations.ts'

/** What a fetch asks for: representations that all differ, and the entities that each answer is for. */
export type Entities = { readonly representations: Representation[]; readonly targets: Entity[][] }

/** The entities that were found at the places of a response, each once, by the name of the place. */
export type KnownPlaces = Map<string, readonly Entity[]>

/**
 * The entities at a path. With `known` equal entities may be shared: those that are told completely by the same representation become
 * one object at all their places, so that what follows is done once for them, and who comes to a place again finds them there.
 */
export function collectEntities(
  root: Entity,
  path: EntityPath,
  represent: Representer,
  known: KnownPlaces | null,
): Entities {
  const present = known?.get(path.name)
  // What stands at a known place cannot be put elsewhere any more: its places are not looked at again.
  const collector = new Collector(represent, known !== null && !present)
  if (present) {
    for (const entity of present) collector.add(entity)
  } else {
    path.visit(root, (holder, key) => collector.visit(holder, key), known ?? noPlaces)
    known?.set(path.name, collector.found)
  }
  return collector.entities
}

const noPlaces: KnownPlaces = new Map()

class Collector {
  readonly entities: Entities = { representations: [], targets: [] }
  readonly found: Entity[] = []
  readonly #represent: Representer
  readonly #sharing: boolean
  readonly #seen = new Set<Entity>()
  /** The number of each representation, by the type's representer and its key. */
  readonly #numbers = new Map<TypeRepresenter, Map<unknown, number>>()
  #lastType: TypeRepresenter | null = null
  #lastNumbers = new Map<unknown, number>()

  constructor(represent: Representer, sharing: boolean) {
    this.#represent = represent
    this.#sharing = sharing
  }

  visit(holder: Record<string | number, unknown>, key: string | number): void {
    const value = holder[key]
    if (value === null || value === undefined) return
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) this.visit(value as never, index)
      return
    }
    const entity = value as Entity
    if (this.#seen.has(entity)) return
    const same = this.add(entity)
    if (same) holder[key] = same
    else {
      this.#seen.add(entity)
      this.found.push(entity)
    }
  }

  /** Gives the entity that may stand for this one, if there is one. */
  add(entity: Entity): Entity | null {
    const type = this.#represent.forEntity(entity)
    const key = type?.keyOf(entity)
    if (!type || key === undefined) return null
    const { representations, targets } = this.entities
    const numbers = this.#numbersOf(type)
    const number = numbers.get(key)
    if (number === undefined) {
      numbers.set(key, representations.length)
      representations.push(type.represent(entity))
      targets.push([entity])
      return null
    }
    const others = targets[number]
    const [first] = others ?? []
    if (this.#sharing && first && type.isComplete) return first
    others?.push(entity)
    return null
  }

  #numbersOf(type: TypeRepresenter): Map<unknown, number> {
    if (type === this.#lastType) return this.#lastNumbers
    const numbers = this.#numbers.get(type) ?? new Map<unknown, number>()
    this.#numbers.set(type, numbers)
    this.#lastType = type
    this.#lastNumbers = numbers
    return numbers
  }
}

/** Every path at which the entity of a representation stands, by the representation's text. */
export function errorPlaces(
  root: Entity,
  path: EntityPath,
  { textOf }: Representer,
): Map<string, (string | number)[][]> {
  const places = new Map<string, (string | number)[][]>()
  for (const { path: place, entity } of path.all(root)) {
    const text = textOf(entity)
    if (text === null) continue
    const known = places.get(text)
    if (known) known.push(place)
    else places.set(text, [place])
  }
  return places
}
