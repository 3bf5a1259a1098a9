import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeServices } from '@apollo/composition'
import { afterEach, describe, expect, it } from '@jest/globals'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { buildSchema, parse, print } from 'graphql'
import { EventStream } from '../live/testing/event-stream.ts'
import { RawSocket } from '../live/testing/raw-socket.ts'
import { smallSchema, startSmallGateway } from '../http/testing/small-gateway.ts'
import { collectOperations } from './collect-operations.ts'
import { documentHash } from './manifest.ts'

let gateway: Awaited<ReturnType<typeof startSmallGateway>> | null = null

afterEach(async () => {
  await gateway?.close()
  gateway = null
})

const echo = 'query Echo($f: Form) { echo(form: $f) }'
const enter = 'mutation Enter { enter(name: "x") }'
const manifestOf = (...bodies: string[]): string =>
  JSON.stringify({
    version: 1,
    operations: Object.fromEntries(bodies.map((body) => [documentHash(body), { name: 'Some', body }])),
  })
const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'manifest-')), 'manifest.json')
  writeFileSync(path, text)
  return path
}
const idOf = (text: string): string => `sha256:${documentHash(text)}`
const persisted = (text: string): object => ({ persistedQuery: { version: 1, sha256Hash: documentHash(text) } })

async function ask(body: object): Promise<{ status: number; data?: object; code?: string }> {
  const response = await fetch(`${gateway?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { data, errors } = (await response.json()) as { data?: object; errors?: { extensions: { code: string } }[] }
  return { status: response.status, ...(data && { data }), ...(errors?.[0] && { code: errors[0].extensions.code }) }
}

const answered = { status: 200, data: { echo: 'hello' } }
const variables = { f: { text: 'hello' } }

describe('with a manifest, mode only', () => {
  it.each<[string, object, object]>([
    ['a trusted document by its id', { documentId: idOf(echo), variables }, answered],
    ['by the hash of a persisted query', { extensions: persisted(echo), variables }, answered],
    ['by its text', { query: echo, variables }, answered],
    ['by its text and hash', { query: echo, extensions: persisted(echo), variables }, answered],
    ['another text', { query: '{ echo }' }, { status: 403, code: 'DOCUMENT_NOT_TRUSTED' }],
    [
      'the same text with a space more',
      { query: `${echo} `, variables },
      { status: 403, code: 'DOCUMENT_NOT_TRUSTED' },
    ],
    ['another id', { documentId: idOf('{ echo }') }, { status: 403, code: 'DOCUMENT_NOT_TRUSTED' }],
    [
      'another text with its hash',
      { query: '{ echo }', extensions: persisted('{ echo }') },
      { status: 403, code: 'DOCUMENT_NOT_TRUSTED' },
    ],
    ['a trusted id beside another text', { query: '{ echo }', documentId: idOf(echo), variables }, answered],
    ['introspection', { query: '{ __schema { types { name } } }' }, { status: 403, code: 'DOCUMENT_NOT_TRUSTED' }],
    ['an id of another form', { documentId: documentHash(echo) }, { status: 400, code: 'BAD_REQUEST' }],
  ])('%s', async (_, body, expected) => {
    gateway = await startSmallGateway({ manifestFile: file(manifestOf(echo)), trustMode: 'only' })
    for (let i = 0; i < 2; i++) expect(await ask(body)).toEqual(expected)
  })

  it('holds over WebSocket and event streams, too', async () => {
    gateway = await startSmallGateway({ manifestFile: file(manifestOf(echo)), trustMode: 'only' })
    const socket = await new RawSocket(gateway.url).acknowledged()
    const cases: [object, unknown][] = [
      [{ documentId: idOf(echo), variables }, { data: answered.data }],
      [{ query: echo, variables }, { data: answered.data }],
      [{ query: '{ echo }' }, 'DOCUMENT_NOT_TRUSTED'],
      [{ documentId: idOf(enter) }, 'DOCUMENT_NOT_TRUSTED'],
      [{ documentId: 'x' }, 'BAD_REQUEST'],
    ]
    for (const [i, [payload, expected]] of cases.entries()) {
      socket.send({ type: 'subscribe', id: `${i}`, payload })
      const message = await socket.until('the answer', ({ id }) => id === `${i}`)
      const stream = await EventStream.open(`${gateway.url}/graphql`, payload)
      await waitFor(() => stream.ended, { timeoutMs: 5_000, everyMs: 5, what: 'the answer' })
      const answers = [message.type === 'error' ? { errors: message.payload } : message.payload, stream.events[0]?.data]
      for (const answer of answers as { errors?: { extensions: { code: string } }[] }[])
        expect(answer.errors?.[0]?.extensions.code ?? answer).toEqual(expected)
    }
    socket.end()
  })

  it('takes a manifest that has changed', async () => {
    const manifestFile = file(manifestOf(echo))
    gateway = await startSmallGateway({ manifestFile, trustMode: 'only' })
    expect((await ask({ documentId: idOf(enter) })).code).toBe('DOCUMENT_NOT_TRUSTED')
    writeFileSync(manifestFile, manifestOf(enter))
    await waitFor(async () => (await ask({ documentId: idOf(enter) })).status === 200, {
      timeoutMs: 10_000,
      everyMs: 50,
      what: 'the manifest to be read again',
    })
    expect((await ask({ query: echo, variables })).code).toBe('DOCUMENT_NOT_TRUSTED')
  })
})

describe('with a manifest, mode also', () => {
  it('takes trusted documents by their ids, and all others by their texts', async () => {
    gateway = await startSmallGateway({ manifestFile: file(manifestOf(echo)), trustMode: 'also' })
    expect(await ask({ documentId: idOf(echo), variables })).toEqual(answered)
    expect(await ask({ query: '{ echo }' })).toEqual({ status: 200, data: { echo: null } })
    expect((await ask({ documentId: idOf(enter) })).code).toBe('PERSISTED_QUERY_NOT_FOUND')
  })
})

describe('with a manifest, mode off', () => {
  it('knows no ids', async () => {
    gateway = await startSmallGateway({ manifestFile: file(manifestOf(echo)), trustMode: 'off' })
    expect((await ask({ documentId: idOf(echo) })).code).toBe('PERSISTED_QUERY_NOT_FOUND')
  })
})

describe('a gateway does not start', () => {
  it.each([
    [
      'with a text that is not the one of its hash',
      manifestOf(echo).replace('hello', '').replace('$f: Form', '$f:  Form'),
      /not the one that its hash names/,
    ],
    ['with another version', '{"version": 2, "operations": {}}', /version: It must be 1/],
    ['with what is not a hash', '{"version": 1, "operations": {"x": {"name": "", "body": ""}}}', /operations/],
  ])('%s', async (_, text, sentence) => {
    await expect(startSmallGateway({ manifestFile: file(text) })).rejects.toThrow(sentence)
  })

  it('in mode only without a manifest', async () => {
    await expect(startSmallGateway({ trustMode: 'only' })).rejects.toThrow(/set TRUSTED_DOCUMENTS/)
  })
})

describe('the command that makes a manifest', () => {
  const command = (...args: string[]): Promise<{ code: number; printed: string }> =>
    new Promise((resolve) => {
      const path = new URL('make-manifest.ts', import.meta.url).pathname
      execFile(process.execPath, [path, ...args], (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, printed: stdout + stderr }),
      )
    })

  it('writes one that a gateway runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'client-'))
    const { supergraphSdl = '' } = composeServices([{ name: 'small', url: 'http://small', typeDefs: smallSchema }])
    const [supergraph, out] = [join(folder, 'supergraph.graphql'), join(folder, 'manifest.json')]
    writeFileSync(supergraph, supergraphSdl)
    writeFileSync(join(folder, 'echo.graphql'), echo)
    const args = [join(folder, 'e*.graphql'), '--supergraph', supergraph, '-o', out]
    expect(await command(...args)).toEqual({ code: 0, printed: `1 trusted operations written to ${out}\n` })
    gateway = await startSmallGateway({ manifestFile: out, trustMode: 'only' })
    expect(await ask({ documentId: idOf(echo), variables })).toEqual(answered)
    writeFileSync(join(folder, 'echo.graphql'), 'query Echo { nothing }')
    const { code, printed } = await command(...args)
    expect([code, printed]).toEqual([1, expect.stringContaining('Echo: Cannot query field "nothing"')])
    expect((await command('*.graphql')).printed).toContain('Say which files')
  }, 30_000)
})

describe('the operations of a client', () => {
  const schema = buildSchema(
    'type Query { book: Book } type Book { title: String author: Author } type Author { name: String }',
  )

  it('get the fragments that they use from every file, and each its hash', () => {
    const a = { path: 'a.graphql', text: 'query A { book { ...B } } query Other { book { title } }' }
    const b = { path: 'b.graphql', text: 'fragment B on Book { title author { ...W } } fragment W on Author { name }' }
    const found = collectOperations(schema, [a, b])
    const bodies = 'operations' in found ? Object.values(found.operations) : []
    expect(bodies.map(({ name }) => name)).toEqual(['A', 'Other'])
    expect(bodies.map(({ body }) => print(parse(body)).match(/fragment \w/g))).toEqual([
      ['fragment B', 'fragment W'],
      null,
    ])
    if ('operations' in found)
      for (const [hash, { body }] of Object.entries(found.operations)) expect(documentHash(body)).toBe(hash)
  })

  it('keep their text when a file is one operation', () => {
    const text = '# A comment stays.\nquery A { book { title } }\n'
    const found = collectOperations(schema, [{ path: 'a.graphql', text }])
    expect('operations' in found && Object.keys(found.operations)).toEqual([documentHash(text)])
  })

  it('are refused all together when one is not valid, with each fault', () => {
    const files = [
      { path: 'a.graphql', text: 'query A { book { price } }' },
      { path: 'b.graphql', text: 'query B { book { ...Missing } }' },
    ]
    expect(collectOperations(schema, files)).toEqual({
      faults: ['a.graphql: A: Cannot query field "price" on type "Book".', 'b.graphql: B: Unknown fragment "Missing".'],
    })
    expect(collectOperations(schema, [{ path: 'c.graphql', text: 'query {' }])).toHaveProperty('faults')
    const twice = ['a.graphql', 'b.graphql'].map((path) => ({ path, text: 'fragment F on Book { title }' }))
    expect(collectOperations(schema, twice)).toEqual({
      faults: ['b.graphql: There is a fragment F in a.graphql already. Rename one.'],
    })
  })
})
