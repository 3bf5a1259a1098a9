import { isRefusal, type Refusal } from '../refusals.ts'

/**
 * Turns a command's answer into the member of its result union: a refusal as it is, else the payload of this type name.
 */
export async function resultAs<A extends object, N extends string, P extends object>(
  answer: A | Refusal,
  typeName: N,
  payload: (answer: A) => P | Promise<P>,
): Promise<Refusal | (P & { __typename: N })> {
  if (isRefusal(answer)) return answer
  return { ...(await payload(answer as A)), __typename: typeName }
}
