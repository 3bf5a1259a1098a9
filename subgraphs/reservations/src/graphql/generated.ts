import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PaymentMethodModel, PaymentReservationModel, InspectionModel, InspectionTaskModel, LedgerAccountModel, ReservationChangeModel, AuthorizationRequestModel, CreditApprovalModel, GuaranteeModel, GuaranteeStepModel, GuaranteePoolModel, ClaimTermsModel, ReferralModel, ReferralStepModel, ReferralNoticeModel, CreditClaimPurchaseModel, TakenPaymentModel, GiftModel, GiftStepModel, StatementEntryModel, AuthorizationLaneModel, AuthorizationActModel, AuthorizationSystemModel, CreditBillModel, GoodsReturnModel, CoolingOffRuleModel, CreditBillLineModel, CreditBillPaymentModel, CaseThreadModel } from './models.ts';
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

export type AcceptReturnInput = {
  idempotencyKey: Scalars['String']['input'];
  returnId: Scalars['ID']['input'];
};

export type AcceptReturnPayload = {
  __typename?: 'AcceptReturnPayload';
  goodsReturn: GoodsReturn;
};

export type AcceptReturnResult = AcceptReturnPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

/** A page of what was posted on an account in a period, with the balances around the period. */
export type AccountStatementConnection = {
  __typename?: 'AccountStatementConnection';
  account: LedgerAccount;
  /** The balance after its last. */
  closingBalance: Money;
  edges: Array<AccountStatementEdge>;
  /** The balance before the first posting of the period. */
  openingBalance: Money;
  pageInfo: PageInfo;
};

export type AccountStatementEdge = {
  __typename?: 'AccountStatementEdge';
  cursor: Scalars['Cursor']['output'];
  node: StatementEntry;
};

export type AddressGiftInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether the merchant's report of the receipt is your inspection. If not, you confirm it yourself. */
  receiptIsInspection?: Scalars['Boolean']['input'];
  /** The recipient, when it is a member. Otherwise give name and address. */
  recipientId?: InputMaybe<Scalars['ID']['input']>;
  telephone?: InputMaybe<Scalars['String']['input']>;
  threadId: Scalars['ID']['input'];
};

export type AddressGiftPayload = {
  __typename?: 'AddressGiftPayload';
  gift: Gift;
};

export type AddressGiftResult = AddressGiftPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

/** A name and an address: personal, kept under a key of its own and destroyed with it. */
export type Addressee = {
  __typename?: 'Addressee';
  address?: Maybe<Scalars['String']['output']>;
  name?: Maybe<Scalars['String']['output']>;
  telephone?: Maybe<Scalars['String']['output']>;
};

/** More was accepted than is held. Nothing was paid. */
export type AmountExceedsHold = Refusal & {
  __typename?: 'AmountExceedsHold';
  code: Scalars['String']['output'];
  excess: Money;
  /** What is held still. */
  held: Money;
  message: Scalars['String']['output'];
};

export type ApproveReservationInput = {
  idempotencyKey: Scalars['String']['input'];
  reservationId: Scalars['ID']['input'];
};

export type ApproveReservationPayload = {
  __typename?: 'ApproveReservationPayload';
  reservation: PaymentReservation;
};

export type ApproveReservationResult = ApproveReservationPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

/** What somebody did to a lane. */
export type AuthorizationAct = {
  __typename?: 'AuthorizationAct';
  act: AuthorizationActKind;
  at: Scalars['DateTime']['output'];
  by: Member;
  /** Null: all that have no schedule of their own. */
  company?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  reason?: Maybe<Scalars['String']['output']>;
};

export type AuthorizationActConnection = {
  __typename?: 'AuthorizationActConnection';
  edges: Array<AuthorizationActEdge>;
  pageInfo: PageInfo;
};

export type AuthorizationActEdge = {
  __typename?: 'AuthorizationActEdge';
  cursor: Scalars['Cursor']['output'];
  node: AuthorizationAct;
};

/** What can be done to a lane. */
export type AuthorizationActKind =
  | 'RESUMED'
  | 'SCHEDULE_SET'
  | 'STOPPED';

/** How requests to one card company leave, as it stands now (C5). */
export type AuthorizationLane = {
  __typename?: 'AuthorizationLane';
  /** When more can leave, where that is known. */
  againAt?: Maybe<Scalars['DateTime']['output']>;
  /** It gave no answers and is not asked until then; then one trial is made. */
  brokenUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The code by which the company is connected. Null: all that have no schedule of their own. */
  company?: Maybe<Scalars['String']['output']>;
  /** Calls in a row without an answer. */
  failures: Scalars['Int']['output'];
  /** Requests without an answer yet. */
  inFlight: Scalars['Int']['output'];
  /** Answers in the last hour. */
  lastHour: AuthorizationResults;
  oldestWaitingAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many leave in a minute at most now. Null: there is no pace. */
  pacePerMinute?: Maybe<Scalars['Int']['output']>;
  /** Why not all that waits leaves now. */
  restraint?: Maybe<AuthorizationRestraint>;
  schedule: AuthorizationSchedule;
  /** Somebody stopped it. */
  stopped: Scalars['Boolean']['output'];
  /** Requests of which nobody knows what the company did: it is being asked. */
  unknown: Scalars['Int']['output'];
  /** Requests that wait, counted up to 1,001. */
  waiting: Scalars['Int']['output'];
};

/** What the card company was asked, and what it said (C6). */
export type AuthorizationRequest = {
  __typename?: 'AuthorizationRequest';
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  requestedAt: Scalars['DateTime']['output'];
  /** The card company's own code for its answer. */
  responseCode?: Maybe<Scalars['String']['output']>;
  result?: Maybe<AuthorizationResult>;
  status: AuthorizationStatus;
};

/** Why requests to a card company wait. */
export type AuthorizationRestraint =
  /** The batch is not full yet, and its oldest not old enough. */
  | 'BATCH'
  /** The company gave no answers. */
  | 'BROKEN'
  /** As many as may be are without an answer. */
  | 'IN_FLIGHT'
  /** It is not the hour. */
  | 'OFF_PEAK'
  /** The pace allows no more. */
  | 'PACE'
  /** Somebody stopped them. */
  | 'STOPPED'
  /** It may leave, and no authorization system that lives takes it: none runs, or none has capacity (C8). */
  | 'SYSTEM';

/** What the card company answered. */
export type AuthorizationResult =
  /** Usable. */
  | 'APPROVED'
  /** Unusable. */
  | 'DECLINED'
  /** Exceeds the ceiling: usable on approval. */
  | 'REFERRAL';

/** Answers of a card company, by result. */
export type AuthorizationResults = {
  __typename?: 'AuthorizationResults';
  approved: Scalars['Int']['output'];
  declined: Scalars['Int']['output'];
  referral: Scalars['Int']['output'];
};

/** By which rule requests to a card company leave (C5). */
export type AuthorizationSchedule = {
  __typename?: 'AuthorizationSchedule';
  batchAgeSeconds: Scalars['Int']['output'];
  batchSize: Scalars['Int']['output'];
  mode: AuthorizationScheduleMode;
  /** So many may be without an answer at the same time. */
  mostInFlight: Scalars['Int']['output'];
  /** Nothing leaves at other hours. Null: at all hours. */
  offPeak?: Maybe<OffPeakHours>;
  /** Whether it is the company's own, not that of all others. */
  own: Scalars['Boolean']['output'];
  /** Of PACED the pace, of ADAPTIVE the fastest. */
  perMinute: Scalars['Int']['output'];
  /** Of ADAPTIVE the slowest. */
  slowestPerMinute: Scalars['Int']['output'];
  /** 0: nobody has set one. */
  version: Scalars['Int']['output'];
};

/** By which rule requests leave. */
export type AuthorizationScheduleMode =
  /** At once while it is quiet; when they crowd in at a pace that falls by slow answers, none, or HTTP 429, and rises again with quick ones. */
  | 'ADAPTIVE'
  /** As they come. */
  | 'AT_ONCE'
  /** Together, when so many wait or the oldest has waited so long. */
  | 'BATCH'
  /** One after the other at a steady interval. */
  | 'PACED';

/** The authorization systems and how they share (C8). */
export type AuthorizationSharing = {
  __typename?: 'AuthorizationSharing';
  rule: AuthorizationSharingRule;
  /** 0: nobody has set one. */
  ruleVersion: Scalars['Int']['output'];
  /** By name. */
  systems: Array<AuthorizationSystem>;
};

/** By which rule authorization systems share what may leave (C8). */
export type AuthorizationSharingRule =
  /** A system takes what those of lower rank that live have no capacity for; systems of the same rank take what they come to. */
  | 'OVERFLOW'
  /** Each takes its part by its weight; the part of one that has no capacity or does not live is the others'. */
  | 'SHARE';

/** Where a request to the card company stands. */
export type AuthorizationStatus =
  | 'ANSWERED'
  | 'HELD'
  | 'QUEUED'
  | 'REVERSED'
  | 'SENT'
  /** No answer came: the card company is being asked what it did. */
  | 'UNKNOWN';

/**
 * An authorization system: one process or more that ask card companies, as their setting AUTHORIZATION_SYSTEM says (C8). What a process had in hand that has not been
 * seen for 3 seconds is inquired by the others.
 */
export type AuthorizationSystem = {
  __typename?: 'AuthorizationSystem';
  /** Whether one of its processes was seen in the last 3 seconds. */
  alive: Scalars['Boolean']['output'];
  /** A batch leaves, however small, when the oldest that waits has waited so long. */
  batchAgeSeconds: Scalars['Int']['output'];
  /** 1: it takes one by one. More: its part is accumulated and taken as one. */
  batchSize: Scalars['Int']['output'];
  /** Requests that it has asked for without an answer yet. */
  inHand: Scalars['Int']['output'];
  /** Null: not in the last 30 days. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null: only what its processes can hold limits it. */
  mostInFlight?: Maybe<Scalars['Int']['output']>;
  name: Scalars['String']['output'];
  /** Null: no limit. */
  perMinute?: Maybe<Scalars['Int']['output']>;
  /** How many of its processes live. */
  processes: Scalars['Int']['output'];
  /** With OVERFLOW the lower is asked first. */
  rank: Scalars['Int']['output'];
  setAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who set this version. Null: nobody has. */
  setBy?: Maybe<Member>;
  takenLastMinute: Scalars['Int']['output'];
  /** Whether it takes anything new. */
  takesPart: Scalars['Boolean']['output'];
  /** 0: nobody has set one. */
  version: Scalars['Int']['output'];
  /** Its part with SHARE. */
  weight: Scalars['Int']['output'];
};

/** A card as the vault knows it. There is no field for a card number or a CVC, here or anywhere. */
export type CardReferenceInput = {
  /** With a vault this and the next two may be left out; what is given must be what the vault says. Without one they must be given. */
  brand?: InputMaybe<Scalars['String']['input']>;
  /** The code of the card company that authorizes. May be left out where the hub knows it by the card's brand or first digits. */
  company?: InputMaybe<Scalars['String']['input']>;
  /** `YYYY-MM` */
  expiry?: InputMaybe<Scalars['String']['input']>;
  lastFour?: InputMaybe<Scalars['String']['input']>;
  /** What `POST /cards` answered, or the vault itself. */
  token: Scalars['String']['input'];
};

export type CaseThread = {
  __typename?: 'CaseThread';
  /**
   * The last day on which the buyer may give back without a reason, by law (B15). Null when it has no such right, when its period begins with
   * a receipt that is not confirmed yet, and for all but buyer and seller.
   */
  coolingOffLastDay?: Maybe<Scalars['Date']['output']>;
  /** To whom the goods go instead of the payer. Null for all but payer and merchant. */
  gift?: Maybe<Gift>;
  id: Scalars['ID']['output'];
  inspections: Array<Inspection>;
  /** The newest payment reservation of this thread. Null for all but payer and payee. */
  paymentReservation?: Maybe<PaymentReservation>;
  /** Returns of goods of this thread, oldest first (B15). Empty for all but buyer and seller. */
  returns: Array<GoodsReturn>;
};

/** On what terms the hub buys what payers owe their guarantors, in a currency (B19). */
export type ClaimTerms = {
  __typename?: 'ClaimTerms';
  currency: Scalars['Currency']['output'];
  /** Discount in millionths of the amount, rounded half up once for each claim. */
  discountPpm: Scalars['Int']['output'];
  /** How much may be outstanding at a time. */
  limit: Money;
  /** How much the hub has bought that is on no paid bill yet. Null but for operators of the hub. */
  outstanding?: Maybe<Money>;
  /** The hub. */
  purchaser: Member;
  /** After how many days a claim that the payer has not paid may be given back. Null: never, the hub bears the loss. */
  recourseAfterDays?: Maybe<Scalars['Int']['output']>;
  setAt: Scalars['DateTime']['output'];
  /** The agent by which the price is paid. */
  settlementAgent: Member;
  /** Counts the terms in this currency from 1. */
  version: Scalars['Int']['output'];
};

export type ConfirmInspectionInput = {
  /** What of the amount is accepted; all that is left when left out, as a carrier must. */
  amount?: InputMaybe<MoneyInput>;
  /**
   * False: more inspections will follow, so the rest of the hold stays frozen. Otherwise the rest is released; so it is when nothing
   * would be left to inspect. On account, where nothing is held, it changes nothing.
   */
  final?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey: Scalars['String']['input'];
  /** The member for whom an operator confirms: the recipient, or who else was agreed on. */
  onBehalfOfId?: InputMaybe<Scalars['ID']['input']>;
  threadId: Scalars['ID']['input'];
};

export type ConfirmInspectionPayload = {
  __typename?: 'ConfirmInspectionPayload';
  inspection: Inspection;
  /** Null for a contract on account, and for a carrier. */
  reservation?: Maybe<PaymentReservation>;
};

export type ConfirmInspectionResult = AmountExceedsHold | ConfirmInspectionPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

export type ConsentToReferralInput = {
  /** False: the shop may not, and the sale is not concluded. */
  consents: Scalars['Boolean']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** Signed in: which referral. Else leave it out. */
  referralId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the link in the mail. Else leave it out. */
  token?: InputMaybe<Scalars['String']['input']>;
};

export type ConsentToReferralPayload = {
  __typename?: 'ConsentToReferralPayload';
  /** Null for whoever has the link alone. */
  referral?: Maybe<Referral>;
};

export type ConsentToReferralResult = ConsentToReferralPayload | IdempotencyConflict | InvalidInput | NotFound | WrongState;

/** How a member asked an operator to act for it (B14). */
export type ContactChannel =
  | 'FAX'
  | 'LETTER'
  | 'TELEPHONE';

/** The cooling-off period of consumers by a country's law (B15). */
export type CoolingOffRule = {
  __typename?: 'CoolingOffRule';
  /** ISO 3166-1, two letters. */
  country: Scalars['String']['output'];
  countsFrom: CoolingOffStart;
  /** 0: there is none. */
  days: Scalars['Int']['output'];
  /** Whether a seller may state beforehand that it grants none. */
  excludable: Scalars['Boolean']['output'];
  /** Whether the day from which it counts is its first day. The last day counts in full. */
  firstDayCounts: Scalars['Boolean']['output'];
  sale: SaleKind;
  setAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null: it came with the hub, and holds as if it always had. */
  setBy?: Maybe<Member>;
  /** Where the law says so. */
  source: Scalars['String']['output'];
  /** By whose clocks days begin and end. */
  timeZone: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};

/** From when a cooling-off period counts. */
export type CoolingOffStart =
  /** The contract's notarization. */
  | 'CONCLUSION'
  /** The buyer's confirmation that it has all. */
  | 'RECEIPT';

/** The approval of a reservation on credit (B12). */
export type CreditApproval = {
  __typename?: 'CreditApproval';
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  decidedBy?: Maybe<Member>;
  /** Why it was rejected. */
  reason?: Maybe<Scalars['String']['output']>;
  status: CreditApprovalStatus;
};

/** Where the approval of a reservation on credit stands. */
export type CreditApprovalStatus =
  | 'APPROVED'
  | 'REJECTED'
  /** Nobody has decided, or it was given up before anybody did. */
  | 'WAITING';

/** A bill for what a member drew on credit in a period (B21). What is drawn after its closing is on the next. */
export type CreditBill = {
  __typename?: 'CreditBill';
  account: LedgerAccount;
  /** What its lines come to: what was drawn less what was refunded. Below zero when more was refunded. */
  amount: Money;
  /** Such as `CRB-7K3M-Q2X9-T`, with a check character. */
  billNumber: Scalars['String']['output'];
  /** What of earlier bills was unpaid when it was made. It is paid on those bills, not on this one. */
  carriedOver: Money;
  /** The closing day. */
  closedOn: Scalars['Date']['output'];
  /** The last day on which it is paid in time. */
  dueOn: Scalars['Date']['output'];
  id: Scalars['ID']['output'];
  lines: CreditBillLineConnection;
  madeAt: Scalars['DateTime']['output'];
  member: Member;
  /** What was paid of this bill. */
  paid: Money;
  /** Its payments, the newest first, at most 100. */
  payments: Array<CreditBillPayment>;
  /** Null of an account's first bill, which is from its beginning. */
  periodFrom?: Maybe<Scalars['DateTime']['output']>;
  /** The end of the period: nothing posted from then on is on this bill. */
  periodTo: Scalars['DateTime']['output'];
  status: CreditBillStatus;
  /** What was to be paid in all when it was made, a credit balance deducted. */
  total: Money;
  /** What is to be paid of this bill still. */
  unpaid: Money;
};


/** A bill for what a member drew on credit in a period (B21). What is drawn after its closing is on the next. */
export type CreditBillLinesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

export type CreditBillConnection = {
  __typename?: 'CreditBillConnection';
  edges: Array<CreditBillEdge>;
  pageInfo: PageInfo;
};

export type CreditBillEdge = {
  __typename?: 'CreditBillEdge';
  cursor: Scalars['Cursor']['output'];
  node: CreditBill;
};

/** One posting on a bill. */
export type CreditBillLine = {
  __typename?: 'CreditBillLine';
  /** What was drawn; below zero what was refunded. */
  amount: Money;
  at: Scalars['DateTime']['output'];
  kind: PostingKind;
  /** What was paid: with its transaction number, its merchant and its payee. */
  reservation?: Maybe<PaymentReservation>;
};

export type CreditBillLineConnection = {
  __typename?: 'CreditBillLineConnection';
  edges: Array<CreditBillLineEdge>;
  pageInfo: PageInfo;
};

export type CreditBillLineEdge = {
  __typename?: 'CreditBillLineEdge';
  cursor: Scalars['Cursor']['output'];
  node: CreditBillLine;
};

/** What was paid of a bill, by a repayment or from a credit balance. */
export type CreditBillPayment = {
  __typename?: 'CreditBillPayment';
  amount: Money;
  paidAt: Scalars['DateTime']['output'];
};

/** Where a bill stands. */
export type CreditBillStatus =
  | 'OPEN'
  /** Its due day has passed and it is not paid in full. It is PAID once it is. */
  | 'OVERDUE'
  | 'PAID'
  | 'PART_PAID';

/** When what is drawn is billed. A period that has begun ends at the first closing of the new terms. */
export type CreditBillingInput = {
  /** 1 to 31; of a shorter month its last day. */
  closingDay: Scalars['Int']['input'];
  /** 0 to 180. */
  dueAfterDays: Scalars['Int']['input'];
  /** Such as `Asia/Tokyo`. */
  timeZone: Scalars['String']['input'];
};

/** When what a member draws on credit is billed (B21). */
export type CreditBillingTerms = {
  __typename?: 'CreditBillingTerms';
  /** The last day of each billing period, 1 to 31. Of a shorter month its last day: 31 is by calendar month. */
  closingDay: Scalars['Int']['output'];
  /** How many days after the closing day a bill is due. */
  dueAfterDays: Scalars['Int']['output'];
  /** The day at the end of which the next bill is made, if anything was drawn. */
  nextClosingOn: Scalars['Date']['output'];
  /** By whose clocks days begin and end, such as `Asia/Tokyo`. */
  timeZone: Scalars['String']['output'];
};

/** The purchase of what a payer owes its guarantor (B19). Its seller, the payer and operators of the hub see it. */
export type CreditClaimPurchase = {
  __typename?: 'CreditClaimPurchase';
  amount: Money;
  /** Null for the payer, as are price and recourse. */
  discount?: Maybe<Money>;
  /** Under which it is owed. Null but for payer and guarantor. */
  guarantee?: Maybe<Guarantee>;
  id: Scalars['ID']['output'];
  payer: Member;
  /** What the hub pays for it. */
  price?: Maybe<Money>;
  purchasedAt: Scalars['DateTime']['output'];
  /** The hub: whom the payer owes now. */
  purchaser: Member;
  /** From when on it may be given back if the payer has not paid. Null without recourse. */
  recourseFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Null for the payer. */
  returnReason?: Maybe<Scalars['String']['output']>;
  /** How much of it was given back: what the payer had not paid. */
  returned?: Maybe<Money>;
  returnedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The guarantor. */
  seller: Member;
};

export type CreditClaimPurchaseConnection = {
  __typename?: 'CreditClaimPurchaseConnection';
  edges: Array<CreditClaimPurchaseEdge>;
  pageInfo: PageInfo;
};

export type CreditClaimPurchaseEdge = {
  __typename?: 'CreditClaimPurchaseEdge';
  cursor: Scalars['Cursor']['output'];
  node: CreditClaimPurchase;
};

/** How a member's credit is granted (B12). */
export type CreditTerms =
  /** Each transaction is approved by a person; there is no line. */
  | 'APPROVAL'
  /** Up to the line, at once. */
  | 'LINE'
  /** Up to the line, and each transaction is approved. */
  | 'LINE_AND_APPROVAL';

export type DepositFundsInput = {
  amount: MoneyInput;
  idempotencyKey: Scalars['String']['input'];
  memberId: Scalars['ID']['input'];
  /** What identifies the incoming payment at the bank. */
  reference: Scalars['String']['input'];
};

export type DepositFundsPayload = {
  __typename?: 'DepositFundsPayload';
  account: LedgerAccount;
};

export type DepositFundsResult = DepositFundsPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound;

export type EntrustGiftInput = {
  giftId: Scalars['ID']['input'];
  handedOverBy: GiftHandling;
  /** A carrier, or a store; the merchant's own store too. */
  handlerId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type EntrustGiftPayload = {
  __typename?: 'EntrustGiftPayload';
  gift: Gift;
};

export type EntrustGiftResult = EntrustGiftPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

export type ForwardReceiptInput = {
  giftId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type ForwardReceiptPayload = {
  __typename?: 'ForwardReceiptPayload';
  gift: Gift;
};

export type ForwardReceiptResult = AmountExceedsHold | ForwardReceiptPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

/** Goods that go to another than the payer (B11). It has no amount: recipient and carrier see it too. */
export type Gift = {
  __typename?: 'Gift';
  /**
   * Name and address of the recipient, as the payer gave them. For payer, merchant, and who hands it over. Null when it is a member without them, and
   * from 30 days after the report of the receipt, or the end of the case: then they are destroyed.
   */
  addressee?: Maybe<Addressee>;
  handedOverBy?: Maybe<GiftHandling>;
  /** Who hands it over. Null until the merchant has said so. */
  handler?: Maybe<Member>;
  id: Scalars['ID']['output'];
  merchant: Member;
  /** Who gives it. Null for who hands it over. */
  payer?: Maybe<Member>;
  /** Whether the report of the receipt is the inspection. Null but for payer and merchant. */
  receiptIsInspection?: Maybe<Scalars['Boolean']['output']>;
  /** The day on which the recipient got it. */
  receivedOn?: Maybe<Scalars['Date']['output']>;
  /** The recipient, when it is a member. */
  recipient?: Maybe<Member>;
  status: GiftStatus;
  /** Every step with who said it, oldest first. Who hands it over sees those from the day on which it was entrusted to it. */
  steps: Array<GiftStep>;
  /** Null but for payer and merchant. */
  thread?: Maybe<CaseThread>;
};

export type GiftConnection = {
  __typename?: 'GiftConnection';
  edges: Array<GiftEdge>;
  pageInfo: PageInfo;
};

export type GiftEdge = {
  __typename?: 'GiftEdge';
  cursor: Scalars['Cursor']['output'];
  node: Gift;
};

/** How a gift gets to its recipient. */
export type GiftHandling =
  | 'CARRIER'
  /** It is picked up at a store. */
  | 'STORE';

/** Which part a member has in a gift. */
export type GiftPart =
  /** The carrier or the store. */
  | 'HANDLER'
  | 'MERCHANT'
  | 'PAYER'
  | 'RECIPIENT';

/** Where a gift stands. */
export type GiftStatus =
  /** The payer has said to whom it goes. */
  | 'ADDRESSED'
  /** With the carrier, or at the store. */
  | 'ENTRUSTED'
  /** The recipient has it, as the carrier or the store reported to the merchant. */
  | 'RECEIVED'
  /** The merchant has reported that to the payer. */
  | 'REPORTED';

/** A step of a gift on its way. */
export type GiftStep = {
  __typename?: 'GiftStep';
  at: Scalars['DateTime']['output'];
  by: Member;
  kind: GiftStatus;
  /** The operator who did it for that member (B14). */
  operator?: Maybe<Member>;
};

/** A return of goods, and of what was paid for them (B15). */
export type GoodsReturn = {
  __typename?: 'GoodsReturn';
  /** What is refunded when they are back. Null for the carrier. */
  amount?: Maybe<Money>;
  buyer: Member;
  /** Whether it is accepted by law: within the cooling-off period. */
  byLaw: Scalars['Boolean']['output'];
  /** Who brings them back, when the buyer named it. */
  carrier?: Maybe<Member>;
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is wrong, in the buyer's words. Null for the carrier. */
  description?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  reason: ReturnReason;
  /** Why the seller refused. */
  refusal?: Maybe<Scalars['String']['output']>;
  /** Who reported that the goods are back. */
  reportedBy?: Maybe<Member>;
  requestedAt: Scalars['DateTime']['output'];
  /** The reservation that paid for them. Null for a contract on account, and for the carrier. */
  reservation?: Maybe<PaymentReservation>;
  returnedAt?: Maybe<Scalars['DateTime']['output']>;
  seller: Member;
  status: ReturnStatus;
  thread?: Maybe<CaseThread>;
};

export type GrantGuaranteeInput = {
  guaranteeId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type GrantGuaranteePayload = {
  __typename?: 'GrantGuaranteePayload';
  guarantee: Guarantee;
};

export type GrantGuaranteeResult = GrantGuaranteePayload | IdempotencyConflict | InsufficientFunds | InvalidInput | NotAllowed | NotFound | WrongState;

/** A third party's promise that a payer will pay a merchant (B10). Each party sees what concerns it. */
export type Guarantee = {
  __typename?: 'Guarantee';
  amount: Money;
  /** Who decides within the guarantor's pool (B13). Null: the guarantor itself. Null but for payer, guarantor and approver. */
  approver?: Maybe<Member>;
  /** The day by which the payer is to pay. */
  dueOn: Scalars['Date']['output'];
  /** Nothing is promised after this instant, unless the goods were accepted before: then it stands until it is paid or invoked. */
  expiresAt: Scalars['DateTime']['output'];
  guarantor: Member;
  id: Scalars['ID']['output'];
  /** What the payer owes the guarantor since it was called upon. Null but for these two. */
  owed?: Maybe<Money>;
  /** What is to be paid under the number: what was accepted of the goods. Null until then. */
  payable?: Maybe<Money>;
  /** The merchant. */
  payee: Member;
  payer: Member;
  /** What it was granted within. Null but for the guarantor and the pool's holder. */
  pool?: Maybe<GuaranteePool>;
  /** Why it was refused. Null but for payer, guarantor and approver. */
  refusal?: Maybe<Scalars['String']['output']>;
  requestedAt: Scalars['DateTime']['output'];
  /** The reservation that it stands for. Null but for payer and payee. */
  reservation?: Maybe<PaymentReservation>;
  /** The newest purchase by the hub of what the payer owes (B19). Null but for payer and guarantor. */
  sale?: Maybe<CreditClaimPurchase>;
  status: GuaranteeStatus;
  /** Every step with who said it, oldest first. The merchant sees them from the grant on. */
  steps: Array<GuaranteeStep>;
  /** Such as `TXN-7K3M-Q2X9-Z0HZ-Y`: the order, the payment and its release quote it. Null until it is granted. */
  transactionNumber?: Maybe<Scalars['String']['output']>;
};

export type GuaranteeConnection = {
  __typename?: 'GuaranteeConnection';
  edges: Array<GuaranteeEdge>;
  pageInfo: PageInfo;
};

export type GuaranteeEdge = {
  __typename?: 'GuaranteeEdge';
  cursor: Scalars['Cursor']['output'];
  node: Guarantee;
};

/** Nothing can be frozen with this payment method: have the payment guaranteed, or use another method. Nothing was reserved. */
export type GuaranteeNeeded = Refusal & {
  __typename?: 'GuaranteeNeeded';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/** Which part a member has in a guarantee. */
export type GuaranteePart =
  /** Who decides within a pool (B13). */
  | 'APPROVER'
  | 'GUARANTOR'
  /** The merchant: from the grant on. */
  | 'PAYEE'
  | 'PAYER';

/** How much a guarantor guarantees at a time: for a payer, or through an approver (B13). It is never overdrawn. */
export type GuaranteePool = {
  __typename?: 'GuaranteePool';
  guarantor: Member;
  /** The payer, or the merchant or intermediary who approves its own members. */
  holder: Member;
  id: Scalars['ID']['output'];
  /** What may still be granted. Zero when it is revoked or over. */
  left: Money;
  limit: Money;
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last day on which something is granted within it. */
  until: Scalars['Date']['output'];
  use: GuaranteePoolUse;
  /** What guarantees that stand use of it. Paid, repaid, released, refused and expired ones use nothing. */
  used: Money;
  /** Counts the pool's versions from 1. */
  version: Scalars['Int']['output'];
};

export type GuaranteePoolConnection = {
  __typename?: 'GuaranteePoolConnection';
  edges: Array<GuaranteePoolEdge>;
  pageInfo: PageInfo;
};

export type GuaranteePoolEdge = {
  __typename?: 'GuaranteePoolEdge';
  cursor: Scalars['Cursor']['output'];
  node: GuaranteePool;
};

/** What a pool is for. */
export type GuaranteePoolUse =
  /** What the holder grants to its own members in the guarantor's name. */
  | 'APPROVER'
  /** What the guarantor guarantees for the holder, who is the payer; each guarantee is granted by the guarantor. */
  | 'PAYER';

/** Where a guarantee stands. */
export type GuaranteeStatus =
  | 'EXPIRED'
  /** Promised: the order can be placed and taken. */
  | 'GRANTED'
  /** The payer has not paid by the day: the guarantor owes the merchant. */
  | 'INVOKED'
  /** The payer has paid a payment institution, which owes the merchant. */
  | 'PAID'
  /** The goods were accepted: the payer is to pay, quoting the number. It does not expire any more. */
  | 'PAYABLE'
  | 'REFUSED'
  | 'RELEASED'
  /** The payer paid after that, to the guarantor, or owes nothing more for refunds. The merchant sees INVOKED. */
  | 'REPAID'
  /** The guarantor, or the approver, has not decided. */
  | 'REQUESTED'
  /** The hub bought what the payer owes the guarantor: the payer owes it to the hub, on whose bills it comes (B19). The merchant sees INVOKED. */
  | 'SOLD';

/** A step in the life of a guarantee. */
export type GuaranteeStep = {
  __typename?: 'GuaranteeStep';
  at: Scalars['DateTime']['output'];
  /** Who said so. Null: time went by. */
  by?: Maybe<Member>;
  kind: GuaranteeStepKind;
  /** The operator who did it for that member (B14). */
  operator?: Maybe<Member>;
};

/** What happened to a guarantee. */
export type GuaranteeStepKind =
  /** The goods were accepted. */
  | 'ACCEPTED'
  | 'CLEARED'
  | 'EXPIRED'
  | 'GRANTED'
  | 'INVOKED'
  | 'PAID'
  /** A refund lowered what the payer owes the guarantor, or left nothing of it (B15). The merchant does not see these, nor the next. */
  | 'REDUCED'
  | 'REFUSED'
  | 'RELEASED'
  /** A reservation relies on it, or does so no more. */
  | 'RELIED_ON'
  | 'REPAID'
  | 'REQUESTED'
  | 'SET_FREE'
  /** The hub bought what the payer owes the guarantor, or gave it back (B19). */
  | 'SOLD'
  | 'TAKEN_BACK';

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

/** The recipient's check of goods or services (B7). */
export type Inspection = {
  __typename?: 'Inspection';
  /** Null for the carrier that confirmed it. */
  amount?: Maybe<Money>;
  /** As what it was confirmed. */
  confirmedAs: InspectionParty;
  confirmedAt: Scalars['DateTime']['output'];
  confirmedBy: Member;
  /** Whether what was left of the hold was released with it. Null on account, where nothing is held. */
  final?: Maybe<Scalars['Boolean']['output']>;
  id: Scalars['ID']['output'];
  /** For whom it was confirmed, when an operator did it. */
  onBehalfOf?: Maybe<Member>;
};

/** As what somebody confirms an inspection (B7). */
export type InspectionParty =
  /** Who brought the goods: the carrier that the reservation names. */
  | 'CARRIER'
  /** The seller: the merchant, or the provider of the service. */
  | 'MERCHANT'
  /** Who gets the goods or the service: the buyer. */
  | 'RECIPIENT';

/** An inspection that a carrier may confirm: `confirmInspection` with `threadId`. Of amounts and of the payer it learns nothing. */
export type InspectionTask = {
  __typename?: 'InspectionTask';
  /** From whom the goods come. */
  payee: Member;
  placeOfInspection?: Maybe<Scalars['String']['output']>;
  reservedAt: Scalars['DateTime']['output'];
  threadId: Scalars['ID']['output'];
  transactionNumber: Scalars['String']['output'];
};

export type InspectionTaskConnection = {
  __typename?: 'InspectionTaskConnection';
  edges: Array<InspectionTaskEdge>;
  pageInfo: PageInfo;
};

export type InspectionTaskEdge = {
  __typename?: 'InspectionTaskEdge';
  cursor: Scalars['Cursor']['output'];
  node: InspectionTask;
};

/** The amount does not fit (B4). Nothing was reserved or posted. */
export type InsufficientFunds = Refusal & {
  __typename?: 'InsufficientFunds';
  /** What would fit. */
  available: Money;
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  /** What was asked. */
  requested: Money;
  /** By how much it does not fit. */
  shortfall: Money;
};

/** Fields of the input do not hold what they should. Every fault is listed at once. */
export type InvalidInput = Refusal & {
  __typename?: 'InvalidInput';
  code: Scalars['String']['output'];
  faults: Array<InputFault>;
  message: Scalars['String']['output'];
};

export type InvokeGuaranteeInput = {
  guaranteeId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type InvokeGuaranteePayload = {
  __typename?: 'InvokeGuaranteePayload';
  guarantee: Guarantee;
};

export type InvokeGuaranteeResult = IdempotencyConflict | InvalidInput | InvokeGuaranteePayload | NotAllowed | NotFound | WrongState;

/** A member's account at the payment institution: what it has, and what is promised already. */
export type LedgerAccount = {
  __typename?: 'LedgerAccount';
  /** What may still be reserved. */
  available: Money;
  /** The balance on the books, holds not counted. Of a credit: below zero by what is drawn; above zero when more was paid back. */
  balance: Money;
  /** Of a credit: when what is drawn is billed (B21). Null of others. */
  billing?: Maybe<CreditBillingTerms>;
  currency: Scalars['Currency']['output'];
  /** What is frozen by open holds. */
  held: Money;
  id: Scalars['ID']['output'];
  /** Whose book the account is in. */
  institution: Member;
  kind: LedgerAccountKind;
};

/** Whose money an account holds. */
export type LedgerAccountKind =
  /** What a card company owes. */
  | 'ACQUIRER'
  /** The institution's own. */
  | 'CASH'
  /** What the institution lends to the member. */
  | 'CREDIT'
  /** The member's own. */
  | 'DEPOSIT'
  /** What the institution earned by buying claims on payers at a discount (B19), or lost by selling them. */
  | 'DISCOUNT'
  /** What is to come in: a refund from a payee (B15), what another institution has taken in for this one (B10), or the price of a claim (B19). */
  | 'DUE_IN'
  /** What was captured and is owed onwards to a payee. */
  | 'DUE_OUT';

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
  /** Take goods back: the buyer may send them. For the seller (B15). */
  acceptReturn: AcceptReturnResult;
  /**
   * Say who is to get the goods of a case instead of you: a member, or a name and an address. For the payer; it may be said anew until the merchant
   * has entrusted the goods to somebody. The recipient never learns the amount.
   */
  addressGift: AddressGiftResult;
  /** Approve a reservation on credit that waits for it (B12): it is RESERVED. For operators of the payment institution. */
  approveReservation: ApproveReservationResult;
  /**
   * Confirm that the goods or services were inspected (B7): as the recipient, and where the payer said so with `inspectionBy` when it reserved, as the
   * merchant, as the provider of the service or as the carrier, who confirms all that is left.
   * Pays the frozen amount, in full, in part or in several parts, each exactly once (B8).
   */
  confirmInspection: ConfirmInspectionResult;
  /**
   * As the customer, answer whether the shop may seek the card company's approval of an amount above the ceiling (C7): signed in by `referralId`, or by the `token` of the link in your mail,
   * which answers once. Without consent the reservation is refused; so it is when nobody answers in time.
   */
  consentToReferral: ConsentToReferralResult;
  /** Record that money came in for a member's deposit. For operators of the payment institution (B14). */
  depositFunds: DepositFundsResult;
  /** Say who hands the goods over: a carrier, or the store where they are picked up. For the merchant. That one reads the recipient's name and address from now on. */
  entrustGift: EntrustGiftResult;
  /**
   * Report the receipt to the payer. For the merchant. When the payer has said so beforehand the receipt is the inspection: what is reserved is paid, or,
   * under a guarantee, is to be paid quoting its number. Otherwise the payer inspects by `confirmInspection`.
   */
  forwardReceipt: ForwardReceiptResult;
  /**
   * Grant a guarantee that waits for you: its transaction number is issued. For its guarantor, or for the approver within its pool.
   * What does not fit into the pool is refused with what is left of it.
   */
  grantGuarantee: GrantGuaranteeResult;
  /**
   * Call upon the guarantor, when the goods were accepted and the payer has not paid by the day: the guarantor owes you the amount from now
   * on, and the payer owes it to the guarantor. For the merchant. Of a payment and an invocation at once exactly one happens.
   */
  invokeGuarantee: InvokeGuaranteeResult;
  /**
   * Record that money went out to a member from its deposit, as where sellers have theirs at the payment institution itself (B9). For operators of
   * the payment institution.
   */
  payOut: PayOutResult;
  /**
   * As the shop, record what the card company said by another contact after the customer consented (C7). An approval is confirmed with the company under the hub's own key by its code: only then is the
   * reservation RESERVED. A code that the company does not know can be mended by recording it again.
   */
  recordReferral: RecordReferralResult;
  /**
   * Record that a member paid back what it drew on credit (B21): the line is free again at once, the oldest bill is paid first. What is more
   * than all bills stays as the member's credit balance and pays the next one. For operators of the payment institution.
   */
  recordRepayment: RecordRepaymentResult;
  /** Refuse a guarantee that waits for you, with a reason for the payer. For its guarantor or its approver. */
  refuseGuarantee: RefuseGuaranteeResult;
  /** Refuse to take goods back. For the seller; what the buyer may give back by law cannot be refused (B15). */
  refuseReturn: RefuseReturnResult;
  /** Register a payment method of yours (B1, C3). A card is given as the vault's token: its number never comes here. */
  registerPaymentMethod: RegisterPaymentMethodResult;
  /** Reject it: nothing is held any more, and the payer sees the reason. For operators of the payment institution. */
  rejectReservation: RejectReservationResult;
  /**
   * Have a guarantee released: nothing is promised under its number any more. For the merchant, when it was paid or does not sell; for the
   * payer, while nobody has granted it.
   */
  releaseGuarantee: ReleaseGuaranteeResult;
  /**
   * Report that the goods are back: what was paid for them is refunded, exactly once (B15). For the seller, the carrier that the request names, and
   * operators of the payment institution.
   */
  reportGoodsReturned: ReportGoodsReturnedResult;
  /**
   * Report that a payer paid you, quoting a transaction number: you owe the amount to the merchant from now on, or to the guarantor when
   * it was called upon before. For payment institutions. A number that is unknown, not payable, paid or expired, and another amount,
   * are refused, and nothing is booked: give the payer its money back.
   */
  reportGuaranteedPayment: ReportGuaranteedPaymentResult;
  /** Report to the merchant that the recipient has the goods. For the carrier or the store that they were entrusted to. */
  reportReceipt: ReportReceiptResult;
  /**
   * Ask a guarantor to guarantee what you are going to pay a merchant, before you place the order (B10). With `approverId` a merchant or
   * an intermediary decides within the pool that the guarantor has granted it (B13); you are its own member.
   */
  requestGuarantee: RequestGuaranteeResult;
  /**
   * Ask to give back what was paid (B15), all or a part. Within the cooling-off period by law COOLING_OFF is accepted at once. For the buyer. What
   * is not inspected yet is not given back: give up its reservation.
   */
  requestReturn: RequestReturnResult;
  /** Reserve a payment: freeze the planned amount until inspection (B3, B4). */
  reservePayment: ReservePaymentResult;
  /** Let requests to a card company go on, by its schedule (C5). For operators of the payment institution. */
  resumeAuthorizations: ResumeAuthorizationsResult;
  /**
   * Give a claim back that the payer has not paid (B19): when the terms of its purchase state recourse, after their days, while the bill on which it stands
   * is OVERDUE; of it what is unpaid. The guarantor owes the hub what it got for that. For operators of the hub.
   */
  returnCreditClaim: ReturnCreditClaimResult;
  /**
   * Take back a posting by one that mirrors it: nothing posted is ever changed. Each is reversed at most once. For operators of the
   * payment institution. A capture is taken back by a refund instead.
   */
  reversePosting: ReversePostingResult;
  /** Revoke a pool: nothing more is granted within it, what was granted stands. For its guarantor. */
  revokeGuaranteePool: RevokeGuaranteePoolResult;
  /**
   * As the guarantor that was called upon, sell the hub what the payer owes you under a guarantee, all that is left of it (B19): the hub owes you the amount less the discount at
   * once, gross, and the payer owes the hub. Refused when it does not fit into the hub's limit or into what it lends to the payer.
   */
  sellCreditClaim: SellCreditClaimResult;
  /**
   * Set by which rule requests to a card company leave (C5): at once, at a steady interval, in batches, or adapting to the company's answers; and
   * at which hours. Holds from now on, for what waits too. For operators of the payment institution.
   */
  setAuthorizationSchedule: SetAuthorizationScheduleResult;
  /** Set by which rule authorization systems share what may leave (C8). For operators of the payment institution. */
  setAuthorizationSharing: SetAuthorizationSharingResult;
  /**
   * Set what an authorization system takes (C8): its rank, its capacity, its weight, one by one or in batches, or nothing new. Holds from the next request
   * on. For operators of the payment institution.
   */
  setAuthorizationSystem: SetAuthorizationSystemResult;
  /**
   * State on what terms the hub buys what payers owe their guarantors, in a currency (B19). Purchases keep the terms under which they were made. A limit of
   * zero ends buying. For operators of the hub.
   */
  setClaimTerms: SetClaimTermsResult;
  /** Write the cooling-off period by a country's law as a new version: it holds for contracts from now on. For administrators (B15). */
  setCoolingOffRule: SetCoolingOffRuleResult;
  /** Set how a member's credit is granted: a line, an approval of each transaction, or both (B12). For operators of the payment institution. */
  setCreditLine: SetCreditLineResult;
  /**
   * Set how much you guarantee at a time, for a payer or through an approver who decides for you (B13). Each call is a new version, which
   * counts at once; what is used already stays, though it be more. For guarantors.
   */
  setGuaranteePool: SetGuaranteePoolResult;
  /** State whether you grant consumers a cooling-off period where the law lets you choose, for contracts from now on. For sellers (B15). */
  setReturnTerms: SetReturnTermsResult;
  /** Stop all requests to a card company until somebody lets them go on (C5). For operators of the payment institution. */
  stopAuthorizations: StopAuthorizationsResult;
  /** Give up a reservation before inspection. Nothing more is paid, what is frozen still is free again (B15). */
  voidReservation: VoidReservationResult;
  /** Keep the goods after all. For the buyer, until they are back (B15). */
  withdrawReturn: WithdrawReturnResult;
};


export type MutationAcceptReturnArgs = {
  input: AcceptReturnInput;
};


export type MutationAddressGiftArgs = {
  input: AddressGiftInput;
};


export type MutationApproveReservationArgs = {
  input: ApproveReservationInput;
};


export type MutationConfirmInspectionArgs = {
  input: ConfirmInspectionInput;
};


export type MutationConsentToReferralArgs = {
  input: ConsentToReferralInput;
};


export type MutationDepositFundsArgs = {
  input: DepositFundsInput;
};


export type MutationEntrustGiftArgs = {
  input: EntrustGiftInput;
};


export type MutationForwardReceiptArgs = {
  input: ForwardReceiptInput;
};


export type MutationGrantGuaranteeArgs = {
  input: GrantGuaranteeInput;
};


export type MutationInvokeGuaranteeArgs = {
  input: InvokeGuaranteeInput;
};


export type MutationPayOutArgs = {
  input: PayOutInput;
};


export type MutationRecordReferralArgs = {
  input: RecordReferralInput;
};


export type MutationRecordRepaymentArgs = {
  input: RecordRepaymentInput;
};


export type MutationRefuseGuaranteeArgs = {
  input: RefuseGuaranteeInput;
};


export type MutationRefuseReturnArgs = {
  input: RefuseReturnInput;
};


export type MutationRegisterPaymentMethodArgs = {
  input: RegisterPaymentMethodInput;
};


export type MutationRejectReservationArgs = {
  input: RejectReservationInput;
};


export type MutationReleaseGuaranteeArgs = {
  input: ReleaseGuaranteeInput;
};


export type MutationReportGoodsReturnedArgs = {
  input: ReportGoodsReturnedInput;
};


export type MutationReportGuaranteedPaymentArgs = {
  input: ReportGuaranteedPaymentInput;
};


export type MutationReportReceiptArgs = {
  input: ReportReceiptInput;
};


export type MutationRequestGuaranteeArgs = {
  input: RequestGuaranteeInput;
};


export type MutationRequestReturnArgs = {
  input: RequestReturnInput;
};


export type MutationReservePaymentArgs = {
  input: ReservePaymentInput;
};


export type MutationResumeAuthorizationsArgs = {
  input: StopAuthorizationsInput;
};


export type MutationReturnCreditClaimArgs = {
  input: ReturnCreditClaimInput;
};


export type MutationReversePostingArgs = {
  input: ReversePostingInput;
};


export type MutationRevokeGuaranteePoolArgs = {
  input: RevokeGuaranteePoolInput;
};


export type MutationSellCreditClaimArgs = {
  input: SellCreditClaimInput;
};


export type MutationSetAuthorizationScheduleArgs = {
  input: SetAuthorizationScheduleInput;
};


export type MutationSetAuthorizationSharingArgs = {
  input: SetAuthorizationSharingInput;
};


export type MutationSetAuthorizationSystemArgs = {
  input: SetAuthorizationSystemInput;
};


export type MutationSetClaimTermsArgs = {
  input: SetClaimTermsInput;
};


export type MutationSetCoolingOffRuleArgs = {
  input: SetCoolingOffRuleInput;
};


export type MutationSetCreditLineArgs = {
  input: SetCreditLineInput;
};


export type MutationSetGuaranteePoolArgs = {
  input: SetGuaranteePoolInput;
};


export type MutationSetReturnTermsArgs = {
  input: SetReturnTermsInput;
};


export type MutationStopAuthorizationsArgs = {
  input: StopAuthorizationsInput;
};


export type MutationVoidReservationArgs = {
  input: VoidReservationInput;
};


export type MutationWithdrawReturnArgs = {
  input: WithdrawReturnInput;
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

/** Hours of each day. They may pass midnight. */
export type OffPeakHours = {
  __typename?: 'OffPeakHours';
  /** Such as `22:30`. */
  from: Scalars['String']['output'];
  /** By whose clocks, such as `Asia/Tokyo`. */
  timeZone: Scalars['String']['output'];
  to: Scalars['String']['output'];
};

/** Hours of each day at which alone requests leave. They may pass midnight. */
export type OffPeakHoursInput = {
  /** Such as `22:30`. */
  from: Scalars['String']['input'];
  /** Such as `Asia/Tokyo`. */
  timeZone: Scalars['String']['input'];
  to: Scalars['String']['input'];
};

/** Where a page stands in its list (Relay cursor connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['Cursor']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['Cursor']['output']>;
};

export type PayOutInput = {
  amount: MoneyInput;
  idempotencyKey: Scalars['String']['input'];
  memberId: Scalars['ID']['input'];
  /** What identifies the outgoing payment at the bank. */
  reference: Scalars['String']['input'];
};

export type PayOutPayload = {
  __typename?: 'PayOutPayload';
  account: LedgerAccount;
};

export type PayOutResult = IdempotencyConflict | InsufficientFunds | InvalidInput | NotAllowed | NotFound | PayOutPayload;

/** What a member may reserve payments with. Only its owner sees it. */
export type PaymentMethod = {
  __typename?: 'PaymentMethod';
  /** Of an account transfer: the account, as its owner wrote it. */
  accountReference?: Maybe<Scalars['String']['output']>;
  /** Of a card: brand, last four digits, expiry (`YYYY-MM`). */
  cardBrand?: Maybe<Scalars['String']['output']>;
  cardExpiry?: Maybe<Scalars['String']['output']>;
  cardLastFour?: Maybe<Scalars['String']['output']>;
  currency: Scalars['Currency']['output'];
  id: Scalars['ID']['output'];
  kind: PaymentMethodKind;
  name: Scalars['String']['output'];
};

/** What a payment is reserved against. */
export type PaymentMethodKind =
  /** A transfer from an account at the payment institution: what is frozen counts against the same balance as with DEPOSIT. */
  | 'ACCOUNT_TRANSFER'
  /** A card; the card company authorizes. */
  | 'CARD'
  /** Cash at a counter, a convenience store or to the carrier. Nothing can be frozen with it: a guarantee must stand for it (B10). */
  | 'COUNTER'
  /** A credit at the payment institution: up to a line, by approval of each transaction, or both (B12). */
  | 'CREDIT'
  /** A deposit at the payment institution. */
  | 'DEPOSIT';

/** Where a payment was taken. */
export type PaymentPlace =
  | 'BANK'
  /** The carrier, who collects on delivery. */
  | 'CARRIER'
  | 'CONVENIENCE_STORE'
  /** Another counter, the merchant's own too. */
  | 'COUNTER'
  | 'POST_OFFICE';

/** A reserved payment (B3). */
export type PaymentReservation = {
  __typename?: 'PaymentReservation';
  /** Whether a person approved the credit, when one must (B12). Null but for the payer and the institution's operators. */
  approval?: Maybe<CreditApproval>;
  /** What the card company was asked, with a card. Null but for the payer and the institution's operators. */
  authorization?: Maybe<AuthorizationRequest>;
  /** What was paid of it. Of a RESERVED one: so far, for more may follow. */
  capturedAmount?: Maybe<Money>;
  /** The carrier, when it was named as a member. */
  carrier?: Maybe<Member>;
  carrierName?: Maybe<Scalars['String']['output']>;
  /** The day the payment is due to be executed. */
  dueOn: Scalars['Date']['output'];
  /** Nothing is held after this instant. */
  expiresAt: Scalars['DateTime']['output'];
  /** The guarantee that stands for it, when nothing is frozen (B10). */
  guarantee?: Maybe<Guarantee>;
  id: Scalars['ID']['output'];
  /** Who may confirm the inspection (B7): what the payer agreed to; the recipient always. */
  inspectionBy: Array<InspectionParty>;
  merchantName?: Maybe<Scalars['String']['output']>;
  /** Null but for the payer. */
  method?: Maybe<PaymentMethod>;
  payee: Member;
  payer: Member;
  placeOfInspection?: Maybe<Scalars['String']['output']>;
  plannedAmount: Money;
  /** What followed when the card company said that the amount exceeds the ceiling (C7). Null but for payer and payee. */
  referral?: Maybe<Referral>;
  /** What of it was refunded (B15). A reservation of which all was is REFUNDED. */
  refundedAmount: Money;
  /** Why it was refused, when it was. The payee learns that it was, not the payer's figures. */
  refusal?: Maybe<Scalars['String']['output']>;
  reservedAt: Scalars['DateTime']['output'];
  status: ReservationStatus;
  thread?: Maybe<CaseThread>;
  /** Such as `TXN-7K3M-Q2X9-Z0HZ-Y`, with a check character. */
  transactionNumber: Scalars['String']['output'];
};

export type PaymentReservationConnection = {
  __typename?: 'PaymentReservationConnection';
  edges: Array<PaymentReservationEdge>;
  headCursor: Scalars['Cursor']['output'];
  pageInfo: PageInfo;
};

export type PaymentReservationEdge = {
  __typename?: 'PaymentReservationEdge';
  cursor: Scalars['Cursor']['output'];
  node: PaymentReservation;
};

/** What a posting records. */
export type PostingKind =
  /** A hold was paid, in full or in part. */
  | 'CAPTURE'
  /** A guarantor's claim on a payer was bought (B19): in the hub's book, and in the guarantor's. */
  | 'CLAIM_PURCHASED'
  /** It was given back, for the payer did not pay: in the hub's book, and in the guarantor's. */
  | 'CLAIM_RETURNED'
  | 'CLAIM_SOLD'
  | 'CLAIM_TAKEN_BACK'
  /** Goods were refunded after that: the payer owes its guarantor less (B15). */
  | 'DEBT_REDUCED'
  /** Money came in. */
  | 'DEPOSIT'
  /** What another member owed came in: a guarantor's repayment, or the price of a claim. */
  | 'DUE_IN_SETTLED'
  /** A guarantor was called upon: it owes the merchant, and the payer owes it. */
  | 'GUARANTEE_INVOCATION'
  /** A payer paid, quoting a guarantee's transaction number (B10). */
  | 'GUARANTEE_PAYMENT'
  /** A payer paid after that: what it owed the guarantor is cleared. */
  | 'GUARANTEE_REPAYMENT'
  /** Money went out. */
  | 'PAYOUT'
  /** What was paid was refunded (B15). */
  | 'REFUND'
  /** The payee paid in what was refunded. */
  | 'REFUND_SETTLED'
  /** What was drawn on credit was paid back (B21). */
  | 'REPAYMENT'
  /** Another posting was taken back. */
  | 'REVERSAL'
  /** What was captured was paid onwards, to the payee or its guarantor. */
  | 'SETTLEMENT';

export type Query = {
  __typename?: 'Query';
  /**
   * The postings on an account of yours, oldest first, from `from` to before `to`, with the balance before and after the period. Null
   * when there is no account with this id that is yours. Postings of the last moments before now may still appear.
   */
  accountStatement?: Maybe<AccountStatementConnection>;
  /** What people did to lanes, newest first (C5). For operators of the payment institution. */
  authorizationActs: AuthorizationActConnection;
  /**
   * How requests to card companies leave, a lane for each company that is connected or was ever asked, by name (C5). For operators of the
   * payment institution.
   */
  authorizationLanes: Array<AuthorizationLane>;
  /**
   * The authorization systems that ask card companies, those that live and those of which something was set, and by which rule they share what may
   * leave (C8). For operators of the payment institution.
   */
  authorizationSystems: AuthorizationSharing;
  /** On what terms the hub buys what payers owe their guarantors, one a currency; 50 at most (B19). */
  claimTerms: Array<ClaimTerms>;
  /** The cooling-off periods by law (B15): the rule of each country that stands, or all versions of one country's, newest first. */
  coolingOffRules: Array<CoolingOffRule>;
  /** A bill for what was drawn on credit (B21). Null when there is none with this id that is yours. */
  creditBill?: Maybe<CreditBill>;
  /** The bills of a member, newest first (B21). For operators of the payment institution; members find theirs at `viewer`. */
  creditBillsOf: CreditBillConnection;
  /** Claims that you sold to the hub (operators of the hub: all that it bought), newest first. */
  creditClaimPurchases: CreditClaimPurchaseConnection;
  /** A gift by its id. Null when there is none that you are a party to. Nothing in it says what it cost. */
  gift?: Maybe<Gift>;
  /** A return of goods (B15). Null when there is none with this id that you are a party to, or whose carrier you are. */
  goodsReturn?: Maybe<GoodsReturn>;
  /**
   * A guarantee by its id, or by the transaction number that was quoted to you: who guarantees how much, until when, and where it
   * stands. Null when there is none that concerns you. A number whose check character is wrong is an error of the code BAD_CODE.
   */
  guarantee?: Maybe<Guarantee>;
  /** A reservation by its id or transaction number. Null when there is none that you are a party to. */
  paymentReservation?: Maybe<PaymentReservation>;
  /** Would this reservation succeed? Answers without making one (B5). */
  quoteReservation: QuoteReservationResult;
  /** What the link in a customer's mail asks consent to. For whoever has the link; null when it is over. */
  referralNotice?: Maybe<ReferralNotice>;
  /** Reservations on credit that wait for an approval, oldest first (B12). For operators of the payment institution. */
  reservationsToApprove: ReservationToApproveConnection;
};


export type QueryAccountStatementArgs = {
  accountId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryAuthorizationActsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryClaimTermsArgs = {
  currency?: InputMaybe<Scalars['Currency']['input']>;
};


export type QueryCoolingOffRulesArgs = {
  country?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCreditBillArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCreditBillsOfArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  memberId: Scalars['ID']['input'];
};


export type QueryCreditClaimPurchasesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryGiftArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGoodsReturnArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGuaranteeArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  transactionNumber?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPaymentReservationArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  transactionNumber?: InputMaybe<Scalars['String']['input']>;
};


export type QueryQuoteReservationArgs = {
  input: QuoteReservationInput;
};


export type QueryReferralNoticeArgs = {
  token: Scalars['String']['input'];
};


export type QueryReservationsToApproveArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

export type QuoteReservationInput = {
  amount: MoneyInput;
  paymentMethodId: Scalars['ID']['input'];
};

export type QuoteReservationResult = GuaranteeNeeded | InsufficientFunds | InvalidInput | LevelExceeded | NotAllowed | NotFound | ReservationQuote;

export type RecordReferralInput = {
  /** Of APPROVED: the company's approval code, six letters and digits. */
  approvalCode?: InputMaybe<Scalars['String']['input']>;
  /** Of APPROVED: who at the company gave it, by name or number. 100 characters at most. */
  givenBy?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  outcome: ReferralOutcome;
  referralId: Scalars['ID']['input'];
};

export type RecordReferralPayload = {
  __typename?: 'RecordReferralPayload';
  referral: Referral;
};

export type RecordReferralResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RecordReferralPayload | WrongState;

export type RecordRepaymentInput = {
  amount: MoneyInput;
  idempotencyKey: Scalars['String']['input'];
  memberId: Scalars['ID']['input'];
  /** What identifies the incoming payment at the bank. */
  reference: Scalars['String']['input'];
};

export type RecordRepaymentPayload = {
  __typename?: 'RecordRepaymentPayload';
  /** The credit, with what is available again. */
  account: LedgerAccount;
  /** The bills that are paid by it. */
  paidBills: Array<CreditBill>;
};

export type RecordRepaymentResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RecordRepaymentPayload;

/** A card company's word that an amount exceeds the ceiling, and what followed (C7). Customer and shop see it. */
export type Referral = {
  __typename?: 'Referral';
  /** Until when whoever it waits for has to act: the customer while ASKED, the shop while CONSENTED. */
  actBy: Scalars['DateTime']['output'];
  /** What the company gave the shop. Null for the customer. */
  approvalCode?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  openedAt: Scalars['DateTime']['output'];
  /** The shop. */
  payee: Member;
  /** The customer. */
  payer: Member;
  reservation: PaymentReservation;
  status: ReferralStatus;
  /** Every step, oldest first. */
  steps: Array<ReferralStep>;
};

export type ReferralConnection = {
  __typename?: 'ReferralConnection';
  edges: Array<ReferralEdge>;
  pageInfo: PageInfo;
};

export type ReferralEdge = {
  __typename?: 'ReferralEdge';
  cursor: Scalars['Cursor']['output'];
  node: Referral;
};

/** What a link asks consent to: no more than its mail says. */
export type ReferralNotice = {
  __typename?: 'ReferralNotice';
  actBy: Scalars['DateTime']['output'];
  amount: Money;
  /** Brand and last digits. */
  card?: Maybe<Scalars['String']['output']>;
  /** Whether it can still be answered. */
  isWaiting: Scalars['Boolean']['output'];
  transactionNumber: Scalars['String']['output'];
};

/** What the card company said by another contact. */
export type ReferralOutcome =
  | 'APPROVED'
  | 'DECLINED';

/** Where a referral stands. Its reservation is AUTHORIZING in the first three. */
export type ReferralStatus =
  /** The shop has it: the company is being asked to confirm its code. */
  | 'ADVISED'
  /** Confirmed: the reservation is RESERVED. */
  | 'APPROVED'
  /** The customer has been asked for its consent. */
  | 'ASKED'
  /** The shop is to seek the company's approval by another contact. */
  | 'CONSENTED'
  /** The company did not approve. */
  | 'DECLINED'
  /** The reservation was given up or has expired. */
  | 'ENDED'
  /** Nobody acted in time. */
  | 'LAPSED'
  /** The customer did not consent. */
  | 'WITHHELD';

/** A step of a referral. */
export type ReferralStep = {
  __typename?: 'ReferralStep';
  at: Scalars['DateTime']['output'];
  /** Who took it. Null: the card company, or time went by. */
  by?: Maybe<Member>;
  kind: ReferralStepKind;
  /** Of an approval that was stated, who at the company gave it; of one that is not known, its code. Null for the customer. */
  note?: Maybe<Scalars['String']['output']>;
  /** The operator who did it for that member (B14). */
  operator?: Maybe<Member>;
  /** How the customer answered. */
  via?: Maybe<ReferralVia>;
};

/** What happened to a referral. */
export type ReferralStepKind =
  /** The shop has the company's approval, and its code. */
  | 'APPROVAL_STATED'
  | 'ASKED'
  /** The company confirmed the code. */
  | 'CONFIRMED'
  | 'CONSENTED'
  | 'DECLINED'
  | 'ENDED'
  | 'LAPSED'
  /** The company does not know the code: the shop states the right one. */
  | 'NOT_KNOWN'
  | 'WITHHELD';

/** How a customer answered. */
export type ReferralVia =
  /** By the link in its mail. */
  | 'LINK'
  | 'SIGNED_IN';

/** Why a request was not carried out. Nothing has changed when you get one. */
export type Refusal = {
  /** A stable code for programs; the manual of refusals lists each with its remedy. */
  code: Scalars['String']['output'];
  /** One sentence for people: what is wrong and what to do. */
  message: Scalars['String']['output'];
};

export type RefuseGuaranteeInput = {
  guaranteeId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** The payer sees it. */
  reason: Scalars['String']['input'];
};

export type RefuseGuaranteePayload = {
  __typename?: 'RefuseGuaranteePayload';
  guarantee: Guarantee;
};

export type RefuseGuaranteeResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RefuseGuaranteePayload | WrongState;

export type RefuseReturnInput = {
  idempotencyKey: Scalars['String']['input'];
  /** The buyer sees it. */
  reason: Scalars['String']['input'];
  returnId: Scalars['ID']['input'];
};

export type RefuseReturnPayload = {
  __typename?: 'RefuseReturnPayload';
  goodsReturn: GoodsReturn;
};

export type RefuseReturnResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RefuseReturnPayload | WrongState;

export type RegisterPaymentMethodInput = {
  /** With ACCOUNT_TRANSFER: the account, as its owner writes it. */
  accountReference?: InputMaybe<Scalars['String']['input']>;
  /** With CARD: what the vault gave for the card. */
  card?: InputMaybe<CardReferenceInput>;
  currency: Scalars['Currency']['input'];
  idempotencyKey: Scalars['String']['input'];
  kind: PaymentMethodKind;
  name: Scalars['String']['input'];
};

export type RegisterPaymentMethodPayload = {
  __typename?: 'RegisterPaymentMethodPayload';
  paymentMethod: PaymentMethod;
};

export type RegisterPaymentMethodResult = IdempotencyConflict | InvalidInput | NotAllowed | RegisterPaymentMethodPayload;

export type RejectReservationInput = {
  idempotencyKey: Scalars['String']['input'];
  /** The payer sees it. */
  reason: Scalars['String']['input'];
  reservationId: Scalars['ID']['input'];
};

export type RejectReservationPayload = {
  __typename?: 'RejectReservationPayload';
  reservation: PaymentReservation;
};

export type RejectReservationResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RejectReservationPayload | WrongState;

export type ReleaseGuaranteeInput = {
  guaranteeId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type ReleaseGuaranteePayload = {
  __typename?: 'ReleaseGuaranteePayload';
  guarantee: Guarantee;
};

export type ReleaseGuaranteeResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReleaseGuaranteePayload | WrongState;

export type ReportGoodsReturnedInput = {
  idempotencyKey: Scalars['String']['input'];
  returnId: Scalars['ID']['input'];
};

export type ReportGoodsReturnedPayload = {
  __typename?: 'ReportGoodsReturnedPayload';
  goodsReturn: GoodsReturn;
};

export type ReportGoodsReturnedResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReportGoodsReturnedPayload | WrongState;

export type ReportGuaranteedPaymentInput = {
  amount: MoneyInput;
  idempotencyKey: Scalars['String']['input'];
  /** What identifies the payment in your own files: each is taken once. */
  reference: Scalars['String']['input'];
  takenBy: PaymentPlace;
  /** As the payer quoted it. */
  transactionNumber: Scalars['String']['input'];
};

export type ReportGuaranteedPaymentPayload = {
  __typename?: 'ReportGuaranteedPaymentPayload';
  payment: TakenPayment;
};

export type ReportGuaranteedPaymentResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReportGuaranteedPaymentPayload | WrongState;

export type ReportReceiptInput = {
  giftId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  receivedOn: Scalars['Date']['input'];
};

export type ReportReceiptPayload = {
  __typename?: 'ReportReceiptPayload';
  gift: Gift;
};

export type ReportReceiptResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReportReceiptPayload | WrongState;

export type RequestGuaranteeInput = {
  amount: MoneyInput;
  /** The merchant or intermediary whose own member you are and who decides in the guarantor's name (B13). */
  approverId?: InputMaybe<Scalars['ID']['input']>;
  /** The day by which you pay. */
  dueOn: Scalars['Date']['input'];
  guarantorId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** The merchant whom you are going to pay. */
  payeeId: Scalars['ID']['input'];
};

export type RequestGuaranteePayload = {
  __typename?: 'RequestGuaranteePayload';
  guarantee: Guarantee;
};

export type RequestGuaranteeResult = IdempotencyConflict | InvalidInput | LevelExceeded | NotAllowed | NotFound | RequestGuaranteePayload;

export type RequestReturnInput = {
  /** What is to be refunded; all that is left when left out. */
  amount?: InputMaybe<MoneyInput>;
  /** A carrier that brings the goods back, and may report it. */
  carrierId?: InputMaybe<Scalars['ID']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  reason: ReturnReason;
  /** Which of the thread's reservations, when several paid for it. The newest that is paid when left out. */
  reservationId?: InputMaybe<Scalars['ID']['input']>;
  threadId: Scalars['ID']['input'];
};

export type RequestReturnPayload = {
  __typename?: 'RequestReturnPayload';
  goodsReturn: GoodsReturn;
};

export type RequestReturnResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RequestReturnPayload | WrongState;

/** One event of the feed of payment reservations: what changed, and the reservation as it is. */
export type ReservationChange = {
  __typename?: 'ReservationChange';
  at: Scalars['DateTime']['output'];
  cursor: Scalars['Cursor']['output'];
  kind: ReservationChangeKind;
  reservation?: Maybe<PaymentReservation>;
  statusAfter?: Maybe<ReservationStatus>;
  statusBefore?: Maybe<ReservationStatus>;
};

/** What an event of the feed means: where it starts, that you must list anew, or a change. */
export type ReservationChangeKind =
  | 'FEED_STARTED'
  | 'RESERVATION_CHANGED'
  | 'SNAPSHOT_NEEDED';

/** It would succeed now. Nothing is held by asking. */
export type ReservationQuote = {
  __typename?: 'ReservationQuote';
  amount: Money;
  /** What would be left to reserve. Null when another decides: a card's company, or who approves a credit without a line. */
  availableAfter?: Maybe<Money>;
  /** Who would still have to agree before the merchant is told. Null: nobody, it would be RESERVED at once. */
  waitsFor?: Maybe<ReservationWait>;
};

/** Where a payment reservation stands. */
export type ReservationStatus =
  /** The card company has been asked, or a person is to approve the credit; nothing is promised to the merchant yet. */
  | 'AUTHORIZING'
  /** Paid, in full or in part; nothing is frozen any more. */
  | 'CAPTURED'
  /** Accepted, and to be paid under its guarantee's number (B10). Nothing expires meanwhile. */
  | 'CAPTURING'
  | 'EXPIRED'
  /** All that was paid was refunded. */
  | 'REFUNDED'
  | 'REFUSED'
  | 'RESERVED'
  | 'VOIDED';

export type ReservationToApproveConnection = {
  __typename?: 'ReservationToApproveConnection';
  edges: Array<ReservationToApproveEdge>;
  pageInfo: PageInfo;
};

export type ReservationToApproveEdge = {
  __typename?: 'ReservationToApproveEdge';
  cursor: Scalars['Cursor']['output'];
  node: PaymentReservation;
};

/** Who must agree to a reservation before it is RESERVED. */
export type ReservationWait =
  | 'APPROVAL'
  | 'CARD_COMPANY';

export type ReservePaymentInput = {
  /** The carrier as a member of the hub. Must be given with CARRIER. */
  carrierId?: InputMaybe<Scalars['ID']['input']>;
  carrierName?: InputMaybe<Scalars['String']['input']>;
  /** The day the payment is due; 30 days from today when left out. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** With COUNTER: the transaction number of the guarantee that stands for it (B10). Left out: the smallest one of yours that does. */
  guaranteeNumber?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  /**
   * Who besides you may confirm the inspection, and so have the payment made (B7): the seller, the carrier of `carrierId`, or both. Left out:
   * you alone. Both sides see it on the reservation.
   */
  inspectionBy?: InputMaybe<Array<InspectionParty>>;
  merchantName?: InputMaybe<Scalars['String']['input']>;
  paymentMethodId: Scalars['ID']['input'];
  placeOfInspection?: InputMaybe<Scalars['String']['input']>;
  /** The contract's or the order's amount when left out (B17). */
  plannedAmount?: InputMaybe<MoneyInput>;
  threadId: Scalars['ID']['input'];
};

export type ReservePaymentPayload = {
  __typename?: 'ReservePaymentPayload';
  reservation: PaymentReservation;
};

export type ReservePaymentResult = GuaranteeNeeded | IdempotencyConflict | InsufficientFunds | InvalidInput | LevelExceeded | NotAllowed | NotFound | ReservePaymentPayload | WrongState;

export type ResumeAuthorizationsPayload = {
  __typename?: 'ResumeAuthorizationsPayload';
  lane: AuthorizationLane;
};

export type ResumeAuthorizationsResult = IdempotencyConflict | InvalidInput | NotAllowed | ResumeAuthorizationsPayload;

export type ReturnCreditClaimInput = {
  idempotencyKey: Scalars['String']['input'];
  purchaseId: Scalars['ID']['input'];
  /** Shown to the guarantor. 500 characters at most. */
  reason: Scalars['String']['input'];
};

export type ReturnCreditClaimPayload = {
  __typename?: 'ReturnCreditClaimPayload';
  purchase: CreditClaimPurchase;
};

export type ReturnCreditClaimResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReturnCreditClaimPayload | WrongState;

/** Why goods are given back. */
export type ReturnReason =
  /** Without a reason. In the cooling-off period by law it needs no consent; else the seller may refuse. */
  | 'COOLING_OFF'
  | 'DAMAGED'
  | 'INCOMPLETE'
  | 'OTHER'
  | 'WRONG_GOODS';

/** Where a return of goods stands. */
export type ReturnStatus =
  /** The buyer may send the goods. */
  | 'ACCEPTED'
  | 'REFUNDED'
  /** The goods are back; the card company is being asked to refund. */
  | 'REFUNDING'
  | 'REFUSED'
  /** The seller is to take it or refuse. */
  | 'REQUESTED'
  | 'WITHDRAWN';

export type ReversePostingInput = {
  idempotencyKey: Scalars['String']['input'];
  /** From a statement. */
  postingId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  /** What identifies the correction in your own files. */
  reference: Scalars['String']['input'];
};

export type ReversePostingPayload = {
  __typename?: 'ReversePostingPayload';
  /** The posting that takes back the other. */
  postingId: Scalars['ID']['output'];
};

export type ReversePostingResult = IdempotencyConflict | InsufficientFunds | InvalidInput | NotAllowed | NotFound | ReversePostingPayload | WrongState;

export type RevokeGuaranteePoolInput = {
  idempotencyKey: Scalars['String']['input'];
  poolId: Scalars['ID']['input'];
};

export type RevokeGuaranteePoolPayload = {
  __typename?: 'RevokeGuaranteePoolPayload';
  pool: GuaranteePool;
};

export type RevokeGuaranteePoolResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RevokeGuaranteePoolPayload | WrongState;

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

/** How something was sold, as far as laws on cooling off tell apart. */
export type SaleKind =
  /** At a distance, as over the hub. */
  | 'DISTANCE'
  | 'DOOR_TO_DOOR';

export type SellCreditClaimInput = {
  /** The discount that the hub's terms state: refused when it is another by now. */
  discountPpm: Scalars['Int']['input'];
  guaranteeId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type SellCreditClaimPayload = {
  __typename?: 'SellCreditClaimPayload';
  purchase: CreditClaimPurchase;
};

export type SellCreditClaimResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SellCreditClaimPayload | WrongState;

export type SetAuthorizationScheduleInput = {
  /** Up to a day, usually 60. */
  batchAgeSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200, usually 100. */
  batchSize?: InputMaybe<Scalars['Int']['input']>;
  /** The code by which the company is connected. Left out: all that have no schedule of their own. */
  company?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  mode: AuthorizationScheduleMode;
  /** 1 to 500, usually 32; with BATCH at least as many as a batch has. */
  mostInFlight?: InputMaybe<Scalars['Int']['input']>;
  offPeak?: InputMaybe<OffPeakHoursInput>;
  /** Of PACED the pace, of ADAPTIVE the fastest: 1 to 60,000, usually 6,000. With PACED it must be given. */
  perMinute?: InputMaybe<Scalars['Int']['input']>;
  /** Of ADAPTIVE the slowest, usually 60. */
  slowestPerMinute?: InputMaybe<Scalars['Int']['input']>;
};

export type SetAuthorizationSchedulePayload = {
  __typename?: 'SetAuthorizationSchedulePayload';
  lane: AuthorizationLane;
};

export type SetAuthorizationScheduleResult = IdempotencyConflict | InvalidInput | NotAllowed | SetAuthorizationSchedulePayload;

export type SetAuthorizationSharingInput = {
  idempotencyKey: Scalars['String']['input'];
  rule: AuthorizationSharingRule;
};

export type SetAuthorizationSharingPayload = {
  __typename?: 'SetAuthorizationSharingPayload';
  sharing: AuthorizationSharing;
};

export type SetAuthorizationSharingResult = IdempotencyConflict | InvalidInput | NotAllowed | SetAuthorizationSharingPayload;

export type SetAuthorizationSystemInput = {
  /** 1 to 3,600, usually 10. */
  batchAgeSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200, usually 1: one by one. */
  batchSize?: InputMaybe<Scalars['Int']['input']>;
  idempotencyKey: Scalars['String']['input'];
  /** 1 to 10,000, usually what its processes can hold; at least as many as a batch has. */
  mostInFlight?: InputMaybe<Scalars['Int']['input']>;
  /** What the setting AUTHORIZATION_SYSTEM of its processes says. */
  name: Scalars['String']['input'];
  /** 1 to 600,000, usually no limit. */
  perMinute?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 100, usually 1. */
  rank?: InputMaybe<Scalars['Int']['input']>;
  /** Usually true. With false it takes nothing new; what it has in hand it ends. */
  takesPart?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 1,000, usually 1. */
  weight?: InputMaybe<Scalars['Int']['input']>;
};

export type SetAuthorizationSystemPayload = {
  __typename?: 'SetAuthorizationSystemPayload';
  sharing: AuthorizationSharing;
};

export type SetAuthorizationSystemResult = IdempotencyConflict | InvalidInput | NotAllowed | SetAuthorizationSystemPayload;

export type SetClaimTermsInput = {
  currency: Scalars['Currency']['input'];
  /** 0 to 500,000. */
  discountPpm: Scalars['Int']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** How much may be outstanding at a time, in the currency. */
  limit: Scalars['Decimal']['input'];
  /** 1 to 365. Left out: no recourse. */
  recourseAfterDays?: InputMaybe<Scalars['Int']['input']>;
  settlementAgentId: Scalars['ID']['input'];
};

export type SetClaimTermsPayload = {
  __typename?: 'SetClaimTermsPayload';
  terms: ClaimTerms;
};

export type SetClaimTermsResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SetClaimTermsPayload;

export type SetCoolingOffRuleInput = {
  /** ISO 3166-1, two letters. */
  country: Scalars['String']['input'];
  countsFrom: CoolingOffStart;
  /** 0: there is none. */
  days: Scalars['Int']['input'];
  excludable: Scalars['Boolean']['input'];
  firstDayCounts: Scalars['Boolean']['input'];
  idempotencyKey: Scalars['String']['input'];
  sale: SaleKind;
  /** Where the law says so. */
  source: Scalars['String']['input'];
  /** Such as `Asia/Tokyo`. */
  timeZone: Scalars['String']['input'];
};

export type SetCoolingOffRulePayload = {
  __typename?: 'SetCoolingOffRulePayload';
  /** The versions of the country's rules, newest first. */
  rules: Array<CoolingOffRule>;
};

export type SetCoolingOffRuleResult = IdempotencyConflict | InvalidInput | NotAllowed | SetCoolingOffRulePayload;

export type SetCreditLineInput = {
  /** When what is drawn is billed (B21). Left out it stays as it is; at first by calendar month in UTC, due in 30 days. */
  billing?: InputMaybe<CreditBillingInput>;
  idempotencyKey: Scalars['String']['input'];
  /** 0 closes the credit, or with APPROVAL says that there is no line. */
  line: MoneyInput;
  memberId: Scalars['ID']['input'];
  /** LINE when left out. */
  terms?: InputMaybe<CreditTerms>;
};

export type SetCreditLinePayload = {
  __typename?: 'SetCreditLinePayload';
  account: LedgerAccount;
};

export type SetCreditLineResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SetCreditLinePayload;

export type SetGuaranteePoolInput = {
  /** The payer, or the merchant or intermediary who is to approve its own members. */
  holderId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** 0 leaves the pool there, and grants nothing within it. */
  limit: MoneyInput;
  /** The last day on which something is granted within it. */
  until: Scalars['Date']['input'];
  use: GuaranteePoolUse;
};

export type SetGuaranteePoolPayload = {
  __typename?: 'SetGuaranteePoolPayload';
  pool: GuaranteePool;
};

export type SetGuaranteePoolResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SetGuaranteePoolPayload;

export type SetReturnTermsInput = {
  /** True: none is granted where the law lets the seller choose. */
  coolingOffExcluded: Scalars['Boolean']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type SetReturnTermsPayload = {
  __typename?: 'SetReturnTermsPayload';
  coolingOffExcluded: Scalars['Boolean']['output'];
};

export type SetReturnTermsResult = IdempotencyConflict | InvalidInput | NotAllowed | SetReturnTermsPayload;

/** How a contract's amount is settled: by itself (A8) or netted with others (A9). */
export type SettlementMethod =
  /** Sent to the settlement agent alone, at once when payable. */
  | 'GROSS'
  /** Netted with the other obligations of the window. */
  | 'NET';

/** One posting on an account. */
export type StatementEntry = {
  __typename?: 'StatementEntry';
  /** What it adds to the balance; below zero when it takes away. */
  amount: Money;
  at: Scalars['DateTime']['output'];
  balanceAfter: Money;
  kind: PostingKind;
  postingId: Scalars['ID']['output'];
  reason?: Maybe<Scalars['String']['output']>;
  /** Of a DEPOSIT, PAYOUT or REPAYMENT the bank's reference, of a CAPTURE or a REFUND its id, of a REVERSAL what the operator gave. */
  reference: Scalars['String']['output'];
  /** Of a capture or a refund: the reservation that was paid. */
  reservation?: Maybe<PaymentReservation>;
  /** Of a reversal: the posting that it takes back, and why. */
  reverses?: Maybe<Scalars['ID']['output']>;
};

export type StopAuthorizationsInput = {
  /** The code by which the company is connected. */
  company: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** Why, for those who look later. */
  reason: Scalars['String']['input'];
};

export type StopAuthorizationsPayload = {
  __typename?: 'StopAuthorizationsPayload';
  lane: AuthorizationLane;
};

export type StopAuthorizationsResult = IdempotencyConflict | InvalidInput | NotAllowed | StopAuthorizationsPayload;

export type Subscription = {
  __typename?: 'Subscription';
  /** Every change of the reservations to which you are payer or payee, in order. `after` replays what was missed. */
  reservationChanged: ReservationChange;
};


export type SubscriptionReservationChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  reservationId?: InputMaybe<Scalars['ID']['input']>;
};

/** A payment by transaction number, as the institution that took it sees it. */
export type TakenPayment = {
  __typename?: 'TakenPayment';
  amount: Money;
  at: Scalars['DateTime']['output'];
  /** Whom you owe it: the merchant, or the guarantor when it was called upon before. */
  creditor: Member;
  id: Scalars['ID']['output'];
  /** Yours for the payment, as you reported it. */
  reference: Scalars['String']['output'];
  takenBy: PaymentPlace;
  transactionNumber: Scalars['String']['output'];
};

export type TakenPaymentConnection = {
  __typename?: 'TakenPaymentConnection';
  edges: Array<TakenPaymentEdge>;
  pageInfo: PageInfo;
};

export type TakenPaymentEdge = {
  __typename?: 'TakenPaymentEdge';
  cursor: Scalars['Cursor']['output'];
  node: TakenPayment;
};

export type Viewer = {
  __typename?: 'Viewer';
  /** Your balances: what is available and what is held, per account. */
  accounts: Array<LedgerAccount>;
  /** What you are billed for what you drew on credit, newest first (B21). Nobody else sees it but the institution's operators. */
  creditBills: CreditBillConnection;
  /** Gifts in which you have this part, newest first. */
  gifts: GiftConnection;
  /** Pools that you have granted, or that were granted to you, newest first. */
  guaranteePools: GuaranteePoolConnection;
  /** Guarantees in which you have this part, newest first. */
  guarantees: GuaranteeConnection;
  id: Scalars['ID']['output'];
  /** As a carrier, the inspections that you may confirm now, newest first (B7). */
  inspectionsToConfirm: InspectionTaskConnection;
  paymentMethods: Array<PaymentMethod>;
  /** Payments by transaction number that you took as a payment institution, newest first. */
  paymentsTaken: TakenPaymentConnection;
  /** Referrals to which you are customer or shop, newest first. Those CONSENTED wait for the shop. */
  referrals: ReferralConnection;
  /** Reservations to which you are payer or payee, newest first. */
  reservations: PaymentReservationConnection;
};


export type ViewerCreditBillsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type ViewerGiftsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  part: GiftPart;
};


export type ViewerGuaranteePoolsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type ViewerGuaranteesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  part: GuaranteePart;
  status?: InputMaybe<Array<GuaranteeStatus>>;
};


export type ViewerInspectionsToConfirmArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type ViewerPaymentsTakenArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type ViewerReferralsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<Array<ReferralStatus>>;
};


export type ViewerReservationsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<Array<ReservationStatus>>;
};

export type VoidReservationInput = {
  idempotencyKey: Scalars['String']['input'];
  reservationId: Scalars['ID']['input'];
};

export type VoidReservationPayload = {
  __typename?: 'VoidReservationPayload';
  reservation: PaymentReservation;
};

export type VoidReservationResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | VoidReservationPayload | WrongState;

export type WithdrawReturnInput = {
  idempotencyKey: Scalars['String']['input'];
  returnId: Scalars['ID']['input'];
};

export type WithdrawReturnPayload = {
  __typename?: 'WithdrawReturnPayload';
  goodsReturn: GoodsReturn;
};

export type WithdrawReturnResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WithdrawReturnPayload | WrongState;

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
  CreditClaimPurchase: CreditClaimPurchase;
  Gift: Gift;
  Guarantee: Guarantee;
  GuaranteePool: GuaranteePool;
  PaymentMethod: PaymentMethod;
  PaymentReservation: PaymentReservation;
  Referral: Referral;
  Viewer: Viewer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CaseThread:
    ( { __typename: 'CaseThread' }
    & GraphQLRecursivePick<FederationTypes['CaseThread'], {"id":true}> );
  CreditClaimPurchase:
    ( { __typename: 'CreditClaimPurchase' }
    & GraphQLRecursivePick<FederationTypes['CreditClaimPurchase'], {"id":true}> );
  Gift:
    ( { __typename: 'Gift' }
    & GraphQLRecursivePick<FederationTypes['Gift'], {"id":true}> );
  Guarantee:
    ( { __typename: 'Guarantee' }
    & GraphQLRecursivePick<FederationTypes['Guarantee'], {"id":true}> );
  GuaranteePool:
    ( { __typename: 'GuaranteePool' }
    & GraphQLRecursivePick<FederationTypes['GuaranteePool'], {"id":true}> );
  PaymentMethod:
    ( { __typename: 'PaymentMethod' }
    & GraphQLRecursivePick<FederationTypes['PaymentMethod'], {"id":true}> );
  PaymentReservation:
    ( { __typename: 'PaymentReservation' }
    & GraphQLRecursivePick<FederationTypes['PaymentReservation'], {"id":true}> );
  Referral:
    ( { __typename: 'Referral' }
    & GraphQLRecursivePick<FederationTypes['Referral'], {"id":true}> );
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AcceptReturnResult:
    | ( Omit<AcceptReturnPayload, 'goodsReturn'> & { goodsReturn: _RefType['GoodsReturn'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  AddressGiftResult:
    | ( Omit<AddressGiftPayload, 'gift'> & { gift: _RefType['Gift'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ApproveReservationResult:
    | ( Omit<ApproveReservationPayload, 'reservation'> & { reservation: _RefType['PaymentReservation'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ConfirmInspectionResult:
    | ( RefusalModel )
    | ( Omit<ConfirmInspectionPayload, 'inspection' | 'reservation'> & { inspection: _RefType['Inspection'], reservation?: Maybe<_RefType['PaymentReservation']> } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ConsentToReferralResult:
    | ( Omit<ConsentToReferralPayload, 'referral'> & { referral?: Maybe<_RefType['Referral']> } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  DepositFundsResult:
    | ( Omit<DepositFundsPayload, 'account'> & { account: _RefType['LedgerAccount'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  EntrustGiftResult:
    | ( Omit<EntrustGiftPayload, 'gift'> & { gift: _RefType['Gift'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ForwardReceiptResult:
    | ( RefusalModel )
    | ( Omit<ForwardReceiptPayload, 'gift'> & { gift: _RefType['Gift'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  GrantGuaranteeResult:
    | ( Omit<GrantGuaranteePayload, 'guarantee'> & { guarantee: _RefType['Guarantee'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  InvokeGuaranteeResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<InvokeGuaranteePayload, 'guarantee'> & { guarantee: _RefType['Guarantee'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  PayOutResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<PayOutPayload, 'account'> & { account: _RefType['LedgerAccount'] } )
  ;
  QuoteReservationResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( ReservationQuote )
  ;
  RecordReferralResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RecordReferralPayload, 'referral'> & { referral: _RefType['Referral'] } )
    | ( RefusalModel )
  ;
  RecordRepaymentResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RecordRepaymentPayload, 'account' | 'paidBills'> & { account: _RefType['LedgerAccount'], paidBills: Array<_RefType['CreditBill']> } )
  ;
  RefuseGuaranteeResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RefuseGuaranteePayload, 'guarantee'> & { guarantee: _RefType['Guarantee'] } )
    | ( RefusalModel )
  ;
  RefuseReturnResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RefuseReturnPayload, 'goodsReturn'> & { goodsReturn: _RefType['GoodsReturn'] } )
    | ( RefusalModel )
  ;
  RegisterPaymentMethodResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RegisterPaymentMethodPayload, 'paymentMethod'> & { paymentMethod: _RefType['PaymentMethod'] } )
  ;
  RejectReservationResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RejectReservationPayload, 'reservation'> & { reservation: _RefType['PaymentReservation'] } )
    | ( RefusalModel )
  ;
  ReleaseGuaranteeResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReleaseGuaranteePayload, 'guarantee'> & { guarantee: _RefType['Guarantee'] } )
    | ( RefusalModel )
  ;
  ReportGoodsReturnedResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReportGoodsReturnedPayload, 'goodsReturn'> & { goodsReturn: _RefType['GoodsReturn'] } )
    | ( RefusalModel )
  ;
  ReportGuaranteedPaymentResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReportGuaranteedPaymentPayload, 'payment'> & { payment: _RefType['TakenPayment'] } )
    | ( RefusalModel )
  ;
  ReportReceiptResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReportReceiptPayload, 'gift'> & { gift: _RefType['Gift'] } )
    | ( RefusalModel )
  ;
  RequestGuaranteeResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RequestGuaranteePayload, 'guarantee'> & { guarantee: _RefType['Guarantee'] } )
  ;
  RequestReturnResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RequestReturnPayload, 'goodsReturn'> & { goodsReturn: _RefType['GoodsReturn'] } )
    | ( RefusalModel )
  ;
  ReservePaymentResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReservePaymentPayload, 'reservation'> & { reservation: _RefType['PaymentReservation'] } )
    | ( RefusalModel )
  ;
  ResumeAuthorizationsResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ResumeAuthorizationsPayload, 'lane'> & { lane: _RefType['AuthorizationLane'] } )
  ;
  ReturnCreditClaimResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReturnCreditClaimPayload, 'purchase'> & { purchase: _RefType['CreditClaimPurchase'] } )
    | ( RefusalModel )
  ;
  ReversePostingResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( ReversePostingPayload )
    | ( RefusalModel )
  ;
  RevokeGuaranteePoolResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RevokeGuaranteePoolPayload, 'pool'> & { pool: _RefType['GuaranteePool'] } )
    | ( RefusalModel )
  ;
  SellCreditClaimResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SellCreditClaimPayload, 'purchase'> & { purchase: _RefType['CreditClaimPurchase'] } )
    | ( RefusalModel )
  ;
  SetAuthorizationScheduleResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetAuthorizationSchedulePayload, 'lane'> & { lane: _RefType['AuthorizationLane'] } )
  ;
  SetAuthorizationSharingResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetAuthorizationSharingPayload, 'sharing'> & { sharing: _RefType['AuthorizationSharing'] } )
  ;
  SetAuthorizationSystemResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetAuthorizationSystemPayload, 'sharing'> & { sharing: _RefType['AuthorizationSharing'] } )
  ;
  SetClaimTermsResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetClaimTermsPayload, 'terms'> & { terms: _RefType['ClaimTerms'] } )
  ;
  SetCoolingOffRuleResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetCoolingOffRulePayload, 'rules'> & { rules: Array<_RefType['CoolingOffRule']> } )
  ;
  SetCreditLineResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetCreditLinePayload, 'account'> & { account: _RefType['LedgerAccount'] } )
  ;
  SetGuaranteePoolResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SetGuaranteePoolPayload, 'pool'> & { pool: _RefType['GuaranteePool'] } )
  ;
  SetReturnTermsResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( SetReturnTermsPayload )
  ;
  StopAuthorizationsResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<StopAuthorizationsPayload, 'lane'> & { lane: _RefType['AuthorizationLane'] } )
  ;
  VoidReservationResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<VoidReservationPayload, 'reservation'> & { reservation: _RefType['PaymentReservation'] } )
    | ( RefusalModel )
  ;
  WithdrawReturnResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<WithdrawReturnPayload, 'goodsReturn'> & { goodsReturn: _RefType['GoodsReturn'] } )
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
  AcceptReturnInput: AcceptReturnInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AcceptReturnPayload: ResolverTypeWrapper<Omit<AcceptReturnPayload, 'goodsReturn'> & { goodsReturn: ResolversTypes['GoodsReturn'] }>;
  AcceptReturnResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcceptReturnResult']>;
  AccountStatementConnection: ResolverTypeWrapper<Omit<AccountStatementConnection, 'account' | 'edges'> & { account: ResolversTypes['LedgerAccount'], edges: Array<ResolversTypes['AccountStatementEdge']> }>;
  AccountStatementEdge: ResolverTypeWrapper<Omit<AccountStatementEdge, 'node'> & { node: ResolversTypes['StatementEntry'] }>;
  AddressGiftInput: AddressGiftInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AddressGiftPayload: ResolverTypeWrapper<Omit<AddressGiftPayload, 'gift'> & { gift: ResolversTypes['Gift'] }>;
  AddressGiftResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AddressGiftResult']>;
  Addressee: ResolverTypeWrapper<Addressee>;
  AmountExceedsHold: ResolverTypeWrapper<RefusalModel>;
  ApproveReservationInput: ApproveReservationInput;
  ApproveReservationPayload: ResolverTypeWrapper<Omit<ApproveReservationPayload, 'reservation'> & { reservation: ResolversTypes['PaymentReservation'] }>;
  ApproveReservationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApproveReservationResult']>;
  AuthorizationAct: ResolverTypeWrapper<AuthorizationActModel>;
  AuthorizationActConnection: ResolverTypeWrapper<Omit<AuthorizationActConnection, 'edges'> & { edges: Array<ResolversTypes['AuthorizationActEdge']> }>;
  AuthorizationActEdge: ResolverTypeWrapper<Omit<AuthorizationActEdge, 'node'> & { node: ResolversTypes['AuthorizationAct'] }>;
  AuthorizationActKind: AuthorizationActKind;
  AuthorizationLane: ResolverTypeWrapper<AuthorizationLaneModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AuthorizationRequest: ResolverTypeWrapper<AuthorizationRequestModel>;
  AuthorizationRestraint: AuthorizationRestraint;
  AuthorizationResult: AuthorizationResult;
  AuthorizationResults: ResolverTypeWrapper<AuthorizationResults>;
  AuthorizationSchedule: ResolverTypeWrapper<AuthorizationSchedule>;
  AuthorizationScheduleMode: AuthorizationScheduleMode;
  AuthorizationSharing: ResolverTypeWrapper<Omit<AuthorizationSharing, 'systems'> & { systems: Array<ResolversTypes['AuthorizationSystem']> }>;
  AuthorizationSharingRule: AuthorizationSharingRule;
  AuthorizationStatus: AuthorizationStatus;
  AuthorizationSystem: ResolverTypeWrapper<AuthorizationSystemModel>;
  CardReferenceInput: CardReferenceInput;
  CaseThread: ResolverTypeWrapper<CaseThreadModel>;
  ClaimTerms: ResolverTypeWrapper<ClaimTermsModel>;
  ConfirmInspectionInput: ConfirmInspectionInput;
  ConfirmInspectionPayload: ResolverTypeWrapper<Omit<ConfirmInspectionPayload, 'inspection' | 'reservation'> & { inspection: ResolversTypes['Inspection'], reservation?: Maybe<ResolversTypes['PaymentReservation']> }>;
  ConfirmInspectionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConfirmInspectionResult']>;
  ConsentToReferralInput: ConsentToReferralInput;
  ConsentToReferralPayload: ResolverTypeWrapper<Omit<ConsentToReferralPayload, 'referral'> & { referral?: Maybe<ResolversTypes['Referral']> }>;
  ConsentToReferralResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConsentToReferralResult']>;
  ContactChannel: ContactChannel;
  CoolingOffRule: ResolverTypeWrapper<CoolingOffRuleModel>;
  CoolingOffStart: CoolingOffStart;
  CreditApproval: ResolverTypeWrapper<CreditApprovalModel>;
  CreditApprovalStatus: CreditApprovalStatus;
  CreditBill: ResolverTypeWrapper<CreditBillModel>;
  CreditBillConnection: ResolverTypeWrapper<Omit<CreditBillConnection, 'edges'> & { edges: Array<ResolversTypes['CreditBillEdge']> }>;
  CreditBillEdge: ResolverTypeWrapper<Omit<CreditBillEdge, 'node'> & { node: ResolversTypes['CreditBill'] }>;
  CreditBillLine: ResolverTypeWrapper<CreditBillLineModel>;
  CreditBillLineConnection: ResolverTypeWrapper<Omit<CreditBillLineConnection, 'edges'> & { edges: Array<ResolversTypes['CreditBillLineEdge']> }>;
  CreditBillLineEdge: ResolverTypeWrapper<Omit<CreditBillLineEdge, 'node'> & { node: ResolversTypes['CreditBillLine'] }>;
  CreditBillPayment: ResolverTypeWrapper<CreditBillPaymentModel>;
  CreditBillStatus: CreditBillStatus;
  CreditBillingInput: CreditBillingInput;
  CreditBillingTerms: ResolverTypeWrapper<CreditBillingTerms>;
  CreditClaimPurchase: ResolverTypeWrapper<CreditClaimPurchaseModel>;
  CreditClaimPurchaseConnection: ResolverTypeWrapper<Omit<CreditClaimPurchaseConnection, 'edges'> & { edges: Array<ResolversTypes['CreditClaimPurchaseEdge']> }>;
  CreditClaimPurchaseEdge: ResolverTypeWrapper<Omit<CreditClaimPurchaseEdge, 'node'> & { node: ResolversTypes['CreditClaimPurchase'] }>;
  CreditTerms: CreditTerms;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DepositFundsInput: DepositFundsInput;
  DepositFundsPayload: ResolverTypeWrapper<Omit<DepositFundsPayload, 'account'> & { account: ResolversTypes['LedgerAccount'] }>;
  DepositFundsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DepositFundsResult']>;
  EntrustGiftInput: EntrustGiftInput;
  EntrustGiftPayload: ResolverTypeWrapper<Omit<EntrustGiftPayload, 'gift'> & { gift: ResolversTypes['Gift'] }>;
  EntrustGiftResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EntrustGiftResult']>;
  ForwardReceiptInput: ForwardReceiptInput;
  ForwardReceiptPayload: ResolverTypeWrapper<Omit<ForwardReceiptPayload, 'gift'> & { gift: ResolversTypes['Gift'] }>;
  ForwardReceiptResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ForwardReceiptResult']>;
  Gift: ResolverTypeWrapper<GiftModel>;
  GiftConnection: ResolverTypeWrapper<Omit<GiftConnection, 'edges'> & { edges: Array<ResolversTypes['GiftEdge']> }>;
  GiftEdge: ResolverTypeWrapper<Omit<GiftEdge, 'node'> & { node: ResolversTypes['Gift'] }>;
  GiftHandling: GiftHandling;
  GiftPart: GiftPart;
  GiftStatus: GiftStatus;
  GiftStep: ResolverTypeWrapper<GiftStepModel>;
  GoodsReturn: ResolverTypeWrapper<GoodsReturnModel>;
  GrantGuaranteeInput: GrantGuaranteeInput;
  GrantGuaranteePayload: ResolverTypeWrapper<Omit<GrantGuaranteePayload, 'guarantee'> & { guarantee: ResolversTypes['Guarantee'] }>;
  GrantGuaranteeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['GrantGuaranteeResult']>;
  Guarantee: ResolverTypeWrapper<GuaranteeModel>;
  GuaranteeConnection: ResolverTypeWrapper<Omit<GuaranteeConnection, 'edges'> & { edges: Array<ResolversTypes['GuaranteeEdge']> }>;
  GuaranteeEdge: ResolverTypeWrapper<Omit<GuaranteeEdge, 'node'> & { node: ResolversTypes['Guarantee'] }>;
  GuaranteeNeeded: ResolverTypeWrapper<RefusalModel>;
  GuaranteePart: GuaranteePart;
  GuaranteePool: ResolverTypeWrapper<GuaranteePoolModel>;
  GuaranteePoolConnection: ResolverTypeWrapper<Omit<GuaranteePoolConnection, 'edges'> & { edges: Array<ResolversTypes['GuaranteePoolEdge']> }>;
  GuaranteePoolEdge: ResolverTypeWrapper<Omit<GuaranteePoolEdge, 'node'> & { node: ResolversTypes['GuaranteePool'] }>;
  GuaranteePoolUse: GuaranteePoolUse;
  GuaranteeStatus: GuaranteeStatus;
  GuaranteeStep: ResolverTypeWrapper<GuaranteeStepModel>;
  GuaranteeStepKind: GuaranteeStepKind;
  GuestLimit: ResolverTypeWrapper<RefusalModel>;
  GuestRule: GuestRule;
  IdempotencyConflict: ResolverTypeWrapper<RefusalModel>;
  InputFault: ResolverTypeWrapper<InputFault>;
  Inspection: ResolverTypeWrapper<InspectionModel>;
  InspectionParty: InspectionParty;
  InspectionTask: ResolverTypeWrapper<InspectionTaskModel>;
  InspectionTaskConnection: ResolverTypeWrapper<Omit<InspectionTaskConnection, 'edges'> & { edges: Array<ResolversTypes['InspectionTaskEdge']> }>;
  InspectionTaskEdge: ResolverTypeWrapper<Omit<InspectionTaskEdge, 'node'> & { node: ResolversTypes['InspectionTask'] }>;
  InsufficientFunds: ResolverTypeWrapper<RefusalModel>;
  InvalidInput: ResolverTypeWrapper<RefusalModel>;
  InvokeGuaranteeInput: InvokeGuaranteeInput;
  InvokeGuaranteePayload: ResolverTypeWrapper<Omit<InvokeGuaranteePayload, 'guarantee'> & { guarantee: ResolversTypes['Guarantee'] }>;
  InvokeGuaranteeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InvokeGuaranteeResult']>;
  LedgerAccount: ResolverTypeWrapper<LedgerAccountModel>;
  LedgerAccountKind: LedgerAccountKind;
  LevelExceeded: ResolverTypeWrapper<RefusalModel>;
  Member: ResolverTypeWrapper<Member>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotAllowed: ResolverTypeWrapper<RefusalModel>;
  NotFound: ResolverTypeWrapper<RefusalModel>;
  OffPeakHours: ResolverTypeWrapper<OffPeakHours>;
  OffPeakHoursInput: OffPeakHoursInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PayOutInput: PayOutInput;
  PayOutPayload: ResolverTypeWrapper<Omit<PayOutPayload, 'account'> & { account: ResolversTypes['LedgerAccount'] }>;
  PayOutResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PayOutResult']>;
  PaymentMethod: ResolverTypeWrapper<PaymentMethodModel>;
  PaymentMethodKind: PaymentMethodKind;
  PaymentPlace: PaymentPlace;
  PaymentReservation: ResolverTypeWrapper<PaymentReservationModel>;
  PaymentReservationConnection: ResolverTypeWrapper<Omit<PaymentReservationConnection, 'edges'> & { edges: Array<ResolversTypes['PaymentReservationEdge']> }>;
  PaymentReservationEdge: ResolverTypeWrapper<Omit<PaymentReservationEdge, 'node'> & { node: ResolversTypes['PaymentReservation'] }>;
  PostingKind: PostingKind;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuoteReservationInput: QuoteReservationInput;
  QuoteReservationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['QuoteReservationResult']>;
  RecordReferralInput: RecordReferralInput;
  RecordReferralPayload: ResolverTypeWrapper<Omit<RecordReferralPayload, 'referral'> & { referral: ResolversTypes['Referral'] }>;
  RecordReferralResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordReferralResult']>;
  RecordRepaymentInput: RecordRepaymentInput;
  RecordRepaymentPayload: ResolverTypeWrapper<Omit<RecordRepaymentPayload, 'account' | 'paidBills'> & { account: ResolversTypes['LedgerAccount'], paidBills: Array<ResolversTypes['CreditBill']> }>;
  RecordRepaymentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordRepaymentResult']>;
  Referral: ResolverTypeWrapper<ReferralModel>;
  ReferralConnection: ResolverTypeWrapper<Omit<ReferralConnection, 'edges'> & { edges: Array<ResolversTypes['ReferralEdge']> }>;
  ReferralEdge: ResolverTypeWrapper<Omit<ReferralEdge, 'node'> & { node: ResolversTypes['Referral'] }>;
  ReferralNotice: ResolverTypeWrapper<ReferralNoticeModel>;
  ReferralOutcome: ReferralOutcome;
  ReferralStatus: ReferralStatus;
  ReferralStep: ResolverTypeWrapper<ReferralStepModel>;
  ReferralStepKind: ReferralStepKind;
  ReferralVia: ReferralVia;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  RefuseGuaranteeInput: RefuseGuaranteeInput;
  RefuseGuaranteePayload: ResolverTypeWrapper<Omit<RefuseGuaranteePayload, 'guarantee'> & { guarantee: ResolversTypes['Guarantee'] }>;
  RefuseGuaranteeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefuseGuaranteeResult']>;
  RefuseReturnInput: RefuseReturnInput;
  RefuseReturnPayload: ResolverTypeWrapper<Omit<RefuseReturnPayload, 'goodsReturn'> & { goodsReturn: ResolversTypes['GoodsReturn'] }>;
  RefuseReturnResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefuseReturnResult']>;
  RegisterPaymentMethodInput: RegisterPaymentMethodInput;
  RegisterPaymentMethodPayload: ResolverTypeWrapper<Omit<RegisterPaymentMethodPayload, 'paymentMethod'> & { paymentMethod: ResolversTypes['PaymentMethod'] }>;
  RegisterPaymentMethodResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterPaymentMethodResult']>;
  RejectReservationInput: RejectReservationInput;
  RejectReservationPayload: ResolverTypeWrapper<Omit<RejectReservationPayload, 'reservation'> & { reservation: ResolversTypes['PaymentReservation'] }>;
  RejectReservationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RejectReservationResult']>;
  ReleaseGuaranteeInput: ReleaseGuaranteeInput;
  ReleaseGuaranteePayload: ResolverTypeWrapper<Omit<ReleaseGuaranteePayload, 'guarantee'> & { guarantee: ResolversTypes['Guarantee'] }>;
  ReleaseGuaranteeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReleaseGuaranteeResult']>;
  ReportGoodsReturnedInput: ReportGoodsReturnedInput;
  ReportGoodsReturnedPayload: ResolverTypeWrapper<Omit<ReportGoodsReturnedPayload, 'goodsReturn'> & { goodsReturn: ResolversTypes['GoodsReturn'] }>;
  ReportGoodsReturnedResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportGoodsReturnedResult']>;
  ReportGuaranteedPaymentInput: ReportGuaranteedPaymentInput;
  ReportGuaranteedPaymentPayload: ResolverTypeWrapper<Omit<ReportGuaranteedPaymentPayload, 'payment'> & { payment: ResolversTypes['TakenPayment'] }>;
  ReportGuaranteedPaymentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportGuaranteedPaymentResult']>;
  ReportReceiptInput: ReportReceiptInput;
  ReportReceiptPayload: ResolverTypeWrapper<Omit<ReportReceiptPayload, 'gift'> & { gift: ResolversTypes['Gift'] }>;
  ReportReceiptResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportReceiptResult']>;
  RequestGuaranteeInput: RequestGuaranteeInput;
  RequestGuaranteePayload: ResolverTypeWrapper<Omit<RequestGuaranteePayload, 'guarantee'> & { guarantee: ResolversTypes['Guarantee'] }>;
  RequestGuaranteeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestGuaranteeResult']>;
  RequestReturnInput: RequestReturnInput;
  RequestReturnPayload: ResolverTypeWrapper<Omit<RequestReturnPayload, 'goodsReturn'> & { goodsReturn: ResolversTypes['GoodsReturn'] }>;
  RequestReturnResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestReturnResult']>;
  ReservationChange: ResolverTypeWrapper<ReservationChangeModel>;
  ReservationChangeKind: ReservationChangeKind;
  ReservationQuote: ResolverTypeWrapper<ReservationQuote>;
  ReservationStatus: ReservationStatus;
  ReservationToApproveConnection: ResolverTypeWrapper<Omit<ReservationToApproveConnection, 'edges'> & { edges: Array<ResolversTypes['ReservationToApproveEdge']> }>;
  ReservationToApproveEdge: ResolverTypeWrapper<Omit<ReservationToApproveEdge, 'node'> & { node: ResolversTypes['PaymentReservation'] }>;
  ReservationWait: ReservationWait;
  ReservePaymentInput: ReservePaymentInput;
  ReservePaymentPayload: ResolverTypeWrapper<Omit<ReservePaymentPayload, 'reservation'> & { reservation: ResolversTypes['PaymentReservation'] }>;
  ReservePaymentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReservePaymentResult']>;
  ResumeAuthorizationsPayload: ResolverTypeWrapper<Omit<ResumeAuthorizationsPayload, 'lane'> & { lane: ResolversTypes['AuthorizationLane'] }>;
  ResumeAuthorizationsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResumeAuthorizationsResult']>;
  ReturnCreditClaimInput: ReturnCreditClaimInput;
  ReturnCreditClaimPayload: ResolverTypeWrapper<Omit<ReturnCreditClaimPayload, 'purchase'> & { purchase: ResolversTypes['CreditClaimPurchase'] }>;
  ReturnCreditClaimResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReturnCreditClaimResult']>;
  ReturnReason: ReturnReason;
  ReturnStatus: ReturnStatus;
  ReversePostingInput: ReversePostingInput;
  ReversePostingPayload: ResolverTypeWrapper<ReversePostingPayload>;
  ReversePostingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReversePostingResult']>;
  RevokeGuaranteePoolInput: RevokeGuaranteePoolInput;
  RevokeGuaranteePoolPayload: ResolverTypeWrapper<Omit<RevokeGuaranteePoolPayload, 'pool'> & { pool: ResolversTypes['GuaranteePool'] }>;
  RevokeGuaranteePoolResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeGuaranteePoolResult']>;
  Role: Role;
  SaleKind: SaleKind;
  SellCreditClaimInput: SellCreditClaimInput;
  SellCreditClaimPayload: ResolverTypeWrapper<Omit<SellCreditClaimPayload, 'purchase'> & { purchase: ResolversTypes['CreditClaimPurchase'] }>;
  SellCreditClaimResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SellCreditClaimResult']>;
  SetAuthorizationScheduleInput: SetAuthorizationScheduleInput;
  SetAuthorizationSchedulePayload: ResolverTypeWrapper<Omit<SetAuthorizationSchedulePayload, 'lane'> & { lane: ResolversTypes['AuthorizationLane'] }>;
  SetAuthorizationScheduleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetAuthorizationScheduleResult']>;
  SetAuthorizationSharingInput: SetAuthorizationSharingInput;
  SetAuthorizationSharingPayload: ResolverTypeWrapper<Omit<SetAuthorizationSharingPayload, 'sharing'> & { sharing: ResolversTypes['AuthorizationSharing'] }>;
  SetAuthorizationSharingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetAuthorizationSharingResult']>;
  SetAuthorizationSystemInput: SetAuthorizationSystemInput;
  SetAuthorizationSystemPayload: ResolverTypeWrapper<Omit<SetAuthorizationSystemPayload, 'sharing'> & { sharing: ResolversTypes['AuthorizationSharing'] }>;
  SetAuthorizationSystemResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetAuthorizationSystemResult']>;
  SetClaimTermsInput: SetClaimTermsInput;
  SetClaimTermsPayload: ResolverTypeWrapper<Omit<SetClaimTermsPayload, 'terms'> & { terms: ResolversTypes['ClaimTerms'] }>;
  SetClaimTermsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetClaimTermsResult']>;
  SetCoolingOffRuleInput: SetCoolingOffRuleInput;
  SetCoolingOffRulePayload: ResolverTypeWrapper<Omit<SetCoolingOffRulePayload, 'rules'> & { rules: Array<ResolversTypes['CoolingOffRule']> }>;
  SetCoolingOffRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetCoolingOffRuleResult']>;
  SetCreditLineInput: SetCreditLineInput;
  SetCreditLinePayload: ResolverTypeWrapper<Omit<SetCreditLinePayload, 'account'> & { account: ResolversTypes['LedgerAccount'] }>;
  SetCreditLineResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetCreditLineResult']>;
  SetGuaranteePoolInput: SetGuaranteePoolInput;
  SetGuaranteePoolPayload: ResolverTypeWrapper<Omit<SetGuaranteePoolPayload, 'pool'> & { pool: ResolversTypes['GuaranteePool'] }>;
  SetGuaranteePoolResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetGuaranteePoolResult']>;
  SetReturnTermsInput: SetReturnTermsInput;
  SetReturnTermsPayload: ResolverTypeWrapper<SetReturnTermsPayload>;
  SetReturnTermsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetReturnTermsResult']>;
  SettlementMethod: SettlementMethod;
  StatementEntry: ResolverTypeWrapper<StatementEntryModel>;
  StopAuthorizationsInput: StopAuthorizationsInput;
  StopAuthorizationsPayload: ResolverTypeWrapper<Omit<StopAuthorizationsPayload, 'lane'> & { lane: ResolversTypes['AuthorizationLane'] }>;
  StopAuthorizationsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StopAuthorizationsResult']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TakenPayment: ResolverTypeWrapper<TakenPaymentModel>;
  TakenPaymentConnection: ResolverTypeWrapper<Omit<TakenPaymentConnection, 'edges'> & { edges: Array<ResolversTypes['TakenPaymentEdge']> }>;
  TakenPaymentEdge: ResolverTypeWrapper<Omit<TakenPaymentEdge, 'node'> & { node: ResolversTypes['TakenPayment'] }>;
  Viewer: ResolverTypeWrapper<Omit<Viewer, 'accounts' | 'creditBills' | 'gifts' | 'guaranteePools' | 'guarantees' | 'inspectionsToConfirm' | 'paymentMethods' | 'paymentsTaken' | 'referrals' | 'reservations'> & { accounts: Array<ResolversTypes['LedgerAccount']>, creditBills: ResolversTypes['CreditBillConnection'], gifts: ResolversTypes['GiftConnection'], guaranteePools: ResolversTypes['GuaranteePoolConnection'], guarantees: ResolversTypes['GuaranteeConnection'], inspectionsToConfirm: ResolversTypes['InspectionTaskConnection'], paymentMethods: Array<ResolversTypes['PaymentMethod']>, paymentsTaken: ResolversTypes['TakenPaymentConnection'], referrals: ResolversTypes['ReferralConnection'], reservations: ResolversTypes['PaymentReservationConnection'] }>;
  VoidReservationInput: VoidReservationInput;
  VoidReservationPayload: ResolverTypeWrapper<Omit<VoidReservationPayload, 'reservation'> & { reservation: ResolversTypes['PaymentReservation'] }>;
  VoidReservationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['VoidReservationResult']>;
  WithdrawReturnInput: WithdrawReturnInput;
  WithdrawReturnPayload: ResolverTypeWrapper<Omit<WithdrawReturnPayload, 'goodsReturn'> & { goodsReturn: ResolversTypes['GoodsReturn'] }>;
  WithdrawReturnResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WithdrawReturnResult']>;
  WrongState: ResolverTypeWrapper<RefusalModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptReturnInput: AcceptReturnInput;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AcceptReturnPayload: Omit<AcceptReturnPayload, 'goodsReturn'> & { goodsReturn: ResolversParentTypes['GoodsReturn'] };
  AcceptReturnResult: ResolversUnionTypes<ResolversParentTypes>['AcceptReturnResult'];
  AccountStatementConnection: Omit<AccountStatementConnection, 'account' | 'edges'> & { account: ResolversParentTypes['LedgerAccount'], edges: Array<ResolversParentTypes['AccountStatementEdge']> };
  AccountStatementEdge: Omit<AccountStatementEdge, 'node'> & { node: ResolversParentTypes['StatementEntry'] };
  AddressGiftInput: AddressGiftInput;
  Boolean: Scalars['Boolean']['output'];
  AddressGiftPayload: Omit<AddressGiftPayload, 'gift'> & { gift: ResolversParentTypes['Gift'] };
  AddressGiftResult: ResolversUnionTypes<ResolversParentTypes>['AddressGiftResult'];
  Addressee: Addressee;
  AmountExceedsHold: RefusalModel;
  ApproveReservationInput: ApproveReservationInput;
  ApproveReservationPayload: Omit<ApproveReservationPayload, 'reservation'> & { reservation: ResolversParentTypes['PaymentReservation'] };
  ApproveReservationResult: ResolversUnionTypes<ResolversParentTypes>['ApproveReservationResult'];
  AuthorizationAct: AuthorizationActModel;
  AuthorizationActConnection: Omit<AuthorizationActConnection, 'edges'> & { edges: Array<ResolversParentTypes['AuthorizationActEdge']> };
  AuthorizationActEdge: Omit<AuthorizationActEdge, 'node'> & { node: ResolversParentTypes['AuthorizationAct'] };
  AuthorizationLane: AuthorizationLaneModel;
  Int: Scalars['Int']['output'];
  AuthorizationRequest: AuthorizationRequestModel;
  AuthorizationResults: AuthorizationResults;
  AuthorizationSchedule: AuthorizationSchedule;
  AuthorizationSharing: Omit<AuthorizationSharing, 'systems'> & { systems: Array<ResolversParentTypes['AuthorizationSystem']> };
  AuthorizationSystem: AuthorizationSystemModel;
  CardReferenceInput: CardReferenceInput;
  CaseThread: CaseThreadModel;
  ClaimTerms: ClaimTermsModel;
  ConfirmInspectionInput: ConfirmInspectionInput;
  ConfirmInspectionPayload: Omit<ConfirmInspectionPayload, 'inspection' | 'reservation'> & { inspection: ResolversParentTypes['Inspection'], reservation?: Maybe<ResolversParentTypes['PaymentReservation']> };
  ConfirmInspectionResult: ResolversUnionTypes<ResolversParentTypes>['ConfirmInspectionResult'];
  ConsentToReferralInput: ConsentToReferralInput;
  ConsentToReferralPayload: Omit<ConsentToReferralPayload, 'referral'> & { referral?: Maybe<ResolversParentTypes['Referral']> };
  ConsentToReferralResult: ResolversUnionTypes<ResolversParentTypes>['ConsentToReferralResult'];
  CoolingOffRule: CoolingOffRuleModel;
  CreditApproval: CreditApprovalModel;
  CreditBill: CreditBillModel;
  CreditBillConnection: Omit<CreditBillConnection, 'edges'> & { edges: Array<ResolversParentTypes['CreditBillEdge']> };
  CreditBillEdge: Omit<CreditBillEdge, 'node'> & { node: ResolversParentTypes['CreditBill'] };
  CreditBillLine: CreditBillLineModel;
  CreditBillLineConnection: Omit<CreditBillLineConnection, 'edges'> & { edges: Array<ResolversParentTypes['CreditBillLineEdge']> };
  CreditBillLineEdge: Omit<CreditBillLineEdge, 'node'> & { node: ResolversParentTypes['CreditBillLine'] };
  CreditBillPayment: CreditBillPaymentModel;
  CreditBillingInput: CreditBillingInput;
  CreditBillingTerms: CreditBillingTerms;
  CreditClaimPurchase: CreditClaimPurchaseModel;
  CreditClaimPurchaseConnection: Omit<CreditClaimPurchaseConnection, 'edges'> & { edges: Array<ResolversParentTypes['CreditClaimPurchaseEdge']> };
  CreditClaimPurchaseEdge: Omit<CreditClaimPurchaseEdge, 'node'> & { node: ResolversParentTypes['CreditClaimPurchase'] };
  Currency: Scalars['Currency']['output'];
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DepositFundsInput: DepositFundsInput;
  DepositFundsPayload: Omit<DepositFundsPayload, 'account'> & { account: ResolversParentTypes['LedgerAccount'] };
  DepositFundsResult: ResolversUnionTypes<ResolversParentTypes>['DepositFundsResult'];
  EntrustGiftInput: EntrustGiftInput;
  EntrustGiftPayload: Omit<EntrustGiftPayload, 'gift'> & { gift: ResolversParentTypes['Gift'] };
  EntrustGiftResult: ResolversUnionTypes<ResolversParentTypes>['EntrustGiftResult'];
  ForwardReceiptInput: ForwardReceiptInput;
  ForwardReceiptPayload: Omit<ForwardReceiptPayload, 'gift'> & { gift: ResolversParentTypes['Gift'] };
  ForwardReceiptResult: ResolversUnionTypes<ResolversParentTypes>['ForwardReceiptResult'];
  Gift: GiftModel;
  GiftConnection: Omit<GiftConnection, 'edges'> & { edges: Array<ResolversParentTypes['GiftEdge']> };
  GiftEdge: Omit<GiftEdge, 'node'> & { node: ResolversParentTypes['Gift'] };
  GiftStep: GiftStepModel;
  GoodsReturn: GoodsReturnModel;
  GrantGuaranteeInput: GrantGuaranteeInput;
  GrantGuaranteePayload: Omit<GrantGuaranteePayload, 'guarantee'> & { guarantee: ResolversParentTypes['Guarantee'] };
  GrantGuaranteeResult: ResolversUnionTypes<ResolversParentTypes>['GrantGuaranteeResult'];
  Guarantee: GuaranteeModel;
  GuaranteeConnection: Omit<GuaranteeConnection, 'edges'> & { edges: Array<ResolversParentTypes['GuaranteeEdge']> };
  GuaranteeEdge: Omit<GuaranteeEdge, 'node'> & { node: ResolversParentTypes['Guarantee'] };
  GuaranteeNeeded: RefusalModel;
  GuaranteePool: GuaranteePoolModel;
  GuaranteePoolConnection: Omit<GuaranteePoolConnection, 'edges'> & { edges: Array<ResolversParentTypes['GuaranteePoolEdge']> };
  GuaranteePoolEdge: Omit<GuaranteePoolEdge, 'node'> & { node: ResolversParentTypes['GuaranteePool'] };
  GuaranteeStep: GuaranteeStepModel;
  GuestLimit: RefusalModel;
  IdempotencyConflict: RefusalModel;
  InputFault: InputFault;
  Inspection: InspectionModel;
  InspectionTask: InspectionTaskModel;
  InspectionTaskConnection: Omit<InspectionTaskConnection, 'edges'> & { edges: Array<ResolversParentTypes['InspectionTaskEdge']> };
  InspectionTaskEdge: Omit<InspectionTaskEdge, 'node'> & { node: ResolversParentTypes['InspectionTask'] };
  InsufficientFunds: RefusalModel;
  InvalidInput: RefusalModel;
  InvokeGuaranteeInput: InvokeGuaranteeInput;
  InvokeGuaranteePayload: Omit<InvokeGuaranteePayload, 'guarantee'> & { guarantee: ResolversParentTypes['Guarantee'] };
  InvokeGuaranteeResult: ResolversUnionTypes<ResolversParentTypes>['InvokeGuaranteeResult'];
  LedgerAccount: LedgerAccountModel;
  LevelExceeded: RefusalModel;
  Member: Member;
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  NotAllowed: RefusalModel;
  NotFound: RefusalModel;
  OffPeakHours: OffPeakHours;
  OffPeakHoursInput: OffPeakHoursInput;
  PageInfo: PageInfo;
  PayOutInput: PayOutInput;
  PayOutPayload: Omit<PayOutPayload, 'account'> & { account: ResolversParentTypes['LedgerAccount'] };
  PayOutResult: ResolversUnionTypes<ResolversParentTypes>['PayOutResult'];
  PaymentMethod: PaymentMethodModel;
  PaymentReservation: PaymentReservationModel;
  PaymentReservationConnection: Omit<PaymentReservationConnection, 'edges'> & { edges: Array<ResolversParentTypes['PaymentReservationEdge']> };
  PaymentReservationEdge: Omit<PaymentReservationEdge, 'node'> & { node: ResolversParentTypes['PaymentReservation'] };
  Query: Record<PropertyKey, never>;
  QuoteReservationInput: QuoteReservationInput;
  QuoteReservationResult: ResolversUnionTypes<ResolversParentTypes>['QuoteReservationResult'];
  RecordReferralInput: RecordReferralInput;
  RecordReferralPayload: Omit<RecordReferralPayload, 'referral'> & { referral: ResolversParentTypes['Referral'] };
  RecordReferralResult: ResolversUnionTypes<ResolversParentTypes>['RecordReferralResult'];
  RecordRepaymentInput: RecordRepaymentInput;
  RecordRepaymentPayload: Omit<RecordRepaymentPayload, 'account' | 'paidBills'> & { account: ResolversParentTypes['LedgerAccount'], paidBills: Array<ResolversParentTypes['CreditBill']> };
  RecordRepaymentResult: ResolversUnionTypes<ResolversParentTypes>['RecordRepaymentResult'];
  Referral: ReferralModel;
  ReferralConnection: Omit<ReferralConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReferralEdge']> };
  ReferralEdge: Omit<ReferralEdge, 'node'> & { node: ResolversParentTypes['Referral'] };
  ReferralNotice: ReferralNoticeModel;
  ReferralStep: ReferralStepModel;
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  RefuseGuaranteeInput: RefuseGuaranteeInput;
  RefuseGuaranteePayload: Omit<RefuseGuaranteePayload, 'guarantee'> & { guarantee: ResolversParentTypes['Guarantee'] };
  RefuseGuaranteeResult: ResolversUnionTypes<ResolversParentTypes>['RefuseGuaranteeResult'];
  RefuseReturnInput: RefuseReturnInput;
  RefuseReturnPayload: Omit<RefuseReturnPayload, 'goodsReturn'> & { goodsReturn: ResolversParentTypes['GoodsReturn'] };
  RefuseReturnResult: ResolversUnionTypes<ResolversParentTypes>['RefuseReturnResult'];
  RegisterPaymentMethodInput: RegisterPaymentMethodInput;
  RegisterPaymentMethodPayload: Omit<RegisterPaymentMethodPayload, 'paymentMethod'> & { paymentMethod: ResolversParentTypes['PaymentMethod'] };
  RegisterPaymentMethodResult: ResolversUnionTypes<ResolversParentTypes>['RegisterPaymentMethodResult'];
  RejectReservationInput: RejectReservationInput;
  RejectReservationPayload: Omit<RejectReservationPayload, 'reservation'> & { reservation: ResolversParentTypes['PaymentReservation'] };
  RejectReservationResult: ResolversUnionTypes<ResolversParentTypes>['RejectReservationResult'];
  ReleaseGuaranteeInput: ReleaseGuaranteeInput;
  ReleaseGuaranteePayload: Omit<ReleaseGuaranteePayload, 'guarantee'> & { guarantee: ResolversParentTypes['Guarantee'] };
  ReleaseGuaranteeResult: ResolversUnionTypes<ResolversParentTypes>['ReleaseGuaranteeResult'];
  ReportGoodsReturnedInput: ReportGoodsReturnedInput;
  ReportGoodsReturnedPayload: Omit<ReportGoodsReturnedPayload, 'goodsReturn'> & { goodsReturn: ResolversParentTypes['GoodsReturn'] };
  ReportGoodsReturnedResult: ResolversUnionTypes<ResolversParentTypes>['ReportGoodsReturnedResult'];
  ReportGuaranteedPaymentInput: ReportGuaranteedPaymentInput;
  ReportGuaranteedPaymentPayload: Omit<ReportGuaranteedPaymentPayload, 'payment'> & { payment: ResolversParentTypes['TakenPayment'] };
  ReportGuaranteedPaymentResult: ResolversUnionTypes<ResolversParentTypes>['ReportGuaranteedPaymentResult'];
  ReportReceiptInput: ReportReceiptInput;
  ReportReceiptPayload: Omit<ReportReceiptPayload, 'gift'> & { gift: ResolversParentTypes['Gift'] };
  ReportReceiptResult: ResolversUnionTypes<ResolversParentTypes>['ReportReceiptResult'];
  RequestGuaranteeInput: RequestGuaranteeInput;
  RequestGuaranteePayload: Omit<RequestGuaranteePayload, 'guarantee'> & { guarantee: ResolversParentTypes['Guarantee'] };
  RequestGuaranteeResult: ResolversUnionTypes<ResolversParentTypes>['RequestGuaranteeResult'];
  RequestReturnInput: RequestReturnInput;
  RequestReturnPayload: Omit<RequestReturnPayload, 'goodsReturn'> & { goodsReturn: ResolversParentTypes['GoodsReturn'] };
  RequestReturnResult: ResolversUnionTypes<ResolversParentTypes>['RequestReturnResult'];
  ReservationChange: ReservationChangeModel;
  ReservationQuote: ReservationQuote;
  ReservationToApproveConnection: Omit<ReservationToApproveConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReservationToApproveEdge']> };
  ReservationToApproveEdge: Omit<ReservationToApproveEdge, 'node'> & { node: ResolversParentTypes['PaymentReservation'] };
  ReservePaymentInput: ReservePaymentInput;
  ReservePaymentPayload: Omit<ReservePaymentPayload, 'reservation'> & { reservation: ResolversParentTypes['PaymentReservation'] };
  ReservePaymentResult: ResolversUnionTypes<ResolversParentTypes>['ReservePaymentResult'];
  ResumeAuthorizationsPayload: Omit<ResumeAuthorizationsPayload, 'lane'> & { lane: ResolversParentTypes['AuthorizationLane'] };
  ResumeAuthorizationsResult: ResolversUnionTypes<ResolversParentTypes>['ResumeAuthorizationsResult'];
  ReturnCreditClaimInput: ReturnCreditClaimInput;
  ReturnCreditClaimPayload: Omit<ReturnCreditClaimPayload, 'purchase'> & { purchase: ResolversParentTypes['CreditClaimPurchase'] };
  ReturnCreditClaimResult: ResolversUnionTypes<ResolversParentTypes>['ReturnCreditClaimResult'];
  ReversePostingInput: ReversePostingInput;
  ReversePostingPayload: ReversePostingPayload;
  ReversePostingResult: ResolversUnionTypes<ResolversParentTypes>['ReversePostingResult'];
  RevokeGuaranteePoolInput: RevokeGuaranteePoolInput;
  RevokeGuaranteePoolPayload: Omit<RevokeGuaranteePoolPayload, 'pool'> & { pool: ResolversParentTypes['GuaranteePool'] };
  RevokeGuaranteePoolResult: ResolversUnionTypes<ResolversParentTypes>['RevokeGuaranteePoolResult'];
  SellCreditClaimInput: SellCreditClaimInput;
  SellCreditClaimPayload: Omit<SellCreditClaimPayload, 'purchase'> & { purchase: ResolversParentTypes['CreditClaimPurchase'] };
  SellCreditClaimResult: ResolversUnionTypes<ResolversParentTypes>['SellCreditClaimResult'];
  SetAuthorizationScheduleInput: SetAuthorizationScheduleInput;
  SetAuthorizationSchedulePayload: Omit<SetAuthorizationSchedulePayload, 'lane'> & { lane: ResolversParentTypes['AuthorizationLane'] };
  SetAuthorizationScheduleResult: ResolversUnionTypes<ResolversParentTypes>['SetAuthorizationScheduleResult'];
  SetAuthorizationSharingInput: SetAuthorizationSharingInput;
  SetAuthorizationSharingPayload: Omit<SetAuthorizationSharingPayload, 'sharing'> & { sharing: ResolversParentTypes['AuthorizationSharing'] };
  SetAuthorizationSharingResult: ResolversUnionTypes<ResolversParentTypes>['SetAuthorizationSharingResult'];
  SetAuthorizationSystemInput: SetAuthorizationSystemInput;
  SetAuthorizationSystemPayload: Omit<SetAuthorizationSystemPayload, 'sharing'> & { sharing: ResolversParentTypes['AuthorizationSharing'] };
  SetAuthorizationSystemResult: ResolversUnionTypes<ResolversParentTypes>['SetAuthorizationSystemResult'];
  SetClaimTermsInput: SetClaimTermsInput;
  SetClaimTermsPayload: Omit<SetClaimTermsPayload, 'terms'> & { terms: ResolversParentTypes['ClaimTerms'] };
  SetClaimTermsResult: ResolversUnionTypes<ResolversParentTypes>['SetClaimTermsResult'];
  SetCoolingOffRuleInput: SetCoolingOffRuleInput;
  SetCoolingOffRulePayload: Omit<SetCoolingOffRulePayload, 'rules'> & { rules: Array<ResolversParentTypes['CoolingOffRule']> };
  SetCoolingOffRuleResult: ResolversUnionTypes<ResolversParentTypes>['SetCoolingOffRuleResult'];
  SetCreditLineInput: SetCreditLineInput;
  SetCreditLinePayload: Omit<SetCreditLinePayload, 'account'> & { account: ResolversParentTypes['LedgerAccount'] };
  SetCreditLineResult: ResolversUnionTypes<ResolversParentTypes>['SetCreditLineResult'];
  SetGuaranteePoolInput: SetGuaranteePoolInput;
  SetGuaranteePoolPayload: Omit<SetGuaranteePoolPayload, 'pool'> & { pool: ResolversParentTypes['GuaranteePool'] };
  SetGuaranteePoolResult: ResolversUnionTypes<ResolversParentTypes>['SetGuaranteePoolResult'];
  SetReturnTermsInput: SetReturnTermsInput;
  SetReturnTermsPayload: SetReturnTermsPayload;
  SetReturnTermsResult: ResolversUnionTypes<ResolversParentTypes>['SetReturnTermsResult'];
  StatementEntry: StatementEntryModel;
  StopAuthorizationsInput: StopAuthorizationsInput;
  StopAuthorizationsPayload: Omit<StopAuthorizationsPayload, 'lane'> & { lane: ResolversParentTypes['AuthorizationLane'] };
  StopAuthorizationsResult: ResolversUnionTypes<ResolversParentTypes>['StopAuthorizationsResult'];
  Subscription: Record<PropertyKey, never>;
  TakenPayment: TakenPaymentModel;
  TakenPaymentConnection: Omit<TakenPaymentConnection, 'edges'> & { edges: Array<ResolversParentTypes['TakenPaymentEdge']> };
  TakenPaymentEdge: Omit<TakenPaymentEdge, 'node'> & { node: ResolversParentTypes['TakenPayment'] };
  Viewer: Omit<Viewer, 'accounts' | 'creditBills' | 'gifts' | 'guaranteePools' | 'guarantees' | 'inspectionsToConfirm' | 'paymentMethods' | 'paymentsTaken' | 'referrals' | 'reservations'> & { accounts: Array<ResolversParentTypes['LedgerAccount']>, creditBills: ResolversParentTypes['CreditBillConnection'], gifts: ResolversParentTypes['GiftConnection'], guaranteePools: ResolversParentTypes['GuaranteePoolConnection'], guarantees: ResolversParentTypes['GuaranteeConnection'], inspectionsToConfirm: ResolversParentTypes['InspectionTaskConnection'], paymentMethods: Array<ResolversParentTypes['PaymentMethod']>, paymentsTaken: ResolversParentTypes['TakenPaymentConnection'], referrals: ResolversParentTypes['ReferralConnection'], reservations: ResolversParentTypes['PaymentReservationConnection'] } | FederationReferenceTypes['Viewer'];
  VoidReservationInput: VoidReservationInput;
  VoidReservationPayload: Omit<VoidReservationPayload, 'reservation'> & { reservation: ResolversParentTypes['PaymentReservation'] };
  VoidReservationResult: ResolversUnionTypes<ResolversParentTypes>['VoidReservationResult'];
  WithdrawReturnInput: WithdrawReturnInput;
  WithdrawReturnPayload: Omit<WithdrawReturnPayload, 'goodsReturn'> & { goodsReturn: ResolversParentTypes['GoodsReturn'] };
  WithdrawReturnResult: ResolversUnionTypes<ResolversParentTypes>['WithdrawReturnResult'];
  WrongState: RefusalModel;
};

export type AcceptReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptReturnPayload'] = ResolversParentTypes['AcceptReturnPayload']> = {
  goodsReturn?: Resolver<ResolversTypes['GoodsReturn'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AcceptReturnResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptReturnResult'] = ResolversParentTypes['AcceptReturnResult']> = {
  __resolveType: TypeResolveFn<'AcceptReturnPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type AccountStatementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountStatementConnection'] = ResolversParentTypes['AccountStatementConnection']> = {
  account?: Resolver<ResolversTypes['LedgerAccount'], ParentType, ContextType>;
  closingBalance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['AccountStatementEdge']>, ParentType, ContextType>;
  openingBalance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccountStatementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountStatementEdge'] = ResolversParentTypes['AccountStatementEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StatementEntry'], ParentType, ContextType>;
};

export type AddressGiftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressGiftPayload'] = ResolversParentTypes['AddressGiftPayload']> = {
  gift?: Resolver<ResolversTypes['Gift'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddressGiftResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressGiftResult'] = ResolversParentTypes['AddressGiftResult']> = {
  __resolveType: TypeResolveFn<'AddressGiftPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type AddresseeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Addressee'] = ResolversParentTypes['Addressee']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  telephone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AmountExceedsHoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AmountExceedsHold'] = ResolversParentTypes['AmountExceedsHold']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  excess?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApproveReservationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveReservationPayload'] = ResolversParentTypes['ApproveReservationPayload']> = {
  reservation?: Resolver<ResolversTypes['PaymentReservation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApproveReservationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveReservationResult'] = ResolversParentTypes['ApproveReservationResult']> = {
  __resolveType: TypeResolveFn<'ApproveReservationPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type AuthorizationActResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationAct'] = ResolversParentTypes['AuthorizationAct']> = {
  act?: Resolver<ResolversTypes['AuthorizationActKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuthorizationActConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationActConnection'] = ResolversParentTypes['AuthorizationActConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuthorizationActEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuthorizationActEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationActEdge'] = ResolversParentTypes['AuthorizationActEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuthorizationAct'], ParentType, ContextType>;
};

export type AuthorizationLaneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationLane'] = ResolversParentTypes['AuthorizationLane']> = {
  againAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  brokenUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inFlight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastHour?: Resolver<ResolversTypes['AuthorizationResults'], ParentType, ContextType>;
  oldestWaitingAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pacePerMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  restraint?: Resolver<Maybe<ResolversTypes['AuthorizationRestraint']>, ParentType, ContextType>;
  schedule?: Resolver<ResolversTypes['AuthorizationSchedule'], ParentType, ContextType>;
  stopped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuthorizationRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationRequest'] = ResolversParentTypes['AuthorizationRequest']> = {
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  responseCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['AuthorizationResult']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AuthorizationStatus'], ParentType, ContextType>;
};

export type AuthorizationResultsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationResults'] = ResolversParentTypes['AuthorizationResults']> = {
  approved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  declined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  referral?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuthorizationScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationSchedule'] = ResolversParentTypes['AuthorizationSchedule']> = {
  batchAgeSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  batchSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['AuthorizationScheduleMode'], ParentType, ContextType>;
  mostInFlight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offPeak?: Resolver<Maybe<ResolversTypes['OffPeakHours']>, ParentType, ContextType>;
  own?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  perMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slowestPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuthorizationSharingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationSharing'] = ResolversParentTypes['AuthorizationSharing']> = {
  rule?: Resolver<ResolversTypes['AuthorizationSharingRule'], ParentType, ContextType>;
  ruleVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  systems?: Resolver<Array<ResolversTypes['AuthorizationSystem']>, ParentType, ContextType>;
};

export type AuthorizationSystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizationSystem'] = ResolversParentTypes['AuthorizationSystem']> = {
  alive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  batchAgeSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  batchSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mostInFlight?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  perMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  processes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  setAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  setBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  takenLastMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  takesPart?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseThreadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseThread'] = ResolversParentTypes['CaseThread'], FederationReferenceType extends FederationReferenceTypes['CaseThread'] = FederationReferenceTypes['CaseThread']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CaseThread']> | FederationReferenceType, FederationReferenceType, ContextType>;
  coolingOffLastDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  gift?: Resolver<Maybe<ResolversTypes['Gift']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inspections?: Resolver<Array<ResolversTypes['Inspection']>, ParentType, ContextType>;
  paymentReservation?: Resolver<Maybe<ResolversTypes['PaymentReservation']>, ParentType, ContextType>;
  returns?: Resolver<Array<ResolversTypes['GoodsReturn']>, ParentType, ContextType>;
};

export type ClaimTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimTerms'] = ResolversParentTypes['ClaimTerms']> = {
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  discountPpm?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  outstanding?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  purchaser?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  recourseAfterDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settlementAgent?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConfirmInspectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmInspectionPayload'] = ResolversParentTypes['ConfirmInspectionPayload']> = {
  inspection?: Resolver<ResolversTypes['Inspection'], ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['PaymentReservation']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConfirmInspectionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmInspectionResult'] = ResolversParentTypes['ConfirmInspectionResult']> = {
  __resolveType: TypeResolveFn<'AmountExceedsHold' | 'ConfirmInspectionPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type ConsentToReferralPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentToReferralPayload'] = ResolversParentTypes['ConsentToReferralPayload']> = {
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentToReferralResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentToReferralResult'] = ResolversParentTypes['ConsentToReferralResult']> = {
  __resolveType: TypeResolveFn<'ConsentToReferralPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type CoolingOffRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CoolingOffRule'] = ResolversParentTypes['CoolingOffRule']> = {
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countsFrom?: Resolver<ResolversTypes['CoolingOffStart'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  excludable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  firstDayCounts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sale?: Resolver<ResolversTypes['SaleKind'], ParentType, ContextType>;
  setAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  setBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreditApprovalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditApproval'] = ResolversParentTypes['CreditApproval']> = {
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CreditApprovalStatus'], ParentType, ContextType>;
};

export type CreditBillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditBill'] = ResolversParentTypes['CreditBill']> = {
  account?: Resolver<ResolversTypes['LedgerAccount'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  billNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  carriedOver?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  closedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['CreditBillLineConnection'], ParentType, ContextType, RequireFields<CreditBillLinesArgs, 'first'>>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['CreditBillPayment']>, ParentType, ContextType>;
  periodFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  periodTo?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CreditBillStatus'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unpaid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CreditBillConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditBillConnection'] = ResolversParentTypes['CreditBillConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CreditBillEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CreditBillEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditBillEdge'] = ResolversParentTypes['CreditBillEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CreditBill'], ParentType, ContextType>;
};

export type CreditBillLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditBillLine'] = ResolversParentTypes['CreditBillLine']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PostingKind'], ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['PaymentReservation']>, ParentType, ContextType>;
};

export type CreditBillLineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditBillLineConnection'] = ResolversParentTypes['CreditBillLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CreditBillLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CreditBillLineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditBillLineEdge'] = ResolversParentTypes['CreditBillLineEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CreditBillLine'], ParentType, ContextType>;
};

export type CreditBillPaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditBillPayment'] = ResolversParentTypes['CreditBillPayment']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  paidAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CreditBillingTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditBillingTerms'] = ResolversParentTypes['CreditBillingTerms']> = {
  closingDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueAfterDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nextClosingOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreditClaimPurchaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditClaimPurchase'] = ResolversParentTypes['CreditClaimPurchase'], FederationReferenceType extends FederationReferenceTypes['CreditClaimPurchase'] = FederationReferenceTypes['CreditClaimPurchase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CreditClaimPurchase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  guarantee?: Resolver<Maybe<ResolversTypes['Guarantee']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payer?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  purchasedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  purchaser?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  recourseFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  returnReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  returned?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  returnedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  seller?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type CreditClaimPurchaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditClaimPurchaseConnection'] = ResolversParentTypes['CreditClaimPurchaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CreditClaimPurchaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CreditClaimPurchaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditClaimPurchaseEdge'] = ResolversParentTypes['CreditClaimPurchaseEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CreditClaimPurchase'], ParentType, ContextType>;
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

export type DepositFundsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepositFundsPayload'] = ResolversParentTypes['DepositFundsPayload']> = {
  account?: Resolver<ResolversTypes['LedgerAccount'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DepositFundsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepositFundsResult'] = ResolversParentTypes['DepositFundsResult']> = {
  __resolveType: TypeResolveFn<'DepositFundsPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound', ParentType, ContextType>;
};

export type EntrustGiftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntrustGiftPayload'] = ResolversParentTypes['EntrustGiftPayload']> = {
  gift?: Resolver<ResolversTypes['Gift'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EntrustGiftResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntrustGiftResult'] = ResolversParentTypes['EntrustGiftResult']> = {
  __resolveType: TypeResolveFn<'EntrustGiftPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type ForwardReceiptPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForwardReceiptPayload'] = ResolversParentTypes['ForwardReceiptPayload']> = {
  gift?: Resolver<ResolversTypes['Gift'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ForwardReceiptResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForwardReceiptResult'] = ResolversParentTypes['ForwardReceiptResult']> = {
  __resolveType: TypeResolveFn<'AmountExceedsHold' | 'ForwardReceiptPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type GiftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Gift'] = ResolversParentTypes['Gift'], FederationReferenceType extends FederationReferenceTypes['Gift'] = FederationReferenceTypes['Gift']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Gift']> | FederationReferenceType, FederationReferenceType, ContextType>;
  addressee?: Resolver<Maybe<ResolversTypes['Addressee']>, ParentType, ContextType>;
  handedOverBy?: Resolver<Maybe<ResolversTypes['GiftHandling']>, ParentType, ContextType>;
  handler?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  merchant?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  payer?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  receiptIsInspection?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  receivedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['GiftStatus'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['GiftStep']>, ParentType, ContextType>;
  thread?: Resolver<Maybe<ResolversTypes['CaseThread']>, ParentType, ContextType>;
};

export type GiftConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftConnection'] = ResolversParentTypes['GiftConnection']> = {
  edges?: Resolver<Array<ResolversTypes['GiftEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GiftEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftEdge'] = ResolversParentTypes['GiftEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Gift'], ParentType, ContextType>;
};

export type GiftStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftStep'] = ResolversParentTypes['GiftStep']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GiftStatus'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export type GoodsReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoodsReturn'] = ResolversParentTypes['GoodsReturn']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  buyer?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  byLaw?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  carrier?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ReturnReason'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reportedBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['PaymentReservation']>, ParentType, ContextType>;
  returnedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  seller?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReturnStatus'], ParentType, ContextType>;
  thread?: Resolver<Maybe<ResolversTypes['CaseThread']>, ParentType, ContextType>;
};

export type GrantGuaranteePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantGuaranteePayload'] = ResolversParentTypes['GrantGuaranteePayload']> = {
  guarantee?: Resolver<ResolversTypes['Guarantee'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GrantGuaranteeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantGuaranteeResult'] = ResolversParentTypes['GrantGuaranteeResult']> = {
  __resolveType: TypeResolveFn<'GrantGuaranteePayload' | 'IdempotencyConflict' | 'InsufficientFunds' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type GuaranteeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Guarantee'] = ResolversParentTypes['Guarantee'], FederationReferenceType extends FederationReferenceTypes['Guarantee'] = FederationReferenceTypes['Guarantee']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Guarantee']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  approver?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  guarantor?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  owed?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  payable?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  payee?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  payer?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  pool?: Resolver<Maybe<ResolversTypes['GuaranteePool']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['PaymentReservation']>, ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['CreditClaimPurchase']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['GuaranteeStatus'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['GuaranteeStep']>, ParentType, ContextType>;
  transactionNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GuaranteeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuaranteeConnection'] = ResolversParentTypes['GuaranteeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['GuaranteeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GuaranteeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuaranteeEdge'] = ResolversParentTypes['GuaranteeEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Guarantee'], ParentType, ContextType>;
};

export type GuaranteeNeededResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuaranteeNeeded'] = ResolversParentTypes['GuaranteeNeeded']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GuaranteePoolResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuaranteePool'] = ResolversParentTypes['GuaranteePool'], FederationReferenceType extends FederationReferenceTypes['GuaranteePool'] = FederationReferenceTypes['GuaranteePool']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GuaranteePool']> | FederationReferenceType, FederationReferenceType, ContextType>;
  guarantor?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  holder?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  use?: Resolver<ResolversTypes['GuaranteePoolUse'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GuaranteePoolConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuaranteePoolConnection'] = ResolversParentTypes['GuaranteePoolConnection']> = {
  edges?: Resolver<Array<ResolversTypes['GuaranteePoolEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GuaranteePoolEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuaranteePoolEdge'] = ResolversParentTypes['GuaranteePoolEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GuaranteePool'], ParentType, ContextType>;
};

export type GuaranteeStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuaranteeStep'] = ResolversParentTypes['GuaranteeStep']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GuaranteeStepKind'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
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

export type InspectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Inspection'] = ResolversParentTypes['Inspection']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  confirmedAs?: Resolver<ResolversTypes['InspectionParty'], ParentType, ContextType>;
  confirmedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  confirmedBy?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  final?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  onBehalfOf?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export type InspectionTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionTask'] = ResolversParentTypes['InspectionTask']> = {
  payee?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  placeOfInspection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reservedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  threadId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  transactionNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InspectionTaskConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionTaskConnection'] = ResolversParentTypes['InspectionTaskConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InspectionTaskEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InspectionTaskEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionTaskEdge'] = ResolversParentTypes['InspectionTaskEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InspectionTask'], ParentType, ContextType>;
};

export type InsufficientFundsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsufficientFunds'] = ResolversParentTypes['InsufficientFunds']> = {
  available?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  shortfall?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  faults?: Resolver<Array<ResolversTypes['InputFault']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvokeGuaranteePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvokeGuaranteePayload'] = ResolversParentTypes['InvokeGuaranteePayload']> = {
  guarantee?: Resolver<ResolversTypes['Guarantee'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvokeGuaranteeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvokeGuaranteeResult'] = ResolversParentTypes['InvokeGuaranteeResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'InvokeGuaranteePayload' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type LedgerAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerAccount'] = ResolversParentTypes['LedgerAccount']> = {
  available?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  billing?: Resolver<Maybe<ResolversTypes['CreditBillingTerms']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  institution?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LedgerAccountKind'], ParentType, ContextType>;
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
  acceptReturn?: Resolver<ResolversTypes['AcceptReturnResult'], ParentType, ContextType, RequireFields<MutationAcceptReturnArgs, 'input'>>;
  addressGift?: Resolver<ResolversTypes['AddressGiftResult'], ParentType, ContextType, RequireFields<MutationAddressGiftArgs, 'input'>>;
  approveReservation?: Resolver<ResolversTypes['ApproveReservationResult'], ParentType, ContextType, RequireFields<MutationApproveReservationArgs, 'input'>>;
  confirmInspection?: Resolver<ResolversTypes['ConfirmInspectionResult'], ParentType, ContextType, RequireFields<MutationConfirmInspectionArgs, 'input'>>;
  consentToReferral?: Resolver<ResolversTypes['ConsentToReferralResult'], ParentType, ContextType, RequireFields<MutationConsentToReferralArgs, 'input'>>;
  depositFunds?: Resolver<ResolversTypes['DepositFundsResult'], ParentType, ContextType, RequireFields<MutationDepositFundsArgs, 'input'>>;
  entrustGift?: Resolver<ResolversTypes['EntrustGiftResult'], ParentType, ContextType, RequireFields<MutationEntrustGiftArgs, 'input'>>;
  forwardReceipt?: Resolver<ResolversTypes['ForwardReceiptResult'], ParentType, ContextType, RequireFields<MutationForwardReceiptArgs, 'input'>>;
  grantGuarantee?: Resolver<ResolversTypes['GrantGuaranteeResult'], ParentType, ContextType, RequireFields<MutationGrantGuaranteeArgs, 'input'>>;
  invokeGuarantee?: Resolver<ResolversTypes['InvokeGuaranteeResult'], ParentType, ContextType, RequireFields<MutationInvokeGuaranteeArgs, 'input'>>;
  payOut?: Resolver<ResolversTypes['PayOutResult'], ParentType, ContextType, RequireFields<MutationPayOutArgs, 'input'>>;
  recordReferral?: Resolver<ResolversTypes['RecordReferralResult'], ParentType, ContextType, RequireFields<MutationRecordReferralArgs, 'input'>>;
  recordRepayment?: Resolver<ResolversTypes['RecordRepaymentResult'], ParentType, ContextType, RequireFields<MutationRecordRepaymentArgs, 'input'>>;
  refuseGuarantee?: Resolver<ResolversTypes['RefuseGuaranteeResult'], ParentType, ContextType, RequireFields<MutationRefuseGuaranteeArgs, 'input'>>;
  refuseReturn?: Resolver<ResolversTypes['RefuseReturnResult'], ParentType, ContextType, RequireFields<MutationRefuseReturnArgs, 'input'>>;
  registerPaymentMethod?: Resolver<ResolversTypes['RegisterPaymentMethodResult'], ParentType, ContextType, RequireFields<MutationRegisterPaymentMethodArgs, 'input'>>;
  rejectReservation?: Resolver<ResolversTypes['RejectReservationResult'], ParentType, ContextType, RequireFields<MutationRejectReservationArgs, 'input'>>;
  releaseGuarantee?: Resolver<ResolversTypes['ReleaseGuaranteeResult'], ParentType, ContextType, RequireFields<MutationReleaseGuaranteeArgs, 'input'>>;
  reportGoodsReturned?: Resolver<ResolversTypes['ReportGoodsReturnedResult'], ParentType, ContextType, RequireFields<MutationReportGoodsReturnedArgs, 'input'>>;
  reportGuaranteedPayment?: Resolver<ResolversTypes['ReportGuaranteedPaymentResult'], ParentType, ContextType, RequireFields<MutationReportGuaranteedPaymentArgs, 'input'>>;
  reportReceipt?: Resolver<ResolversTypes['ReportReceiptResult'], ParentType, ContextType, RequireFields<MutationReportReceiptArgs, 'input'>>;
  requestGuarantee?: Resolver<ResolversTypes['RequestGuaranteeResult'], ParentType, ContextType, RequireFields<MutationRequestGuaranteeArgs, 'input'>>;
  requestReturn?: Resolver<ResolversTypes['RequestReturnResult'], ParentType, ContextType, RequireFields<MutationRequestReturnArgs, 'input'>>;
  reservePayment?: Resolver<ResolversTypes['ReservePaymentResult'], ParentType, ContextType, RequireFields<MutationReservePaymentArgs, 'input'>>;
  resumeAuthorizations?: Resolver<ResolversTypes['ResumeAuthorizationsResult'], ParentType, ContextType, RequireFields<MutationResumeAuthorizationsArgs, 'input'>>;
  returnCreditClaim?: Resolver<ResolversTypes['ReturnCreditClaimResult'], ParentType, ContextType, RequireFields<MutationReturnCreditClaimArgs, 'input'>>;
  reversePosting?: Resolver<ResolversTypes['ReversePostingResult'], ParentType, ContextType, RequireFields<MutationReversePostingArgs, 'input'>>;
  revokeGuaranteePool?: Resolver<ResolversTypes['RevokeGuaranteePoolResult'], ParentType, ContextType, RequireFields<MutationRevokeGuaranteePoolArgs, 'input'>>;
  sellCreditClaim?: Resolver<ResolversTypes['SellCreditClaimResult'], ParentType, ContextType, RequireFields<MutationSellCreditClaimArgs, 'input'>>;
  setAuthorizationSchedule?: Resolver<ResolversTypes['SetAuthorizationScheduleResult'], ParentType, ContextType, RequireFields<MutationSetAuthorizationScheduleArgs, 'input'>>;
  setAuthorizationSharing?: Resolver<ResolversTypes['SetAuthorizationSharingResult'], ParentType, ContextType, RequireFields<MutationSetAuthorizationSharingArgs, 'input'>>;
  setAuthorizationSystem?: Resolver<ResolversTypes['SetAuthorizationSystemResult'], ParentType, ContextType, RequireFields<MutationSetAuthorizationSystemArgs, 'input'>>;
  setClaimTerms?: Resolver<ResolversTypes['SetClaimTermsResult'], ParentType, ContextType, RequireFields<MutationSetClaimTermsArgs, 'input'>>;
  setCoolingOffRule?: Resolver<ResolversTypes['SetCoolingOffRuleResult'], ParentType, ContextType, RequireFields<MutationSetCoolingOffRuleArgs, 'input'>>;
  setCreditLine?: Resolver<ResolversTypes['SetCreditLineResult'], ParentType, ContextType, RequireFields<MutationSetCreditLineArgs, 'input'>>;
  setGuaranteePool?: Resolver<ResolversTypes['SetGuaranteePoolResult'], ParentType, ContextType, RequireFields<MutationSetGuaranteePoolArgs, 'input'>>;
  setReturnTerms?: Resolver<ResolversTypes['SetReturnTermsResult'], ParentType, ContextType, RequireFields<MutationSetReturnTermsArgs, 'input'>>;
  stopAuthorizations?: Resolver<ResolversTypes['StopAuthorizationsResult'], ParentType, ContextType, RequireFields<MutationStopAuthorizationsArgs, 'input'>>;
  voidReservation?: Resolver<ResolversTypes['VoidReservationResult'], ParentType, ContextType, RequireFields<MutationVoidReservationArgs, 'input'>>;
  withdrawReturn?: Resolver<ResolversTypes['WithdrawReturnResult'], ParentType, ContextType, RequireFields<MutationWithdrawReturnArgs, 'input'>>;
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

export type OffPeakHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OffPeakHours'] = ResolversParentTypes['OffPeakHours']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type PayOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayOutPayload'] = ResolversParentTypes['PayOutPayload']> = {
  account?: Resolver<ResolversTypes['LedgerAccount'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayOutResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayOutResult'] = ResolversParentTypes['PayOutResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InsufficientFunds' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'PayOutPayload', ParentType, ContextType>;
};

export type PaymentMethodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentMethod'] = ResolversParentTypes['PaymentMethod'], FederationReferenceType extends FederationReferenceTypes['PaymentMethod'] = FederationReferenceTypes['PaymentMethod']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PaymentMethod']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accountReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cardBrand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cardExpiry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cardLastFour?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PaymentMethodKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PaymentReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentReservation'] = ResolversParentTypes['PaymentReservation'], FederationReferenceType extends FederationReferenceTypes['PaymentReservation'] = FederationReferenceTypes['PaymentReservation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PaymentReservation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  approval?: Resolver<Maybe<ResolversTypes['CreditApproval']>, ParentType, ContextType>;
  authorization?: Resolver<Maybe<ResolversTypes['AuthorizationRequest']>, ParentType, ContextType>;
  capturedAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  carrier?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  guarantee?: Resolver<Maybe<ResolversTypes['Guarantee']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inspectionBy?: Resolver<Array<ResolversTypes['InspectionParty']>, ParentType, ContextType>;
  merchantName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  payee?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  payer?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  placeOfInspection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedAmount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  refundedAmount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reservedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReservationStatus'], ParentType, ContextType>;
  thread?: Resolver<Maybe<ResolversTypes['CaseThread']>, ParentType, ContextType>;
  transactionNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PaymentReservationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentReservationConnection'] = ResolversParentTypes['PaymentReservationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PaymentReservationEdge']>, ParentType, ContextType>;
  headCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PaymentReservationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentReservationEdge'] = ResolversParentTypes['PaymentReservationEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PaymentReservation'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accountStatement?: Resolver<Maybe<ResolversTypes['AccountStatementConnection']>, ParentType, ContextType, RequireFields<QueryAccountStatementArgs, 'accountId' | 'first' | 'from' | 'to'>>;
  authorizationActs?: Resolver<ResolversTypes['AuthorizationActConnection'], ParentType, ContextType, RequireFields<QueryAuthorizationActsArgs, 'first'>>;
  authorizationLanes?: Resolver<Array<ResolversTypes['AuthorizationLane']>, ParentType, ContextType>;
  authorizationSystems?: Resolver<ResolversTypes['AuthorizationSharing'], ParentType, ContextType>;
  claimTerms?: Resolver<Array<ResolversTypes['ClaimTerms']>, ParentType, ContextType, Partial<QueryClaimTermsArgs>>;
  coolingOffRules?: Resolver<Array<ResolversTypes['CoolingOffRule']>, ParentType, ContextType, Partial<QueryCoolingOffRulesArgs>>;
  creditBill?: Resolver<Maybe<ResolversTypes['CreditBill']>, ParentType, ContextType, RequireFields<QueryCreditBillArgs, 'id'>>;
  creditBillsOf?: Resolver<ResolversTypes['CreditBillConnection'], ParentType, ContextType, RequireFields<QueryCreditBillsOfArgs, 'first' | 'memberId'>>;
  creditClaimPurchases?: Resolver<ResolversTypes['CreditClaimPurchaseConnection'], ParentType, ContextType, RequireFields<QueryCreditClaimPurchasesArgs, 'first'>>;
  gift?: Resolver<Maybe<ResolversTypes['Gift']>, ParentType, ContextType, RequireFields<QueryGiftArgs, 'id'>>;
  goodsReturn?: Resolver<Maybe<ResolversTypes['GoodsReturn']>, ParentType, ContextType, RequireFields<QueryGoodsReturnArgs, 'id'>>;
  guarantee?: Resolver<Maybe<ResolversTypes['Guarantee']>, ParentType, ContextType, Partial<QueryGuaranteeArgs>>;
  paymentReservation?: Resolver<Maybe<ResolversTypes['PaymentReservation']>, ParentType, ContextType, Partial<QueryPaymentReservationArgs>>;
  quoteReservation?: Resolver<ResolversTypes['QuoteReservationResult'], ParentType, ContextType, RequireFields<QueryQuoteReservationArgs, 'input'>>;
  referralNotice?: Resolver<Maybe<ResolversTypes['ReferralNotice']>, ParentType, ContextType, RequireFields<QueryReferralNoticeArgs, 'token'>>;
  reservationsToApprove?: Resolver<ResolversTypes['ReservationToApproveConnection'], ParentType, ContextType, RequireFields<QueryReservationsToApproveArgs, 'first'>>;
};

export type QuoteReservationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuoteReservationResult'] = ResolversParentTypes['QuoteReservationResult']> = {
  __resolveType: TypeResolveFn<'GuaranteeNeeded' | 'InsufficientFunds' | 'InvalidInput' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'ReservationQuote', ParentType, ContextType>;
};

export type RecordReferralPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordReferralPayload'] = ResolversParentTypes['RecordReferralPayload']> = {
  referral?: Resolver<ResolversTypes['Referral'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecordReferralResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordReferralResult'] = ResolversParentTypes['RecordReferralResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RecordReferralPayload' | 'WrongState', ParentType, ContextType>;
};

export type RecordRepaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordRepaymentPayload'] = ResolversParentTypes['RecordRepaymentPayload']> = {
  account?: Resolver<ResolversTypes['LedgerAccount'], ParentType, ContextType>;
  paidBills?: Resolver<Array<ResolversTypes['CreditBill']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecordRepaymentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordRepaymentResult'] = ResolversParentTypes['RecordRepaymentResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RecordRepaymentPayload', ParentType, ContextType>;
};

export type ReferralResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Referral'] = ResolversParentTypes['Referral'], FederationReferenceType extends FederationReferenceTypes['Referral'] = FederationReferenceTypes['Referral']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Referral']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  approvalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payee?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  payer?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  reservation?: Resolver<ResolversTypes['PaymentReservation'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReferralStatus'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ReferralStep']>, ParentType, ContextType>;
};

export type ReferralConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralConnection'] = ResolversParentTypes['ReferralConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReferralEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReferralEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralEdge'] = ResolversParentTypes['ReferralEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Referral'], ParentType, ContextType>;
};

export type ReferralNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralNotice'] = ResolversParentTypes['ReferralNotice']> = {
  actBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  card?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isWaiting?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  transactionNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReferralStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralStep'] = ResolversParentTypes['ReferralStep']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReferralStepKind'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  via?: Resolver<Maybe<ResolversTypes['ReferralVia']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType: TypeResolveFn<'AmountExceedsHold' | 'GuaranteeNeeded' | 'GuestLimit' | 'IdempotencyConflict' | 'InsufficientFunds' | 'InvalidInput' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type RefuseGuaranteePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefuseGuaranteePayload'] = ResolversParentTypes['RefuseGuaranteePayload']> = {
  guarantee?: Resolver<ResolversTypes['Guarantee'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefuseGuaranteeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefuseGuaranteeResult'] = ResolversParentTypes['RefuseGuaranteeResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RefuseGuaranteePayload' | 'WrongState', ParentType, ContextType>;
};

export type RefuseReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefuseReturnPayload'] = ResolversParentTypes['RefuseReturnPayload']> = {
  goodsReturn?: Resolver<ResolversTypes['GoodsReturn'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefuseReturnResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefuseReturnResult'] = ResolversParentTypes['RefuseReturnResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RefuseReturnPayload' | 'WrongState', ParentType, ContextType>;
};

export type RegisterPaymentMethodPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPaymentMethodPayload'] = ResolversParentTypes['RegisterPaymentMethodPayload']> = {
  paymentMethod?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterPaymentMethodResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPaymentMethodResult'] = ResolversParentTypes['RegisterPaymentMethodResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'RegisterPaymentMethodPayload', ParentType, ContextType>;
};

export type RejectReservationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectReservationPayload'] = ResolversParentTypes['RejectReservationPayload']> = {
  reservation?: Resolver<ResolversTypes['PaymentReservation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RejectReservationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectReservationResult'] = ResolversParentTypes['RejectReservationResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RejectReservationPayload' | 'WrongState', ParentType, ContextType>;
};

export type ReleaseGuaranteePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseGuaranteePayload'] = ResolversParentTypes['ReleaseGuaranteePayload']> = {
  guarantee?: Resolver<ResolversTypes['Guarantee'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReleaseGuaranteeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseGuaranteeResult'] = ResolversParentTypes['ReleaseGuaranteeResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReleaseGuaranteePayload' | 'WrongState', ParentType, ContextType>;
};

export type ReportGoodsReturnedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportGoodsReturnedPayload'] = ResolversParentTypes['ReportGoodsReturnedPayload']> = {
  goodsReturn?: Resolver<ResolversTypes['GoodsReturn'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportGoodsReturnedResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportGoodsReturnedResult'] = ResolversParentTypes['ReportGoodsReturnedResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReportGoodsReturnedPayload' | 'WrongState', ParentType, ContextType>;
};

export type ReportGuaranteedPaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportGuaranteedPaymentPayload'] = ResolversParentTypes['ReportGuaranteedPaymentPayload']> = {
  payment?: Resolver<ResolversTypes['TakenPayment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportGuaranteedPaymentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportGuaranteedPaymentResult'] = ResolversParentTypes['ReportGuaranteedPaymentResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReportGuaranteedPaymentPayload' | 'WrongState', ParentType, ContextType>;
};

export type ReportReceiptPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportReceiptPayload'] = ResolversParentTypes['ReportReceiptPayload']> = {
  gift?: Resolver<ResolversTypes['Gift'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportReceiptResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportReceiptResult'] = ResolversParentTypes['ReportReceiptResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReportReceiptPayload' | 'WrongState', ParentType, ContextType>;
};

export type RequestGuaranteePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestGuaranteePayload'] = ResolversParentTypes['RequestGuaranteePayload']> = {
  guarantee?: Resolver<ResolversTypes['Guarantee'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestGuaranteeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestGuaranteeResult'] = ResolversParentTypes['RequestGuaranteeResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'RequestGuaranteePayload', ParentType, ContextType>;
};

export type RequestReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestReturnPayload'] = ResolversParentTypes['RequestReturnPayload']> = {
  goodsReturn?: Resolver<ResolversTypes['GoodsReturn'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestReturnResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestReturnResult'] = ResolversParentTypes['RequestReturnResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RequestReturnPayload' | 'WrongState', ParentType, ContextType>;
};

export type ReservationChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationChange'] = ResolversParentTypes['ReservationChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReservationChangeKind'], ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['PaymentReservation']>, ParentType, ContextType>;
  statusAfter?: Resolver<Maybe<ResolversTypes['ReservationStatus']>, ParentType, ContextType>;
  statusBefore?: Resolver<Maybe<ResolversTypes['ReservationStatus']>, ParentType, ContextType>;
};

export type ReservationQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationQuote'] = ResolversParentTypes['ReservationQuote']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  availableAfter?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  waitsFor?: Resolver<Maybe<ResolversTypes['ReservationWait']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationToApproveConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationToApproveConnection'] = ResolversParentTypes['ReservationToApproveConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReservationToApproveEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReservationToApproveEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationToApproveEdge'] = ResolversParentTypes['ReservationToApproveEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PaymentReservation'], ParentType, ContextType>;
};

export type ReservePaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservePaymentPayload'] = ResolversParentTypes['ReservePaymentPayload']> = {
  reservation?: Resolver<ResolversTypes['PaymentReservation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservePaymentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservePaymentResult'] = ResolversParentTypes['ReservePaymentResult']> = {
  __resolveType: TypeResolveFn<'GuaranteeNeeded' | 'IdempotencyConflict' | 'InsufficientFunds' | 'InvalidInput' | 'LevelExceeded' | 'NotAllowed' | 'NotFound' | 'ReservePaymentPayload' | 'WrongState', ParentType, ContextType>;
};

export type ResumeAuthorizationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeAuthorizationsPayload'] = ResolversParentTypes['ResumeAuthorizationsPayload']> = {
  lane?: Resolver<ResolversTypes['AuthorizationLane'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResumeAuthorizationsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeAuthorizationsResult'] = ResolversParentTypes['ResumeAuthorizationsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'ResumeAuthorizationsPayload', ParentType, ContextType>;
};

export type ReturnCreditClaimPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnCreditClaimPayload'] = ResolversParentTypes['ReturnCreditClaimPayload']> = {
  purchase?: Resolver<ResolversTypes['CreditClaimPurchase'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnCreditClaimResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnCreditClaimResult'] = ResolversParentTypes['ReturnCreditClaimResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReturnCreditClaimPayload' | 'WrongState', ParentType, ContextType>;
};

export type ReversePostingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReversePostingPayload'] = ResolversParentTypes['ReversePostingPayload']> = {
  postingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReversePostingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReversePostingResult'] = ResolversParentTypes['ReversePostingResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InsufficientFunds' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReversePostingPayload' | 'WrongState', ParentType, ContextType>;
};

export type RevokeGuaranteePoolPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeGuaranteePoolPayload'] = ResolversParentTypes['RevokeGuaranteePoolPayload']> = {
  pool?: Resolver<ResolversTypes['GuaranteePool'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeGuaranteePoolResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeGuaranteePoolResult'] = ResolversParentTypes['RevokeGuaranteePoolResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RevokeGuaranteePoolPayload' | 'WrongState', ParentType, ContextType>;
};

export type SellCreditClaimPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellCreditClaimPayload'] = ResolversParentTypes['SellCreditClaimPayload']> = {
  purchase?: Resolver<ResolversTypes['CreditClaimPurchase'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SellCreditClaimResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellCreditClaimResult'] = ResolversParentTypes['SellCreditClaimResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SellCreditClaimPayload' | 'WrongState', ParentType, ContextType>;
};

export type SetAuthorizationSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAuthorizationSchedulePayload'] = ResolversParentTypes['SetAuthorizationSchedulePayload']> = {
  lane?: Resolver<ResolversTypes['AuthorizationLane'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetAuthorizationScheduleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAuthorizationScheduleResult'] = ResolversParentTypes['SetAuthorizationScheduleResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'SetAuthorizationSchedulePayload', ParentType, ContextType>;
};

export type SetAuthorizationSharingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAuthorizationSharingPayload'] = ResolversParentTypes['SetAuthorizationSharingPayload']> = {
  sharing?: Resolver<ResolversTypes['AuthorizationSharing'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetAuthorizationSharingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAuthorizationSharingResult'] = ResolversParentTypes['SetAuthorizationSharingResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'SetAuthorizationSharingPayload', ParentType, ContextType>;
};

export type SetAuthorizationSystemPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAuthorizationSystemPayload'] = ResolversParentTypes['SetAuthorizationSystemPayload']> = {
  sharing?: Resolver<ResolversTypes['AuthorizationSharing'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetAuthorizationSystemResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAuthorizationSystemResult'] = ResolversParentTypes['SetAuthorizationSystemResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'SetAuthorizationSystemPayload', ParentType, ContextType>;
};

export type SetClaimTermsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetClaimTermsPayload'] = ResolversParentTypes['SetClaimTermsPayload']> = {
  terms?: Resolver<ResolversTypes['ClaimTerms'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetClaimTermsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetClaimTermsResult'] = ResolversParentTypes['SetClaimTermsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SetClaimTermsPayload', ParentType, ContextType>;
};

export type SetCoolingOffRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCoolingOffRulePayload'] = ResolversParentTypes['SetCoolingOffRulePayload']> = {
  rules?: Resolver<Array<ResolversTypes['CoolingOffRule']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetCoolingOffRuleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCoolingOffRuleResult'] = ResolversParentTypes['SetCoolingOffRuleResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'SetCoolingOffRulePayload', ParentType, ContextType>;
};

export type SetCreditLinePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCreditLinePayload'] = ResolversParentTypes['SetCreditLinePayload']> = {
  account?: Resolver<ResolversTypes['LedgerAccount'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetCreditLineResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCreditLineResult'] = ResolversParentTypes['SetCreditLineResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SetCreditLinePayload', ParentType, ContextType>;
};

export type SetGuaranteePoolPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetGuaranteePoolPayload'] = ResolversParentTypes['SetGuaranteePoolPayload']> = {
  pool?: Resolver<ResolversTypes['GuaranteePool'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetGuaranteePoolResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetGuaranteePoolResult'] = ResolversParentTypes['SetGuaranteePoolResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SetGuaranteePoolPayload', ParentType, ContextType>;
};

export type SetReturnTermsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetReturnTermsPayload'] = ResolversParentTypes['SetReturnTermsPayload']> = {
  coolingOffExcluded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetReturnTermsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetReturnTermsResult'] = ResolversParentTypes['SetReturnTermsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'SetReturnTermsPayload', ParentType, ContextType>;
};

export type StatementEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatementEntry'] = ResolversParentTypes['StatementEntry']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  balanceAfter?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PostingKind'], ParentType, ContextType>;
  postingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['PaymentReservation']>, ParentType, ContextType>;
  reverses?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type StopAuthorizationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StopAuthorizationsPayload'] = ResolversParentTypes['StopAuthorizationsPayload']> = {
  lane?: Resolver<ResolversTypes['AuthorizationLane'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StopAuthorizationsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StopAuthorizationsResult'] = ResolversParentTypes['StopAuthorizationsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'StopAuthorizationsPayload', ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  reservationChanged?: SubscriptionResolver<ResolversTypes['ReservationChange'], "reservationChanged", ParentType, ContextType, Partial<SubscriptionReservationChangedArgs>>;
};

export type TakenPaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TakenPayment'] = ResolversParentTypes['TakenPayment']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  creditor?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  takenBy?: Resolver<ResolversTypes['PaymentPlace'], ParentType, ContextType>;
  transactionNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TakenPaymentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TakenPaymentConnection'] = ResolversParentTypes['TakenPaymentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TakenPaymentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TakenPaymentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TakenPaymentEdge'] = ResolversParentTypes['TakenPaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TakenPayment'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accounts?: Resolver<Array<ResolversTypes['LedgerAccount']>, ParentType, ContextType>;
  creditBills?: Resolver<ResolversTypes['CreditBillConnection'], ParentType, ContextType, RequireFields<ViewerCreditBillsArgs, 'first'>>;
  gifts?: Resolver<ResolversTypes['GiftConnection'], ParentType, ContextType, RequireFields<ViewerGiftsArgs, 'first' | 'part'>>;
  guaranteePools?: Resolver<ResolversTypes['GuaranteePoolConnection'], ParentType, ContextType, RequireFields<ViewerGuaranteePoolsArgs, 'first'>>;
  guarantees?: Resolver<ResolversTypes['GuaranteeConnection'], ParentType, ContextType, RequireFields<ViewerGuaranteesArgs, 'first' | 'part'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inspectionsToConfirm?: Resolver<ResolversTypes['InspectionTaskConnection'], ParentType, ContextType, RequireFields<ViewerInspectionsToConfirmArgs, 'first'>>;
  paymentMethods?: Resolver<Array<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  paymentsTaken?: Resolver<ResolversTypes['TakenPaymentConnection'], ParentType, ContextType, RequireFields<ViewerPaymentsTakenArgs, 'first'>>;
  referrals?: Resolver<ResolversTypes['ReferralConnection'], ParentType, ContextType, RequireFields<ViewerReferralsArgs, 'first'>>;
  reservations?: Resolver<ResolversTypes['PaymentReservationConnection'], ParentType, ContextType, RequireFields<ViewerReservationsArgs, 'first'>>;
};

export type VoidReservationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VoidReservationPayload'] = ResolversParentTypes['VoidReservationPayload']> = {
  reservation?: Resolver<ResolversTypes['PaymentReservation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VoidReservationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VoidReservationResult'] = ResolversParentTypes['VoidReservationResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'VoidReservationPayload' | 'WrongState', ParentType, ContextType>;
};

export type WithdrawReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawReturnPayload'] = ResolversParentTypes['WithdrawReturnPayload']> = {
  goodsReturn?: Resolver<ResolversTypes['GoodsReturn'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithdrawReturnResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawReturnResult'] = ResolversParentTypes['WithdrawReturnResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WithdrawReturnPayload' | 'WrongState', ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AcceptReturnPayload?: AcceptReturnPayloadResolvers<ContextType>;
  AcceptReturnResult?: AcceptReturnResultResolvers<ContextType>;
  AccountStatementConnection?: AccountStatementConnectionResolvers<ContextType>;
  AccountStatementEdge?: AccountStatementEdgeResolvers<ContextType>;
  AddressGiftPayload?: AddressGiftPayloadResolvers<ContextType>;
  AddressGiftResult?: AddressGiftResultResolvers<ContextType>;
  Addressee?: AddresseeResolvers<ContextType>;
  AmountExceedsHold?: AmountExceedsHoldResolvers<ContextType>;
  ApproveReservationPayload?: ApproveReservationPayloadResolvers<ContextType>;
  ApproveReservationResult?: ApproveReservationResultResolvers<ContextType>;
  AuthorizationAct?: AuthorizationActResolvers<ContextType>;
  AuthorizationActConnection?: AuthorizationActConnectionResolvers<ContextType>;
  AuthorizationActEdge?: AuthorizationActEdgeResolvers<ContextType>;
  AuthorizationLane?: AuthorizationLaneResolvers<ContextType>;
  AuthorizationRequest?: AuthorizationRequestResolvers<ContextType>;
  AuthorizationResults?: AuthorizationResultsResolvers<ContextType>;
  AuthorizationSchedule?: AuthorizationScheduleResolvers<ContextType>;
  AuthorizationSharing?: AuthorizationSharingResolvers<ContextType>;
  AuthorizationSystem?: AuthorizationSystemResolvers<ContextType>;
  CaseThread?: CaseThreadResolvers<ContextType>;
  ClaimTerms?: ClaimTermsResolvers<ContextType>;
  ConfirmInspectionPayload?: ConfirmInspectionPayloadResolvers<ContextType>;
  ConfirmInspectionResult?: ConfirmInspectionResultResolvers<ContextType>;
  ConsentToReferralPayload?: ConsentToReferralPayloadResolvers<ContextType>;
  ConsentToReferralResult?: ConsentToReferralResultResolvers<ContextType>;
  CoolingOffRule?: CoolingOffRuleResolvers<ContextType>;
  CreditApproval?: CreditApprovalResolvers<ContextType>;
  CreditBill?: CreditBillResolvers<ContextType>;
  CreditBillConnection?: CreditBillConnectionResolvers<ContextType>;
  CreditBillEdge?: CreditBillEdgeResolvers<ContextType>;
  CreditBillLine?: CreditBillLineResolvers<ContextType>;
  CreditBillLineConnection?: CreditBillLineConnectionResolvers<ContextType>;
  CreditBillLineEdge?: CreditBillLineEdgeResolvers<ContextType>;
  CreditBillPayment?: CreditBillPaymentResolvers<ContextType>;
  CreditBillingTerms?: CreditBillingTermsResolvers<ContextType>;
  CreditClaimPurchase?: CreditClaimPurchaseResolvers<ContextType>;
  CreditClaimPurchaseConnection?: CreditClaimPurchaseConnectionResolvers<ContextType>;
  CreditClaimPurchaseEdge?: CreditClaimPurchaseEdgeResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DepositFundsPayload?: DepositFundsPayloadResolvers<ContextType>;
  DepositFundsResult?: DepositFundsResultResolvers<ContextType>;
  EntrustGiftPayload?: EntrustGiftPayloadResolvers<ContextType>;
  EntrustGiftResult?: EntrustGiftResultResolvers<ContextType>;
  ForwardReceiptPayload?: ForwardReceiptPayloadResolvers<ContextType>;
  ForwardReceiptResult?: ForwardReceiptResultResolvers<ContextType>;
  Gift?: GiftResolvers<ContextType>;
  GiftConnection?: GiftConnectionResolvers<ContextType>;
  GiftEdge?: GiftEdgeResolvers<ContextType>;
  GiftStep?: GiftStepResolvers<ContextType>;
  GoodsReturn?: GoodsReturnResolvers<ContextType>;
  GrantGuaranteePayload?: GrantGuaranteePayloadResolvers<ContextType>;
  GrantGuaranteeResult?: GrantGuaranteeResultResolvers<ContextType>;
  Guarantee?: GuaranteeResolvers<ContextType>;
  GuaranteeConnection?: GuaranteeConnectionResolvers<ContextType>;
  GuaranteeEdge?: GuaranteeEdgeResolvers<ContextType>;
  GuaranteeNeeded?: GuaranteeNeededResolvers<ContextType>;
  GuaranteePool?: GuaranteePoolResolvers<ContextType>;
  GuaranteePoolConnection?: GuaranteePoolConnectionResolvers<ContextType>;
  GuaranteePoolEdge?: GuaranteePoolEdgeResolvers<ContextType>;
  GuaranteeStep?: GuaranteeStepResolvers<ContextType>;
  GuestLimit?: GuestLimitResolvers<ContextType>;
  IdempotencyConflict?: IdempotencyConflictResolvers<ContextType>;
  InputFault?: InputFaultResolvers<ContextType>;
  Inspection?: InspectionResolvers<ContextType>;
  InspectionTask?: InspectionTaskResolvers<ContextType>;
  InspectionTaskConnection?: InspectionTaskConnectionResolvers<ContextType>;
  InspectionTaskEdge?: InspectionTaskEdgeResolvers<ContextType>;
  InsufficientFunds?: InsufficientFundsResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  InvokeGuaranteePayload?: InvokeGuaranteePayloadResolvers<ContextType>;
  InvokeGuaranteeResult?: InvokeGuaranteeResultResolvers<ContextType>;
  LedgerAccount?: LedgerAccountResolvers<ContextType>;
  LevelExceeded?: LevelExceededResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotAllowed?: NotAllowedResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  OffPeakHours?: OffPeakHoursResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PayOutPayload?: PayOutPayloadResolvers<ContextType>;
  PayOutResult?: PayOutResultResolvers<ContextType>;
  PaymentMethod?: PaymentMethodResolvers<ContextType>;
  PaymentReservation?: PaymentReservationResolvers<ContextType>;
  PaymentReservationConnection?: PaymentReservationConnectionResolvers<ContextType>;
  PaymentReservationEdge?: PaymentReservationEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QuoteReservationResult?: QuoteReservationResultResolvers<ContextType>;
  RecordReferralPayload?: RecordReferralPayloadResolvers<ContextType>;
  RecordReferralResult?: RecordReferralResultResolvers<ContextType>;
  RecordRepaymentPayload?: RecordRepaymentPayloadResolvers<ContextType>;
  RecordRepaymentResult?: RecordRepaymentResultResolvers<ContextType>;
  Referral?: ReferralResolvers<ContextType>;
  ReferralConnection?: ReferralConnectionResolvers<ContextType>;
  ReferralEdge?: ReferralEdgeResolvers<ContextType>;
  ReferralNotice?: ReferralNoticeResolvers<ContextType>;
  ReferralStep?: ReferralStepResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RefuseGuaranteePayload?: RefuseGuaranteePayloadResolvers<ContextType>;
  RefuseGuaranteeResult?: RefuseGuaranteeResultResolvers<ContextType>;
  RefuseReturnPayload?: RefuseReturnPayloadResolvers<ContextType>;
  RefuseReturnResult?: RefuseReturnResultResolvers<ContextType>;
  RegisterPaymentMethodPayload?: RegisterPaymentMethodPayloadResolvers<ContextType>;
  RegisterPaymentMethodResult?: RegisterPaymentMethodResultResolvers<ContextType>;
  RejectReservationPayload?: RejectReservationPayloadResolvers<ContextType>;
  RejectReservationResult?: RejectReservationResultResolvers<ContextType>;
  ReleaseGuaranteePayload?: ReleaseGuaranteePayloadResolvers<ContextType>;
  ReleaseGuaranteeResult?: ReleaseGuaranteeResultResolvers<ContextType>;
  ReportGoodsReturnedPayload?: ReportGoodsReturnedPayloadResolvers<ContextType>;
  ReportGoodsReturnedResult?: ReportGoodsReturnedResultResolvers<ContextType>;
  ReportGuaranteedPaymentPayload?: ReportGuaranteedPaymentPayloadResolvers<ContextType>;
  ReportGuaranteedPaymentResult?: ReportGuaranteedPaymentResultResolvers<ContextType>;
  ReportReceiptPayload?: ReportReceiptPayloadResolvers<ContextType>;
  ReportReceiptResult?: ReportReceiptResultResolvers<ContextType>;
  RequestGuaranteePayload?: RequestGuaranteePayloadResolvers<ContextType>;
  RequestGuaranteeResult?: RequestGuaranteeResultResolvers<ContextType>;
  RequestReturnPayload?: RequestReturnPayloadResolvers<ContextType>;
  RequestReturnResult?: RequestReturnResultResolvers<ContextType>;
  ReservationChange?: ReservationChangeResolvers<ContextType>;
  ReservationQuote?: ReservationQuoteResolvers<ContextType>;
  ReservationToApproveConnection?: ReservationToApproveConnectionResolvers<ContextType>;
  ReservationToApproveEdge?: ReservationToApproveEdgeResolvers<ContextType>;
  ReservePaymentPayload?: ReservePaymentPayloadResolvers<ContextType>;
  ReservePaymentResult?: ReservePaymentResultResolvers<ContextType>;
  ResumeAuthorizationsPayload?: ResumeAuthorizationsPayloadResolvers<ContextType>;
  ResumeAuthorizationsResult?: ResumeAuthorizationsResultResolvers<ContextType>;
  ReturnCreditClaimPayload?: ReturnCreditClaimPayloadResolvers<ContextType>;
  ReturnCreditClaimResult?: ReturnCreditClaimResultResolvers<ContextType>;
  ReversePostingPayload?: ReversePostingPayloadResolvers<ContextType>;
  ReversePostingResult?: ReversePostingResultResolvers<ContextType>;
  RevokeGuaranteePoolPayload?: RevokeGuaranteePoolPayloadResolvers<ContextType>;
  RevokeGuaranteePoolResult?: RevokeGuaranteePoolResultResolvers<ContextType>;
  SellCreditClaimPayload?: SellCreditClaimPayloadResolvers<ContextType>;
  SellCreditClaimResult?: SellCreditClaimResultResolvers<ContextType>;
  SetAuthorizationSchedulePayload?: SetAuthorizationSchedulePayloadResolvers<ContextType>;
  SetAuthorizationScheduleResult?: SetAuthorizationScheduleResultResolvers<ContextType>;
  SetAuthorizationSharingPayload?: SetAuthorizationSharingPayloadResolvers<ContextType>;
  SetAuthorizationSharingResult?: SetAuthorizationSharingResultResolvers<ContextType>;
  SetAuthorizationSystemPayload?: SetAuthorizationSystemPayloadResolvers<ContextType>;
  SetAuthorizationSystemResult?: SetAuthorizationSystemResultResolvers<ContextType>;
  SetClaimTermsPayload?: SetClaimTermsPayloadResolvers<ContextType>;
  SetClaimTermsResult?: SetClaimTermsResultResolvers<ContextType>;
  SetCoolingOffRulePayload?: SetCoolingOffRulePayloadResolvers<ContextType>;
  SetCoolingOffRuleResult?: SetCoolingOffRuleResultResolvers<ContextType>;
  SetCreditLinePayload?: SetCreditLinePayloadResolvers<ContextType>;
  SetCreditLineResult?: SetCreditLineResultResolvers<ContextType>;
  SetGuaranteePoolPayload?: SetGuaranteePoolPayloadResolvers<ContextType>;
  SetGuaranteePoolResult?: SetGuaranteePoolResultResolvers<ContextType>;
  SetReturnTermsPayload?: SetReturnTermsPayloadResolvers<ContextType>;
  SetReturnTermsResult?: SetReturnTermsResultResolvers<ContextType>;
  StatementEntry?: StatementEntryResolvers<ContextType>;
  StopAuthorizationsPayload?: StopAuthorizationsPayloadResolvers<ContextType>;
  StopAuthorizationsResult?: StopAuthorizationsResultResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TakenPayment?: TakenPaymentResolvers<ContextType>;
  TakenPaymentConnection?: TakenPaymentConnectionResolvers<ContextType>;
  TakenPaymentEdge?: TakenPaymentEdgeResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  VoidReservationPayload?: VoidReservationPayloadResolvers<ContextType>;
  VoidReservationResult?: VoidReservationResultResolvers<ContextType>;
  WithdrawReturnPayload?: WithdrawReturnPayloadResolvers<ContextType>;
  WithdrawReturnResult?: WithdrawReturnResultResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

