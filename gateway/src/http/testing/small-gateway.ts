import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { maskError } from '@torihiki/shared/graphql/mask-errors.ts'
import { createLog, type Logger } from '@torihiki/shared/log.ts'
import { parse } from 'graphql'
import { openDoor } from '../../door.ts'
import { Generation } from '../../federation/generation.ts'
import { ServedSupergraph } from '../../federation/supergraph.ts'
import { createGuards, type GuardOptions } from '../../guards.ts'
import { localUpstream } from '../../upstreams/local.ts'
import { originCheck } from '../origins.ts'

/** The schema of the small subgraph. */
export const smallSchema = parse(/* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize"])
  type Query {
    things(first: Int!): [Thing!]!
    sliced(first: Int, last: Int): [Thing!] @listSize(slicingArguments: ["first", "last"])
    echo(form: Form): String
  }
  type Mutation {
    enter(name: String!): Boolean!
    leave: Boolean!
  }
  type Subscription {
    ticked: Int
  }
  type Thing @key(fields: "id") {
    id: ID!
    next: Thing
  }
  input Form {
    text: String
    count: Int
    within: Form
    several: [[String!]]
  }
`)

type Echoed = { form?: { text?: string } }
const thing = (id: number): object => ({ id, next: () => thing(id + 1) })
const resolvers = {
  Query: {
    things: async (_: unknown, { first }: { first: number }) => Array.from({ length: first }, (__, i) => thing(i)),
    sliced: async () => [],
    echo: async (_: unknown, { form }: Echoed) => form?.text ?? null,
  },
  Mutation: { enter: async () => true, leave: async () => true },
}

/** A gateway over one small subgraph. Whoever says `authorization: <id>` is that member. */
export async function startSmallGateway(
  guards: Omit<GuardOptions, 'log'> = {},
  log: Logger = createLog('test', 'silent'),
): Promise<{ url: string; close(): Promise<void> }> {
  const { supergraphSdl } = composeServices([{ name: 'small', url: 'http://small', typeDefs: smallSchema }])
  const subgraph = {
    name: 'small',
    schema: buildSubgraphSchema([{ typeDefs: smallSchema, resolvers }] as never),
    context: () => ({}),
  }
  return openDoor({
    supergraph: new ServedSupergraph(
      new Generation({
        supergraphSdl: supergraphSdl ?? '',
        upstreams: [localUpstream(subgraph, log)],
        introspection: true,
        shownError: maskError,
      }),
    ),
    authenticate: async (_, { authorization }) => ({
      actor: authorization ? { memberId: authorization, roles: [], sessionId: 's' } : null,
      expiresAt: null,
    }),
    guards: createGuards({ ...guards, log }),
    allowsOrigin: originCheck([]),
    introspection: true,
    log,
    otherPages: (_, response) => void response.writeHead(404).end(),
    host: '127.0.0.1',
    port: 0,
  })
}
