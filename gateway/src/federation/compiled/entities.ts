import type { EntityPath } from './entity-path.ts'
import type { Entity } from './merge.ts'
import type { EntityRepresentation, Represent } from './representations.ts'

/** What a fetch asks for: representations that all differ, and the entities that each answer is for. */
export type Entities = { readonly representations: EntityRepresentation[]; readonly targets: Entity[][] }

/** The entities that were found at the places of a response, each once, by the name of the place. */
export type KnownPlaces = Map<string, readonly Entity[]>

/**
 * The entities at a path. With `known` equal entities may be shared: those that are told completely by the same representation become
 * one object at all their places, so that what follows is done once for them, and who comes to a place again finds them there.
 */
export function collectEntities(
  root: Entity,
  path: EntityPath,
  represent: Represent,
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
  readonly #represent: Represent
  readonly #sharing: boolean
  readonly #numbers = new Map<string, number>()
  readonly #seen = new Set<Entity>()

  constructor(represent: Represent, sharing: boolean) {
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
    const representation = this.#represent(entity)
    if (!representation) return null
    const { representations, targets } = this.entities
    const number = this.#numbers.get(representation.text)
    if (number === undefined) {
      this.#numbers.set(representation.text, representations.length)
      representations.push(representation)
      targets.push([entity])
      return null
    }
    const others = targets[number]
    const [first] = others ?? []
    if (this.#sharing && first && isTold(entity, representation) && isTold(first, representation)) return first
    others?.push(entity)
    return null
  }
}

/** Whether a representation has all that an entity has. */
function isTold(entity: Entity, { leaves }: EntityRepresentation): boolean {
  let fields = 0
  for (const _name in entity) fields++
  return fields === leaves
}

/** Every path at which the entity of a representation stands, by the representation's text. */
export function errorPlaces(root: Entity, path: EntityPath, represent: Represent): Map<string, (string | number)[][]> {
  const places = new Map<string, (string | number)[][]>()
  for (const { path: place, entity } of path.all(root)) {
    const text = represent(entity)?.text
    if (text === undefined) continue
    const known = places.get(text)
    if (known) known.push(place)
    else places.set(text, [place])
  }
  return places
}
