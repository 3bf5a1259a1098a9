import {
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLFormattedError,
  type GraphQLOutputType,
} from 'graphql'
import { collectFields, type CollectedField, type Reading, type TypedSelections } from './collect-fields.ts'
import { quote } from './json-text.ts'
import { leafText } from './leaf-text.ts'
import { brokenPromise } from './broken-promise.ts'

/** One response as it is written. */
export type Writing = {
  /** Where it has come to: response names and indices, without the name of a leaf. */
  readonly path: (string | number)[]
  /** What in the data broke the schema's promises. */
  readonly errors: GraphQLFormattedError[]
  /** Texts of entity objects that several places share, by writer. */
  readonly texts: (Map<object, string> | undefined)[]
}

/** An object as subgraphs gave it, merged. */
export type Answered = Readonly<Record<string, unknown>>

export type WriterOptions = Reading & {
  /** Response paths (names joined by `pathSeparator`) at which one entity object may stand at several places. */
  readonly sharedPaths: ReadonlySet<string>
}

/**
 * Gives JSON text. `null` (the value) when an error made it null, undefined when that null may not stand here and goes up to the
 * parent; the text `null` when the subgraph gave null.
 */
type Write<T = unknown> = (value: T, writing: Writing) => string | null | undefined
type FieldWriter = { readonly prefix: string; readonly write: Write<Answered> }
/** How a place is named in an error: `field T.name`, or an element of a list by its index. */
type Described = (writing: Writing) => string

export const pathSeparator = '\n'
export const nullText = 'null'
const typenameField = '__typename'

/** Compiles what an operation selects to functions that write it. Every object type is compiled when it is first met. */
export class ValueCompiler {
  readonly #options: WriterOptions
  #sharing = 0

  constructor(options: WriterOptions) {
    this.#options = options
  }

  /** Writes an object whose type is told (`runtime`) or not. Null when one of its fields may not be null and is. */
  fields(
    declared: GraphQLCompositeType,
    selections: readonly TypedSelections[],
    runtime: GraphQLCompositeType | null,
    path: string,
  ): (object: Answered, writing: Writing) => string | null {
    const typed = selections.map(({ set }) => ({ set, parent: runtime ?? declared }))
    const fields = collectFields(this.#options, typed, runtime)
    const writers = fields.map((field, index) => this.#field(field, index === 0 ? '{' : ',', path))
    if (writers.length === 0) return () => '{}'
    return (object, writing) => {
      let text = ''
      for (const { prefix, write } of writers) {
        const written = write(object, writing)
        if (written === undefined) return null
        text += prefix
        text += written ?? nullText
      }
      return `${text}}`
    }
  }

  #field({ name, parent, nodes }: CollectedField, before: string, path: string): FieldWriter {
    const prefix = `${before}${quote(name)}:`
    const fieldName = nodes[0]?.name.value ?? name
    if (fieldName === typenameField) return { prefix, write: this.#typename(name, parent) }
    const type = 'getFields' in parent ? parent.getFields()[fieldName]?.type : undefined
    if (!type) throw new Error(`There is no field ${parent.name}.${fieldName}.`)
    const described = `field ${parent.name}.${name}`
    const nullable = isNonNullType(type) ? type.ofType : type
    const sets = nodes.flatMap(({ selectionSet: set }) => (set ? [{ set, parent }] : []))
    const write = isLeafType(nullable)
      ? this.#leafField(name, type, described)
      : this.#within(
          name,
          this.#value(type, sets, () => described, path === '' ? name : `${path}${pathSeparator}${name}`),
        )
    if (name in Object.prototype)
      return { prefix, write: (object, writing) => write(Object.hasOwn(object, name) ? object[name] : null, writing) }
    return { prefix, write: (object, writing) => write(object[name], writing) }
  }

  #within(name: string, write: Write): Write {
    return (value, writing) => {
      writing.path.push(name)
      const written = write(value, writing)
      writing.path.pop()
      return written
    }
  }

  #typename(name: string, parent: GraphQLCompositeType): Write<Answered> {
    const texts = new Map<unknown, string | undefined>()
    return (object) => {
      const told = (Object.hasOwn(object, name) ? object[name] : null) ?? object[typenameField] ?? null
      if (texts.has(told)) return texts.get(told)
      const type = (typeof told === 'string' ? this.#options.schema.getType(told) : null) ?? parent
      const text = isObjectType(type) ? quote(type.name) : undefined
      // What is not a type of the schema is not remembered: there may be any number of it.
      if (told === null || type.name === told) texts.set(told, text)
      return text
    }
  }

  /** A leaf that is a field by itself: the usual case, whose name joins the path only in an error. */
  #leafField(name: string, type: GraphQLOutputType, described: string): Write {
    const write = this.#value(type, [], () => described, '')
    const leaf = isNonNullType(type) ? type.ofType : type
    if (!isLeafType(leaf)) return write
    const textOf = leafText(leaf)
    const again = this.#within(name, write)
    const whenNull = isNonNullType(type) ? undefined : nullText
    return (value, writing) => {
      if (value === null || value === undefined) return whenNull ?? again(value, writing)
      return textOf(value) ?? again(value, writing)
    }
  }

  #value(type: GraphQLOutputType, selections: readonly TypedSelections[], described: Described, path: string): Write {
    if (isNonNullType(type)) {
      const write = this.#value(type.ofType, selections, described, path)
      return (value, writing) => {
        const text = write(value, writing)
        if (text === nullText) writing.errors.push(brokenPromise.null(described(writing), writing.path))
        return text === nullText || text === null ? undefined : text
      }
    }
    if (isListType(type)) return this.#list(type.ofType, type.toString(), selections, path)
    if (isCompositeType(type)) return this.#object(type, selections, described, path)
    const textOf = leafText(type)
    return (value, writing) => {
      if (value === null || value === undefined) return nullText
      const text = textOf(value)
      if (text === undefined) writing.errors.push(brokenPromise.leaf(described(writing), writing.path))
      return text ?? null
    }
  }

  /** Every element is written, also after one that makes the list null: each tells its own error. */
  #list(of: GraphQLOutputType, name: string, selections: readonly TypedSelections[], path: string): Write {
    const element = isNonNullType(of) ? of.ofType : of
    const write = this.#value(
      of,
      selections,
      ({ path: at }) => `array element of type ${element.toString()} at index ${at.at(-1)}`,
      path,
    )
    return (value, writing) => {
      if (value === null || value === undefined) return nullText
      if (!Array.isArray(value)) throw brokenPromise.list(value, name)
      const at = writing.path
      const depth = at.length
      let text = '['
      let isNull = false
      for (let index = 0; index < value.length; index++) {
        at[depth] = index
        const written = write(value[index], writing)
        if (written === undefined) isNull = true
        if (index > 0) text += ','
        text += written ?? nullText
      }
      at.length = depth
      return isNull ? null : `${text}]`
    }
  }

  #object(
    type: GraphQLCompositeType,
    selections: readonly TypedSelections[],
    described: Described,
    path: string,
  ): Write {
    const compiled = new Map<unknown, Write<Answered>>()
    const compile = (told: unknown): Write<Answered> | null => {
      if (told === undefined || told === null || told === '') return this.fields(type, selections, null, path)
      if (typeof told !== 'string') throw brokenPromise.typenameValue(told)
      const runtime = this.#options.schema.getType(told)
      return isCompositeType(runtime) ? this.fields(type, selections, runtime, path) : null
    }
    let lastTold: unknown = Symbol('none yet')
    let lastWrite: Write<Answered> | null = null
    const writeObject: Write<Answered> = (object, writing) => {
      const told = object[typenameField]
      if (told !== lastTold) {
        const write = compiled.get(told) ?? compile(told)
        if (!write) {
          writing.errors.push(brokenPromise.typename(described(writing), writing.path))
          return null
        }
        compiled.set(told, write)
        lastTold = told
        lastWrite = write
      }
      return lastWrite?.(object, writing)
    }
    const write = this.#options.sharedPaths.has(path) ? this.#once(writeObject) : writeObject
    return (value, writing) => {
      if (value === null || value === undefined) return nullText
      if (typeof value !== 'object') throw brokenPromise.object(value, type.name)
      return write(value as Answered, writing)
    }
  }

  /** Writes an object that stands at several places once, unless it has errors, which tell each place. */
  #once(write: Write<Answered>): Write<Answered> {
    const number = this.#sharing++
    return (object, writing) => {
      const texts: Map<object, string> = (writing.texts[number] ??= new Map<object, string>())
      const known = texts.get(object)
      if (known !== undefined) return known
      const errors = writing.errors.length
      const text = write(object, writing)
      if (typeof text === 'string' && errors === writing.errors.length) texts.set(object, text)
      return text
    }
  }
}
