import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { closeSettlementWindow } from '../commands/close-settlement-window.ts'
import { setInstructionEndpoint } from '../commands/set-instruction-endpoint.ts'
import { reportSettlement } from '../commands/report-settlement.ts'
import type { Resolvers } from './generated.ts'

function present<T>(found: T | null, what: string): T {
  if (found === null) throw new Error(`${what} is referred to, but not there.`)
  return found
}

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
}
