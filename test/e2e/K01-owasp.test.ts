import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { limitsFile, manyNewOperations } from '../support/limits-file.ts'
import { operationText } from '../support/operations.ts'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { newParty, type Party } from '../support/parties.ts'
import { graphqlOverHttp, type Got, type Sent } from '../support/raw-http.ts'
import { newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

// The OWASP cheat sheet for GraphQL, and what else an attacker tries, against a hub as it runs in production.

let hub: TestHub
let trade: Trade
let stranger: Party
/** Every answer that any attack got. */
const answers: string[] = []

beforeAll(async () => {
  hub = await startTestHub({
    NODE_ENV: 'production',
    INTROSPECTION: 'false',
    CLIENT_LIMITS: limitsFile(manyNewOperations),
  })
  trade = await newTrade(hub)
  stranger = await newParty(hub.url, hub.admin, 'Stranger', ['BUYER'])
})
afterAll(() => hub.close())

async function send(sent: Sent): Promise<Got> {
  const got = await graphqlOverHttp(hub.url)(sent)
  answers.push(got.text)
  return got
}

const as = (token: string | null): Record<string, string> => ({ authorization: `Bearer ${token}` })
const member = (): Record<string, string> => as(trade.buyer.client.token)
const codes = ({ errors }: Got): string[] => (errors ?? []).map(({ extensions }) => extensions.code)
const limits = ({ errors }: Got): unknown[] => (errors ?? []).map(({ extensions }) => extensions['limit'])
const repeated = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ')
const guess = (i: number): string =>
  `g${i}: logIn(input: { loginName: "admin", password: "guess ${i}" }) { __typename }`

describe('many at once', () => {
  test('guessing passwords by a batch of requests is refused', async () => {
    const body = Array.from({ length: 50 }, (_, i) => ({ query: `mutation { ${guess(i)} }` }))
    const got = await send({ body })
    expect(got).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  test('guessing passwords by aliases in one request is refused', async () => {
    const got = await send({ body: { query: `mutation { ${repeated(40, guess)} }` } })
    expect(got.data).toBeUndefined()
    expect(limits(got)).toEqual(['rootFields'])
  })

  test('guessing passwords by aliases in spread fragments is refused', async () => {
    const query = `mutation { ...G ...H } fragment G on Mutation { ${repeated(6, guess)} } fragment H on Mutation { ${repeated(6, (i) => guess(i + 6))} }`
    expect(limits(await send({ body: { query } }))).toEqual(['rootFields'])
  })
})

describe('hostile documents are refused, each within a second', () => {
  test.each<[string, string, string]>([
    ['a deep query', `{ viewer { member ${'{ settlementAgent '.repeat(40)} { id } ${'}'.repeat(40)} } }`, 'depth'],
    [
      'a circular query through several subgraphs',
      `{ caseThread(id: "x") { ${'case { threads { '.repeat(9)} id ${'} } '.repeat(9)} } }`,
      'depth',
    ],
    [
      'a circular fragment',
      '{ viewer { member { ...F } } } fragment F on Member { settlementAgent { ...F } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'fragments that double each other',
      `{ viewer { member { ...F0 } } } ${repeated(25, (i) => `fragment F${i} on Member { ...F${i + 1} ...F${i + 1} }`)} fragment F25 on Member { id }`,
      'fields',
    ],
    ['a huge list', '{ viewer { cases(view: SOURCE, first: 1000000) { edges { node { title } } } } }', 'cost'],
    [
      'huge lists of lists',
      '{ viewer { cases(view: SOURCE, first: 100) { edges { node { thread { history(first: 100) { edges { node { actor { name } } } } } } } } } }',
      'cost',
    ],
    ['a page too long', '{ opportunities(first: 5000) { edges { node { title } } } }', 'BAD_PAGE'],
    ['an overload of directives', `{ viewer { id ${'@skip(if: false) '.repeat(500)} } }`, 'directives'],
    ['an overload of unknown directives', `{ viewer { id ${'@a '.repeat(1_500)} } }`, 'directives'],
    ['a field over and over', `{ viewer { ${'id '.repeat(3_000)} } }`, 'fields'],
    ['aliases over and over', `{ ${repeated(500, (i) => `a${i}: checkpoint { treeSize }`)} }`, 'aliases'],
    ['more tokens than anybody needs', `{ viewer { ${'id '.repeat(20_000)} } }`, 'tokens'],
    [
      'nested values',
      `{ opportunities(first: ${'['.repeat(1_500)}${']'.repeat(1_500)}) { edges { cursor } } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['nothing but opening braces', '{'.repeat(3_900), 'GRAPHQL_PARSE_FAILED'],
  ])('%s', async (_, query, expected) => {
    const start = performance.now()
    const got = await send({ body: { query }, headers: member() })
    expect(performance.now() - start).toBeLessThan(1_000)
    expect(got.errors?.length).toBeGreaterThan(0)
    expect([...codes(got), ...limits(got)]).toContain(expected)
  })

  test('a value nested thousands of times in a variable', async () => {
    const raw = `{"query":"mutation ($i: LogInInput!) { logIn(input: $i) { __typename } }","variables":{"i":${'{"a":'.repeat(12_000)}1${'}'.repeat(12_000)}}}`
    expect(limits(await send({ raw }))).toEqual(['variableDepth'])
  })
})

describe('looking around', () => {
  test.each([
    ['the schema', '{ __schema { types { name } } }'],
    ['a type', '{ __type(name: "Member") { fields { name } } }'],
    ['the schema in a fragment', '{ ...S } fragment S on Query { __schema { queryType { name } } }'],
    [
      'the entities of a subgraph',
      '{ _entities(representations: [{ __typename: "Account", id: "1" }]) { __typename } }',
    ],
    ['the SDL of a subgraph', '{ _service { sdl } }'],
  ])('%s cannot be asked for', async (_, query) => {
    const got = await send({ body: { query }, headers: member() })
    expect(got.data).toBeUndefined()
    expect(codes(got)).toContain('GRAPHQL_VALIDATION_FAILED')
  })

  test('errors suggest no names of the schema', async () => {
    const misspelt = [
      { query: '{ viewr { id } }' },
      { query: '{ viewer { membr { id } } }' },
      { query: 'query ($s: ReservationStats) { viewer { id } }' },
      { query: '{ opportunities(frst: 1) { edges { cursor } } }' },
      { query: operationText('CaseSummary').replaceAll('CaseViewSide!', 'CaseViewSide'), variables: { view: 'SORCE' } },
    ]
    for (const body of misspelt) {
      const got = await send({ body, headers: member() })
      expect(got.errors?.length).toBeGreaterThan(0)
      expect(got.text).not.toMatch(/did you mean/i)
    }
  })

  test.each([
    ['another member’s case', 'query ($id: ID!) { caseThread(id: $id) { id status } }', 'caseThread'],
    ['another member’s row by a guessed id', 'query ($id: ID!) { opportunity(id: $id) { id } }', 'opportunity'],
  ])('%s is nothing', async (_, query, field) => {
    const { threadId } = await openCase(trade)
    const mine = await send({ body: { query, variables: { id: threadId } }, headers: member() })
    const theirs = await send({ body: { query, variables: { id: threadId } }, headers: as(stranger.client.token) })
    expect(mine.data[field]?.id).toBe(field === 'caseThread' ? threadId : undefined)
    expect(theirs.data).toEqual({ [field]: null })
  })
})

describe('values', () => {
  const logIn = 'mutation ($input: LogInInput!) { logIn(input: $input) { __typename } }'
  const publish = operationText('PublishOpportunity')

  test.each<[string, string, string]>([
    ['a null byte', publish, '{"input":{"idempotencyKey":"k1","title":"a\\u0000b","description":"d"}}'],
    ['half a surrogate pair', publish, '{"input":{"idempotencyKey":"k2","title":"a\\ud800b","description":"d"}}'],
    ['a null byte in a name', logIn, '{"input":{"loginName":"admin\\u0000","password":"x"}}'],
  ])('%s is refused as the caller’s mistake', async (_, query, variables) => {
    const raw = `{"query":${JSON.stringify(query)},"variables":${variables}}`
    const got = await send({ raw, headers: member() })
    expect(codes(got)).toEqual(['BAD_USER_INPUT'])
    expect(got.errors?.[0]?.message).toMatch(/^Variable "\$input\.\w+" holds a character that is not text/)
  })

  test('a null byte in a text of the document is refused as the caller’s mistake', async () => {
    const query = String.raw`{ member(memberNumber: "MBR\u0000") { id } }`
    expect(codes(await send({ body: { query }, headers: member() }))).toEqual(['BAD_USER_INPUT'])
  })

  test('what is not UTF-8 is refused', async () => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.concat([Buffer.from('{"query":"{ viewer { id } } #'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
    })
    expect(response.status).toBe(400)
  })

  test.each<[string, object]>([
    ['an object', { loginName: 'admin', password: { secret: 'correct horse' } }],
    ['a list', { loginName: ['correct horse'], password: 'x' }],
    ['a number', { loginName: 'admin', password: 1_234_567 }],
    ['a field too many', { loginName: 'admin', password: 'correct horse', extra: 'correct horse' }],
    ['a text instead of the input', 'correct horse' as unknown as object],
  ])('of a wrong type (%s) are told by place and reason, and never echoed', async (_, input) => {
    const got = await send({ body: { query: logIn, variables: { input } } })
    expect(codes(got)).toContain('BAD_USER_INPUT')
    expect(got.errors?.[0]?.message).toMatch(/^Variable "\$input[\w.[\]]*" got an invalid value; \w+/)
    expect(got.text).not.toMatch(/correct horse|1234567/)
  })

  test.each(['"correct horse"', '1234567', '[1234567]'])(
    'in the document (%s) are not echoed either',
    async (value) => {
      const got = await send({ body: { query: `{ opportunities(first: ${value}) { edges { cursor } } }` } })
      expect(codes(got)).toEqual(value === '1234567' ? ['LIMIT_EXCEEDED'] : ['GRAPHQL_VALIDATION_FAILED'])
      expect(got.text).not.toMatch(/correct horse|: "?1234567/)
    },
  )

  test.each(['2147483648', '-2147483649', '1e400', '1.5', '9007199254740993'])(
    'too large for their type (%s) are refused',
    async (first) => {
      const raw = `{"query":"query ($first: Int!) { opportunities(first: $first) { edges { cursor } } }","variables":{"first":${first}}}`
      const got = await send({ raw, headers: member() })
      expect(codes(got)).toEqual(['BAD_USER_INPUT'])
    },
  )

  test.each(['9'.repeat(40), '1e309', 'Infinity', 'NaN', '-1', '0x10', '１２'])('no money: %s', async (amount) => {
    const input = {
      idempotencyKey: `money ${amount}`,
      memberId: trade.buyer.id,
      amount: { amount, currency: 'JPY' },
      reference: 'x',
    }
    const got = await send({
      body: { query: operationText('DepositFunds'), variables: { input } },
      headers: as(hub.admin.token),
    })
    expect(codes(got)[0] ?? Object.values<{ code: string }>(got.data)[0]?.code).toMatch(
      /^(INVALID_INPUT|BAD_USER_INPUT)$/,
    )
  })

  test.each([
    [
      'the variables',
      '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"input":{"loginName":"a","password":"b"}}',
      'AuthenticationFailed',
    ],
    ['an input', '{"input":{"__proto__":{"isAdmin":true},"loginName":"a","password":"b"}}', null],
    [
      'an input, as constructor',
      '{"input":{"constructor":{"prototype":{"isAdmin":true}},"loginName":"a","password":"b"}}',
      null,
    ],
  ])('that would change prototypes in %s change nothing', async (_, variables, outcome) => {
    const got = await send({ raw: `{"query":${JSON.stringify(logIn)},"variables":${variables}}` })
    if (outcome === null) expect(codes(got)).toEqual(['BAD_USER_INPUT'])
    else expect(got.data.logIn.__typename).toBe(outcome)
    expect((await send({ body: { query: '{ viewer { id } }' } })).data).toEqual({ viewer: null })
  })

  test.each([
    "' OR '1'='1",
    "'; DROP TABLE contracts.business_case; --",
    '%',
    '_',
    '{"$ne": null}',
    '${7*7}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '\\',
  ])('that would be code in a search find nothing more: %s', async (text) => {
    const search =
      'query ($text: String!) { opportunities(first: 5, filter: { text: $text }) { edges { node { id } } } member(memberNumber: $text) { id } }'
    const got = await send({ body: { query: search, variables: { text } }, headers: member() })
    expect(codes(got).filter((code) => code !== 'BAD_CODE')).toEqual([])
    expect(got.data?.opportunities.edges).toEqual([])
    expect(got.data?.member ?? null).toBeNull()
  })

  test('an operation that the document does not have is told as the caller’s mistake', async () => {
    const query = 'query A { checkpoint { treeSize } } query B { checkpoint { treeSize } }'
    for (const operationName of ['C', 'constructor', '__proto__', undefined])
      expect(codes(await send({ body: { query, operationName } }))).toEqual(['OPERATION_RESOLUTION_FAILURE'])
    expect((await send({ body: { query, operationName: 'B' } })).errors).toBeUndefined()
  })
})

describe('in the end', () => {
  test('logins are limited by address: guessing goes on no faster for many names', async () => {
    let refused: Got | null = null
    for (let i = 0; i < 120 && !refused; i++) {
      const input = { loginName: 'admin', password: `guess ${i}` }
      const got = await send({
        body: { query: 'mutation ($input: LogInInput!) { logIn(input: $input) { __typename } }', variables: { input } },
      })
      if (got.status === 429) refused = got
    }
    expect(refused?.errors?.[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      limit: 'fieldsPerMinute',
      field: 'Mutation.logIn',
      allowed: 60,
    })
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    const body = new URLSearchParams({ loginName: 'admin', password: 'guess' })
    // One more guess is allowed each second that has passed meanwhile.
    await waitFor(
      async () => {
        const atConsole = await fetch(`${hub.url}/console`, { method: 'POST', body })
        return (await atConsole.text()).includes('Try again in')
      },
      { timeoutMs: 20_000, everyMs: 1, what: 'the console to be limited as well' },
    )
  })

  test('no answer had a stack trace, a path of ours, SQL or an internal error', () => {
    expect(answers.length).toBeGreaterThan(80)
    const telling = /\n\s+at |node_modules|\.ts:\d+|file:\/\/\/|select .* from |INTERNAL/
    expect(answers.filter((text) => telling.test(text))).toEqual([])
  })
})
