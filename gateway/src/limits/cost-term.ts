import { Kind, type DirectiveNode } from 'graphql'

/** The values of an operation's variables. */
export type Values = Readonly<Record<string, unknown>>

/** A part of a cost: a number when no variable matters, else a function of the variables. */
export type Term = number | ((variables: Values) => number)

/** The value of a variable: as given, or its default. Names of inherited properties mean nothing. */
export function variableValue(variables: Values, defaults: ReadonlyMap<string, unknown>, name: string): unknown {
  return Object.hasOwn(variables, name) ? variables[name] : defaults.get(name)
}

export function value(term: Term, variables: Values): number {
  return typeof term === 'number' ? term : term(variables)
}

/** The sum, computed beforehand as far as no variable matters. */
export function plus(terms: readonly Term[]): Term {
  let constant = 0
  const functions: ((variables: Values) => number)[] = []
  for (const term of terms) {
    if (typeof term === 'number') constant += term
    else functions.push(term)
  }
  const [only] = functions
  if (!only) return constant
  if (functions.length === 1) return (variables) => constant + only(variables)
  return (variables) => {
    let sum = constant
    for (const each of functions) sum += each(variables)
    return sum
  }
}

/** A length times what one costs. */
export function product(size: Term, each: Term): Term {
  if (size === 1) return each
  if (typeof size === 'number' && typeof each === 'number') return size * each
  if (typeof size === 'number' && typeof each === 'function') return (variables) => size * each(variables)
  if (typeof size === 'function' && typeof each === 'number') return (variables) => size(variables) * each
  return (variables) => value(size, variables) * value(each, variables)
}

/** Nothing when `@skip` or `@include` leave the selection out. */
export function conditional(
  defaults: ReadonlyMap<string, unknown>,
  directives: readonly DirectiveNode[],
  term: Term,
): Term {
  return directives.reduce((kept, directive) => {
    const { value: name } = directive.name
    const condition = directive.arguments?.find((argument) => argument.name.value === 'if')?.value
    if (!condition || (name !== 'skip' && name !== 'include')) return kept
    const wanted = name === 'include'
    if (condition.kind === Kind.BOOLEAN) return condition.value === wanted ? kept : 0
    if (condition.kind !== Kind.VARIABLE) return kept
    const variable = condition.name.value
    return (variables) => (variableValue(variables, defaults, variable) === wanted ? value(kept, variables) : 0)
  }, term)
}
