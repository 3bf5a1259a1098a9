import type { RootPolicy } from '@torihiki/shared/graphql/subgraph.ts'

/** Who may call what, and which scope an API key needs for it: none does what has to do with signing in, keys and administration. */
export const policies: Record<string, RootPolicy> = {
  'Query.viewer': { who: 'public', scope: 'READ' },
  'Query.member': { who: 'signed-in', scope: 'READ' },
  'Query.members': { who: 'signed-in', scope: 'READ' },
  'Query.authenticationLevels': { who: 'signed-in', scope: 'READ' },
  'Query._apiKey': { who: 'gateway', scope: 'NONE' },
  'Mutation.registerMember': { who: 'public', scope: 'NONE' },
  'Mutation.approveMember': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.rejectMember': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.assignAuthenticationLevel': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.defineAuthenticationLevel': { who: ['ADMIN'], scope: 'NONE' },
  'Mutation.logIn': { who: 'public', scope: 'NONE' },
  'Mutation.refreshSession': { who: 'public', scope: 'NONE' },
  'Mutation.logOut': { who: 'public', scope: 'NONE' },
  'Mutation.createApiKey': { who: 'signed-in', scope: 'NONE' },
  'Mutation.revokeApiKey': { who: 'signed-in', scope: 'NONE' },
}
