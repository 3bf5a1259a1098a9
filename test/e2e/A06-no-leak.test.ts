import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { HubClient } from '../support/hub-client.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import { contractedThread, newTrade, openCase, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

/** How deep a sweep goes from a root field: far enough for what belongs to what is found. */
const depth = 5
/** Marks that must not be seen by whoever is not meant to see them. */
const marks = {
  case: 'Zinnober-4711',
  note: 'Kobalt-4712',
  otherThread: 'Purpur-4713',
  opportunity: 'Indigo-4714',
} as const

let hub: TestHub
let trade: Trade
let stranger: Party
let third: Party
let schema: GraphQLSchema
const ids: Record<string, string> = {}

beforeAll(async () => {
  hub = await startTestHub()
  trade = await newTrade(hub)
  stranger = await newParty(hub.url, hub.admin, 'Stranger', ['BUYER', 'SELLER'])
  third = await newParty(hub.url, hub.admin, 'Third', ['SELLER'])
  schema = buildClientSchema((await hub.admin.send(getIntrospectionQuery())).data)
  const { buyer, seller } = trade
  const opened = await openCase(trade, marks.case)
  const { thread } = await buyer.client.must('AddCaseNote', { threadId: opened.threadId, text: marks.note })
  const { threadId, caseId, contract } = await contractedThread(trade)
  const { opportunity } = await buyer.client.must('PublishOpportunity', {
    title: marks.opportunity,
    description: marks.opportunity,
    visibleTo: [seller.id],
  })
  const { case: shared } = await buyer.client.must('RegisterCase', {
    title: 'Asked of two',
    description: 'Of two',
    partnerIds: [seller.id, third.id],
  })
  const [forSeller, forThird] = [seller.id, third.id].map(
    (id) => shared.threads.find((each: { partner: { id: string } }) => each.partner.id === id).id,
  )
  await third.client.must('DeclineCase', { threadId: forThird, reason: marks.otherThread })
  Object.assign(ids, {
    case: opened.caseId,
    caseCode: opened.caseCode,
    thread: thread.id,
    contracted: threadId,
    contractedCase: caseId,
    contract: contract.id,
    contractCode: contract.contractCode,
    opportunity: opportunity.id,
    shared: shared.id,
    forSeller,
    forThird,
  })
  await eventually(
    'both views',
    async () => (await seller.client.run('CaseSummary', { view: 'PARTNER' })).viewer.caseSummary,
    (summary) => summary.total === 3 && summary.asOf.lag === 0,
  )
})
afterAll(() => hub.close())

/** Values for arguments that a sweep must give. Null: the field cannot be asked for. */
function valueOf(argument: GraphQLArgument, id: string | null): string | null {
  const type = getNamedType(argument.type)
  if (argument.name === 'first') return '20'
  if (type.name === 'ID') return id === null ? null : JSON.stringify(id)
  if (isEnumType(type)) return type.getValues()[0]?.name ?? null
  return null
}

/** Everything that can be selected of a type, as deep as `levels`; no type within itself. */
function selection(type: GraphQLObjectType, levels: number, within: readonly string[]): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const given = field.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)
    const values = given.map((argument) => [argument.name, valueOf(argument, null)] as const)
    if (values.some(([, value]) => value === null)) return []
    const args = values.length > 0 ? `(${values.map(([name, value]) => `${name}: ${value}`).join(', ')})` : ''
    const named = getNamedType(field.type)
    if (isLeafType(named)) return [`${field.name}${args}`]
    if (levels === 0 || within.includes(named.name)) return []
    if (isObjectType(named)) {
      const below = selection(named, levels - 1, [...within, type.name])
      return below === '' ? [] : [`${field.name}${args} { ${below} }`]
    }
    return isUnionType(named) ? [`${field.name}${args} { __typename }`] : []
  })
  return fields.join(' ')
}

/** What a caller sees by one root field, with everything below it. Asked in parts where the whole would cost too much. */
async function sweep(client: HubClient, root: string, type: string): Promise<string> {
  const object = schema.getType(type)
  if (!isObjectType(object)) throw new Error(`There is no type ${type}.`)
  let seen = ''
  for (const levels of [1, 2, 3, depth]) {
    const { data, errors } = await client.send(`{ ${root} { ${selection(object, levels, [])} } }`)
    if (errors && data === undefined) break
    seen += JSON.stringify(data)
  }
  return seen
}

/** By name: how a type's objects are found by somebody who has learnt an id or a code. */
const doors = (): [root: string, type: string][] => [
  [`case(id: "${ids['case']}")`, 'Case'],
  [`case(code: "${ids['caseCode']}")`, 'Case'],
  [`caseThread(id: "${ids['thread']}")`, 'CaseThread'],
  [`caseThread(id: "${ids['contracted']}")`, 'CaseThread'],
  [`case(id: "${ids['contractedCase']}")`, 'Case'],
  [`contract(id: "${ids['contract']}")`, 'Contract'],
  [`contract(contractCode: "${ids['contractCode']}")`, 'Contract'],
  [`opportunity(id: "${ids['opportunity']}")`, 'Opportunity'],
]

const everything = async (client: HubClient): Promise<string> => {
  let seen = ''
  for (const [root, type] of doors()) seen += await sweep(client, root, type)
  for (const view of ['SOURCE', 'PARTNER']) {
    const { data } = await client.send(
      `{ viewer { cases(view: ${view}, first: 20) { edges { node { title counterpart { name } thread { ${selection(schema.getType('CaseThread') as GraphQLObjectType, 2, [])} } } } }
        caseSummary(view: ${view}) { total byCounterpart { counterpart { name } total } } } }`,
    )
    seen += JSON.stringify(data)
  }
  seen += JSON.stringify(
    await client.send('{ opportunities(first: 20) { totalCount { count } edges { node { title description } } } }'),
  )
  seen += JSON.stringify(
    await client.send(
      `{ opportunities(first: 20, filter: { text: "${marks.opportunity}" }) { edges { node { title } } } }`,
    ),
  )
  seen += JSON.stringify(await client.send('{ viewer { latenesses(first: 20) { edges { node { id } } } } }'))
  return seen
}

test('the sweep finds what its owner may see', async () => {
  const seen = await everything(trade.buyer.client)
  for (const mark of [marks.case, marks.note, ids['contractCode'] ?? '', marks.opportunity])
    expect(seen).toContain(mark)
})

test.each(['stranger', 'agent', 'admin', 'nobody'] as const)('a %s finds nothing of it, by any door', async (who) => {
  const { client } = {
    stranger,
    agent: trade.agent,
    admin: { client: hub.admin },
    nobody: { client: new (hub.admin.constructor as typeof HubClient)(hub.url) },
  }[who]
  const seen = await everything(client)
  for (const mark of Object.values(marks)) expect(seen).not.toContain(mark)
  expect(seen).not.toContain('"Buyer"')
})

test('a partner sees neither the notes of the other side nor the threads of others', async () => {
  const { client } = trade.seller
  const shared = await sweep(client, `case(id: "${ids['shared']}")`, 'Case')
  expect(shared).toContain(ids['forSeller'])
  expect(shared).not.toContain(ids['forThird'])
  const seen =
    (await everything(client)) + shared + (await sweep(client, `caseThread(id: "${ids['forThird']}")`, 'CaseThread'))
  expect(seen).toContain(marks.case)
  expect(seen).not.toContain(marks.note)
  expect(seen).not.toContain(marks.otherThread)
})
