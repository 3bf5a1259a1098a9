import {
  GraphQLError,
  Kind,
  Lexer,
  Source,
  TokenKind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/**
 * What any document may ask for, whoever sends it: told from its text alone, before anything is validated or planned. What it costs
 * depends on the variables and is limited in `admission.ts`.
 */
export const operationLimits = {
  /** Lexical tokens of the document: bounds the parser's work. */
  tokens: 4_000,
  /** Levels of fields. */
  depth: 16,
  /** Aliases, counted where fragments are spread. */
  aliases: 50,
  /** Root fields of a mutation: each is a transaction of its own. */
  rootFields: 10,
  /** Fields, counted where fragments are spread: bounds the work of validation and planning. */
  fields: 1_000,
  /** Directives, counted where fragments are spread. */
  directives: 50,
  /** Lists and objects within one another in the value of a variable. */
  variableDepth: 32,
} as const

/** What was counted of an operation, or of a whole document: fragments where they are spread. */
export type Measures = { depth: number; aliases: number; rootFields: number; fields: number; directives: number }

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** A refusal that says which limit, what was used and what is allowed. */
export function limitExceeded(limit: string, used: number, allowed: number, further: object = {}): GraphQLError {
  return new GraphQLError(`The operation's ${limit} is ${used}; ${allowed} is allowed. Ask for less at once.`, {
    extensions: { code: 'LIMIT_EXCEEDED', limit, used, allowed, ...further },
  })
}

/** Why a document asks for too much: every limit that it exceeds. Counting ends soon after a limit, however large the document. */
export function limitErrors(document: DocumentNode): readonly GraphQLError[] {
  const sum = noMeasures()
  const fragments = fragmentsOf(document)
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) measureOperation(definition, fragments, sum)
  const limits = ['depth', 'aliases', 'rootFields', 'fields', 'directives'] as const
  return limits
    .filter((limit) => sum[limit] > operationLimits[limit])
    .map((limit) => limitExceeded(limit, sum[limit], operationLimits[limit]))
}

/** The refusal of a document with too many tokens, from the parser's error. Null when the error is another. */
export function tokenLimitError(source: string, { message }: GraphQLError): GraphQLError | null {
  if (!/more tha[nt] \d+ tokens/.test(message)) return null
  return limitExceeded('tokens', tokensOf(source), operationLimits.tokens)
}

/** What one operation of a document measures. */
export function measuresOf(operation: OperationDefinitionNode, document: DocumentNode): Readonly<Measures> {
  return measureOperation(operation, fragmentsOf(document), noMeasures())
}

const noMeasures = (): Measures => ({ depth: 0, aliases: 0, rootFields: 0, fields: 0, directives: 0 })

function fragmentsOf(document: DocumentNode): Fragments {
  const found = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(found.map((fragment) => [fragment.name.value, fragment]))
}

function measureOperation(operation: OperationDefinitionNode, fragments: Fragments, sum: Measures): Measures {
  sum.directives += operation.directives?.length ?? 0
  const counts = operation.operation === 'mutation'
  measureSelections(operation.selectionSet, { fragments, sum, depth: 1, counts, within: new Set() })
  return sum
}

type Place = {
  readonly fragments: Fragments
  readonly sum: Measures
  readonly depth: number
  /** Whether fields here count as root fields. */
  readonly counts: boolean
  readonly within: ReadonlySet<string>
}

function measureSelections(set: SelectionSetNode, place: Place): void {
  const { fragments, sum, depth, counts, within } = place
  sum.depth = Math.max(sum.depth, depth)
  for (const selection of set.selections) {
    // Beyond the limits nothing more needs to be known: this bounds the work on hostile documents.
    if (sum.depth > operationLimits.depth || sum.fields > operationLimits.fields) return
    sum.directives += selection.directives?.length ?? 0
    if (selection.kind === Kind.FIELD) {
      sum.fields++
      if (selection.alias) sum.aliases++
      if (counts) sum.rootFields++
      if (selection.selectionSet)
        measureSelections(selection.selectionSet, { ...place, depth: depth + 1, counts: false })
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      measureSelections(selection.selectionSet, place)
    } else {
      const name = selection.name.value
      const fragment = fragments.get(name)
      // A spread counts as a field: empty detours are not free.
      sum.fields++
      if (!fragment || within.has(name)) continue
      sum.directives += fragment.directives?.length ?? 0
      measureSelections(fragment.selectionSet, { ...place, within: new Set([...within, name]) })
    }
  }
}

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text))
  let tokens = 0
  try {
    while (lexer.advance().kind !== TokenKind.EOF) tokens++
  } catch {
    // What comes after a character that is no token does not count.
  }
  return Math.max(tokens, operationLimits.tokens + 1)
}
