import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'

/** Tells whether an object, by its `__typename`, answers a type condition. `whenUnknown` when it tells no type. */
export type IsOfType = (object: Readonly<Record<string, unknown>>, condition: string, whenUnknown: boolean) => boolean

/** Answers are kept: a schema has few types and an answer asks the same over and over. */
export function typeTest(schema: GraphQLSchema): IsOfType {
  const known = new Map<string, Map<string, boolean>>()
  const test = (typename: string, condition: string): boolean => {
    if (typename === condition) return true
    const type = schema.getType(typename)
    const wanted = schema.getType(condition)
    if (!type || !isAbstractType(wanted)) return false
    return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type)
  }
  return (object, condition, whenUnknown) => {
    const typename = object['__typename']
    if (!typename) return whenUnknown
    if (typeof typename !== 'string') return false
    if (typename === condition) return true
    const answers = known.get(condition) ?? new Map<string, boolean>()
    known.set(condition, answers)
    const found = answers.get(typename)
    if (found !== undefined) return found
    const answer = test(typename, condition)
    if (schema.getType(typename)) answers.set(typename, answer)
    return answer
  }
}
