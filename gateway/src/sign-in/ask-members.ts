import { signInAnswerForms, type SignInAnswer, type SignInRequest } from '@torihiki/shared/identity/sign-in.ts'
import { z } from 'zod'
import { question } from '../identity/question.ts'
import type { Upstream } from '../upstreams/upstream.ts'

const query = 'mutation SignIn($request: String!) { _signIn(request: $request) }'
const answerForm = z.object({ _signIn: z.string() })

/** Asks `members` about sites, hand-overs and what is kept of a flow (B22). Rejects when it cannot be asked. */
export type AskMembers = <A extends SignInRequest['ask']>(
  request: Extract<SignInRequest, { ask: A }>,
) => Promise<SignInAnswer<A>>

/** Asks by a field that only the gateway can reach. */
export function createAskMembers(members: Upstream): AskMembers {
  const askOf = question(members, query, answerForm)
  return async (request) => {
    const answer: unknown = JSON.parse((await askOf({ request: JSON.stringify(request) }))._signIn)
    return signInAnswerForms[request.ask].parse(answer) as SignInAnswer<typeof request.ask>
  }
}
