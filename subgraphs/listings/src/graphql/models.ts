import type { FeedMessage } from '@torihiki/shared/feeds/live-feed.ts'
import type { Page } from '@torihiki/shared/graphql/connection.ts'
import type { InterestRow } from '../store/interests.ts'
import type { CartLineRow, CartRow } from '../store/carts.ts'
import type { QuoteRow } from '../store/quotes.ts'
import type { ItemRevisionRow, ItemRow, ItemStockChangeRow } from '../store/items.ts'
import type { MatchRow } from '../store/matches.ts'
import type { OpportunityRow, RevisionRow } from '../store/opportunities.ts'
import type { ShopRevisionRow, ShopRow } from '../store/shops.ts'
import type { OpportunityFilter, Reader } from '../store/search.ts'

/** An opportunity as resolvers pass it on. */
export type OpportunityModel = OpportunityRow

/** A page of opportunities, with what it was searched by: facets are counted when they are asked for. */
export type OpportunityConnectionModel = Page<OpportunityRow> & {
  readonly searched: { readonly reader: Reader; readonly filter: OpportunityFilter } | null
}

/** A state on record. */
export type OpportunityRevisionModel = RevisionRow

/** A shop, and a state of it on record. */
export type ShopModel = ShopRow
export type ShopRevisionModel = ShopRevisionRow

/** An item of a shop, a state of it on record, and a change of what there is of it. */
export type ItemModel = ItemRow
export type ItemRevisionModel = ItemRevisionRow
export type ItemStockChangeModel = ItemStockChangeRow

/** A cart, a line of it, and what was quoted from it. */
export type CartModel = CartRow
export type CartLineModel = CartLineRow
export type QuoteModel = QuoteRow

/** A reference to a member; `members` resolves it. */
export type MemberModel = { __typename: 'Member'; id: string }

/** An interest as resolvers pass it on. */
export type InterestModel = InterestRow

/** A match on record. */
export type OpportunityMatchModel = MatchRow

/** An event of the feed of matches. */
export type OpportunityMatchChangeModel = { readonly message: FeedMessage }
