import type { EntityPath } from './entity-path.ts'
import type { Entity } from './merge.ts'
import type { EntityRepresentation, Represent } from './representations.ts'

/** What a fetch asks for: representations that all differ, and the entities that each answer is for. */
export type Entities = { readonly representations: EntityRepresentation[]; readonly targets: Entity[][] }

/**
 * The entities at a path. With `sharing`, entities that are told completely by the same representation become one object at all
 * their places, so that what follows is done once for them.
 */
export function collectEntities(root: Entity, path: EntityPath, represent: Represent, sharing: boolean): Entities {
  const entities: Entities = { representations: [], targets: [] }
  const numbers = new Map<string, number>()
  const seen = new Set<Entity>()
  const visit = (holder: Record<string | number, unknown>, key: string | number): void => {
    const value = holder[key]
    if (value === null || value === undefined) return
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) visit(value as never, index)
      return
    }
    const entity = value as Entity
    if (seen.has(entity)) return
    seen.add(entity)
    const representation = represent(entity)
    if (!representation) return
    const number = numbers.get(representation.text)
    if (number === undefined) {
      numbers.set(representation.text, entities.representations.length)
      entities.representations.push(representation)
      entities.targets.push([entity])
      return
    }
    const targets = entities.targets[number] ?? []
    const [first] = targets
    if (!first) return
    if (sharing && isTold(entity, representation) && isTold(first, representation)) holder[key] = first
    else targets.push(entity)
  }
  path.visit(root, visit)
  return entities
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
