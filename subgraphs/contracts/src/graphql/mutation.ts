import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { addCaseNote, editCaseNote, removeCaseNote } from '../commands/case-notes.ts'
import { cancelContract } from '../commands/cancel-contract.ts'
import { declineCase, referToCase, withdrawCase } from '../commands/refer-and-withdraw.ts'
import { registerCase } from '../commands/register-case.ts'
import { reportGoods } from '../commands/report-goods.ts'
import { reportDelivery } from '../commands/report-delivery.ts'
import { respondToOrder } from '../commands/respond-to-order.ts'
import { sendOrder } from '../commands/send-order.ts'
import { submitContract } from '../commands/submit-contract.ts'
import { rebuildCaseView } from '../commands/rebuild-case-view.ts'
import { markCaseRead } from '../commands/view-acts.ts'
import { hiddenMutations } from './hidden-types.ts'
import { rebuildById } from './rebuild-types.ts'
import { agreementMutation } from './agreement-mutation.ts'
import { loadThread, present } from './case-types.ts'
import { shopOrderMutations } from './shop-order-types.ts'
import { outletMutations } from './outlet-types.ts'
import { latenessMutations } from './lateness-types.ts'
import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'

const loadOrder = async (context: Context, id: string) =>
  present(await context.services.load.order.load(id), `Order ${id}`)

async function loadNoted(context: Context, { threadId, noteId }: { threadId: string; noteId: string }) {
  const notes = await context.services.load.notes.load(threadId)
  return {
    thread: await loadThread(context, threadId),
    note: present(
      notes.find(({ id }) => id === noteId),
      `Note ${noteId}`,
    ),
  }
}

/** One line each: call the command, map its answer. */
export const mutation: Resolvers['Mutation'] = {
  ...shopOrderMutations,
  registerCase: async (_root, { input }, context) =>
    resultAs(
      await registerCase(context.services, actorOf(context), input),
      'RegisterCasePayload',
      async ({ caseId }) => ({
        case: present(await context.services.load.case.load(caseId), `Case ${caseId}`),
      }),
    ),
  referToCase: async (_root, { input }, context) =>
    resultAs(
      await referToCase(context.services, actorOf(context), input),
      'ReferToCasePayload',
      async ({ threadId }) => ({
        thread: await loadThread(context, threadId),
      }),
    ),
  withdrawCase: async (_root, { input }, context) =>
    resultAs(
      await withdrawCase(context.services, actorOf(context), input),
      'WithdrawCasePayload',
      async ({ threadId }) => ({
        thread: await loadThread(context, threadId),
      }),
    ),
  declineCase: async (_root, { input }, context) =>
    resultAs(
      await declineCase(context.services, actorOf(context), input),
      'DeclineCasePayload',
      async ({ threadId }) => ({ thread: await loadThread(context, threadId) }),
    ),
  sendOrder: async (_root, { input }, context) =>
    resultAs(await sendOrder(context.services, actorOf(context), input), 'SendOrderPayload', async ({ orderId }) => ({
      order: await loadOrder(context, orderId),
    })),
  respondToOrder: async (_root, { input }, context) =>
    resultAs(
      await respondToOrder(context.services, actorOf(context), input),
      'RespondToOrderPayload',
      async ({ orderId }) => ({
        order: await loadOrder(context, orderId),
      }),
    ),
  submitContract: async (_root, { input }, context) =>
    resultAs(
      await submitContract(context.services, actorOf(context), input),
      'SubmitContractPayload',
      async ({ threadId, submissionId }) => {
        const thread = await loadThread(context, threadId)
        const submission = (await context.services.load.submissions.load(threadId)).find(
          (each) => each.id === submissionId,
        )
        return {
          thread,
          submission: present(submission, `Submission ${submissionId}`),
          comparison: (await context.services.load.comparisons.load(threadId)).at(-1) ?? null,
          contract: await context.services.load.contractOfThread.load(threadId),
        }
      },
    ),
  ...agreementMutation,
  reportDelivery: async (_root, { input }, context) =>
    resultAs(
      await reportDelivery(context.services, actorOf(context), input),
      'ReportDeliveryPayload',
      async ({ threadId, reportId }) => ({
        thread: await loadThread(context, threadId),
        report: present(
          (await context.services.load.deliveryReports.load(threadId)).find((each) => each.id === reportId),
          `Report ${reportId}`,
        ),
      }),
    ),
  reportGoods: async (_root, { input }, context) =>
    resultAs(
      await reportGoods(context.services, actorOf(context), input),
      'ReportGoodsPayload',
      async ({ threadId, reportId }) => ({
        thread: await loadThread(context, threadId),
        report: present(
          (await context.services.load.goodsReports.load(threadId)).find((each) => each.id === reportId),
          `Report ${reportId}`,
        ),
      }),
    ),
  ...hiddenMutations,
  cancelContract: async (_root, { input }, context) =>
    resultAs(
      await cancelContract(context.services, actorOf(context), input),
      'CancelContractPayload',
      async ({ threadId }) => ({ thread: await loadThread(context, threadId) }),
    ),
  addCaseNote: async (_root, { input }, context) =>
    resultAs(await addCaseNote(context.services, actorOf(context), input), 'AddCaseNotePayload', (answer) =>
      loadNoted(context, answer),
    ),
  editCaseNote: async (_root, { input }, context) =>
    resultAs(await editCaseNote(context.services, actorOf(context), input), 'EditCaseNotePayload', (answer) =>
      loadNoted(context, answer),
    ),
  removeCaseNote: async (_root, { input }, context) =>
    resultAs(
      await removeCaseNote(context.services, actorOf(context), input),
      'RemoveCaseNotePayload',
      async ({ threadId }) => ({ thread: await loadThread(context, threadId) }),
    ),
  markCaseRead: async (_root, { input }, context) =>
    resultAs(
      await markCaseRead(context.services, actorOf(context), input),
      'MarkCaseReadPayload',
      async ({ threadId }) => ({
        thread: await loadThread(context, threadId),
      }),
    ),
  rebuildCaseView: async (_root, { input }, context) =>
    resultAs(
      await rebuildCaseView(context.services, actorOf(context), input),
      'RebuildCaseViewPayload',
      async ({ rebuildId }) => ({
        rebuild: present(await rebuildById(context.services.store, rebuildId), `Rebuild ${rebuildId}`),
      }),
    ),
  ...latenessMutations,
  ...outletMutations,
}
