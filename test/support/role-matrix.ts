import { expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { subgraphSdl, type SubgraphName } from '@torihiki/schema'
import { Kind, parse } from 'graphql'
import { HubClient, type HttpAnswer } from './hub-client.ts'
import { newMachine } from './machines.ts'
import { newParty, signIn } from './parties.ts'
import { asOwner } from './test-database.ts'
import type { TestHub } from './test-hub.ts'

/** Every kind of caller: without a session, with one in each standing, and machines by the scope of their key. */
export const callers = ['nobody', 'provisional', 'member', 'operator', 'admin', 'READ', 'TRADE', 'PAY', 'LIST'] as const
export type Caller = (typeof callers)[number]

export const everySession = ['provisional', 'member', 'operator', 'admin'] as const
export const readers = [...everySession, 'READ'] as const
export const traders = [...everySession, 'TRADE'] as const
export const nobodyOrSession = ['nobody', ...everySession] as const
export const everybody = callers

/** A mutation that changes nothing: its input is refused at the latest when its ids are looked up. */
export const mutation = (field: string, input: string): string =>
  `mutation { ${field}(input: { ${input} }) { __typename } }`

/** By root field: a document that changes nothing, and whom its policy lets through. */
export type Matrix = Readonly<Record<string, readonly [document: string, allowed: readonly Caller[]]>>

/** One client of each kind. */
export async function everyCaller(hub: TestHub): Promise<Map<Caller, HubClient>> {
  const clients = new Map<Caller, HubClient>()
  const party = await newParty(hub.url, hub.admin, 'Matrix', ['BUYER', 'SELLER'])
  const operator = await newParty(hub.url, hub.admin, 'Operating', ['BUYER'])
  await asOwner(hub.databaseUrl, (owner) =>
    owner.query(`update members.member set roles = '{OPERATOR}' where id = $1`, [operator.id]),
  )
  const loginName = `applicant-${randomUUID().slice(0, 8)}`
  const applied = { name: 'Applicant', roles: ['BUYER'], mail: 'a@example.org', loginName }
  await new HubClient(hub.url).must('RegisterMember', { ...applied, password: 'correct horse battery' })
  clients.set('nobody', new HubClient(hub.url))
  clients.set('provisional', await signIn(hub.url, loginName))
  clients.set('member', party.client)
  clients.set('operator', await signIn(hub.url, operator.loginName))
  clients.set('admin', hub.admin)
  for (const scope of ['READ', 'TRADE', 'PAY', 'LIST'] as const)
    clients.set(scope, (await newMachine(party, [scope])).client)
  return clients
}

const isDenied = ({ data, errors }: Pick<HttpAnswer, 'data' | 'errors'>): boolean =>
  errors?.some(({ extensions }) => ['NOT_SIGNED_IN', 'NOT_ALLOWED'].includes(extensions.code)) === true ||
  Object.values((data ?? {}) as object).some((each) => each?.__typename === 'NotAllowed')

/** Whether the caller gets past the field's policy. A subscription counts when it opens, or is refused for another reason. */
async function passes(client: HubClient | undefined, field: string, document: string): Promise<boolean> {
  if (!client) throw new Error('There is no such caller.')
  if (!field.startsWith('Subscription.')) {
    const answer = await client.send(document)
    // A document that is not valid would pass for everybody.
    expect(answer.errors?.[0]?.extensions.code ?? '').not.toMatch(/^GRAPHQL_/)
    expect(answer.data ?? answer.errors?.[0]?.extensions.code).toBeDefined()
    return !isDenied(answer)
  }
  const feed = client.subscribe(document)
  const told = await feed
    .until('its first event', () => true)
    .then(
      () => '',
      (error: unknown) => String(error),
    )
  feed.stop()
  return !/NOT_SIGNED_IN|NOT_ALLOWED/.test(told)
}

/** Tests that a subgraph's root fields have a line each in the matrix, and let through those of their line alone. */
export function testMatrix(
  subgraph: SubgraphName,
  clients: () => ReadonlyMap<Caller, HubClient>,
  matrix: Matrix,
  unreachable: Readonly<Record<string, string>> = {},
): void {
  test(`every root field of ${subgraph} has its line in the matrix`, () => {
    const fields = parse(subgraphSdl(subgraph)).definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
      ['Query', 'Mutation', 'Subscription'].includes(definition.name.value)
        ? (definition.fields ?? []).map(({ name }) => `${definition.name.value}.${name.value}`)
        : [],
    )
    expect(fields.toSorted()).toEqual([...Object.keys(matrix), ...Object.keys(unreachable)].toSorted())
  })

  test.each(Object.entries(matrix))('%s is for those of its line alone', async (field, [document, allowed]) => {
    const passed: Caller[] = []
    for (const caller of callers) if (await passes(clients().get(caller), field, document)) passed.push(caller)
    expect(passed).toEqual(callers.filter((caller) => allowed.includes(caller)))
  })

  if (Object.keys(unreachable).length > 0)
    test.each(Object.entries(unreachable))('%s is reached by nobody', async (_field, document) => {
      for (const caller of callers) {
        const answer = await clients().get(caller)?.send(document)
        expect([answer?.data, answer?.errors?.[0]?.message]).toEqual([
          undefined,
          expect.stringContaining('Cannot query field'),
        ])
      }
    })
}
