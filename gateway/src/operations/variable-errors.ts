import { withoutValues } from '@torihiki/shared/graphql/without-values.ts'
import {
  coerceInputValue,
  GraphQLError,
  isInputType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type TypeNode,
  type VariableDefinitionNode,
} from 'graphql'
import { limitExceeded, operationLimits } from '../limits/operation-limits.ts'
import { isDeeperThan, unusableText } from './usable-text.ts'

/** At most this many wrong variables are told at once. */
const mostErrors = 20

/** Tells why the values of variables do not fit: where, and for which reason, but never the value, which may be a secret. */
export type VariableCheck = (variables: Readonly<Record<string, unknown>>) => readonly GraphQLError[]

const none: readonly GraphQLError[] = []

/** A check made ready once for the variables that an operation defines. It gives no errors when all values fit. */
export function variableCheck(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]): VariableCheck {
  const checks = definitions.flatMap((definition) => {
    const type = inputType(schema, definition.type)
    return type ? [checkOf(definition, type)] : []
  })
  if (checks.length === 0) return () => none
  return (variables) => {
    const errors: GraphQLError[] = []
    for (const check of checks) check(variables, errors)
    return errors.length > mostErrors ? errors.slice(0, mostErrors) : errors
  }
}

function inputType(schema: GraphQLSchema, node: TypeNode): GraphQLInputType | null {
  const type = typeFromAST(schema, node as never)
  return isInputType(type) ? type : null
}

function checkOf(
  definition: VariableDefinitionNode,
  type: GraphQLInputType,
): (variables: Readonly<Record<string, unknown>>, errors: GraphQLError[]) => void {
  const name = definition.variable.name.value
  const hasDefault = definition.defaultValue !== undefined
  const error = (reason: string): GraphQLError =>
    new GraphQLError(`Variable "$${name}${reason}`, { nodes: [definition], extensions: { code: 'BAD_USER_INPUT' } })
  return (variables, errors) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined
    if (value === undefined || value === null) {
      if (isNonNullType(type) && (value === null || !hasDefault))
        errors.push(error(`" of required type "${type.toString()}" was not provided.`))
      return
    }
    if (isDeeperThan(value, operationLimits.variableDepth)) {
      const { variableDepth } = operationLimits
      return void errors.push(limitExceeded('variableDepth', variableDepth + 1, variableDepth))
    }
    const place = unusableText(value)
    if (place !== null) errors.push(error(`${place}" holds a character that is not text: leave it out.`))
    coerceInputValue(value, type, (path, _value, { message }) => {
      const at = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
      errors.push(error(`${at}" got an invalid value; ${withoutValues(message)}`))
    })
  }
}
