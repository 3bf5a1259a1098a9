/** An object under construction: what subgraphs gave so far. */
export type Entity = Record<string, unknown>

export function isObject(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field's value if the object itself has it: names such as `constructor` are fields like others. */
export function ownValue(object: Readonly<Entity>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** Sets a field of the object itself, also when its name means something else to JavaScript (`__proto__`). */
export function setOwn(object: Entity, name: string, value: unknown): void {
  if (name in Object.prototype && !Object.hasOwn(object, name))
    Object.defineProperty(object, name, { configurable: true, enumerable: true, writable: true, value })
  else object[name] = value
}

/** Adds the fields of one answer to an object that has none of its composite fields yet: values are taken over, not copied. */
export function assign(target: Entity, source: Readonly<Entity>): void {
  for (const name in source) {
    const value = source[name]
    if (value !== undefined && Object.hasOwn(source, name)) setOwn(target, name, value)
  }
}

/** Adds the fields of one answer to an object, objects and lists of the same length field by field. */
export function deepMerge(target: Entity, source: Readonly<Entity> | null | undefined): void {
  if (source === null || source === undefined) return
  for (const name of Object.keys(source)) {
    const value = source[name]
    if (value === undefined) continue
    const present = ownValue(target, name)
    if (present && isObject(value)) deepMerge(present as Entity, value)
    else if (Array.isArray(value) && Array.isArray(present) && value.length === present.length)
      mergeLists(present, value)
    else setOwn(target, name, value)
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  source.forEach((value, index) => {
    const present = target[index]
    if (isObject(present) && isObject(value)) deepMerge(present, value)
    else target[index] = value
  })
}

/** A copy that shares nothing with its original. For JSON-like data. */
export function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map((each: unknown) => clone(each)) as T
  if (!isObject(value)) return value
  const copy: Entity = {}
  for (const name of Object.keys(value)) setOwn(copy, name, clone(value[name]))
  return copy as T
}
