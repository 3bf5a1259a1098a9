import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql'
import { plus, variableValue, type Term, type Values } from './cost-term.ts'
import type { CostWeights } from './cost-weights.ts'

type Input = GraphQLArgument | GraphQLInputField
type Inputs = { readonly weights: CostWeights; readonly defaults: ReadonlyMap<string, unknown> }

/** What is written for an argument, if anything is. */
export function argumentOf(node: FieldNode, name: string): ValueNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name)?.value
}

/** An argument's value: as it is given, or its default. */
export function argumentValue(
  defaults: ReadonlyMap<string, unknown>,
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  name: string,
): (variables: Values) => unknown {
  const given = argumentOf(node, name)
  const preset = definition.args.find((argument) => argument.name === name)?.defaultValue
  if (!given) return () => preset
  if (given.kind === Kind.VARIABLE) {
    const variable = given.name.value
    return (variables) => variableValue(variables, defaults, variable) ?? preset
  }
  const literal = valueFromASTUntyped(given)
  return () => literal
}

/** What the values cost that are given to arguments: input objects 1 each, and what the schema says of them. */
export function inputCost(inputs: Inputs, definitions: readonly GraphQLArgument[], node: FieldNode): Term {
  return plus(definitions.map((definition) => argumentCost(inputs, definition, argumentOf(node, definition.name))))
}

function argumentCost({ weights, defaults }: Inputs, definition: GraphQLArgument, given: ValueNode | undefined): Term {
  if (!given || !weighs(weights, definition, new Set())) return 0
  const weigh = (found: unknown): number => valueCost(weights, definition, definition.type, found)
  if (!holdsVariable(given)) return weigh(valueFromASTUntyped(given))
  if (given.kind === Kind.VARIABLE) {
    const name = given.name.value
    return (variables) => weigh(variableValue(variables, defaults, name))
  }
  const presets = Object.fromEntries(defaults)
  return (variables) => weigh(valueFromASTUntyped(given, { ...presets, ...variables }))
}

function holdsVariable(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return true
  if (node.kind === Kind.LIST) return node.values.some(holdsVariable)
  return node.kind === Kind.OBJECT && node.fields.some((each) => holdsVariable(each.value))
}

/** Whether anything that may be given here costs something. */
function weighs(weights: CostWeights, input: Input, seen: Set<string>): boolean {
  if (weights.inputWeight(input) !== 0) return true
  const type = getNamedType(input.type)
  if (!isInputObjectType(type) || seen.has(type.name)) return false
  seen.add(type.name)
  return Object.values(type.getFields()).some((each) => weighs(weights, each, seen))
}

function valueCost(weights: CostWeights, input: Input, type: GraphQLInputType, given: unknown): number {
  if (given === null || given === undefined) return 0
  const bare = getNullableType(type)
  if (isListType(bare)) {
    const values: unknown[] = Array.isArray(given) ? given : [given]
    return values.reduce<number>((sum, each) => sum + valueCost(weights, input, bare.ofType, each), 0)
  }
  const own = weights.inputWeight(input)
  if (!isInputObjectType(bare) || typeof given !== 'object') return own
  const fields = Object.values(bare.getFields()).filter(({ name }) => Object.hasOwn(given, name))
  const below = fields.map((each) => valueCost(weights, each, each.type, (given as Record<string, unknown>)[each.name]))
  return below.reduce((sum, each) => sum + each, own)
}
