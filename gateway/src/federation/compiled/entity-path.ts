import type { ResponsePath } from '@apollo/query-planner'
import { ownValue, type Entity } from './merge.ts'
import { pathSeparator } from './value-compiler.ts'

/** Looks at one place of the response: `holder[key]` is an entity, or null. */
export type Visit = (holder: Record<string | number, unknown>, key: string | number) => void

/** Where the entities of a fetch stand in the response. */
export type EntityPath = {
  /** Response names joined by `pathSeparator`, as the response writer names places. */
  readonly name: string
  /** Visits every place, each shared part of the response once. */
  visit(root: Entity, visit: Visit): void
  /** The path of every entity that is there, and the entity, shared parts as often as they stand in the response. */
  all(root: Entity): { path: (string | number)[]; entity: Entity }[]
}

const everyElement = '@'

/** The name of a place, as both the plan's paths and the response writer give it. */
export function placeName(path: ResponsePath): string {
  return path.filter((each) => each !== everyElement).join(pathSeparator)
}

/** Compiles a path of the plan. At the places of `shared` one object may stand several times. */
export function entityPath(path: ResponsePath, shared: ReadonlySet<string>): EntityPath {
  const sharedAt = path.map((_, index) => shared.has(placeName(path.slice(0, index))))
  const last = path.length - 1
  const walk = (value: unknown, index: number, visit: Visit, seen: (Set<unknown> | undefined)[]): void => {
    if (value === null || value === undefined) return
    if (sharedAt[index]) {
      const known = (seen[index] ??= new Set())
      if (known.has(value)) return
      known.add(value)
    }
    const step = path[index] ?? ''
    if (step === everyElement) {
      const list = value as unknown[]
      for (let element = 0; element < list.length; element++) {
        if (index === last) visit(list as never, element)
        else walk(list[element], index + 1, visit, seen)
      }
      return
    }
    if (index === last) visit(value as Entity, step)
    else walk(ownValue(value as Entity, String(step)), index + 1, visit, seen)
  }
  return {
    name: placeName(path),
    visit(root, visit) {
      if (last < 0) visit({ root }, 'root')
      else walk(root, 0, visit, [])
    },
    all(root) {
      const found: { path: (string | number)[]; entity: Entity }[] = []
      every(root, path, [], found)
      return found
    },
  }
}

function every(
  value: unknown,
  path: ResponsePath,
  at: readonly (string | number)[],
  found: { path: (string | number)[]; entity: Entity }[],
): void {
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
