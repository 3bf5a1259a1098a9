import type { FeedWatch, HintBus } from '@torihiki/shared/feeds/watch.ts'
import type { Logger } from '@torihiki/shared/log.ts'
import type { Store } from '@torihiki/shared/store/store.ts'

/** An instruction as it is told to its agent. The amount is in minor units of the currency. */
export type SentInstruction = {
  readonly instructionId: string
  readonly kind: 'PAY_IN' | 'PAY_OUT' | 'TRANSFER'
  readonly payerId: string
  readonly payeeId: string
  readonly amountMinor: string
  readonly currency: string
  readonly windowId: string | null
  /** To be quoted with the payment, when a payer quoted it before (B10). */
  readonly transactionNumber?: string
}

/** That an instruction is not to be paid, as it is told to its agent (A9). */
export type SentCancellation = { readonly instructionId: string; readonly windowId: string; readonly reason: string }

/** The settlement agents that can be called. */
export type SettlementAgents = {
  /** The ids of those with an address. */
  reachable(): Promise<readonly string[]>
  /** Sends an instruction; null when it was taken, else why not. Never throws for what the agent does. */
  send(agentId: string, instruction: SentInstruction): Promise<string | null>
  /** Tells that an instruction is not to be paid; null when that was taken, else why not. Never throws for what the agent does. */
  cancel(agentId: string, cancellation: SentCancellation): Promise<string | null>
}

/** What the commands and resolvers of this subgraph work with. */
export type SettlementsServices = {
  readonly store: Store
  readonly hints: HintBus
  readonly watch: FeedWatch
  readonly agents: SettlementAgents
  readonly log: Logger
  readonly now: () => Date
}
