import {
  concatAST,
  GraphQLError,
  Kind,
  parse,
  print,
  separateOperations,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import { readOperation } from '../operations/read-operation.ts'
import { documentHash, type Manifest } from './manifest.ts'

/** A file of a client's operations and fragments. */
export type ClientFile = { readonly path: string; readonly text: string }

/**
 * Makes a manifest of all operations of a client, each with the fragments that it uses, from whichever file. A file that is one operation
 * and needs nothing else keeps its text as it is. Gives a sentence for everything that keeps them from being valid.
 */
export function collectOperations(
  schema: GraphQLSchema,
  files: readonly ClientFile[],
): Manifest | { readonly faults: readonly string[] } {
  const faults: string[] = []
  const parsed = files.flatMap((file) => {
    const document = parsedFile(file)
    if ('kind' in document) return [{ ...file, document }]
    faults.push(`${file.path}: ${document.message}`)
    return []
  })
  const fragments = parsed.flatMap(({ path, document }) => fragmentNames(document).map((name) => ({ path, name })))
  for (const [i, { path, name }] of fragments.entries()) {
    const first = fragments.findIndex((each) => each.name === name)
    if (first < i) faults.push(`${path}: There is a fragment ${name} in ${fragments[first]?.path} already. Rename one.`)
  }
  if (faults.length > 0) return { faults }
  const shared = concatAST(parsed.map(({ document }) => onlyFragments(document)))
  const operations: Record<string, { name: string; body: string }> = {}
  for (const { path, text, document } of parsed)
    for (const { name, body } of operationsOf(text, document, shared)) {
      const read = readOperation(schema, body, null, true)
      if ('document' in read) operations[documentHash(body)] = { name, body }
      else for (const { message } of read) faults.push(`${path}: ${name || 'an operation without a name'}: ${message}`)
    }
  return faults.length > 0 ? { faults } : { version: 1, operations }
}

function parsedFile({ text }: ClientFile): DocumentNode | GraphQLError {
  try {
    return parse(text)
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError('It cannot be parsed.')
  }
}

function fragmentNames(document: DocumentNode): string[] {
  return document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [each.name.value] : []))
}

function onlyFragments(document: DocumentNode): DocumentNode {
  return { ...document, definitions: document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION) }
}

function operationsOf(text: string, document: DocumentNode, shared: DocumentNode): { name: string; body: string }[] {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  return operations.map((operation) => {
    const name = operation.name?.value ?? ''
    const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...shared.definitions] }
    const needed = separateOperations(alone)[name] ?? alone
    const isWholeFile = operations.length === 1 && sameDefinitions(needed, document)
    return { name, body: isWholeFile ? text : print(needed) }
  })
}

function sameDefinitions(a: DocumentNode, b: DocumentNode): boolean {
  return a.definitions.length === b.definitions.length && a.definitions.every((each) => b.definitions.includes(each))
}
