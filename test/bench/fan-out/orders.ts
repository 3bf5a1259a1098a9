import type { Ready } from './control.ts'

/** What the subscribers of a load ask for: of those who speak GraphQL. */
export type Asked = {
  readonly speaks: 'graphql-transport-ws' | 'nothing'
  readonly variables: 'same' | 'different'
  /** Clients of one library have ids at random, others count from one. */
  readonly ids: 'same' | 'different'
}

/** What the benchmark asks of a load: to connect its subscribers, to run a round, to let them come and go. */
export type Order =
  | ({ readonly kind: 'connect'; readonly sockets: number; readonly asked: Asked } & Ready)
  | { readonly kind: 'round'; readonly seconds: number; readonly burst: number }
  | { readonly kind: 'churn'; readonly seconds: number; readonly perSecond: number }

/** What arrived in a round. */
export type Round = {
  readonly deliveries: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
}
