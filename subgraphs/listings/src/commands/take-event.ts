import type { PublishedEvent } from '@torihiki/schema'
import { rememberMember } from '@torihiki/shared/identity/known-members.ts'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import { closeQuote, returnQuote, useQuote } from './quote-life.ts'
import type { ListingsServices } from '../services.ts'
import { forgetCarts } from '../store/carts.ts'
import { rememberGuest } from '../store/known-guests.ts'
import { forgetInterests } from '../store/interests.ts'

/** Takes an event of another subgraph, once: who is a member, and what it may do; what became of quotes. Others change nothing. */
export async function takeEvent(services: ListingsServices, event: PublishedEvent): Promise<void> {
  await services.store.transaction((tx) =>
    onceOnly(tx, 'listings', event.id, async () => {
      switch (event.type) {
        case 'MemberRecorded':
          if (event.payload.status === 'ERASED') {
            await forgetInterests(tx, event.payload.memberId)
            await forgetCarts(tx, event.payload.memberId)
          }
          await rememberGuest(tx, event.payload)
          return rememberMember(tx, event.payload)
        case 'QuoteClosed':
          return closeQuote(tx, event.payload, services.now())
        case 'ShopOrderPlaced':
          return void (await useQuote(tx, event.payload, services.now()))
        case 'ShopOrderEnded':
          return returnQuote(tx, event.payload, services.now())
        default:
          return undefined
      }
    }),
  )
}
