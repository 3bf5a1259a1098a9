import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { abortSettlementWindow } from '../commands/abort-settlement-window.ts'
import { closeSettlementWindow } from '../commands/close-settlement-window.ts'
import { setInstructionEndpoint } from '../commands/set-instruction-endpoint.ts'
import { reportSettlement } from '../commands/report-settlement.ts'
import { returnReceivable } from '../commands/return-receivable.ts'
import { sellReceivable } from '../commands/sell-receivable.ts'
import { setPurchaseTerms } from '../commands/set-purchase-terms.ts'
import { termsSelect, type TermsRow } from '../store/purchases.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'

function present<T>(found: T | null, what: string): T {
  if (found === null) throw new Error(`${what} is referred to, but not there.`)
  return found
}

const loadPurchase = async (context: Context, id: string) =>
  present(await context.services.load.purchase.load(id), `Purchase ${id}`)

/** One line each: call the command, map its answer. */
export const mutation: Resolvers['Mutation'] = {
  closeSettlementWindow: async (_root, { input }, context) =>
    resultAs(
      await closeSettlementWindow(context.services, actorOf(context), input),
      'CloseSettlementWindowPayload',
      async ({ windowId }) => ({
        window: present(await context.services.load.window.load(windowId), `Window ${windowId}`),
      }),
    ),
  abortSettlementWindow: async (_root, { input }, context) =>
    resultAs(
      await abortSettlementWindow(context.services, actorOf(context), input),
      'AbortSettlementWindowPayload',
      async ({ windowId }) => ({
        window: present(await context.services.load.window.load(windowId), `Window ${windowId}`),
      }),
    ),
  setInstructionEndpoint: async (_root, { input }, context) =>
    resultAs(
      await setInstructionEndpoint(context.services, actorOf(context), input),
      'SetInstructionEndpointPayload',
      ({ agentId, url }) => ({
        agent: { __typename: 'Member' as const, id: agentId },
        url,
      }),
    ),
  reportSettlement: async (_root, { input }, context) =>
    resultAs(
      await reportSettlement(context.services, actorOf(context), input),
      'ReportSettlementPayload',
      async ({ instructionId }) => ({
        instruction: present(
          await context.services.load.instruction.load(instructionId),
          `Instruction ${instructionId}`,
        ),
      }),
    ),
  setPurchaseTerms: async (_root, { input }, context) =>
    resultAs(
      await setPurchaseTerms(context.services, actorOf(context), input),
      'SetPurchaseTermsPayload',
      async ({ purchaserId, currency }) => {
        const [terms] = await context.services.store.query<TermsRow>(
          `${termsSelect} where l.purchaser_id = $1 and l.currency = $2`,
          [purchaserId, currency],
        )
        return { terms: present(terms ?? null, `Terms of ${purchaserId}`) }
      },
    ),
  sellReceivable: async (_root, { input }, context) =>
    resultAs(
      await sellReceivable(context.services, actorOf(context), input),
      'SellReceivablePayload',
      async ({ purchaseId }) => ({ purchase: await loadPurchase(context, purchaseId) }),
    ),
  returnReceivable: async (_root, { input }, context) =>
    resultAs(
      await returnReceivable(context.services, actorOf(context), input),
      'ReturnReceivablePayload',
      async ({ purchaseId }) => ({ purchase: await loadPurchase(context, purchaseId) }),
    ),
}
