import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/parties.ts'
import { contractedThread, newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let trade: Trade

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
})
afterAll(() => hub.close())

type File = { status: number; type: string | null; text: string; lines: string[] }

async function download(token: string | null, parameters: string): Promise<File> {
  const response = await fetch(`${hub.url}/export/cases.csv?${parameters}`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  })
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text,
    lines: text.trimEnd().split('\r\n'),
  }
}

const total = async (view: 'SOURCE' | 'PARTNER', of: number): Promise<unknown> =>
  eventually(
    'the view',
    async () =>
      (await (view === 'SOURCE' ? trade.buyer : trade.seller).client.run('CaseSummary', { view })).viewer.caseSummary,
    (summary) => summary.total === of && summary.asOf.lag === 0,
  )

test('both sides get all their cases as CSV, over many pages, with fields of every subgraph', async () => {
  const { buyer, seller } = trade
  const { contract } = await contractedThread(trade)
  const { caseCode } = await openCase(trade, '=SUM(A1), "quoted"')
  for (let i = 0; i < 23; i++)
    await Promise.all(Array.from({ length: 10 }, (_, j) => openCase(trade, `Case ${i} ${j}`)))
  await total('SOURCE', 232)
  await total('PARTNER', 232)
  for (const [view, { client }, counterpart] of [
    ['SOURCE', buyer, 'Seller'],
    ['PARTNER', seller, 'Buyer'],
  ] as const) {
    const file = await download(client.token, `view=${view}`)
    expect([file.status, file.type]).toEqual([200, 'text/csv; charset=utf-8; header=present'])
    expect(file.lines).toHaveLength(233)
    expect(new Set(file.lines.slice(1).map((line) => line.split(',')[0])).size).toBe(232)
    const [head = '', ...rows] = file.lines
    expect(head.split(',').slice(0, 6)).toEqual([
      'case_code',
      'title',
      'counterpart_number',
      'counterpart_name',
      'status',
      'delayed',
    ])
    const contracted = rows.find((line) => line.includes(contract.contractCode)) ?? ''
    expect(contracted).toContain(`,${counterpart},CONTRACTED,false,`)
    expect(contracted).toContain(`,${contract.contractCode},1000,JPY,`)
    expect(rows.find((line) => line.startsWith(caseCode))).toContain(`,"'=SUM(A1), ""quoted""",`)
  }
})

test('an export is narrowed as a list is', async () => {
  const { client } = trade.buyer
  expect((await download(client.token, 'view=SOURCE&status=CONTRACTED&status=RESERVED')).lines).toHaveLength(2)
  expect((await download(client.token, 'view=SOURCE&text=case+7+3')).lines.length).toBeGreaterThan(1)
  expect((await download(client.token, `view=PARTNER`)).lines).toHaveLength(1)
  expect((await download(trade.agent.client.token, 'view=SOURCE')).lines).toHaveLength(1)
})

test.each([
  ['without a token', null, 'view=SOURCE', 401, 'NOT_SIGNED_IN'],
  ['with a made-up token', 'nonsense', 'view=SOURCE', 401, 'NOT_SIGNED_IN'],
  ['without a view', 'own', '', 400, 'BAD_REQUEST'],
  ['with a parameter that there is not', 'own', 'view=SOURCE&limit=5', 400, 'BAD_REQUEST'],
  ['with a flag that is neither', 'own', 'view=SOURCE&delayed=maybe', 400, 'BAD_REQUEST'],
  ['with a status that there is not', 'own', 'view=SOURCE&status=LOST', 400, 'BAD_USER_INPUT'],
])('an export %s is refused with what to do', async (_, token, parameters, status, code) => {
  const file = await download(token === 'own' ? trade.buyer.client.token : token, parameters)
  expect(file.status).toBe(status)
  expect(JSON.parse(file.text)).toEqual({ code, message: expect.stringMatching(/\S/) })
})
