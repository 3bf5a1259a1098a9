import type { ResponsePath } from '@apollo/query-planner'
import { ownValue, type Entity } from './merge.ts'
import { pathSeparator } from './value-compiler.ts'

/** Looks at one place of the response: `holder[key]` is an entity, a list of them, or null. */
export type Visit = (holder: Record<string | number, unknown>, key: string | number) => void

/** Where the entities of a fetch stand in the response. */
export type EntityPath = {
  /** Response names joined by `pathSeparator`, as the response writer names places. */
  readonly name: string
  /**
   * Visits every place, each shared part of the response once. `known` has the entities that were found at places before: the way
   * begins at the last of them.
   */
  visit(root: Entity, visit: Visit, known: ReadonlyMap<string, readonly Entity[]>): void
  /** The path of every entity that is there, and the entity, shared parts as often as they stand in the response. */
  all(root: Entity): PlacedEntity[]
}

export type PlacedEntity = { readonly path: (string | number)[]; readonly entity: Entity }

/** Goes on from a value of the response. */
type Walk = (value: unknown, visit: Visit) => void

const everyElement = '@'

/** The name of a place, as both the plan's paths and the response writer give it. */
export function placeName(path: ResponsePath): string {
  return path.filter((each) => each !== everyElement).join(pathSeparator)
}

/** Compiles a path of the plan. */
export function entityPath(path: ResponsePath): EntityPath {
  // From each place on the way that may be known, the longest way first; the last is the way from the root.
  const ways = path
    .map((_, index) => ({ from: placeName(path.slice(0, index)), walk: walkOf(path.slice(index)) }))
    .toReversed()
  const starts = ways.filter(({ from }, index) => from !== '' && from !== ways[index - 1]?.from)
  const fromRoot = walkOf(path)
  return {
    name: placeName(path),
    visit(root, visit, known) {
      if (path.length === 0) return visit({ root }, 'root')
      for (const { from, walk } of starts) {
        const entities = known.get(from)
        if (!entities) continue
        for (const entity of entities) walk(entity, visit)
        return undefined
      }
      return fromRoot(root, visit)
    },
    all(root) {
      const found: PlacedEntity[] = []
      every(root, path, [], found)
      return found
    },
  }
}

function walkOf(path: ResponsePath): Walk {
  const [step = '', ...rest] = path
  const isLast = rest.length === 0
  const further = isLast ? null : walkOf(rest)
  if (step === everyElement) {
    return (value, visit) => {
      if (value === null || value === undefined) return
      const list = value as unknown[]
      for (let index = 0; index < list.length; index++) {
        if (further) further(list[index], visit)
        else visit(list as never, index)
      }
    }
  }
  const name = String(step)
  const own = name in Object.prototype
  return (value, visit) => {
    if (value === null || value === undefined) return
    if (!further) visit(value as Entity, name)
    else further(own ? ownValue(value as Entity, name) : (value as Entity)[name], visit)
  }
}

function every(value: unknown, path: ResponsePath, at: readonly (string | number)[], found: PlacedEntity[]): void {
  if (value === null || value === undefined) return
  const [step, ...rest] = path
  if (step === undefined && !Array.isArray(value)) return void found.push({ path: [...at], entity: value as Entity })
  if (Array.isArray(value)) {
    const further = step === everyElement ? rest : path
    value.forEach((element, index) => every(element, further, [...at, index], found))
    return
  }
  if (step !== undefined) every(ownValue(value as Entity, String(step)), rest, [...at, step], found)
}
