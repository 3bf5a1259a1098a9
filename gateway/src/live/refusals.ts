import type { GraphQLFormattedError } from 'graphql'
import type { LiveLimits } from './limits.ts'

/** A limit of live connections that was passed: which, how much was used, how much is allowed. */
export function limitExceeded(limit: keyof LiveLimits, used: number, allowed: number): GraphQLFormattedError {
  return {
    message: `${limit}: ${used} used, ${allowed} allowed.`,
    extensions: { code: 'LIMIT_EXCEEDED', limit, used, allowed },
  }
}

/** The end of a subscription whose client does not keep up. What was delivered before it is whole and in order. */
export function overflow(used: number, allowed: number, cursor: string | null): GraphQLFormattedError {
  return {
    message: `You read more slowly than events arrive. ${again(cursor)}`,
    extensions: { code: 'SUBSCRIPTION_OVERFLOW', limit: 'bufferedBytes', used, allowed, ...(cursor && { cursor }) },
  }
}

/** The end of a subscription whose subgraph was lost and did not come back in time: not the same as one that completed. */
export function upstreamLost(cursor: string | null): GraphQLFormattedError {
  return {
    message: `The connection to a part of the hub was lost. ${again(cursor)}`,
    extensions: { code: 'UPSTREAM_LOST', ...(cursor && { cursor }) },
  }
}

/** The end of a subscription that was opened with other rights than its client has now. */
export function rightsChanged(cursor: string | null): GraphQLFormattedError {
  return {
    message: `Your rights have changed. ${again(cursor)}`,
    extensions: { code: 'FORBIDDEN', ...(cursor && { cursor }) },
  }
}

export const notSignedIn: GraphQLFormattedError = {
  message: 'The access token is not valid or has expired. Refresh the session, or sign in anew.',
  extensions: { code: 'NOT_SIGNED_IN' },
}

/** An operation on a connection that is being closed. */
export const connectionClosed: GraphQLFormattedError = {
  message: 'The connection is closed. Connect again.',
  extensions: { code: 'CONNECTION_CLOSED' },
}

/** A request that is not of the protocol. */
export function badRequest(message: string): GraphQLFormattedError {
  return { message, extensions: { code: 'BAD_REQUEST' } }
}

function again(cursor: string | null): string {
  return cursor ? `Subscribe again after ${cursor}` : 'Subscribe again.'
}
