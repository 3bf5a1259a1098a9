import { randomUUID } from 'node:crypto'
import { signInAnswerForms, type SignInAnswer, type SignInRequest } from '@torihiki/shared/identity/sign-in.ts'
import { parse } from 'graphql'
import { z } from 'zod'
import type { PreparedFetch, Upstream } from '../upstreams/upstream.ts'

const query = 'mutation SignIn($request: String!) { _signIn(request: $request) }'
const answerForm = z.object({ _signIn: z.string() })

/** Asks `members` about sites, hand-overs and what is kept of a flow (B22). Rejects when it cannot be asked. */
export type AskMembers = <A extends SignInRequest['ask']>(
  request: Extract<SignInRequest, { ask: A }>,
) => Promise<SignInAnswer<A>>

/** Asks by a field that only the gateway can reach. */
export function createAskMembers(members: Upstream): AskMembers {
  let fetch: PreparedFetch | null = null
  return async (request) => {
    fetch ??= members.prepare({ query, document: parse(query), operationName: 'SignIn' })
    const identity = { actor: null, requestId: randomUUID() }
    const variables = { request: JSON.stringify(request) }
    const { data, errors } = await fetch.send({ variables, representations: null }, { identity })
    if (errors?.[0]) throw new Error(`members could not be asked (${request.ask}): ${errors[0].message}`)
    const answer: unknown = JSON.parse(answerForm.parse(data)._signIn)
    return signInAnswerForms[request.ask].parse(answer) as SignInAnswer<typeof request.ask>
  }
}
