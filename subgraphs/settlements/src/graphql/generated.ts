import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ObligationModel, PurchaseTermsModel, ReceivableQuoteModel, ReceivablePurchaseModel, CaseThreadModel, SettlementWindowModel, NetPositionModel, BilateralPositionModel, GroupPositionModel, SettlementInstructionModel, ObligationChangeModel } from './models.ts';
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

export type AbortSettlementWindowInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Shown to everybody who sees the window. 500 characters at most. */
  reason: Scalars['String']['input'];
  windowId: Scalars['ID']['input'];
};

export type AbortSettlementWindowPayload = {
  __typename?: 'AbortSettlementWindowPayload';
  window: SettlementWindow;
};

export type AbortSettlementWindowResult = AbortSettlementWindowPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

/** What two members owe each other in a window, before and after netting. */
export type BilateralPosition = {
  __typename?: 'BilateralPosition';
  first: Member;
  firstOwesSecond: Money;
  /** What the first pays the second; negative when the second pays the first. */
  net: Money;
  second: Member;
  secondOwesFirst: Money;
};

export type CaseThread = {
  __typename?: 'CaseThread';
  id: Scalars['ID']['output'];
  /** What arose from this thread. Visible to its debtor, its creditor and the source and partner concerned. */
  obligations: Array<Obligation>;
};

export type CloseSettlementWindowInput = {
  agentId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type CloseSettlementWindowPayload = {
  __typename?: 'CloseSettlementWindowPayload';
  window: SettlementWindow;
};

export type CloseSettlementWindowResult = CloseSettlementWindowPayload | IdempotencyConflict | InvalidInput | NotAllowed | NothingToSettle;

/** How a member asked an operator to act for it (B14). */
export type ContactChannel =
  | 'FAX'
  | 'LETTER'
  | 'TELEPHONE';

/** What a group of members receives (or pays, when negative) in all. */
export type GroupPosition = {
  __typename?: 'GroupPosition';
  /** The name of the group; a member without one stands for itself under its id. */
  groupName: Scalars['String']['output'];
  net: Money;
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

/** Limits that shops set for guests. */
export type GuestRule =
  | 'MOST_ORDERS_PER_DAY'
  | 'MOST_PER_ORDER'
  | 'NO_GUESTS';

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

/** Which way the money goes: into the settlement, out of it, or directly between two members. */
export type InstructionKind =
  | 'PAY_IN'
  | 'PAY_OUT'
  | 'TRANSFER';

/** Where an instruction to a settlement agent stands. */
export type InstructionStatus =
  /** Its window was aborted: do not pay it, and give back what was paid. */
  | 'CANCELLED'
  | 'FAILED'
  | 'QUEUED'
  | 'SENT'
  | 'SETTLED';

/** Fields of the input do not hold what they should. Every fault is listed at once. */
export type InvalidInput = Refusal & {
  __typename?: 'InvalidInput';
  code: Scalars['String']['output'];
  faults: Array<InputFault>;
  message: Scalars['String']['output'];
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
  /**
   * As the agent of a window, or an administrator, take it back while nothing of it is settled: what it took in is owed openly again and goes into the next
   * window, its instructions are cancelled, its positions stay on record. Once one instruction is SETTLED it is refused: a settlement begun is finished.
   */
  abortSettlementWindow: AbortSettlementWindowResult;
  /** Close the open window of an agent: compute net positions and instruct the agent (A9). For administrators. */
  closeSettlementWindow: CloseSettlementWindowResult;
  /** As the settlement agent, report what became of an instruction (A11). */
  reportSettlement: ReportSettlementResult;
  /** As the purchaser, give a claim back that was not paid in the time that your terms set (B19): the seller owes you the price that it got. */
  returnReceivable: ReturnReceivableResult;
  /**
   * As the creditor of an open NET obligation, sell it before the payer's money comes in (B19): the purchaser owes you the amount less its
   * discount at once, gross, and collects the claim itself.
   */
  sellReceivable: SellReceivableResult;
  /** Say where a settlement agent takes instructions by HTTP (A8, A9). For administrators. */
  setInstructionEndpoint: SetInstructionEndpointResult;
  /**
   * As a payment institution or an intermediary, state on what terms you buy claims in a currency (B19). Purchases keep the terms under which they
   * were made. A limit of zero ends buying.
   */
  setPurchaseTerms: SetPurchaseTermsResult;
};


export type MutationAbortSettlementWindowArgs = {
  input: AbortSettlementWindowInput;
};


export type MutationCloseSettlementWindowArgs = {
  input: CloseSettlementWindowInput;
};


export type MutationReportSettlementArgs = {
  input: ReportSettlementInput;
};


export type MutationReturnReceivableArgs = {
  input: ReturnReceivableInput;
};


export type MutationSellReceivableArgs = {
  input: SellReceivableInput;
};


export type MutationSetInstructionEndpointArgs = {
  input: SetInstructionEndpointInput;
};


export type MutationSetPurchaseTermsArgs = {
  input: SetPurchaseTermsInput;
};

/** A member's net position in one currency. */
export type NetPosition = {
  __typename?: 'NetPosition';
  member: Member;
  /** Receivable less payable: negative when it has to pay. */
  net: Money;
  /** The obligations by which the position came about. */
  obligations: Array<Obligation>;
  /** What it owes. */
  payable: Money;
  /** What it is owed. */
  receivable: Money;
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

/** No obligation waits in this agent's window. */
export type NothingToSettle = Refusal & {
  __typename?: 'NothingToSettle';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/** What one member owes another. */
export type Obligation = {
  __typename?: 'Obligation';
  agent?: Maybe<Member>;
  amount: Money;
  arisenAt: Scalars['DateTime']['output'];
  creditor: Member;
  debtor: Member;
  id: Scalars['ID']['output'];
  kind: ObligationKind;
  /** Its sale, or the sale that it collects (B19). Null when there is none that you are a party to. */
  purchase?: Maybe<ReceivablePurchase>;
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  settlement: SettlementMethod;
  status: ObligationStatus;
  thread?: Maybe<CaseThread>;
  /** What the debtor quotes when it pays: the number of the guarantee under which the payer paid (B10). */
  transactionNumber?: Maybe<Scalars['String']['output']>;
  window?: Maybe<SettlementWindow>;
};

/** One event of the feed of obligations: what changed, and the obligation as it is. */
export type ObligationChange = {
  __typename?: 'ObligationChange';
  at: Scalars['DateTime']['output'];
  cursor: Scalars['Cursor']['output'];
  kind: ObligationChangeKind;
  obligation?: Maybe<Obligation>;
  statusAfter?: Maybe<ObligationStatus>;
  statusBefore?: Maybe<ObligationStatus>;
};

/** What an event of the feed means: where it starts, that you must list anew, or a change. */
export type ObligationChangeKind =
  | 'FEED_STARTED'
  | 'OBLIGATION_CHANGED'
  | 'SNAPSHOT_NEEDED';

export type ObligationConnection = {
  __typename?: 'ObligationConnection';
  edges: Array<ObligationEdge>;
  headCursor: Scalars['Cursor']['output'];
  pageInfo: PageInfo;
};

export type ObligationEdge = {
  __typename?: 'ObligationEdge';
  cursor: Scalars['Cursor']['output'];
  node: Obligation;
};

/** From what an obligation arose. */
export type ObligationKind =
  /** A captured payment: the institution owes the seller. */
  | 'CAPTURED_PAYMENT'
  /** The hub bought what a payer owes its guarantor: it owes the guarantor the price (B19). */
  | 'CREDIT_CLAIM_PRICE'
  /** It gave that back, for the payer did not pay: the guarantor owes what it got for it (B19). */
  | 'CREDIT_CLAIM_RECOURSE'
  /** A payer paid after its guarantor was called upon: the institution owes it to the guarantor (B10). */
  | 'GUARANTEE_REPAYMENT'
  /** A contract on account: the buyer owes the seller. */
  | 'ON_ACCOUNT'
  /** A claim that was bought: the debtor owes its purchaser what it owed the seller (B19). */
  | 'PURCHASED_RECEIVABLE'
  /** What the purchaser pays for a claim (B19). */
  | 'PURCHASE_PRICE'
  /** A claim was given back: the seller owes the purchaser the price (B19). */
  | 'RECOURSE'
  /** A refund (B15): the seller owes what the buyer got back to the institution that paid it, or on account to the buyer. */
  | 'REFUND';

/** Where an obligation stands. SETTLED and REVERSED end it. */
export type ObligationStatus =
  | 'ADVANCED'
  | 'IN_WINDOW'
  | 'OPEN'
  | 'REVERSED'
  | 'SETTLED';

/** Where a page stands in its list (Relay cursor connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['Cursor']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** On what terms a member buys claims in a currency (B19). */
export type PurchaseTerms = {
  __typename?: 'PurchaseTerms';
  currency: Scalars['Currency']['output'];
  /** Discount in millionths of the amount, rounded half up once for each claim. */
  discountPpm: Scalars['Int']['output'];
  /** How much may be outstanding at a time. */
  limit: Money;
  /** How much is outstanding. Shown to the purchaser alone. */
  outstanding?: Maybe<Money>;
  purchaser: Member;
  /** After how many days without payment a claim may be given back to its seller. */
  recourseAfterDays: Scalars['Int']['output'];
  setAt: Scalars['DateTime']['output'];
  /** The agent by which the price is paid. */
  settlementAgent: Member;
  /** Counts the purchaser's terms in this currency from 1. */
  version: Scalars['Int']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** Terms on which claims are bought now, the least discount first; 50 at most (B19). */
  purchaseTerms: Array<PurchaseTerms>;
  /** What your claim would bring now, the best price first; 50 at most (B19). Empty when nobody buys it, and when it is not yours. */
  receivableQuotes: Array<ReceivableQuote>;
  /** Instructions to you as settlement agent, and those by which you pay or are paid (administrators: all), newest first. */
  settlementInstructions: SettlementInstructionConnection;
  /** A settlement window by its id. Members see their own positions in it, its agent and administrators all. */
  settlementWindow?: Maybe<SettlementWindow>;
  /** Windows in which you have a position (agents and administrators: all of theirs), newest first. */
  settlementWindows: SettlementWindowConnection;
};


export type QueryPurchaseTermsArgs = {
  currency?: InputMaybe<Scalars['Currency']['input']>;
};


export type QueryReceivableQuotesArgs = {
  obligationId: Scalars['ID']['input'];
};


export type QuerySettlementInstructionsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<Array<InstructionStatus>>;
};


export type QuerySettlementWindowArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySettlementWindowsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

/** The sale of a claim (B19). Its two parties see it. */
export type ReceivablePurchase = {
  __typename?: 'ReceivablePurchase';
  amount: Money;
  /** What was sold: ADVANCED until it is collected. */
  claim?: Maybe<Obligation>;
  /** What the debtor owes the purchaser instead. */
  collection?: Maybe<Obligation>;
  discount: Money;
  discountPpm: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  price: Money;
  purchasedAt: Scalars['DateTime']['output'];
  purchaser: Member;
  /** From when on the purchaser may give the claim back, unless it is paid. */
  recourseFrom: Scalars['DateTime']['output'];
  returnReason?: Maybe<Scalars['String']['output']>;
  returnedAt?: Maybe<Scalars['DateTime']['output']>;
  seller: Member;
};

/** What a claim would bring on these terms. */
export type ReceivableQuote = {
  __typename?: 'ReceivableQuote';
  discount: Money;
  price: Money;
  terms: PurchaseTerms;
};

/** Why a request was not carried out. Nothing has changed when you get one. */
export type Refusal = {
  /** A stable code for programs; the manual of refusals lists each with its remedy. */
  code: Scalars['String']['output'];
  /** One sentence for people: what is wrong and what to do. */
  message: Scalars['String']['output'];
};

export type ReportSettlementInput = {
  idempotencyKey: Scalars['String']['input'];
  instructionId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  outcome: SettlementOutcome;
  /** The agent's own reference. */
  reference: Scalars['String']['input'];
};

export type ReportSettlementPayload = {
  __typename?: 'ReportSettlementPayload';
  instruction: SettlementInstruction;
};

export type ReportSettlementResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReportSettlementPayload | WrongState;

export type ReturnReceivableInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Shown to both. 500 characters at most. */
  reason: Scalars['String']['input'];
  receivablePurchaseId: Scalars['ID']['input'];
};

export type ReturnReceivablePayload = {
  __typename?: 'ReturnReceivablePayload';
  purchase: ReceivablePurchase;
};

export type ReturnReceivableResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReturnReceivablePayload | WrongState;

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

export type SellReceivableInput = {
  /** The discount that you were quoted: refused when it is another by now. */
  discountPpm: Scalars['Int']['input'];
  idempotencyKey: Scalars['String']['input'];
  obligationId: Scalars['ID']['input'];
  purchaserId: Scalars['ID']['input'];
};

export type SellReceivablePayload = {
  __typename?: 'SellReceivablePayload';
  purchase: ReceivablePurchase;
};

export type SellReceivableResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SellReceivablePayload | WrongState;

export type SetInstructionEndpointInput = {
  agentId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** Instructions are sent by POST to `/instructions` below this address. */
  url: Scalars['String']['input'];
};

export type SetInstructionEndpointPayload = {
  __typename?: 'SetInstructionEndpointPayload';
  agent: Member;
  url: Scalars['String']['output'];
};

export type SetInstructionEndpointResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SetInstructionEndpointPayload;

export type SetPurchaseTermsInput = {
  currency: Scalars['Currency']['input'];
  /** 0 to 500,000. */
  discountPpm: Scalars['Int']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** How much may be outstanding at a time, in the currency. */
  limit: Scalars['Decimal']['input'];
  /** 1 to 365. */
  recourseAfterDays: Scalars['Int']['input'];
  settlementAgentId: Scalars['ID']['input'];
};

export type SetPurchaseTermsPayload = {
  __typename?: 'SetPurchaseTermsPayload';
  terms: PurchaseTerms;
};

export type SetPurchaseTermsResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SetPurchaseTermsPayload;

/** An order to the settlement agent to move money. */
export type SettlementInstruction = {
  __typename?: 'SettlementInstruction';
  agent: Member;
  amount: Money;
  id: Scalars['ID']['output'];
  /** PAY_IN: from the member to the agent. PAY_OUT: from the agent to the member. TRANSFER: gross, from payer to payee. */
  kind: InstructionKind;
  obligation?: Maybe<Obligation>;
  payee?: Maybe<Member>;
  payer?: Maybe<Member>;
  reportedAt?: Maybe<Scalars['DateTime']['output']>;
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  status: InstructionStatus;
  /** To be quoted with the payment (B10). */
  transactionNumber?: Maybe<Scalars['String']['output']>;
  window?: Maybe<SettlementWindow>;
};

export type SettlementInstructionConnection = {
  __typename?: 'SettlementInstructionConnection';
  edges: Array<SettlementInstructionEdge>;
  pageInfo: PageInfo;
};

export type SettlementInstructionEdge = {
  __typename?: 'SettlementInstructionEdge';
  cursor: Scalars['Cursor']['output'];
  node: SettlementInstruction;
};

/** How a contract's amount is settled: by itself (A8) or netted with others (A9). */
export type SettlementMethod =
  /** Sent to the settlement agent alone, at once when payable. */
  | 'GROSS'
  /** Netted with the other obligations of the window. */
  | 'NET';

/** What the settlement agent reports of an instruction. */
export type SettlementOutcome =
  | 'FAILED'
  | 'SETTLED';

/** Obligations netted together through one agent (A9). */
export type SettlementWindow = {
  __typename?: 'SettlementWindow';
  /** Why, in their words. Null unless it is ABORTED. */
  abortReason?: Maybe<Scalars['String']['output']>;
  /** When it was taken back. Null unless it is ABORTED. */
  abortedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The agent, or an administrator. Null unless it is ABORTED. */
  abortedBy?: Maybe<Member>;
  agent: Member;
  /** Per pair of members: what each owed the other, and the difference. */
  bilateralPositions: Array<BilateralPosition>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Net positions between groups of members. */
  groupPositions: Array<GroupPosition>;
  id: Scalars['ID']['output'];
  instructions: Array<SettlementInstruction>;
  /** How many obligations it took in; of these a member counts its own. */
  obligationCount: Scalars['Int']['output'];
  /** Multilateral net positions; they sum to zero per currency over all members. */
  positions: Array<NetPosition>;
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  status: SettlementWindowStatus;
};

export type SettlementWindowConnection = {
  __typename?: 'SettlementWindowConnection';
  edges: Array<SettlementWindowEdge>;
  pageInfo: PageInfo;
};

export type SettlementWindowEdge = {
  __typename?: 'SettlementWindowEdge';
  cursor: Scalars['Cursor']['output'];
  node: SettlementWindow;
};

/** Where a settlement window stands. New obligations go into an OPEN one only. */
export type SettlementWindowStatus =
  /** Taken back before anything of it was paid: what it took in is in another window by now, or waits for the next. */
  | 'ABORTED'
  | 'CLOSED'
  | 'OPEN'
  | 'SETTLED'
  | 'SETTLING';

export type Subscription = {
  __typename?: 'Subscription';
  /** Every change of the obligations to which you are debtor or creditor, in order. `after` replays what was missed. */
  obligationChanged: ObligationChange;
};


export type SubscriptionObligationChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

export type Viewer = {
  __typename?: 'Viewer';
  id: Scalars['ID']['output'];
  /** What you owe and are owed, newest first. */
  obligations: ObligationConnection;
  /** What you would have to pay or get, per currency, were the open windows closed now. */
  openPositions: Array<NetPosition>;
};


export type ViewerObligationsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<Array<ObligationStatus>>;
};

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
  CaseThread: CaseThread;
  Obligation: Obligation;
  SettlementInstruction: SettlementInstruction;
  SettlementWindow: SettlementWindow;
  Viewer: Viewer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CaseThread:
    ( { __typename: 'CaseThread' }
    & GraphQLRecursivePick<FederationTypes['CaseThread'], {"id":true}> );
  Obligation:
    ( { __typename: 'Obligation' }
    & GraphQLRecursivePick<FederationTypes['Obligation'], {"id":true}> );
  SettlementInstruction:
    ( { __typename: 'SettlementInstruction' }
    & GraphQLRecursivePick<FederationTypes['SettlementInstruction'], {"id":true}> );
  SettlementWindow:
    ( { __typename: 'SettlementWindow' }
    & GraphQLRecursivePick<FederationTypes['SettlementWindow'], {"id":true}> );
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AbortSettlementWindowResult:
    | ( Omit<AbortSettlementWindowPayload, 'window'> & { window: _RefType['SettlementWindow'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  CloseSettlementWindowResult:
    | ( Omit<CloseSettlementWindowPayload, 'window'> & { window: _RefType['SettlementWindow'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ReportSettlementResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReportSettlementPayload, 'instruction'> & { instruction: _RefType['SettlementInstruction'] } )
    | ( RefusalModel )
  ;
  ReturnReceivableResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReturnReceivablePayload, 'purchase'> & { purchase: _RefType['ReceivablePurchase'] } )
    | ( RefusalModel )
  ;
  SellReceivableResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SellReceivablePayload, 'purchase'> & { purchase: _RefType['ReceivablePurchase'] } )
    | ( RefusalModel )
  ;
  SetInstructionEndpointResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( SetInstructionEndpointPayload )
  ;
  SetPurchaseTermsResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetPurchaseTermsPayload, 'terms'> & { terms: _RefType['PurchaseTerms'] } )
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
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AbortSettlementWindowInput: AbortSettlementWindowInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AbortSettlementWindowPayload: ResolverTypeWrapper<Omit<AbortSettlementWindowPayload, 'window'> & { window: ResolversTypes['SettlementWindow'] }>;
  AbortSettlementWindowResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AbortSettlementWindowResult']>;
  BilateralPosition: ResolverTypeWrapper<BilateralPositionModel>;
  CaseThread: ResolverTypeWrapper<CaseThreadModel>;
  CloseSettlementWindowInput: CloseSettlementWindowInput;
  CloseSettlementWindowPayload: ResolverTypeWrapper<Omit<CloseSettlementWindowPayload, 'window'> & { window: ResolversTypes['SettlementWindow'] }>;
  CloseSettlementWindowResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CloseSettlementWindowResult']>;
  ContactChannel: ContactChannel;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  GroupPosition: ResolverTypeWrapper<GroupPositionModel>;
  GuestLimit: ResolverTypeWrapper<RefusalModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  GuestRule: GuestRule;
  IdempotencyConflict: ResolverTypeWrapper<RefusalModel>;
  InputFault: ResolverTypeWrapper<InputFault>;
  InstructionKind: InstructionKind;
  InstructionStatus: InstructionStatus;
  InvalidInput: ResolverTypeWrapper<RefusalModel>;
  LevelExceeded: ResolverTypeWrapper<RefusalModel>;
  Member: ResolverTypeWrapper<Member>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NetPosition: ResolverTypeWrapper<NetPositionModel>;
  NotAllowed: ResolverTypeWrapper<RefusalModel>;
  NotFound: ResolverTypeWrapper<RefusalModel>;
  NothingToSettle: ResolverTypeWrapper<RefusalModel>;
  Obligation: ResolverTypeWrapper<ObligationModel>;
  ObligationChange: ResolverTypeWrapper<ObligationChangeModel>;
  ObligationChangeKind: ObligationChangeKind;
  ObligationConnection: ResolverTypeWrapper<Omit<ObligationConnection, 'edges'> & { edges: Array<ResolversTypes['ObligationEdge']> }>;
  ObligationEdge: ResolverTypeWrapper<Omit<ObligationEdge, 'node'> & { node: ResolversTypes['Obligation'] }>;
  ObligationKind: ObligationKind;
  ObligationStatus: ObligationStatus;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PurchaseTerms: ResolverTypeWrapper<PurchaseTermsModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReceivablePurchase: ResolverTypeWrapper<ReceivablePurchaseModel>;
  ReceivableQuote: ResolverTypeWrapper<ReceivableQuoteModel>;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  ReportSettlementInput: ReportSettlementInput;
  ReportSettlementPayload: ResolverTypeWrapper<Omit<ReportSettlementPayload, 'instruction'> & { instruction: ResolversTypes['SettlementInstruction'] }>;
  ReportSettlementResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportSettlementResult']>;
  ReturnReceivableInput: ReturnReceivableInput;
  ReturnReceivablePayload: ResolverTypeWrapper<Omit<ReturnReceivablePayload, 'purchase'> & { purchase: ResolversTypes['ReceivablePurchase'] }>;
  ReturnReceivableResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReturnReceivableResult']>;
  Role: Role;
  SellReceivableInput: SellReceivableInput;
  SellReceivablePayload: ResolverTypeWrapper<Omit<SellReceivablePayload, 'purchase'> & { purchase: ResolversTypes['ReceivablePurchase'] }>;
  SellReceivableResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SellReceivableResult']>;
  SetInstructionEndpointInput: SetInstructionEndpointInput;
  SetInstructionEndpointPayload: ResolverTypeWrapper<SetInstructionEndpointPayload>;
  SetInstructionEndpointResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetInstructionEndpointResult']>;
  SetPurchaseTermsInput: SetPurchaseTermsInput;
  SetPurchaseTermsPayload: ResolverTypeWrapper<Omit<SetPurchaseTermsPayload, 'terms'> & { terms: ResolversTypes['PurchaseTerms'] }>;
  SetPurchaseTermsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetPurchaseTermsResult']>;
  SettlementInstruction: ResolverTypeWrapper<SettlementInstructionModel>;
  SettlementInstructionConnection: ResolverTypeWrapper<Omit<SettlementInstructionConnection, 'edges'> & { edges: Array<ResolversTypes['SettlementInstructionEdge']> }>;
  SettlementInstructionEdge: ResolverTypeWrapper<Omit<SettlementInstructionEdge, 'node'> & { node: ResolversTypes['SettlementInstruction'] }>;
  SettlementMethod: SettlementMethod;
  SettlementOutcome: SettlementOutcome;
  SettlementWindow: ResolverTypeWrapper<SettlementWindowModel>;
  SettlementWindowConnection: ResolverTypeWrapper<Omit<SettlementWindowConnection, 'edges'> & { edges: Array<ResolversTypes['SettlementWindowEdge']> }>;
  SettlementWindowEdge: ResolverTypeWrapper<Omit<SettlementWindowEdge, 'node'> & { node: ResolversTypes['SettlementWindow'] }>;
  SettlementWindowStatus: SettlementWindowStatus;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Viewer: ResolverTypeWrapper<Omit<Viewer, 'obligations' | 'openPositions'> & { obligations: ResolversTypes['ObligationConnection'], openPositions: Array<ResolversTypes['NetPosition']> }>;
  WrongState: ResolverTypeWrapper<RefusalModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AbortSettlementWindowInput: AbortSettlementWindowInput;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AbortSettlementWindowPayload: Omit<AbortSettlementWindowPayload, 'window'> & { window: ResolversParentTypes['SettlementWindow'] };
  AbortSettlementWindowResult: ResolversUnionTypes<ResolversParentTypes>['AbortSettlementWindowResult'];
  BilateralPosition: BilateralPositionModel;
  CaseThread: CaseThreadModel;
  CloseSettlementWindowInput: CloseSettlementWindowInput;
  CloseSettlementWindowPayload: Omit<CloseSettlementWindowPayload, 'window'> & { window: ResolversParentTypes['SettlementWindow'] };
  CloseSettlementWindowResult: ResolversUnionTypes<ResolversParentTypes>['CloseSettlementWindowResult'];
  Currency: Scalars['Currency']['output'];
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  GroupPosition: GroupPositionModel;
  GuestLimit: RefusalModel;
  Int: Scalars['Int']['output'];
  IdempotencyConflict: RefusalModel;
  InputFault: InputFault;
  InvalidInput: RefusalModel;
  LevelExceeded: RefusalModel;
  Member: Member;
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  NetPosition: NetPositionModel;
  NotAllowed: RefusalModel;
  NotFound: RefusalModel;
  NothingToSettle: RefusalModel;
  Obligation: ObligationModel;
  ObligationChange: ObligationChangeModel;
  ObligationConnection: Omit<ObligationConnection, 'edges'> & { edges: Array<ResolversParentTypes['ObligationEdge']> };
  ObligationEdge: Omit<ObligationEdge, 'node'> & { node: ResolversParentTypes['Obligation'] };
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  PurchaseTerms: PurchaseTermsModel;
  Query: Record<PropertyKey, never>;
  ReceivablePurchase: ReceivablePurchaseModel;
  ReceivableQuote: ReceivableQuoteModel;
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  ReportSettlementInput: ReportSettlementInput;
  ReportSettlementPayload: Omit<ReportSettlementPayload, 'instruction'> & { instruction: ResolversParentTypes['SettlementInstruction'] };
  ReportSettlementResult: ResolversUnionTypes<ResolversParentTypes>['ReportSettlementResult'];
  ReturnReceivableInput: ReturnReceivableInput;
  ReturnReceivablePayload: Omit<ReturnReceivablePayload, 'purchase'> & { purchase: ResolversParentTypes['ReceivablePurchase'] };
  ReturnReceivableResult: ResolversUnionTypes<ResolversParentTypes>['ReturnReceivableResult'];
  SellReceivableInput: SellReceivableInput;
  SellReceivablePayload: Omit<SellReceivablePayload, 'purchase'> & { purchase: ResolversParentTypes['ReceivablePurchase'] };
  SellReceivableResult: ResolversUnionTypes<ResolversParentTypes>['SellReceivableResult'];
  SetInstructionEndpointInput: SetInstructionEndpointInput;
  SetInstructionEndpointPayload: SetInstructionEndpointPayload;
  SetInstructionEndpointResult: ResolversUnionTypes<ResolversParentTypes>['SetInstructionEndpointResult'];
  SetPurchaseTermsInput: SetPurchaseTermsInput;
  SetPurchaseTermsPayload: Omit<SetPurchaseTermsPayload, 'terms'> & { terms: ResolversParentTypes['PurchaseTerms'] };
  SetPurchaseTermsResult: ResolversUnionTypes<ResolversParentTypes>['SetPurchaseTermsResult'];
  SettlementInstruction: SettlementInstructionModel;
  SettlementInstructionConnection: Omit<SettlementInstructionConnection, 'edges'> & { edges: Array<ResolversParentTypes['SettlementInstructionEdge']> };
  SettlementInstructionEdge: Omit<SettlementInstructionEdge, 'node'> & { node: ResolversParentTypes['SettlementInstruction'] };
  SettlementWindow: SettlementWindowModel;
  SettlementWindowConnection: Omit<SettlementWindowConnection, 'edges'> & { edges: Array<ResolversParentTypes['SettlementWindowEdge']> };
  SettlementWindowEdge: Omit<SettlementWindowEdge, 'node'> & { node: ResolversParentTypes['SettlementWindow'] };
  Subscription: Record<PropertyKey, never>;
  Viewer: Omit<Viewer, 'obligations' | 'openPositions'> & { obligations: ResolversParentTypes['ObligationConnection'], openPositions: Array<ResolversParentTypes['NetPosition']> } | FederationReferenceTypes['Viewer'];
  WrongState: RefusalModel;
};

export type AbortSettlementWindowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AbortSettlementWindowPayload'] = ResolversParentTypes['AbortSettlementWindowPayload']> = {
  window?: Resolver<ResolversTypes['SettlementWindow'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AbortSettlementWindowResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AbortSettlementWindowResult'] = ResolversParentTypes['AbortSettlementWindowResult']> = {
  __resolveType: TypeResolveFn<'AbortSettlementWindowPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type BilateralPositionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BilateralPosition'] = ResolversParentTypes['BilateralPosition']> = {
  first?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  firstOwesSecond?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  second?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  secondOwesFirst?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CaseThreadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseThread'] = ResolversParentTypes['CaseThread'], FederationReferenceType extends FederationReferenceTypes['CaseThread'] = FederationReferenceTypes['CaseThread']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CaseThread']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  obligations?: Resolver<Array<ResolversTypes['Obligation']>, ParentType, ContextType>;
};

export type CloseSettlementWindowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseSettlementWindowPayload'] = ResolversParentTypes['CloseSettlementWindowPayload']> = {
  window?: Resolver<ResolversTypes['SettlementWindow'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloseSettlementWindowResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseSettlementWindowResult'] = ResolversParentTypes['CloseSettlementWindowResult']> = {
  __resolveType: TypeResolveFn<'CloseSettlementWindowPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NothingToSettle', ParentType, ContextType>;
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

export type GroupPositionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupPosition'] = ResolversParentTypes['GroupPosition']> = {
  groupName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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

export type IdempotencyConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyConflict'] = ResolversParentTypes['IdempotencyConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InputFaultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InputFault'] = ResolversParentTypes['InputFault']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  faults?: Resolver<Array<ResolversTypes['InputFault']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  abortSettlementWindow?: Resolver<ResolversTypes['AbortSettlementWindowResult'], ParentType, ContextType, RequireFields<MutationAbortSettlementWindowArgs, 'input'>>;
  closeSettlementWindow?: Resolver<ResolversTypes['CloseSettlementWindowResult'], ParentType, ContextType, RequireFields<MutationCloseSettlementWindowArgs, 'input'>>;
  reportSettlement?: Resolver<ResolversTypes['ReportSettlementResult'], ParentType, ContextType, RequireFields<MutationReportSettlementArgs, 'input'>>;
  returnReceivable?: Resolver<ResolversTypes['ReturnReceivableResult'], ParentType, ContextType, RequireFields<MutationReturnReceivableArgs, 'input'>>;
  sellReceivable?: Resolver<ResolversTypes['SellReceivableResult'], ParentType, ContextType, RequireFields<MutationSellReceivableArgs, 'input'>>;
  setInstructionEndpoint?: Resolver<ResolversTypes['SetInstructionEndpointResult'], ParentType, ContextType, RequireFields<MutationSetInstructionEndpointArgs, 'input'>>;
  setPurchaseTerms?: Resolver<ResolversTypes['SetPurchaseTermsResult'], ParentType, ContextType, RequireFields<MutationSetPurchaseTermsArgs, 'input'>>;
};

export type NetPositionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NetPosition'] = ResolversParentTypes['NetPosition']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  obligations?: Resolver<Array<ResolversTypes['Obligation']>, ParentType, ContextType>;
  payable?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  receivable?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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

export type NothingToSettleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NothingToSettle'] = ResolversParentTypes['NothingToSettle']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ObligationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Obligation'] = ResolversParentTypes['Obligation'], FederationReferenceType extends FederationReferenceTypes['Obligation'] = FederationReferenceTypes['Obligation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Obligation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agent?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  arisenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  creditor?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  debtor?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ObligationKind'], ParentType, ContextType>;
  purchase?: Resolver<Maybe<ResolversTypes['ReceivablePurchase']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  settlement?: Resolver<ResolversTypes['SettlementMethod'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ObligationStatus'], ParentType, ContextType>;
  thread?: Resolver<Maybe<ResolversTypes['CaseThread']>, ParentType, ContextType>;
  transactionNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  window?: Resolver<Maybe<ResolversTypes['SettlementWindow']>, ParentType, ContextType>;
};

export type ObligationChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObligationChange'] = ResolversParentTypes['ObligationChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ObligationChangeKind'], ParentType, ContextType>;
  obligation?: Resolver<Maybe<ResolversTypes['Obligation']>, ParentType, ContextType>;
  statusAfter?: Resolver<Maybe<ResolversTypes['ObligationStatus']>, ParentType, ContextType>;
  statusBefore?: Resolver<Maybe<ResolversTypes['ObligationStatus']>, ParentType, ContextType>;
};

export type ObligationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObligationConnection'] = ResolversParentTypes['ObligationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ObligationEdge']>, ParentType, ContextType>;
  headCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ObligationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObligationEdge'] = ResolversParentTypes['ObligationEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Obligation'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type PurchaseTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseTerms'] = ResolversParentTypes['PurchaseTerms']> = {
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  discountPpm?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  outstanding?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  purchaser?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  recourseAfterDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settlementAgent?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  purchaseTerms?: Resolver<Array<ResolversTypes['PurchaseTerms']>, ParentType, ContextType, Partial<QueryPurchaseTermsArgs>>;
  receivableQuotes?: Resolver<Array<ResolversTypes['ReceivableQuote']>, ParentType, ContextType, RequireFields<QueryReceivableQuotesArgs, 'obligationId'>>;
  settlementInstructions?: Resolver<ResolversTypes['SettlementInstructionConnection'], ParentType, ContextType, RequireFields<QuerySettlementInstructionsArgs, 'first'>>;
  settlementWindow?: Resolver<Maybe<ResolversTypes['SettlementWindow']>, ParentType, ContextType, RequireFields<QuerySettlementWindowArgs, 'id'>>;
  settlementWindows?: Resolver<ResolversTypes['SettlementWindowConnection'], ParentType, ContextType, RequireFields<QuerySettlementWindowsArgs, 'first'>>;
};

export type ReceivablePurchaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceivablePurchase'] = ResolversParentTypes['ReceivablePurchase']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  claim?: Resolver<Maybe<ResolversTypes['Obligation']>, ParentType, ContextType>;
  collection?: Resolver<Maybe<ResolversTypes['Obligation']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discountPpm?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  purchasedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  purchaser?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  recourseFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  returnReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  returnedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  seller?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type ReceivableQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceivableQuote'] = ResolversParentTypes['ReceivableQuote']> = {
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  terms?: Resolver<ResolversTypes['PurchaseTerms'], ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType: TypeResolveFn<'GuestLimit' | 'IdempotencyConflict' | 'InvalidInput' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'NothingToSettle' | 'WrongState', ParentType, ContextType>;
};

export type ReportSettlementPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportSettlementPayload'] = ResolversParentTypes['ReportSettlementPayload']> = {
  instruction?: Resolver<ResolversTypes['SettlementInstruction'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportSettlementResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportSettlementResult'] = ResolversParentTypes['ReportSettlementResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReportSettlementPayload' | 'WrongState', ParentType, ContextType>;
};

export type ReturnReceivablePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnReceivablePayload'] = ResolversParentTypes['ReturnReceivablePayload']> = {
  purchase?: Resolver<ResolversTypes['ReceivablePurchase'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnReceivableResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnReceivableResult'] = ResolversParentTypes['ReturnReceivableResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReturnReceivablePayload' | 'WrongState', ParentType, ContextType>;
};

export type SellReceivablePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellReceivablePayload'] = ResolversParentTypes['SellReceivablePayload']> = {
  purchase?: Resolver<ResolversTypes['ReceivablePurchase'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SellReceivableResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellReceivableResult'] = ResolversParentTypes['SellReceivableResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SellReceivablePayload' | 'WrongState', ParentType, ContextType>;
};

export type SetInstructionEndpointPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetInstructionEndpointPayload'] = ResolversParentTypes['SetInstructionEndpointPayload']> = {
  agent?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetInstructionEndpointResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetInstructionEndpointResult'] = ResolversParentTypes['SetInstructionEndpointResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SetInstructionEndpointPayload', ParentType, ContextType>;
};

export type SetPurchaseTermsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetPurchaseTermsPayload'] = ResolversParentTypes['SetPurchaseTermsPayload']> = {
  terms?: Resolver<ResolversTypes['PurchaseTerms'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetPurchaseTermsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetPurchaseTermsResult'] = ResolversParentTypes['SetPurchaseTermsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SetPurchaseTermsPayload', ParentType, ContextType>;
};

export type SettlementInstructionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettlementInstruction'] = ResolversParentTypes['SettlementInstruction'], FederationReferenceType extends FederationReferenceTypes['SettlementInstruction'] = FederationReferenceTypes['SettlementInstruction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SettlementInstruction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agent?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InstructionKind'], ParentType, ContextType>;
  obligation?: Resolver<Maybe<ResolversTypes['Obligation']>, ParentType, ContextType>;
  payee?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  payer?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  reportedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InstructionStatus'], ParentType, ContextType>;
  transactionNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  window?: Resolver<Maybe<ResolversTypes['SettlementWindow']>, ParentType, ContextType>;
};

export type SettlementInstructionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettlementInstructionConnection'] = ResolversParentTypes['SettlementInstructionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SettlementInstructionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SettlementInstructionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettlementInstructionEdge'] = ResolversParentTypes['SettlementInstructionEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SettlementInstruction'], ParentType, ContextType>;
};

export type SettlementWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettlementWindow'] = ResolversParentTypes['SettlementWindow'], FederationReferenceType extends FederationReferenceTypes['SettlementWindow'] = FederationReferenceTypes['SettlementWindow']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SettlementWindow']> | FederationReferenceType, FederationReferenceType, ContextType>;
  abortReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  abortedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  abortedBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  agent?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  bilateralPositions?: Resolver<Array<ResolversTypes['BilateralPosition']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  groupPositions?: Resolver<Array<ResolversTypes['GroupPosition']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Array<ResolversTypes['SettlementInstruction']>, ParentType, ContextType>;
  obligationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  positions?: Resolver<Array<ResolversTypes['NetPosition']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SettlementWindowStatus'], ParentType, ContextType>;
};

export type SettlementWindowConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettlementWindowConnection'] = ResolversParentTypes['SettlementWindowConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SettlementWindowEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SettlementWindowEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettlementWindowEdge'] = ResolversParentTypes['SettlementWindowEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SettlementWindow'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  obligationChanged?: SubscriptionResolver<ResolversTypes['ObligationChange'], "obligationChanged", ParentType, ContextType, Partial<SubscriptionObligationChangedArgs>>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  obligations?: Resolver<ResolversTypes['ObligationConnection'], ParentType, ContextType, RequireFields<ViewerObligationsArgs, 'first'>>;
  openPositions?: Resolver<Array<ResolversTypes['NetPosition']>, ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AbortSettlementWindowPayload?: AbortSettlementWindowPayloadResolvers<ContextType>;
  AbortSettlementWindowResult?: AbortSettlementWindowResultResolvers<ContextType>;
  BilateralPosition?: BilateralPositionResolvers<ContextType>;
  CaseThread?: CaseThreadResolvers<ContextType>;
  CloseSettlementWindowPayload?: CloseSettlementWindowPayloadResolvers<ContextType>;
  CloseSettlementWindowResult?: CloseSettlementWindowResultResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  GroupPosition?: GroupPositionResolvers<ContextType>;
  GuestLimit?: GuestLimitResolvers<ContextType>;
  IdempotencyConflict?: IdempotencyConflictResolvers<ContextType>;
  InputFault?: InputFaultResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  LevelExceeded?: LevelExceededResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NetPosition?: NetPositionResolvers<ContextType>;
  NotAllowed?: NotAllowedResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  NothingToSettle?: NothingToSettleResolvers<ContextType>;
  Obligation?: ObligationResolvers<ContextType>;
  ObligationChange?: ObligationChangeResolvers<ContextType>;
  ObligationConnection?: ObligationConnectionResolvers<ContextType>;
  ObligationEdge?: ObligationEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PurchaseTerms?: PurchaseTermsResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReceivablePurchase?: ReceivablePurchaseResolvers<ContextType>;
  ReceivableQuote?: ReceivableQuoteResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  ReportSettlementPayload?: ReportSettlementPayloadResolvers<ContextType>;
  ReportSettlementResult?: ReportSettlementResultResolvers<ContextType>;
  ReturnReceivablePayload?: ReturnReceivablePayloadResolvers<ContextType>;
  ReturnReceivableResult?: ReturnReceivableResultResolvers<ContextType>;
  SellReceivablePayload?: SellReceivablePayloadResolvers<ContextType>;
  SellReceivableResult?: SellReceivableResultResolvers<ContextType>;
  SetInstructionEndpointPayload?: SetInstructionEndpointPayloadResolvers<ContextType>;
  SetInstructionEndpointResult?: SetInstructionEndpointResultResolvers<ContextType>;
  SetPurchaseTermsPayload?: SetPurchaseTermsPayloadResolvers<ContextType>;
  SetPurchaseTermsResult?: SetPurchaseTermsResultResolvers<ContextType>;
  SettlementInstruction?: SettlementInstructionResolvers<ContextType>;
  SettlementInstructionConnection?: SettlementInstructionConnectionResolvers<ContextType>;
  SettlementInstructionEdge?: SettlementInstructionEdgeResolvers<ContextType>;
  SettlementWindow?: SettlementWindowResolvers<ContextType>;
  SettlementWindowConnection?: SettlementWindowConnectionResolvers<ContextType>;
  SettlementWindowEdge?: SettlementWindowEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

