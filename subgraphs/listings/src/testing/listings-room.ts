import type { PublishedEvent } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { execute, parse, type ExecutionResult } from 'graphql'
import { testStore, type TestStore } from '../../../../test/support/test-database.ts'
import { createServices, createSubgraph, storeDefinition, takeEvent, type ListingsServices } from '../index.ts'

/** What tests read in answers: every field of this subgraph that they ask for, there where they ask for it. */
export interface Json {
  __typename: string
  code: string
  message: string
  state: string
  faults: { path: string }[]
  id: string
  kind: string
  name: string
  title: string
  cursor: string
  headCursor: string
  revision: number
  opportunity: Json
  opportunityMatches: Json
  interest: Json
  interests: Json[]
  interestId: string
  revisions: Json
  digestSchedule: Json
  edges: { cursor: string; node: Json }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string }
}

/** The subgraph over a database of its own, with a clock that tests move. */
export type ListingsRoom = {
  readonly services: ListingsServices
  readonly database: TestStore
  now(): Date
  pass(ms: number): void
  /** A member that every part knows. */
  member(): Promise<string>
  ask(memberId: string | null, text: string, variables?: Record<string, unknown>): Promise<ExecutionResult>
  /** The value of the one root field that was asked for; throws on errors. */
  read<T = Json>(memberId: string, text: string, variables?: Record<string, unknown>): Promise<T>
  /** Runs a mutation with these fields of its payload; gives the member of its result union. */
  act(memberId: string, field: string, input: object, payload: string): Promise<Json>
  /** Publishes, a millisecond after the last act, and gives the id. */
  publish(memberId: string, further?: object): Promise<string>
  /** The ids of one page. */
  search(memberId: string, filter: object, first?: number): Promise<string[]>
  subgraph: ReturnType<typeof createSubgraph>
  close(): Promise<void>
}

const refusals =
  '... on Refusal { code message } ... on InvalidInput { faults { path } } ... on WrongState { state } ... on StaleRevision { revision given }'

const hubSecret = 'a secret of at least 32 characters for tests'

/** Opens a room, closed by `close`. */
export async function openListingsRoom(): Promise<ListingsRoom> {
  const database = await testStore(storeDefinition)
  let now = new Date('2026-11-21T06:30:00.000Z')
  const services = createServices({ store: database.store, hubSecret, now: () => now })
  const subgraph = createSubgraph(services)
  const actorOf = (memberId: string): Actor => ({ memberId, roles: ['BUYER'], sessionId: newId() })
  const room: ListingsRoom = {
    services,
    database,
    subgraph,
    now: () => now,
    pass: (ms) => void (now = new Date(now.getTime() + ms)),
    async member() {
      const memberId = newId()
      await takeEvent(services, memberRecorded(memberId, 'ACTIVE', 1, now))
      return memberId
    },
    async ask(memberId, text, variableValues = {}) {
      const contextValue = subgraph.context({ actor: memberId === null ? null : actorOf(memberId), requestId: 'test' })
      return execute({ schema: subgraph.schema, document: parse(text), variableValues, contextValue })
    },
    async read<T>(memberId: string, text: string, variables?: Record<string, unknown>) {
      const { data, errors } = await room.ask(memberId, text, variables)
      if (errors) throw errors[0] ?? new Error('It failed.')
      return Object.values(data ?? {})[0] as T
    },
    async act(memberId, field, input, payload) {
      const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}`
      const members = subgraph.schema.getType(`${type}Result`)
      const possible = members && 'getTypes' in members ? members.getTypes().map(({ name }) => name) : []
      const shown = refusals
        .split(/(?=\.\.\. on )/)
        .filter((part) => part.includes(' Refusal ') || possible.some((name) => part.includes(` ${name} `)))
      const text = `mutation ($i: ${type}Input!) { ${field}(input: $i) { __typename ${shown.join(' ')} ... on ${type}Payload { ${payload} } } }`
      return room.read(memberId, text, { i: { idempotencyKey: newId(), ...input } })
    },
    async publish(memberId, further = {}) {
      now = new Date(now.getTime() + 1)
      const input = { title: 'Steel pipes wanted', description: 'Seamless, 200 mm', category: 'Metal', ...further }
      const answer = await room.act(memberId, 'publishOpportunity', input, 'opportunity { id }')
      if (answer.code) throw new Error(`Not published: ${JSON.stringify(answer)}`)
      return answer.opportunity.id
    },
    async search(memberId, filter, first = 100) {
      const text = `query ($n: Int!, $f: OpportunityFilter) { opportunities(first: $n, filter: $f) { edges { node { id } } } }`
      const found = await room.read(memberId, text, { n: first, f: filter })
      return found.edges.map(({ node }) => node.id)
    },
    async close() {
      await services.watch.close()
      await database.close()
    },
  }
  return room
}

/** What `members` publishes of a member. */
export function memberRecorded(
  memberId: string,
  status: 'ACTIVE' | 'PROVISIONAL' | 'SUSPENDED',
  version: number,
  at: Date,
): PublishedEvent {
  const payload = { memberId, version, status, roles: ['BUYER'], level: null, settlementAgentId: null, groupName: null }
  return { id: newId(), type: 'MemberRecorded', origin: 'members', at: at.toISOString(), payload }
}
