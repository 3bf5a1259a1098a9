import type { Context } from './context.ts'
import type { Resolvers } from './generated.ts'
import type { Reader } from './models.ts'
import { purchaseQuery } from './purchase-types.ts'
import { readInstructions, readWindows } from './read-lists.ts'

function readerOf({ services }: Context): Reader {
  if (!services.reader) throw new Error('A field that needs a signed-in member was reached without one.')
  return services.reader
}

/** Reading by id, and lists. Only what the actor is a party to is found. */
export const query: Resolvers['Query'] = {
  ...purchaseQuery,
  settlementWindow: (_root, { id }, { services }) => services.load.window.load(id),
  settlementWindows: (_root, args, context) => readWindows(context.services.store, readerOf(context), args),
  settlementInstructions: (_root, args, context) => readInstructions(context.services.store, readerOf(context), args),
}
