import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { OpportunityModel, OpportunityConnectionModel, OpportunityRevisionModel, InterestModel, OpportunityMatchModel, OpportunityMatchChangeModel, ShopModel, ShopRevisionModel, ItemModel, ItemRevisionModel, ItemStockChangeModel, CartModel, CartLineModel, QuoteModel, MemberModel } from './models.ts';
import type { RefusalModel } from '@torihiki/shared/refusals.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An alphabetic currency code of ISO 4217, such as `JPY` or `EUR`. */
  Currency: { input: string; output: string; }
  /** A place in a list or in a feed. Opaque: keep it, send it back, never take it apart. */
  Cursor: { input: string; output: string; }
  /** A calendar day without a time zone: `2026-11-21` (RFC 3339 full-date). */
  Date: { input: string; output: string; }
  /** An instant: RFC 3339 with milliseconds, always in UTC, such as `2026-11-21T06:30:00.000Z`. */
  DateTime: { input: string; output: Date | string; }
  /** An exact decimal number written as a string, such as `"1250.50"`. Never a float. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** Whether an item can be had now. */
export type Availability =
  | 'IN_STOCK'
  /** Made to order, or a service: it can always be had. */
  | 'NOT_STOCKED'
  /** It is stocked, and there is none left. */
  | 'SOLD_OUT';

/** Of an item less was taken over into a cart than there was, for a cart has limits. */
export type CappedLine = {
  __typename?: 'CappedLine';
  /** How many of both carts together. */
  asked: Scalars['Int']['output'];
  itemId: Scalars['ID']['output'];
  /** How many are in the cart now. */
  kept: Scalars['Int']['output'];
};

/** What somebody wants to order at a shop (C1). It is kept on the server: the same on every device. */
export type Cart = {
  __typename?: 'Cart';
  changedAt: Scalars['DateTime']['output'];
  /** What the lines cost at the prices of now, without delivery. Null when there are none, or in several currencies. */
  goods?: Maybe<Money>;
  id: Scalars['ID']['output'];
  /** When it is gone unless it is changed before. Null of a member's. */
  lapsesAt?: Maybe<Scalars['DateTime']['output']>;
  /** In the order in which they were put in. */
  lines: Array<CartLine>;
  /** The quote of it that holds now. Null: there is none, or it is not yours. */
  quote?: Maybe<Quote>;
  /** Grows with each change. */
  revision: Scalars['Int']['output'];
  /** Null: its merchant does not take part any more. */
  shop?: Maybe<Shop>;
};

export type CartConnection = {
  __typename?: 'CartConnection';
  edges: Array<CartEdge>;
  pageInfo: PageInfo;
};

export type CartEdge = {
  __typename?: 'CartEdge';
  cursor: Scalars['Cursor']['output'];
  node: Cart;
};

/** How many of an item are in a cart: with price and availability as of now, and whether they changed since it was put in. */
export type CartLine = {
  __typename?: 'CartLine';
  /** Price times quantity. */
  amount: Money;
  availability: Availability;
  /** It could be had when it was put in, and cannot now; or the other way round. */
  availabilityChanged: Scalars['Boolean']['output'];
  /** Whether so many can be had now. */
  enough: Scalars['Boolean']['output'];
  item: Item;
  /** Whether it is on sale in this shop still. What is not must be taken out before a quote. */
  onSale: Scalars['Boolean']['output'];
  /** Of one unit, now. */
  price: Money;
  priceChanged: Scalars['Boolean']['output'];
  priceWhenPut: Money;
  putAt: Scalars['DateTime']['output'];
  quantity: Scalars['Int']['output'];
};

export type ChangeItemStockInput = {
  /** How many more; below zero: fewer. */
  change: Scalars['Int']['input'];
  idempotencyKey: Scalars['String']['input'];
  itemId: Scalars['ID']['input'];
};

export type ChangeItemStockPayload = {
  __typename?: 'ChangeItemStockPayload';
  item: Item;
};

export type ChangeItemStockResult = ChangeItemStockPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound;

/** How a member asked an operator to act for it (B14). */
export type ContactChannel =
  | 'FAX'
  | 'LETTER'
  | 'TELEPHONE';

/** What is charged for bringing goods. Services are not charged for. */
export type DeliveryCharge = {
  __typename?: 'DeliveryCharge';
  charge: Money;
  /** From goods and services of this sum on nothing is charged. Null: always charged. */
  freeFrom?: Maybe<Money>;
};

export type DeliveryChargeInput = {
  charge: MoneyInput;
  freeFrom?: InputMaybe<MoneyInput>;
};

/** How often a digest is sent. */
export type DigestFrequency =
  /** As soon as there is a match. */
  | 'AT_ONCE'
  | 'DAILY'
  /** Never; matches are still listed and pushed. */
  | 'OFF'
  | 'WEEKLY';

/**
 * When the digest of matches is sent: one mail with all that was found since the last one, and none when nothing was. It goes by the clocks
 * of your time zone. An hour that comes twice when clocks go back counts the first time; one that is left out when they go forward counts as
 * if they had not.
 */
export type DigestSchedule = {
  __typename?: 'DigestSchedule';
  frequency: DigestFrequency;
  /** The hour at which it is sent, 0 to 23; for DAILY and WEEKLY. */
  hour: Scalars['Int']['output'];
  /** `en`, `ja` or `de`. */
  language: Scalars['String']['output'];
  /** When the next one is due. Null when that is not by the clock. */
  nextAt?: Maybe<Scalars['DateTime']['output']>;
  /** A name of the IANA time zone database. */
  timeZone: Scalars['String']['output'];
  /** The day on which it is sent; for WEEKLY. */
  weekday: Weekday;
};

/** What is left out stays as it is. */
export type EditInterestInput = {
  /** All criteria as they are to be. */
  criteria?: InputMaybe<InterestCriteriaInput>;
  idempotencyKey: Scalars['String']['input'];
  interestId: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  paused?: InputMaybe<Scalars['Boolean']['input']>;
};

export type EditInterestPayload = {
  __typename?: 'EditInterestPayload';
  interest: Interest;
};

export type EditInterestResult = EditInterestPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound;

/** What is left out stays as it is; null takes language, category and GTIN away. */
export type EditItemInput = {
  category?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  gtin?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  itemId: Scalars['ID']['input'];
  language?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  onSale?: InputMaybe<Scalars['Boolean']['input']>;
  price?: InputMaybe<MoneyInput>;
  /** The revision that you looked at. */
  revision: Scalars['Int']['input'];
  /** Another shop of yours. */
  shopId?: InputMaybe<Scalars['ID']['input']>;
  unit?: InputMaybe<Scalars['String']['input']>;
};

export type EditItemPayload = {
  __typename?: 'EditItemPayload';
  item: Item;
};

export type EditItemResult = EditItemPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | StaleRevision;

/** What is left out stays as it is; null takes it away (title and description cannot be taken away). */
export type EditOpportunityInput = {
  budget?: InputMaybe<MoneyInput>;
  category?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  language?: InputMaybe<Scalars['String']['input']>;
  opportunityId: Scalars['ID']['input'];
  quantity?: InputMaybe<Scalars['String']['input']>;
  region?: InputMaybe<Scalars['String']['input']>;
  /** The revision that you looked at. */
  revision: Scalars['Int']['input'];
  title?: InputMaybe<Scalars['String']['input']>;
  validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Null opens it to everybody. */
  visibleTo?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type EditOpportunityPayload = {
  __typename?: 'EditOpportunityPayload';
  opportunity: Opportunity;
};

export type EditOpportunityResult = EditOpportunityPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | StaleRevision | WrongState;

export type EditShopInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  name?: InputMaybe<Scalars['String']['input']>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
  /** The revision that you looked at. */
  revision: Scalars['Int']['input'];
  shopId: Scalars['ID']['input'];
};

export type EditShopPayload = {
  __typename?: 'EditShopPayload';
  shop: Shop;
};

export type EditShopResult = EditShopPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | StaleRevision;

/** How many matches have a value. */
export type FacetCount = {
  __typename?: 'FacetCount';
  count: Scalars['Int']['output'];
  value: Scalars['String']['output'];
};

/** The shop does not take this order from a guest (C4). `guestRule` says which of its limits is broken. */
export type GuestLimit = Refusal & {
  __typename?: 'GuestLimit';
  code: Scalars['String']['output'];
  guestRule: GuestRule;
  message: Scalars['String']['output'];
  /** Of MOST_PER_ORDER: up to what it takes. */
  mostAmount?: Maybe<Money>;
  /** Of MOST_ORDERS_PER_DAY: how many it takes a day from a guest. */
  mostOrders?: Maybe<Scalars['Int']['output']>;
  /** Of MOST_PER_ORDER: what the order comes to. */
  orderAmount?: Maybe<Money>;
  /** Of MOST_ORDERS_PER_DAY: how many you have placed today (UTC). */
  ordersToday?: Maybe<Scalars['Int']['output']>;
};

/** Kinds of payment methods, as `PaymentMethodKind` has them. */
export type GuestMethodKind =
  | 'ACCOUNT_TRANSFER'
  | 'CARD'
  | 'COUNTER'
  | 'CREDIT'
  | 'DEPOSIT';

/** Limits that shops set for guests. */
export type GuestRule =
  | 'MOST_ORDERS_PER_DAY'
  | 'MOST_PER_ORDER'
  | 'NO_GUESTS';

/** Limits that a shop sets for orders from guests (C4). */
export type GuestTerms = {
  __typename?: 'GuestTerms';
  /** By which kinds of payment methods a guest may pay. Null: all. */
  methodKinds?: Maybe<Array<GuestMethodKind>>;
  /** How many orders a guest may place on a day (UTC). Null: without limit. */
  mostOrdersPerDay?: Maybe<Scalars['Int']['output']>;
  /** By currency; in a currency that is not there, without limit. */
  mostPerOrder: Array<Money>;
};

export type GuestTermsInput = {
  methodKinds?: InputMaybe<Array<GuestMethodKind>>;
  mostOrdersPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** One for each currency. */
  mostPerOrder?: InputMaybe<Array<MoneyInput>>;
};

/** The idempotency key was used before with another input. Take a new key for a new request. */
export type IdempotencyConflict = Refusal & {
  __typename?: 'IdempotencyConflict';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/** One fault of an input. */
export type InputFault = {
  __typename?: 'InputFault';
  message: Scalars['String']['output'];
  /** The path of the field within `input`, such as `lines.0.quantity`. */
  path: Scalars['String']['output'];
};

/** What of opportunities a member wants to be told of: all that is given must hold (A2). */
export type Interest = {
  __typename?: 'Interest';
  budgetAtLeast?: Maybe<Money>;
  budgetAtMost?: Maybe<Money>;
  category?: Maybe<Scalars['String']['output']>;
  currency?: Maybe<Scalars['Currency']['output']>;
  id: Scalars['ID']['output'];
  language?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  /** A paused interest finds nothing; what is published meanwhile is not made up for. */
  paused: Scalars['Boolean']['output'];
  publisher?: Maybe<Member>;
  region?: Maybe<Scalars['String']['output']>;
  registeredAt: Scalars['DateTime']['output'];
  text?: Maybe<Scalars['String']['output']>;
};

/** What an opportunity must meet; at least one is to be given. */
export type InterestCriteriaInput = {
  budgetAtLeast?: InputMaybe<MoneyInput>;
  budgetAtMost?: InputMaybe<MoneyInput>;
  category?: InputMaybe<Scalars['String']['input']>;
  currency?: InputMaybe<Scalars['Currency']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
  publisherId?: InputMaybe<Scalars['ID']['input']>;
  region?: InputMaybe<Scalars['String']['input']>;
  /** As in `OpportunityFilter.text`; typing errors are not forgiven here. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** Fields of the input do not hold what they should. Every fault is listed at once. */
export type InvalidInput = Refusal & {
  __typename?: 'InvalidInput';
  code: Scalars['String']['output'];
  faults: Array<InputFault>;
  message: Scalars['String']['output'];
};

/** Goods or a service that a merchant sells in one of its shops (C1). */
export type Item = {
  __typename?: 'Item';
  availability: Availability;
  /** How many can be had now. Null of what is not stocked. */
  available?: Maybe<Scalars['Int']['output']>;
  category?: Maybe<Scalars['String']['output']>;
  description: Scalars['String']['output'];
  /** When it was last edited. Null when it is as it was published. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  gtin?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** The merchant's own number of it, given once. Lines of orders name it as `sellerItemId`. */
  itemNumber: Scalars['String']['output'];
  kind: ItemKind;
  /** The language of name and description, a primary subtag of BCP 47. Null: not said. */
  language?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  onSale: Scalars['Boolean']['output'];
  /** Of one unit, with all taxes. */
  price: Money;
  publishedAt: Scalars['DateTime']['output'];
  /** Grows by one with each edit; an edit names the one it starts from. */
  revision: Scalars['Int']['output'];
  /** All its states on record, newest first. Null but for its merchant. */
  revisions?: Maybe<ItemRevisionConnection>;
  /** Null in a cart, when its merchant does not take part any more. */
  shop?: Maybe<Shop>;
  /** What made it more or less, newest first. Null but for its merchant. */
  stockChanges?: Maybe<ItemStockChangeConnection>;
  /** What is counted, a code of UN/ECE Recommendation 20 such as `C62` (pieces). It is sold by whole numbers of it. */
  unit: Scalars['String']['output'];
};


/** Goods or a service that a merchant sells in one of its shops (C1). */
export type ItemRevisionsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** Goods or a service that a merchant sells in one of its shops (C1). */
export type ItemStockChangesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

export type ItemConnection = {
  __typename?: 'ItemConnection';
  edges: Array<ItemEdge>;
  pageInfo: PageInfo;
};

export type ItemEdge = {
  __typename?: 'ItemEdge';
  cursor: Scalars['Cursor']['output'];
  node: Item;
};

/** Narrows a list of items: all that is given must hold. */
export type ItemFilter = {
  /** Without regard to case. */
  category?: InputMaybe<Scalars['String']['input']>;
  /** True: only what can be had now. */
  inStock?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<ItemKind>;
  /** A price of at least this, in this currency. */
  priceAtLeast?: InputMaybe<MoneyInput>;
  /** A price of at most this, in this currency. */
  priceAtMost?: InputMaybe<MoneyInput>;
  shopId?: InputMaybe<Scalars['ID']['input']>;
  /** What name or description must contain, as of opportunities. At most 200 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** What an item is. */
export type ItemKind =
  | 'GOODS'
  /** Done for the customer: lodging, rental, work. Never stocked. */
  | 'SERVICE';

/** In which order items are listed. */
export type ItemOrder =
  /** By currency, then by price, the lowest first. */
  | 'CHEAPEST'
  /** By currency, then by price, the highest first. */
  | 'DEAREST'
  /** The newest first. */
  | 'NEWEST'
  /** The best matches of `filter.text` first. Of very many matches the newest 5,000 are ranked and listed. */
  | 'RELEVANCE';

/** A state of an item as it stood from an instant on. */
export type ItemRevision = {
  __typename?: 'ItemRevision';
  /** Since when it was so. */
  at: Scalars['DateTime']['output'];
  category?: Maybe<Scalars['String']['output']>;
  description: Scalars['String']['output'];
  gtin?: Maybe<Scalars['String']['output']>;
  language?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  onSale: Scalars['Boolean']['output'];
  price: Money;
  revision: Scalars['Int']['output'];
  unit: Scalars['String']['output'];
};

export type ItemRevisionConnection = {
  __typename?: 'ItemRevisionConnection';
  edges: Array<ItemRevisionEdge>;
  pageInfo: PageInfo;
};

export type ItemRevisionEdge = {
  __typename?: 'ItemRevisionEdge';
  cursor: Scalars['Cursor']['output'];
  node: ItemRevision;
};

/** An item of which less is left than was asked for. */
export type ItemShortage = {
  __typename?: 'ItemShortage';
  itemId: Scalars['ID']['output'];
  /** How many you could have. */
  left: Scalars['Int']['output'];
  wanted: Scalars['Int']['output'];
};

/** Why there is more or less of an item. */
export type ItemStockCause =
  /** A quote holds it for a customer. */
  | 'HELD'
  /** What a quote held came back: it lapsed, or the order was not concluded. */
  | 'RETURNED'
  /** Its merchant said so. */
  | 'STATED';

/** A change of what there is of an item. */
export type ItemStockChange = {
  __typename?: 'ItemStockChange';
  at: Scalars['DateTime']['output'];
  cause: ItemStockCause;
  /** How many more; below zero: fewer. */
  change: Scalars['Int']['output'];
  /** Counts the changes of the item from 1. */
  number: Scalars['Int']['output'];
  stockAfter: Scalars['Int']['output'];
};

export type ItemStockChangeConnection = {
  __typename?: 'ItemStockChangeConnection';
  edges: Array<ItemStockChangeEdge>;
  pageInfo: PageInfo;
};

export type ItemStockChangeEdge = {
  __typename?: 'ItemStockChangeEdge';
  cursor: Scalars['Cursor']['output'];
  node: ItemStockChange;
};

/** Less is left of items than was asked for. Nothing was held. Lower the quantities with `setCartLine`, then quote again. */
export type ItemsShort = Refusal & {
  __typename?: 'ItemsShort';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  shortages: Array<ItemShortage>;
};

/** The member's authentication level does not allow it (A7). Nothing was done. */
export type LevelExceeded = Refusal & {
  __typename?: 'LevelExceeded';
  code: Scalars['String']['output'];
  /** What is left of it. */
  left?: Maybe<Money>;
  /** The limit of that rule, where it is an amount. */
  limit?: Maybe<Money>;
  message: Scalars['String']['output'];
  /** The rule that was broken: `OPERATION`, `PARTNER_GROUP`, `CURRENCY`, `AMOUNT_PER_TRANSACTION` or `AMOUNT_PER_DAY`. */
  rule: Scalars['String']['output'];
  /** What today's operations have used of it so far. */
  used?: Maybe<Money>;
};

export type Member = {
  __typename?: 'Member';
  id: Scalars['ID']['output'];
};

export type MergeCartInput = {
  cartToken: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type MergeCartPayload = {
  __typename?: 'MergeCartPayload';
  /** What could not be taken over whole. */
  capped: Array<CappedLine>;
  /** Your cart at the shop. */
  cart: Cart;
};

export type MergeCartResult = IdempotencyConflict | InvalidInput | MergeCartPayload | NotAllowed | NotFound;

/** An amount of money, with exactly as many decimals as its currency has (ISO 4217). */
export type Money = {
  __typename?: 'Money';
  /** Such as `"1000"` for JPY, `"10.00"` for EUR. */
  amount: Scalars['Decimal']['output'];
  currency: Scalars['Currency']['output'];
};

/** An amount of money. More decimals than the currency has are refused, never rounded. */
export type MoneyInput = {
  amount: Scalars['Decimal']['input'];
  currency: Scalars['Currency']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Say that there is more, or less, of a stocked item of your own (C1). What quotes hold is not counted. */
  changeItemStock: ChangeItemStockResult;
  /** Edit an interest of your own, pause it, or go on with it. */
  editInterest: EditInterestResult;
  /** Edit an item of your own (C1). What is given is stated anew; the state before stays on record, and quotes that were given stay as they are. */
  editItem: EditItemResult;
  /** Edit an open opportunity of your own (A1). What is given is stated anew; the state before stays on record. */
  editOpportunity: EditOpportunityResult;
  /** Edit a shop of your own, open or close it (B22). What is given is stated anew; the state before stays on record. */
  editShop: EditShopResult;
  /** Take the cart of a token over into yours at its shop (C1), once. Quantities add up; what does not fit is told of. */
  mergeCart: MergeCartResult;
  /**
   * Open a cart at a shop without log-in (C1). Its token is given here alone: keep it secret, and give it with each act on the cart. It is kept for 30 days after its last change, for 2 hours
   * while nothing is in it; at log-in `mergeCart` takes it over. Who is signed in needs none, and has 20 such carts at a time at most (`NotAllowed`).
   */
  openCart: OpenCartResult;
  /**
   * Publish an item in a shop of yours (C1). With `stock` it is stocked, and is sold as far as it goes; without, it is made to order or a service and can
   * always be had. At most 10,000 items a merchant.
   */
  publishItem: PublishItemResult;
  /** Publish a business opportunity to find partners (A1). */
  publishOpportunity: PublishOpportunityResult;
  /**
   * Publish a shop of yours on the hub's portal (B22), where everybody who is signed in finds it. It shows your open opportunities and leads to your own
   * sites. For merchants, at most 10.
   */
  publishShop: PublishShopResult;
  /**
   * Have all that is in your cart at a shop, or all that is in one currency, quoted (C1): the lines, the charge for delivery and the total, for 15 minutes. What is stocked is held for you meanwhile. `placeOrder` takes the
   * quote. A further quote of the cart takes its place.
   */
  quoteOrder: QuoteOrderResult;
  /** Put what an order of yours at a shop was for into your cart there again (C7): after one that was not concluded, say. What is otherwise now is told of. */
  refillCart: RefillCartResult;
  /**
   * Register an interest: what of opportunities you want to be told of (A2). An opportunity published or edited from then on that meets it is
   * pushed to `opportunityMatched` and collected for your digest. At most 50 a member.
   */
  registerInterest: RegisterInterestResult;
  /** Remove an interest of your own. What it has found stays listed. */
  removeInterest: RemoveInterestResult;
  /** Say how many of an item are in your cart, or in that of a token (C1): 0 takes it out. At most 999 of an item, and 50 items; carts at 100 shops (`NotAllowed`). The line remembers the price of now. */
  setCartLine: SetCartLineResult;
  /** Say when the digest of your matches is sent to your mail address (A2). What is left out stays. */
  setDigestSchedule: SetDigestScheduleResult;
  /**
   * State by which terms a shop of yours sells (C1, C4): without them it takes no orders. A whole new version; quotes keep the one that they were given by. They are your standing
   * instruction to the hub: it accepts an order in your name once its payment is reserved, and submits the document made of the quote, so that the contract stands without you.
   */
  setShopTerms: SetShopTermsResult;
  /** Withdraw an opportunity of your own. It stays on record. */
  withdrawOpportunity: WithdrawOpportunityResult;
};


export type MutationChangeItemStockArgs = {
  input: ChangeItemStockInput;
};


export type MutationEditInterestArgs = {
  input: EditInterestInput;
};


export type MutationEditItemArgs = {
  input: EditItemInput;
};


export type MutationEditOpportunityArgs = {
  input: EditOpportunityInput;
};


export type MutationEditShopArgs = {
  input: EditShopInput;
};


export type MutationMergeCartArgs = {
  input: MergeCartInput;
};


export type MutationOpenCartArgs = {
  input: OpenCartInput;
};


export type MutationPublishItemArgs = {
  input: PublishItemInput;
};


export type MutationPublishOpportunityArgs = {
  input: PublishOpportunityInput;
};


export type MutationPublishShopArgs = {
  input: PublishShopInput;
};


export type MutationQuoteOrderArgs = {
  input: QuoteOrderInput;
};


export type MutationRefillCartArgs = {
  input: RefillCartInput;
};


export type MutationRegisterInterestArgs = {
  input: RegisterInterestInput;
};


export type MutationRemoveInterestArgs = {
  input: RemoveInterestInput;
};


export type MutationSetCartLineArgs = {
  input: SetCartLineInput;
};


export type MutationSetDigestScheduleArgs = {
  input: SetDigestScheduleInput;
};


export type MutationSetShopTermsArgs = {
  input: SetShopTermsInput;
};


export type MutationWithdrawOpportunityArgs = {
  input: WithdrawOpportunityInput;
};

/** You may see it, but your roles do not allow this act. */
export type NotAllowed = Refusal & {
  __typename?: 'NotAllowed';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/** What you name is not there, or is not yours to see. */
export type NotFound = Refusal & {
  __typename?: 'NotFound';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

export type OpenCartInput = {
  shopId: Scalars['ID']['input'];
};

export type OpenCartPayload = {
  __typename?: 'OpenCartPayload';
  cart: Cart;
  /** 43 letters, of 256 random bits. It is not shown again. */
  cartToken: Scalars['String']['output'];
};

export type OpenCartResult = InvalidInput | NotAllowed | NotFound | OpenCartPayload;

/** Open business information: what a member looks for or offers (A1). */
export type Opportunity = {
  __typename?: 'Opportunity';
  audience: OpportunityAudience;
  budget?: Maybe<Money>;
  category?: Maybe<Scalars['String']['output']>;
  description: Scalars['String']['output'];
  /** When it was last edited. Null when it is as it was published. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** The language of title and description, a primary subtag of BCP 47 such as `en` or `ja`. Its words are found by their stems. */
  language?: Maybe<Scalars['String']['output']>;
  publishedAt: Scalars['DateTime']['output'];
  publisher: Member;
  /** How much, with its unit, such as `200 KGM` (UN/ECE Recommendation 20). */
  quantity?: Maybe<Scalars['String']['output']>;
  region?: Maybe<Scalars['String']['output']>;
  /** Grows by one with each edit; an edit names the one it starts from. */
  revision: Scalars['Int']['output'];
  /** All its states on record, newest first. Null but for its publisher. */
  revisions?: Maybe<OpportunityRevisionConnection>;
  status: OpportunityStatus;
  title: Scalars['String']['output'];
  /** Until when it is open. It disappears from results afterwards, and stays on record. */
  validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The members it is open to, with audience NAMED. Null but for its publisher. */
  visibleTo?: Maybe<Array<Member>>;
};


/** Open business information: what a member looks for or offers (A1). */
export type OpportunityRevisionsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

/** Whom an opportunity is open to. Nobody else can learn that it exists. */
export type OpportunityAudience =
  /** Every member. */
  | 'ALL'
  /** The members that its publisher named. */
  | 'NAMED';

export type OpportunityConnection = {
  __typename?: 'OpportunityConnection';
  edges: Array<OpportunityEdge>;
  /** How many match the same filter, and what they are. The same on every page. */
  facets: OpportunityFacets;
  pageInfo: PageInfo;
};

export type OpportunityEdge = {
  __typename?: 'OpportunityEdge';
  cursor: Scalars['Cursor']['output'];
  node: Opportunity;
};

/**
 * What the matches of a filter are, counted over those that you may see. At most 10,000 are counted; the most frequent 20 values
 * of each kind are listed.
 */
export type OpportunityFacets = {
  __typename?: 'OpportunityFacets';
  /** There are more than were counted: all counts are lower bounds. */
  capped: Scalars['Boolean']['output'];
  categories: Array<FacetCount>;
  currencies: Array<FacetCount>;
  languages: Array<FacetCount>;
  /** How many match; 10,000 when `capped`. */
  matches: Scalars['Int']['output'];
  regions: Array<FacetCount>;
};

/** Narrows a list of opportunities: all that is given must hold. */
export type OpportunityFilter = {
  /** The budget is in this currency, and not below this amount. */
  budgetAtLeast?: InputMaybe<MoneyInput>;
  /** The budget is in this currency, and not above this amount. */
  budgetAtMost?: InputMaybe<MoneyInput>;
  /** Without regard to case. */
  category?: InputMaybe<Scalars['String']['input']>;
  /** The currency of the budget. */
  currency?: InputMaybe<Scalars['Currency']['input']>;
  /** A language tag such as `de`. */
  language?: InputMaybe<Scalars['String']['input']>;
  publishedSince?: InputMaybe<Scalars['DateTime']['input']>;
  publisherId?: InputMaybe<Scalars['ID']['input']>;
  /** Without regard to case. */
  region?: InputMaybe<Scalars['String']['input']>;
  /**
   * What title or description must contain, in the web's manner: all words, `"a phrase as it is"`, `this or that`, `-not`. Words are found by
   * their stems in many languages, Japanese and Chinese as parts of the text; a word that nobody uses is taken for those it may be mistyped from.
   * At most 200 characters.
   */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** An opportunity that met an interest, in one of its revisions. */
export type OpportunityMatch = {
  __typename?: 'OpportunityMatch';
  foundAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  interest: Interest;
  /** The opportunity as it is now. Null when it is not open to you any more. */
  opportunity?: Maybe<Opportunity>;
  /** The revision that met the interest. */
  revision: Scalars['Int']['output'];
};

/** An event of the feed of matches. */
export type OpportunityMatchChange = {
  __typename?: 'OpportunityMatchChange';
  at: Scalars['DateTime']['output'];
  /** Where this event stands. Subscribe again after it to go on from here. */
  cursor: Scalars['Cursor']['output'];
  /** The interests that were met, as they are now. */
  interests: Array<Interest>;
  kind: OpportunityMatchKind;
  /** The opportunity as it is now. Null when it is not open to you any more. */
  opportunity?: Maybe<Opportunity>;
  /** The revision that met them. */
  revision?: Maybe<Scalars['Int']['output']>;
};

export type OpportunityMatchConnection = {
  __typename?: 'OpportunityMatchConnection';
  edges: Array<OpportunityMatchEdge>;
  /** Subscribe `opportunityMatched` after this cursor: nothing that this list lacks is missed. */
  headCursor: Scalars['Cursor']['output'];
  pageInfo: PageInfo;
};

export type OpportunityMatchEdge = {
  __typename?: 'OpportunityMatchEdge';
  cursor: Scalars['Cursor']['output'];
  node: OpportunityMatch;
};

/** What an event of the feed of matches means. */
export type OpportunityMatchKind =
  /** The first event: says where the feed starts. Nothing was found. */
  | 'FEED_STARTED'
  /** One that you were told of was edited, and meets your interests as it is now. */
  | 'MATCH_CHANGED'
  /** An opportunity that you were not told of before. */
  | 'NEW_MATCH'
  /** Your cursor is older than the feed is kept: list your matches anew, then go on from this cursor. */
  | 'SNAPSHOT_NEEDED';

/** The order of a list of opportunities. */
export type OpportunityOrder =
  /** The newest first. */
  | 'NEWEST'
  /**
   * The best matches of `filter.text` first; what is spelt as typed before what was found by forgiving an error. Of very many matches the
   * newest 5,000 are ranked, and the others follow, newest first.
   */
  | 'RELEVANCE';

/** A state of an opportunity as it stood from an instant on. */
export type OpportunityRevision = {
  __typename?: 'OpportunityRevision';
  /** Since when it was so. */
  at: Scalars['DateTime']['output'];
  budget?: Maybe<Money>;
  category?: Maybe<Scalars['String']['output']>;
  /** The names of the fields that differ from the revision before. */
  changed: Array<Scalars['String']['output']>;
  description: Scalars['String']['output'];
  language?: Maybe<Scalars['String']['output']>;
  quantity?: Maybe<Scalars['String']['output']>;
  region?: Maybe<Scalars['String']['output']>;
  revision: Scalars['Int']['output'];
  title: Scalars['String']['output'];
  validUntil?: Maybe<Scalars['DateTime']['output']>;
  visibleTo?: Maybe<Array<Member>>;
};

export type OpportunityRevisionConnection = {
  __typename?: 'OpportunityRevisionConnection';
  edges: Array<OpportunityRevisionEdge>;
  pageInfo: PageInfo;
};

export type OpportunityRevisionEdge = {
  __typename?: 'OpportunityRevisionEdge';
  cursor: Scalars['Cursor']['output'];
  node: OpportunityRevision;
};

/** Where an opportunity stands. Only an OPEN one can be referred to by others. */
export type OpportunityStatus =
  | 'DRAFT'
  | 'EXPIRED'
  | 'OPEN'
  | 'WITHDRAWN';

/** Where a page stands in its list (Relay cursor connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['Cursor']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['Cursor']['output']>;
};

export type PublishItemInput = {
  category?: InputMaybe<Scalars['String']['input']>;
  description: Scalars['String']['input'];
  gtin?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  /** Your own number of it, at most 100 characters. It is given once. */
  itemNumber: Scalars['String']['input'];
  kind: ItemKind;
  /** A tag of BCP 47. Words are found by their stems in it. */
  language?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** Left out: it is on sale at once. */
  onSale?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of one unit, with all taxes. */
  price: MoneyInput;
  shopId: Scalars['ID']['input'];
  /** How many there are. Left out: it is not stocked, and stays so. */
  stock?: InputMaybe<Scalars['Int']['input']>;
  /** A code of UN/ECE Recommendation 20 such as `C62`. */
  unit: Scalars['String']['input'];
};

export type PublishItemPayload = {
  __typename?: 'PublishItemPayload';
  item: Item;
};

export type PublishItemResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | PublishItemPayload;

export type PublishOpportunityInput = {
  budget?: InputMaybe<MoneyInput>;
  category?: InputMaybe<Scalars['String']['input']>;
  description: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** The language of title and description, a tag of BCP 47 such as `en` or `ja`. */
  language?: InputMaybe<Scalars['String']['input']>;
  quantity?: InputMaybe<Scalars['String']['input']>;
  region?: InputMaybe<Scalars['String']['input']>;
  title: Scalars['String']['input'];
  validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** The members who alone may see it, at most 200. Everybody, when left out. */
  visibleTo?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type PublishOpportunityPayload = {
  __typename?: 'PublishOpportunityPayload';
  opportunity: Opportunity;
};

export type PublishOpportunityResult = IdempotencyConflict | InvalidInput | NotAllowed | PublishOpportunityPayload;

export type PublishShopInput = {
  description: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** Tags of BCP 47, 1 to 20. */
  languages: Array<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** Left out: it is open at once. */
  open?: InputMaybe<Scalars['Boolean']['input']>;
  /** 3 to 40 of a–z, 0–9 and hyphen, a letter first. Nobody gets it again. */
  slug: Scalars['String']['input'];
};

export type PublishShopPayload = {
  __typename?: 'PublishShopPayload';
  shop: Shop;
};

export type PublishShopResult = IdempotencyConflict | InvalidInput | NotAllowed | PublishShopPayload;

export type Query = {
  __typename?: 'Query';
  /** Your cart at a shop (C1), or the cart of a token, without log-in too. Null when there is none: a token's is gone once it was merged or has lapsed. */
  cart?: Maybe<Cart>;
  /** An item by its id (C1), without log-in too. Null when it is not on sale, but for its merchant. */
  item?: Maybe<Item>;
  /**
   * Items on sale in open shops (C1), without log-in too: with a text the best first, else the newest first. A page costs the same however far
   * it is. A cursor belongs to its filter and order.
   */
  items: ItemConnection;
  /**
   * Open opportunities that you may see (A2): with a text the best first, else the newest first. A page costs the same however far it
   * is, and what is published while you page shifts nothing. A cursor belongs to its filter and order.
   */
  opportunities: OpportunityConnection;
  /** An opportunity by its id. Null when there is none that you may see. */
  opportunity?: Maybe<Opportunity>;
  /** A quote of yours (C1). Null when there is none. */
  quote?: Maybe<Quote>;
  /** A shop by its id or by its slug, open or not (B22). Null when there is none that you may see. */
  shop?: Maybe<Shop>;
  /** The open shops of the portal (B22), newest first: those whose name or description has the words, in a language that they serve. */
  shops: ShopConnection;
};


export type QueryCartArgs = {
  cartToken?: InputMaybe<Scalars['String']['input']>;
  shopId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryItemArgs = {
  id: Scalars['ID']['input'];
};


export type QueryItemsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ItemFilter>;
  first: Scalars['Int']['input'];
  order?: InputMaybe<ItemOrder>;
};


export type QueryOpportunitiesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<OpportunityFilter>;
  first: Scalars['Int']['input'];
  order?: InputMaybe<OpportunityOrder>;
};


export type QueryOpportunityArgs = {
  id: Scalars['ID']['input'];
};


export type QueryQuoteArgs = {
  id: Scalars['ID']['input'];
};


export type QueryShopArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


export type QueryShopsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  language?: InputMaybe<Scalars['String']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};

/** A shop's priced offer of what was in a cart (C1), signed by the hub and good until `expiresAt`. What is stocked is held for it. */
export type Quote = {
  __typename?: 'Quote';
  deliveryCharge: Money;
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  lines: Array<QuoteLine>;
  /** The order that was placed with it. */
  orderCode?: Maybe<Scalars['String']['output']>;
  quotedAt: Scalars['DateTime']['output'];
  /** Null: its merchant does not take part any more. */
  shop?: Maybe<Shop>;
  /** The quote as `placeOrder` takes it: a JWS (RFC 7515) whose payload says what is here. */
  signed: Scalars['String']['output'];
  state: QuoteState;
  /** The version of the shop's terms that holds for it. */
  termsVersion: Scalars['Int']['output'];
  /** What the customer pays. */
  total: Money;
};

/** A line of a quote, as it stood in the cart. */
export type QuoteLine = {
  __typename?: 'QuoteLine';
  amount: Money;
  itemId: Scalars['ID']['output'];
  itemNumber: Scalars['String']['output'];
  name: Scalars['String']['output'];
  quantity: Scalars['Int']['output'];
  unit: Scalars['String']['output'];
  unitPrice: Money;
};

export type QuoteOrderInput = {
  /** The revision of the cart that you looked at: another is refused. Left out: as it is. */
  cartRevision?: InputMaybe<Scalars['Int']['input']>;
  /**
   * What is in this currency alone; the rest stays in the cart, to be quoted and ordered by itself. Left out: all, which is refused (`WrongState`, SEVERAL_CURRENCIES) when prices are in several
   * currencies, for an order is in one.
   */
  currency?: InputMaybe<Scalars['Currency']['input']>;
  idempotencyKey: Scalars['String']['input'];
  shopId: Scalars['ID']['input'];
};

export type QuoteOrderPayload = {
  __typename?: 'QuoteOrderPayload';
  quote: Quote;
};

/** GuestLimit: the shop takes no guests, not for so much, or no more orders today. Nothing is held for an order that it would not take. */
export type QuoteOrderResult = GuestLimit | IdempotencyConflict | InvalidInput | ItemsShort | NotAllowed | NotFound | QuoteOrderPayload | StaleRevision | WrongState;

/** Where a quote stands. */
export type QuoteState =
  /** Nobody can order by it any more; what it held has come back. */
  | 'CLOSED'
  /** Its time is over; whether an order used it before is being found out. */
  | 'LAPSED'
  /** It can be ordered by. */
  | 'OPEN'
  /** A further quote of the cart took its place. */
  | 'REPLACED'
  /** Its order was not concluded, or cancelled; the goods have come back. */
  | 'RETURNED'
  /** An order was placed with it. */
  | 'USED';

export type RefillCartInput = {
  idempotencyKey: Scalars['String']['input'];
  orderCode: Scalars['String']['input'];
};

export type RefillCartPayload = {
  __typename?: 'RefillCartPayload';
  cart: Cart;
  notes: Array<RefillNote>;
};

export type RefillCartResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RefillCartPayload;

/** What of an order that is put into a cart again is otherwise than it was. */
export type RefillNote = {
  __typename?: 'RefillNote';
  itemId: Scalars['ID']['output'];
  /** How many of it are in the cart now. */
  kept: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  what: RefillNoteKind;
};

/** How an item differs from when it was ordered. */
export type RefillNoteKind =
  /** The limits of a cart were reached. */
  | 'CAPPED'
  /** Fewer are left than are in the cart. */
  | 'NOT_ENOUGH'
  /** It is not sold in this shop any more, and was left out. */
  | 'NOT_ON_SALE'
  /** It costs more or less now: the cart's line shows both prices. */
  | 'PRICE_CHANGED';

/** Why a request was not carried out. Nothing has changed when you get one. */
export type Refusal = {
  /** A stable code for programs; the manual of refusals lists each with its remedy. */
  code: Scalars['String']['output'];
  /** One sentence for people: what is wrong and what to do. */
  message: Scalars['String']['output'];
};

export type RegisterInterestInput = {
  criteria: InterestCriteriaInput;
  idempotencyKey: Scalars['String']['input'];
  /** What you call it, such as `Steel in Kansai`. */
  name: Scalars['String']['input'];
};

export type RegisterInterestPayload = {
  __typename?: 'RegisterInterestPayload';
  interest: Interest;
};

export type RegisterInterestResult = IdempotencyConflict | InvalidInput | NotAllowed | RegisterInterestPayload | TooManyInterests;

export type RemoveInterestInput = {
  idempotencyKey: Scalars['String']['input'];
  interestId: Scalars['ID']['input'];
};

export type RemoveInterestPayload = {
  __typename?: 'RemoveInterestPayload';
  interestId: Scalars['ID']['output'];
};

export type RemoveInterestResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RemoveInterestPayload;

/** What a member may act as. A member has one or more. */
export type Role =
  | 'ADMIN'
  | 'BUYER'
  | 'CARD_COMPANY'
  | 'CARRIER'
  | 'GUARANTOR'
  | 'INTERMEDIARY'
  | 'OPERATOR'
  | 'PAYMENT_INSTITUTION'
  | 'SELLER'
  | 'SETTLEMENT_AGENT';

export type SetCartLineInput = {
  /** Left out: your own cart at the item's shop. */
  cartToken?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  itemId: Scalars['ID']['input'];
  /** How many are to be in the cart; 0: none. */
  quantity: Scalars['Int']['input'];
};

export type SetCartLinePayload = {
  __typename?: 'SetCartLinePayload';
  cart: Cart;
};

export type SetCartLineResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SetCartLinePayload;

export type SetDigestScheduleInput = {
  frequency: DigestFrequency;
  hour?: InputMaybe<Scalars['Int']['input']>;
  idempotencyKey: Scalars['String']['input'];
  /** `en`, `ja` or `de`. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** A name of the IANA time zone database such as `Asia/Tokyo`. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  weekday?: InputMaybe<Weekday>;
};

export type SetDigestSchedulePayload = {
  __typename?: 'SetDigestSchedulePayload';
  digestSchedule: DigestSchedule;
};

export type SetDigestScheduleResult = IdempotencyConflict | InvalidInput | NotAllowed | SetDigestSchedulePayload;

/** What is left out is as in terms that were never stated: no charge, no guests, nobody on account, no cancelling alone, settlement NET. */
export type SetShopTermsInput = {
  cancelBeforeDelivery?: InputMaybe<Scalars['Boolean']['input']>;
  deliverWithinDays?: InputMaybe<Scalars['Int']['input']>;
  /** One for each currency. */
  deliveryCharges?: InputMaybe<Array<DeliveryChargeInput>>;
  /** Left out: no orders from guests. */
  guests?: InputMaybe<GuestTermsInput>;
  idempotencyKey: Scalars['String']['input'];
  /** Members who may pay on account, at most 200. */
  onAccountIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  settlement?: InputMaybe<SettlementMethod>;
  /** Needed for customers who have no settlement agent of their own, as guests have none. */
  settlementAgentId?: InputMaybe<Scalars['ID']['input']>;
  shopId: Scalars['ID']['input'];
  /** The version that you replace; 0 for the first. */
  version: Scalars['Int']['input'];
};

export type SetShopTermsPayload = {
  __typename?: 'SetShopTermsPayload';
  shop: Shop;
};

export type SetShopTermsResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SetShopTermsPayload | StaleRevision;

/** How a contract's amount is settled: by itself (A8) or netted with others (A9). */
export type SettlementMethod =
  /** Sent to the settlement agent alone, at once when payable. */
  | 'GROSS'
  /** Netted with the other obligations of the window. */
  | 'NET';

/** A merchant's shop on the hub's portal (B22). */
export type Shop = {
  __typename?: 'Shop';
  description: Scalars['String']['output'];
  /** When it was last edited. Null when it is as it was published. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** The languages that it serves, primary subtags of BCP 47 such as `ja`. */
  languages: Array<Scalars['String']['output']>;
  merchant: Member;
  name: Scalars['String']['output'];
  /** Whether it is open. A closed one is not listed; who has its address still finds it. */
  open: Scalars['Boolean']['output'];
  /** The open opportunities of its merchant that you may see, newest first. */
  opportunities: OpportunityConnection;
  publishedAt: Scalars['DateTime']['output'];
  /** Grows by one with each edit; an edit names the one it starts from. */
  revision: Scalars['Int']['output'];
  /** All its states on record, newest first. Null but for its merchant. */
  revisions?: Maybe<ShopRevisionConnection>;
  /** What it is addressed by, such as `aoki-tea`. It stays. */
  slug: Scalars['String']['output'];
  /** By which terms it sells. Null: it takes no orders. */
  terms?: Maybe<ShopTerms>;
};


/** A merchant's shop on the hub's portal (B22). */
export type ShopOpportunitiesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** A merchant's shop on the hub's portal (B22). */
export type ShopRevisionsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

export type ShopConnection = {
  __typename?: 'ShopConnection';
  edges: Array<ShopEdge>;
  pageInfo: PageInfo;
};

export type ShopEdge = {
  __typename?: 'ShopEdge';
  cursor: Scalars['Cursor']['output'];
  node: Shop;
};

/** A state of a shop as it stood from an instant on. */
export type ShopRevision = {
  __typename?: 'ShopRevision';
  /** Since when it was so. */
  at: Scalars['DateTime']['output'];
  description: Scalars['String']['output'];
  languages: Array<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  open: Scalars['Boolean']['output'];
  revision: Scalars['Int']['output'];
};

export type ShopRevisionConnection = {
  __typename?: 'ShopRevisionConnection';
  edges: Array<ShopRevisionEdge>;
  pageInfo: PageInfo;
};

export type ShopRevisionEdge = {
  __typename?: 'ShopRevisionEdge';
  cursor: Scalars['Cursor']['output'];
  node: ShopRevision;
};

/** By which terms a shop sells (C1, C4), and by which the hub acts for it. A quote names their version. */
export type ShopTerms = {
  __typename?: 'ShopTerms';
  /** Since when they hold. */
  at: Scalars['DateTime']['output'];
  /** Whether a customer cancels an order that is concluded alone, as long as nothing was delivered. Else the merchant has to agree. */
  cancelBeforeDelivery: Scalars['Boolean']['output'];
  /** Within how many days after its conclusion an order is delivered. Null: not said. */
  deliverWithinDays?: Maybe<Scalars['Int']['output']>;
  /** What is charged for delivery, by currency; in a currency that is not there, nothing. */
  deliveryCharges: Array<DeliveryCharge>;
  /** What guests may order. Null: it takes no orders from guests. */
  guests?: Maybe<GuestTerms>;
  /** Who may pay on account: its orders are concluded at once. Null but for its merchant. */
  onAccount?: Maybe<Array<Member>>;
  settlement: SettlementMethod;
  /** Who settles. Null: the customer's own agent. */
  settlementAgent?: Maybe<Member>;
  version: Scalars['Int']['output'];
};

/** It was edited since the revision that you looked at. Read it again, then edit that. */
export type StaleRevision = Refusal & {
  __typename?: 'StaleRevision';
  code: Scalars['String']['output'];
  /** The revision that you gave. */
  given: Scalars['Int']['output'];
  message: Scalars['String']['output'];
  /** The present revision. */
  revision: Scalars['Int']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Opportunities that meet your interests, as they are published or edited (A2). With `after` all that was missed since that cursor comes
   * first, then the feed goes on live: nothing is lost, nothing comes twice. The first event says where the feed starts.
   */
  opportunityMatched: OpportunityMatchChange;
};


export type SubscriptionOpportunityMatchedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** You have as many interests as a member may have. */
export type TooManyInterests = Refusal & {
  __typename?: 'TooManyInterests';
  code: Scalars['String']['output'];
  /** How many a member may have. */
  limit: Scalars['Int']['output'];
  message: Scalars['String']['output'];
};

export type Viewer = {
  __typename?: 'Viewer';
  /** Your carts that hold something, those changed last first (C1). */
  carts: CartConnection;
  /** When your digest is sent. Daily at eight, UTC, in English, until you say otherwise. */
  digestSchedule: DigestSchedule;
  id: Scalars['ID']['output'];
  /** Your interests, the oldest first; 50 at most (A2). */
  interests: Array<Interest>;
  /** Your items, newest first, those not on sale included (C1). */
  items: ItemConnection;
  /** What your interests have found, the newest first (A2). */
  opportunityMatches: OpportunityMatchConnection;
  /** Your shops, newest first, closed ones included (B22). */
  shops: ShopConnection;
};


export type ViewerCartsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type ViewerItemsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type ViewerOpportunityMatchesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type ViewerShopsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

/** A day of the week. */
export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

export type WithdrawOpportunityInput = {
  idempotencyKey: Scalars['String']['input'];
  opportunityId: Scalars['ID']['input'];
};

export type WithdrawOpportunityPayload = {
  __typename?: 'WithdrawOpportunityPayload';
  opportunity: Opportunity;
};

export type WithdrawOpportunityResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WithdrawOpportunityPayload | WrongState;

/** It cannot be done in the state in which the thing is now. */
export type WrongState = Refusal & {
  __typename?: 'WrongState';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  /** The state as it is. */
  state: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Item: Item;
  Opportunity: Opportunity;
  Shop: Shop;
  Viewer: Viewer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Item:
    ( { __typename: 'Item' }
    & GraphQLRecursivePick<FederationTypes['Item'], {"id":true}> );
  Opportunity:
    ( { __typename: 'Opportunity' }
    & GraphQLRecursivePick<FederationTypes['Opportunity'], {"id":true}> );
  Shop:
    ( { __typename: 'Shop' }
    & GraphQLRecursivePick<FederationTypes['Shop'], {"id":true}> );
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ChangeItemStockResult:
    | ( Omit<ChangeItemStockPayload, 'item'> & { item: _RefType['Item'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  EditInterestResult:
    | ( Omit<EditInterestPayload, 'interest'> & { interest: _RefType['Interest'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  EditItemResult:
    | ( Omit<EditItemPayload, 'item'> & { item: _RefType['Item'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  EditOpportunityResult:
    | ( Omit<EditOpportunityPayload, 'opportunity'> & { opportunity: _RefType['Opportunity'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  EditShopResult:
    | ( Omit<EditShopPayload, 'shop'> & { shop: _RefType['Shop'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  MergeCartResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<MergeCartPayload, 'cart'> & { cart: _RefType['Cart'] } )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  OpenCartResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<OpenCartPayload, 'cart'> & { cart: _RefType['Cart'] } )
  ;
  PublishItemResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<PublishItemPayload, 'item'> & { item: _RefType['Item'] } )
  ;
  PublishOpportunityResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<PublishOpportunityPayload, 'opportunity'> & { opportunity: _RefType['Opportunity'] } )
  ;
  PublishShopResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<PublishShopPayload, 'shop'> & { shop: _RefType['Shop'] } )
  ;
  QuoteOrderResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<QuoteOrderPayload, 'quote'> & { quote: _RefType['Quote'] } )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  RefillCartResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RefillCartPayload, 'cart'> & { cart: _RefType['Cart'] } )
  ;
  RegisterInterestResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RegisterInterestPayload, 'interest'> & { interest: _RefType['Interest'] } )
    | ( RefusalModel )
  ;
  RemoveInterestResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RemoveInterestPayload )
  ;
  SetCartLineResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetCartLinePayload, 'cart'> & { cart: _RefType['Cart'] } )
  ;
  SetDigestScheduleResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( SetDigestSchedulePayload )
  ;
  SetShopTermsResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetShopTermsPayload, 'shop'> & { shop: _RefType['Shop'] } )
    | ( RefusalModel )
  ;
  WithdrawOpportunityResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<WithdrawOpportunityPayload, 'opportunity'> & { opportunity: _RefType['Opportunity'] } )
    | ( RefusalModel )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Refusal:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Availability: Availability;
  CappedLine: ResolverTypeWrapper<CappedLine>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Cart: ResolverTypeWrapper<CartModel>;
  CartConnection: ResolverTypeWrapper<Omit<CartConnection, 'edges'> & { edges: Array<ResolversTypes['CartEdge']> }>;
  CartEdge: ResolverTypeWrapper<Omit<CartEdge, 'node'> & { node: ResolversTypes['Cart'] }>;
  CartLine: ResolverTypeWrapper<CartLineModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ChangeItemStockInput: ChangeItemStockInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ChangeItemStockPayload: ResolverTypeWrapper<Omit<ChangeItemStockPayload, 'item'> & { item: ResolversTypes['Item'] }>;
  ChangeItemStockResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeItemStockResult']>;
  ContactChannel: ContactChannel;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeliveryCharge: ResolverTypeWrapper<DeliveryCharge>;
  DeliveryChargeInput: DeliveryChargeInput;
  DigestFrequency: DigestFrequency;
  DigestSchedule: ResolverTypeWrapper<DigestSchedule>;
  EditInterestInput: EditInterestInput;
  EditInterestPayload: ResolverTypeWrapper<Omit<EditInterestPayload, 'interest'> & { interest: ResolversTypes['Interest'] }>;
  EditInterestResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EditInterestResult']>;
  EditItemInput: EditItemInput;
  EditItemPayload: ResolverTypeWrapper<Omit<EditItemPayload, 'item'> & { item: ResolversTypes['Item'] }>;
  EditItemResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EditItemResult']>;
  EditOpportunityInput: EditOpportunityInput;
  EditOpportunityPayload: ResolverTypeWrapper<Omit<EditOpportunityPayload, 'opportunity'> & { opportunity: ResolversTypes['Opportunity'] }>;
  EditOpportunityResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EditOpportunityResult']>;
  EditShopInput: EditShopInput;
  EditShopPayload: ResolverTypeWrapper<Omit<EditShopPayload, 'shop'> & { shop: ResolversTypes['Shop'] }>;
  EditShopResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EditShopResult']>;
  FacetCount: ResolverTypeWrapper<FacetCount>;
  GuestLimit: ResolverTypeWrapper<RefusalModel>;
  GuestMethodKind: GuestMethodKind;
  GuestRule: GuestRule;
  GuestTerms: ResolverTypeWrapper<GuestTerms>;
  GuestTermsInput: GuestTermsInput;
  IdempotencyConflict: ResolverTypeWrapper<RefusalModel>;
  InputFault: ResolverTypeWrapper<InputFault>;
  Interest: ResolverTypeWrapper<InterestModel>;
  InterestCriteriaInput: InterestCriteriaInput;
  InvalidInput: ResolverTypeWrapper<RefusalModel>;
  Item: ResolverTypeWrapper<ItemModel>;
  ItemConnection: ResolverTypeWrapper<Omit<ItemConnection, 'edges'> & { edges: Array<ResolversTypes['ItemEdge']> }>;
  ItemEdge: ResolverTypeWrapper<Omit<ItemEdge, 'node'> & { node: ResolversTypes['Item'] }>;
  ItemFilter: ItemFilter;
  ItemKind: ItemKind;
  ItemOrder: ItemOrder;
  ItemRevision: ResolverTypeWrapper<ItemRevisionModel>;
  ItemRevisionConnection: ResolverTypeWrapper<Omit<ItemRevisionConnection, 'edges'> & { edges: Array<ResolversTypes['ItemRevisionEdge']> }>;
  ItemRevisionEdge: ResolverTypeWrapper<Omit<ItemRevisionEdge, 'node'> & { node: ResolversTypes['ItemRevision'] }>;
  ItemShortage: ResolverTypeWrapper<ItemShortage>;
  ItemStockCause: ItemStockCause;
  ItemStockChange: ResolverTypeWrapper<ItemStockChangeModel>;
  ItemStockChangeConnection: ResolverTypeWrapper<Omit<ItemStockChangeConnection, 'edges'> & { edges: Array<ResolversTypes['ItemStockChangeEdge']> }>;
  ItemStockChangeEdge: ResolverTypeWrapper<Omit<ItemStockChangeEdge, 'node'> & { node: ResolversTypes['ItemStockChange'] }>;
  ItemsShort: ResolverTypeWrapper<RefusalModel>;
  LevelExceeded: ResolverTypeWrapper<RefusalModel>;
  Member: ResolverTypeWrapper<MemberModel>;
  MergeCartInput: MergeCartInput;
  MergeCartPayload: ResolverTypeWrapper<Omit<MergeCartPayload, 'cart'> & { cart: ResolversTypes['Cart'] }>;
  MergeCartResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MergeCartResult']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotAllowed: ResolverTypeWrapper<RefusalModel>;
  NotFound: ResolverTypeWrapper<RefusalModel>;
  OpenCartInput: OpenCartInput;
  OpenCartPayload: ResolverTypeWrapper<Omit<OpenCartPayload, 'cart'> & { cart: ResolversTypes['Cart'] }>;
  OpenCartResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OpenCartResult']>;
  Opportunity: ResolverTypeWrapper<OpportunityModel>;
  OpportunityAudience: OpportunityAudience;
  OpportunityConnection: ResolverTypeWrapper<OpportunityConnectionModel>;
  OpportunityEdge: ResolverTypeWrapper<Omit<OpportunityEdge, 'node'> & { node: ResolversTypes['Opportunity'] }>;
  OpportunityFacets: ResolverTypeWrapper<OpportunityFacets>;
  OpportunityFilter: OpportunityFilter;
  OpportunityMatch: ResolverTypeWrapper<OpportunityMatchModel>;
  OpportunityMatchChange: ResolverTypeWrapper<OpportunityMatchChangeModel>;
  OpportunityMatchConnection: ResolverTypeWrapper<Omit<OpportunityMatchConnection, 'edges'> & { edges: Array<ResolversTypes['OpportunityMatchEdge']> }>;
  OpportunityMatchEdge: ResolverTypeWrapper<Omit<OpportunityMatchEdge, 'node'> & { node: ResolversTypes['OpportunityMatch'] }>;
  OpportunityMatchKind: OpportunityMatchKind;
  OpportunityOrder: OpportunityOrder;
  OpportunityRevision: ResolverTypeWrapper<OpportunityRevisionModel>;
  OpportunityRevisionConnection: ResolverTypeWrapper<Omit<OpportunityRevisionConnection, 'edges'> & { edges: Array<ResolversTypes['OpportunityRevisionEdge']> }>;
  OpportunityRevisionEdge: ResolverTypeWrapper<Omit<OpportunityRevisionEdge, 'node'> & { node: ResolversTypes['OpportunityRevision'] }>;
  OpportunityStatus: OpportunityStatus;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PublishItemInput: PublishItemInput;
  PublishItemPayload: ResolverTypeWrapper<Omit<PublishItemPayload, 'item'> & { item: ResolversTypes['Item'] }>;
  PublishItemResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishItemResult']>;
  PublishOpportunityInput: PublishOpportunityInput;
  PublishOpportunityPayload: ResolverTypeWrapper<Omit<PublishOpportunityPayload, 'opportunity'> & { opportunity: ResolversTypes['Opportunity'] }>;
  PublishOpportunityResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishOpportunityResult']>;
  PublishShopInput: PublishShopInput;
  PublishShopPayload: ResolverTypeWrapper<Omit<PublishShopPayload, 'shop'> & { shop: ResolversTypes['Shop'] }>;
  PublishShopResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishShopResult']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quote: ResolverTypeWrapper<QuoteModel>;
  QuoteLine: ResolverTypeWrapper<QuoteLine>;
  QuoteOrderInput: QuoteOrderInput;
  QuoteOrderPayload: ResolverTypeWrapper<Omit<QuoteOrderPayload, 'quote'> & { quote: ResolversTypes['Quote'] }>;
  QuoteOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['QuoteOrderResult']>;
  QuoteState: QuoteState;
  RefillCartInput: RefillCartInput;
  RefillCartPayload: ResolverTypeWrapper<Omit<RefillCartPayload, 'cart'> & { cart: ResolversTypes['Cart'] }>;
  RefillCartResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefillCartResult']>;
  RefillNote: ResolverTypeWrapper<RefillNote>;
  RefillNoteKind: RefillNoteKind;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  RegisterInterestInput: RegisterInterestInput;
  RegisterInterestPayload: ResolverTypeWrapper<Omit<RegisterInterestPayload, 'interest'> & { interest: ResolversTypes['Interest'] }>;
  RegisterInterestResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterInterestResult']>;
  RemoveInterestInput: RemoveInterestInput;
  RemoveInterestPayload: ResolverTypeWrapper<RemoveInterestPayload>;
  RemoveInterestResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveInterestResult']>;
  Role: Role;
  SetCartLineInput: SetCartLineInput;
  SetCartLinePayload: ResolverTypeWrapper<Omit<SetCartLinePayload, 'cart'> & { cart: ResolversTypes['Cart'] }>;
  SetCartLineResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetCartLineResult']>;
  SetDigestScheduleInput: SetDigestScheduleInput;
  SetDigestSchedulePayload: ResolverTypeWrapper<SetDigestSchedulePayload>;
  SetDigestScheduleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetDigestScheduleResult']>;
  SetShopTermsInput: SetShopTermsInput;
  SetShopTermsPayload: ResolverTypeWrapper<Omit<SetShopTermsPayload, 'shop'> & { shop: ResolversTypes['Shop'] }>;
  SetShopTermsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetShopTermsResult']>;
  SettlementMethod: SettlementMethod;
  Shop: ResolverTypeWrapper<ShopModel>;
  ShopConnection: ResolverTypeWrapper<Omit<ShopConnection, 'edges'> & { edges: Array<ResolversTypes['ShopEdge']> }>;
  ShopEdge: ResolverTypeWrapper<Omit<ShopEdge, 'node'> & { node: ResolversTypes['Shop'] }>;
  ShopRevision: ResolverTypeWrapper<ShopRevisionModel>;
  ShopRevisionConnection: ResolverTypeWrapper<Omit<ShopRevisionConnection, 'edges'> & { edges: Array<ResolversTypes['ShopRevisionEdge']> }>;
  ShopRevisionEdge: ResolverTypeWrapper<Omit<ShopRevisionEdge, 'node'> & { node: ResolversTypes['ShopRevision'] }>;
  ShopTerms: ResolverTypeWrapper<Omit<ShopTerms, 'onAccount' | 'settlementAgent'> & { onAccount?: Maybe<Array<ResolversTypes['Member']>>, settlementAgent?: Maybe<ResolversTypes['Member']> }>;
  StaleRevision: ResolverTypeWrapper<RefusalModel>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TooManyInterests: ResolverTypeWrapper<RefusalModel>;
  Viewer: ResolverTypeWrapper<Omit<Viewer, 'carts' | 'interests' | 'items' | 'opportunityMatches' | 'shops'> & { carts: ResolversTypes['CartConnection'], interests: Array<ResolversTypes['Interest']>, items: ResolversTypes['ItemConnection'], opportunityMatches: ResolversTypes['OpportunityMatchConnection'], shops: ResolversTypes['ShopConnection'] }>;
  Weekday: Weekday;
  WithdrawOpportunityInput: WithdrawOpportunityInput;
  WithdrawOpportunityPayload: ResolverTypeWrapper<Omit<WithdrawOpportunityPayload, 'opportunity'> & { opportunity: ResolversTypes['Opportunity'] }>;
  WithdrawOpportunityResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WithdrawOpportunityResult']>;
  WrongState: ResolverTypeWrapper<RefusalModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CappedLine: CappedLine;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  Cart: CartModel;
  CartConnection: Omit<CartConnection, 'edges'> & { edges: Array<ResolversParentTypes['CartEdge']> };
  CartEdge: Omit<CartEdge, 'node'> & { node: ResolversParentTypes['Cart'] };
  CartLine: CartLineModel;
  Boolean: Scalars['Boolean']['output'];
  ChangeItemStockInput: ChangeItemStockInput;
  String: Scalars['String']['output'];
  ChangeItemStockPayload: Omit<ChangeItemStockPayload, 'item'> & { item: ResolversParentTypes['Item'] };
  ChangeItemStockResult: ResolversUnionTypes<ResolversParentTypes>['ChangeItemStockResult'];
  Currency: Scalars['Currency']['output'];
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeliveryCharge: DeliveryCharge;
  DeliveryChargeInput: DeliveryChargeInput;
  DigestSchedule: DigestSchedule;
  EditInterestInput: EditInterestInput;
  EditInterestPayload: Omit<EditInterestPayload, 'interest'> & { interest: ResolversParentTypes['Interest'] };
  EditInterestResult: ResolversUnionTypes<ResolversParentTypes>['EditInterestResult'];
  EditItemInput: EditItemInput;
  EditItemPayload: Omit<EditItemPayload, 'item'> & { item: ResolversParentTypes['Item'] };
  EditItemResult: ResolversUnionTypes<ResolversParentTypes>['EditItemResult'];
  EditOpportunityInput: EditOpportunityInput;
  EditOpportunityPayload: Omit<EditOpportunityPayload, 'opportunity'> & { opportunity: ResolversParentTypes['Opportunity'] };
  EditOpportunityResult: ResolversUnionTypes<ResolversParentTypes>['EditOpportunityResult'];
  EditShopInput: EditShopInput;
  EditShopPayload: Omit<EditShopPayload, 'shop'> & { shop: ResolversParentTypes['Shop'] };
  EditShopResult: ResolversUnionTypes<ResolversParentTypes>['EditShopResult'];
  FacetCount: FacetCount;
  GuestLimit: RefusalModel;
  GuestTerms: GuestTerms;
  GuestTermsInput: GuestTermsInput;
  IdempotencyConflict: RefusalModel;
  InputFault: InputFault;
  Interest: InterestModel;
  InterestCriteriaInput: InterestCriteriaInput;
  InvalidInput: RefusalModel;
  Item: ItemModel;
  ItemConnection: Omit<ItemConnection, 'edges'> & { edges: Array<ResolversParentTypes['ItemEdge']> };
  ItemEdge: Omit<ItemEdge, 'node'> & { node: ResolversParentTypes['Item'] };
  ItemFilter: ItemFilter;
  ItemRevision: ItemRevisionModel;
  ItemRevisionConnection: Omit<ItemRevisionConnection, 'edges'> & { edges: Array<ResolversParentTypes['ItemRevisionEdge']> };
  ItemRevisionEdge: Omit<ItemRevisionEdge, 'node'> & { node: ResolversParentTypes['ItemRevision'] };
  ItemShortage: ItemShortage;
  ItemStockChange: ItemStockChangeModel;
  ItemStockChangeConnection: Omit<ItemStockChangeConnection, 'edges'> & { edges: Array<ResolversParentTypes['ItemStockChangeEdge']> };
  ItemStockChangeEdge: Omit<ItemStockChangeEdge, 'node'> & { node: ResolversParentTypes['ItemStockChange'] };
  ItemsShort: RefusalModel;
  LevelExceeded: RefusalModel;
  Member: MemberModel;
  MergeCartInput: MergeCartInput;
  MergeCartPayload: Omit<MergeCartPayload, 'cart'> & { cart: ResolversParentTypes['Cart'] };
  MergeCartResult: ResolversUnionTypes<ResolversParentTypes>['MergeCartResult'];
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  NotAllowed: RefusalModel;
  NotFound: RefusalModel;
  OpenCartInput: OpenCartInput;
  OpenCartPayload: Omit<OpenCartPayload, 'cart'> & { cart: ResolversParentTypes['Cart'] };
  OpenCartResult: ResolversUnionTypes<ResolversParentTypes>['OpenCartResult'];
  Opportunity: OpportunityModel;
  OpportunityConnection: OpportunityConnectionModel;
  OpportunityEdge: Omit<OpportunityEdge, 'node'> & { node: ResolversParentTypes['Opportunity'] };
  OpportunityFacets: OpportunityFacets;
  OpportunityFilter: OpportunityFilter;
  OpportunityMatch: OpportunityMatchModel;
  OpportunityMatchChange: OpportunityMatchChangeModel;
  OpportunityMatchConnection: Omit<OpportunityMatchConnection, 'edges'> & { edges: Array<ResolversParentTypes['OpportunityMatchEdge']> };
  OpportunityMatchEdge: Omit<OpportunityMatchEdge, 'node'> & { node: ResolversParentTypes['OpportunityMatch'] };
  OpportunityRevision: OpportunityRevisionModel;
  OpportunityRevisionConnection: Omit<OpportunityRevisionConnection, 'edges'> & { edges: Array<ResolversParentTypes['OpportunityRevisionEdge']> };
  OpportunityRevisionEdge: Omit<OpportunityRevisionEdge, 'node'> & { node: ResolversParentTypes['OpportunityRevision'] };
  PageInfo: PageInfo;
  PublishItemInput: PublishItemInput;
  PublishItemPayload: Omit<PublishItemPayload, 'item'> & { item: ResolversParentTypes['Item'] };
  PublishItemResult: ResolversUnionTypes<ResolversParentTypes>['PublishItemResult'];
  PublishOpportunityInput: PublishOpportunityInput;
  PublishOpportunityPayload: Omit<PublishOpportunityPayload, 'opportunity'> & { opportunity: ResolversParentTypes['Opportunity'] };
  PublishOpportunityResult: ResolversUnionTypes<ResolversParentTypes>['PublishOpportunityResult'];
  PublishShopInput: PublishShopInput;
  PublishShopPayload: Omit<PublishShopPayload, 'shop'> & { shop: ResolversParentTypes['Shop'] };
  PublishShopResult: ResolversUnionTypes<ResolversParentTypes>['PublishShopResult'];
  Query: Record<PropertyKey, never>;
  Quote: QuoteModel;
  QuoteLine: QuoteLine;
  QuoteOrderInput: QuoteOrderInput;
  QuoteOrderPayload: Omit<QuoteOrderPayload, 'quote'> & { quote: ResolversParentTypes['Quote'] };
  QuoteOrderResult: ResolversUnionTypes<ResolversParentTypes>['QuoteOrderResult'];
  RefillCartInput: RefillCartInput;
  RefillCartPayload: Omit<RefillCartPayload, 'cart'> & { cart: ResolversParentTypes['Cart'] };
  RefillCartResult: ResolversUnionTypes<ResolversParentTypes>['RefillCartResult'];
  RefillNote: RefillNote;
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  RegisterInterestInput: RegisterInterestInput;
  RegisterInterestPayload: Omit<RegisterInterestPayload, 'interest'> & { interest: ResolversParentTypes['Interest'] };
  RegisterInterestResult: ResolversUnionTypes<ResolversParentTypes>['RegisterInterestResult'];
  RemoveInterestInput: RemoveInterestInput;
  RemoveInterestPayload: RemoveInterestPayload;
  RemoveInterestResult: ResolversUnionTypes<ResolversParentTypes>['RemoveInterestResult'];
  SetCartLineInput: SetCartLineInput;
  SetCartLinePayload: Omit<SetCartLinePayload, 'cart'> & { cart: ResolversParentTypes['Cart'] };
  SetCartLineResult: ResolversUnionTypes<ResolversParentTypes>['SetCartLineResult'];
  SetDigestScheduleInput: SetDigestScheduleInput;
  SetDigestSchedulePayload: SetDigestSchedulePayload;
  SetDigestScheduleResult: ResolversUnionTypes<ResolversParentTypes>['SetDigestScheduleResult'];
  SetShopTermsInput: SetShopTermsInput;
  SetShopTermsPayload: Omit<SetShopTermsPayload, 'shop'> & { shop: ResolversParentTypes['Shop'] };
  SetShopTermsResult: ResolversUnionTypes<ResolversParentTypes>['SetShopTermsResult'];
  Shop: ShopModel;
  ShopConnection: Omit<ShopConnection, 'edges'> & { edges: Array<ResolversParentTypes['ShopEdge']> };
  ShopEdge: Omit<ShopEdge, 'node'> & { node: ResolversParentTypes['Shop'] };
  ShopRevision: ShopRevisionModel;
  ShopRevisionConnection: Omit<ShopRevisionConnection, 'edges'> & { edges: Array<ResolversParentTypes['ShopRevisionEdge']> };
  ShopRevisionEdge: Omit<ShopRevisionEdge, 'node'> & { node: ResolversParentTypes['ShopRevision'] };
  ShopTerms: Omit<ShopTerms, 'onAccount' | 'settlementAgent'> & { onAccount?: Maybe<Array<ResolversParentTypes['Member']>>, settlementAgent?: Maybe<ResolversParentTypes['Member']> };
  StaleRevision: RefusalModel;
  Subscription: Record<PropertyKey, never>;
  TooManyInterests: RefusalModel;
  Viewer: Omit<Viewer, 'carts' | 'interests' | 'items' | 'opportunityMatches' | 'shops'> & { carts: ResolversParentTypes['CartConnection'], interests: Array<ResolversParentTypes['Interest']>, items: ResolversParentTypes['ItemConnection'], opportunityMatches: ResolversParentTypes['OpportunityMatchConnection'], shops: ResolversParentTypes['ShopConnection'] } | FederationReferenceTypes['Viewer'];
  WithdrawOpportunityInput: WithdrawOpportunityInput;
  WithdrawOpportunityPayload: Omit<WithdrawOpportunityPayload, 'opportunity'> & { opportunity: ResolversParentTypes['Opportunity'] };
  WithdrawOpportunityResult: ResolversUnionTypes<ResolversParentTypes>['WithdrawOpportunityResult'];
  WrongState: RefusalModel;
};

export type CappedLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CappedLine'] = ResolversParentTypes['CappedLine']> = {
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  itemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  goods?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lapsesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CartLine']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shop?: Resolver<Maybe<ResolversTypes['Shop']>, ParentType, ContextType>;
};

export type CartConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartConnection'] = ResolversParentTypes['CartConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CartEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CartEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartEdge'] = ResolversParentTypes['CartEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType>;
  availabilityChanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  enough?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  onSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  priceChanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  priceWhenPut?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  putAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangeItemStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeItemStockPayload'] = ResolversParentTypes['ChangeItemStockPayload']> = {
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeItemStockResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeItemStockResult'] = ResolversParentTypes['ChangeItemStockResult']> = {
  __resolveType: TypeResolveFn<'ChangeItemStockPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound', ParentType, ContextType>;
};

export interface CurrencyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Currency'], any> {
  name: 'Currency';
}

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeliveryChargeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryCharge'] = ResolversParentTypes['DeliveryCharge']> = {
  charge?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  freeFrom?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type DigestScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DigestSchedule'] = ResolversParentTypes['DigestSchedule']> = {
  frequency?: Resolver<ResolversTypes['DigestFrequency'], ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
};

export type EditInterestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditInterestPayload'] = ResolversParentTypes['EditInterestPayload']> = {
  interest?: Resolver<ResolversTypes['Interest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditInterestResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditInterestResult'] = ResolversParentTypes['EditInterestResult']> = {
  __resolveType: TypeResolveFn<'EditInterestPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound', ParentType, ContextType>;
};

export type EditItemPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditItemPayload'] = ResolversParentTypes['EditItemPayload']> = {
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditItemResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditItemResult'] = ResolversParentTypes['EditItemResult']> = {
  __resolveType: TypeResolveFn<'EditItemPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'StaleRevision', ParentType, ContextType>;
};

export type EditOpportunityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditOpportunityPayload'] = ResolversParentTypes['EditOpportunityPayload']> = {
  opportunity?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditOpportunityResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditOpportunityResult'] = ResolversParentTypes['EditOpportunityResult']> = {
  __resolveType: TypeResolveFn<'EditOpportunityPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'StaleRevision' | 'WrongState', ParentType, ContextType>;
};

export type EditShopPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditShopPayload'] = ResolversParentTypes['EditShopPayload']> = {
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditShopResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditShopResult'] = ResolversParentTypes['EditShopResult']> = {
  __resolveType: TypeResolveFn<'EditShopPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'StaleRevision', ParentType, ContextType>;
};

export type FacetCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FacetCount'] = ResolversParentTypes['FacetCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GuestLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuestLimit'] = ResolversParentTypes['GuestLimit']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  guestRule?: Resolver<ResolversTypes['GuestRule'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mostAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  mostOrders?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  orderAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  ordersToday?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GuestTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuestTerms'] = ResolversParentTypes['GuestTerms']> = {
  methodKinds?: Resolver<Maybe<Array<ResolversTypes['GuestMethodKind']>>, ParentType, ContextType>;
  mostOrdersPerDay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mostPerOrder?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type IdempotencyConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyConflict'] = ResolversParentTypes['IdempotencyConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InputFaultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InputFault'] = ResolversParentTypes['InputFault']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InterestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interest'] = ResolversParentTypes['Interest']> = {
  budgetAtLeast?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  budgetAtMost?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  faults?: Resolver<Array<ResolversTypes['InputFault']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Item'] = ResolversParentTypes['Item'], FederationReferenceType extends FederationReferenceTypes['Item'] = FederationReferenceTypes['Item']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Item']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType>;
  available?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  gtin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  itemNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ItemKind'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revisions?: Resolver<Maybe<ResolversTypes['ItemRevisionConnection']>, ParentType, ContextType, RequireFields<ItemRevisionsArgs, 'first'>>;
  shop?: Resolver<Maybe<ResolversTypes['Shop']>, ParentType, ContextType>;
  stockChanges?: Resolver<Maybe<ResolversTypes['ItemStockChangeConnection']>, ParentType, ContextType, RequireFields<ItemStockChangesArgs, 'first'>>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemConnection'] = ResolversParentTypes['ItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemEdge'] = ResolversParentTypes['ItemEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
};

export type ItemRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemRevision'] = ResolversParentTypes['ItemRevision']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gtin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ItemRevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemRevisionConnection'] = ResolversParentTypes['ItemRevisionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ItemRevisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ItemRevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemRevisionEdge'] = ResolversParentTypes['ItemRevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ItemRevision'], ParentType, ContextType>;
};

export type ItemShortageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemShortage'] = ResolversParentTypes['ItemShortage']> = {
  itemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  wanted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ItemStockChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemStockChange'] = ResolversParentTypes['ItemStockChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['ItemStockCause'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stockAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ItemStockChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemStockChangeConnection'] = ResolversParentTypes['ItemStockChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ItemStockChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ItemStockChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemStockChangeEdge'] = ResolversParentTypes['ItemStockChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ItemStockChange'], ParentType, ContextType>;
};

export type ItemsShortResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemsShort'] = ResolversParentTypes['ItemsShort']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shortages?: Resolver<Array<ResolversTypes['ItemShortage']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LevelExceededResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LevelExceeded'] = ResolversParentTypes['LevelExceeded']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  left?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  used?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MergeCartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeCartPayload'] = ResolversParentTypes['MergeCartPayload']> = {
  capped?: Resolver<Array<ResolversTypes['CappedLine']>, ParentType, ContextType>;
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MergeCartResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeCartResult'] = ResolversParentTypes['MergeCartResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'MergeCartPayload' | 'NotAllowed' | 'NotFound', ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  changeItemStock?: Resolver<ResolversTypes['ChangeItemStockResult'], ParentType, ContextType, RequireFields<MutationChangeItemStockArgs, 'input'>>;
  editInterest?: Resolver<ResolversTypes['EditInterestResult'], ParentType, ContextType, RequireFields<MutationEditInterestArgs, 'input'>>;
  editItem?: Resolver<ResolversTypes['EditItemResult'], ParentType, ContextType, RequireFields<MutationEditItemArgs, 'input'>>;
  editOpportunity?: Resolver<ResolversTypes['EditOpportunityResult'], ParentType, ContextType, RequireFields<MutationEditOpportunityArgs, 'input'>>;
  editShop?: Resolver<ResolversTypes['EditShopResult'], ParentType, ContextType, RequireFields<MutationEditShopArgs, 'input'>>;
  mergeCart?: Resolver<ResolversTypes['MergeCartResult'], ParentType, ContextType, RequireFields<MutationMergeCartArgs, 'input'>>;
  openCart?: Resolver<ResolversTypes['OpenCartResult'], ParentType, ContextType, RequireFields<MutationOpenCartArgs, 'input'>>;
  publishItem?: Resolver<ResolversTypes['PublishItemResult'], ParentType, ContextType, RequireFields<MutationPublishItemArgs, 'input'>>;
  publishOpportunity?: Resolver<ResolversTypes['PublishOpportunityResult'], ParentType, ContextType, RequireFields<MutationPublishOpportunityArgs, 'input'>>;
  publishShop?: Resolver<ResolversTypes['PublishShopResult'], ParentType, ContextType, RequireFields<MutationPublishShopArgs, 'input'>>;
  quoteOrder?: Resolver<ResolversTypes['QuoteOrderResult'], ParentType, ContextType, RequireFields<MutationQuoteOrderArgs, 'input'>>;
  refillCart?: Resolver<ResolversTypes['RefillCartResult'], ParentType, ContextType, RequireFields<MutationRefillCartArgs, 'input'>>;
  registerInterest?: Resolver<ResolversTypes['RegisterInterestResult'], ParentType, ContextType, RequireFields<MutationRegisterInterestArgs, 'input'>>;
  removeInterest?: Resolver<ResolversTypes['RemoveInterestResult'], ParentType, ContextType, RequireFields<MutationRemoveInterestArgs, 'input'>>;
  setCartLine?: Resolver<ResolversTypes['SetCartLineResult'], ParentType, ContextType, RequireFields<MutationSetCartLineArgs, 'input'>>;
  setDigestSchedule?: Resolver<ResolversTypes['SetDigestScheduleResult'], ParentType, ContextType, RequireFields<MutationSetDigestScheduleArgs, 'input'>>;
  setShopTerms?: Resolver<ResolversTypes['SetShopTermsResult'], ParentType, ContextType, RequireFields<MutationSetShopTermsArgs, 'input'>>;
  withdrawOpportunity?: Resolver<ResolversTypes['WithdrawOpportunityResult'], ParentType, ContextType, RequireFields<MutationWithdrawOpportunityArgs, 'input'>>;
};

export type NotAllowedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotAllowed'] = ResolversParentTypes['NotAllowed']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotFoundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenCartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenCartPayload'] = ResolversParentTypes['OpenCartPayload']> = {
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  cartToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenCartResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenCartResult'] = ResolversParentTypes['OpenCartResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotAllowed' | 'NotFound' | 'OpenCartPayload', ParentType, ContextType>;
};

export type OpportunityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Opportunity'] = ResolversParentTypes['Opportunity'], FederationReferenceType extends FederationReferenceTypes['Opportunity'] = FederationReferenceTypes['Opportunity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Opportunity']> | FederationReferenceType, FederationReferenceType, ContextType>;
  audience?: Resolver<ResolversTypes['OpportunityAudience'], ParentType, ContextType>;
  budget?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revisions?: Resolver<Maybe<ResolversTypes['OpportunityRevisionConnection']>, ParentType, ContextType, RequireFields<OpportunityRevisionsArgs, 'first'>>;
  status?: Resolver<ResolversTypes['OpportunityStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  visibleTo?: Resolver<Maybe<Array<ResolversTypes['Member']>>, ParentType, ContextType>;
};

export type OpportunityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpportunityConnection'] = ResolversParentTypes['OpportunityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OpportunityEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['OpportunityFacets'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OpportunityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpportunityEdge'] = ResolversParentTypes['OpportunityEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType>;
};

export type OpportunityFacetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpportunityFacets'] = ResolversParentTypes['OpportunityFacets']> = {
  capped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  categories?: Resolver<Array<ResolversTypes['FacetCount']>, ParentType, ContextType>;
  currencies?: Resolver<Array<ResolversTypes['FacetCount']>, ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['FacetCount']>, ParentType, ContextType>;
  matches?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  regions?: Resolver<Array<ResolversTypes['FacetCount']>, ParentType, ContextType>;
};

export type OpportunityMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpportunityMatch'] = ResolversParentTypes['OpportunityMatch']> = {
  foundAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interest?: Resolver<ResolversTypes['Interest'], ParentType, ContextType>;
  opportunity?: Resolver<Maybe<ResolversTypes['Opportunity']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpportunityMatchChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpportunityMatchChange'] = ResolversParentTypes['OpportunityMatchChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  interests?: Resolver<Array<ResolversTypes['Interest']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OpportunityMatchKind'], ParentType, ContextType>;
  opportunity?: Resolver<Maybe<ResolversTypes['Opportunity']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OpportunityMatchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpportunityMatchConnection'] = ResolversParentTypes['OpportunityMatchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OpportunityMatchEdge']>, ParentType, ContextType>;
  headCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OpportunityMatchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpportunityMatchEdge'] = ResolversParentTypes['OpportunityMatchEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OpportunityMatch'], ParentType, ContextType>;
};

export type OpportunityRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpportunityRevision'] = ResolversParentTypes['OpportunityRevision']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  budget?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changed?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  visibleTo?: Resolver<Maybe<Array<ResolversTypes['Member']>>, ParentType, ContextType>;
};

export type OpportunityRevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpportunityRevisionConnection'] = ResolversParentTypes['OpportunityRevisionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OpportunityRevisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OpportunityRevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpportunityRevisionEdge'] = ResolversParentTypes['OpportunityRevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OpportunityRevision'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type PublishItemPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishItemPayload'] = ResolversParentTypes['PublishItemPayload']> = {
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublishItemResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishItemResult'] = ResolversParentTypes['PublishItemResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'PublishItemPayload', ParentType, ContextType>;
};

export type PublishOpportunityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishOpportunityPayload'] = ResolversParentTypes['PublishOpportunityPayload']> = {
  opportunity?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublishOpportunityResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishOpportunityResult'] = ResolversParentTypes['PublishOpportunityResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'PublishOpportunityPayload', ParentType, ContextType>;
};

export type PublishShopPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishShopPayload'] = ResolversParentTypes['PublishShopPayload']> = {
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublishShopResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishShopResult'] = ResolversParentTypes['PublishShopResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'PublishShopPayload', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType, Partial<QueryCartArgs>>;
  item?: Resolver<Maybe<ResolversTypes['Item']>, ParentType, ContextType, RequireFields<QueryItemArgs, 'id'>>;
  items?: Resolver<ResolversTypes['ItemConnection'], ParentType, ContextType, RequireFields<QueryItemsArgs, 'first'>>;
  opportunities?: Resolver<ResolversTypes['OpportunityConnection'], ParentType, ContextType, RequireFields<QueryOpportunitiesArgs, 'first'>>;
  opportunity?: Resolver<Maybe<ResolversTypes['Opportunity']>, ParentType, ContextType, RequireFields<QueryOpportunityArgs, 'id'>>;
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType, RequireFields<QueryQuoteArgs, 'id'>>;
  shop?: Resolver<Maybe<ResolversTypes['Shop']>, ParentType, ContextType, Partial<QueryShopArgs>>;
  shops?: Resolver<ResolversTypes['ShopConnection'], ParentType, ContextType, RequireFields<QueryShopsArgs, 'first'>>;
};

export type QuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quote'] = ResolversParentTypes['Quote']> = {
  deliveryCharge?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['QuoteLine']>, ParentType, ContextType>;
  orderCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quotedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shop?: Resolver<Maybe<ResolversTypes['Shop']>, ParentType, ContextType>;
  signed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuoteState'], ParentType, ContextType>;
  termsVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type QuoteLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuoteLine'] = ResolversParentTypes['QuoteLine']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  itemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  itemNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type QuoteOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuoteOrderPayload'] = ResolversParentTypes['QuoteOrderPayload']> = {
  quote?: Resolver<ResolversTypes['Quote'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuoteOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuoteOrderResult'] = ResolversParentTypes['QuoteOrderResult']> = {
  __resolveType: TypeResolveFn<'GuestLimit' | 'IdempotencyConflict' | 'InvalidInput' | 'ItemsShort' | 'NotAllowed' | 'NotFound' | 'QuoteOrderPayload' | 'StaleRevision' | 'WrongState', ParentType, ContextType>;
};

export type RefillCartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefillCartPayload'] = ResolversParentTypes['RefillCartPayload']> = {
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  notes?: Resolver<Array<ResolversTypes['RefillNote']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefillCartResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefillCartResult'] = ResolversParentTypes['RefillCartResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RefillCartPayload', ParentType, ContextType>;
};

export type RefillNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefillNote'] = ResolversParentTypes['RefillNote']> = {
  itemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['RefillNoteKind'], ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType: TypeResolveFn<'GuestLimit' | 'IdempotencyConflict' | 'InvalidInput' | 'ItemsShort' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'StaleRevision' | 'TooManyInterests' | 'WrongState', ParentType, ContextType>;
};

export type RegisterInterestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterInterestPayload'] = ResolversParentTypes['RegisterInterestPayload']> = {
  interest?: Resolver<ResolversTypes['Interest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterInterestResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterInterestResult'] = ResolversParentTypes['RegisterInterestResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'RegisterInterestPayload' | 'TooManyInterests', ParentType, ContextType>;
};

export type RemoveInterestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveInterestPayload'] = ResolversParentTypes['RemoveInterestPayload']> = {
  interestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveInterestResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveInterestResult'] = ResolversParentTypes['RemoveInterestResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RemoveInterestPayload', ParentType, ContextType>;
};

export type SetCartLinePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCartLinePayload'] = ResolversParentTypes['SetCartLinePayload']> = {
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetCartLineResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCartLineResult'] = ResolversParentTypes['SetCartLineResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SetCartLinePayload', ParentType, ContextType>;
};

export type SetDigestSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetDigestSchedulePayload'] = ResolversParentTypes['SetDigestSchedulePayload']> = {
  digestSchedule?: Resolver<ResolversTypes['DigestSchedule'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetDigestScheduleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetDigestScheduleResult'] = ResolversParentTypes['SetDigestScheduleResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'SetDigestSchedulePayload', ParentType, ContextType>;
};

export type SetShopTermsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetShopTermsPayload'] = ResolversParentTypes['SetShopTermsPayload']> = {
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetShopTermsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetShopTermsResult'] = ResolversParentTypes['SetShopTermsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SetShopTermsPayload' | 'StaleRevision', ParentType, ContextType>;
};

export type ShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shop'] = ResolversParentTypes['Shop'], FederationReferenceType extends FederationReferenceTypes['Shop'] = FederationReferenceTypes['Shop']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shop']> | FederationReferenceType, FederationReferenceType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  merchant?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  opportunities?: Resolver<ResolversTypes['OpportunityConnection'], ParentType, ContextType, RequireFields<ShopOpportunitiesArgs, 'first'>>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revisions?: Resolver<Maybe<ResolversTypes['ShopRevisionConnection']>, ParentType, ContextType, RequireFields<ShopRevisionsArgs, 'first'>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['ShopTerms']>, ParentType, ContextType>;
};

export type ShopConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopConnection'] = ResolversParentTypes['ShopConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ShopEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ShopEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopEdge'] = ResolversParentTypes['ShopEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
};

export type ShopRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopRevision'] = ResolversParentTypes['ShopRevision']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShopRevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopRevisionConnection'] = ResolversParentTypes['ShopRevisionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ShopRevisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ShopRevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopRevisionEdge'] = ResolversParentTypes['ShopRevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ShopRevision'], ParentType, ContextType>;
};

export type ShopTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopTerms'] = ResolversParentTypes['ShopTerms']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cancelBeforeDelivery?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deliverWithinDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deliveryCharges?: Resolver<Array<ResolversTypes['DeliveryCharge']>, ParentType, ContextType>;
  guests?: Resolver<Maybe<ResolversTypes['GuestTerms']>, ParentType, ContextType>;
  onAccount?: Resolver<Maybe<Array<ResolversTypes['Member']>>, ParentType, ContextType>;
  settlement?: Resolver<ResolversTypes['SettlementMethod'], ParentType, ContextType>;
  settlementAgent?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StaleRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaleRevision'] = ResolversParentTypes['StaleRevision']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  given?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  opportunityMatched?: SubscriptionResolver<ResolversTypes['OpportunityMatchChange'], "opportunityMatched", ParentType, ContextType, Partial<SubscriptionOpportunityMatchedArgs>>;
};

export type TooManyInterestsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyInterests'] = ResolversParentTypes['TooManyInterests']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  carts?: Resolver<ResolversTypes['CartConnection'], ParentType, ContextType, RequireFields<ViewerCartsArgs, 'first'>>;
  digestSchedule?: Resolver<ResolversTypes['DigestSchedule'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interests?: Resolver<Array<ResolversTypes['Interest']>, ParentType, ContextType>;
  items?: Resolver<ResolversTypes['ItemConnection'], ParentType, ContextType, RequireFields<ViewerItemsArgs, 'first'>>;
  opportunityMatches?: Resolver<ResolversTypes['OpportunityMatchConnection'], ParentType, ContextType, RequireFields<ViewerOpportunityMatchesArgs, 'first'>>;
  shops?: Resolver<ResolversTypes['ShopConnection'], ParentType, ContextType, RequireFields<ViewerShopsArgs, 'first'>>;
};

export type WithdrawOpportunityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawOpportunityPayload'] = ResolversParentTypes['WithdrawOpportunityPayload']> = {
  opportunity?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithdrawOpportunityResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawOpportunityResult'] = ResolversParentTypes['WithdrawOpportunityResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WithdrawOpportunityPayload' | 'WrongState', ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  CappedLine?: CappedLineResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartConnection?: CartConnectionResolvers<ContextType>;
  CartEdge?: CartEdgeResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  ChangeItemStockPayload?: ChangeItemStockPayloadResolvers<ContextType>;
  ChangeItemStockResult?: ChangeItemStockResultResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeliveryCharge?: DeliveryChargeResolvers<ContextType>;
  DigestSchedule?: DigestScheduleResolvers<ContextType>;
  EditInterestPayload?: EditInterestPayloadResolvers<ContextType>;
  EditInterestResult?: EditInterestResultResolvers<ContextType>;
  EditItemPayload?: EditItemPayloadResolvers<ContextType>;
  EditItemResult?: EditItemResultResolvers<ContextType>;
  EditOpportunityPayload?: EditOpportunityPayloadResolvers<ContextType>;
  EditOpportunityResult?: EditOpportunityResultResolvers<ContextType>;
  EditShopPayload?: EditShopPayloadResolvers<ContextType>;
  EditShopResult?: EditShopResultResolvers<ContextType>;
  FacetCount?: FacetCountResolvers<ContextType>;
  GuestLimit?: GuestLimitResolvers<ContextType>;
  GuestTerms?: GuestTermsResolvers<ContextType>;
  IdempotencyConflict?: IdempotencyConflictResolvers<ContextType>;
  InputFault?: InputFaultResolvers<ContextType>;
  Interest?: InterestResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  Item?: ItemResolvers<ContextType>;
  ItemConnection?: ItemConnectionResolvers<ContextType>;
  ItemEdge?: ItemEdgeResolvers<ContextType>;
  ItemRevision?: ItemRevisionResolvers<ContextType>;
  ItemRevisionConnection?: ItemRevisionConnectionResolvers<ContextType>;
  ItemRevisionEdge?: ItemRevisionEdgeResolvers<ContextType>;
  ItemShortage?: ItemShortageResolvers<ContextType>;
  ItemStockChange?: ItemStockChangeResolvers<ContextType>;
  ItemStockChangeConnection?: ItemStockChangeConnectionResolvers<ContextType>;
  ItemStockChangeEdge?: ItemStockChangeEdgeResolvers<ContextType>;
  ItemsShort?: ItemsShortResolvers<ContextType>;
  LevelExceeded?: LevelExceededResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MergeCartPayload?: MergeCartPayloadResolvers<ContextType>;
  MergeCartResult?: MergeCartResultResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotAllowed?: NotAllowedResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  OpenCartPayload?: OpenCartPayloadResolvers<ContextType>;
  OpenCartResult?: OpenCartResultResolvers<ContextType>;
  Opportunity?: OpportunityResolvers<ContextType>;
  OpportunityConnection?: OpportunityConnectionResolvers<ContextType>;
  OpportunityEdge?: OpportunityEdgeResolvers<ContextType>;
  OpportunityFacets?: OpportunityFacetsResolvers<ContextType>;
  OpportunityMatch?: OpportunityMatchResolvers<ContextType>;
  OpportunityMatchChange?: OpportunityMatchChangeResolvers<ContextType>;
  OpportunityMatchConnection?: OpportunityMatchConnectionResolvers<ContextType>;
  OpportunityMatchEdge?: OpportunityMatchEdgeResolvers<ContextType>;
  OpportunityRevision?: OpportunityRevisionResolvers<ContextType>;
  OpportunityRevisionConnection?: OpportunityRevisionConnectionResolvers<ContextType>;
  OpportunityRevisionEdge?: OpportunityRevisionEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PublishItemPayload?: PublishItemPayloadResolvers<ContextType>;
  PublishItemResult?: PublishItemResultResolvers<ContextType>;
  PublishOpportunityPayload?: PublishOpportunityPayloadResolvers<ContextType>;
  PublishOpportunityResult?: PublishOpportunityResultResolvers<ContextType>;
  PublishShopPayload?: PublishShopPayloadResolvers<ContextType>;
  PublishShopResult?: PublishShopResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  QuoteLine?: QuoteLineResolvers<ContextType>;
  QuoteOrderPayload?: QuoteOrderPayloadResolvers<ContextType>;
  QuoteOrderResult?: QuoteOrderResultResolvers<ContextType>;
  RefillCartPayload?: RefillCartPayloadResolvers<ContextType>;
  RefillCartResult?: RefillCartResultResolvers<ContextType>;
  RefillNote?: RefillNoteResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RegisterInterestPayload?: RegisterInterestPayloadResolvers<ContextType>;
  RegisterInterestResult?: RegisterInterestResultResolvers<ContextType>;
  RemoveInterestPayload?: RemoveInterestPayloadResolvers<ContextType>;
  RemoveInterestResult?: RemoveInterestResultResolvers<ContextType>;
  SetCartLinePayload?: SetCartLinePayloadResolvers<ContextType>;
  SetCartLineResult?: SetCartLineResultResolvers<ContextType>;
  SetDigestSchedulePayload?: SetDigestSchedulePayloadResolvers<ContextType>;
  SetDigestScheduleResult?: SetDigestScheduleResultResolvers<ContextType>;
  SetShopTermsPayload?: SetShopTermsPayloadResolvers<ContextType>;
  SetShopTermsResult?: SetShopTermsResultResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  ShopConnection?: ShopConnectionResolvers<ContextType>;
  ShopEdge?: ShopEdgeResolvers<ContextType>;
  ShopRevision?: ShopRevisionResolvers<ContextType>;
  ShopRevisionConnection?: ShopRevisionConnectionResolvers<ContextType>;
  ShopRevisionEdge?: ShopRevisionEdgeResolvers<ContextType>;
  ShopTerms?: ShopTermsResolvers<ContextType>;
  StaleRevision?: StaleRevisionResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TooManyInterests?: TooManyInterestsResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WithdrawOpportunityPayload?: WithdrawOpportunityPayloadResolvers<ContextType>;
  WithdrawOpportunityResult?: WithdrawOpportunityResultResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

