import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'
import { addresseeRoles } from '../domain/vetting.ts'

/** Who may call what, and which scope an API key needs for it: none does what has to do with signing in, keys and administration. */
export const policies: Record<string, RootPolicy> = {
  'Query.viewer': { who: 'public', scope: 'READ' },
  'Query.member': { who: 'signed-in', scope: 'READ' },
  'Query.members': { who: 'signed-in', scope: 'READ' },
  'Query.authenticationLevels': { who: 'signed-in', scope: 'READ' },
  'Query.messageTemplates': { who: ['ADMIN'], scope: 'NONE' },
  'Query.previewMessage': { who: ['ADMIN'], scope: 'NONE' },
  'Query._apiKey': { who: 'gateway', scope: 'NONE' },
  'Mutation.registerMember': { who: 'public', scope: 'NONE' },
  'Query.applications': { who: 'signed-in', scope: 'NONE' },
  'Query.erasures': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.registerGuest': { who: 'public', scope: 'NONE' },
  // A guest on the telephone applies too: an operator may do it for it.
  'Mutation.applyForMembership': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.takePartMeanwhile': { who: 'signed-in', scope: 'NONE' },
  'Mutation.issueCredentialCode': { who: ['ADMIN', 'OPERATOR'], scope: 'NONE' },
  'Mutation.redeemCredentialCode': { who: 'public', scope: 'NONE' },
  'Mutation.actFor': { who: ['ADMIN', 'OPERATOR'], scope: 'NONE' },
  'Mutation.forbidOperators': { who: 'signed-in', scope: 'NONE' },
  'Mutation.giveConsent': { who: 'signed-in', scope: 'NONE' },
  'Mutation.revokeConsent': { who: 'signed-in', scope: 'NONE' },
  'Query.merchantSites': { who: 'signed-in', scope: 'READ' },
  // A site gets who somebody is: only a person decides on it.
  'Mutation.registerMerchantSite': { who: 'signed-in', scope: 'NONE' },
  'Mutation.approveMerchantSite': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.revokeMerchantSite': { who: 'signed-in', scope: 'NONE' },
  'Mutation.handOver': { who: 'signed-in', scope: 'NONE' },
  'Mutation._signIn': { who: 'gateway', scope: 'NONE' },
  'Mutation.eraseMember': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.approveMember': { who: ['ADMIN', ...addresseeRoles], scope: 'NONE' },
  'Mutation.rejectMember': { who: ['ADMIN', ...addresseeRoles], scope: 'NONE' },
  'Mutation.assignAuthenticationLevel': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.defineAuthenticationLevel': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.logIn': { who: 'public', scope: 'NONE' },
  'Mutation.logInByOrder': { who: 'public', scope: 'NONE' },
  'Mutation.refreshSession': { who: 'public', scope: 'NONE' },
  'Mutation.logOut': { who: 'public', scope: 'NONE' },
  'Mutation.createApiKey': { who: 'signed-in', scope: 'NONE' },
  'Mutation.revokeApiKey': { who: 'signed-in', scope: 'NONE' },
  // Where messages go, and what they are signed with, is as much as a key: only a person decides on it.
  'Mutation.setMessagePreferences': { who: 'signed-in', scope: 'NONE' },
  'Mutation.registerWebhook': { who: 'signed-in', scope: 'NONE' },
  'Mutation.editWebhook': { who: 'signed-in', scope: 'NONE' },
  'Mutation.rotateWebhookSecret': { who: 'signed-in', scope: 'NONE' },
  'Mutation.removeWebhook': { who: 'signed-in', scope: 'NONE' },
  // What a machine needs that was away.
  'Mutation.sendTestWebhook': { who: 'signed-in', scope: 'TRADE' },
  'Mutation.replayWebhookMessages': { who: 'signed-in', scope: 'TRADE' },
}
