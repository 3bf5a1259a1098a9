import type { FetchDataRewrite } from '@apollo/query-planner'
import { isObject, ownValue, setOwn, type Entity } from './merge.ts'
import type { IsOfType } from './object-type.ts'

/** Changes data in place as the plan says, before it is sent or after it came. */
export type Rewrite = (data: unknown) => void

const fragmentPrefix = '... on '

/** Compiles the plan's rewrites: fields set (as `__typename` for `@interfaceObject`) or renamed (aliases that the planner made). */
export function rewriter(rewrites: readonly FetchDataRewrite[] | undefined, isOfType: IsOfType): Rewrite | null {
  const compiled = (rewrites ?? []).flatMap((rewrite) => {
    const last = rewrite.path.at(-1)
    return last === undefined ? [] : [at(rewrite.path.slice(0, -1), change(rewrite, last), isOfType)]
  })
  if (compiled.length === 0) return null
  return (data) => {
    for (const rewrite of compiled) rewrite(data)
  }
}

function change(rewrite: FetchDataRewrite, field: string): (object: Entity) => void {
  if (rewrite.kind === 'ValueSetter') return (object) => setOwn(object, field, rewrite.setValueTo)
  return (object) => {
    const value = ownValue(object, field)
    if (!value) return
    setOwn(object, rewrite.renameKeyTo, value)
    object[field] = undefined
  }
}

function at(path: readonly string[], act: (object: Entity) => void, isOfType: IsOfType): Rewrite {
  const [first, ...rest] = path
  const further = first === undefined ? act : at(rest, act, isOfType)
  const condition = first?.startsWith(fragmentPrefix) ? first.slice(fragmentPrefix.length) : null
  const visit = (data: unknown): void => {
    if (Array.isArray(data)) return data.forEach(visit)
    if (!isObject(data)) return
    if (first === undefined) act(data)
    else if (condition === null) further(ownValue(data, first) as Entity)
    else if (isOfType(data, condition, true)) further(data)
  }
  return visit
}
