import { resultAs } from '@torihiki/shared/graphql/results.ts'
import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import { commitToHiddenPurchase, reportHiddenPurchase } from '../commands/hidden-purchase.ts'
import { linkHubPurchase } from '../commands/report-to-hub.ts'
import { reportsOf } from '../store/hidden-purchases.ts'
import { present } from './case-types.ts'
import type { MutationResolvers, Resolvers } from './generated.ts'

/** One line each: call the command, map its answer (B16). */
export const hiddenMutations: Pick<
  MutationResolvers,
  'commitToHiddenPurchase' | 'reportHiddenPurchase' | 'linkHubPurchase'
> = {
  commitToHiddenPurchase: async (_root, { input }, context) =>
    resultAs(
      await commitToHiddenPurchase(context.services, actorOf(context), input),
      'CommitToHiddenPurchasePayload',
      async ({ threadId }) => ({
        thread: present(await context.services.load.thread.load(threadId), `Thread ${threadId}`),
      }),
    ),
  reportHiddenPurchase: async (_root, { input }, context) =>
    resultAs(
      await reportHiddenPurchase(context.services, actorOf(context), input),
      'ReportHiddenPurchasePayload',
      ({ purchaseId }) => ({ purchaseId }),
    ),
  linkHubPurchase: async (_root, { input }, context) =>
    resultAs(
      await linkHubPurchase(context.services, actorOf(context), input),
      'LinkHubPurchasePayload',
      (link) => link,
    ),
}

/** How hidden purchases resolve: found by the thread's loader, for its parties alone. */
export const hiddenTypes: Pick<Resolvers, 'HiddenPurchase'> = {
  HiddenPurchase: {
    institution: (row) => ({ __typename: 'Member', id: row.institution_id }),
    agreedAt: (row) => asDate(row.agreed_at),
    reports: async (row, _args, { services }) =>
      (await reportsOf(services.store.query, row.id)).map(({ step, at, signature }) => ({
        step,
        at: asDate(at),
        signature,
      })),
  },
}
