import { jsonContract } from '../../../../../test/support/documents.ts'
import { demoBytes } from '../ubl/demo-documents.ts'

/** A document that somebody sends who means no good, grown to about `size` bytes where that makes sense. */
export type HostileDocument = {
  readonly mediaType: 'application/xml' | 'application/json'
  /** How it may be refused; `taken` where it is harmless. */
  readonly outcomes: readonly string[]
  build(size: number): Uint8Array
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const order = (): string => Buffer.from(demoBytes('order.xml')).toString('utf8')
const body = (): string => order().slice(order().indexOf('<Order'))
const many = (size: number, part: (i: number) => string): string => {
  const width = part(0).length + 3
  return Array.from({ length: Math.max(1, Math.floor(size / width)) }, (_, i) => part(i)).join('')
}
const within = (text: string): string => body().replace('</Order>', `${text}</Order>`)
const laughs = (): string =>
  `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'abcdefghij'[i + 1]} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]><x>&j;</x>`
const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const encoded = Buffer.from(text, 'utf16le')
  return bigEndian ? encoded.swap16() : encoded
}

const xml = (outcomes: string | readonly string[], build: (size: number) => string | Uint8Array): HostileDocument => ({
  mediaType: 'application/xml',
  outcomes: typeof outcomes === 'string' ? [outcomes] : outcomes,
  build: (size) => {
    const built = build(size)
    return typeof built === 'string' ? bytes(built) : built
  },
})
const json = (outcomes: string | readonly string[], build: (size: number) => string): HostileDocument => ({
  mediaType: 'application/json',
  outcomes: typeof outcomes === 'string' ? [outcomes] : outcomes,
  build: (size) => bytes(build(size)),
})

const quantity = (value: string): string => body().replace('>12<', `>${value}<`)
const quantityIn = (value: string): string => jsonContract().replace('"value":"2"', `"value":${value}`)

/** Documents that are wrong at once, however large they are. */
export const REFUSED_AT_SIGHT: Readonly<Record<string, HostileDocument>> = {
  'external entity': xml('FORBIDDEN_XML', () => `<!DOCTYPE Order [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body()}`),
  'external parameter entity': xml(
    'FORBIDDEN_XML',
    () => `<!DOCTYPE Order [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]>${body()}`,
  ),
  'external DTD': xml('FORBIDDEN_XML', () => `<!DOCTYPE Order SYSTEM "http://127.0.0.1/x.dtd">${body()}`),
  'billion laughs': xml('FORBIDDEN_XML', laughs),
  'quadratic blow-up': xml(
    'FORBIDDEN_XML',
    () => `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(400_000)}">]><x>${'&a;'.repeat(100_000)}</x>`,
  ),
  '100 MB of tags': xml('TOO_LARGE', () => new Uint8Array(100 * 1024 * 1024).fill(0x3c)),
  '100 MB of a well-formed order': xml('TOO_LARGE', () => Buffer.alloc(100 * 1024 * 1024, order())),
  'UTF-16 little-endian that declares UTF-8': xml('NOT_UTF8', () => utf16(order())),
  'UTF-16 big-endian that declares UTF-8': xml('NOT_UTF8', () => utf16(order(), true)),
  'UTF-16 with a byte order mark': xml('NOT_UTF8', () => Buffer.concat([Buffer.of(0xff, 0xfe), utf16(order())])),
  'UTF-8 that declares UTF-16': xml('NOT_UTF8', () => order().replace('UTF-8', 'UTF-16')),
  'UTF-8 that declares UTF-7': xml('NOT_UTF8', () => order().replace('UTF-8', 'UTF-7')),
  'a declaration too long to be read': xml(
    'NOT_WELL_FORMED',
    () => `<?xml version="1.0" ${' '.repeat(300)}encoding="UTF-16"?>${body()}`,
  ),
  'a zero byte': xml('NOT_UTF8', () => order().replace('>12<', '>1\u00002<')),
  'a zero byte by number': xml('NOT_WELL_FORMED', () => quantity('1&#0;2')),
  'a quantity with an exponent': xml('INVALID_FIELD', () => quantity('1e999999')),
  'a quantity of 900 000 digits': xml('INVALID_FIELD', () => quantity('9'.repeat(900_000))),
  'a quantity of 10 MB of digits': xml('TOO_LARGE', () => quantity('9'.repeat(10_000_000))),
  'a quantity of ten million decimals by entity': xml('NOT_WELL_FORMED', () => quantity('&#x39999999;')),
  'a quantity that is no number': xml('INVALID_FIELD', () => quantity('NaN')),
  'a quantity in hexadecimal': xml('INVALID_FIELD', () => quantity('0x10')),
  'a quantity in Arabic digits': xml('INVALID_FIELD', () => quantity('١٢')),
  'JSON with a name twice': json('NOT_WELL_FORMED', () =>
    jsonContract().replace('"payable":"1000"', '"payable":"1000","payable":"1"'),
  ),
  'JSON with a name twice, spelt otherwise': json('NOT_WELL_FORMED', () =>
    jsonContract().replace('"payable":"1000"', '"payable":"1000","p\\u0061yable":"1"'),
  ),
  'JSON with __proto__': json('NOT_WELL_FORMED', () =>
    jsonContract().replace('"totals":{', '"__proto__":{"totals":{"payable":"1"}},"totals":{'),
  ),
  'JSON with constructor and prototype': json('INVALID_FIELD', () =>
    jsonContract().replace('"totals":{', '"constructor":{"prototype":{"payable":"1"}},"totals":{'),
  ),
  'JSON with a number beyond doubles': json('INVALID_FIELD', () => quantityIn('1e999999')),
  'JSON with an exponent in text': json('INVALID_FIELD', () => quantityIn('"1e999999"')),
  'JSON with a number of 900 000 digits': json('INVALID_FIELD', () => quantityIn('9'.repeat(900_000))),
  'JSON with a text of 900 000 digits': json('INVALID_FIELD', () => quantityIn(`"${'9'.repeat(900_000)}"`)),
  'JSON with 10 MB of digits': json('TOO_LARGE', () => quantityIn('9'.repeat(10_000_000))),
  'JSON with a zero character': json(['INVALID_FIELD', 'taken'], () => quantityIn('"2\\u0000"')),
  'JSON with half a character': json('INVALID_FIELD', () => jsonContract({ order: '\ud800' })),
  'JSON that is a number': json('INVALID_FIELD', () => '1'),
  'JSON that never ends': json('NOT_WELL_FORMED', () => '{"a":'.repeat(200_000)),
  'JSON with a comment': json('NOT_WELL_FORMED', () => `/* */${jsonContract()}`),
}

/** Documents whose cost could grow faster than their size. */
export const GROWING: Readonly<Record<string, HostileDocument>> = {
  'attributes on one element': xml('TOO_LARGE', (size) => `<a ${many(size, (i) => `b${i}="1" `)}/>`),
  'one attribute again and again': xml('NOT_WELL_FORMED', (size) => `<a ${'b="1" '.repeat(size / 6)}/>`),
  'namespaces on one element': xml('TOO_LARGE', (size) => `<a ${many(size, (i) => `xmlns:b${i}="urn:${i}" `)}/>`),
  'the longest attribute': xml(['taken', 'INVALID_FIELD'], (size) =>
    body().replace('<cbc:ID>', `<cbc:ID schemeName="${'x'.repeat(size)}">`),
  ),
  'the longest name': xml('UNSUPPORTED_DOCUMENT', (size) => `<${'a'.repeat(size)}/>`),
  'elements with different names': xml(['TOO_LARGE', 'taken'], (size) => within(many(size, (i) => `<a${i}/>`))),
  'elements with one name': xml(['TOO_LARGE', 'taken'], (size) => within('<a></a>'.repeat(size / 20))),
  'elements within elements': xml('TOO_LARGE', (size) => '<a>'.repeat(size / 7) + '</a>'.repeat(size / 7)),
  'tags that are never closed': xml(['NOT_WELL_FORMED', 'TOO_LARGE'], (size) => '<a></b>'.repeat(size / 7)),
  'tags begun and begun': xml('NOT_WELL_FORMED', (size) => '<a<'.repeat(size / 3)),
  comments: xml('taken', (size) => within('<!-- x -->'.repeat(size / 10))),
  'comments begun and begun': xml('NOT_WELL_FORMED', (size) => `<a>${'<!--'.repeat(size / 4)}`),
  CDATA: xml('taken', (size) => body().replace('first flush', '<![CDATA[x]]>'.repeat(size / 13))),
  'CDATA begun and begun': xml('NOT_WELL_FORMED', (size) => `<a>${'<![CDATA['.repeat(size / 9)}`),
  instructions: xml(['taken', 'TOO_LARGE'], (size) => within('<?a b?>'.repeat(size / 7))),
  'instructions begun and begun': xml('NOT_WELL_FORMED', (size) => `<a>${'<?a '.repeat(size / 4)}`),
  'the five entities': xml('taken', (size) => body().replace('first flush', '&amp;'.repeat(size / 5))),
  'numbered characters': xml('taken', (size) => body().replace('first flush', '&#65;'.repeat(size / 5))),
  ampersands: xml('NOT_WELL_FORMED', (size) => body().replace('first flush', '&'.repeat(size))),
  spaces: xml('taken', (size) => body().replace('first flush', `x${' '.repeat(size)}y`)),
  'accents upon one letter': xml('taken', (size) => body().replace('first flush', `x${'\u0301'.repeat(size / 2)}`)),
  brackets: xml(['taken', 'NOT_WELL_FORMED'], (size) => body().replace('first flush', ']'.repeat(size))),
  quotes: xml('taken', (size) => body().replace('first flush', '"'.repeat(size))),
  'JSON arrays in arrays': json('INVALID_FIELD', (size) => '['.repeat(size / 2) + ']'.repeat(size / 2)),
  'JSON objects in objects': json(
    'UNSUPPORTED_DOCUMENT',
    (size) => '{"a":'.repeat(size / 6) + '1' + '}'.repeat(size / 6),
  ),
  'JSON with many names': json('UNSUPPORTED_DOCUMENT', (size) => `{${many(size, (i) => `"a${i}":1,`)}"z":1}`),
  'JSON with many lines': json('INVALID_FIELD', (size) =>
    jsonContract().replace('"lines":[', `"lines":[${'1,'.repeat(size / 2)}`),
  ),
  'JSON with a long text': json('INVALID_FIELD', (size) => jsonContract({ order: 'x'.repeat(size) })),
  'JSON with escapes': json('INVALID_FIELD', (size) => jsonContract().replace('PO-1', '\\\\\\"'.repeat(size / 4))),
  'JSON with spaces': json('taken', (size) => ' '.repeat(size) + jsonContract()),
}
