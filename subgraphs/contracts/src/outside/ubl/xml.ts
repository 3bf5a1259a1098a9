import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { notUtf8 } from './decode.ts'
import { DocumentFault } from './fault.ts'
import { MAX_XML_ATTRIBUTES, MAX_XML_DEPTH, MAX_XML_ELEMENTS } from './limits.ts'

/** An element by its expanded name: `space` is the namespace URI, whatever prefix the document chose for it. */
export type XmlElement = {
  space: string
  name: string
  /** Attributes without a namespace, by name. */
  attributes: ReadonlyMap<string, string>
  children: readonly XmlElement[]
  /** The element's own text, entities resolved. */
  text: string
  /** Where it stands, for messages: `/Order/OrderLine[2]/LineItem`. */
  path: string
}

const TEXT = '#text'
const CDATA = '#cdata'
const ATTRIBUTES = ':@'
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
// oxlint-disable-next-line no-control-regex -- to refuse them is its purpose
const CONTROL_CHARACTERS = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

/**
 * Parses a decoded XML document into its root element (XML 1.0, Namespaces in XML 1.0). Refuses any DTD or entity
 * declaration, encodings other than UTF-8, undeclared prefixes and entities, and documents beyond the limits, in time
 * linear in their size.
 */
export function parseXml(text: string): XmlElement {
  refuseForbidden(text)
  refuseTooMany(text)
  refuseMalformed(text)
  const roots = parseTree(text).filter((node) => elementName(node) !== null)
  const [root, second] = roots
  if (root === undefined || second !== undefined || !/>\s*$/.test(text.slice(-1024)))
    throw malformed('it needs one root element')
  return toElement(root, new Map([['xml', XML_NAMESPACE]]), '', '')
}

function refuseForbidden(text: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    throw new DocumentFault('FORBIDDEN_XML', 'The document holds a DOCTYPE or ENTITY declaration. Send it without one.')
  }
  const declaration = /^<\?xml\s([^>]{0,200})\?>/.exec(text)
  if (declaration === null && /^<\?xml\s/.test(text)) throw malformed('its XML declaration does not end soon')
  const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration?.[1] ?? '')?.[1]
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) throw notUtf8(`it declares ${encoding}`)
}

function refuseTooMany(text: string): void {
  let [elements, depth, end] = [0, 0, 0]
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1]
    if (end < at) end = text.indexOf('>', at)
    if (end === -1) throw malformed('a tag is not closed')
    if (next === '/') depth -= 1
    else if (next !== '!' && next !== '?') [elements, depth] = [elements + 1, depth + (text[end - 1] === '/' ? 0 : 1)]
    if (elements > MAX_XML_ELEMENTS) throw tooLarge(`more than ${MAX_XML_ELEMENTS} elements`)
    if (depth > MAX_XML_DEPTH * 2) throw tooLarge(`elements nested deeper than ${MAX_XML_DEPTH}`)
  }
}

function refuseMalformed(text: string): void {
  if (CONTROL_CHARACTERS.test(text)) throw malformed('it holds control characters')
  const result = XMLValidator.validate(text)
  if (result !== true) throw malformed(`${result.err.msg} (line ${result.err.line})`)
}

function parseTree(text: string): readonly unknown[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    cdataPropName: CDATA,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: MAX_XML_DEPTH,
  })
  try {
    const tree: unknown = parser.parse(text)
    return Array.isArray(tree) ? tree : []
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw /nested/i.test(message)
      ? tooLarge(`elements nested deeper than ${MAX_XML_DEPTH}`)
      : malformed(message.slice(0, 200))
  }
}

type Scope = ReadonlyMap<string, string>

function toElement(node: unknown, outer: Scope, parentPath: string, position: string): XmlElement {
  const qualified = elementName(node) ?? ''
  const stated = attributesOf(node)
  const scope = declareNamespaces(stated, outer)
  const [prefix, name] = splitName(qualified)
  const path = `${parentPath}/${name}${position}`
  const space = prefix === '' ? (scope.get('') ?? '') : namespaceOf(scope, prefix, path)
  const content = childrenOf(node, qualified)
  return {
    space,
    name,
    attributes: new Map([...stated].filter(([key]) => !key.includes(':') && key !== 'xmlns')),
    children: childElements(content, scope, path),
    text: content.map(textOf).join(''),
    path,
  }
}

function childElements(content: readonly unknown[], scope: Scope, path: string): XmlElement[] {
  const elements = content.filter((child) => elementName(child) !== null)
  const totals = new Map<string, number>()
  for (const child of elements) totals.set(elementName(child) ?? '', (totals.get(elementName(child) ?? '') ?? 0) + 1)
  const seen = new Map<string, number>()
  return elements.map((child) => {
    const name = elementName(child) ?? ''
    const index = (seen.get(name) ?? 0) + 1
    seen.set(name, index)
    return toElement(child, scope, path, (totals.get(name) ?? 0) > 1 ? `[${index}]` : '')
  })
}

function declareNamespaces(attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
  const declared = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declared.length === 0) return outer
  return new Map([...outer, ...declared.map(([name, uri]): [string, string] => [name.slice('xmlns:'.length), uri])])
}

function namespaceOf(scope: Scope, prefix: string, path: string): string {
  const uri = scope.get(prefix)
  if (uri === undefined) throw malformed(`the prefix ${prefix} is not declared`, path)
  return uri
}

function splitName(qualified: string): [prefix: string, name: string] {
  const colon = qualified.indexOf(':')
  return colon === -1 ? ['', qualified] : [qualified.slice(0, colon), qualified.slice(colon + 1)]
}

function elementName(node: unknown): string | null {
  if (!isRecord(node)) return null
  return Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT && key !== CDATA) ?? null
}

function attributesOf(node: unknown): Map<string, string> {
  const stated = isRecord(node) ? node[ATTRIBUTES] : undefined
  if (!isRecord(stated)) return new Map()
  const entries = Object.entries(stated)
  if (entries.length > MAX_XML_ATTRIBUTES) throw tooLarge(`more than ${MAX_XML_ATTRIBUTES} attributes on one element`)
  return new Map(entries.map(([name, value]) => [name, resolveEntities(String(value))]))
}

function childrenOf(node: unknown, name: string): readonly unknown[] {
  const content = isRecord(node) ? node[name] : undefined
  return Array.isArray(content) ? content : []
}

function textOf(node: unknown): string {
  if (!isRecord(node)) return ''
  const [text, cdata] = [node[TEXT], node[CDATA]]
  if (typeof text === 'string') return resolveEntities(text)
  const parts: readonly unknown[] = Array.isArray(cdata) ? cdata : []
  const texts = parts.map((part) => (isRecord(part) ? part[TEXT] : ''))
  return texts.filter((part) => typeof part === 'string').join('')
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** The five entities of XML and numbered characters; there can be no others without a DTD. */
function resolveEntities(text: string): string {
  return text.replace(/&([^;&\s]{0,12})(;?)/g, (whole, name: string, end: string) => {
    const resolved = end === '' ? undefined : (PREDEFINED.get(name) ?? numberedCharacter(name))
    if (resolved === undefined) throw malformed(`${whole.slice(0, 16)} is no entity of XML`)
    return resolved
  })
}

function numberedCharacter(name: string): string | undefined {
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name)
  if (match === null) return undefined
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16)
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
  const character = String.fromCodePoint(code)
  return CONTROL_CHARACTERS.test(character) ? undefined : character
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function malformed(reason: string, path: string | null = null): DocumentFault {
  return new DocumentFault(
    'NOT_WELL_FORMED',
    `The document is not well-formed XML: ${reason}. Correct it and send it again.`,
    path,
  )
}

function tooLarge(reason: string): DocumentFault {
  return new DocumentFault('TOO_LARGE', `The document has ${reason}. Send a smaller one.`)
}
