import { randomUUID } from 'node:crypto'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { HubClient, patienceMs, type Json } from './hub-client.ts'

/** A member with its client, signed in. */
export type Party = {
  readonly id: string
  readonly name: string
  readonly loginName: string
  readonly client: HubClient
}

const password = 'correct horse battery'

/** Signs in and gives a client with the access token. */
export async function signIn(url: string, loginName: string, withPassword: string = password): Promise<HubClient> {
  const client = new HubClient(url)
  const session = await client.must('LogIn', { loginName, password: withPassword })
  client.token = session.accessToken
  return client
}

/** What an administrator puts on record of merchants and institutions. */
export const vetted = { reason: 'Known to us', documents: ['Extract from the register of firms'] }

/** Registers a member and has it approved; comes back when every part of the hub knows it. */
export async function newParty(
  url: string,
  admin: HubClient,
  name: string,
  roles: readonly string[],
  further: { level?: string; input?: object } = {},
): Promise<Party> {
  const loginName = `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}-${randomUUID().slice(0, 8)}`
  const applied = await new HubClient(url).must('RegisterMember', {
    name,
    roles,
    mail: `${loginName}@example.org`,
    loginName,
    password,
    ...further.input,
  })
  const id: string = applied.member.id
  await admin.must('ApproveMember', { memberId: id, authenticationLevel: further.level ?? 'STANDARD', ...vetted })
  const client = await signIn(url, loginName)
  await untilKnown(client)
  return { id, name, loginName, client }
}

/** A fresh approval takes a moment to reach every subgraph: each is tried with an act that changes nothing, for it names what is nowhere. */
async function untilKnown(client: HubClient): Promise<void> {
  const nowhere = randomUUID()
  const tries: [subgraph: string, operation: string, input: object][] = [
    ['contracts', 'RegisterCase', { title: 'Known?', description: 'Known?', partnerIds: [nowhere] }],
    ['listings', 'EditInterest', { interestId: nowhere, name: 'Known?' }],
    [
      'reservations',
      'RequestGuarantee',
      {
        guarantorId: nowhere,
        payeeId: randomUUID(),
        amount: { amount: '1', currency: 'JPY' },
        dueOn: new Date().toISOString().slice(0, 10),
      },
    ],
    [
      'settlements',
      'SetPurchaseTerms',
      { currency: 'JPY', discountPpm: 0, limit: '0', recourseAfterDays: 1, settlementAgentId: nowhere },
    ],
  ]
  await Promise.all(
    tries.map(([subgraph, operation, input]) =>
      waitFor(async () => (await client.act(operation, input)).code !== 'MEMBER_NOT_ACTIVE', {
        timeoutMs: patienceMs,
        everyMs: 25,
        what: `${subgraph} to know the member`,
      }),
    ),
  )
}

/** Reads until a condition holds of what was read. */
export async function eventually(
  what: string,
  read: () => Promise<Json>,
  condition: (value: Json) => boolean,
): Promise<Json> {
  let last: Json
  return waitFor(
    async () => {
      last = await read()
      return condition(last) ? last : false
    },
    { timeoutMs: patienceMs, everyMs: 50, what: `${what}` },
  ).catch((error: unknown) => {
    throw new Error(`${String(error)} Last seen: ${JSON.stringify(last)}`)
  })
}
