import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'

/** The repository's folder. */
export const repositoryRoot = join(import.meta.dirname, '../..')

/** An import or re-export: what is named in it, and as which file of the repository (null for packages). */
export type Import = { specifier: string; file: string | null; typesOnly: boolean }

/** An exported name, and whether a docstring stands directly before it. */
export type Export = { name: string; kind: string; declaration: string; line: number; documented: boolean }

/** A source of the project, as the house rules look at it. */
export type Source = {
  /** From the repository's root, with slashes. */
  path: string
  text: string
  /** The text with blanks for comments and for what is within strings, templates and regular expressions. */
  code: string
  imports: Import[]
  exports: Export[]
}

const folders = ['bin', 'schema', 'gateway', 'subgraphs', 'workers', 'test']
const leftOut = new Set(['node_modules', '.data', '.turbo', 'peers'])

/** All files of the project's own folders, from the repository's root, with slashes. */
export function projectFiles(): string[] {
  return folders.flatMap((folder) => filesIn(folder)).toSorted()
}

function filesIn(folder: string): string[] {
  return readdirSync(join(repositoryRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    if (leftOut.has(entry.name)) return []
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8')
}

/** All TypeScript and JavaScript sources but the generated ones. */
export function sources(): Source[] {
  return projectFiles()
    .filter((path) => /\.(ts|mjs)$/.test(path) && !path.endsWith('/generated.ts'))
    .map((path) => {
      const text = textOf(path)
      const code = blankCode(text)
      return { path, text, code, imports: importsOf(path, text), exports: exportsOf(text, code) }
    })
}

const notCode = new RegExp(
  [
    /\/\/[^\n]*/,
    /\/\*[\s\S]*?\*\//,
    /'(?:\\.|[^'\\\n])*'/,
    /"(?:\\.|[^"\\\n])*"/,
    /`(?:\\.|[^`\\])*`/,
    // A regular expression: a slash where a value is expected.
    /(?<=(?:[=(,:;!&|?{}[+]|\breturn|^)\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//,
  ]
    .map((form) => form.source)
    .join('|'),
  'gm',
)

/** Blanks out what is not code, keeping the place and line of what is. Templates go as a whole, with their expressions. */
function blankCode(text: string): string {
  return text.replace(notCode, (match) => match.replace(/[^\n]/g, ' '))
}

function importsOf(path: string, text: string): Import[] {
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'"`;()=]*?\bfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...found].map(([, type, named, called]) => {
    const specifier = named ?? called ?? ''
    const file = specifier.startsWith('.')
      ? relative('.', normalize(join(dirname(path), specifier))).replaceAll(sep, '/')
      : null
    return { specifier, file, typesOnly: type !== undefined }
  })
}

const exported =
  /^export\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(function\*?|const|let|type|interface|class|enum)\s+([\w$]+)/gm

function exportsOf(text: string, code: string): Export[] {
  return [...code.matchAll(exported)].map((match) => {
    const [, kind = '', name = ''] = match
    const rest = text.slice(match.index)
    return {
      name,
      kind,
      declaration: rest.slice(0, rest.search(/\n(?=\S)(?![})\]])/) + 1 || undefined),
      line: text.slice(0, match.index).split('\n').length,
      documented: /\*\/\s*\n$/.test(text.slice(0, match.index)),
    }
  })
}
