import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CaseModel, CaseThreadModel, OrderModel, OrderResponseModel, ShopOrderModel, ShopOrderStepModel, ContractModel, LatenessModel, BusinessCalendarModel, EscalationStepsModel, CaseViewEntryModel, CaseChangeModel, DeliveryReportModel, CaseEventModel, CaseNoteModel, CaseSummaryModel, GoodsReportModel, GoodsComparisonModel, CaseViewRebuildModel, CaseViewRebuildChangeModel, LogEntryModel, MemberModel, SigningKeyModel, ToleranceProfileModel, ContractSubmissionModel, ContractComparisonModel, ContractConflictModel, DiscrepancyModel, HiddenPurchaseModel, OutletModel, OutletStockModel, OutletRevisionModel, StockChangeModel, OrderRoutingModel, RouteDecisionModel, RouteCandidateModel } from './models.ts';
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

export type AcceptToleranceProfileResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ToleranceProfilePayload | WrongState;

export type AddCaseNoteInput = {
  idempotencyKey: Scalars['String']['input'];
  /** 1 to 4,000 characters. */
  text: Scalars['String']['input'];
  threadId: Scalars['ID']['input'];
};

export type AddCaseNotePayload = {
  __typename?: 'AddCaseNotePayload';
  note: CaseNote;
  thread: CaseThread;
};

export type AddCaseNoteResult = AddCaseNotePayload | IdempotencyConflict | InvalidInput | NotFound;

/** How far two prices or amounts may be apart. */
export type AmountTolerance = {
  __typename?: 'AmountTolerance';
  /** In major units of the profile's currency. */
  absolute?: Maybe<Scalars['Decimal']['output']>;
  /** Parts per million of the greater one: 20000 is 2 %. */
  ppm?: Maybe<Scalars['Int']['output']>;
};

/** The wider of the two counts. */
export type AmountToleranceInput = {
  absolute?: InputMaybe<Scalars['Decimal']['input']>;
  /** 0 to 500000. */
  ppm?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * Which tolerances were applied: `torihiki-rounding/1`, or those that the two members had agreed before either document came, by profile, version
 * and hash (`Viewer.toleranceProfiles`).
 */
export type AppliedTolerance = {
  __typename?: 'AppliedTolerance';
  profileId: Scalars['String']['output'];
  sha256?: Maybe<Scalars['String']['output']>;
  version?: Maybe<Scalars['Int']['output']>;
};

/**
 * The days on which business is done, in one version (A12). A due day that is none moves to the next one. `ALL_DAYS`, in which every day is
 * one, is there from the start; a contract that names no calendar has it.
 */
export type BusinessCalendar = {
  __typename?: 'BusinessCalendar';
  code: Scalars['String']['output'];
  /** Whether steps of escalation count business days; else they count every day. */
  countsBusinessDays: Scalars['Boolean']['output'];
  definedAt: Scalars['DateTime']['output'];
  /** Every version there was, newest first. */
  history: BusinessCalendarConnection;
  /** Days without business beside the weekend, in order. */
  holidays: Array<Scalars['Date']['output']>;
  /** What the administrator gave as the reason. */
  reason: Scalars['String']['output'];
  title: Scalars['String']['output'];
  /** Grows by one with each change. */
  version: Scalars['Int']['output'];
  weekend: Array<DayOfWeek>;
};


/**
 * The days on which business is done, in one version (A12). A due day that is none moves to the next one. `ALL_DAYS`, in which every day is
 * one, is there from the start; a contract that names no calendar has it.
 */
export type BusinessCalendarHistoryArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

export type BusinessCalendarConnection = {
  __typename?: 'BusinessCalendarConnection';
  edges: Array<BusinessCalendarEdge>;
  pageInfo: PageInfo;
};

export type BusinessCalendarEdge = {
  __typename?: 'BusinessCalendarEdge';
  cursor: Scalars['Cursor']['output'];
  node: BusinessCalendar;
};

export type CancelContractInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Shown to both sides, and on the contract's record. 500 characters at most. */
  reason: Scalars['String']['input'];
  threadId: Scalars['ID']['input'];
};

/** The thread is CANCELLED when the other side had proposed it already; else it stays as it was until the other side agrees. */
export type CancelContractPayload = {
  __typename?: 'CancelContractPayload';
  thread: CaseThread;
};

export type CancelContractResult = CancelContractPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

export type CancelOrderInput = {
  idempotencyKey: Scalars['String']['input'];
  orderCode: Scalars['String']['input'];
  /** Why; the other side reads it. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type CancelOrderPayload = {
  __typename?: 'CancelOrderPayload';
  /** False: it was proposed, and is cancelled when the other side agrees with `cancelContract`. */
  cancelled: Scalars['Boolean']['output'];
  order: Order;
};

/** WrongState: it was delivered, and may be given back by `requestReturn`; or it is over already. */
export type CancelOrderResult = CancelOrderPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

/** A piece of business between firms (A13). */
export type Case = {
  __typename?: 'Case';
  budget?: Maybe<Money>;
  /** Such as `CAS-7K3M-Q2X9-T`, with a check character. */
  caseCode: Scalars['String']['output'];
  description: Scalars['String']['output'];
  /** When a thread that has no contract by then ends as EXPIRED. Null: never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  opportunity?: Maybe<Opportunity>;
  registeredAt: Scalars['DateTime']['output'];
  /** The firm that registered it. */
  source: Member;
  /** A thread per partner. The source sees all of them, a partner its own. */
  threads: Array<CaseThread>;
  title: Scalars['String']['output'];
};

/** What a party may do in a thread: the mutation of the same name. */
export type CaseAction =
  | 'CANCEL_CONTRACT'
  /** With an amount that the hub does not learn (B16). */
  | 'COMMIT_TO_HIDDEN_PURCHASE'
  | 'CONFIRM_INSPECTION'
  | 'DECLINE_CASE'
  | 'REFER_TO_CASE'
  | 'REPORT_DELIVERY'
  | 'REPORT_GOODS'
  | 'RESERVE_PAYMENT'
  | 'RESPOND_TO_ORDER'
  | 'SEND_ORDER'
  | 'SUBMIT_CONTRACT'
  | 'WITHDRAW_CASE';

/** A change of a case as its feed tells it. `thread` is the thread as it is now, the rest the change as it was. */
export type CaseChange = {
  __typename?: 'CaseChange';
  at: Scalars['DateTime']['output'];
  /** Subscribe `after` this to go on from here. */
  cursor: Scalars['Cursor']['output'];
  /** What happened. Null in the first event of a feed and in a snapshot. */
  event?: Maybe<CaseEventKind>;
  kind: CaseChangeKind;
  statusAfter?: Maybe<CaseStatus>;
  statusBefore?: Maybe<CaseStatus>;
  thread?: Maybe<CaseThread>;
  /** The thread's version after this change. */
  version?: Maybe<Scalars['Int']['output']>;
};

/** What an event of the feed of cases means. */
export type CaseChangeKind =
  /** A thread is new in your view. */
  | 'CASE_ADDED'
  /** A thread has changed. */
  | 'CASE_CHANGED'
  /** The first event: says where the feed starts. Nothing has changed. */
  | 'FEED_STARTED'
  /** Your cursor is older than the feed is kept, or of an earlier build of the view: list your cases anew, then go on from this cursor. */
  | 'SNAPSHOT_NEEDED';

/** The cases with one counterpart, by status. */
export type CaseCounterpartCount = {
  __typename?: 'CaseCounterpartCount';
  byStatus: Array<CaseStatusCount>;
  counterpart: Member;
  total: Scalars['Int']['output'];
};

/** One event of a thread. */
export type CaseEvent = {
  __typename?: 'CaseEvent';
  /** Who did it. Null when the hub did. */
  actor?: Maybe<Member>;
  at: Scalars['DateTime']['output'];
  /** How `actor` asked the operator. Null when nobody acted for it. */
  channel?: Maybe<ContactChannel>;
  kind: CaseEventKind;
  /** The operator who did it for `actor` (B14). Null when nobody acted for it. */
  operator?: Maybe<Member>;
  /** Why, in the words of whoever withdrew, declined or cancelled. */
  reason?: Maybe<Scalars['String']['output']>;
  /** By what the hub did it for a side: the terms of a shop (C1). Null of everything else. */
  standingInstruction?: Maybe<StandingInstruction>;
  status: CaseStatus;
  version: Scalars['Int']['output'];
};

export type CaseEventConnection = {
  __typename?: 'CaseEventConnection';
  edges: Array<CaseEventEdge>;
  pageInfo: PageInfo;
};

export type CaseEventEdge = {
  __typename?: 'CaseEventEdge';
  cursor: Scalars['Cursor']['output'];
  node: CaseEvent;
};

/** What happened in a case's thread, by either side, the hub or a third party. */
export type CaseEventKind =
  | 'CANCELLATION_PROPOSED'
  | 'CASE_DECLINED'
  | 'CASE_EXPIRED'
  | 'CASE_REFERRED'
  | 'CASE_REGISTERED'
  | 'CASE_WITHDRAWN'
  | 'CONTRACT_CANCELLED'
  | 'CONTRACT_COMPARED'
  | 'CONTRACT_CONFLICT_RAISED'
  | 'CONTRACT_NOTARIZED'
  | 'CONTRACT_SUBMITTED'
  | 'DELIVERY_REPORTED'
  | 'GOODS_REPORTED'
  | 'GOODS_RETURNED'
  /** Both sides committed to the same. */
  | 'HIDDEN_PURCHASE_AGREED'
  /** A side committed to an amount that the hub does not know (B16). */
  | 'HIDDEN_PURCHASE_COMMITTED'
  | 'INSPECTION_CONFIRMED'
  | 'LATENESS_FOUND'
  | 'LATENESS_RESOLVED'
  | 'OBLIGATION_ARISEN'
  | 'ORDER_ANSWERED'
  /** No outlet can serve the order at present; it waits (B20). */
  | 'ORDER_NOT_ROUTED'
  /** An outlet of the partner was chosen for the order (B20). */
  | 'ORDER_ROUTED'
  | 'ORDER_SENT'
  | 'PAYMENT_CAPTURED'
  /** The card company says that the amount exceeds the ceiling: the customer's consent is asked (C7). */
  | 'PAYMENT_REFERRED'
  /** The buyer got back what it had paid for them. */
  | 'PAYMENT_REFUNDED'
  | 'PAYMENT_RESERVATION_ENDED'
  | 'PAYMENT_RESERVATION_REFUSED'
  | 'PAYMENT_RESERVATION_REQUESTED'
  | 'PAYMENT_RESERVED'
  /** The customer consented: the shop seeks the company's approval by another contact. */
  | 'REFERRAL_CONSENTED'
  | 'RETURN_ACCEPTED'
  | 'RETURN_REFUSED'
  /** The buyer asks to give goods back (B15). */
  | 'RETURN_REQUESTED'
  | 'RETURN_WITHDRAWN'
  /** The settlement window was aborted before anything was paid: the amount is owed as before, and goes into the next. */
  | 'SETTLEMENT_ABORTED'
  | 'SETTLEMENT_REPORTED'
  | 'SETTLEMENT_STARTED';

/** Narrows a list of cases: all that is given must hold. */
export type CaseFilter = {
  /** Changed before this instant. */
  changedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Changed at this instant or later. */
  changedSince?: InputMaybe<Scalars['DateTime']['input']>;
  counterpartId?: InputMaybe<Scalars['ID']['input']>;
  delayed?: InputMaybe<Scalars['Boolean']['input']>;
  status?: InputMaybe<Array<CaseStatus>>;
  /** Words of the case's title, description or code, in any order; each may be the beginning of one. At most 20 words count. */
  text?: InputMaybe<Scalars['String']['input']>;
  unread?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A note of one side on a thread, which the other side does not see. */
export type CaseNote = {
  __typename?: 'CaseNote';
  /** When its text was last changed. Null: never. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  text: Scalars['String']['output'];
  writtenAt: Scalars['DateTime']['output'];
};

/** How far a thread of a case has come. The last four end it without a settlement. */
export type CaseStatus =
  | 'CANCELLED'
  | 'CONTRACTED'
  | 'DECLINED'
  | 'DELIVERED'
  | 'EXPIRED'
  | 'INSPECTED'
  | 'ORDERED'
  | 'REFERRED'
  | 'REGISTERED'
  | 'RESERVED'
  | 'RESPONDED'
  | 'SETTLED'
  | 'WITHDRAWN';

/** How many cases have a status. */
export type CaseStatusCount = {
  __typename?: 'CaseStatusCount';
  count: Scalars['Int']['output'];
  status: CaseStatus;
};

/** Your cases as counted from one end, and the cursor from which to follow changes. */
export type CaseSummary = {
  __typename?: 'CaseSummary';
  asOf: CaseViewAsOf;
  /** The counterparts with the most cases first; 100 at most. `cases` filters by any one. */
  byCounterpart: Array<CaseCounterpartCount>;
  byStatus: Array<CaseStatusCount>;
  delayed: Scalars['Int']['output'];
  headCursor: Scalars['Cursor']['output'];
  newestChangeAt?: Maybe<Scalars['DateTime']['output']>;
  total: Scalars['Int']['output'];
  unread: Scalars['Int']['output'];
};


/** Your cases as counted from one end, and the cursor from which to follow changes. */
export type CaseSummaryByCounterpartArgs = {
  first?: Scalars['Int']['input'];
};

/** The business with one partner of a case: it has the status. */
export type CaseThread = {
  __typename?: 'CaseThread';
  /** What you may do next, in this state and from your end. */
  allowedActions: Array<CaseAction>;
  case: Case;
  changedAt: Scalars['DateTime']['output'];
  /** The newest comparison of the two sides' documents. Null until both have submitted. */
  comparison?: Maybe<ContractComparison>;
  conflicts: Array<ContractConflict>;
  contract?: Maybe<Contract>;
  /** Late in delivery or settlement. A flag beside the status. */
  delayed: Scalars['Boolean']['output'];
  deliveryReports: Array<DeliveryReport>;
  /** What all reports on the goods give, added up. Null until there is one. */
  goodsComparison?: Maybe<GoodsComparison>;
  /** Despatch and receipt advices, oldest first; 500 of each side at most (A10). */
  goodsReports: Array<GoodsReport>;
  /** A purchase whose amount the hub does not know, once both sides committed to the same (B16). */
  hiddenPurchase?: Maybe<HiddenPurchase>;
  /** What happened, in order. */
  history: CaseEventConnection;
  id: Scalars['ID']['output'];
  latenesses: Array<Lateness>;
  /** Your own side's notes, oldest first. The other side never sees that there are any. */
  notes: Array<CaseNote>;
  orders: Array<Order>;
  /** Paid or delivered in part. */
  partial: Scalars['Boolean']['output'];
  partner: Member;
  status: CaseStatus;
  /** What each side has submitted so far. Of the other side's submissions you see that they exist, not the document. */
  submissions: Array<ContractSubmission>;
  /** Counts the events of this thread, without gaps. */
  version: Scalars['Int']['output'];
};


/** The business with one partner of a case: it has the status. */
export type CaseThreadHistoryArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

/** How fresh the view is. */
export type CaseViewAsOf = {
  __typename?: 'CaseViewAsOf';
  at: Scalars['DateTime']['output'];
  /** How many events of the record the view has not taken in yet. Zero when it is up to date. */
  lag: Scalars['Int']['output'];
};

export type CaseViewConnection = {
  __typename?: 'CaseViewConnection';
  asOf: CaseViewAsOf;
  edges: Array<CaseViewEdge>;
  /** Subscribe `caseChanged` after this cursor: nothing that this list lacks is missed. */
  headCursor: Scalars['Cursor']['output'];
  pageInfo: PageInfo;
};

export type CaseViewEdge = {
  __typename?: 'CaseViewEdge';
  cursor: Scalars['Cursor']['output'];
  node: CaseViewEntry;
};

/** A thread as your view shows it. */
export type CaseViewEntry = {
  __typename?: 'CaseViewEntry';
  changedAt: Scalars['DateTime']['output'];
  /** The other end: the partner in a source's view, the source in a partner's. */
  counterpart: Member;
  delayed: Scalars['Boolean']['output'];
  status: CaseStatus;
  thread: CaseThread;
  title: Scalars['String']['output'];
  /** Changes by the other end since you read it. */
  unread: Scalars['Int']['output'];
  version: Scalars['Int']['output'];
};

/** A view that is built anew, and how far that has come. Members are done one after the other and are served all the while. */
export type CaseViewRebuild = {
  __typename?: 'CaseViewRebuild';
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it does not go on just now; it is tried again by itself. Null while it does. */
  fault?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** The one member whose view it is. Null: all who have cases. */
  member?: Maybe<Member>;
  /** How many members there were when it began; who came later has a view that needs none. */
  members: Scalars['Int']['output'];
  membersDone: Scalars['Int']['output'];
  startedAt: Scalars['DateTime']['output'];
  state: CaseViewRebuildState;
  /** Threads of the members that are done. */
  threads: Scalars['Int']['output'];
  view: CaseViewSide;
};

/** A step of a rebuild. `rebuild` is as it is now. */
export type CaseViewRebuildChange = {
  __typename?: 'CaseViewRebuildChange';
  at: Scalars['DateTime']['output'];
  /** Subscribe `after` this to go on from here. */
  cursor: Scalars['Cursor']['output'];
  kind: CaseViewRebuildChangeKind;
  rebuild?: Maybe<CaseViewRebuild>;
};

/** What an event of a rebuild's feed means. */
export type CaseViewRebuildChangeKind =
  /** The first event: says where the feed starts. */
  | 'FEED_STARTED'
  /** Further members are done, or all. */
  | 'PROGRESSED'
  /** Your cursor is older than the feed is kept: ask for the rebuild, then go on from this cursor. */
  | 'SNAPSHOT_NEEDED';

export type CaseViewRebuildConnection = {
  __typename?: 'CaseViewRebuildConnection';
  edges: Array<CaseViewRebuildEdge>;
  pageInfo: PageInfo;
};

export type CaseViewRebuildEdge = {
  __typename?: 'CaseViewRebuildEdge';
  cursor: Scalars['Cursor']['output'];
  node: CaseViewRebuild;
};

/** Whether a rebuild still goes on. */
export type CaseViewRebuildState =
  | 'DONE'
  | 'RUNNING';

/** From which end a case is looked at. */
export type CaseViewSide =
  /** As the firm that was named as partner. */
  | 'PARTNER'
  /** As the firm that registered the case. */
  | 'SOURCE';

/** A signed statement of the log's size and root (RFC 6962, C2SP tlog-checkpoint). */
export type Checkpoint = {
  __typename?: 'Checkpoint';
  issuedAt: Scalars['DateTime']['output'];
  /** The signed note as it was signed. */
  note: Scalars['String']['output'];
  rootHash: Scalars['String']['output'];
  treeSize: Scalars['Int']['output'];
};

export type CommitToHiddenPurchaseInput = {
  /** As `HiddenPurchase.commitment` says. */
  commitment: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** The payment institution at which it is paid. */
  institutionId: Scalars['ID']['input'];
  threadId: Scalars['ID']['input'];
};

export type CommitToHiddenPurchasePayload = {
  __typename?: 'CommitToHiddenPurchasePayload';
  thread: CaseThread;
};

export type CommitToHiddenPurchaseResult = CommitToHiddenPurchasePayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

/** How a member asked an operator to act for it (B14). */
export type ContactChannel =
  | 'FAX'
  | 'LETTER'
  | 'TELEPHONE';

/** The agreed contract, on record in the transparency log (A5). */
export type Contract = {
  __typename?: 'Contract';
  buyer: Member;
  /** The code of the business calendar by which its due days move. */
  calendar: Scalars['String']['output'];
  /** When both sides had cancelled it. Null: it stands. */
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** The certificate as JSON: save it to a file and verify it off line with `npm run verify -- <file>`. */
  certificate: Scalars['String']['output'];
  contractCode: Scalars['String']['output'];
  deliverBy?: Maybe<Scalars['Date']['output']>;
  /** What is to be delivered when: one for each due day, in order. */
  deliveries: Array<ContractDelivery>;
  /** Its steps of escalation: its own, or those of the hub when it was notarized. */
  escalation: Array<EscalationStep>;
  id: Scalars['ID']['output'];
  /** What was found late of it, in order. */
  latenesses: Array<Lateness>;
  logEntries: Array<LogEntry>;
  notarizedAt: Scalars['DateTime']['output'];
  payBy?: Maybe<Scalars['Date']['output']>;
  payment: PaymentArrangement;
  seller: Member;
  settlement: SettlementMethod;
  settlementAgent?: Maybe<Member>;
  thread: CaseThread;
  /** In which time zone (IANA) its days are over. */
  timeZone: Scalars['String']['output'];
  total: Money;
};

/** What comparing the two sides' documents gave. */
export type ContractComparison = {
  __typename?: 'ContractComparison';
  comparedAt: Scalars['DateTime']['output'];
  discrepancies: Array<Discrepancy>;
  /** The rule set by which it was compared. */
  ruleSet: Scalars['String']['output'];
  /** The tolerances that were applied. */
  tolerance: AppliedTolerance;
  verdict: ContractVerdict;
  warnings: Array<Scalars['String']['output']>;
};

/** Conditions that documents often leave out. Where both sides state one, they must be identical. */
export type ContractConditionsInput = {
  /** The code of a business calendar: see `businessCalendars`. ALL_DAYS when neither side says. */
  calendar?: InputMaybe<Scalars['String']['input']>;
  /** The day by which everything is delivered. Left out: the ends of the delivery windows in the documents, each a due day of its own. */
  deliverBy?: InputMaybe<Scalars['Date']['input']>;
  /** The contract's own steps of escalation, 1 to 10. The hub's when neither side says. */
  escalation?: InputMaybe<Array<EscalationStepInput>>;
  payBy?: InputMaybe<Scalars['Date']['input']>;
  /** RESERVED when neither side says. */
  payment?: InputMaybe<PaymentArrangement>;
  /** NET when neither side says. */
  settlement?: InputMaybe<SettlementMethod>;
  /** The agent in charge; when nobody names one, the payer's default. */
  settlementAgentId?: InputMaybe<Scalars['ID']['input']>;
  /** In which time zone (IANA, such as `Asia/Tokyo`) a due day is over. UTC when neither side says. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** An answer that contradicts one on record. Neither is overwritten. */
export type ContractConflict = {
  __typename?: 'ContractConflict';
  earlierSubmissionId: Scalars['ID']['output'];
  laterSubmissionId: Scalars['ID']['output'];
  message: Scalars['String']['output'];
  raisedAt: Scalars['DateTime']['output'];
};

/** A delivery of a contract that has a due day of its own. */
export type ContractDelivery = {
  __typename?: 'ContractDelivery';
  dueOn: Scalars['Date']['output'];
  /** When all of it was delivered, as reported; or accepted, or settled. Null while it is open. */
  fulfilledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its number in the contract, from 1: `completes` of a delivery report names it. */
  part: Scalars['Int']['output'];
};

/** The kinds of documents in which a contract may be submitted. */
export type ContractMediaType =
  /** `application/json`: the form that the manual describes. */
  | 'JSON'
  /** `application/xml`: Order, OrderResponse, OrderResponseSimple, OrderChange or Quotation of UBL 2.0 to 2.4. */
  | 'XML';

/** The two sides of a contract. */
export type ContractSide =
  | 'BUYER'
  | 'SELLER';

/** A signature by one of your signing keys. */
export type ContractSignatureInput = {
  keyId: Scalars['ID']['input'];
  /** 64 bytes in base64. */
  signature: Scalars['String']['input'];
};

/** A side's contract document. */
export type ContractSubmission = {
  __typename?: 'ContractSubmission';
  /** Such as `Order` or `OrderResponseSimple` of UBL, or `Contract` of our JSON. */
  documentKind: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** Whether the side wants nothing but rounding to be let pass, whatever tolerances were agreed. */
  roundingOnly: Scalars['Boolean']['output'];
  /** SHA-256 of the document as it came, in hexadecimal. */
  sha256: Scalars['String']['output'];
  side: ContractSide;
  /** The member's own signature over the document. Null when it gave none. */
  signature?: Maybe<SubmissionSignature>;
  submittedAt: Scalars['DateTime']['output'];
};

/** Whether the two documents say the same. The first two agree, and the contract is notarized. */
export type ContractVerdict =
  | 'DIFFERENT'
  | 'EQUAL'
  | 'EQUAL_WITHIN_TOLERANCE'
  | 'REFUSED'
  | 'UNDECIDED';

/** The days of the week. */
export type DayOfWeek =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

export type DeclineCaseInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Shown to both sides. 500 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  threadId: Scalars['ID']['input'];
};

export type DeclineCasePayload = {
  __typename?: 'DeclineCasePayload';
  thread: CaseThread;
};

export type DeclineCaseResult = DeclineCasePayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

export type DeclineRouteInput = {
  idempotencyKey: Scalars['String']['input'];
  orderId: Scalars['ID']['input'];
  /** Why, on record. */
  reason: Scalars['String']['input'];
};

export type DeclineRoutePayload = {
  __typename?: 'DeclineRoutePayload';
  order: Order;
};

/** WrongState: no outlet has the order, or it is too late. */
export type DeclineRouteResult = DeclineRoutePayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

export type DefineBusinessCalendarInput = {
  /** 1 to 32 of A–Z, 0–9 and underscore, a letter first. ALL_DAYS is not to be had. */
  code: Scalars['String']['input'];
  /** Whether steps of escalation count business days; else they count every day. */
  countsBusinessDays?: Scalars['Boolean']['input'];
  /** Days without business beside the weekend, at most 2,000. */
  holidays: Array<Scalars['Date']['input']>;
  idempotencyKey: Scalars['String']['input'];
  /** Why, for the record. */
  reason: Scalars['String']['input'];
  title: Scalars['String']['input'];
  /** The version that is changed. Left out: the calendar is a new one. */
  version?: InputMaybe<Scalars['Int']['input']>;
  /** The days of the week without business, at most six. */
  weekend: Array<DayOfWeek>;
};

export type DefineBusinessCalendarPayload = {
  __typename?: 'DefineBusinessCalendarPayload';
  calendar: BusinessCalendar;
};

/** WrongState: another version is there than the one stated; `state` is `VERSION_n` or `NOT_DEFINED`. */
export type DefineBusinessCalendarResult = DefineBusinessCalendarPayload | IdempotencyConflict | InvalidInput | NotAllowed | WrongState;

/** The report of a delivery (A10). */
export type DeliveryReport = {
  __typename?: 'DeliveryReport';
  /** Goods went out before payment was reserved (B6). */
  beforeReservation: Scalars['Boolean']['output'];
  carrierName?: Maybe<Scalars['String']['output']>;
  deliveredOn: Scalars['Date']['output'];
  id: Scalars['ID']['output'];
  note?: Maybe<Scalars['String']['output']>;
  partial: Scalars['Boolean']['output'];
  reportedAt: Scalars['DateTime']['output'];
  reportedBy: Member;
};

/** One difference between the two sides' documents. */
export type Discrepancy = {
  __typename?: 'Discrepancy';
  /** As it was compared: in one unit, without trailing zeros, text folded. */
  buyerNormalised?: Maybe<Scalars['String']['output']>;
  /** As the document states it. Null when it says nothing about it. */
  buyerValue?: Maybe<Scalars['String']['output']>;
  /** The same for people: where and what, both values, and what follows from it. */
  message: Scalars['String']['output'];
  /** JSON pointer into the contract, lines by their number: `/lines/2/quantity`. */
  path: Scalars['String']['output'];
  /** What would resolve it. */
  remedy: Scalars['String']['output'];
  /**
   * The stable code of the rule, for programs to act on. The codes of this rule set are:
   * `orderReference`, `quotationReference`, `party.identifiers`, `party.noCommonIdentifier`, `party.supplement`, `currency`, `lines.absent`,
   * `line.unmatched`, `line.item`, `line.itemSupplement`, `line.substitute`, `line.property`, `line.quantity`, `line.quantityAbsent`, `line.price`,
   * `line.priceAbsent`, `line.amount`, `line.tax`, `line.allowances`, `line.charges`, `delivery`, `delivery.count`, `delivery.window`, `delivery.place`,
   * `delivery.quantity`, `deliveryTerms.incoterm`, `deliveryTerms.place`, `deliveryTerms.special`, `payment.dueDate`, `payment.conditions`,
   * `governingTerms.sha256`, `governingTerms.framework`, `governingTerms.conditions`, `allowances`, `charges`, `totals.lines`, `totals.allowances`, `totals.charges`,
   * `totals.taxExclusive`, `totals.taxInclusive`, `totals.tax`, `totals.prepaid`, `totals.rounding`, `totals.payable`, `totals.notPayable`,
   * `answer.refused`, `answer.receivedOnly`, `answer.unknownCode`, `answer.empty`, `answer.lineUnanswered`, `answer.lineNoStatus`,
   * `answer.changeNotStated`, `answer.lineAdded`, `answer.lineRefused`, `answer.lineDisputed`, `answer.lineUnknownCode`, `document.statesNoTerms`,
   * `conditions.payment`, `conditions.settlement`, `conditions.settlementAgentId`, `conditions.deliverBy`, `conditions.payBy`,
   * `conditions.timeZone`, `conditions.calendar`, `conditions.escalation`. Those of reports on goods are
   * `report.quantity`, `report.backorder`, `report.short`, `report.unit`, `report.orderReference`, `report.unmatched`.
   */
  rule: Scalars['String']['output'];
  sellerNormalised?: Maybe<Scalars['String']['output']>;
  sellerValue?: Maybe<Scalars['String']['output']>;
  /** The greatest difference that would have passed, with its unit. Null where the rule knows none. */
  tolerance?: Maybe<Scalars['String']['output']>;
  weight: DiscrepancyWeight;
};

/** How heavily a discrepancy weighs. The heaviest of a comparison is its verdict. */
export type DiscrepancyWeight =
  /** The terms differ: DIFFERENT. */
  | 'BLOCKING'
  /** Within the tolerance: EQUAL_WITHIN_TOLERANCE. */
  | 'MINOR'
  /** Something is not answered or not stated: UNDECIDED. */
  | 'OPEN'
  /** The other side says no: REFUSED. */
  | 'REFUSING'
  /** Only one side says it, and it takes nothing away: EQUAL. */
  | 'SUPPLEMENT';

export type EditCaseNoteInput = {
  idempotencyKey: Scalars['String']['input'];
  noteId: Scalars['ID']['input'];
  /** 1 to 4,000 characters. */
  text: Scalars['String']['input'];
};

export type EditCaseNotePayload = {
  __typename?: 'EditCaseNotePayload';
  note: CaseNote;
  thread: CaseThread;
};

export type EditCaseNoteResult = EditCaseNotePayload | IdempotencyConflict | InvalidInput | NotFound;

export type EditOutletInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  exceptions?: InputMaybe<Array<OpeningExceptionInput>>;
  idempotencyKey: Scalars['String']['input'];
  latitude?: InputMaybe<Scalars['Decimal']['input']>;
  longitude?: InputMaybe<Scalars['Decimal']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  openingHours?: InputMaybe<Array<OpeningHoursInput>>;
  outletId: Scalars['ID']['input'];
  reachMetres?: InputMaybe<Scalars['Int']['input']>;
  /** The revision that you looked at. */
  revision: Scalars['Int']['input'];
  serving?: InputMaybe<Scalars['Boolean']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type EditOutletPayload = {
  __typename?: 'EditOutletPayload';
  outlet: Outlet;
};

/** WrongState: another revision is there; `state` is `REVISION_n`. */
export type EditOutletResult = EditOutletPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

export type EndToleranceProfileResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ToleranceProfilePayload | WrongState;

/** What is done when a lateness reaches a step. Both members see it in their cases in any case; this says whom mail and webhooks tell. */
export type EscalationAction =
  /** Reminds who must act: the seller of a delivery, the buyer of a settlement. */
  | 'REMIND'
  /** Warns who must act. */
  | 'WARN'
  /** Warns buyer and seller. */
  | 'WARN_BOTH'
  /** Warns buyer, seller and the settlement agent in charge. */
  | 'WARN_BOTH_AND_AGENT';

/** A step of escalation: so many days after the due day this is done. */
export type EscalationStep = {
  __typename?: 'EscalationStep';
  action: EscalationAction;
  /** In the contract's time zone; in business days where its calendar counts those. 1 is the first day on which it is late. */
  afterDays: Scalars['Int']['output'];
};

/** A step of escalation: so many days after the due day this is done. */
export type EscalationStepInput = {
  action: EscalationAction;
  /** 1 to 366; more in each step than in the one before. */
  afterDays: Scalars['Int']['input'];
};

/** The hub's steps of escalation in one version. */
export type EscalationSteps = {
  __typename?: 'EscalationSteps';
  /** Every version there was, newest first. */
  history: EscalationStepsConnection;
  /** What the administrator gave as the reason. */
  reason: Scalars['String']['output'];
  setAt: Scalars['DateTime']['output'];
  steps: Array<EscalationStep>;
  /** Grows by one with each change. */
  version: Scalars['Int']['output'];
};


/** The hub's steps of escalation in one version. */
export type EscalationStepsHistoryArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

export type EscalationStepsConnection = {
  __typename?: 'EscalationStepsConnection';
  edges: Array<EscalationStepsEdge>;
  pageInfo: PageInfo;
};

export type EscalationStepsEdge = {
  __typename?: 'EscalationStepsEdge';
  cursor: Scalars['Cursor']['output'];
  node: EscalationSteps;
};

/** The reports of both sides, added up per line of the contract. */
export type GoodsComparison = {
  __typename?: 'GoodsComparison';
  /** Whether both sides say the same, and of lines and units that the contract has. */
  agree: Scalars['Boolean']['output'];
  /** Where they do not; its `buyerValue` is the receipt's, its `sellerValue` the despatch's. */
  discrepancies: Array<Discrepancy>;
  lines: Array<GoodsLine>;
};

/** A line of the contract with the sums of all reports, in one unit. */
export type GoodsLine = {
  __typename?: 'GoodsLine';
  backordered: Scalars['Decimal']['output'];
  delivered: Scalars['Decimal']['output'];
  line: Scalars['String']['output'];
  ordered: Scalars['Decimal']['output'];
  received: Scalars['Decimal']['output'];
  rejected: Scalars['Decimal']['output'];
  /** Ordered less received, never below 0. */
  short: Scalars['Decimal']['output'];
  unit?: Maybe<Scalars['String']['output']>;
};

/** A side's report on the goods: what was sent, or what was received (A10). */
export type GoodsReport = {
  __typename?: 'GoodsReport';
  /** The document's own number. */
  documentNumber: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind: GoodsReportKind;
  reportedAt: Scalars['DateTime']['output'];
  reportedBy: Member;
  /** SHA-256 of the document as it came, in hexadecimal. */
  sha256: Scalars['String']['output'];
};

/** The kinds of reports on goods. */
export type GoodsReportKind =
  /** The seller's: what was sent. */
  | 'DESPATCH_ADVICE'
  /** The buyer's: what was received. */
  | 'RECEIPT_ADVICE';

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

/** A purchase whose amount passes between merchant and payment institution alone (B16). The hub has its commitment. */
export type HiddenPurchase = {
  __typename?: 'HiddenPurchase';
  agreedAt: Scalars['DateTime']['output'];
  /**
   * SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of `amountMinor` (decimal text), `currency`, `purpose`
   * ("torihiki hidden purchase v1") and `salt` (32 random bytes in hexadecimal). Who has them proves by it what was committed.
   */
  commitment: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  institution: Member;
  /** What the institution reported, in the order of its happening. */
  reports: Array<HiddenPurchaseReport>;
};

/** A signed report of an institution. It has no amount. */
export type HiddenPurchaseReport = {
  __typename?: 'HiddenPurchaseReport';
  at: Scalars['DateTime']['output'];
  /** Ed25519, in base64. */
  signature: Scalars['String']['output'];
  step: HiddenPurchaseStep;
};

/** How far a hidden purchase has come at its institution. */
export type HiddenPurchaseStep =
  /** The reservation ended without payment. */
  | 'ENDED'
  | 'INSPECTED'
  /** The merchant has the money. */
  | 'PAID'
  | 'RESERVED';

/** The key by which an institution signs its reports to a hub, and the proof that it holds it. */
export type HubReportKey = {
  __typename?: 'HubReportKey';
  /** For `registerSigningKey` at the hub. */
  proof: Scalars['String']['output'];
  publicKey: Scalars['String']['output'];
};

/** The idempotency key was used before with another input. Take a new key for a new request. */
export type IdempotencyConflict = Refusal & {
  __typename?: 'IdempotencyConflict';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/** Hashes are base64. */
export type InclusionProof = {
  __typename?: 'InclusionProof';
  hashes: Array<Scalars['String']['output']>;
  leafIndex: Scalars['Int']['output'];
  treeSize: Scalars['Int']['output'];
};

/** Rules of Incoterms 2020. */
export type Incoterm =
  | 'CFR'
  | 'CIF'
  | 'CIP'
  | 'CPT'
  | 'DAP'
  | 'DDP'
  | 'DPU'
  | 'EXW'
  | 'FAS'
  | 'FCA'
  | 'FOB';

/** One fault of an input. */
export type InputFault = {
  __typename?: 'InputFault';
  message: Scalars['String']['output'];
  /** The path of the field within `input`, such as `lines.0.quantity`. */
  path: Scalars['String']['output'];
};

/** Fields of the input do not hold what they should. Every fault is listed at once. */
export type InvalidInput = Refusal & {
  __typename?: 'InvalidInput';
  code: Scalars['String']['output'];
  faults: Array<InputFault>;
  message: Scalars['String']['output'];
};

/** An item by a number of a scheme: GTIN, SELLER, BUYER, MANUFACTURER, or as documents name it. */
export type ItemIdentifier = {
  __typename?: 'ItemIdentifier';
  scheme: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type ItemIdentifierInput = {
  scheme: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

/**
 * A late delivery or settlement, found by the delay scan when the due day was over, and again at each step of its escalation (A12).
 * When nobody looked for long only the highest step that was reached is found; those passed over leave no record.
 */
export type Lateness = {
  __typename?: 'Lateness';
  /** What the step does. */
  action: EscalationAction;
  /** The code of the contract that is late. */
  contractCode: Scalars['String']['output'];
  /** The day that the contract states. */
  dueOn: Scalars['Date']['output'];
  /** The last day in time: the due day, or the business day to which it moved by the calendar. */
  fallsOn: Scalars['Date']['output'];
  foundAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  kind: LatenessKind;
  /** The number of the step, from 1. */
  level: Scalars['Int']['output'];
  /** Which of the contract's deliveries is late, from 1. 1 for a settlement. */
  part: Scalars['Int']['output'];
  /** When it was delivered or settled. Null while it is open. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its thread. Null for a settlement agent, who is no party to it. */
  thread?: Maybe<CaseThread>;
  /** Who was warned of this step. */
  warned: Array<Member>;
};

export type LatenessConnection = {
  __typename?: 'LatenessConnection';
  edges: Array<LatenessEdge>;
  pageInfo: PageInfo;
};

export type LatenessEdge = {
  __typename?: 'LatenessEdge';
  cursor: Scalars['Cursor']['output'];
  node: Lateness;
};

/** Narrows a list of latenesses: all that is given must hold. */
export type LatenessFilter = {
  kind?: InputMaybe<LatenessKind>;
  /** True: those that were delivered or settled since. False: those that are open. */
  resolved?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What is late. */
export type LatenessKind =
  | 'DELIVERY'
  | 'SETTLEMENT';

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

export type LinkHubPurchaseInput = {
  idempotencyKey: Scalars['String']['input'];
  /** `HiddenPurchase.id` at the hub. */
  purchaseId: Scalars['ID']['input'];
  /** 32 random bytes in hexadecimal, the same as at the hub. */
  salt: Scalars['String']['input'];
  threadId: Scalars['ID']['input'];
};

export type LinkHubPurchasePayload = {
  __typename?: 'LinkHubPurchasePayload';
  /** What this institution's amount and the salt come to: compare it with the hub's. */
  commitment: Scalars['String']['output'];
};

export type LinkHubPurchaseResult = IdempotencyConflict | InvalidInput | LinkHubPurchasePayload | NotAllowed | NotFound | WrongState;

/** An entry of the transparency log (RFC 6962). */
export type LogEntry = {
  __typename?: 'LogEntry';
  at: Scalars['DateTime']['output'];
  /** Proof that this entry is in the log of `inclusionProof.treeSize` entries. */
  inclusionProof: InclusionProof;
  kind: LogEntryKind;
  leafHash: Scalars['String']['output'];
  leafIndex: Scalars['Int']['output'];
};

/** What an entry of the transparency log records. */
export type LogEntryKind =
  | 'CONTRACT_CANCELLED'
  | 'CONTRACT_NOTARIZED'
  | 'DELIVERY_REPORTED'
  | 'GOODS_REPORTED'
  | 'SETTLEMENT_REPORTED';

/** A public key of the transparency log and what it signs. */
export type LogPublicKey = {
  __typename?: 'LogPublicKey';
  /** When it came into use. Null before the first entry. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** JWK thumbprint (RFC 7638), SHA-256 in base64url. */
  fingerprint: Scalars['String']['output'];
  /** The first size of the tree that it signs. */
  fromSize: Scalars['Int']['output'];
  /** Counts the keys of the log, from 1. */
  generation: Scalars['Int']['output'];
  /** A JSON Web Key (RFC 8037): Ed25519. */
  publicKey: Scalars['String']['output'];
  /** The last size of the tree that it signed. Null for the present key. */
  toSize?: Maybe<Scalars['Int']['output']>;
  /** The statement, signed by the key before, that this one follows it: a C2SP signed note. Null for the first. */
  voucher?: Maybe<Scalars['String']['output']>;
};

export type MarkCaseReadInput = {
  threadId: Scalars['ID']['input'];
  view: CaseViewSide;
};

export type MarkCaseReadPayload = {
  __typename?: 'MarkCaseReadPayload';
  thread: CaseThread;
};

export type MarkCaseReadResult = MarkCaseReadPayload | NotFound;

export type Member = {
  __typename?: 'Member';
  id: Scalars['ID']['output'];
  /** The keys by which the member signs contract documents, revoked ones too. Null unless it is you, or you share a case. */
  signingKeys?: Maybe<Array<SigningKey>>;
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
  /** Accept tolerances that another member proposed to you (A5). They hold for documents that both of you submit from then on. */
  acceptToleranceProfile: AcceptToleranceProfileResult;
  /** Write a note on a thread that your side alone sees (A14, A15). 200 a thread at most. */
  addCaseNote: AddCaseNoteResult;
  /**
   * Cancel a contract before anything was delivered. It takes both sides: the first call proposes it, the other side's call agrees; only
   * then the contract is cancelled, which goes on its record, and what is held for it is given back.
   */
  cancelContract: CancelContractResult;
  /**
   * Cancel an order that you sent, by its code (C9): at once before its contract stands, whatever its payment is at; then, while nothing was delivered, at once too where its shop's terms say so, else the other
   * side has to agree. Money and goods go back.
   */
  cancelOrder: CancelOrderResult;
  /**
   * Commit to an amount that the hub does not learn (B16), to be paid at a payment institution. When the other side commits to the same, the thread is CONTRACTED;
   * the institution reports how it goes on. Instead of an order and a contract here.
   */
  commitToHiddenPurchase: CommitToHiddenPurchaseResult;
  /** As its partner, decline a case: before an order, or after your response to it. An order is declined by `respondToOrder`. */
  declineCase: DeclineCaseResult;
  /**
   * As the seller, decline an order for the outlet that has it (B20): its stock is given back, and the order goes to the next nearest that can serve it,
   * or waits. This outlet does not get it again. To decline the order itself use `respondToOrder`.
   */
  declineRoute: DeclineRouteResult;
  /**
   * Define a business calendar, or put a further version of one on record (A12): everything of it is stated anew, with the `version` that was
   * looked at. The newest version counts from then on for whatever is still open. For administrators.
   */
  defineBusinessCalendar: DefineBusinessCalendarResult;
  /** Put another text in the place of a note of yours. */
  editCaseNote: EditCaseNoteResult;
  /**
   * Edit an outlet of your own (B20). What is given is stated anew; the state before stays on record. Orders that it has stay where they are; those that
   * wait are looked at again.
   */
  editOutlet: EditOutletResult;
  /** End tolerances, or a proposal of them, for both sides (A5). What is notarized stays as it is. */
  endToleranceProfile: EndToleranceProfileResult;
  /** At an institution: say which purchase at the hub a thread's contract is, so that the hub is sent reports. For either party (B16). */
  linkHubPurchase: LinkHubPurchaseResult;
  /** Mark a thread as read up to now, in your own view (A14). */
  markCaseRead: MarkCaseReadResult;
  /**
   * Order at a shop by its quote (C1). Answers with the order code and what happens next at once, whatever becomes of the payment (C2). When the payment is reserved the hub accepts the order by the shop's standing
   * instruction and submits both sides' document, made of the quote: the contract of sale stands. When it is refused the order is not concluded: pay by another method with `reservePayment` within 24
   * hours, else it ends and the goods go back.
   */
  placeOrder: PlaceOrderResult;
  /**
   * Propose tolerances to another member (A5): what may differ between your documents and still be substantially equal. Nothing changes until
   * the other accepts. Each proposal is a new version of what the two of you agreed before; no version is ever changed.
   */
  proposeToleranceProfile: ProposeToleranceProfileResult;
  /** Have a view built anew from the record of events, beside live traffic (A16). A worker does it: follow its progress. For administrators. */
  rebuildCaseView: RebuildCaseViewResult;
  /** As a partner, refer to a case: say that you have taken it up (A13). */
  referToCase: ReferToCaseResult;
  /** Register a case and name its partner or partners: each gets a thread of its own (A13). */
  registerCase: RegisterCaseResult;
  /**
   * Register an outlet of yours (B20). From the first on, orders to you are routed to the nearest outlet that can serve them, by `deliverTo` of the order.
   * For sellers, at most 200.
   */
  registerOutlet: RegisterOutletResult;
  /** Register an Ed25519 public key by which you sign contract documents (A5). Your counterparts see it. */
  registerSigningKey: RegisterSigningKeyResult;
  /** Remove a note of yours for good. */
  removeCaseNote: RemoveCaseNoteResult;
  /** As the partner, report a delivery; it is appended to the contract's notarized record (A10). */
  reportDelivery: ReportDeliveryResult;
  /**
   * Report on the goods (A10): as the partner a DespatchAdvice, as the source a ReceiptAdvice, of UBL 2. All reports are added up and held against
   * the contract and against each other. Changes no status.
   */
  reportGoods: ReportGoodsResult;
  /** Report how a hidden purchase goes on, signed, without its amount. For its payment institution (B16). */
  reportHiddenPurchase: ReportHiddenPurchaseResult;
  /** As the partner, answer the order: accept, accept with changes, or decline (A4). */
  respondToOrder: RespondToOrderResult;
  /** Revoke a signing key of yours (A5): nothing is signed by it from then on. What was signed before stays valid. */
  revokeSigningKey: RevokeSigningKeyResult;
  /** Give the transparency log a new signing key, vouched for by the old one (A5). For administrators. */
  rotateLogKey: RotateLogKeyResult;
  /** As the source, send an order specification to the partner (A3). Answers with the order code at once (C2). */
  sendOrder: SendOrderResult;
  /**
   * Set the hub's steps of escalation (A12), with the `version` that was looked at. They count for contracts that are notarized from then on;
   * those that stand keep the steps under which they were concluded. For administrators.
   */
  setEscalationSteps: SetEscalationStepsResult;
  /** State what an outlet of yours has of items from now on, what orders took not counted (B20). Orders that wait are looked at again. */
  setOutletStock: SetOutletStockResult;
  /** Submit your side's contract document; when both sides' are substantially equal the contract is notarized (A5). */
  submitContract: SubmitContractResult;
  /** As its source, withdraw a case from a partner before a contract is concluded. */
  withdrawCase: WithdrawCaseResult;
};


export type MutationAcceptToleranceProfileArgs = {
  input: ToleranceProfileInput;
};


export type MutationAddCaseNoteArgs = {
  input: AddCaseNoteInput;
};


export type MutationCancelContractArgs = {
  input: CancelContractInput;
};


export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


export type MutationCommitToHiddenPurchaseArgs = {
  input: CommitToHiddenPurchaseInput;
};


export type MutationDeclineCaseArgs = {
  input: DeclineCaseInput;
};


export type MutationDeclineRouteArgs = {
  input: DeclineRouteInput;
};


export type MutationDefineBusinessCalendarArgs = {
  input: DefineBusinessCalendarInput;
};


export type MutationEditCaseNoteArgs = {
  input: EditCaseNoteInput;
};


export type MutationEditOutletArgs = {
  input: EditOutletInput;
};


export type MutationEndToleranceProfileArgs = {
  input: ToleranceProfileInput;
};


export type MutationLinkHubPurchaseArgs = {
  input: LinkHubPurchaseInput;
};


export type MutationMarkCaseReadArgs = {
  input: MarkCaseReadInput;
};


export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


export type MutationProposeToleranceProfileArgs = {
  input: ProposeToleranceProfileInput;
};


export type MutationRebuildCaseViewArgs = {
  input: RebuildCaseViewInput;
};


export type MutationReferToCaseArgs = {
  input: ReferToCaseInput;
};


export type MutationRegisterCaseArgs = {
  input: RegisterCaseInput;
};


export type MutationRegisterOutletArgs = {
  input: RegisterOutletInput;
};


export type MutationRegisterSigningKeyArgs = {
  input: RegisterSigningKeyInput;
};


export type MutationRemoveCaseNoteArgs = {
  input: RemoveCaseNoteInput;
};


export type MutationReportDeliveryArgs = {
  input: ReportDeliveryInput;
};


export type MutationReportGoodsArgs = {
  input: ReportGoodsInput;
};


export type MutationReportHiddenPurchaseArgs = {
  input: ReportHiddenPurchaseInput;
};


export type MutationRespondToOrderArgs = {
  input: RespondToOrderInput;
};


export type MutationRevokeSigningKeyArgs = {
  input: RevokeSigningKeyInput;
};


export type MutationRotateLogKeyArgs = {
  input: RotateLogKeyInput;
};


export type MutationSendOrderArgs = {
  input: SendOrderInput;
};


export type MutationSetEscalationStepsArgs = {
  input: SetEscalationStepsInput;
};


export type MutationSetOutletStockArgs = {
  input: SetOutletStockInput;
};


export type MutationSubmitContractArgs = {
  input: SubmitContractInput;
};


export type MutationWithdrawCaseArgs = {
  input: WithdrawCaseInput;
};

/** What happens next with an order at a shop, or what its customer can do. */
export type NextStep =
  /** A guest who has lost its session signs in with `logInByOrder`. */
  | 'ASK_BY_CODE_AND_MAIL'
  /** The customer may cancel it alone with `cancelOrder`. */
  | 'CANCEL_BY_CODE'
  /** The amount exceeds the card's ceiling: the customer says with `consentToReferral`, or by the link in its mail, whether the shop may seek the card company's approval (C7). */
  | 'CONSENT_TO_REFERRAL'
  /** The contract of sale stands; the shop delivers. */
  | 'GOODS_ARE_SENT'
  /** Check what came, and confirm it with `confirmInspection`; then it is paid. */
  | 'INSPECT_WHAT_CAME'
  /** It was not concluded: `refillCart` puts the same into the cart again. */
  | 'ORDER_AGAIN'
  /** The payment is being checked; when it is approved the contract of sale stands. */
  | 'PAYMENT_IS_CHECKED'
  /** No payment is reserved: pay with `reservePayment`, by another method. */
  | 'PAY_OTHERWISE'
  /** The result is told by mail. */
  | 'TOLD_BY_MAIL';

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

/** A day on which an outlet has other hours. */
export type OpeningException = {
  __typename?: 'OpeningException';
  day: Scalars['Date']['output'];
  /** Empty: closed all day. */
  hours: Array<OpeningSpan>;
};

/** Other hours on a day; none: closed all day. */
export type OpeningExceptionInput = {
  day: Scalars['Date']['input'];
  hours: Array<OpeningSpanInput>;
};

/** When an outlet is open on a day of the week. */
export type OpeningHours = {
  __typename?: 'OpeningHours';
  /** Such as `09:00`. */
  from: Scalars['String']['output'];
  /** Such as `18:30`; `24:00` is midnight at the end of the day. */
  to: Scalars['String']['output'];
  weekday: Weekday;
};

/** When an outlet is open on a day of the week. Open over midnight: state two. */
export type OpeningHoursInput = {
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
  weekday: Weekday;
};

/** From a time of the day until before another. */
export type OpeningSpan = {
  __typename?: 'OpeningSpan';
  from: Scalars['String']['output'];
  to: Scalars['String']['output'];
};

/** From a time of the day until before another, such as `09:00` and `18:30`. */
export type OpeningSpanInput = {
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
};

export type Opportunity = {
  __typename?: 'Opportunity';
  id: Scalars['ID']['output'];
};

/** An order specification (A3). */
export type Order = {
  __typename?: 'Order';
  /** Not after this day. */
  deliverBy?: Maybe<Scalars['Date']['output']>;
  /** Not before this day. */
  deliverFrom?: Maybe<Scalars['Date']['output']>;
  /** The guarantee that stands for the payment, as the order quoted it (B10). Query.guarantee verifies it. */
  guaranteeNumber?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  lines: Array<OrderLine>;
  note?: Maybe<Scalars['String']['output']>;
  /** Such as `ORD-7K3M-Q2X9-T`, with a check character. */
  orderCode: Scalars['String']['output'];
  /** The order that took the place of this one. Null: this one stands. */
  replacedBy?: Maybe<Order>;
  /** The order before this one. Null: this is the first. */
  replaces?: Maybe<Order>;
  /** The newest answer. Null: it waits for one. */
  response?: Maybe<OrderResponse>;
  /** Every version of the answer, oldest first. */
  responses: Array<OrderResponse>;
  /** Which outlet of the seller serves it (B20). Null: the seller has none, or had none when it came. */
  routing?: Maybe<OrderRouting>;
  sentAt: Scalars['DateTime']['output'];
  /** Of an order at a shop (C1): how it stands. Null of others. */
  shopOrder?: Maybe<ShopOrder>;
  terms?: Maybe<OrderTerms>;
  thread: CaseThread;
  total: Money;
  /** Counts the orders of the thread from 1. Each further one takes the place of the one before; none is ever changed. */
  version: Scalars['Int']['output'];
};

/** A line of an order as it was sent, with its amount in the order's currency. */
export type OrderLine = {
  __typename?: 'OrderLine';
  amount: Money;
  /** This line not after this day; else as the order. */
  deliverBy?: Maybe<Scalars['Date']['output']>;
  /** This line not before this day; else as the order. */
  deliverFrom?: Maybe<Scalars['Date']['output']>;
  description: Scalars['String']['output'];
  /** Global Trade Item Number, with its check digit. */
  gtin?: Maybe<Scalars['String']['output']>;
  quantity: Scalars['Decimal']['output'];
  /** The seller's own number of the item. */
  sellerItemId?: Maybe<Scalars['String']['output']>;
  /** UN/ECE Recommendation 20, such as `C62` (pieces) or `KGM`. */
  unit: Scalars['String']['output'];
  unitPrice: Money;
};

/** A line of an order. Its amount is quantity times unit price. */
export type OrderLineInput = {
  deliverBy?: InputMaybe<Scalars['Date']['input']>;
  deliverFrom?: InputMaybe<Scalars['Date']['input']>;
  description: Scalars['String']['input'];
  /** 8, 12, 13 or 14 digits; the last must be their check digit. */
  gtin?: InputMaybe<Scalars['String']['input']>;
  quantity: Scalars['Decimal']['input'];
  sellerItemId?: InputMaybe<Scalars['String']['input']>;
  unit?: Scalars['String']['input'];
  /** Per unit, with as many decimals as needed; the line is rounded half-up to the currency's digits. */
  unitPrice: Scalars['Decimal']['input'];
};

/** An order reception specification (A4). */
export type OrderResponse = {
  __typename?: 'OrderResponse';
  deliverBy?: Maybe<Scalars['Date']['output']>;
  deliverFrom?: Maybe<Scalars['Date']['output']>;
  kind: OrderResponseKind;
  /** The lines as the seller would have them, with ACCEPTED_WITH_CHANGES. */
  lines?: Maybe<Array<OrderLine>>;
  note?: Maybe<Scalars['String']['output']>;
  respondedAt: Scalars['DateTime']['output'];
  /** Other terms than those ordered, with ACCEPTED_WITH_CHANGES. */
  terms?: Maybe<OrderTerms>;
  total?: Maybe<Money>;
  /** Counts the versions of the answer from 1. */
  version: Scalars['Int']['output'];
};

/** How the partner answered an order. */
export type OrderResponseKind =
  | 'ACCEPTED'
  | 'ACCEPTED_WITH_CHANGES'
  | 'DECLINED';

/** How an order stands to the outlets of its seller (B20). */
export type OrderRouting = {
  __typename?: 'OrderRouting';
  /** Every decision with its reasons, oldest first. Null but for the seller. */
  decisions?: Maybe<Array<RouteDecision>>;
  /** How far the outlet is from where it goes, in metres along the great circle. */
  distanceMetres?: Maybe<Scalars['Int']['output']>;
  /** When it is looked at again, at the latest. Null unless it waits, when nobody said where it goes, and but for the seller. */
  nextTryAt?: Maybe<Scalars['DateTime']['output']>;
  order: Order;
  /** The outlet that serves it. Null while it waits. */
  servedBy?: Maybe<ServingOutlet>;
  /** Since when it stands so. */
  since: Scalars['DateTime']['output'];
  status: RoutingStatus;
};

export type OrderRoutingConnection = {
  __typename?: 'OrderRoutingConnection';
  edges: Array<OrderRoutingEdge>;
  pageInfo: PageInfo;
};

export type OrderRoutingEdge = {
  __typename?: 'OrderRoutingEdge';
  cursor: Scalars['Cursor']['output'];
  node: OrderRouting;
};

/** Terms of an order, or of an answer to it. What is null is left to the contract's documents. */
export type OrderTerms = {
  __typename?: 'OrderTerms';
  deliveryPlace?: Maybe<Scalars['String']['output']>;
  deliveryTerms?: Maybe<Incoterm>;
  /** SHA-256 of the text that governs the contract, as 64 hexadecimal digits. */
  governingTermsSha256?: Maybe<Scalars['String']['output']>;
  other?: Maybe<Scalars['String']['output']>;
  /** Days from the invoice. */
  paymentDays?: Maybe<Scalars['Int']['output']>;
};

export type OrderTermsInput = {
  deliveryPlace?: InputMaybe<Scalars['String']['input']>;
  deliveryTerms?: InputMaybe<Incoterm>;
  governingTermsSha256?: InputMaybe<Scalars['String']['input']>;
  /** 2,000 characters at most. */
  other?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 3,650. */
  paymentDays?: InputMaybe<Scalars['Int']['input']>;
};

/** An outlet of a seller (B20). Its seller alone sees it; customers see `ServingOutlet`. */
export type Outlet = {
  __typename?: 'Outlet';
  address: Scalars['String']['output'];
  /** When it was last edited. Null when it is as it was registered. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Days on which other hours hold. */
  exceptions: Array<OpeningException>;
  id: Scalars['ID']['output'];
  /** Degrees, WGS 84. */
  latitude: Scalars['Decimal']['output'];
  longitude: Scalars['Decimal']['output'];
  name: Scalars['String']['output'];
  openingHours: Array<OpeningHours>;
  /** How far it serves, in metres. */
  reachMetres: Scalars['Int']['output'];
  registeredAt: Scalars['DateTime']['output'];
  /** Grows by one with each edit; an edit names the one it starts from. */
  revision: Scalars['Int']['output'];
  /** All its states on record, newest first. */
  revisions: OutletRevisionConnection;
  /** Whether it takes orders at all. */
  serving: Scalars['Boolean']['output'];
  /** What it has, by item number. */
  stock: OutletStockConnection;
  /** What changed its stock, newest first. */
  stockChanges: StockChangeConnection;
  /** A name of the IANA time zone database: hours are by its clocks. */
  timeZone: Scalars['String']['output'];
};


/** An outlet of a seller (B20). Its seller alone sees it; customers see `ServingOutlet`. */
export type OutletRevisionsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** An outlet of a seller (B20). Its seller alone sees it; customers see `ServingOutlet`. */
export type OutletStockArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** An outlet of a seller (B20). Its seller alone sees it; customers see `ServingOutlet`. */
export type OutletStockChangesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

export type OutletConnection = {
  __typename?: 'OutletConnection';
  edges: Array<OutletEdge>;
  pageInfo: PageInfo;
};

export type OutletEdge = {
  __typename?: 'OutletEdge';
  cursor: Scalars['Cursor']['output'];
  node: Outlet;
};

/** A state of an outlet as it stood from an instant on. */
export type OutletRevision = {
  __typename?: 'OutletRevision';
  address: Scalars['String']['output'];
  /** Since when it was so. */
  at: Scalars['DateTime']['output'];
  exceptions: Array<OpeningException>;
  latitude: Scalars['Decimal']['output'];
  longitude: Scalars['Decimal']['output'];
  name: Scalars['String']['output'];
  openingHours: Array<OpeningHours>;
  reachMetres: Scalars['Int']['output'];
  revision: Scalars['Int']['output'];
  serving: Scalars['Boolean']['output'];
  timeZone: Scalars['String']['output'];
};

export type OutletRevisionConnection = {
  __typename?: 'OutletRevisionConnection';
  edges: Array<OutletRevisionEdge>;
  pageInfo: PageInfo;
};

export type OutletRevisionEdge = {
  __typename?: 'OutletRevisionEdge';
  cursor: Scalars['Cursor']['output'];
  node: OutletRevision;
};

/** What an outlet has of an item. */
export type OutletStock = {
  __typename?: 'OutletStock';
  /** The seller's number of the item, or its GTIN, as lines of orders name it. */
  item: Scalars['String']['output'];
  quantity: Scalars['Decimal']['output'];
  unit: Scalars['String']['output'];
};

export type OutletStockConnection = {
  __typename?: 'OutletStockConnection';
  edges: Array<OutletStockEdge>;
  pageInfo: PageInfo;
};

export type OutletStockEdge = {
  __typename?: 'OutletStockEdge';
  cursor: Scalars['Cursor']['output'];
  node: OutletStock;
};

/** What there is of an item. */
export type OutletStockInput = {
  /** The seller's number of the item, or its GTIN, as lines of orders name it. */
  item: Scalars['String']['input'];
  /** At most 6 decimals. */
  quantity: Scalars['Decimal']['input'];
  /** UN/ECE Recommendation 20, as lines of orders have it. */
  unit: Scalars['String']['input'];
};

/** Where a page stands in its list (Relay cursor connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['Cursor']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** How the contract is to be paid. */
export type PaymentArrangement =
  /** Without a reservation: the buyer owes the seller when the goods are inspected. */
  | 'ON_ACCOUNT'
  /** A payment is reserved and captured on inspection (B3). */
  | 'RESERVED';

/** A place on the earth (WGS 84), in degrees with at most 7 decimals. */
export type PlaceInput = {
  latitude: Scalars['Decimal']['input'];
  longitude: Scalars['Decimal']['input'];
};

export type PlaceOrderInput = {
  /** Where the goods go: name and address, at most 200 characters. Of a person or guest it is sealed, and destroyed with it. */
  deliverTo?: InputMaybe<Scalars['String']['input']>;
  /** The guarantee that stands for the payment (B10), with a method of the kind COUNTER. */
  guaranteeNumber?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  /** In which language the answer is worded (`en`, `ja`, `de`, `fr`). Left out: yours. */
  language?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  /** By which it is paid. Left out: on account, where the shop's terms let you. */
  paymentMethodId?: InputMaybe<Scalars['ID']['input']>;
  /** `signed` of the quote. */
  quote: Scalars['String']['input'];
};

export type PlaceOrderPayload = {
  __typename?: 'PlaceOrderPayload';
  /** What happens next. */
  next: Array<NextStep>;
  order: Order;
  /** By which it is inquired and cancelled. */
  orderCode: Scalars['String']['output'];
  /** The same in words. */
  text: Scalars['String']['output'];
};

/** WrongState: the quote is over or used, or the shop does not take part any more. NotAllowed: a level of the shop's, or the API key. */
export type PlaceOrderResult = GuestLimit | IdempotencyConflict | InvalidInput | LevelExceeded | NotAllowed | NotFound | PlaceOrderPayload | SettlementAgentMissing | WrongState;

export type ProposeToleranceProfileInput = {
  /** The member with whom you want to agree. */
  counterpartId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** What the two of you call it: 1 to 100 characters. */
  name: Scalars['String']['input'];
  rules: ToleranceRulesInput;
};

export type ProposeToleranceProfileResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ToleranceProfilePayload | WrongState;

/** How far two quantities may be apart. */
export type QuantityTolerance = {
  __typename?: 'QuantityTolerance';
  /** In `unit`; it applies to quantities that can be converted into it. */
  absolute?: Maybe<Scalars['Decimal']['output']>;
  /** Parts per million of the greater one: 20000 is 2 %. */
  ppm?: Maybe<Scalars['Int']['output']>;
  unit?: Maybe<Scalars['String']['output']>;
};

/** The wider of the two counts. */
export type QuantityToleranceInput = {
  absolute?: InputMaybe<Scalars['Decimal']['input']>;
  /** 0 to 500000. */
  ppm?: InputMaybe<Scalars['Int']['input']>;
  /** Needed with `absolute`. */
  unit?: InputMaybe<Scalars['String']['input']>;
};

export type Query = {
  __typename?: 'Query';
  /** The business calendars there are, in their newest versions, by code (A12). A contract names one in its conditions. */
  businessCalendars: Array<BusinessCalendar>;
  /** A case by its id or its code. Null when there is none that you are a party to. */
  case?: Maybe<Case>;
  /** One partner's thread of a case. Null when there is none that you are a party to. */
  caseThread?: Maybe<CaseThread>;
  /** A rebuild of a view, with its progress (A16). For administrators. */
  caseViewRebuild?: Maybe<CaseViewRebuild>;
  /** Rebuilds of views, newest first (A16). For administrators. */
  caseViewRebuilds: CaseViewRebuildConnection;
  /** The newest signed statement of the transparency log. Public. */
  checkpoint?: Maybe<Checkpoint>;
  /** Proof that the log of `toSize` entries extends the log of `fromSize` entries (RFC 6962). Public. */
  consistencyProof?: Maybe<Array<Scalars['String']['output']>>;
  /** A notarized contract by its id or code. Null when there is none that you are a party to. */
  contract?: Maybe<Contract>;
  /** The hub's steps of escalation as they are now: those of every contract that is notarized from now on and states none itself (A12). */
  escalationSteps: EscalationSteps;
  /** At an institution: its key for reports to a hub where it is this member, for `registerSigningKey` there (B16). For administrators. */
  hubReportKey: HubReportKey;
  /** The public key by which checkpoints are signed at present, as a JSON Web Key. Public. */
  logPublicKey: Scalars['String']['output'];
  /**
   * All public keys of the log, the first first, each with the sizes of the tree that it signs. Public. Save the answer as a file and give it to
   * `npm run verify -- <certificate> --key <file>`: certificates of all times are verified by it.
   */
  logPublicKeys: Array<LogPublicKey>;
  /** An order by its id or its order code (C9). Null when there is none that you are a party to. */
  order?: Maybe<Order>;
};


export type QueryCaseArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryCaseThreadArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCaseViewRebuildArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCaseViewRebuildsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryConsistencyProofArgs = {
  fromSize: Scalars['Int']['input'];
  toSize: Scalars['Int']['input'];
};


export type QueryContractArgs = {
  contractCode?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryHubReportKeyArgs = {
  memberId: Scalars['ID']['input'];
};


export type QueryOrderArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  orderCode?: InputMaybe<Scalars['String']['input']>;
};

export type RebuildCaseViewInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Only this member's view; all members' when left out. */
  memberId?: InputMaybe<Scalars['ID']['input']>;
  view: CaseViewSide;
};

export type RebuildCaseViewPayload = {
  __typename?: 'RebuildCaseViewPayload';
  rebuild: CaseViewRebuild;
};

export type RebuildCaseViewResult = IdempotencyConflict | InvalidInput | NotAllowed | RebuildCaseViewPayload;

export type ReferToCaseInput = {
  idempotencyKey: Scalars['String']['input'];
  threadId: Scalars['ID']['input'];
};

export type ReferToCasePayload = {
  __typename?: 'ReferToCasePayload';
  thread: CaseThread;
};

export type ReferToCaseResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReferToCasePayload | WrongState;

/** Why a request was not carried out. Nothing has changed when you get one. */
export type Refusal = {
  /** A stable code for programs; the manual of refusals lists each with its remedy. */
  code: Scalars['String']['output'];
  /** One sentence for people: what is wrong and what to do. */
  message: Scalars['String']['output'];
};

export type RegisterCaseInput = {
  budget?: InputMaybe<MoneyInput>;
  description: Scalars['String']['input'];
  /** A thread that has no contract by then ends as EXPIRED. Two years ahead at most. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  idempotencyKey: Scalars['String']['input'];
  opportunityId?: InputMaybe<Scalars['ID']['input']>;
  /** The members asked: 1 to 50, each once, not yourself. */
  partnerIds: Array<Scalars['ID']['input']>;
  title: Scalars['String']['input'];
};

export type RegisterCasePayload = {
  __typename?: 'RegisterCasePayload';
  case: Case;
};

export type RegisterCaseResult = IdempotencyConflict | InvalidInput | LevelExceeded | NotAllowed | NotFound | RegisterCasePayload;

export type RegisterOutletInput = {
  address: Scalars['String']['input'];
  exceptions?: InputMaybe<Array<OpeningExceptionInput>>;
  idempotencyKey: Scalars['String']['input'];
  latitude: Scalars['Decimal']['input'];
  longitude: Scalars['Decimal']['input'];
  name: Scalars['String']['input'];
  openingHours: Array<OpeningHoursInput>;
  reachMetres: Scalars['Int']['input'];
  /** Left out: it takes orders at once. */
  serving?: InputMaybe<Scalars['Boolean']['input']>;
  timeZone: Scalars['String']['input'];
};

export type RegisterOutletPayload = {
  __typename?: 'RegisterOutletPayload';
  outlet: Outlet;
};

export type RegisterOutletResult = IdempotencyConflict | InvalidInput | NotAllowed | RegisterOutletPayload;

export type RegisterSigningKeyInput = {
  idempotencyKey: Scalars['String']['input'];
  /** So that you know it again: 1 to 100 characters. */
  name: Scalars['String']['input'];
  /**
   * That you hold the key: a signature by it, 64 bytes in base64, over three lines in UTF-8, each ended by a line feed: `torihiki signing key v1`,
   * your member id, and the 32 bytes of the public key in base64url without padding.
   */
  proof: Scalars['String']['input'];
  /** An Ed25519 public key: its 32 bytes in base64 or base64url, or a JSON Web Key. */
  publicKey: Scalars['String']['input'];
};

export type RegisterSigningKeyResult = IdempotencyConflict | InvalidInput | NotAllowed | SignatureRefused | SigningKeyPayload | WrongState;

export type RemoveCaseNoteInput = {
  idempotencyKey: Scalars['String']['input'];
  noteId: Scalars['ID']['input'];
};

export type RemoveCaseNotePayload = {
  __typename?: 'RemoveCaseNotePayload';
  thread: CaseThread;
};

export type RemoveCaseNoteResult = IdempotencyConflict | InvalidInput | NotFound | RemoveCaseNotePayload;

export type ReportDeliveryInput = {
  carrierName?: InputMaybe<Scalars['String']['input']>;
  /**
   * With `partial`: the numbers of the contract's deliveries (`Contract.deliveries`) that are complete with this report, and so late no more.
   * Naming all that are open makes it a report of the whole. Left out, nothing is complete yet; without `partial` everything is.
   */
  completes?: Array<Scalars['Int']['input']>;
  deliveredOn: Scalars['Date']['input'];
  idempotencyKey: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  /** Only a part was delivered; more will follow. */
  partial?: Scalars['Boolean']['input'];
  threadId: Scalars['ID']['input'];
};

export type ReportDeliveryPayload = {
  __typename?: 'ReportDeliveryPayload';
  report: DeliveryReport;
  thread: CaseThread;
};

export type ReportDeliveryResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReportDeliveryPayload | WrongState;

export type ReportGoodsInput = {
  /** The document, XML of UBL 2; the request itself is limited to 100 KB. */
  document: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  threadId: Scalars['ID']['input'];
};

export type ReportGoodsPayload = {
  __typename?: 'ReportGoodsPayload';
  report: GoodsReport;
  thread: CaseThread;
};

export type ReportGoodsResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReportGoodsPayload | UnreadableDocument | WrongState;

export type ReportHiddenPurchaseInput = {
  at: Scalars['String']['input'];
  /** That of the amount in the institution's book. */
  commitment: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  purchaseId: Scalars['ID']['input'];
  reportId: Scalars['ID']['input'];
  /**
   * Ed25519, in base64, by a key of `registerSigningKey`, over the lines "torihiki hidden purchase report v1", purchaseId, reportId, step,
   * at and commitment, each ended by a line feed.
   */
  signature: Scalars['String']['input'];
  step: HiddenPurchaseStep;
};

export type ReportHiddenPurchasePayload = {
  __typename?: 'ReportHiddenPurchasePayload';
  purchaseId: Scalars['ID']['output'];
};

export type ReportHiddenPurchaseResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReportHiddenPurchasePayload | SignatureRefused | WrongState;

export type RespondToOrderInput = {
  deliverBy?: InputMaybe<Scalars['Date']['input']>;
  /** Other days than those ordered, with ACCEPTED_WITH_CHANGES. */
  deliverFrom?: InputMaybe<Scalars['Date']['input']>;
  idempotencyKey: Scalars['String']['input'];
  kind: OrderResponseKind;
  /** Only, and always, with ACCEPTED_WITH_CHANGES: all lines as you would have them. */
  lines?: InputMaybe<Array<OrderLineInput>>;
  note?: InputMaybe<Scalars['String']['input']>;
  orderId: Scalars['ID']['input'];
  /** The version of your newest answer, when this one is to take its place. */
  replacesVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Other terms than those ordered, with ACCEPTED_WITH_CHANGES. */
  terms?: InputMaybe<OrderTermsInput>;
};

export type RespondToOrderPayload = {
  __typename?: 'RespondToOrderPayload';
  order: Order;
};

export type RespondToOrderResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RespondToOrderPayload | WrongState;

export type RevokeSigningKeyInput = {
  idempotencyKey: Scalars['String']['input'];
  signingKeyId: Scalars['ID']['input'];
};

export type RevokeSigningKeyResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SigningKeyPayload;

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

export type RotateLogKeyInput = {
  /** The generation of the key that you mean to replace, as `logPublicKeys` tells it: two who rotate at once rotate once. */
  expectedGeneration: Scalars['Int']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type RotateLogKeyPayload = {
  __typename?: 'RotateLogKeyPayload';
  logPublicKey: LogPublicKey;
};

export type RotateLogKeyResult = IdempotencyConflict | InvalidInput | NotAllowed | RotateLogKeyPayload | WrongState;

/** An outlet that was looked at for an order. */
export type RouteCandidate = {
  __typename?: 'RouteCandidate';
  distanceMetres: Scalars['Int']['output'];
  /** Of OUT_OF_STOCK: the first line of the order that it has not, counted from 1. */
  line?: Maybe<Scalars['Int']['output']>;
  outlet: Outlet;
  /** Of DECLINED: why, in its words. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Why it did not get the order. Null: it could serve; the nearest of these got it. */
  refusedFor?: Maybe<RouteRefusal>;
  /** Of CLOSED: when it opens next. Null when it does not within 31 days, or takes no orders at all. */
  until?: Maybe<Scalars['DateTime']['output']>;
};

/** Why it was decided. */
export type RouteCause =
  /** The outlet that had it declined it. */
  | 'DECLINED'
  /** The order came. */
  | 'ORDERED'
  /** It had waited. */
  | 'TRIED_AGAIN';

/** What was decided about an order, and why. Never changed. */
export type RouteDecision = {
  __typename?: 'RouteDecision';
  /** All outlets there were, the nearest first. Empty when nobody said where the order goes, and after the buyer's erasure. */
  candidates: Array<RouteCandidate>;
  cause: RouteCause;
  decidedAt: Scalars['DateTime']['output'];
  /** Counts the decisions on the order from 1. */
  number: Scalars['Int']['output'];
  /** The outlet that got it. Null: none could. */
  outlet?: Maybe<Outlet>;
};

/** Why an outlet does not get an order; the first of these that holds. */
export type RouteRefusal =
  | 'CLOSED'
  | 'DECLINED'
  | 'OUT_OF_STOCK'
  /** It is farther away than its reach. */
  | 'TOO_FAR';

/** Where the routing of an order stands. */
export type RoutingStatus =
  /** The order was replaced, declined, withdrawn, cancelled or expired; stock was given back. */
  | 'ENDED'
  /** An outlet has it, and its stock is taken. */
  | 'ROUTED'
  /** No outlet can serve it at present. It is looked at again when stock or hours change. */
  | 'WAITING';

export type SendOrderInput = {
  currency: Scalars['Currency']['input'];
  deliverBy?: InputMaybe<Scalars['Date']['input']>;
  deliverFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Where it goes: a seller with outlets has it served by the nearest that can (B20). The address in words is `terms.deliveryPlace`. */
  deliverTo?: InputMaybe<PlaceInput>;
  /** With a method of the kind COUNTER: the transaction number of the guarantee that stands for the payment (B10). The partner sees it. */
  guaranteeNumber?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  /** 1 to 500 lines. */
  lines: Array<OrderLineInput>;
  note?: InputMaybe<Scalars['String']['input']>;
  /** Reserve the total with this payment method of yours. The order does not wait for it (C2). */
  paymentMethodId?: InputMaybe<Scalars['ID']['input']>;
  /** The newest order of this thread, when it waits for its answer and this one is to take its place. */
  replacesOrderId?: InputMaybe<Scalars['ID']['input']>;
  terms?: InputMaybe<OrderTermsInput>;
  threadId: Scalars['ID']['input'];
};

export type SendOrderPayload = {
  __typename?: 'SendOrderPayload';
  order: Order;
};

export type SendOrderResult = IdempotencyConflict | InvalidInput | LevelExceeded | NotAllowed | NotFound | SendOrderPayload | WrongState;

/** An outlet as its customers see it. */
export type ServingOutlet = {
  __typename?: 'ServingOutlet';
  address: Scalars['String']['output'];
  latitude: Scalars['Decimal']['output'];
  longitude: Scalars['Decimal']['output'];
  name: Scalars['String']['output'];
};

export type SetEscalationStepsInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Why, for the record. */
  reason: Scalars['String']['input'];
  /** 1 to 10 steps. */
  steps: Array<EscalationStepInput>;
  /** The version that is changed. */
  version: Scalars['Int']['input'];
};

export type SetEscalationStepsPayload = {
  __typename?: 'SetEscalationStepsPayload';
  escalationSteps: EscalationSteps;
};

/** WrongState: another version is there than the one stated; `state` is `VERSION_n`. */
export type SetEscalationStepsResult = IdempotencyConflict | InvalidInput | NotAllowed | SetEscalationStepsPayload | WrongState;

export type SetOutletStockInput = {
  idempotencyKey: Scalars['String']['input'];
  /** 1 to 500. Items that are left out stay as they are. */
  items: Array<OutletStockInput>;
  outletId: Scalars['ID']['input'];
};

export type SetOutletStockPayload = {
  __typename?: 'SetOutletStockPayload';
  outlet: Outlet;
};

export type SetOutletStockResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SetOutletStockPayload;

/** Neither the contract nor the payer names a settlement agent (A8). */
export type SettlementAgentMissing = Refusal & {
  __typename?: 'SettlementAgentMissing';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/** How a contract's amount is settled: by itself (A8) or netted with others (A9). */
export type SettlementMethod =
  /** Sent to the settlement agent alone, at once when payable. */
  | 'GROSS'
  /** Netted with the other obligations of the window. */
  | 'NET';

export type Shop = {
  __typename?: 'Shop';
  id: Scalars['ID']['output'];
};

/** A customer's order at a shop (C1, C9). Delivery, inspection and payment are those of its thread. */
export type ShopOrder = {
  __typename?: 'ShopOrder';
  byGuest: Scalars['Boolean']['output'];
  /** What happens next, or what the customer can do, as codes. */
  next: Array<NextStep>;
  /** Paid on account: it was concluded at once. */
  onAccount: Scalars['Boolean']['output'];
  order: Order;
  /** While it is RECEIVED: by when it must be paid, else it ends. */
  payBy?: Maybe<Scalars['DateTime']['output']>;
  placedAt: Scalars['DateTime']['output'];
  /** The quote that it was placed with. */
  quoteId: Scalars['ID']['output'];
  shop: Shop;
  status: ShopOrderStatus;
  /** What became of it, oldest first. */
  steps: Array<ShopOrderStep>;
  /** The version of the shop's terms that holds for it, and by which the hub acts for the shop. */
  termsVersion: Scalars['Int']['output'];
  /** The same in words, in this language (`en`, `ja`, `de`, `fr`), else in the customer's own, else in English. */
  text: Scalars['String']['output'];
};


/** A customer's order at a shop (C1, C9). Delivery, inspection and payment are those of its thread. */
export type ShopOrderTextArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

/** Where an order at a shop stands. */
export type ShopOrderStatus =
  /** The customer cancelled it, or both sides. The goods went back. */
  | 'CANCELLED'
  /** The contract of sale stands. */
  | 'CONCLUDED'
  /** The payment was refused or never came, or the shop declined. The goods went back. */
  | 'NOT_CONCLUDED'
  /** It has its code; its payment is not reserved yet. */
  | 'RECEIVED';

/** A state that an order at a shop was in from an instant on. */
export type ShopOrderStep = {
  __typename?: 'ShopOrderStep';
  at: Scalars['DateTime']['output'];
  status: ShopOrderStatus;
};

/** The signature was not taken; `message` says what is to be signed, and by which key. */
export type SignatureRefused = Refusal & {
  __typename?: 'SignatureRefused';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/** A public key by which a member signs contract documents (A5). */
export type SigningKey = {
  __typename?: 'SigningKey';
  /** JWK thumbprint (RFC 7638), SHA-256 in base64url: compare it by another way before you rely on it. */
  fingerprint: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** A JSON Web Key (RFC 8037): Ed25519. */
  publicKey: Scalars['String']['output'];
  registeredAt: Scalars['DateTime']['output'];
  /** From then on nothing is signed by it. Null while it may be used. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type SigningKeyPayload = {
  __typename?: 'SigningKeyPayload';
  signingKey: SigningKey;
};

/** By what the hub acted for a shop: its terms, in the version that an order was quoted by. */
export type StandingInstruction = {
  __typename?: 'StandingInstruction';
  shop: Shop;
  version: Scalars['Int']['output'];
};

/** A change of an outlet's stock. Never changed. */
export type StockChange = {
  __typename?: 'StockChange';
  at: Scalars['DateTime']['output'];
  cause: StockChangeCause;
  /** Below zero when it became less. */
  change: Scalars['Decimal']['output'];
  item: Scalars['String']['output'];
  /** Grows with each change. */
  number: Scalars['Int']['output'];
  /** The order for which it was taken or given back. */
  order?: Maybe<Order>;
  /** What it had afterwards. */
  quantity: Scalars['Decimal']['output'];
  unit: Scalars['String']['output'];
};

/** What changed the stock of an outlet. */
export type StockChangeCause =
  | 'GIVEN_BACK'
  /** `setOutletStock`. */
  | 'STATED'
  | 'TAKEN';

export type StockChangeConnection = {
  __typename?: 'StockChangeConnection';
  edges: Array<StockChangeEdge>;
  pageInfo: PageInfo;
};

export type StockChangeEdge = {
  __typename?: 'StockChangeEdge';
  cursor: Scalars['Cursor']['output'];
  node: StockChange;
};

/**
 * A member's own signature over its contract document: Ed25519 over four lines in UTF-8, each ended by a line feed: `torihiki contract submission v1`,
 * the SHA-256 of the document in hexadecimal, the id of the thread, and `BUYER` or `SELLER`.
 */
export type SubmissionSignature = {
  __typename?: 'SubmissionSignature';
  key: SigningKey;
  /** 64 bytes in base64. */
  signature: Scalars['String']['output'];
};

export type SubmitContractInput = {
  conditions?: InputMaybe<ContractConditionsInput>;
  /** The document: UBL 2.x XML, or our JSON form. 1 MiB at most; the request itself is limited to 100 KB. */
  document: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  mediaType: ContractMediaType;
  /** Your own signature over the document (`SubmissionSignature` says over what). It goes on record with the contract. */
  signature?: InputMaybe<ContractSignatureInput>;
  threadId: Scalars['ID']['input'];
  /** ROUNDING_ONLY: compare your document without the tolerances that you agreed with the other side. */
  tolerance?: ToleranceUse;
};

export type SubmitContractPayload = {
  __typename?: 'SubmitContractPayload';
  /** Null until the other side has submitted too. */
  comparison?: Maybe<ContractComparison>;
  /** Set when the two documents were substantially equal. */
  contract?: Maybe<Contract>;
  submission: ContractSubmission;
  thread: CaseThread;
};

export type SubmitContractResult = IdempotencyConflict | InvalidInput | LevelExceeded | NotAllowed | NotFound | SettlementAgentMissing | SignatureRefused | SubmitContractPayload | UnreadableDocument | WrongState;

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Every change of your cases, in order, from one end: as SOURCE or as PARTNER.
   * With `after` all that was missed since that cursor comes first, then the feed goes on live: nothing is lost, nothing comes twice.
   * The first event says where the feed starts.
   */
  caseChanged: CaseChange;
  /** The progress of a rebuild, live (A16). For administrators. */
  caseViewRebuildChanged: CaseViewRebuildChange;
};


export type SubscriptionCaseChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  caseId?: InputMaybe<Scalars['ID']['input']>;
  view: CaseViewSide;
};


export type SubscriptionCaseViewRebuildChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  id: Scalars['ID']['input'];
};

/** Wait, within a bound, until the view shows this act. */
export type ThreadVersionInput = {
  threadId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

/** What two members let pass when their documents are compared, and still call them substantially equal (A5). A version is never changed. */
export type ToleranceProfile = {
  __typename?: 'ToleranceProfile';
  acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  endedBy?: Maybe<Member>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** What the versions of the two members have in common; a notarized record names it with the version. */
  profileId: Scalars['ID']['output'];
  proposedAt: Scalars['DateTime']['output'];
  proposedBy: Member;
  proposedTo: Member;
  rules: ToleranceRules;
  /** SHA-256, in hexadecimal, over the RFC 8785 form of profile, version, members, name and rules. */
  sha256: Scalars['String']['output'];
  status: ToleranceProfileStatus;
  /** Counts the proposals between the two, from 1. */
  version: Scalars['Int']['output'];
};

export type ToleranceProfileConnection = {
  __typename?: 'ToleranceProfileConnection';
  edges: Array<ToleranceProfileEdge>;
  pageInfo: PageInfo;
};

export type ToleranceProfileEdge = {
  __typename?: 'ToleranceProfileEdge';
  cursor: Scalars['Cursor']['output'];
  node: ToleranceProfile;
};

export type ToleranceProfileInput = {
  idempotencyKey: Scalars['String']['input'];
  toleranceProfileId: Scalars['ID']['input'];
};

export type ToleranceProfilePayload = {
  __typename?: 'ToleranceProfilePayload';
  toleranceProfile: ToleranceProfile;
};

/** What has become of a version of tolerances. */
export type ToleranceProfileStatus =
  /** In force: documents that both submit after it was accepted are compared by it. */
  | 'ACTIVE'
  /** Ended by one of the two, before or after it was accepted. */
  | 'ENDED'
  /** Waits for the member that it was proposed to. */
  | 'PROPOSED'
  /** A later version was accepted. */
  | 'SUPERSEDED';

/**
 * What may differ. Where a rule has an absolute and a relative tolerance the wider of the two counts; what is left out allows nothing but rounding
 * (one minor unit a line, for totals as many as there are lines). Identities, references, currency and terms are never let differ.
 */
export type ToleranceRules = {
  __typename?: 'ToleranceRules';
  /** Of line amounts, taxes, allowances and charges, and totals. The lower of two totals is what is owed. */
  amounts?: Maybe<AmountTolerance>;
  /** The currency of absolute amounts: they do not apply to contracts in another. */
  currency?: Maybe<Scalars['Currency']['output']>;
  /** Days by which the seller's delivery may start before or end after the buyer's window. */
  deliveryDays?: Maybe<Scalars['Int']['output']>;
  /** How much of one unit is in another. */
  factors?: Maybe<Array<UnitFactor>>;
  /** Of quantities, of lines and of deliveries. */
  quantity?: Maybe<QuantityTolerance>;
  /** Of unit prices, per unit compared: a kilogram, a litre, a piece. */
  unitPrice?: Maybe<AmountTolerance>;
};

/** As `ToleranceRules`: what is left out allows nothing but rounding. */
export type ToleranceRulesInput = {
  amounts?: InputMaybe<AmountToleranceInput>;
  currency?: InputMaybe<Scalars['Currency']['input']>;
  /** 0 to 365. */
  deliveryDays?: InputMaybe<Scalars['Int']['input']>;
  /** At most 200, one for each unit and item. */
  factors?: InputMaybe<Array<UnitFactorInput>>;
  quantity?: InputMaybe<QuantityToleranceInput>;
  unitPrice?: InputMaybe<AmountToleranceInput>;
};

/** Whether agreed tolerances may be applied to a document. */
export type ToleranceUse =
  /** Those that both members agreed beforehand, where there are any. */
  | 'AGREED'
  /** None: nothing but rounding is let pass. */
  | 'ROUNDING_ONLY';

/** One `unit` contains so many `of` another: a box (`XBX`) 12 pieces (`C62`). A factor for an item goes before one for all. */
export type UnitFactor = {
  __typename?: 'UnitFactor';
  contains: Scalars['Decimal']['output'];
  /** The item it holds for. Null: every item. */
  item?: Maybe<ItemIdentifier>;
  of: Scalars['String']['output'];
  /** UN/ECE Recommendation 20 or 21. Not one that the hub converts by itself, such as kilograms. */
  unit: Scalars['String']['output'];
};

export type UnitFactorInput = {
  contains: Scalars['Decimal']['input'];
  item?: InputMaybe<ItemIdentifierInput>;
  of: Scalars['String']['input'];
  unit: Scalars['String']['input'];
};

/** The document cannot be read; `code` says why, `path` where. */
export type UnreadableDocument = Refusal & {
  __typename?: 'UnreadableDocument';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Scalars['String']['output']>;
};

export type Viewer = {
  __typename?: 'Viewer';
  /** How many of your cases have which status, per counterpart (A14, A15). */
  caseSummary: CaseSummary;
  /** Your cases as seen from one end, newest change first. Answered from that end's view alone (A15). */
  cases: CaseViewConnection;
  id: Scalars['ID']['output'];
  /** Delays found in your contracts, newest first, and as a settlement agent those that you were warned of (A12). */
  latenesses: LatenessConnection;
  /** Orders to you as they stand to your outlets, the newest change first (B20). */
  orderRoutings: OrderRoutingConnection;
  /** Your outlets, newest first (B20). */
  outlets: OutletConnection;
  /** Tolerances between you and other members, newest first: proposed, in force and of the past (A5). */
  toleranceProfiles: ToleranceProfileConnection;
};


export type ViewerCaseSummaryArgs = {
  view: CaseViewSide;
};


export type ViewerCasesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  atLeastVersion?: InputMaybe<ThreadVersionInput>;
  filter?: InputMaybe<CaseFilter>;
  first: Scalars['Int']['input'];
  view: CaseViewSide;
};


export type ViewerLatenessesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<LatenessFilter>;
  first: Scalars['Int']['input'];
};


export type ViewerOrderRoutingsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<RoutingStatus>;
};


export type ViewerOutletsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type ViewerToleranceProfilesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  counterpartId?: InputMaybe<Scalars['ID']['input']>;
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

export type WithdrawCaseInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Shown to both sides. 500 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  threadId: Scalars['ID']['input'];
};

export type WithdrawCasePayload = {
  __typename?: 'WithdrawCasePayload';
  thread: CaseThread;
};

export type WithdrawCaseResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WithdrawCasePayload | WrongState;

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
  Case: Case;
  CaseThread: CaseThread;
  Contract: Contract;
  Member: Member;
  Order: Order;
  Viewer: Viewer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Case:
    ( { __typename: 'Case' }
    & GraphQLRecursivePick<FederationTypes['Case'], {"id":true}> );
  CaseThread:
    ( { __typename: 'CaseThread' }
    & GraphQLRecursivePick<FederationTypes['CaseThread'], {"id":true}> );
  Contract:
    ( { __typename: 'Contract' }
    & GraphQLRecursivePick<FederationTypes['Contract'], {"id":true}> );
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AcceptToleranceProfileResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ToleranceProfilePayload, 'toleranceProfile'> & { toleranceProfile: _RefType['ToleranceProfile'] } )
    | ( RefusalModel )
  ;
  AddCaseNoteResult:
    | ( Omit<AddCaseNotePayload, 'note' | 'thread'> & { note: _RefType['CaseNote'], thread: _RefType['CaseThread'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  CancelContractResult:
    | ( Omit<CancelContractPayload, 'thread'> & { thread: _RefType['CaseThread'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  CancelOrderResult:
    | ( Omit<CancelOrderPayload, 'order'> & { order: _RefType['Order'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  CommitToHiddenPurchaseResult:
    | ( Omit<CommitToHiddenPurchasePayload, 'thread'> & { thread: _RefType['CaseThread'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  DeclineCaseResult:
    | ( Omit<DeclineCasePayload, 'thread'> & { thread: _RefType['CaseThread'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  DeclineRouteResult:
    | ( Omit<DeclineRoutePayload, 'order'> & { order: _RefType['Order'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  DefineBusinessCalendarResult:
    | ( Omit<DefineBusinessCalendarPayload, 'calendar'> & { calendar: _RefType['BusinessCalendar'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  EditCaseNoteResult:
    | ( Omit<EditCaseNotePayload, 'note' | 'thread'> & { note: _RefType['CaseNote'], thread: _RefType['CaseThread'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  EditOutletResult:
    | ( Omit<EditOutletPayload, 'outlet'> & { outlet: _RefType['Outlet'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  EndToleranceProfileResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ToleranceProfilePayload, 'toleranceProfile'> & { toleranceProfile: _RefType['ToleranceProfile'] } )
    | ( RefusalModel )
  ;
  LinkHubPurchaseResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( LinkHubPurchasePayload )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  MarkCaseReadResult:
    | ( Omit<MarkCaseReadPayload, 'thread'> & { thread: _RefType['CaseThread'] } )
    | ( RefusalModel )
  ;
  PlaceOrderResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<PlaceOrderPayload, 'order'> & { order: _RefType['Order'] } )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ProposeToleranceProfileResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ToleranceProfilePayload, 'toleranceProfile'> & { toleranceProfile: _RefType['ToleranceProfile'] } )
    | ( RefusalModel )
  ;
  RebuildCaseViewResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RebuildCaseViewPayload, 'rebuild'> & { rebuild: _RefType['CaseViewRebuild'] } )
  ;
  ReferToCaseResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReferToCasePayload, 'thread'> & { thread: _RefType['CaseThread'] } )
    | ( RefusalModel )
  ;
  RegisterCaseResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RegisterCasePayload, 'case'> & { case: _RefType['Case'] } )
  ;
  RegisterOutletResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RegisterOutletPayload, 'outlet'> & { outlet: _RefType['Outlet'] } )
  ;
  RegisterSigningKeyResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SigningKeyPayload, 'signingKey'> & { signingKey: _RefType['SigningKey'] } )
    | ( RefusalModel )
  ;
  RemoveCaseNoteResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RemoveCaseNotePayload, 'thread'> & { thread: _RefType['CaseThread'] } )
  ;
  ReportDeliveryResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReportDeliveryPayload, 'report' | 'thread'> & { report: _RefType['DeliveryReport'], thread: _RefType['CaseThread'] } )
    | ( RefusalModel )
  ;
  ReportGoodsResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReportGoodsPayload, 'report' | 'thread'> & { report: _RefType['GoodsReport'], thread: _RefType['CaseThread'] } )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ReportHiddenPurchaseResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( ReportHiddenPurchasePayload )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  RespondToOrderResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RespondToOrderPayload, 'order'> & { order: _RefType['Order'] } )
    | ( RefusalModel )
  ;
  RevokeSigningKeyResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SigningKeyPayload, 'signingKey'> & { signingKey: _RefType['SigningKey'] } )
  ;
  RotateLogKeyResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RotateLogKeyPayload )
    | ( RefusalModel )
  ;
  SendOrderResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SendOrderPayload, 'order'> & { order: _RefType['Order'] } )
    | ( RefusalModel )
  ;
  SetEscalationStepsResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetEscalationStepsPayload, 'escalationSteps'> & { escalationSteps: _RefType['EscalationSteps'] } )
    | ( RefusalModel )
  ;
  SetOutletStockResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetOutletStockPayload, 'outlet'> & { outlet: _RefType['Outlet'] } )
  ;
  SubmitContractResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SubmitContractPayload, 'comparison' | 'contract' | 'submission' | 'thread'> & { comparison?: Maybe<_RefType['ContractComparison']>, contract?: Maybe<_RefType['Contract']>, submission: _RefType['ContractSubmission'], thread: _RefType['CaseThread'] } )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  WithdrawCaseResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<WithdrawCasePayload, 'thread'> & { thread: _RefType['CaseThread'] } )
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
  AcceptToleranceProfileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcceptToleranceProfileResult']>;
  AddCaseNoteInput: AddCaseNoteInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddCaseNotePayload: ResolverTypeWrapper<Omit<AddCaseNotePayload, 'note' | 'thread'> & { note: ResolversTypes['CaseNote'], thread: ResolversTypes['CaseThread'] }>;
  AddCaseNoteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AddCaseNoteResult']>;
  AmountTolerance: ResolverTypeWrapper<AmountTolerance>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AmountToleranceInput: AmountToleranceInput;
  AppliedTolerance: ResolverTypeWrapper<AppliedTolerance>;
  BusinessCalendar: ResolverTypeWrapper<BusinessCalendarModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BusinessCalendarConnection: ResolverTypeWrapper<Omit<BusinessCalendarConnection, 'edges'> & { edges: Array<ResolversTypes['BusinessCalendarEdge']> }>;
  BusinessCalendarEdge: ResolverTypeWrapper<Omit<BusinessCalendarEdge, 'node'> & { node: ResolversTypes['BusinessCalendar'] }>;
  CancelContractInput: CancelContractInput;
  CancelContractPayload: ResolverTypeWrapper<Omit<CancelContractPayload, 'thread'> & { thread: ResolversTypes['CaseThread'] }>;
  CancelContractResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelContractResult']>;
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: ResolverTypeWrapper<Omit<CancelOrderPayload, 'order'> & { order: ResolversTypes['Order'] }>;
  CancelOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelOrderResult']>;
  Case: ResolverTypeWrapper<CaseModel>;
  CaseAction: CaseAction;
  CaseChange: ResolverTypeWrapper<CaseChangeModel>;
  CaseChangeKind: CaseChangeKind;
  CaseCounterpartCount: ResolverTypeWrapper<Omit<CaseCounterpartCount, 'counterpart'> & { counterpart: ResolversTypes['Member'] }>;
  CaseEvent: ResolverTypeWrapper<CaseEventModel>;
  CaseEventConnection: ResolverTypeWrapper<Omit<CaseEventConnection, 'edges'> & { edges: Array<ResolversTypes['CaseEventEdge']> }>;
  CaseEventEdge: ResolverTypeWrapper<Omit<CaseEventEdge, 'node'> & { node: ResolversTypes['CaseEvent'] }>;
  CaseEventKind: CaseEventKind;
  CaseFilter: CaseFilter;
  CaseNote: ResolverTypeWrapper<CaseNoteModel>;
  CaseStatus: CaseStatus;
  CaseStatusCount: ResolverTypeWrapper<CaseStatusCount>;
  CaseSummary: ResolverTypeWrapper<CaseSummaryModel>;
  CaseThread: ResolverTypeWrapper<CaseThreadModel>;
  CaseViewAsOf: ResolverTypeWrapper<CaseViewAsOf>;
  CaseViewConnection: ResolverTypeWrapper<Omit<CaseViewConnection, 'edges'> & { edges: Array<ResolversTypes['CaseViewEdge']> }>;
  CaseViewEdge: ResolverTypeWrapper<Omit<CaseViewEdge, 'node'> & { node: ResolversTypes['CaseViewEntry'] }>;
  CaseViewEntry: ResolverTypeWrapper<CaseViewEntryModel>;
  CaseViewRebuild: ResolverTypeWrapper<CaseViewRebuildModel>;
  CaseViewRebuildChange: ResolverTypeWrapper<CaseViewRebuildChangeModel>;
  CaseViewRebuildChangeKind: CaseViewRebuildChangeKind;
  CaseViewRebuildConnection: ResolverTypeWrapper<Omit<CaseViewRebuildConnection, 'edges'> & { edges: Array<ResolversTypes['CaseViewRebuildEdge']> }>;
  CaseViewRebuildEdge: ResolverTypeWrapper<Omit<CaseViewRebuildEdge, 'node'> & { node: ResolversTypes['CaseViewRebuild'] }>;
  CaseViewRebuildState: CaseViewRebuildState;
  CaseViewSide: CaseViewSide;
  Checkpoint: ResolverTypeWrapper<Checkpoint>;
  CommitToHiddenPurchaseInput: CommitToHiddenPurchaseInput;
  CommitToHiddenPurchasePayload: ResolverTypeWrapper<Omit<CommitToHiddenPurchasePayload, 'thread'> & { thread: ResolversTypes['CaseThread'] }>;
  CommitToHiddenPurchaseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CommitToHiddenPurchaseResult']>;
  ContactChannel: ContactChannel;
  Contract: ResolverTypeWrapper<ContractModel>;
  ContractComparison: ResolverTypeWrapper<ContractComparisonModel>;
  ContractConditionsInput: ContractConditionsInput;
  ContractConflict: ResolverTypeWrapper<ContractConflictModel>;
  ContractDelivery: ResolverTypeWrapper<ContractDelivery>;
  ContractMediaType: ContractMediaType;
  ContractSide: ContractSide;
  ContractSignatureInput: ContractSignatureInput;
  ContractSubmission: ResolverTypeWrapper<ContractSubmissionModel>;
  ContractVerdict: ContractVerdict;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayOfWeek: DayOfWeek;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeclineCaseInput: DeclineCaseInput;
  DeclineCasePayload: ResolverTypeWrapper<Omit<DeclineCasePayload, 'thread'> & { thread: ResolversTypes['CaseThread'] }>;
  DeclineCaseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeclineCaseResult']>;
  DeclineRouteInput: DeclineRouteInput;
  DeclineRoutePayload: ResolverTypeWrapper<Omit<DeclineRoutePayload, 'order'> & { order: ResolversTypes['Order'] }>;
  DeclineRouteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeclineRouteResult']>;
  DefineBusinessCalendarInput: DefineBusinessCalendarInput;
  DefineBusinessCalendarPayload: ResolverTypeWrapper<Omit<DefineBusinessCalendarPayload, 'calendar'> & { calendar: ResolversTypes['BusinessCalendar'] }>;
  DefineBusinessCalendarResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DefineBusinessCalendarResult']>;
  DeliveryReport: ResolverTypeWrapper<DeliveryReportModel>;
  Discrepancy: ResolverTypeWrapper<DiscrepancyModel>;
  DiscrepancyWeight: DiscrepancyWeight;
  EditCaseNoteInput: EditCaseNoteInput;
  EditCaseNotePayload: ResolverTypeWrapper<Omit<EditCaseNotePayload, 'note' | 'thread'> & { note: ResolversTypes['CaseNote'], thread: ResolversTypes['CaseThread'] }>;
  EditCaseNoteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EditCaseNoteResult']>;
  EditOutletInput: EditOutletInput;
  EditOutletPayload: ResolverTypeWrapper<Omit<EditOutletPayload, 'outlet'> & { outlet: ResolversTypes['Outlet'] }>;
  EditOutletResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EditOutletResult']>;
  EndToleranceProfileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EndToleranceProfileResult']>;
  EscalationAction: EscalationAction;
  EscalationStep: ResolverTypeWrapper<EscalationStep>;
  EscalationStepInput: EscalationStepInput;
  EscalationSteps: ResolverTypeWrapper<EscalationStepsModel>;
  EscalationStepsConnection: ResolverTypeWrapper<Omit<EscalationStepsConnection, 'edges'> & { edges: Array<ResolversTypes['EscalationStepsEdge']> }>;
  EscalationStepsEdge: ResolverTypeWrapper<Omit<EscalationStepsEdge, 'node'> & { node: ResolversTypes['EscalationSteps'] }>;
  GoodsComparison: ResolverTypeWrapper<GoodsComparisonModel>;
  GoodsLine: ResolverTypeWrapper<GoodsLine>;
  GoodsReport: ResolverTypeWrapper<GoodsReportModel>;
  GoodsReportKind: GoodsReportKind;
  GuestLimit: ResolverTypeWrapper<RefusalModel>;
  GuestRule: GuestRule;
  HiddenPurchase: ResolverTypeWrapper<HiddenPurchaseModel>;
  HiddenPurchaseReport: ResolverTypeWrapper<HiddenPurchaseReport>;
  HiddenPurchaseStep: HiddenPurchaseStep;
  HubReportKey: ResolverTypeWrapper<HubReportKey>;
  IdempotencyConflict: ResolverTypeWrapper<RefusalModel>;
  InclusionProof: ResolverTypeWrapper<InclusionProof>;
  Incoterm: Incoterm;
  InputFault: ResolverTypeWrapper<InputFault>;
  InvalidInput: ResolverTypeWrapper<RefusalModel>;
  ItemIdentifier: ResolverTypeWrapper<ItemIdentifier>;
  ItemIdentifierInput: ItemIdentifierInput;
  Lateness: ResolverTypeWrapper<LatenessModel>;
  LatenessConnection: ResolverTypeWrapper<Omit<LatenessConnection, 'edges'> & { edges: Array<ResolversTypes['LatenessEdge']> }>;
  LatenessEdge: ResolverTypeWrapper<Omit<LatenessEdge, 'node'> & { node: ResolversTypes['Lateness'] }>;
  LatenessFilter: LatenessFilter;
  LatenessKind: LatenessKind;
  LevelExceeded: ResolverTypeWrapper<RefusalModel>;
  LinkHubPurchaseInput: LinkHubPurchaseInput;
  LinkHubPurchasePayload: ResolverTypeWrapper<LinkHubPurchasePayload>;
  LinkHubPurchaseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LinkHubPurchaseResult']>;
  LogEntry: ResolverTypeWrapper<LogEntryModel>;
  LogEntryKind: LogEntryKind;
  LogPublicKey: ResolverTypeWrapper<LogPublicKey>;
  MarkCaseReadInput: MarkCaseReadInput;
  MarkCaseReadPayload: ResolverTypeWrapper<Omit<MarkCaseReadPayload, 'thread'> & { thread: ResolversTypes['CaseThread'] }>;
  MarkCaseReadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MarkCaseReadResult']>;
  Member: ResolverTypeWrapper<MemberModel>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NextStep: NextStep;
  NotAllowed: ResolverTypeWrapper<RefusalModel>;
  NotFound: ResolverTypeWrapper<RefusalModel>;
  OpeningException: ResolverTypeWrapper<OpeningException>;
  OpeningExceptionInput: OpeningExceptionInput;
  OpeningHours: ResolverTypeWrapper<OpeningHours>;
  OpeningHoursInput: OpeningHoursInput;
  OpeningSpan: ResolverTypeWrapper<OpeningSpan>;
  OpeningSpanInput: OpeningSpanInput;
  Opportunity: ResolverTypeWrapper<Opportunity>;
  Order: ResolverTypeWrapper<OrderModel>;
  OrderLine: ResolverTypeWrapper<OrderLine>;
  OrderLineInput: OrderLineInput;
  OrderResponse: ResolverTypeWrapper<OrderResponseModel>;
  OrderResponseKind: OrderResponseKind;
  OrderRouting: ResolverTypeWrapper<OrderRoutingModel>;
  OrderRoutingConnection: ResolverTypeWrapper<Omit<OrderRoutingConnection, 'edges'> & { edges: Array<ResolversTypes['OrderRoutingEdge']> }>;
  OrderRoutingEdge: ResolverTypeWrapper<Omit<OrderRoutingEdge, 'node'> & { node: ResolversTypes['OrderRouting'] }>;
  OrderTerms: ResolverTypeWrapper<OrderTerms>;
  OrderTermsInput: OrderTermsInput;
  Outlet: ResolverTypeWrapper<OutletModel>;
  OutletConnection: ResolverTypeWrapper<Omit<OutletConnection, 'edges'> & { edges: Array<ResolversTypes['OutletEdge']> }>;
  OutletEdge: ResolverTypeWrapper<Omit<OutletEdge, 'node'> & { node: ResolversTypes['Outlet'] }>;
  OutletRevision: ResolverTypeWrapper<OutletRevisionModel>;
  OutletRevisionConnection: ResolverTypeWrapper<Omit<OutletRevisionConnection, 'edges'> & { edges: Array<ResolversTypes['OutletRevisionEdge']> }>;
  OutletRevisionEdge: ResolverTypeWrapper<Omit<OutletRevisionEdge, 'node'> & { node: ResolversTypes['OutletRevision'] }>;
  OutletStock: ResolverTypeWrapper<OutletStockModel>;
  OutletStockConnection: ResolverTypeWrapper<Omit<OutletStockConnection, 'edges'> & { edges: Array<ResolversTypes['OutletStockEdge']> }>;
  OutletStockEdge: ResolverTypeWrapper<Omit<OutletStockEdge, 'node'> & { node: ResolversTypes['OutletStock'] }>;
  OutletStockInput: OutletStockInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaymentArrangement: PaymentArrangement;
  PlaceInput: PlaceInput;
  PlaceOrderInput: PlaceOrderInput;
  PlaceOrderPayload: ResolverTypeWrapper<Omit<PlaceOrderPayload, 'order'> & { order: ResolversTypes['Order'] }>;
  PlaceOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlaceOrderResult']>;
  ProposeToleranceProfileInput: ProposeToleranceProfileInput;
  ProposeToleranceProfileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ProposeToleranceProfileResult']>;
  QuantityTolerance: ResolverTypeWrapper<QuantityTolerance>;
  QuantityToleranceInput: QuantityToleranceInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RebuildCaseViewInput: RebuildCaseViewInput;
  RebuildCaseViewPayload: ResolverTypeWrapper<Omit<RebuildCaseViewPayload, 'rebuild'> & { rebuild: ResolversTypes['CaseViewRebuild'] }>;
  RebuildCaseViewResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RebuildCaseViewResult']>;
  ReferToCaseInput: ReferToCaseInput;
  ReferToCasePayload: ResolverTypeWrapper<Omit<ReferToCasePayload, 'thread'> & { thread: ResolversTypes['CaseThread'] }>;
  ReferToCaseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReferToCaseResult']>;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  RegisterCaseInput: RegisterCaseInput;
  RegisterCasePayload: ResolverTypeWrapper<Omit<RegisterCasePayload, 'case'> & { case: ResolversTypes['Case'] }>;
  RegisterCaseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterCaseResult']>;
  RegisterOutletInput: RegisterOutletInput;
  RegisterOutletPayload: ResolverTypeWrapper<Omit<RegisterOutletPayload, 'outlet'> & { outlet: ResolversTypes['Outlet'] }>;
  RegisterOutletResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterOutletResult']>;
  RegisterSigningKeyInput: RegisterSigningKeyInput;
  RegisterSigningKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterSigningKeyResult']>;
  RemoveCaseNoteInput: RemoveCaseNoteInput;
  RemoveCaseNotePayload: ResolverTypeWrapper<Omit<RemoveCaseNotePayload, 'thread'> & { thread: ResolversTypes['CaseThread'] }>;
  RemoveCaseNoteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveCaseNoteResult']>;
  ReportDeliveryInput: ReportDeliveryInput;
  ReportDeliveryPayload: ResolverTypeWrapper<Omit<ReportDeliveryPayload, 'report' | 'thread'> & { report: ResolversTypes['DeliveryReport'], thread: ResolversTypes['CaseThread'] }>;
  ReportDeliveryResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportDeliveryResult']>;
  ReportGoodsInput: ReportGoodsInput;
  ReportGoodsPayload: ResolverTypeWrapper<Omit<ReportGoodsPayload, 'report' | 'thread'> & { report: ResolversTypes['GoodsReport'], thread: ResolversTypes['CaseThread'] }>;
  ReportGoodsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportGoodsResult']>;
  ReportHiddenPurchaseInput: ReportHiddenPurchaseInput;
  ReportHiddenPurchasePayload: ResolverTypeWrapper<ReportHiddenPurchasePayload>;
  ReportHiddenPurchaseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportHiddenPurchaseResult']>;
  RespondToOrderInput: RespondToOrderInput;
  RespondToOrderPayload: ResolverTypeWrapper<Omit<RespondToOrderPayload, 'order'> & { order: ResolversTypes['Order'] }>;
  RespondToOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RespondToOrderResult']>;
  RevokeSigningKeyInput: RevokeSigningKeyInput;
  RevokeSigningKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeSigningKeyResult']>;
  Role: Role;
  RotateLogKeyInput: RotateLogKeyInput;
  RotateLogKeyPayload: ResolverTypeWrapper<RotateLogKeyPayload>;
  RotateLogKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RotateLogKeyResult']>;
  RouteCandidate: ResolverTypeWrapper<RouteCandidateModel>;
  RouteCause: RouteCause;
  RouteDecision: ResolverTypeWrapper<RouteDecisionModel>;
  RouteRefusal: RouteRefusal;
  RoutingStatus: RoutingStatus;
  SendOrderInput: SendOrderInput;
  SendOrderPayload: ResolverTypeWrapper<Omit<SendOrderPayload, 'order'> & { order: ResolversTypes['Order'] }>;
  SendOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SendOrderResult']>;
  ServingOutlet: ResolverTypeWrapper<ServingOutlet>;
  SetEscalationStepsInput: SetEscalationStepsInput;
  SetEscalationStepsPayload: ResolverTypeWrapper<Omit<SetEscalationStepsPayload, 'escalationSteps'> & { escalationSteps: ResolversTypes['EscalationSteps'] }>;
  SetEscalationStepsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetEscalationStepsResult']>;
  SetOutletStockInput: SetOutletStockInput;
  SetOutletStockPayload: ResolverTypeWrapper<Omit<SetOutletStockPayload, 'outlet'> & { outlet: ResolversTypes['Outlet'] }>;
  SetOutletStockResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetOutletStockResult']>;
  SettlementAgentMissing: ResolverTypeWrapper<RefusalModel>;
  SettlementMethod: SettlementMethod;
  Shop: ResolverTypeWrapper<Shop>;
  ShopOrder: ResolverTypeWrapper<ShopOrderModel>;
  ShopOrderStatus: ShopOrderStatus;
  ShopOrderStep: ResolverTypeWrapper<ShopOrderStepModel>;
  SignatureRefused: ResolverTypeWrapper<RefusalModel>;
  SigningKey: ResolverTypeWrapper<SigningKeyModel>;
  SigningKeyPayload: ResolverTypeWrapper<Omit<SigningKeyPayload, 'signingKey'> & { signingKey: ResolversTypes['SigningKey'] }>;
  StandingInstruction: ResolverTypeWrapper<StandingInstruction>;
  StockChange: ResolverTypeWrapper<StockChangeModel>;
  StockChangeCause: StockChangeCause;
  StockChangeConnection: ResolverTypeWrapper<Omit<StockChangeConnection, 'edges'> & { edges: Array<ResolversTypes['StockChangeEdge']> }>;
  StockChangeEdge: ResolverTypeWrapper<Omit<StockChangeEdge, 'node'> & { node: ResolversTypes['StockChange'] }>;
  SubmissionSignature: ResolverTypeWrapper<Omit<SubmissionSignature, 'key'> & { key: ResolversTypes['SigningKey'] }>;
  SubmitContractInput: SubmitContractInput;
  SubmitContractPayload: ResolverTypeWrapper<Omit<SubmitContractPayload, 'comparison' | 'contract' | 'submission' | 'thread'> & { comparison?: Maybe<ResolversTypes['ContractComparison']>, contract?: Maybe<ResolversTypes['Contract']>, submission: ResolversTypes['ContractSubmission'], thread: ResolversTypes['CaseThread'] }>;
  SubmitContractResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitContractResult']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ThreadVersionInput: ThreadVersionInput;
  ToleranceProfile: ResolverTypeWrapper<ToleranceProfileModel>;
  ToleranceProfileConnection: ResolverTypeWrapper<Omit<ToleranceProfileConnection, 'edges'> & { edges: Array<ResolversTypes['ToleranceProfileEdge']> }>;
  ToleranceProfileEdge: ResolverTypeWrapper<Omit<ToleranceProfileEdge, 'node'> & { node: ResolversTypes['ToleranceProfile'] }>;
  ToleranceProfileInput: ToleranceProfileInput;
  ToleranceProfilePayload: ResolverTypeWrapper<Omit<ToleranceProfilePayload, 'toleranceProfile'> & { toleranceProfile: ResolversTypes['ToleranceProfile'] }>;
  ToleranceProfileStatus: ToleranceProfileStatus;
  ToleranceRules: ResolverTypeWrapper<ToleranceRules>;
  ToleranceRulesInput: ToleranceRulesInput;
  ToleranceUse: ToleranceUse;
  UnitFactor: ResolverTypeWrapper<UnitFactor>;
  UnitFactorInput: UnitFactorInput;
  UnreadableDocument: ResolverTypeWrapper<RefusalModel>;
  Viewer: ResolverTypeWrapper<Omit<Viewer, 'caseSummary' | 'cases' | 'latenesses' | 'orderRoutings' | 'outlets' | 'toleranceProfiles'> & { caseSummary: ResolversTypes['CaseSummary'], cases: ResolversTypes['CaseViewConnection'], latenesses: ResolversTypes['LatenessConnection'], orderRoutings: ResolversTypes['OrderRoutingConnection'], outlets: ResolversTypes['OutletConnection'], toleranceProfiles: ResolversTypes['ToleranceProfileConnection'] }>;
  Weekday: Weekday;
  WithdrawCaseInput: WithdrawCaseInput;
  WithdrawCasePayload: ResolverTypeWrapper<Omit<WithdrawCasePayload, 'thread'> & { thread: ResolversTypes['CaseThread'] }>;
  WithdrawCaseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WithdrawCaseResult']>;
  WrongState: ResolverTypeWrapper<RefusalModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptToleranceProfileResult: ResolversUnionTypes<ResolversParentTypes>['AcceptToleranceProfileResult'];
  AddCaseNoteInput: AddCaseNoteInput;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AddCaseNotePayload: Omit<AddCaseNotePayload, 'note' | 'thread'> & { note: ResolversParentTypes['CaseNote'], thread: ResolversParentTypes['CaseThread'] };
  AddCaseNoteResult: ResolversUnionTypes<ResolversParentTypes>['AddCaseNoteResult'];
  AmountTolerance: AmountTolerance;
  Int: Scalars['Int']['output'];
  AmountToleranceInput: AmountToleranceInput;
  AppliedTolerance: AppliedTolerance;
  BusinessCalendar: BusinessCalendarModel;
  Boolean: Scalars['Boolean']['output'];
  BusinessCalendarConnection: Omit<BusinessCalendarConnection, 'edges'> & { edges: Array<ResolversParentTypes['BusinessCalendarEdge']> };
  BusinessCalendarEdge: Omit<BusinessCalendarEdge, 'node'> & { node: ResolversParentTypes['BusinessCalendar'] };
  CancelContractInput: CancelContractInput;
  CancelContractPayload: Omit<CancelContractPayload, 'thread'> & { thread: ResolversParentTypes['CaseThread'] };
  CancelContractResult: ResolversUnionTypes<ResolversParentTypes>['CancelContractResult'];
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: Omit<CancelOrderPayload, 'order'> & { order: ResolversParentTypes['Order'] };
  CancelOrderResult: ResolversUnionTypes<ResolversParentTypes>['CancelOrderResult'];
  Case: CaseModel;
  CaseChange: CaseChangeModel;
  CaseCounterpartCount: Omit<CaseCounterpartCount, 'counterpart'> & { counterpart: ResolversParentTypes['Member'] };
  CaseEvent: CaseEventModel;
  CaseEventConnection: Omit<CaseEventConnection, 'edges'> & { edges: Array<ResolversParentTypes['CaseEventEdge']> };
  CaseEventEdge: Omit<CaseEventEdge, 'node'> & { node: ResolversParentTypes['CaseEvent'] };
  CaseFilter: CaseFilter;
  CaseNote: CaseNoteModel;
  CaseStatusCount: CaseStatusCount;
  CaseSummary: CaseSummaryModel;
  CaseThread: CaseThreadModel;
  CaseViewAsOf: CaseViewAsOf;
  CaseViewConnection: Omit<CaseViewConnection, 'edges'> & { edges: Array<ResolversParentTypes['CaseViewEdge']> };
  CaseViewEdge: Omit<CaseViewEdge, 'node'> & { node: ResolversParentTypes['CaseViewEntry'] };
  CaseViewEntry: CaseViewEntryModel;
  CaseViewRebuild: CaseViewRebuildModel;
  CaseViewRebuildChange: CaseViewRebuildChangeModel;
  CaseViewRebuildConnection: Omit<CaseViewRebuildConnection, 'edges'> & { edges: Array<ResolversParentTypes['CaseViewRebuildEdge']> };
  CaseViewRebuildEdge: Omit<CaseViewRebuildEdge, 'node'> & { node: ResolversParentTypes['CaseViewRebuild'] };
  Checkpoint: Checkpoint;
  CommitToHiddenPurchaseInput: CommitToHiddenPurchaseInput;
  CommitToHiddenPurchasePayload: Omit<CommitToHiddenPurchasePayload, 'thread'> & { thread: ResolversParentTypes['CaseThread'] };
  CommitToHiddenPurchaseResult: ResolversUnionTypes<ResolversParentTypes>['CommitToHiddenPurchaseResult'];
  Contract: ContractModel;
  ContractComparison: ContractComparisonModel;
  ContractConditionsInput: ContractConditionsInput;
  ContractConflict: ContractConflictModel;
  ContractDelivery: ContractDelivery;
  ContractSignatureInput: ContractSignatureInput;
  ContractSubmission: ContractSubmissionModel;
  Currency: Scalars['Currency']['output'];
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeclineCaseInput: DeclineCaseInput;
  DeclineCasePayload: Omit<DeclineCasePayload, 'thread'> & { thread: ResolversParentTypes['CaseThread'] };
  DeclineCaseResult: ResolversUnionTypes<ResolversParentTypes>['DeclineCaseResult'];
  DeclineRouteInput: DeclineRouteInput;
  DeclineRoutePayload: Omit<DeclineRoutePayload, 'order'> & { order: ResolversParentTypes['Order'] };
  DeclineRouteResult: ResolversUnionTypes<ResolversParentTypes>['DeclineRouteResult'];
  DefineBusinessCalendarInput: DefineBusinessCalendarInput;
  DefineBusinessCalendarPayload: Omit<DefineBusinessCalendarPayload, 'calendar'> & { calendar: ResolversParentTypes['BusinessCalendar'] };
  DefineBusinessCalendarResult: ResolversUnionTypes<ResolversParentTypes>['DefineBusinessCalendarResult'];
  DeliveryReport: DeliveryReportModel;
  Discrepancy: DiscrepancyModel;
  EditCaseNoteInput: EditCaseNoteInput;
  EditCaseNotePayload: Omit<EditCaseNotePayload, 'note' | 'thread'> & { note: ResolversParentTypes['CaseNote'], thread: ResolversParentTypes['CaseThread'] };
  EditCaseNoteResult: ResolversUnionTypes<ResolversParentTypes>['EditCaseNoteResult'];
  EditOutletInput: EditOutletInput;
  EditOutletPayload: Omit<EditOutletPayload, 'outlet'> & { outlet: ResolversParentTypes['Outlet'] };
  EditOutletResult: ResolversUnionTypes<ResolversParentTypes>['EditOutletResult'];
  EndToleranceProfileResult: ResolversUnionTypes<ResolversParentTypes>['EndToleranceProfileResult'];
  EscalationStep: EscalationStep;
  EscalationStepInput: EscalationStepInput;
  EscalationSteps: EscalationStepsModel;
  EscalationStepsConnection: Omit<EscalationStepsConnection, 'edges'> & { edges: Array<ResolversParentTypes['EscalationStepsEdge']> };
  EscalationStepsEdge: Omit<EscalationStepsEdge, 'node'> & { node: ResolversParentTypes['EscalationSteps'] };
  GoodsComparison: GoodsComparisonModel;
  GoodsLine: GoodsLine;
  GoodsReport: GoodsReportModel;
  GuestLimit: RefusalModel;
  HiddenPurchase: HiddenPurchaseModel;
  HiddenPurchaseReport: HiddenPurchaseReport;
  HubReportKey: HubReportKey;
  IdempotencyConflict: RefusalModel;
  InclusionProof: InclusionProof;
  InputFault: InputFault;
  InvalidInput: RefusalModel;
  ItemIdentifier: ItemIdentifier;
  ItemIdentifierInput: ItemIdentifierInput;
  Lateness: LatenessModel;
  LatenessConnection: Omit<LatenessConnection, 'edges'> & { edges: Array<ResolversParentTypes['LatenessEdge']> };
  LatenessEdge: Omit<LatenessEdge, 'node'> & { node: ResolversParentTypes['Lateness'] };
  LatenessFilter: LatenessFilter;
  LevelExceeded: RefusalModel;
  LinkHubPurchaseInput: LinkHubPurchaseInput;
  LinkHubPurchasePayload: LinkHubPurchasePayload;
  LinkHubPurchaseResult: ResolversUnionTypes<ResolversParentTypes>['LinkHubPurchaseResult'];
  LogEntry: LogEntryModel;
  LogPublicKey: LogPublicKey;
  MarkCaseReadInput: MarkCaseReadInput;
  MarkCaseReadPayload: Omit<MarkCaseReadPayload, 'thread'> & { thread: ResolversParentTypes['CaseThread'] };
  MarkCaseReadResult: ResolversUnionTypes<ResolversParentTypes>['MarkCaseReadResult'];
  Member: MemberModel;
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  NotAllowed: RefusalModel;
  NotFound: RefusalModel;
  OpeningException: OpeningException;
  OpeningExceptionInput: OpeningExceptionInput;
  OpeningHours: OpeningHours;
  OpeningHoursInput: OpeningHoursInput;
  OpeningSpan: OpeningSpan;
  OpeningSpanInput: OpeningSpanInput;
  Opportunity: Opportunity;
  Order: OrderModel;
  OrderLine: OrderLine;
  OrderLineInput: OrderLineInput;
  OrderResponse: OrderResponseModel;
  OrderRouting: OrderRoutingModel;
  OrderRoutingConnection: Omit<OrderRoutingConnection, 'edges'> & { edges: Array<ResolversParentTypes['OrderRoutingEdge']> };
  OrderRoutingEdge: Omit<OrderRoutingEdge, 'node'> & { node: ResolversParentTypes['OrderRouting'] };
  OrderTerms: OrderTerms;
  OrderTermsInput: OrderTermsInput;
  Outlet: OutletModel;
  OutletConnection: Omit<OutletConnection, 'edges'> & { edges: Array<ResolversParentTypes['OutletEdge']> };
  OutletEdge: Omit<OutletEdge, 'node'> & { node: ResolversParentTypes['Outlet'] };
  OutletRevision: OutletRevisionModel;
  OutletRevisionConnection: Omit<OutletRevisionConnection, 'edges'> & { edges: Array<ResolversParentTypes['OutletRevisionEdge']> };
  OutletRevisionEdge: Omit<OutletRevisionEdge, 'node'> & { node: ResolversParentTypes['OutletRevision'] };
  OutletStock: OutletStockModel;
  OutletStockConnection: Omit<OutletStockConnection, 'edges'> & { edges: Array<ResolversParentTypes['OutletStockEdge']> };
  OutletStockEdge: Omit<OutletStockEdge, 'node'> & { node: ResolversParentTypes['OutletStock'] };
  OutletStockInput: OutletStockInput;
  PageInfo: PageInfo;
  PlaceInput: PlaceInput;
  PlaceOrderInput: PlaceOrderInput;
  PlaceOrderPayload: Omit<PlaceOrderPayload, 'order'> & { order: ResolversParentTypes['Order'] };
  PlaceOrderResult: ResolversUnionTypes<ResolversParentTypes>['PlaceOrderResult'];
  ProposeToleranceProfileInput: ProposeToleranceProfileInput;
  ProposeToleranceProfileResult: ResolversUnionTypes<ResolversParentTypes>['ProposeToleranceProfileResult'];
  QuantityTolerance: QuantityTolerance;
  QuantityToleranceInput: QuantityToleranceInput;
  Query: Record<PropertyKey, never>;
  RebuildCaseViewInput: RebuildCaseViewInput;
  RebuildCaseViewPayload: Omit<RebuildCaseViewPayload, 'rebuild'> & { rebuild: ResolversParentTypes['CaseViewRebuild'] };
  RebuildCaseViewResult: ResolversUnionTypes<ResolversParentTypes>['RebuildCaseViewResult'];
  ReferToCaseInput: ReferToCaseInput;
  ReferToCasePayload: Omit<ReferToCasePayload, 'thread'> & { thread: ResolversParentTypes['CaseThread'] };
  ReferToCaseResult: ResolversUnionTypes<ResolversParentTypes>['ReferToCaseResult'];
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  RegisterCaseInput: RegisterCaseInput;
  RegisterCasePayload: Omit<RegisterCasePayload, 'case'> & { case: ResolversParentTypes['Case'] };
  RegisterCaseResult: ResolversUnionTypes<ResolversParentTypes>['RegisterCaseResult'];
  RegisterOutletInput: RegisterOutletInput;
  RegisterOutletPayload: Omit<RegisterOutletPayload, 'outlet'> & { outlet: ResolversParentTypes['Outlet'] };
  RegisterOutletResult: ResolversUnionTypes<ResolversParentTypes>['RegisterOutletResult'];
  RegisterSigningKeyInput: RegisterSigningKeyInput;
  RegisterSigningKeyResult: ResolversUnionTypes<ResolversParentTypes>['RegisterSigningKeyResult'];
  RemoveCaseNoteInput: RemoveCaseNoteInput;
  RemoveCaseNotePayload: Omit<RemoveCaseNotePayload, 'thread'> & { thread: ResolversParentTypes['CaseThread'] };
  RemoveCaseNoteResult: ResolversUnionTypes<ResolversParentTypes>['RemoveCaseNoteResult'];
  ReportDeliveryInput: ReportDeliveryInput;
  ReportDeliveryPayload: Omit<ReportDeliveryPayload, 'report' | 'thread'> & { report: ResolversParentTypes['DeliveryReport'], thread: ResolversParentTypes['CaseThread'] };
  ReportDeliveryResult: ResolversUnionTypes<ResolversParentTypes>['ReportDeliveryResult'];
  ReportGoodsInput: ReportGoodsInput;
  ReportGoodsPayload: Omit<ReportGoodsPayload, 'report' | 'thread'> & { report: ResolversParentTypes['GoodsReport'], thread: ResolversParentTypes['CaseThread'] };
  ReportGoodsResult: ResolversUnionTypes<ResolversParentTypes>['ReportGoodsResult'];
  ReportHiddenPurchaseInput: ReportHiddenPurchaseInput;
  ReportHiddenPurchasePayload: ReportHiddenPurchasePayload;
  ReportHiddenPurchaseResult: ResolversUnionTypes<ResolversParentTypes>['ReportHiddenPurchaseResult'];
  RespondToOrderInput: RespondToOrderInput;
  RespondToOrderPayload: Omit<RespondToOrderPayload, 'order'> & { order: ResolversParentTypes['Order'] };
  RespondToOrderResult: ResolversUnionTypes<ResolversParentTypes>['RespondToOrderResult'];
  RevokeSigningKeyInput: RevokeSigningKeyInput;
  RevokeSigningKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokeSigningKeyResult'];
  RotateLogKeyInput: RotateLogKeyInput;
  RotateLogKeyPayload: RotateLogKeyPayload;
  RotateLogKeyResult: ResolversUnionTypes<ResolversParentTypes>['RotateLogKeyResult'];
  RouteCandidate: RouteCandidateModel;
  RouteDecision: RouteDecisionModel;
  SendOrderInput: SendOrderInput;
  SendOrderPayload: Omit<SendOrderPayload, 'order'> & { order: ResolversParentTypes['Order'] };
  SendOrderResult: ResolversUnionTypes<ResolversParentTypes>['SendOrderResult'];
  ServingOutlet: ServingOutlet;
  SetEscalationStepsInput: SetEscalationStepsInput;
  SetEscalationStepsPayload: Omit<SetEscalationStepsPayload, 'escalationSteps'> & { escalationSteps: ResolversParentTypes['EscalationSteps'] };
  SetEscalationStepsResult: ResolversUnionTypes<ResolversParentTypes>['SetEscalationStepsResult'];
  SetOutletStockInput: SetOutletStockInput;
  SetOutletStockPayload: Omit<SetOutletStockPayload, 'outlet'> & { outlet: ResolversParentTypes['Outlet'] };
  SetOutletStockResult: ResolversUnionTypes<ResolversParentTypes>['SetOutletStockResult'];
  SettlementAgentMissing: RefusalModel;
  Shop: Shop;
  ShopOrder: ShopOrderModel;
  ShopOrderStep: ShopOrderStepModel;
  SignatureRefused: RefusalModel;
  SigningKey: SigningKeyModel;
  SigningKeyPayload: Omit<SigningKeyPayload, 'signingKey'> & { signingKey: ResolversParentTypes['SigningKey'] };
  StandingInstruction: StandingInstruction;
  StockChange: StockChangeModel;
  StockChangeConnection: Omit<StockChangeConnection, 'edges'> & { edges: Array<ResolversParentTypes['StockChangeEdge']> };
  StockChangeEdge: Omit<StockChangeEdge, 'node'> & { node: ResolversParentTypes['StockChange'] };
  SubmissionSignature: Omit<SubmissionSignature, 'key'> & { key: ResolversParentTypes['SigningKey'] };
  SubmitContractInput: SubmitContractInput;
  SubmitContractPayload: Omit<SubmitContractPayload, 'comparison' | 'contract' | 'submission' | 'thread'> & { comparison?: Maybe<ResolversParentTypes['ContractComparison']>, contract?: Maybe<ResolversParentTypes['Contract']>, submission: ResolversParentTypes['ContractSubmission'], thread: ResolversParentTypes['CaseThread'] };
  SubmitContractResult: ResolversUnionTypes<ResolversParentTypes>['SubmitContractResult'];
  Subscription: Record<PropertyKey, never>;
  ThreadVersionInput: ThreadVersionInput;
  ToleranceProfile: ToleranceProfileModel;
  ToleranceProfileConnection: Omit<ToleranceProfileConnection, 'edges'> & { edges: Array<ResolversParentTypes['ToleranceProfileEdge']> };
  ToleranceProfileEdge: Omit<ToleranceProfileEdge, 'node'> & { node: ResolversParentTypes['ToleranceProfile'] };
  ToleranceProfileInput: ToleranceProfileInput;
  ToleranceProfilePayload: Omit<ToleranceProfilePayload, 'toleranceProfile'> & { toleranceProfile: ResolversParentTypes['ToleranceProfile'] };
  ToleranceRules: ToleranceRules;
  ToleranceRulesInput: ToleranceRulesInput;
  UnitFactor: UnitFactor;
  UnitFactorInput: UnitFactorInput;
  UnreadableDocument: RefusalModel;
  Viewer: Omit<Viewer, 'caseSummary' | 'cases' | 'latenesses' | 'orderRoutings' | 'outlets' | 'toleranceProfiles'> & { caseSummary: ResolversParentTypes['CaseSummary'], cases: ResolversParentTypes['CaseViewConnection'], latenesses: ResolversParentTypes['LatenessConnection'], orderRoutings: ResolversParentTypes['OrderRoutingConnection'], outlets: ResolversParentTypes['OutletConnection'], toleranceProfiles: ResolversParentTypes['ToleranceProfileConnection'] } | FederationReferenceTypes['Viewer'];
  WithdrawCaseInput: WithdrawCaseInput;
  WithdrawCasePayload: Omit<WithdrawCasePayload, 'thread'> & { thread: ResolversParentTypes['CaseThread'] };
  WithdrawCaseResult: ResolversUnionTypes<ResolversParentTypes>['WithdrawCaseResult'];
  WrongState: RefusalModel;
};

export type AcceptToleranceProfileResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptToleranceProfileResult'] = ResolversParentTypes['AcceptToleranceProfileResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ToleranceProfilePayload' | 'WrongState', ParentType, ContextType>;
};

export type AddCaseNotePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddCaseNotePayload'] = ResolversParentTypes['AddCaseNotePayload']> = {
  note?: Resolver<ResolversTypes['CaseNote'], ParentType, ContextType>;
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddCaseNoteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddCaseNoteResult'] = ResolversParentTypes['AddCaseNoteResult']> = {
  __resolveType: TypeResolveFn<'AddCaseNotePayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type AmountToleranceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AmountTolerance'] = ResolversParentTypes['AmountTolerance']> = {
  absolute?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  ppm?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AppliedToleranceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppliedTolerance'] = ResolversParentTypes['AppliedTolerance']> = {
  profileId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BusinessCalendarResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BusinessCalendar'] = ResolversParentTypes['BusinessCalendar']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countsBusinessDays?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  definedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['BusinessCalendarConnection'], ParentType, ContextType, RequireFields<BusinessCalendarHistoryArgs, 'first'>>;
  holidays?: Resolver<Array<ResolversTypes['Date']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weekend?: Resolver<Array<ResolversTypes['DayOfWeek']>, ParentType, ContextType>;
};

export type BusinessCalendarConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BusinessCalendarConnection'] = ResolversParentTypes['BusinessCalendarConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BusinessCalendarEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BusinessCalendarEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BusinessCalendarEdge'] = ResolversParentTypes['BusinessCalendarEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BusinessCalendar'], ParentType, ContextType>;
};

export type CancelContractPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelContractPayload'] = ResolversParentTypes['CancelContractPayload']> = {
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelContractResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelContractResult'] = ResolversParentTypes['CancelContractResult']> = {
  __resolveType: TypeResolveFn<'CancelContractPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type CancelOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelOrderPayload'] = ResolversParentTypes['CancelOrderPayload']> = {
  cancelled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelOrderResult'] = ResolversParentTypes['CancelOrderResult']> = {
  __resolveType: TypeResolveFn<'CancelOrderPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type CaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'], FederationReferenceType extends FederationReferenceTypes['Case'] = FederationReferenceTypes['Case']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Case']> | FederationReferenceType, FederationReferenceType, ContextType>;
  budget?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  caseCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  opportunity?: Resolver<Maybe<ResolversTypes['Opportunity']>, ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  threads?: Resolver<Array<ResolversTypes['CaseThread']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseChange'] = ResolversParentTypes['CaseChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['CaseEventKind']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CaseChangeKind'], ParentType, ContextType>;
  statusAfter?: Resolver<Maybe<ResolversTypes['CaseStatus']>, ParentType, ContextType>;
  statusBefore?: Resolver<Maybe<ResolversTypes['CaseStatus']>, ParentType, ContextType>;
  thread?: Resolver<Maybe<ResolversTypes['CaseThread']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CaseCounterpartCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseCounterpartCount'] = ResolversParentTypes['CaseCounterpartCount']> = {
  byStatus?: Resolver<Array<ResolversTypes['CaseStatusCount']>, ParentType, ContextType>;
  counterpart?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEvent'] = ResolversParentTypes['CaseEvent']> = {
  actor?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['ContactChannel']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CaseEventKind'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  standingInstruction?: Resolver<Maybe<ResolversTypes['StandingInstruction']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CaseStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEventConnection'] = ResolversParentTypes['CaseEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CaseEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CaseEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEventEdge'] = ResolversParentTypes['CaseEventEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CaseEvent'], ParentType, ContextType>;
};

export type CaseNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseNote'] = ResolversParentTypes['CaseNote']> = {
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CaseStatusCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseStatusCount'] = ResolversParentTypes['CaseStatusCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CaseStatus'], ParentType, ContextType>;
};

export type CaseSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseSummary'] = ResolversParentTypes['CaseSummary']> = {
  asOf?: Resolver<ResolversTypes['CaseViewAsOf'], ParentType, ContextType>;
  byCounterpart?: Resolver<Array<ResolversTypes['CaseCounterpartCount']>, ParentType, ContextType, RequireFields<CaseSummaryByCounterpartArgs, 'first'>>;
  byStatus?: Resolver<Array<ResolversTypes['CaseStatusCount']>, ParentType, ContextType>;
  delayed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  headCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  newestChangeAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unread?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseThreadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseThread'] = ResolversParentTypes['CaseThread'], FederationReferenceType extends FederationReferenceTypes['CaseThread'] = FederationReferenceTypes['CaseThread']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CaseThread']> | FederationReferenceType, FederationReferenceType, ContextType>;
  allowedActions?: Resolver<Array<ResolversTypes['CaseAction']>, ParentType, ContextType>;
  case?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  comparison?: Resolver<Maybe<ResolversTypes['ContractComparison']>, ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['ContractConflict']>, ParentType, ContextType>;
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  delayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deliveryReports?: Resolver<Array<ResolversTypes['DeliveryReport']>, ParentType, ContextType>;
  goodsComparison?: Resolver<Maybe<ResolversTypes['GoodsComparison']>, ParentType, ContextType>;
  goodsReports?: Resolver<Array<ResolversTypes['GoodsReport']>, ParentType, ContextType>;
  hiddenPurchase?: Resolver<Maybe<ResolversTypes['HiddenPurchase']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['CaseEventConnection'], ParentType, ContextType, RequireFields<CaseThreadHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latenesses?: Resolver<Array<ResolversTypes['Lateness']>, ParentType, ContextType>;
  notes?: Resolver<Array<ResolversTypes['CaseNote']>, ParentType, ContextType>;
  orders?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  partial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CaseStatus'], ParentType, ContextType>;
  submissions?: Resolver<Array<ResolversTypes['ContractSubmission']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseViewAsOfResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseViewAsOf'] = ResolversParentTypes['CaseViewAsOf']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lag?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseViewConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseViewConnection'] = ResolversParentTypes['CaseViewConnection']> = {
  asOf?: Resolver<ResolversTypes['CaseViewAsOf'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['CaseViewEdge']>, ParentType, ContextType>;
  headCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CaseViewEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseViewEdge'] = ResolversParentTypes['CaseViewEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CaseViewEntry'], ParentType, ContextType>;
};

export type CaseViewEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseViewEntry'] = ResolversParentTypes['CaseViewEntry']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  counterpart?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  delayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CaseStatus'], ParentType, ContextType>;
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unread?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseViewRebuildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseViewRebuild'] = ResolversParentTypes['CaseViewRebuild']> = {
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  membersDone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseViewRebuildState'], ParentType, ContextType>;
  threads?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  view?: Resolver<ResolversTypes['CaseViewSide'], ParentType, ContextType>;
};

export type CaseViewRebuildChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseViewRebuildChange'] = ResolversParentTypes['CaseViewRebuildChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CaseViewRebuildChangeKind'], ParentType, ContextType>;
  rebuild?: Resolver<Maybe<ResolversTypes['CaseViewRebuild']>, ParentType, ContextType>;
};

export type CaseViewRebuildConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseViewRebuildConnection'] = ResolversParentTypes['CaseViewRebuildConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CaseViewRebuildEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CaseViewRebuildEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseViewRebuildEdge'] = ResolversParentTypes['CaseViewRebuildEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CaseViewRebuild'], ParentType, ContextType>;
};

export type CheckpointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Checkpoint'] = ResolversParentTypes['Checkpoint']> = {
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rootHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  treeSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommitToHiddenPurchasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommitToHiddenPurchasePayload'] = ResolversParentTypes['CommitToHiddenPurchasePayload']> = {
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommitToHiddenPurchaseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommitToHiddenPurchaseResult'] = ResolversParentTypes['CommitToHiddenPurchaseResult']> = {
  __resolveType: TypeResolveFn<'CommitToHiddenPurchasePayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type ContractResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contract'] = ResolversParentTypes['Contract'], FederationReferenceType extends FederationReferenceTypes['Contract'] = FederationReferenceTypes['Contract']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Contract']> | FederationReferenceType, FederationReferenceType, ContextType>;
  buyer?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  calendar?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cancelledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  certificate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contractCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deliverBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deliveries?: Resolver<Array<ResolversTypes['ContractDelivery']>, ParentType, ContextType>;
  escalation?: Resolver<Array<ResolversTypes['EscalationStep']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latenesses?: Resolver<Array<ResolversTypes['Lateness']>, ParentType, ContextType>;
  logEntries?: Resolver<Array<ResolversTypes['LogEntry']>, ParentType, ContextType>;
  notarizedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  payment?: Resolver<ResolversTypes['PaymentArrangement'], ParentType, ContextType>;
  seller?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  settlement?: Resolver<ResolversTypes['SettlementMethod'], ParentType, ContextType>;
  settlementAgent?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ContractComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContractComparison'] = ResolversParentTypes['ContractComparison']> = {
  comparedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  discrepancies?: Resolver<Array<ResolversTypes['Discrepancy']>, ParentType, ContextType>;
  ruleSet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tolerance?: Resolver<ResolversTypes['AppliedTolerance'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['ContractVerdict'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContractConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContractConflict'] = ResolversParentTypes['ContractConflict']> = {
  earlierSubmissionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  laterSubmissionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ContractDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContractDelivery'] = ResolversParentTypes['ContractDelivery']> = {
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  fulfilledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  part?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContractSubmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContractSubmission'] = ResolversParentTypes['ContractSubmission']> = {
  documentKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roundingOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['ContractSide'], ParentType, ContextType>;
  signature?: Resolver<Maybe<ResolversTypes['SubmissionSignature']>, ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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

export type DeclineCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeclineCasePayload'] = ResolversParentTypes['DeclineCasePayload']> = {
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeclineCaseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeclineCaseResult'] = ResolversParentTypes['DeclineCaseResult']> = {
  __resolveType: TypeResolveFn<'DeclineCasePayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type DeclineRoutePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeclineRoutePayload'] = ResolversParentTypes['DeclineRoutePayload']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeclineRouteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeclineRouteResult'] = ResolversParentTypes['DeclineRouteResult']> = {
  __resolveType: TypeResolveFn<'DeclineRoutePayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type DefineBusinessCalendarPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefineBusinessCalendarPayload'] = ResolversParentTypes['DefineBusinessCalendarPayload']> = {
  calendar?: Resolver<ResolversTypes['BusinessCalendar'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DefineBusinessCalendarResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefineBusinessCalendarResult'] = ResolversParentTypes['DefineBusinessCalendarResult']> = {
  __resolveType: TypeResolveFn<'DefineBusinessCalendarPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'WrongState', ParentType, ContextType>;
};

export type DeliveryReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryReport'] = ResolversParentTypes['DeliveryReport']> = {
  beforeReservation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deliveredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reportedBy?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type DiscrepancyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Discrepancy'] = ResolversParentTypes['Discrepancy']> = {
  buyerNormalised?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  buyerValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remedy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sellerNormalised?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sellerValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tolerance?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['DiscrepancyWeight'], ParentType, ContextType>;
};

export type EditCaseNotePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditCaseNotePayload'] = ResolversParentTypes['EditCaseNotePayload']> = {
  note?: Resolver<ResolversTypes['CaseNote'], ParentType, ContextType>;
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditCaseNoteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditCaseNoteResult'] = ResolversParentTypes['EditCaseNoteResult']> = {
  __resolveType: TypeResolveFn<'EditCaseNotePayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type EditOutletPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditOutletPayload'] = ResolversParentTypes['EditOutletPayload']> = {
  outlet?: Resolver<ResolversTypes['Outlet'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditOutletResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditOutletResult'] = ResolversParentTypes['EditOutletResult']> = {
  __resolveType: TypeResolveFn<'EditOutletPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type EndToleranceProfileResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndToleranceProfileResult'] = ResolversParentTypes['EndToleranceProfileResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ToleranceProfilePayload' | 'WrongState', ParentType, ContextType>;
};

export type EscalationStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EscalationStep'] = ResolversParentTypes['EscalationStep']> = {
  action?: Resolver<ResolversTypes['EscalationAction'], ParentType, ContextType>;
  afterDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EscalationStepsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EscalationSteps'] = ResolversParentTypes['EscalationSteps']> = {
  history?: Resolver<ResolversTypes['EscalationStepsConnection'], ParentType, ContextType, RequireFields<EscalationStepsHistoryArgs, 'first'>>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['EscalationStep']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EscalationStepsConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EscalationStepsConnection'] = ResolversParentTypes['EscalationStepsConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EscalationStepsEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EscalationStepsEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EscalationStepsEdge'] = ResolversParentTypes['EscalationStepsEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EscalationSteps'], ParentType, ContextType>;
};

export type GoodsComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoodsComparison'] = ResolversParentTypes['GoodsComparison']> = {
  agree?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  discrepancies?: Resolver<Array<ResolversTypes['Discrepancy']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['GoodsLine']>, ParentType, ContextType>;
};

export type GoodsLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoodsLine'] = ResolversParentTypes['GoodsLine']> = {
  backordered?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  delivered?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ordered?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  short?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GoodsReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoodsReport'] = ResolversParentTypes['GoodsReport']> = {
  documentNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GoodsReportKind'], ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reportedBy?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type HiddenPurchaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HiddenPurchase'] = ResolversParentTypes['HiddenPurchase']> = {
  agreedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  commitment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  institution?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  reports?: Resolver<Array<ResolversTypes['HiddenPurchaseReport']>, ParentType, ContextType>;
};

export type HiddenPurchaseReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HiddenPurchaseReport'] = ResolversParentTypes['HiddenPurchaseReport']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['HiddenPurchaseStep'], ParentType, ContextType>;
};

export type HubReportKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HubReportKey'] = ResolversParentTypes['HubReportKey']> = {
  proof?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IdempotencyConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyConflict'] = ResolversParentTypes['IdempotencyConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InclusionProofResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InclusionProof'] = ResolversParentTypes['InclusionProof']> = {
  hashes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  leafIndex?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  treeSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type ItemIdentifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemIdentifier'] = ResolversParentTypes['ItemIdentifier']> = {
  scheme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LatenessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lateness'] = ResolversParentTypes['Lateness']> = {
  action?: Resolver<ResolversTypes['EscalationAction'], ParentType, ContextType>;
  contractCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  fallsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  foundAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LatenessKind'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  thread?: Resolver<Maybe<ResolversTypes['CaseThread']>, ParentType, ContextType>;
  warned?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType>;
};

export type LatenessConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LatenessConnection'] = ResolversParentTypes['LatenessConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LatenessEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LatenessEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LatenessEdge'] = ResolversParentTypes['LatenessEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Lateness'], ParentType, ContextType>;
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

export type LinkHubPurchasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkHubPurchasePayload'] = ResolversParentTypes['LinkHubPurchasePayload']> = {
  commitment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkHubPurchaseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkHubPurchaseResult'] = ResolversParentTypes['LinkHubPurchaseResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'LinkHubPurchasePayload' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type LogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogEntry'] = ResolversParentTypes['LogEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  inclusionProof?: Resolver<ResolversTypes['InclusionProof'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LogEntryKind'], ParentType, ContextType>;
  leafHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  leafIndex?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LogPublicKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogPublicKey'] = ResolversParentTypes['LogPublicKey']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fromSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  generation?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  toSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  voucher?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MarkCaseReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkCaseReadPayload'] = ResolversParentTypes['MarkCaseReadPayload']> = {
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkCaseReadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkCaseReadResult'] = ResolversParentTypes['MarkCaseReadResult']> = {
  __resolveType: TypeResolveFn<'MarkCaseReadPayload' | 'NotFound', ParentType, ContextType>;
};

export type MemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  signingKeys?: Resolver<Maybe<Array<ResolversTypes['SigningKey']>>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptToleranceProfile?: Resolver<ResolversTypes['AcceptToleranceProfileResult'], ParentType, ContextType, RequireFields<MutationAcceptToleranceProfileArgs, 'input'>>;
  addCaseNote?: Resolver<ResolversTypes['AddCaseNoteResult'], ParentType, ContextType, RequireFields<MutationAddCaseNoteArgs, 'input'>>;
  cancelContract?: Resolver<ResolversTypes['CancelContractResult'], ParentType, ContextType, RequireFields<MutationCancelContractArgs, 'input'>>;
  cancelOrder?: Resolver<ResolversTypes['CancelOrderResult'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  commitToHiddenPurchase?: Resolver<ResolversTypes['CommitToHiddenPurchaseResult'], ParentType, ContextType, RequireFields<MutationCommitToHiddenPurchaseArgs, 'input'>>;
  declineCase?: Resolver<ResolversTypes['DeclineCaseResult'], ParentType, ContextType, RequireFields<MutationDeclineCaseArgs, 'input'>>;
  declineRoute?: Resolver<ResolversTypes['DeclineRouteResult'], ParentType, ContextType, RequireFields<MutationDeclineRouteArgs, 'input'>>;
  defineBusinessCalendar?: Resolver<ResolversTypes['DefineBusinessCalendarResult'], ParentType, ContextType, RequireFields<MutationDefineBusinessCalendarArgs, 'input'>>;
  editCaseNote?: Resolver<ResolversTypes['EditCaseNoteResult'], ParentType, ContextType, RequireFields<MutationEditCaseNoteArgs, 'input'>>;
  editOutlet?: Resolver<ResolversTypes['EditOutletResult'], ParentType, ContextType, RequireFields<MutationEditOutletArgs, 'input'>>;
  endToleranceProfile?: Resolver<ResolversTypes['EndToleranceProfileResult'], ParentType, ContextType, RequireFields<MutationEndToleranceProfileArgs, 'input'>>;
  linkHubPurchase?: Resolver<ResolversTypes['LinkHubPurchaseResult'], ParentType, ContextType, RequireFields<MutationLinkHubPurchaseArgs, 'input'>>;
  markCaseRead?: Resolver<ResolversTypes['MarkCaseReadResult'], ParentType, ContextType, RequireFields<MutationMarkCaseReadArgs, 'input'>>;
  placeOrder?: Resolver<ResolversTypes['PlaceOrderResult'], ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  proposeToleranceProfile?: Resolver<ResolversTypes['ProposeToleranceProfileResult'], ParentType, ContextType, RequireFields<MutationProposeToleranceProfileArgs, 'input'>>;
  rebuildCaseView?: Resolver<ResolversTypes['RebuildCaseViewResult'], ParentType, ContextType, RequireFields<MutationRebuildCaseViewArgs, 'input'>>;
  referToCase?: Resolver<ResolversTypes['ReferToCaseResult'], ParentType, ContextType, RequireFields<MutationReferToCaseArgs, 'input'>>;
  registerCase?: Resolver<ResolversTypes['RegisterCaseResult'], ParentType, ContextType, RequireFields<MutationRegisterCaseArgs, 'input'>>;
  registerOutlet?: Resolver<ResolversTypes['RegisterOutletResult'], ParentType, ContextType, RequireFields<MutationRegisterOutletArgs, 'input'>>;
  registerSigningKey?: Resolver<ResolversTypes['RegisterSigningKeyResult'], ParentType, ContextType, RequireFields<MutationRegisterSigningKeyArgs, 'input'>>;
  removeCaseNote?: Resolver<ResolversTypes['RemoveCaseNoteResult'], ParentType, ContextType, RequireFields<MutationRemoveCaseNoteArgs, 'input'>>;
  reportDelivery?: Resolver<ResolversTypes['ReportDeliveryResult'], ParentType, ContextType, RequireFields<MutationReportDeliveryArgs, 'input'>>;
  reportGoods?: Resolver<ResolversTypes['ReportGoodsResult'], ParentType, ContextType, RequireFields<MutationReportGoodsArgs, 'input'>>;
  reportHiddenPurchase?: Resolver<ResolversTypes['ReportHiddenPurchaseResult'], ParentType, ContextType, RequireFields<MutationReportHiddenPurchaseArgs, 'input'>>;
  respondToOrder?: Resolver<ResolversTypes['RespondToOrderResult'], ParentType, ContextType, RequireFields<MutationRespondToOrderArgs, 'input'>>;
  revokeSigningKey?: Resolver<ResolversTypes['RevokeSigningKeyResult'], ParentType, ContextType, RequireFields<MutationRevokeSigningKeyArgs, 'input'>>;
  rotateLogKey?: Resolver<ResolversTypes['RotateLogKeyResult'], ParentType, ContextType, RequireFields<MutationRotateLogKeyArgs, 'input'>>;
  sendOrder?: Resolver<ResolversTypes['SendOrderResult'], ParentType, ContextType, RequireFields<MutationSendOrderArgs, 'input'>>;
  setEscalationSteps?: Resolver<ResolversTypes['SetEscalationStepsResult'], ParentType, ContextType, RequireFields<MutationSetEscalationStepsArgs, 'input'>>;
  setOutletStock?: Resolver<ResolversTypes['SetOutletStockResult'], ParentType, ContextType, RequireFields<MutationSetOutletStockArgs, 'input'>>;
  submitContract?: Resolver<ResolversTypes['SubmitContractResult'], ParentType, ContextType, RequireFields<MutationSubmitContractArgs, 'input'>>;
  withdrawCase?: Resolver<ResolversTypes['WithdrawCaseResult'], ParentType, ContextType, RequireFields<MutationWithdrawCaseArgs, 'input'>>;
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

export type OpeningExceptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpeningException'] = ResolversParentTypes['OpeningException']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  hours?: Resolver<Array<ResolversTypes['OpeningSpan']>, ParentType, ContextType>;
};

export type OpeningHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpeningHours'] = ResolversParentTypes['OpeningHours']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
};

export type OpeningSpanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpeningSpan'] = ResolversParentTypes['OpeningSpan']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OpportunityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Opportunity'] = ResolversParentTypes['Opportunity']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  deliverBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deliverFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  guaranteeNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  orderCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replacedBy?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  replaces?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['OrderResponse']>, ParentType, ContextType>;
  responses?: Resolver<Array<ResolversTypes['OrderResponse']>, ParentType, ContextType>;
  routing?: Resolver<Maybe<ResolversTypes['OrderRouting']>, ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shopOrder?: Resolver<Maybe<ResolversTypes['ShopOrder']>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['OrderTerms']>, ParentType, ContextType>;
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  deliverBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deliverFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gtin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  sellerItemId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderResponseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderResponse'] = ResolversParentTypes['OrderResponse']> = {
  deliverBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deliverFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrderResponseKind'], ParentType, ContextType>;
  lines?: Resolver<Maybe<Array<ResolversTypes['OrderLine']>>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  respondedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['OrderTerms']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderRoutingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderRouting'] = ResolversParentTypes['OrderRouting']> = {
  decisions?: Resolver<Maybe<Array<ResolversTypes['RouteDecision']>>, ParentType, ContextType>;
  distanceMetres?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nextTryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  servedBy?: Resolver<Maybe<ResolversTypes['ServingOutlet']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RoutingStatus'], ParentType, ContextType>;
};

export type OrderRoutingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderRoutingConnection'] = ResolversParentTypes['OrderRoutingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderRoutingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderRoutingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderRoutingEdge'] = ResolversParentTypes['OrderRoutingEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrderRouting'], ParentType, ContextType>;
};

export type OrderTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderTerms'] = ResolversParentTypes['OrderTerms']> = {
  deliveryPlace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deliveryTerms?: Resolver<Maybe<ResolversTypes['Incoterm']>, ParentType, ContextType>;
  governingTermsSha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  other?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paymentDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OutletResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Outlet'] = ResolversParentTypes['Outlet']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exceptions?: Resolver<Array<ResolversTypes['OpeningException']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openingHours?: Resolver<Array<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
  reachMetres?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revisions?: Resolver<ResolversTypes['OutletRevisionConnection'], ParentType, ContextType, RequireFields<OutletRevisionsArgs, 'first'>>;
  serving?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stock?: Resolver<ResolversTypes['OutletStockConnection'], ParentType, ContextType, RequireFields<OutletStockArgs, 'first'>>;
  stockChanges?: Resolver<ResolversTypes['StockChangeConnection'], ParentType, ContextType, RequireFields<OutletStockChangesArgs, 'first'>>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OutletConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutletConnection'] = ResolversParentTypes['OutletConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OutletEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OutletEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutletEdge'] = ResolversParentTypes['OutletEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Outlet'], ParentType, ContextType>;
};

export type OutletRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutletRevision'] = ResolversParentTypes['OutletRevision']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  exceptions?: Resolver<Array<ResolversTypes['OpeningException']>, ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openingHours?: Resolver<Array<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
  reachMetres?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  serving?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OutletRevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutletRevisionConnection'] = ResolversParentTypes['OutletRevisionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OutletRevisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OutletRevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutletRevisionEdge'] = ResolversParentTypes['OutletRevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OutletRevision'], ParentType, ContextType>;
};

export type OutletStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutletStock'] = ResolversParentTypes['OutletStock']> = {
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OutletStockConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutletStockConnection'] = ResolversParentTypes['OutletStockConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OutletStockEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OutletStockEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutletStockEdge'] = ResolversParentTypes['OutletStockEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OutletStock'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type PlaceOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceOrderPayload'] = ResolversParentTypes['PlaceOrderPayload']> = {
  next?: Resolver<Array<ResolversTypes['NextStep']>, ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  orderCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaceOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceOrderResult'] = ResolversParentTypes['PlaceOrderResult']> = {
  __resolveType: TypeResolveFn<'GuestLimit' | 'IdempotencyConflict' | 'InvalidInput' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'PlaceOrderPayload' | 'SettlementAgentMissing' | 'WrongState', ParentType, ContextType>;
};

export type ProposeToleranceProfileResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposeToleranceProfileResult'] = ResolversParentTypes['ProposeToleranceProfileResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ToleranceProfilePayload' | 'WrongState', ParentType, ContextType>;
};

export type QuantityToleranceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuantityTolerance'] = ResolversParentTypes['QuantityTolerance']> = {
  absolute?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  ppm?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  businessCalendars?: Resolver<Array<ResolversTypes['BusinessCalendar']>, ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType, Partial<QueryCaseArgs>>;
  caseThread?: Resolver<Maybe<ResolversTypes['CaseThread']>, ParentType, ContextType, RequireFields<QueryCaseThreadArgs, 'id'>>;
  caseViewRebuild?: Resolver<Maybe<ResolversTypes['CaseViewRebuild']>, ParentType, ContextType, RequireFields<QueryCaseViewRebuildArgs, 'id'>>;
  caseViewRebuilds?: Resolver<ResolversTypes['CaseViewRebuildConnection'], ParentType, ContextType, RequireFields<QueryCaseViewRebuildsArgs, 'first'>>;
  checkpoint?: Resolver<Maybe<ResolversTypes['Checkpoint']>, ParentType, ContextType>;
  consistencyProof?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType, RequireFields<QueryConsistencyProofArgs, 'fromSize' | 'toSize'>>;
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType, Partial<QueryContractArgs>>;
  escalationSteps?: Resolver<ResolversTypes['EscalationSteps'], ParentType, ContextType>;
  hubReportKey?: Resolver<ResolversTypes['HubReportKey'], ParentType, ContextType, RequireFields<QueryHubReportKeyArgs, 'memberId'>>;
  logPublicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  logPublicKeys?: Resolver<Array<ResolversTypes['LogPublicKey']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, Partial<QueryOrderArgs>>;
};

export type RebuildCaseViewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RebuildCaseViewPayload'] = ResolversParentTypes['RebuildCaseViewPayload']> = {
  rebuild?: Resolver<ResolversTypes['CaseViewRebuild'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RebuildCaseViewResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RebuildCaseViewResult'] = ResolversParentTypes['RebuildCaseViewResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'RebuildCaseViewPayload', ParentType, ContextType>;
};

export type ReferToCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferToCasePayload'] = ResolversParentTypes['ReferToCasePayload']> = {
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReferToCaseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferToCaseResult'] = ResolversParentTypes['ReferToCaseResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReferToCasePayload' | 'WrongState', ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType: TypeResolveFn<'GuestLimit' | 'IdempotencyConflict' | 'InvalidInput' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'SettlementAgentMissing' | 'SignatureRefused' | 'UnreadableDocument' | 'WrongState', ParentType, ContextType>;
};

export type RegisterCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterCasePayload'] = ResolversParentTypes['RegisterCasePayload']> = {
  case?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterCaseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterCaseResult'] = ResolversParentTypes['RegisterCaseResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'RegisterCasePayload', ParentType, ContextType>;
};

export type RegisterOutletPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterOutletPayload'] = ResolversParentTypes['RegisterOutletPayload']> = {
  outlet?: Resolver<ResolversTypes['Outlet'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterOutletResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterOutletResult'] = ResolversParentTypes['RegisterOutletResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'RegisterOutletPayload', ParentType, ContextType>;
};

export type RegisterSigningKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterSigningKeyResult'] = ResolversParentTypes['RegisterSigningKeyResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'SignatureRefused' | 'SigningKeyPayload' | 'WrongState', ParentType, ContextType>;
};

export type RemoveCaseNotePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveCaseNotePayload'] = ResolversParentTypes['RemoveCaseNotePayload']> = {
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveCaseNoteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveCaseNoteResult'] = ResolversParentTypes['RemoveCaseNoteResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotFound' | 'RemoveCaseNotePayload', ParentType, ContextType>;
};

export type ReportDeliveryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportDeliveryPayload'] = ResolversParentTypes['ReportDeliveryPayload']> = {
  report?: Resolver<ResolversTypes['DeliveryReport'], ParentType, ContextType>;
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportDeliveryResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportDeliveryResult'] = ResolversParentTypes['ReportDeliveryResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReportDeliveryPayload' | 'WrongState', ParentType, ContextType>;
};

export type ReportGoodsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportGoodsPayload'] = ResolversParentTypes['ReportGoodsPayload']> = {
  report?: Resolver<ResolversTypes['GoodsReport'], ParentType, ContextType>;
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportGoodsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportGoodsResult'] = ResolversParentTypes['ReportGoodsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReportGoodsPayload' | 'UnreadableDocument' | 'WrongState', ParentType, ContextType>;
};

export type ReportHiddenPurchasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportHiddenPurchasePayload'] = ResolversParentTypes['ReportHiddenPurchasePayload']> = {
  purchaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportHiddenPurchaseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportHiddenPurchaseResult'] = ResolversParentTypes['ReportHiddenPurchaseResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReportHiddenPurchasePayload' | 'SignatureRefused' | 'WrongState', ParentType, ContextType>;
};

export type RespondToOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RespondToOrderPayload'] = ResolversParentTypes['RespondToOrderPayload']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RespondToOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RespondToOrderResult'] = ResolversParentTypes['RespondToOrderResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RespondToOrderPayload' | 'WrongState', ParentType, ContextType>;
};

export type RevokeSigningKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeSigningKeyResult'] = ResolversParentTypes['RevokeSigningKeyResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SigningKeyPayload', ParentType, ContextType>;
};

export type RotateLogKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateLogKeyPayload'] = ResolversParentTypes['RotateLogKeyPayload']> = {
  logPublicKey?: Resolver<ResolversTypes['LogPublicKey'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RotateLogKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateLogKeyResult'] = ResolversParentTypes['RotateLogKeyResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'RotateLogKeyPayload' | 'WrongState', ParentType, ContextType>;
};

export type RouteCandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RouteCandidate'] = ResolversParentTypes['RouteCandidate']> = {
  distanceMetres?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  outlet?: Resolver<ResolversTypes['Outlet'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusedFor?: Resolver<Maybe<ResolversTypes['RouteRefusal']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type RouteDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RouteDecision'] = ResolversParentTypes['RouteDecision']> = {
  candidates?: Resolver<Array<ResolversTypes['RouteCandidate']>, ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['RouteCause'], ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outlet?: Resolver<Maybe<ResolversTypes['Outlet']>, ParentType, ContextType>;
};

export type SendOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendOrderPayload'] = ResolversParentTypes['SendOrderPayload']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SendOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendOrderResult'] = ResolversParentTypes['SendOrderResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'SendOrderPayload' | 'WrongState', ParentType, ContextType>;
};

export type ServingOutletResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServingOutlet'] = ResolversParentTypes['ServingOutlet']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SetEscalationStepsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetEscalationStepsPayload'] = ResolversParentTypes['SetEscalationStepsPayload']> = {
  escalationSteps?: Resolver<ResolversTypes['EscalationSteps'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetEscalationStepsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetEscalationStepsResult'] = ResolversParentTypes['SetEscalationStepsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'SetEscalationStepsPayload' | 'WrongState', ParentType, ContextType>;
};

export type SetOutletStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetOutletStockPayload'] = ResolversParentTypes['SetOutletStockPayload']> = {
  outlet?: Resolver<ResolversTypes['Outlet'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetOutletStockResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetOutletStockResult'] = ResolversParentTypes['SetOutletStockResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SetOutletStockPayload', ParentType, ContextType>;
};

export type SettlementAgentMissingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettlementAgentMissing'] = ResolversParentTypes['SettlementAgentMissing']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shop'] = ResolversParentTypes['Shop']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ShopOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopOrder'] = ResolversParentTypes['ShopOrder']> = {
  byGuest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  next?: Resolver<Array<ResolversTypes['NextStep']>, ParentType, ContextType>;
  onAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  payBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  quoteId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShopOrderStatus'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ShopOrderStep']>, ParentType, ContextType>;
  termsVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ShopOrderTextArgs>>;
};

export type ShopOrderStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShopOrderStep'] = ResolversParentTypes['ShopOrderStep']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShopOrderStatus'], ParentType, ContextType>;
};

export type SignatureRefusedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignatureRefused'] = ResolversParentTypes['SignatureRefused']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SigningKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SigningKey'] = ResolversParentTypes['SigningKey']> = {
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SigningKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SigningKeyPayload'] = ResolversParentTypes['SigningKeyPayload']> = {
  signingKey?: Resolver<ResolversTypes['SigningKey'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StandingInstructionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandingInstruction'] = ResolversParentTypes['StandingInstruction']> = {
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StockChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockChange'] = ResolversParentTypes['StockChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['StockChangeCause'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockChangeConnection'] = ResolversParentTypes['StockChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockChangeEdge'] = ResolversParentTypes['StockChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockChange'], ParentType, ContextType>;
};

export type SubmissionSignatureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionSignature'] = ResolversParentTypes['SubmissionSignature']> = {
  key?: Resolver<ResolversTypes['SigningKey'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubmitContractPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitContractPayload'] = ResolversParentTypes['SubmitContractPayload']> = {
  comparison?: Resolver<Maybe<ResolversTypes['ContractComparison']>, ParentType, ContextType>;
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  submission?: Resolver<ResolversTypes['ContractSubmission'], ParentType, ContextType>;
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubmitContractResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitContractResult'] = ResolversParentTypes['SubmitContractResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'SettlementAgentMissing' | 'SignatureRefused' | 'SubmitContractPayload' | 'UnreadableDocument' | 'WrongState', ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  caseChanged?: SubscriptionResolver<ResolversTypes['CaseChange'], "caseChanged", ParentType, ContextType, RequireFields<SubscriptionCaseChangedArgs, 'view'>>;
  caseViewRebuildChanged?: SubscriptionResolver<ResolversTypes['CaseViewRebuildChange'], "caseViewRebuildChanged", ParentType, ContextType, RequireFields<SubscriptionCaseViewRebuildChangedArgs, 'id'>>;
};

export type ToleranceProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ToleranceProfile'] = ResolversParentTypes['ToleranceProfile']> = {
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  profileId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedBy?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  proposedTo?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  rules?: Resolver<ResolversTypes['ToleranceRules'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ToleranceProfileStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ToleranceProfileConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ToleranceProfileConnection'] = ResolversParentTypes['ToleranceProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ToleranceProfileEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ToleranceProfileEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ToleranceProfileEdge'] = ResolversParentTypes['ToleranceProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ToleranceProfile'], ParentType, ContextType>;
};

export type ToleranceProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ToleranceProfilePayload'] = ResolversParentTypes['ToleranceProfilePayload']> = {
  toleranceProfile?: Resolver<ResolversTypes['ToleranceProfile'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ToleranceRulesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ToleranceRules'] = ResolversParentTypes['ToleranceRules']> = {
  amounts?: Resolver<Maybe<ResolversTypes['AmountTolerance']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  deliveryDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  factors?: Resolver<Maybe<Array<ResolversTypes['UnitFactor']>>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['QuantityTolerance']>, ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['AmountTolerance']>, ParentType, ContextType>;
};

export type UnitFactorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitFactor'] = ResolversParentTypes['UnitFactor']> = {
  contains?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['ItemIdentifier']>, ParentType, ContextType>;
  of?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnreadableDocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnreadableDocument'] = ResolversParentTypes['UnreadableDocument']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  caseSummary?: Resolver<ResolversTypes['CaseSummary'], ParentType, ContextType, RequireFields<ViewerCaseSummaryArgs, 'view'>>;
  cases?: Resolver<ResolversTypes['CaseViewConnection'], ParentType, ContextType, RequireFields<ViewerCasesArgs, 'first' | 'view'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latenesses?: Resolver<ResolversTypes['LatenessConnection'], ParentType, ContextType, RequireFields<ViewerLatenessesArgs, 'first'>>;
  orderRoutings?: Resolver<ResolversTypes['OrderRoutingConnection'], ParentType, ContextType, RequireFields<ViewerOrderRoutingsArgs, 'first'>>;
  outlets?: Resolver<ResolversTypes['OutletConnection'], ParentType, ContextType, RequireFields<ViewerOutletsArgs, 'first'>>;
  toleranceProfiles?: Resolver<ResolversTypes['ToleranceProfileConnection'], ParentType, ContextType, RequireFields<ViewerToleranceProfilesArgs, 'first'>>;
};

export type WithdrawCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawCasePayload'] = ResolversParentTypes['WithdrawCasePayload']> = {
  thread?: Resolver<ResolversTypes['CaseThread'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithdrawCaseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawCaseResult'] = ResolversParentTypes['WithdrawCaseResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WithdrawCasePayload' | 'WrongState', ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AcceptToleranceProfileResult?: AcceptToleranceProfileResultResolvers<ContextType>;
  AddCaseNotePayload?: AddCaseNotePayloadResolvers<ContextType>;
  AddCaseNoteResult?: AddCaseNoteResultResolvers<ContextType>;
  AmountTolerance?: AmountToleranceResolvers<ContextType>;
  AppliedTolerance?: AppliedToleranceResolvers<ContextType>;
  BusinessCalendar?: BusinessCalendarResolvers<ContextType>;
  BusinessCalendarConnection?: BusinessCalendarConnectionResolvers<ContextType>;
  BusinessCalendarEdge?: BusinessCalendarEdgeResolvers<ContextType>;
  CancelContractPayload?: CancelContractPayloadResolvers<ContextType>;
  CancelContractResult?: CancelContractResultResolvers<ContextType>;
  CancelOrderPayload?: CancelOrderPayloadResolvers<ContextType>;
  CancelOrderResult?: CancelOrderResultResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  CaseChange?: CaseChangeResolvers<ContextType>;
  CaseCounterpartCount?: CaseCounterpartCountResolvers<ContextType>;
  CaseEvent?: CaseEventResolvers<ContextType>;
  CaseEventConnection?: CaseEventConnectionResolvers<ContextType>;
  CaseEventEdge?: CaseEventEdgeResolvers<ContextType>;
  CaseNote?: CaseNoteResolvers<ContextType>;
  CaseStatusCount?: CaseStatusCountResolvers<ContextType>;
  CaseSummary?: CaseSummaryResolvers<ContextType>;
  CaseThread?: CaseThreadResolvers<ContextType>;
  CaseViewAsOf?: CaseViewAsOfResolvers<ContextType>;
  CaseViewConnection?: CaseViewConnectionResolvers<ContextType>;
  CaseViewEdge?: CaseViewEdgeResolvers<ContextType>;
  CaseViewEntry?: CaseViewEntryResolvers<ContextType>;
  CaseViewRebuild?: CaseViewRebuildResolvers<ContextType>;
  CaseViewRebuildChange?: CaseViewRebuildChangeResolvers<ContextType>;
  CaseViewRebuildConnection?: CaseViewRebuildConnectionResolvers<ContextType>;
  CaseViewRebuildEdge?: CaseViewRebuildEdgeResolvers<ContextType>;
  Checkpoint?: CheckpointResolvers<ContextType>;
  CommitToHiddenPurchasePayload?: CommitToHiddenPurchasePayloadResolvers<ContextType>;
  CommitToHiddenPurchaseResult?: CommitToHiddenPurchaseResultResolvers<ContextType>;
  Contract?: ContractResolvers<ContextType>;
  ContractComparison?: ContractComparisonResolvers<ContextType>;
  ContractConflict?: ContractConflictResolvers<ContextType>;
  ContractDelivery?: ContractDeliveryResolvers<ContextType>;
  ContractSubmission?: ContractSubmissionResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeclineCasePayload?: DeclineCasePayloadResolvers<ContextType>;
  DeclineCaseResult?: DeclineCaseResultResolvers<ContextType>;
  DeclineRoutePayload?: DeclineRoutePayloadResolvers<ContextType>;
  DeclineRouteResult?: DeclineRouteResultResolvers<ContextType>;
  DefineBusinessCalendarPayload?: DefineBusinessCalendarPayloadResolvers<ContextType>;
  DefineBusinessCalendarResult?: DefineBusinessCalendarResultResolvers<ContextType>;
  DeliveryReport?: DeliveryReportResolvers<ContextType>;
  Discrepancy?: DiscrepancyResolvers<ContextType>;
  EditCaseNotePayload?: EditCaseNotePayloadResolvers<ContextType>;
  EditCaseNoteResult?: EditCaseNoteResultResolvers<ContextType>;
  EditOutletPayload?: EditOutletPayloadResolvers<ContextType>;
  EditOutletResult?: EditOutletResultResolvers<ContextType>;
  EndToleranceProfileResult?: EndToleranceProfileResultResolvers<ContextType>;
  EscalationStep?: EscalationStepResolvers<ContextType>;
  EscalationSteps?: EscalationStepsResolvers<ContextType>;
  EscalationStepsConnection?: EscalationStepsConnectionResolvers<ContextType>;
  EscalationStepsEdge?: EscalationStepsEdgeResolvers<ContextType>;
  GoodsComparison?: GoodsComparisonResolvers<ContextType>;
  GoodsLine?: GoodsLineResolvers<ContextType>;
  GoodsReport?: GoodsReportResolvers<ContextType>;
  GuestLimit?: GuestLimitResolvers<ContextType>;
  HiddenPurchase?: HiddenPurchaseResolvers<ContextType>;
  HiddenPurchaseReport?: HiddenPurchaseReportResolvers<ContextType>;
  HubReportKey?: HubReportKeyResolvers<ContextType>;
  IdempotencyConflict?: IdempotencyConflictResolvers<ContextType>;
  InclusionProof?: InclusionProofResolvers<ContextType>;
  InputFault?: InputFaultResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  ItemIdentifier?: ItemIdentifierResolvers<ContextType>;
  Lateness?: LatenessResolvers<ContextType>;
  LatenessConnection?: LatenessConnectionResolvers<ContextType>;
  LatenessEdge?: LatenessEdgeResolvers<ContextType>;
  LevelExceeded?: LevelExceededResolvers<ContextType>;
  LinkHubPurchasePayload?: LinkHubPurchasePayloadResolvers<ContextType>;
  LinkHubPurchaseResult?: LinkHubPurchaseResultResolvers<ContextType>;
  LogEntry?: LogEntryResolvers<ContextType>;
  LogPublicKey?: LogPublicKeyResolvers<ContextType>;
  MarkCaseReadPayload?: MarkCaseReadPayloadResolvers<ContextType>;
  MarkCaseReadResult?: MarkCaseReadResultResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotAllowed?: NotAllowedResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  OpeningException?: OpeningExceptionResolvers<ContextType>;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  OpeningSpan?: OpeningSpanResolvers<ContextType>;
  Opportunity?: OpportunityResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderResponse?: OrderResponseResolvers<ContextType>;
  OrderRouting?: OrderRoutingResolvers<ContextType>;
  OrderRoutingConnection?: OrderRoutingConnectionResolvers<ContextType>;
  OrderRoutingEdge?: OrderRoutingEdgeResolvers<ContextType>;
  OrderTerms?: OrderTermsResolvers<ContextType>;
  Outlet?: OutletResolvers<ContextType>;
  OutletConnection?: OutletConnectionResolvers<ContextType>;
  OutletEdge?: OutletEdgeResolvers<ContextType>;
  OutletRevision?: OutletRevisionResolvers<ContextType>;
  OutletRevisionConnection?: OutletRevisionConnectionResolvers<ContextType>;
  OutletRevisionEdge?: OutletRevisionEdgeResolvers<ContextType>;
  OutletStock?: OutletStockResolvers<ContextType>;
  OutletStockConnection?: OutletStockConnectionResolvers<ContextType>;
  OutletStockEdge?: OutletStockEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlaceOrderPayload?: PlaceOrderPayloadResolvers<ContextType>;
  PlaceOrderResult?: PlaceOrderResultResolvers<ContextType>;
  ProposeToleranceProfileResult?: ProposeToleranceProfileResultResolvers<ContextType>;
  QuantityTolerance?: QuantityToleranceResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RebuildCaseViewPayload?: RebuildCaseViewPayloadResolvers<ContextType>;
  RebuildCaseViewResult?: RebuildCaseViewResultResolvers<ContextType>;
  ReferToCasePayload?: ReferToCasePayloadResolvers<ContextType>;
  ReferToCaseResult?: ReferToCaseResultResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RegisterCasePayload?: RegisterCasePayloadResolvers<ContextType>;
  RegisterCaseResult?: RegisterCaseResultResolvers<ContextType>;
  RegisterOutletPayload?: RegisterOutletPayloadResolvers<ContextType>;
  RegisterOutletResult?: RegisterOutletResultResolvers<ContextType>;
  RegisterSigningKeyResult?: RegisterSigningKeyResultResolvers<ContextType>;
  RemoveCaseNotePayload?: RemoveCaseNotePayloadResolvers<ContextType>;
  RemoveCaseNoteResult?: RemoveCaseNoteResultResolvers<ContextType>;
  ReportDeliveryPayload?: ReportDeliveryPayloadResolvers<ContextType>;
  ReportDeliveryResult?: ReportDeliveryResultResolvers<ContextType>;
  ReportGoodsPayload?: ReportGoodsPayloadResolvers<ContextType>;
  ReportGoodsResult?: ReportGoodsResultResolvers<ContextType>;
  ReportHiddenPurchasePayload?: ReportHiddenPurchasePayloadResolvers<ContextType>;
  ReportHiddenPurchaseResult?: ReportHiddenPurchaseResultResolvers<ContextType>;
  RespondToOrderPayload?: RespondToOrderPayloadResolvers<ContextType>;
  RespondToOrderResult?: RespondToOrderResultResolvers<ContextType>;
  RevokeSigningKeyResult?: RevokeSigningKeyResultResolvers<ContextType>;
  RotateLogKeyPayload?: RotateLogKeyPayloadResolvers<ContextType>;
  RotateLogKeyResult?: RotateLogKeyResultResolvers<ContextType>;
  RouteCandidate?: RouteCandidateResolvers<ContextType>;
  RouteDecision?: RouteDecisionResolvers<ContextType>;
  SendOrderPayload?: SendOrderPayloadResolvers<ContextType>;
  SendOrderResult?: SendOrderResultResolvers<ContextType>;
  ServingOutlet?: ServingOutletResolvers<ContextType>;
  SetEscalationStepsPayload?: SetEscalationStepsPayloadResolvers<ContextType>;
  SetEscalationStepsResult?: SetEscalationStepsResultResolvers<ContextType>;
  SetOutletStockPayload?: SetOutletStockPayloadResolvers<ContextType>;
  SetOutletStockResult?: SetOutletStockResultResolvers<ContextType>;
  SettlementAgentMissing?: SettlementAgentMissingResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  ShopOrder?: ShopOrderResolvers<ContextType>;
  ShopOrderStep?: ShopOrderStepResolvers<ContextType>;
  SignatureRefused?: SignatureRefusedResolvers<ContextType>;
  SigningKey?: SigningKeyResolvers<ContextType>;
  SigningKeyPayload?: SigningKeyPayloadResolvers<ContextType>;
  StandingInstruction?: StandingInstructionResolvers<ContextType>;
  StockChange?: StockChangeResolvers<ContextType>;
  StockChangeConnection?: StockChangeConnectionResolvers<ContextType>;
  StockChangeEdge?: StockChangeEdgeResolvers<ContextType>;
  SubmissionSignature?: SubmissionSignatureResolvers<ContextType>;
  SubmitContractPayload?: SubmitContractPayloadResolvers<ContextType>;
  SubmitContractResult?: SubmitContractResultResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  ToleranceProfile?: ToleranceProfileResolvers<ContextType>;
  ToleranceProfileConnection?: ToleranceProfileConnectionResolvers<ContextType>;
  ToleranceProfileEdge?: ToleranceProfileEdgeResolvers<ContextType>;
  ToleranceProfilePayload?: ToleranceProfilePayloadResolvers<ContextType>;
  ToleranceRules?: ToleranceRulesResolvers<ContextType>;
  UnitFactor?: UnitFactorResolvers<ContextType>;
  UnreadableDocument?: UnreadableDocumentResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WithdrawCasePayload?: WithdrawCasePayloadResolvers<ContextType>;
  WithdrawCaseResult?: WithdrawCaseResultResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

