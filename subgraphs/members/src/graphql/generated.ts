import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MemberModel, AuthenticationLevelModel, WebhookModel, WebhookMessageModel, MailMessageModel, ApplicationModel, ConsentModel, AuditEntryModel, ErasureModel, MerchantSiteModel } from './models.ts';
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

export type ActForInput = {
  /** How the member asked. */
  channel: ContactChannel;
  memberId: Scalars['ID']['input'];
};

export type ActForPayload = {
  __typename?: 'ActForPayload';
  /** Send it as `Authorization: Bearer …` while you act for the member. */
  accessToken: Scalars['String']['output'];
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  member: Member;
};

export type ActForResult = ActForPayload | InvalidInput | NotAllowed | NotFound | WrongState;

/** Where somebody lives or has its seat. */
export type Address = {
  __typename?: 'Address';
  city: Scalars['String']['output'];
  /** ISO 3166-1, two letters. */
  country: Scalars['String']['output'];
  postalCode?: Maybe<Scalars['String']['output']>;
  region?: Maybe<Scalars['String']['output']>;
  street: Scalars['String']['output'];
};

export type AddressInput = {
  city: Scalars['String']['input'];
  /** ISO 3166-1, two letters, such as `JP`. */
  country: Scalars['String']['input'];
  postalCode?: InputMaybe<Scalars['String']['input']>;
  region?: InputMaybe<Scalars['String']['input']>;
  street: Scalars['String']['input'];
};

/**
 * What a machine of a member proves itself with: `Authorization: Bearer thk_…`, or `authorization` in the connection parameters of a
 * WebSocket, which it renews by a ping with the same parameter before 10 minutes are over.
 */
export type ApiKey = {
  __typename?: 'ApiKey';
  createdAt: Scalars['DateTime']['output'];
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** To the minute. Null when it was never used. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  /** How the key begins, such as `thk_6f1c0a9b3de2478a5c10`. */
  prefix: Scalars['String']['output'];
  /** Null while it is not revoked. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  scopes: Array<ApiScope>;
};

export type ApiKeyConnection = {
  __typename?: 'ApiKeyConnection';
  edges: Array<ApiKeyEdge>;
  pageInfo: PageInfo;
};

export type ApiKeyEdge = {
  __typename?: 'ApiKeyEdge';
  cursor: Scalars['Cursor']['output'];
  node: ApiKey;
};

/** Whom an API key stands for. */
export type ApiKeyHolder = {
  __typename?: 'ApiKeyHolder';
  apiKeyId: Scalars['ID']['output'];
  expiresAt: Scalars['DateTime']['output'];
  memberId: Scalars['ID']['output'];
  roles: Array<Role>;
  scopes: Array<ApiScope>;
};

/** What an API key may be used for. Queries and subscriptions need READ, each mutation the scope of what it does. */
export type ApiScope =
  /** Opportunities. */
  | 'LIST'
  /** Payment methods, reservations, inspections and reports of settlement. */
  | 'PAY'
  /** Queries and subscriptions. */
  | 'READ'
  /** Cases, orders, contracts and deliveries. An order that names a payment method needs PAY too. */
  | 'TRADE';

/** An application for membership, or of a guest to be let in as a merchant or institution (B1, B2). */
export type Application = {
  __typename?: 'Application';
  /** Who approves it: the hub, a guarantor, a merchant or an intermediary. Administrators may always. */
  addressedTo: Member;
  appliedAt: Scalars['DateTime']['output'];
  channel: ApplicationChannel;
  /** The credit line it asks for. */
  creditLine?: Maybe<Money>;
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  decidedBy?: Maybe<Member>;
  /** The documents that were seen. Null but for administrators and whom it is addressed to, and after an erasure. */
  documents?: Maybe<Array<Scalars['String']['output']>>;
  id: Scalars['ID']['output'];
  member: Member;
  /** The operator who applied for the member. Null when it did so itself. */
  operator?: Maybe<Member>;
  /** Why it was decided so. Null but for administrators and whom it is addressed to, and after an erasure. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What it asks for. */
  roles: Array<Role>;
  status: ApplicationStatus;
};

/** How an application came. */
export type ApplicationChannel =
  | 'FAX'
  | 'LETTER'
  | 'ON_LINE'
  | 'TELEPHONE';

export type ApplicationConnection = {
  __typename?: 'ApplicationConnection';
  edges: Array<ApplicationEdge>;
  pageInfo: PageInfo;
};

export type ApplicationEdge = {
  __typename?: 'ApplicationEdge';
  cursor: Scalars['Cursor']['output'];
  node: Application;
};

/** Where an application stands. */
export type ApplicationStatus =
  | 'APPROVED'
  /** The applicant's personal data is gone. */
  | 'ERASED'
  | 'OPEN'
  | 'REJECTED';

export type ApplyForMembershipInput = {
  /** The guarantor, merchant or intermediary that is to approve. Left out: the hub. */
  addressedTo?: InputMaybe<Scalars['ID']['input']>;
  /** A credit line, if one is wanted. */
  creditLine?: InputMaybe<MoneyInput>;
  idempotencyKey: Scalars['String']['input'];
  /** Left out: those that you have. */
  roles?: InputMaybe<Array<Role>>;
};

export type ApplyForMembershipPayload = {
  __typename?: 'ApplyForMembershipPayload';
  application: Application;
  member: Member;
};

export type ApplyForMembershipResult = ApplyForMembershipPayload | IdempotencyConflict | InvalidInput | NotAllowed | WrongState;

export type ApproveMemberInput = {
  /** The code of the level it starts with. Others than administrators give STANDARD or TRIAL. */
  authenticationLevel?: Scalars['String']['input'];
  /** The documents that you have seen. At least one, when roles other than BUYER are asked for. */
  documents?: InputMaybe<Array<Scalars['String']['input']>>;
  idempotencyKey: Scalars['String']['input'];
  memberId: Scalars['ID']['input'];
  /** Why, on record. Must be given when roles other than BUYER are asked for. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type ApproveMemberPayload = {
  __typename?: 'ApproveMemberPayload';
  member: Member;
};

export type ApproveMemberResult = ApproveMemberPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

export type ApproveMerchantSiteInput = {
  idempotencyKey: Scalars['String']['input'];
  siteId: Scalars['ID']['input'];
};

export type ApproveMerchantSitePayload = {
  __typename?: 'ApproveMerchantSitePayload';
  merchantSite: MerchantSite;
};

export type ApproveMerchantSiteResult = ApproveMerchantSitePayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

export type AssignAuthenticationLevelInput = {
  authenticationLevel: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  memberId: Scalars['ID']['input'];
};

export type AssignAuthenticationLevelPayload = {
  __typename?: 'AssignAuthenticationLevelPayload';
  member: Member;
};

export type AssignAuthenticationLevelResult = AssignAuthenticationLevelPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

/** What somebody did about a member: read its personal data, or acted for it. */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** Such as `sendOrder` or `readPersonal`. */
  act: Scalars['String']['output'];
  actor: Member;
  at: Scalars['DateTime']['output'];
  /** How the member asked the operator. Null when no operator acted. */
  channel?: Maybe<ContactChannel>;
  /** The fields that were read. Empty when nothing was read. */
  fields: Array<PersonalField>;
  /** Grows with each entry. */
  number: Scalars['Int']['output'];
};

export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  edges: Array<AuditEntryEdge>;
  pageInfo: PageInfo;
};

export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  cursor: Scalars['Cursor']['output'];
  node: AuditEntry;
};

/** Login name or password is wrong, or the refresh token is spent. It is never said which. */
export type AuthenticationFailed = Refusal & {
  __typename?: 'AuthenticationFailed';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/** A limit on what a member may transact (A7). Amounts are per currency; a currency that is not listed may not be used. */
export type AuthenticationLevel = {
  __typename?: 'AuthenticationLevel';
  /** Such as `STANDARD`. */
  code: Scalars['String']['output'];
  /** Every version there was, newest first. Null but for administrators. */
  history?: Maybe<AuthenticationLevelVersionConnection>;
  maxPerDay: Array<Money>;
  maxPerTransaction: Array<Money>;
  name: Scalars['String']['output'];
  operations: Array<LevelOperation>;
  /** The groups whose members may be dealt with (`Member.groupName`). Null: everybody. */
  partnerGroups?: Maybe<Array<Scalars['String']['output']>>;
  /** Grows by one with each change; a refusal names the version it used. */
  version: Scalars['Int']['output'];
};


/** A limit on what a member may transact (A7). Amounts are per currency; a currency that is not listed may not be used. */
export type AuthenticationLevelHistoryArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

/** A version of an authentication level, as it was put on record. */
export type AuthenticationLevelVersion = {
  __typename?: 'AuthenticationLevelVersion';
  changedAt: Scalars['DateTime']['output'];
  changedBy: Member;
  maxPerDay: Array<Money>;
  maxPerTransaction: Array<Money>;
  name: Scalars['String']['output'];
  operations: Array<LevelOperation>;
  partnerGroups?: Maybe<Array<Scalars['String']['output']>>;
  /** What its administrator gave as the reason. */
  reason: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};

export type AuthenticationLevelVersionConnection = {
  __typename?: 'AuthenticationLevelVersionConnection';
  edges: Array<AuthenticationLevelVersionEdge>;
  pageInfo: PageInfo;
};

export type AuthenticationLevelVersionEdge = {
  __typename?: 'AuthenticationLevelVersionEdge';
  cursor: Scalars['Cursor']['output'];
  node: AuthenticationLevelVersion;
};

/** What a member lets a merchant read. */
export type Consent = {
  __typename?: 'Consent';
  fields: Array<PersonalField>;
  givenAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  merchant: Member;
  /** Null while it holds. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type ConsentConnection = {
  __typename?: 'ConsentConnection';
  edges: Array<ConsentEdge>;
  pageInfo: PageInfo;
};

export type ConsentEdge = {
  __typename?: 'ConsentEdge';
  cursor: Scalars['Cursor']['output'];
  node: Consent;
};

/** How a member asked an operator to act for it (B14). */
export type ContactChannel =
  | 'FAX'
  | 'LETTER'
  | 'TELEPHONE';

export type CreateApiKeyInput = {
  /** At most 366 days from now. */
  expiresAt: Scalars['DateTime']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** For you to know it by, such as the machine that has it. */
  name: Scalars['String']['input'];
  /** What it may be used for, at least one. */
  scopes: Array<ApiScope>;
};

export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  apiKey: ApiKey;
  /** The key itself, shown this once. Null when the same request is sent again. */
  key?: Maybe<Scalars['String']['output']>;
};

export type CreateApiKeyResult = CreateApiKeyPayload | IdempotencyConflict | InvalidInput | NotAllowed | TooManyApiKeys;

export type DefineAuthenticationLevelInput = {
  /** 1 to 32 of A–Z, 0–9 and underscore, a letter first. */
  code: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  maxPerDay: Array<MoneyInput>;
  /** One amount per currency, in the same currencies as `maxPerDay`. Other currencies may not be used. */
  maxPerTransaction: Array<MoneyInput>;
  name: Scalars['String']['input'];
  operations: Array<LevelOperation>;
  /** Left out: everybody may be dealt with. Members without a group are in none. */
  partnerGroups?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Why, for the record. */
  reason: Scalars['String']['input'];
  /** The version that is changed. Left out: the level is a new one. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type DefineAuthenticationLevelPayload = {
  __typename?: 'DefineAuthenticationLevelPayload';
  authenticationLevel: AuthenticationLevel;
};

/** WrongState: another version is there than the one stated; `state` is `VERSION_n` or `NOT_DEFINED`. */
export type DefineAuthenticationLevelResult = DefineAuthenticationLevelPayload | IdempotencyConflict | InvalidInput | NotAllowed | WrongState;

/** How much was destroyed of one kind of thing. */
export type DestroyedCount = {
  __typename?: 'DestroyedCount';
  count: Scalars['Int']['output'];
  /** Such as `personalKey`. */
  what: Scalars['String']['output'];
};

export type EditWebhookInput = {
  /** False: nothing is sent to it, what it is owed is given up. True: it is sent to again; replay what it missed. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  idempotencyKey: Scalars['String']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  ordered?: InputMaybe<Scalars['Boolean']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
  webhookId: Scalars['ID']['input'];
};

export type EditWebhookPayload = {
  __typename?: 'EditWebhookPayload';
  webhook: Webhook;
};

export type EditWebhookResult = EditWebhookPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound;

export type EraseMemberInput = {
  idempotencyKey: Scalars['String']['input'];
  memberId: Scalars['ID']['input'];
};

export type EraseMemberPayload = {
  __typename?: 'EraseMemberPayload';
  erasure: Erasure;
};

/** WrongState: it is erased, or a purchase of it goes on. */
export type EraseMemberResult = EraseMemberPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

/** The destruction of a member's personal data (B2). */
export type Erasure = {
  __typename?: 'Erasure';
  /** What was destroyed, and how much. Empty while it is under way. */
  destroyed: Array<DestroyedCount>;
  /** When it was done in the member file. Null while it is under way. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  member: Member;
  /** The parts of the hub that have not destroyed theirs yet. Empty, with `finishedAt`: nothing is left. */
  pending: Array<Scalars['String']['output']>;
  reason: ErasureReason;
  requestedAt: Scalars['DateTime']['output'];
  requestedBy: Member;
};

export type ErasureConnection = {
  __typename?: 'ErasureConnection';
  edges: Array<ErasureEdge>;
  pageInfo: PageInfo;
};

export type ErasureEdge = {
  __typename?: 'ErasureEdge';
  cursor: Scalars['Cursor']['output'];
  node: Erasure;
};

/** Why personal data was destroyed. */
export type ErasureReason =
  /** A guest bought nothing. */
  | 'IDLE'
  /** A guest's purchases have ended, and the time to give them back is over. */
  | 'PURCHASE_ENDED'
  /** It was asked for. */
  | 'REQUESTED';

/** A payment method in the member file. Payments are reserved from those of `viewer.paymentMethods`. */
export type FiledPaymentMethod = {
  __typename?: 'FiledPaymentMethod';
  /** Such as `BANK_ACCOUNT`. */
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** An account number, or the token that stands for a card; never a card's number. */
  reference: Scalars['String']['output'];
};

export type FiledPaymentMethodInput = {
  kind: Scalars['String']['input'];
  name: Scalars['String']['input'];
  /** An account number, or the token that stands for a card; a card's number is refused. */
  reference: Scalars['String']['input'];
};

export type ForbidOperatorsInput = {
  forbidden: Scalars['Boolean']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type ForbidOperatorsPayload = {
  __typename?: 'ForbidOperatorsPayload';
  operatorsForbidden: Scalars['Boolean']['output'];
};

export type ForbidOperatorsResult = ForbidOperatorsPayload | IdempotencyConflict | InvalidInput | NotAllowed;

export type GiveConsentInput = {
  /** What it may read, from now on. At least one. */
  fields: Array<PersonalField>;
  idempotencyKey: Scalars['String']['input'];
  merchantId: Scalars['ID']['input'];
};

export type GiveConsentPayload = {
  __typename?: 'GiveConsentPayload';
  consent: Consent;
};

export type GiveConsentResult = GiveConsentPayload | IdempotencyConflict | InvalidInput | NotAllowed;

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

export type HandOverInput = {
  idempotencyKey: Scalars['String']['input'];
  siteId: Scalars['ID']['input'];
};

export type HandOverPayload = {
  __typename?: 'HandOverPayload';
  /** Until when it must be opened. */
  expiresAt: Scalars['DateTime']['output'];
  merchantSite: MerchantSite;
  /** To be opened in the browser at the hub's own address, once. Null when the same request is sent again: ask with a new key. */
  path?: Maybe<Scalars['String']['output']>;
};

export type HandOverResult = HandOverPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound;

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

/** Fields of the input do not hold what they should. Every fault is listed at once. */
export type InvalidInput = Refusal & {
  __typename?: 'InvalidInput';
  code: Scalars['String']['output'];
  faults: Array<InputFault>;
  message: Scalars['String']['output'];
};

export type IssueCredentialCodeInput = {
  /** By which contact the code goes to the member. */
  channel: ContactChannel;
  idempotencyKey: Scalars['String']['input'];
  memberId: Scalars['ID']['input'];
};

export type IssueCredentialCodePayload = {
  __typename?: 'IssueCredentialCodePayload';
  /** Null when the same request is sent again. */
  credentialCode?: Maybe<Scalars['String']['output']>;
  expiresAt: Scalars['DateTime']['output'];
  member: Member;
};

/** WrongState: it is not approved, or signs in already. */
export type IssueCredentialCodeResult = IdempotencyConflict | InvalidInput | IssueCredentialCodePayload | NotAllowed | NotFound | WrongState;

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

/** What an authentication level may limit. */
export type LevelOperation =
  | 'REGISTER_CASE'
  | 'RESERVE_PAYMENT'
  | 'SEND_ORDER'
  | 'SUBMIT_CONTRACT';

export type LogInByOrderInput = {
  mail: Scalars['String']['input'];
  orderCode: Scalars['String']['input'];
};

export type LogInByOrderPayload = {
  __typename?: 'LogInByOrderPayload';
  accessToken: Scalars['String']['output'];
  accessTokenExpiresAt: Scalars['DateTime']['output'];
};

/** AuthenticationFailed: there is no such order of a guest, or the address is another. It is never said which. */
export type LogInByOrderResult = AuthenticationFailed | LogInByOrderPayload | TooManyAttempts;

export type LogInInput = {
  loginName: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type LogInResult = AuthenticationFailed | Session | TooManyAttempts;

export type LogOutInput = {
  refreshToken: Scalars['String']['input'];
};

export type LogOutPayload = {
  __typename?: 'LogOutPayload';
  loggedOut: Scalars['Boolean']['output'];
};

export type LogOutResult = AuthenticationFailed | LogOutPayload;

/** Somebody signs in with that name already. Choose another. */
export type LoginNameTaken = Refusal & {
  __typename?: 'LoginNameTaken';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/** A mail to you. */
export type MailMessage = {
  __typename?: 'MailMessage';
  /** How often it was tried. */
  attemptCount: Scalars['Int']['output'];
  /** When the mail system had taken it, or it was given up. Null while it is owed. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  kind: MessageKind;
  language: Scalars['String']['output'];
  /** What went wrong at the last attempt. Null when nothing did. */
  lastFault?: Maybe<Scalars['String']['output']>;
  queuedAt: Scalars['DateTime']['output'];
  status: MessageStatus;
  subject: Scalars['String']['output'];
};

export type MailMessageConnection = {
  __typename?: 'MailMessageConnection';
  edges: Array<MailMessageEdge>;
  pageInfo: PageInfo;
};

export type MailMessageEdge = {
  __typename?: 'MailMessageEdge';
  cursor: Scalars['Cursor']['output'];
  node: MailMessage;
};

/** A firm or a person registered with the hub. */
export type Member = {
  __typename?: 'Member';
  /** The limits on what it may transact. Null but for the member itself and administrators. */
  authenticationLevel?: Maybe<AuthenticationLevel>;
  /** Global Location Number (GS1), where the member stated one. */
  gln?: Maybe<Scalars['String']['output']>;
  /** The group whose positions are netted together (A9). Null but for the member itself and administrators. */
  groupName?: Maybe<Scalars['String']['output']>;
  /** Whether it takes part once (B2). */
  guest: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  kind: MemberKind;
  /** Given at approval, such as `MBR-7K3M-Q2X9-T`, with a check character. Null before. */
  memberNumber?: Maybe<Scalars['String']['output']>;
  /** Its own sites, to which you can be passed on (B22), newest first. */
  merchantSites: MerchantSiteConnection;
  /**
   * The name of a firm. That of a person or guest is personal: it is shown to itself; others see its member number, `Guest`, `Applicant` or
   * `Erased member`, and read the name, where they may, in `personal`.
   */
  name: Scalars['String']['output'];
  /**
   * What is personal of it (B17): for itself and administrators, for whom its application is addressed to while that waits, and for a merchant
   * the fields that it consented to. Null for others. Each reading but its own is on record: it sees them in `viewer.personalReadings`.
   */
  personal?: Maybe<PersonalDetails>;
  registeredAt: Scalars['DateTime']['output'];
  roles: Array<Role>;
  /** The settlement agent taken when a contract names none (A8). Null but for the member itself and administrators. */
  settlementAgent?: Maybe<Member>;
  status: MemberStatus;
};


/** A firm or a person registered with the hub. */
export type MemberMerchantSitesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

export type MemberConnection = {
  __typename?: 'MemberConnection';
  edges: Array<MemberEdge>;
  pageInfo: PageInfo;
};

export type MemberEdge = {
  __typename?: 'MemberEdge';
  cursor: Scalars['Cursor']['output'];
  node: Member;
};

/** Whether a member is a firm or a person. */
export type MemberKind =
  | 'FIRM'
  | 'PERSON';

/** Where a member stands. Only an ACTIVE member may transact. */
export type MemberStatus =
  | 'ACTIVE'
  /** Its personal data is gone; what it did stays on record. */
  | 'ERASED'
  /** Applied, not yet approved: it may sign in and read, not transact. */
  | 'PROVISIONAL'
  | 'REJECTED'
  | 'SUSPENDED';

/** A merchant's own site, to which members are passed on signed in (B22). */
export type MerchantSite = {
  __typename?: 'MerchantSite';
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The client id of OpenID Connect. */
  id: Scalars['ID']['output'];
  /** Where members arrive. Null but for its merchant and administrators. */
  initiateLoginUri?: Maybe<Scalars['String']['output']>;
  merchant: Member;
  name: Scalars['String']['output'];
  /** Where it is, such as `https://shop.example`. */
  origin: Scalars['String']['output'];
  /** Where the hub sends members back to. Null but for its merchant and administrators. */
  redirectUris?: Maybe<Array<Scalars['String']['output']>>;
  registeredAt: Scalars['DateTime']['output'];
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  status: MerchantSiteStatus;
};

export type MerchantSiteConnection = {
  __typename?: 'MerchantSiteConnection';
  edges: Array<MerchantSiteEdge>;
  pageInfo: PageInfo;
};

export type MerchantSiteEdge = {
  __typename?: 'MerchantSiteEdge';
  cursor: Scalars['Cursor']['output'];
  node: MerchantSite;
};

/** Where a merchant's site stands. */
export type MerchantSiteStatus =
  /** Members are passed on to it, as long as its merchant takes part. */
  | 'APPROVED'
  /** It waits for an administrator. */
  | 'REQUESTED'
  /** For ever. */
  | 'REVOKED';

/** An attempt to send a message. */
export type MessageAttempt = {
  __typename?: 'MessageAttempt';
  /** The status that was answered. Null when there was no answer. */
  answer?: Maybe<Scalars['Int']['output']>;
  at: Scalars['DateTime']['output'];
  /** Null while it is under way, or when the hub died in it. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  fault?: Maybe<Scalars['String']['output']>;
  /** From 1. */
  number: Scalars['Int']['output'];
};

/** How a message goes out. */
export type MessageChannel =
  | 'MAIL'
  /** To those of your webhooks that ask for it. */
  | 'WEBHOOK';

/** By which channels a member is told of a kind. None: not at all. */
export type MessageChoice = {
  __typename?: 'MessageChoice';
  channels: Array<MessageChannel>;
  kind: MessageKind;
};

/** By which channels you want to be told of a kind. None: not at all. */
export type MessageChoiceInput = {
  channels: Array<MessageChannel>;
  kind: MessageKind;
};

/** What members are told of outside of the hub. */
export type MessageKind =
  /** Your application was received: you are provisional (B1). It always comes by mail, as do the next two. */
  | 'APPLICATION_RECEIVED'
  /** What you drew on credit was billed (B21). Mailed unless you choose otherwise, as are the next two. */
  | 'BILL_MADE'
  /** A bill of yours is not paid in full, and its due day has passed. */
  | 'BILL_OVERDUE'
  | 'BILL_PAID'
  | 'CANCELLATION_PROPOSED'
  | 'CASE_DECLINED'
  | 'CASE_EXPIRED'
  | 'CASE_REFERRED'
  /** To the partner: a case names it (A13). */
  | 'CASE_REGISTERED'
  | 'CASE_WITHDRAWN'
  | 'CONTRACT_CANCELLED'
  /** The documents of both sides were compared (A5). Mailed, unless you choose otherwise, when they differ; webhooks are told always. */
  | 'CONTRACT_COMPARED'
  | 'CONTRACT_CONFLICT_RAISED'
  /** The contract stands (A5). Mailed unless you choose otherwise. */
  | 'CONTRACT_NOTARIZED'
  | 'CONTRACT_SUBMITTED'
  /** A delivery is late, or later still (A12). Mailed unless you choose otherwise. */
  | 'DELIVERY_LATE'
  | 'DELIVERY_REPORTED'
  /** To the carrier or the store: a gift is yours to hand over (B11). Mailed unless you choose otherwise, as are the next ones of gifts and guarantees. */
  | 'GIFT_ENTRUSTED'
  /** To the merchant: the recipient has the gift. */
  | 'GIFT_RECEIVED'
  /** To the payer: the recipient has the gift. */
  | 'GIFT_REPORTED'
  | 'GOODS_REPORTED'
  | 'GOODS_RETURNED'
  | 'GUARANTEE_EXPIRED'
  /** A payment is guaranteed under its transaction number. */
  | 'GUARANTEE_GRANTED'
  /** The guarantor was called upon. */
  | 'GUARANTEE_INVOKED'
  | 'GUARANTEE_PAID'
  /** To the payer: the goods were accepted. Pay, quoting the number. */
  | 'GUARANTEE_PAYABLE'
  /** Goods were refunded after a guarantor was called upon (B15): the payer owes it less, with what is left. */
  | 'GUARANTEE_REDUCED'
  | 'GUARANTEE_REFUSED'
  | 'GUARANTEE_RELEASED'
  /** To who decides: a guarantee is asked for (B10). */
  | 'GUARANTEE_REQUESTED'
  /** The hub bought what the payer owes its guarantor under the number (B19): the payer is billed by it from now on. */
  | 'GUARANTEE_SOLD'
  /** It was given back: the payer owes its guarantor again. */
  | 'GUARANTEE_TAKEN_BACK'
  | 'HIDDEN_PURCHASE_AGREED'
  /** The other side committed to an amount that the hub does not know (B16). Mailed unless you choose otherwise, as is the next. */
  | 'HIDDEN_PURCHASE_COMMITTED'
  | 'INSPECTION_CONFIRMED'
  /** You were approved; with your member number. */
  | 'MEMBER_APPROVED'
  | 'MEMBER_REJECTED'
  | 'OBLIGATION_ARISEN'
  /** Your order was answered (A4). Mailed unless you choose otherwise. */
  | 'ORDER_ANSWERED'
  /** None of your outlets can serve an order to you (B20). Mailed to you as the partner unless you choose otherwise. */
  | 'ORDER_NOT_ROUTED'
  | 'ORDER_ROUTED'
  /** An order came (A3). Mailed unless you choose otherwise. */
  | 'ORDER_SENT'
  | 'PAYMENT_CAPTURED'
  /** The card company says that the amount exceeds the ceiling: the customer's consent is asked (C7). */
  | 'PAYMENT_REFERRED'
  /** The buyer got back what it had paid. Mailed unless you choose otherwise. */
  | 'PAYMENT_REFUNDED'
  | 'PAYMENT_RESERVATION_ENDED'
  /** It could not be reserved: the sale is not concluded, and the order may be placed again (C7). Mailed to you as the source unless you choose otherwise. */
  | 'PAYMENT_RESERVATION_REFUSED'
  | 'PAYMENT_RESERVATION_REQUESTED'
  /** The payment is reserved: thanks to the customer (C7). Mailed to you as the source unless you choose otherwise. */
  | 'PAYMENT_RESERVED'
  /** To the customer: its consent is asked that the shop seeks the card company's approval, with a link (C7). Mailed unless you choose otherwise, as is the next. */
  | 'REFERRAL_CONSENT'
  /** The customer consented: seek the card company's approval by another contact (C7). Mailed to you as the partner unless you choose otherwise. */
  | 'REFERRAL_CONSENTED'
  /** To the shop: the card company does not know the approval code that it recorded. */
  | 'REFERRAL_NOT_KNOWN'
  | 'RETURN_ACCEPTED'
  | 'RETURN_REFUSED'
  /** The buyer asks to give goods back (B15). Mailed unless you choose otherwise, as are the next two. */
  | 'RETURN_REQUESTED'
  | 'RETURN_WITHDRAWN'
  /** The settlement was taken back before anything was paid: the amount is owed as before. */
  | 'SETTLEMENT_ABORTED'
  /** A settlement is late, or later still (A12). Mailed unless you choose otherwise. */
  | 'SETTLEMENT_LATE'
  /** The settlement agent reported (A11). Mailed unless you choose otherwise. */
  | 'SETTLEMENT_REPORTED'
  | 'SETTLEMENT_STARTED'
  /** Your order at a shop is cancelled. */
  | 'SHOP_ORDER_CANCELLED'
  /** Your order at a shop is concluded: the contract of sale stands (C7). Mailed unless you choose otherwise, as are the next three; they take the place of mail of its case. */
  | 'SHOP_ORDER_CONCLUDED'
  /** Your order at a shop was not concluded. You are invited to order again. */
  | 'SHOP_ORDER_NOT_CONCLUDED'
  /** The payment of your order at a shop was refused; you can pay by another method. */
  | 'SHOP_ORDER_UNPAID'
  /** A webhook of yours was disabled. It always comes by mail. */
  | 'WEBHOOK_DISABLED'
  /** A settlement window in which you had a position was aborted (A9): what it took in goes into the next. Mailed unless you choose otherwise. */
  | 'WINDOW_ABORTED';

/** By which channels a member is told of what. You are not mailed about what you did yourself; webhooks are told of it. */
export type MessagePreferences = {
  __typename?: 'MessagePreferences';
  /** Every kind there is to choose for. */
  choices: Array<MessageChoice>;
  /** One of `en`, `ja`, `de`, `fr`. */
  language: Scalars['String']['output'];
};

/** A letter, made with sample values. */
export type MessagePreview = {
  __typename?: 'MessagePreview';
  subject: Scalars['String']['output'];
  text: Scalars['String']['output'];
};

/** Where a message stands that is owed to the outside. */
export type MessageStatus =
  /** The receiver of the webhook has answered 2xx. */
  | 'ACKNOWLEDGED'
  /** It was given up. A webhook's can be replayed. */
  | 'DEAD'
  /** It is owed: it is being sent, or waits for its next attempt. */
  | 'QUEUED'
  /** The mail system has taken it. */
  | 'SENT';

/** A letter that the hub mails to members. */
export type MessageTemplate = {
  __typename?: 'MessageTemplate';
  kind: MessageKind;
  /** In which languages it is written. */
  languages: Array<Scalars['String']['output']>;
  /** Whether members get it by mail while they have not chosen otherwise. */
  mailedByDefault: Scalars['Boolean']['output'];
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
  /** Ends a session whose cookie signs out of the consoles. The gateway asks it for itself; no client can. */
  _endSession: Scalars['Boolean']['output'];
  /** What the gateway asks while it passes a member on to a merchant's site. The gateway asks it for itself; no client can. */
  _signIn: Scalars['String']['output'];
  /**
   * Act for a member that asked for it by telephone, fax or letter (B14): send `accessToken` instead of your own. Every act under it is the
   * member's, within its level, with you and the channel on record; credentials, keys, consents and administration are left out. It holds
   * for 10 minutes. For operators and administrators.
   */
  actFor: ActForResult;
  /**
   * Apply for membership as a guest (B18), before or after your order: you stay who you are, so your purchases become those of the member, and
   * nothing is typed again. Nothing is erased while the application waits.
   */
  applyForMembership: ApplyForMembershipResult;
  /**
   * Approve who applied: it becomes ACTIVE, gets its member number and is told by mail. For administrators, and for whom the application is
   * addressed to when it asks for BUYER alone. Other roles are vetted: `reason` and `documents` must be given.
   */
  approveMember: ApproveMemberResult;
  /** Approve a site that a merchant registered (B22): members may be passed on to it. For administrators. */
  approveMerchantSite: ApproveMerchantSiteResult;
  /** Give a member an authentication level (A7). For administrators. */
  assignAuthenticationLevel: AssignAuthenticationLevelResult;
  /**
   * Make an API key for a machine of yours (A6): it acts for you within its scopes until it expires or is revoked. `key` is shown this once
   * and kept nowhere: the same request sent again makes no second key and gives null for it; revoke the key and make another when you have
   * lost it. An API key cannot make keys, sign in, or do what administrators do.
   */
  createApiKey: CreateApiKeyResult;
  /**
   * Create an authentication level, or change one (A7): everything of it is stated anew, with the `version` that was looked at. Each version
   * stays on record. A change is told to the other parts of the hub member by member; for each it counts as soon as it is known there.
   * For administrators.
   */
  defineAuthenticationLevel: DefineAuthenticationLevelResult;
  /** Change a webhook of yours, disable it, or enable it again. What is left out stays as it is. */
  editWebhook: EditWebhookResult;
  /**
   * Destroy a member's personal data on its request (B2): it is shut out at once, and its data is gone a moment later; see `erasures`. What it
   * did stays on record. Not while a purchase of a person or guest goes on. For administrators.
   */
  eraseMember: EraseMemberResult;
  /** Forbid operators to act for you, or allow it again (B14). Those who are at it are ended at once. */
  forbidOperators: ForbidOperatorsResult;
  /** Let a merchant read fields of your member file (B17), in place of what it was allowed before. */
  giveConsent: GiveConsentResult;
  /**
   * Be passed on to a merchant's site without another log-in (B22). Open `path` in the browser, at the hub's own address, within a minute; it works
   * once. The site learns your name there, and of your data what you have consented to (`giveConsent`) and nothing else. It ends
   * with your session, with the consent under which it was made, and when the site is revoked.
   */
  handOver: HandOverResult;
  /**
   * Make a code with which a member that applied through an operator sets what it signs in with (B1). Tell it by another contact than the mail
   * that has its member number: by telephone, fax or letter. `credentialCode` is shown this once. For operators and administrators.
   */
  issueCredentialCode: IssueCredentialCodeResult;
  /** Sign in with a login name and a password. Gives a short-lived access token and a refresh token. */
  logIn: LogInResult;
  /**
   * As a guest who has lost its session, come back by the code of an order of yours at a shop and your mail address (C9). Gives an access token for ten minutes, which reaches
   * that order alone: `order` with its code, `cancelOrder`, and `refillCart`, which shows what came from it. Nothing else is answered under it; it is not refreshed.
   */
  logInByOrder: LogInByOrderResult;
  /** End the session of a refresh token. */
  logOut: LogOutResult;
  /** Set what you sign in with, by your member number and the code that you were told (B1). A code works once, for 14 days; five wrong ones make it void. */
  redeemCredentialCode: RedeemCredentialCodeResult;
  /** Trade a refresh token for a new session. Each refresh token works once; a second use ends all its sessions. */
  refreshSession: RefreshSessionResult;
  /**
   * Take part once, without becoming a member (B2): a buyer at once, within the level `GUEST`; with other roles once an administrator has
   * approved. Sign in with `loginName` of the answer and your password. When your purchase is settled and the time to give it back is over,
   * your personal data is destroyed; what was bought stays on record without it. Titles, descriptions, notes and reasons that you write in a case
   * are part of that record: say nothing personal there. Words of orders and contract documents are destroyed too.
   */
  registerGuest: RegisterGuestResult;
  /**
   * Apply for membership (B1, A6). The member is PROVISIONAL, and told so by mail, until it is approved by whom it names in `addressedTo`, or by
   * the hub. Operators apply for others with `channel`, and without a login name and password: those the member sets with a code
   * (`issueCredentialCode`). What is personal is kept under a key of the member's own, which `eraseMember` destroys.
   */
  registerMember: RegisterMemberResult;
  /**
   * Register a site of your own, to which members are passed on signed in (B22), by OpenID Connect: the hub is the provider, your site the client.
   * `siteId` is its client id; `secret` is its client secret, shown this once. Send both by HTTP Basic. The flow is the authorization code
   * with PKCE (S256) and nothing else; discovery is at `/.well-known/openid-configuration`. Members arrive at `initiateLoginUri` with `iss`, and your
   * site begins the flow from there. `sub` is a name of the member that you alone get. Scopes: `openid`, and `profile`, `email`,
   * `address`, `phone` for what the member consented to (`giveConsent`); the userinfo endpoint gives it. For merchants;
   * an administrator approves the site.
   */
  registerMerchantSite: RegisterMerchantSiteResult;
  /**
   * Have messages posted to a machine of yours: what happens in your cases, and what is late (A3, A4, A12). They are signed by the
   * specification Standard Webhooks (standardwebhooks.com): take one only when `webhook-signature` verifies under `secret`, which is shown this
   * once, and drop those whose `webhook-id` you have had: each is sent at least once. Answer 2xx within 15 seconds, and work on it
   * afterwards. Anything else, redirects too, is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, a little more or
   * less; `Retry-After` is heeded. Then the message is DEAD until you replay it. An answer of 410, or three days without a success, disable
   * the webhook, and you are told by mail. The target must be https and of the public net.
   */
  registerWebhook: RegisterWebhookResult;
  /** Reject who applied. A guest that applied stays a guest. For administrators, and for whom the application is addressed to. */
  rejectMember: RejectMemberResult;
  /** Remove a webhook with its secrets. Nothing is sent to it any more. */
  removeWebhook: RemoveWebhookResult;
  /**
   * Have messages of a webhook sent again under their ids, one or all since a time, whether they were acknowledged or are dead. Messages are
   * kept for 30 days.
   */
  replayWebhookMessages: ReplayWebhookMessagesResult;
  /**
   * Revoke an API key, for its owner and administrators. It is refused at once, and all live connections of its member are ended with 4403:
   * clients with other keys and tokens connect again.
   */
  revokeApiKey: RevokeApiKeyResult;
  /** Take a consent back (B17). */
  revokeConsent: RevokeConsentResult;
  /**
   * Revoke a site, for its merchant and administrators (B22). Nobody is passed on to it any more, and what it got from the hub proves nothing from
   * then on. It stays revoked: register another.
   */
  revokeMerchantSite: RevokeMerchantSiteResult;
  /** Give a webhook another secret, shown this once. For a day its messages are signed with both, so that no message is lost meanwhile. */
  rotateWebhookSecret: RotateWebhookSecretResult;
  /** Have a message of the type `webhook.test` sent to a webhook of yours. */
  sendTestWebhook: SendTestWebhookResult;
  /** Set in which language the hub writes to you, and by which channels you are told of what (A3, A4, A12). What is left out stays as it is. */
  setMessagePreferences: SetMessagePreferencesResult;
  /**
   * Order while your application waits (B18): as a guest, a buyer within the level `GUEST`. Approved, you are a member with what you have bought;
   * rejected, you stay a guest until your purchase has ended.
   */
  takePartMeanwhile: TakePartMeanwhileResult;
};


export type Mutation_EndSessionArgs = {
  id: Scalars['ID']['input'];
};


export type Mutation_SignInArgs = {
  request: Scalars['String']['input'];
};


export type MutationActForArgs = {
  input: ActForInput;
};


export type MutationApplyForMembershipArgs = {
  input: ApplyForMembershipInput;
};


export type MutationApproveMemberArgs = {
  input: ApproveMemberInput;
};


export type MutationApproveMerchantSiteArgs = {
  input: ApproveMerchantSiteInput;
};


export type MutationAssignAuthenticationLevelArgs = {
  input: AssignAuthenticationLevelInput;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationDefineAuthenticationLevelArgs = {
  input: DefineAuthenticationLevelInput;
};


export type MutationEditWebhookArgs = {
  input: EditWebhookInput;
};


export type MutationEraseMemberArgs = {
  input: EraseMemberInput;
};


export type MutationForbidOperatorsArgs = {
  input: ForbidOperatorsInput;
};


export type MutationGiveConsentArgs = {
  input: GiveConsentInput;
};


export type MutationHandOverArgs = {
  input: HandOverInput;
};


export type MutationIssueCredentialCodeArgs = {
  input: IssueCredentialCodeInput;
};


export type MutationLogInArgs = {
  input: LogInInput;
};


export type MutationLogInByOrderArgs = {
  input: LogInByOrderInput;
};


export type MutationLogOutArgs = {
  input: LogOutInput;
};


export type MutationRedeemCredentialCodeArgs = {
  input: RedeemCredentialCodeInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRegisterGuestArgs = {
  input: RegisterGuestInput;
};


export type MutationRegisterMemberArgs = {
  input: RegisterMemberInput;
};


export type MutationRegisterMerchantSiteArgs = {
  input: RegisterMerchantSiteInput;
};


export type MutationRegisterWebhookArgs = {
  input: RegisterWebhookInput;
};


export type MutationRejectMemberArgs = {
  input: RejectMemberInput;
};


export type MutationRemoveWebhookArgs = {
  input: RemoveWebhookInput;
};


export type MutationReplayWebhookMessagesArgs = {
  input: ReplayWebhookMessagesInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationRevokeConsentArgs = {
  input: RevokeConsentInput;
};


export type MutationRevokeMerchantSiteArgs = {
  input: RevokeMerchantSiteInput;
};


export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


export type MutationSendTestWebhookArgs = {
  input: SendTestWebhookInput;
};


export type MutationSetMessagePreferencesArgs = {
  input: SetMessagePreferencesInput;
};


export type MutationTakePartMeanwhileArgs = {
  input: TakePartMeanwhileInput;
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

/** Where a page stands in its list (Relay cursor connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['Cursor']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** What is personal of a member, as far as you may read it; the rest is null. */
export type PersonalDetails = {
  __typename?: 'PersonalDetails';
  address?: Maybe<Address>;
  birthDate?: Maybe<Scalars['Date']['output']>;
  fax?: Maybe<Scalars['String']['output']>;
  mail?: Maybe<Scalars['String']['output']>;
  name?: Maybe<Scalars['String']['output']>;
  paymentMethods?: Maybe<Array<FiledPaymentMethod>>;
  telephone?: Maybe<Scalars['String']['output']>;
};

/** A field of the member file that may be read with consent. */
export type PersonalField =
  | 'ADDRESS'
  | 'BIRTH_DATE'
  | 'FAX'
  | 'MAIL'
  | 'NAME'
  | 'PAYMENT_METHODS'
  | 'TELEPHONE';

export type Query = {
  __typename?: 'Query';
  /** Who holds an API key, by its handle and its SHA-256. The gateway asks it for itself; no client can. */
  _apiKey?: Maybe<ApiKeyHolder>;
  /** Sessions that ended since then, the latest first. The gateway asks it for itself; no client can. */
  _endedSessions: Array<Scalars['ID']['output']>;
  /** Whom a session stands for as of now; null when it has ended. The gateway asks it for itself; no client can. */
  _session?: Maybe<SessionHolder>;
  /**
   * Applications for membership (B1), newest first: for administrators all, for guarantors, merchants and intermediaries those that are
   * addressed to them, for others none.
   */
  applications: ApplicationConnection;
  /** The authentication levels there are, with their limits (A7). */
  authenticationLevels: Array<AuthenticationLevel>;
  /** Erasures of personal data, newest first, each with what was destroyed and when (B2). For administrators. */
  erasures: ErasureConnection;
  /** A member by its id or by its member number. Null when there is none that you may see. */
  member?: Maybe<Member>;
  /** All members, newest first. For administrators and operators; others get an empty list. */
  members: MemberConnection;
  /**
   * Merchants' own sites, to which you can be passed on (B22), newest first: those whose name or host has the text. `status` is for administrators, who
   * see those that wait for approval and those that were revoked too; others see approved ones.
   */
  merchantSites: MerchantSiteConnection;
  /** The letters that the hub mails to members, by kind. For administrators. */
  messageTemplates: Array<MessageTemplate>;
  /** A letter as a member would get it, made with sample values. Null when the hub does not write in that language. For administrators. */
  previewMessage?: Maybe<MessagePreview>;
  /** Where a signed-in member starts. Null when nobody is signed in. */
  viewer?: Maybe<Viewer>;
};


export type Query_ApiKeyArgs = {
  handle: Scalars['String']['input'];
  hash: Scalars['String']['input'];
};


export type Query_EndedSessionsArgs = {
  since: Scalars['DateTime']['input'];
};


export type Query_SessionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryApplicationsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<ApplicationStatus>;
};


export type QueryErasuresArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryMemberArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  memberNumber?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMembersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<MemberStatus>;
};


export type QueryMerchantSitesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<MerchantSiteStatus>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPreviewMessageArgs = {
  kind: MessageKind;
  language: Scalars['String']['input'];
};

export type RedeemCredentialCodeInput = {
  /** As it was told; capitals, spaces and hyphens do not matter. */
  code: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** 3 to 64 of a–z, 0–9, dot, hyphen, underscore. */
  loginName: Scalars['String']['input'];
  memberNumber: Scalars['String']['input'];
  /** 12 to 128 characters. Kept only as an argon2id hash. */
  password: Scalars['String']['input'];
};

export type RedeemCredentialCodePayload = {
  __typename?: 'RedeemCredentialCodePayload';
  redeemed: Scalars['Boolean']['output'];
};

export type RedeemCredentialCodeResult = AuthenticationFailed | IdempotencyConflict | InvalidInput | LoginNameTaken | RedeemCredentialCodePayload;

export type RefreshSessionInput = {
  refreshToken: Scalars['String']['input'];
};

export type RefreshSessionResult = AuthenticationFailed | Session;

/** Why a request was not carried out. Nothing has changed when you get one. */
export type Refusal = {
  /** A stable code for programs; the manual of refusals lists each with its remedy. */
  code: Scalars['String']['output'];
  /** One sentence for people: what is wrong and what to do. */
  message: Scalars['String']['output'];
};

export type RegisterGuestInput = {
  address?: InputMaybe<AddressInput>;
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  fax?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  kind?: MemberKind;
  mail: Scalars['String']['input'];
  name: Scalars['String']['input'];
  /** 12 to 128 characters. Kept only as an argon2id hash, until the data is destroyed. */
  password: Scalars['String']['input'];
  /** As the member file has them; nothing is paid from these. */
  paymentMethods?: InputMaybe<Array<FiledPaymentMethodInput>>;
  /** BUYER takes part at once; the other roles are vetted first. */
  roles?: Array<Role>;
  telephone?: InputMaybe<Scalars['String']['input']>;
};

export type RegisterGuestPayload = {
  __typename?: 'RegisterGuestPayload';
  /** Sign in with it. */
  loginName: Scalars['String']['output'];
  member: Member;
};

export type RegisterGuestResult = IdempotencyConflict | InvalidInput | RegisterGuestPayload;

export type RegisterMemberInput = {
  address?: InputMaybe<AddressInput>;
  /** The guarantor, merchant or intermediary that is to approve. Left out: the hub. */
  addressedTo?: InputMaybe<Scalars['ID']['input']>;
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** How the member asked. For operators alone, who apply for it. */
  channel?: InputMaybe<ContactChannel>;
  /** A credit line, if one is wanted. */
  creditLine?: InputMaybe<MoneyInput>;
  fax?: InputMaybe<Scalars['String']['input']>;
  /** A Global Location Number of GS1: 13 digits, the last one its check digit. */
  gln?: InputMaybe<Scalars['String']['input']>;
  /** The group to net with, if any. */
  groupName?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  kind?: MemberKind;
  /** What the member signs in with; 3 to 64 of a–z, 0–9, dot, hyphen, underscore. Left out by operators alone. */
  loginName?: InputMaybe<Scalars['String']['input']>;
  /** An address for mail, not shown to others. */
  mail: Scalars['String']['input'];
  /** The name of the firm or person, as others see it. */
  name: Scalars['String']['input'];
  /** 12 to 128 characters. Kept only as an argon2id hash. Left out by operators alone. */
  password?: InputMaybe<Scalars['String']['input']>;
  /** As the member file has them; nothing is paid from these. */
  paymentMethods?: InputMaybe<Array<FiledPaymentMethodInput>>;
  /** BUYER and SELLER may be asked for freely; the other roles are vetted at approval all the same. */
  roles: Array<Role>;
  /** The member id of the settlement agent taken when a contract names none. */
  settlementAgentId?: InputMaybe<Scalars['ID']['input']>;
  telephone?: InputMaybe<Scalars['String']['input']>;
};

export type RegisterMemberPayload = {
  __typename?: 'RegisterMemberPayload';
  member: Member;
};

export type RegisterMemberResult = IdempotencyConflict | InvalidInput | LoginNameTaken | RegisterMemberPayload;

export type RegisterMerchantSiteInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Where members arrive, by a GET with the parameter `iss`: https, without a fragment. */
  initiateLoginUri: Scalars['String']['input'];
  /** What members know it by. */
  name: Scalars['String']['input'];
  /** Where the hub sends members back to: compared letter by letter, of the same host as `initiateLoginUri`. 1 to 10. */
  redirectUris: Array<Scalars['String']['input']>;
};

export type RegisterMerchantSitePayload = {
  __typename?: 'RegisterMerchantSitePayload';
  merchantSite: MerchantSite;
  /** The client secret, shown this once. Null when the same request is sent again. */
  secret?: Maybe<Scalars['String']['output']>;
};

export type RegisterMerchantSiteResult = IdempotencyConflict | InvalidInput | NotAllowed | RegisterMerchantSitePayload;

export type RegisterWebhookInput = {
  /**
   * The types of events that it asks for; left out or empty, all. `case.` and the kind of the fact in small letters, such as
   * `case.order_sent` and `case.registered`; `contract.delivery_late` and `contract.settlement_late`.
   */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  idempotencyKey: Scalars['String']['input'];
  /** For you to know it by. */
  name: Scalars['String']['input'];
  /** Whether the next message of a thread is to wait until the one before is acknowledged or dead. Left out: no. */
  ordered?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where it takes messages: https, with a host of the public net; no login name, no password. */
  url: Scalars['String']['input'];
};

export type RegisterWebhookPayload = {
  __typename?: 'RegisterWebhookPayload';
  /** What its messages are signed with, `whsec_…`, shown this once. Null when the same request is sent again. */
  secret?: Maybe<Scalars['String']['output']>;
  webhook: Webhook;
};

export type RegisterWebhookResult = IdempotencyConflict | InvalidInput | NotAllowed | RegisterWebhookPayload | TooManyWebhooks;

export type RejectMemberInput = {
  idempotencyKey: Scalars['String']['input'];
  memberId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type RejectMemberPayload = {
  __typename?: 'RejectMemberPayload';
  member: Member;
};

export type RejectMemberResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RejectMemberPayload | WrongState;

export type RemoveWebhookInput = {
  idempotencyKey: Scalars['String']['input'];
  webhookId: Scalars['ID']['input'];
};

export type RemoveWebhookPayload = {
  __typename?: 'RemoveWebhookPayload';
  webhookId: Scalars['ID']['output'];
};

export type RemoveWebhookResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RemoveWebhookPayload;

/** State either `messageId` or `since`. */
export type ReplayWebhookMessagesInput = {
  idempotencyKey: Scalars['String']['input'];
  /** The one message to send again. */
  messageId?: InputMaybe<Scalars['ID']['input']>;
  /** Send again what was first owed at this time or later, the oldest first. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  webhookId: Scalars['ID']['input'];
};

export type ReplayWebhookMessagesPayload = {
  __typename?: 'ReplayWebhookMessagesPayload';
  /** Whether there may be more: go on with `since` as `until`. */
  hasMore: Scalars['Boolean']['output'];
  /** How many messages are owed again: 1,000 at most. */
  replayed: Scalars['Int']['output'];
  /** When the last of them was first owed. Null when there was none. */
  until?: Maybe<Scalars['DateTime']['output']>;
  webhook: Webhook;
};

export type ReplayWebhookMessagesResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | ReplayWebhookMessagesPayload | WrongState;

export type RevokeApiKeyInput = {
  apiKeyId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  apiKey: ApiKey;
};

export type RevokeApiKeyResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RevokeApiKeyPayload;

export type RevokeConsentInput = {
  consentId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type RevokeConsentPayload = {
  __typename?: 'RevokeConsentPayload';
  consent: Consent;
};

export type RevokeConsentResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RevokeConsentPayload;

export type RevokeMerchantSiteInput = {
  idempotencyKey: Scalars['String']['input'];
  siteId: Scalars['ID']['input'];
};

export type RevokeMerchantSitePayload = {
  __typename?: 'RevokeMerchantSitePayload';
  merchantSite: MerchantSite;
};

export type RevokeMerchantSiteResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RevokeMerchantSitePayload;

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

export type RotateWebhookSecretInput = {
  idempotencyKey: Scalars['String']['input'];
  webhookId: Scalars['ID']['input'];
};

export type RotateWebhookSecretPayload = {
  __typename?: 'RotateWebhookSecretPayload';
  /** The new secret, shown this once. Null when the same request is sent again. */
  secret?: Maybe<Scalars['String']['output']>;
  webhook: Webhook;
};

export type RotateWebhookSecretResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RotateWebhookSecretPayload;

export type SendTestWebhookInput = {
  idempotencyKey: Scalars['String']['input'];
  webhookId: Scalars['ID']['input'];
};

export type SendTestWebhookPayload = {
  __typename?: 'SendTestWebhookPayload';
  webhookMessage: WebhookMessage;
};

export type SendTestWebhookResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | SendTestWebhookPayload | WrongState;

/** A session that was started or refreshed: what proves it, and until when. */
export type Session = {
  __typename?: 'Session';
  /** Send it as `Authorization: Bearer …`, or as `authorization` in the connection parameters of a WebSocket. */
  accessToken: Scalars['String']['output'];
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  member: Member;
  refreshToken: Scalars['String']['output'];
  refreshTokenExpiresAt: Scalars['DateTime']['output'];
};

/** Whom a session stands for, with the roles that it has now. */
export type SessionHolder = {
  __typename?: 'SessionHolder';
  memberId: Scalars['ID']['output'];
  roles: Array<Role>;
};

export type SetMessagePreferencesInput = {
  /** The kinds to choose for. Others stay as they are. */
  choices?: InputMaybe<Array<MessageChoiceInput>>;
  idempotencyKey: Scalars['String']['input'];
  /** A tag of BCP 47 in one of `en`, `ja`, `de`, `fr`. */
  language?: InputMaybe<Scalars['String']['input']>;
};

export type SetMessagePreferencesPayload = {
  __typename?: 'SetMessagePreferencesPayload';
  messagePreferences: MessagePreferences;
};

export type SetMessagePreferencesResult = IdempotencyConflict | InvalidInput | NotAllowed | SetMessagePreferencesPayload;

/** How a contract's amount is settled: by itself (A8) or netted with others (A9). */
export type SettlementMethod =
  /** Sent to the settlement agent alone, at once when payable. */
  | 'GROSS'
  /** Netted with the other obligations of the window. */
  | 'NET';

export type TakePartMeanwhileInput = {
  idempotencyKey: Scalars['String']['input'];
};

export type TakePartMeanwhilePayload = {
  __typename?: 'TakePartMeanwhilePayload';
  member: Member;
};

/** WrongState: you do not wait for a decision. */
export type TakePartMeanwhileResult = IdempotencyConflict | InvalidInput | NotAllowed | TakePartMeanwhilePayload | WrongState;

/** The member has as many API keys as it may have. Revoked and expired ones do not count: revoke one. */
export type TooManyApiKeys = Refusal & {
  __typename?: 'TooManyApiKeys';
  code: Scalars['String']['output'];
  limit: Scalars['Int']['output'];
  message: Scalars['String']['output'];
};

/** Too many failed attempts for this login name. Wait until `retryAt`. */
export type TooManyAttempts = Refusal & {
  __typename?: 'TooManyAttempts';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  retryAt: Scalars['DateTime']['output'];
};

/** The member has as many webhooks as it may have. Remove one. */
export type TooManyWebhooks = Refusal & {
  __typename?: 'TooManyWebhooks';
  code: Scalars['String']['output'];
  limit: Scalars['Int']['output'];
  message: Scalars['String']['output'];
};

/** Where a signed-in member starts. */
export type Viewer = {
  __typename?: 'Viewer';
  /** What operators did for you, newest first (B14). */
  actsOnBehalf: AuditEntryConnection;
  /** Your API keys, newest first, revoked and expired ones included. Not for API keys: sign in for it. */
  apiKeys: ApiKeyConnection;
  /** Your newest application for membership. Null when there is none. */
  application?: Maybe<Application>;
  /** What you have let merchants read, newest first, revoked ones included (B17). */
  consents: ConsentConnection;
  id: Scalars['ID']['output'];
  member: Member;
  /** Your own sites to which members are passed on, newest first, revoked ones included (B22). */
  merchantSites: MerchantSiteConnection;
  /** By which channels you are told of what, and in which language. */
  messagePreferences: MessagePreferences;
  /** What the hub mailed to you in the last 30 days, or is about to, newest first. */
  messages: MailMessageConnection;
  /** Whether you have forbidden operators to act for you. */
  operatorsForbidden: Scalars['Boolean']['output'];
  /** Who has read your personal data, newest first (B17). */
  personalReadings: AuditEntryConnection;
  /** Your webhooks, newest first. */
  webhooks: WebhookConnection;
};


/** Where a signed-in member starts. */
export type ViewerActsOnBehalfArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** Where a signed-in member starts. */
export type ViewerApiKeysArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** Where a signed-in member starts. */
export type ViewerConsentsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** Where a signed-in member starts. */
export type ViewerMerchantSitesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** Where a signed-in member starts. */
export type ViewerMessagesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** Where a signed-in member starts. */
export type ViewerPersonalReadingsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** Where a signed-in member starts. */
export type ViewerWebhooksArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

/** A machine of yours to which messages are posted. Its secret is never shown again. */
export type Webhook = {
  __typename?: 'Webhook';
  createdAt: Scalars['DateTime']['output'];
  /** Why it is disabled. Null while it is enabled. */
  disabledFor?: Maybe<WebhookDisabledFor>;
  /** Until when the secret before the present one signs too. Null when only the present one does. */
  earlierSecretUntil?: Maybe<Scalars['DateTime']['output']>;
  enabled: Scalars['Boolean']['output'];
  /** The types of events that it asks for. Empty: all, those to come included. */
  eventTypes: Array<Scalars['String']['output']>;
  /** Since when no message was acknowledged, though some were tried. Null when the last one was. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Its messages of the last 30 days, newest first. */
  messages: WebhookMessageConnection;
  name: Scalars['String']['output'];
  /** Whether the next message of a thread waits until the one before is acknowledged or dead. */
  ordered: Scalars['Boolean']['output'];
  url: Scalars['String']['output'];
};


/** A machine of yours to which messages are posted. Its secret is never shown again. */
export type WebhookMessagesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<MessageStatus>;
};

export type WebhookConnection = {
  __typename?: 'WebhookConnection';
  edges: Array<WebhookEdge>;
  pageInfo: PageInfo;
};

/** Why a webhook is disabled. */
export type WebhookDisabledFor =
  /** Its receiver failed for three days without a success. */
  | 'FAILING'
  /** Its receiver answered 410. */
  | 'GONE'
  /** You wanted it so. */
  | 'OWNER';

export type WebhookEdge = {
  __typename?: 'WebhookEdge';
  cursor: Scalars['Cursor']['output'];
  node: Webhook;
};

/** A message to a webhook. Its id is the `webhook-id` of every attempt. */
export type WebhookMessage = {
  __typename?: 'WebhookMessage';
  attemptCount: Scalars['Int']['output'];
  /** The last attempts, 20 at most, newest first. */
  attempts: Array<MessageAttempt>;
  /** What is posted: JSON with `type`, `timestamp` and `data`. It has ids, codes and standings; read the rest by the API. */
  body: Scalars['String']['output'];
  /** Such as `case.order_sent`. */
  eventType: Scalars['String']['output'];
  /** When it was acknowledged or given up. Null while it is owed. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** What went wrong at the last attempt. Null when nothing did. */
  lastFault?: Maybe<Scalars['String']['output']>;
  /** When it is tried next. Null when it is not owed any more. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  queuedAt: Scalars['DateTime']['output'];
  status: MessageStatus;
};

export type WebhookMessageConnection = {
  __typename?: 'WebhookMessageConnection';
  edges: Array<WebhookMessageEdge>;
  pageInfo: PageInfo;
};

export type WebhookMessageEdge = {
  __typename?: 'WebhookMessageEdge';
  cursor: Scalars['Cursor']['output'];
  node: WebhookMessage;
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
  Member: Member;
  Viewer: Viewer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ActForResult:
    | ( Omit<ActForPayload, 'member'> & { member: _RefType['Member'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ApplyForMembershipResult:
    | ( Omit<ApplyForMembershipPayload, 'application' | 'member'> & { application: _RefType['Application'], member: _RefType['Member'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ApproveMemberResult:
    | ( Omit<ApproveMemberPayload, 'member'> & { member: _RefType['Member'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ApproveMerchantSiteResult:
    | ( Omit<ApproveMerchantSitePayload, 'merchantSite'> & { merchantSite: _RefType['MerchantSite'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  AssignAuthenticationLevelResult:
    | ( Omit<AssignAuthenticationLevelPayload, 'member'> & { member: _RefType['Member'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  CreateApiKeyResult:
    | ( CreateApiKeyPayload )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  DefineAuthenticationLevelResult:
    | ( Omit<DefineAuthenticationLevelPayload, 'authenticationLevel'> & { authenticationLevel: _RefType['AuthenticationLevel'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  EditWebhookResult:
    | ( Omit<EditWebhookPayload, 'webhook'> & { webhook: _RefType['Webhook'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  EraseMemberResult:
    | ( Omit<EraseMemberPayload, 'erasure'> & { erasure: _RefType['Erasure'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  ForbidOperatorsResult:
    | ( ForbidOperatorsPayload )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  GiveConsentResult:
    | ( Omit<GiveConsentPayload, 'consent'> & { consent: _RefType['Consent'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  HandOverResult:
    | ( Omit<HandOverPayload, 'merchantSite'> & { merchantSite: _RefType['MerchantSite'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  IssueCredentialCodeResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<IssueCredentialCodePayload, 'member'> & { member: _RefType['Member'] } )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
  ;
  LogInByOrderResult:
    | ( RefusalModel )
    | ( LogInByOrderPayload )
    | ( RefusalModel )
  ;
  LogInResult:
    | ( RefusalModel )
    | ( Omit<Session, 'member'> & { member: _RefType['Member'] } )
    | ( RefusalModel )
  ;
  LogOutResult:
    | ( RefusalModel )
    | ( LogOutPayload )
  ;
  RedeemCredentialCodeResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RedeemCredentialCodePayload )
  ;
  RefreshSessionResult:
    | ( RefusalModel )
    | ( Omit<Session, 'member'> & { member: _RefType['Member'] } )
  ;
  RegisterGuestResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RegisterGuestPayload, 'member'> & { member: _RefType['Member'] } )
  ;
  RegisterMemberResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RegisterMemberPayload, 'member'> & { member: _RefType['Member'] } )
  ;
  RegisterMerchantSiteResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RegisterMerchantSitePayload, 'merchantSite'> & { merchantSite: _RefType['MerchantSite'] } )
  ;
  RegisterWebhookResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RegisterWebhookPayload, 'webhook'> & { webhook: _RefType['Webhook'] } )
    | ( RefusalModel )
  ;
  RejectMemberResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RejectMemberPayload, 'member'> & { member: _RefType['Member'] } )
    | ( RefusalModel )
  ;
  RemoveWebhookResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RemoveWebhookPayload )
  ;
  ReplayWebhookMessagesResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<ReplayWebhookMessagesPayload, 'webhook'> & { webhook: _RefType['Webhook'] } )
    | ( RefusalModel )
  ;
  RevokeApiKeyResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RevokeApiKeyPayload )
  ;
  RevokeConsentResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RevokeConsentPayload, 'consent'> & { consent: _RefType['Consent'] } )
  ;
  RevokeMerchantSiteResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RevokeMerchantSitePayload, 'merchantSite'> & { merchantSite: _RefType['MerchantSite'] } )
  ;
  RotateWebhookSecretResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RotateWebhookSecretPayload, 'webhook'> & { webhook: _RefType['Webhook'] } )
  ;
  SendTestWebhookResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<SendTestWebhookPayload, 'webhookMessage'> & { webhookMessage: _RefType['WebhookMessage'] } )
    | ( RefusalModel )
  ;
  SetMessagePreferencesResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( SetMessagePreferencesPayload )
  ;
  TakePartMeanwhileResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<TakePartMeanwhilePayload, 'member'> & { member: _RefType['Member'] } )
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
    | ( RefusalModel )
    | ( RefusalModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActForInput: ActForInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ActForPayload: ResolverTypeWrapper<Omit<ActForPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ActForResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ActForResult']>;
  Address: ResolverTypeWrapper<Address>;
  AddressInput: AddressInput;
  ApiKey: ResolverTypeWrapper<ApiKey>;
  ApiKeyConnection: ResolverTypeWrapper<ApiKeyConnection>;
  ApiKeyEdge: ResolverTypeWrapper<ApiKeyEdge>;
  ApiKeyHolder: ResolverTypeWrapper<ApiKeyHolder>;
  ApiScope: ApiScope;
  Application: ResolverTypeWrapper<ApplicationModel>;
  ApplicationChannel: ApplicationChannel;
  ApplicationConnection: ResolverTypeWrapper<Omit<ApplicationConnection, 'edges'> & { edges: Array<ResolversTypes['ApplicationEdge']> }>;
  ApplicationEdge: ResolverTypeWrapper<Omit<ApplicationEdge, 'node'> & { node: ResolversTypes['Application'] }>;
  ApplicationStatus: ApplicationStatus;
  ApplyForMembershipInput: ApplyForMembershipInput;
  ApplyForMembershipPayload: ResolverTypeWrapper<Omit<ApplyForMembershipPayload, 'application' | 'member'> & { application: ResolversTypes['Application'], member: ResolversTypes['Member'] }>;
  ApplyForMembershipResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApplyForMembershipResult']>;
  ApproveMemberInput: ApproveMemberInput;
  ApproveMemberPayload: ResolverTypeWrapper<Omit<ApproveMemberPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  ApproveMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApproveMemberResult']>;
  ApproveMerchantSiteInput: ApproveMerchantSiteInput;
  ApproveMerchantSitePayload: ResolverTypeWrapper<Omit<ApproveMerchantSitePayload, 'merchantSite'> & { merchantSite: ResolversTypes['MerchantSite'] }>;
  ApproveMerchantSiteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApproveMerchantSiteResult']>;
  AssignAuthenticationLevelInput: AssignAuthenticationLevelInput;
  AssignAuthenticationLevelPayload: ResolverTypeWrapper<Omit<AssignAuthenticationLevelPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  AssignAuthenticationLevelResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AssignAuthenticationLevelResult']>;
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AuditEntryConnection: ResolverTypeWrapper<Omit<AuditEntryConnection, 'edges'> & { edges: Array<ResolversTypes['AuditEntryEdge']> }>;
  AuditEntryEdge: ResolverTypeWrapper<Omit<AuditEntryEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  AuthenticationFailed: ResolverTypeWrapper<RefusalModel>;
  AuthenticationLevel: ResolverTypeWrapper<AuthenticationLevelModel>;
  AuthenticationLevelVersion: ResolverTypeWrapper<Omit<AuthenticationLevelVersion, 'changedBy'> & { changedBy: ResolversTypes['Member'] }>;
  AuthenticationLevelVersionConnection: ResolverTypeWrapper<Omit<AuthenticationLevelVersionConnection, 'edges'> & { edges: Array<ResolversTypes['AuthenticationLevelVersionEdge']> }>;
  AuthenticationLevelVersionEdge: ResolverTypeWrapper<Omit<AuthenticationLevelVersionEdge, 'node'> & { node: ResolversTypes['AuthenticationLevelVersion'] }>;
  Consent: ResolverTypeWrapper<ConsentModel>;
  ConsentConnection: ResolverTypeWrapper<Omit<ConsentConnection, 'edges'> & { edges: Array<ResolversTypes['ConsentEdge']> }>;
  ConsentEdge: ResolverTypeWrapper<Omit<ConsentEdge, 'node'> & { node: ResolversTypes['Consent'] }>;
  ContactChannel: ContactChannel;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<CreateApiKeyPayload>;
  CreateApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateApiKeyResult']>;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DefineAuthenticationLevelInput: DefineAuthenticationLevelInput;
  DefineAuthenticationLevelPayload: ResolverTypeWrapper<Omit<DefineAuthenticationLevelPayload, 'authenticationLevel'> & { authenticationLevel: ResolversTypes['AuthenticationLevel'] }>;
  DefineAuthenticationLevelResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DefineAuthenticationLevelResult']>;
  DestroyedCount: ResolverTypeWrapper<DestroyedCount>;
  EditWebhookInput: EditWebhookInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  EditWebhookPayload: ResolverTypeWrapper<Omit<EditWebhookPayload, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  EditWebhookResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EditWebhookResult']>;
  EraseMemberInput: EraseMemberInput;
  EraseMemberPayload: ResolverTypeWrapper<Omit<EraseMemberPayload, 'erasure'> & { erasure: ResolversTypes['Erasure'] }>;
  EraseMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EraseMemberResult']>;
  Erasure: ResolverTypeWrapper<ErasureModel>;
  ErasureConnection: ResolverTypeWrapper<Omit<ErasureConnection, 'edges'> & { edges: Array<ResolversTypes['ErasureEdge']> }>;
  ErasureEdge: ResolverTypeWrapper<Omit<ErasureEdge, 'node'> & { node: ResolversTypes['Erasure'] }>;
  ErasureReason: ErasureReason;
  FiledPaymentMethod: ResolverTypeWrapper<FiledPaymentMethod>;
  FiledPaymentMethodInput: FiledPaymentMethodInput;
  ForbidOperatorsInput: ForbidOperatorsInput;
  ForbidOperatorsPayload: ResolverTypeWrapper<ForbidOperatorsPayload>;
  ForbidOperatorsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ForbidOperatorsResult']>;
  GiveConsentInput: GiveConsentInput;
  GiveConsentPayload: ResolverTypeWrapper<Omit<GiveConsentPayload, 'consent'> & { consent: ResolversTypes['Consent'] }>;
  GiveConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['GiveConsentResult']>;
  GuestLimit: ResolverTypeWrapper<RefusalModel>;
  GuestRule: GuestRule;
  HandOverInput: HandOverInput;
  HandOverPayload: ResolverTypeWrapper<Omit<HandOverPayload, 'merchantSite'> & { merchantSite: ResolversTypes['MerchantSite'] }>;
  HandOverResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['HandOverResult']>;
  IdempotencyConflict: ResolverTypeWrapper<RefusalModel>;
  InputFault: ResolverTypeWrapper<InputFault>;
  InvalidInput: ResolverTypeWrapper<RefusalModel>;
  IssueCredentialCodeInput: IssueCredentialCodeInput;
  IssueCredentialCodePayload: ResolverTypeWrapper<Omit<IssueCredentialCodePayload, 'member'> & { member: ResolversTypes['Member'] }>;
  IssueCredentialCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['IssueCredentialCodeResult']>;
  LevelExceeded: ResolverTypeWrapper<RefusalModel>;
  LevelOperation: LevelOperation;
  LogInByOrderInput: LogInByOrderInput;
  LogInByOrderPayload: ResolverTypeWrapper<LogInByOrderPayload>;
  LogInByOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LogInByOrderResult']>;
  LogInInput: LogInInput;
  LogInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LogInResult']>;
  LogOutInput: LogOutInput;
  LogOutPayload: ResolverTypeWrapper<LogOutPayload>;
  LogOutResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LogOutResult']>;
  LoginNameTaken: ResolverTypeWrapper<RefusalModel>;
  MailMessage: ResolverTypeWrapper<MailMessageModel>;
  MailMessageConnection: ResolverTypeWrapper<Omit<MailMessageConnection, 'edges'> & { edges: Array<ResolversTypes['MailMessageEdge']> }>;
  MailMessageEdge: ResolverTypeWrapper<Omit<MailMessageEdge, 'node'> & { node: ResolversTypes['MailMessage'] }>;
  Member: ResolverTypeWrapper<MemberModel>;
  MemberConnection: ResolverTypeWrapper<Omit<MemberConnection, 'edges'> & { edges: Array<ResolversTypes['MemberEdge']> }>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node: ResolversTypes['Member'] }>;
  MemberKind: MemberKind;
  MemberStatus: MemberStatus;
  MerchantSite: ResolverTypeWrapper<MerchantSiteModel>;
  MerchantSiteConnection: ResolverTypeWrapper<Omit<MerchantSiteConnection, 'edges'> & { edges: Array<ResolversTypes['MerchantSiteEdge']> }>;
  MerchantSiteEdge: ResolverTypeWrapper<Omit<MerchantSiteEdge, 'node'> & { node: ResolversTypes['MerchantSite'] }>;
  MerchantSiteStatus: MerchantSiteStatus;
  MessageAttempt: ResolverTypeWrapper<MessageAttempt>;
  MessageChannel: MessageChannel;
  MessageChoice: ResolverTypeWrapper<MessageChoice>;
  MessageChoiceInput: MessageChoiceInput;
  MessageKind: MessageKind;
  MessagePreferences: ResolverTypeWrapper<MessagePreferences>;
  MessagePreview: ResolverTypeWrapper<MessagePreview>;
  MessageStatus: MessageStatus;
  MessageTemplate: ResolverTypeWrapper<MessageTemplate>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotAllowed: ResolverTypeWrapper<RefusalModel>;
  NotFound: ResolverTypeWrapper<RefusalModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PersonalDetails: ResolverTypeWrapper<PersonalDetails>;
  PersonalField: PersonalField;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RedeemCredentialCodeInput: RedeemCredentialCodeInput;
  RedeemCredentialCodePayload: ResolverTypeWrapper<RedeemCredentialCodePayload>;
  RedeemCredentialCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RedeemCredentialCodeResult']>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefreshSessionResult']>;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  RegisterGuestInput: RegisterGuestInput;
  RegisterGuestPayload: ResolverTypeWrapper<Omit<RegisterGuestPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  RegisterGuestResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterGuestResult']>;
  RegisterMemberInput: RegisterMemberInput;
  RegisterMemberPayload: ResolverTypeWrapper<Omit<RegisterMemberPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  RegisterMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterMemberResult']>;
  RegisterMerchantSiteInput: RegisterMerchantSiteInput;
  RegisterMerchantSitePayload: ResolverTypeWrapper<Omit<RegisterMerchantSitePayload, 'merchantSite'> & { merchantSite: ResolversTypes['MerchantSite'] }>;
  RegisterMerchantSiteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterMerchantSiteResult']>;
  RegisterWebhookInput: RegisterWebhookInput;
  RegisterWebhookPayload: ResolverTypeWrapper<Omit<RegisterWebhookPayload, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  RegisterWebhookResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterWebhookResult']>;
  RejectMemberInput: RejectMemberInput;
  RejectMemberPayload: ResolverTypeWrapper<Omit<RejectMemberPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  RejectMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RejectMemberResult']>;
  RemoveWebhookInput: RemoveWebhookInput;
  RemoveWebhookPayload: ResolverTypeWrapper<RemoveWebhookPayload>;
  RemoveWebhookResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveWebhookResult']>;
  ReplayWebhookMessagesInput: ReplayWebhookMessagesInput;
  ReplayWebhookMessagesPayload: ResolverTypeWrapper<Omit<ReplayWebhookMessagesPayload, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  ReplayWebhookMessagesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReplayWebhookMessagesResult']>;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<RevokeApiKeyPayload>;
  RevokeApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeApiKeyResult']>;
  RevokeConsentInput: RevokeConsentInput;
  RevokeConsentPayload: ResolverTypeWrapper<Omit<RevokeConsentPayload, 'consent'> & { consent: ResolversTypes['Consent'] }>;
  RevokeConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeConsentResult']>;
  RevokeMerchantSiteInput: RevokeMerchantSiteInput;
  RevokeMerchantSitePayload: ResolverTypeWrapper<Omit<RevokeMerchantSitePayload, 'merchantSite'> & { merchantSite: ResolversTypes['MerchantSite'] }>;
  RevokeMerchantSiteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeMerchantSiteResult']>;
  Role: Role;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: ResolverTypeWrapper<Omit<RotateWebhookSecretPayload, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  RotateWebhookSecretResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RotateWebhookSecretResult']>;
  SendTestWebhookInput: SendTestWebhookInput;
  SendTestWebhookPayload: ResolverTypeWrapper<Omit<SendTestWebhookPayload, 'webhookMessage'> & { webhookMessage: ResolversTypes['WebhookMessage'] }>;
  SendTestWebhookResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SendTestWebhookResult']>;
  Session: ResolverTypeWrapper<Omit<Session, 'member'> & { member: ResolversTypes['Member'] }>;
  SessionHolder: ResolverTypeWrapper<SessionHolder>;
  SetMessagePreferencesInput: SetMessagePreferencesInput;
  SetMessagePreferencesPayload: ResolverTypeWrapper<SetMessagePreferencesPayload>;
  SetMessagePreferencesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetMessagePreferencesResult']>;
  SettlementMethod: SettlementMethod;
  TakePartMeanwhileInput: TakePartMeanwhileInput;
  TakePartMeanwhilePayload: ResolverTypeWrapper<Omit<TakePartMeanwhilePayload, 'member'> & { member: ResolversTypes['Member'] }>;
  TakePartMeanwhileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TakePartMeanwhileResult']>;
  TooManyApiKeys: ResolverTypeWrapper<RefusalModel>;
  TooManyAttempts: ResolverTypeWrapper<RefusalModel>;
  TooManyWebhooks: ResolverTypeWrapper<RefusalModel>;
  Viewer: ResolverTypeWrapper<Omit<Viewer, 'actsOnBehalf' | 'application' | 'consents' | 'member' | 'merchantSites' | 'messages' | 'personalReadings' | 'webhooks'> & { actsOnBehalf: ResolversTypes['AuditEntryConnection'], application?: Maybe<ResolversTypes['Application']>, consents: ResolversTypes['ConsentConnection'], member: ResolversTypes['Member'], merchantSites: ResolversTypes['MerchantSiteConnection'], messages: ResolversTypes['MailMessageConnection'], personalReadings: ResolversTypes['AuditEntryConnection'], webhooks: ResolversTypes['WebhookConnection'] }>;
  Webhook: ResolverTypeWrapper<WebhookModel>;
  WebhookConnection: ResolverTypeWrapper<Omit<WebhookConnection, 'edges'> & { edges: Array<ResolversTypes['WebhookEdge']> }>;
  WebhookDisabledFor: WebhookDisabledFor;
  WebhookEdge: ResolverTypeWrapper<Omit<WebhookEdge, 'node'> & { node: ResolversTypes['Webhook'] }>;
  WebhookMessage: ResolverTypeWrapper<WebhookMessageModel>;
  WebhookMessageConnection: ResolverTypeWrapper<Omit<WebhookMessageConnection, 'edges'> & { edges: Array<ResolversTypes['WebhookMessageEdge']> }>;
  WebhookMessageEdge: ResolverTypeWrapper<Omit<WebhookMessageEdge, 'node'> & { node: ResolversTypes['WebhookMessage'] }>;
  WrongState: ResolverTypeWrapper<RefusalModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActForInput: ActForInput;
  ID: Scalars['ID']['output'];
  ActForPayload: Omit<ActForPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  String: Scalars['String']['output'];
  ActForResult: ResolversUnionTypes<ResolversParentTypes>['ActForResult'];
  Address: Address;
  AddressInput: AddressInput;
  ApiKey: ApiKey;
  ApiKeyConnection: ApiKeyConnection;
  ApiKeyEdge: ApiKeyEdge;
  ApiKeyHolder: ApiKeyHolder;
  Application: ApplicationModel;
  ApplicationConnection: Omit<ApplicationConnection, 'edges'> & { edges: Array<ResolversParentTypes['ApplicationEdge']> };
  ApplicationEdge: Omit<ApplicationEdge, 'node'> & { node: ResolversParentTypes['Application'] };
  ApplyForMembershipInput: ApplyForMembershipInput;
  ApplyForMembershipPayload: Omit<ApplyForMembershipPayload, 'application' | 'member'> & { application: ResolversParentTypes['Application'], member: ResolversParentTypes['Member'] };
  ApplyForMembershipResult: ResolversUnionTypes<ResolversParentTypes>['ApplyForMembershipResult'];
  ApproveMemberInput: ApproveMemberInput;
  ApproveMemberPayload: Omit<ApproveMemberPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  ApproveMemberResult: ResolversUnionTypes<ResolversParentTypes>['ApproveMemberResult'];
  ApproveMerchantSiteInput: ApproveMerchantSiteInput;
  ApproveMerchantSitePayload: Omit<ApproveMerchantSitePayload, 'merchantSite'> & { merchantSite: ResolversParentTypes['MerchantSite'] };
  ApproveMerchantSiteResult: ResolversUnionTypes<ResolversParentTypes>['ApproveMerchantSiteResult'];
  AssignAuthenticationLevelInput: AssignAuthenticationLevelInput;
  AssignAuthenticationLevelPayload: Omit<AssignAuthenticationLevelPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  AssignAuthenticationLevelResult: ResolversUnionTypes<ResolversParentTypes>['AssignAuthenticationLevelResult'];
  AuditEntry: AuditEntryModel;
  Int: Scalars['Int']['output'];
  AuditEntryConnection: Omit<AuditEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['AuditEntryEdge']> };
  AuditEntryEdge: Omit<AuditEntryEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  AuthenticationFailed: RefusalModel;
  AuthenticationLevel: AuthenticationLevelModel;
  AuthenticationLevelVersion: Omit<AuthenticationLevelVersion, 'changedBy'> & { changedBy: ResolversParentTypes['Member'] };
  AuthenticationLevelVersionConnection: Omit<AuthenticationLevelVersionConnection, 'edges'> & { edges: Array<ResolversParentTypes['AuthenticationLevelVersionEdge']> };
  AuthenticationLevelVersionEdge: Omit<AuthenticationLevelVersionEdge, 'node'> & { node: ResolversParentTypes['AuthenticationLevelVersion'] };
  Consent: ConsentModel;
  ConsentConnection: Omit<ConsentConnection, 'edges'> & { edges: Array<ResolversParentTypes['ConsentEdge']> };
  ConsentEdge: Omit<ConsentEdge, 'node'> & { node: ResolversParentTypes['Consent'] };
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: CreateApiKeyPayload;
  CreateApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['CreateApiKeyResult'];
  Currency: Scalars['Currency']['output'];
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DefineAuthenticationLevelInput: DefineAuthenticationLevelInput;
  DefineAuthenticationLevelPayload: Omit<DefineAuthenticationLevelPayload, 'authenticationLevel'> & { authenticationLevel: ResolversParentTypes['AuthenticationLevel'] };
  DefineAuthenticationLevelResult: ResolversUnionTypes<ResolversParentTypes>['DefineAuthenticationLevelResult'];
  DestroyedCount: DestroyedCount;
  EditWebhookInput: EditWebhookInput;
  Boolean: Scalars['Boolean']['output'];
  EditWebhookPayload: Omit<EditWebhookPayload, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  EditWebhookResult: ResolversUnionTypes<ResolversParentTypes>['EditWebhookResult'];
  EraseMemberInput: EraseMemberInput;
  EraseMemberPayload: Omit<EraseMemberPayload, 'erasure'> & { erasure: ResolversParentTypes['Erasure'] };
  EraseMemberResult: ResolversUnionTypes<ResolversParentTypes>['EraseMemberResult'];
  Erasure: ErasureModel;
  ErasureConnection: Omit<ErasureConnection, 'edges'> & { edges: Array<ResolversParentTypes['ErasureEdge']> };
  ErasureEdge: Omit<ErasureEdge, 'node'> & { node: ResolversParentTypes['Erasure'] };
  FiledPaymentMethod: FiledPaymentMethod;
  FiledPaymentMethodInput: FiledPaymentMethodInput;
  ForbidOperatorsInput: ForbidOperatorsInput;
  ForbidOperatorsPayload: ForbidOperatorsPayload;
  ForbidOperatorsResult: ResolversUnionTypes<ResolversParentTypes>['ForbidOperatorsResult'];
  GiveConsentInput: GiveConsentInput;
  GiveConsentPayload: Omit<GiveConsentPayload, 'consent'> & { consent: ResolversParentTypes['Consent'] };
  GiveConsentResult: ResolversUnionTypes<ResolversParentTypes>['GiveConsentResult'];
  GuestLimit: RefusalModel;
  HandOverInput: HandOverInput;
  HandOverPayload: Omit<HandOverPayload, 'merchantSite'> & { merchantSite: ResolversParentTypes['MerchantSite'] };
  HandOverResult: ResolversUnionTypes<ResolversParentTypes>['HandOverResult'];
  IdempotencyConflict: RefusalModel;
  InputFault: InputFault;
  InvalidInput: RefusalModel;
  IssueCredentialCodeInput: IssueCredentialCodeInput;
  IssueCredentialCodePayload: Omit<IssueCredentialCodePayload, 'member'> & { member: ResolversParentTypes['Member'] };
  IssueCredentialCodeResult: ResolversUnionTypes<ResolversParentTypes>['IssueCredentialCodeResult'];
  LevelExceeded: RefusalModel;
  LogInByOrderInput: LogInByOrderInput;
  LogInByOrderPayload: LogInByOrderPayload;
  LogInByOrderResult: ResolversUnionTypes<ResolversParentTypes>['LogInByOrderResult'];
  LogInInput: LogInInput;
  LogInResult: ResolversUnionTypes<ResolversParentTypes>['LogInResult'];
  LogOutInput: LogOutInput;
  LogOutPayload: LogOutPayload;
  LogOutResult: ResolversUnionTypes<ResolversParentTypes>['LogOutResult'];
  LoginNameTaken: RefusalModel;
  MailMessage: MailMessageModel;
  MailMessageConnection: Omit<MailMessageConnection, 'edges'> & { edges: Array<ResolversParentTypes['MailMessageEdge']> };
  MailMessageEdge: Omit<MailMessageEdge, 'node'> & { node: ResolversParentTypes['MailMessage'] };
  Member: MemberModel;
  MemberConnection: Omit<MemberConnection, 'edges'> & { edges: Array<ResolversParentTypes['MemberEdge']> };
  MemberEdge: Omit<MemberEdge, 'node'> & { node: ResolversParentTypes['Member'] };
  MerchantSite: MerchantSiteModel;
  MerchantSiteConnection: Omit<MerchantSiteConnection, 'edges'> & { edges: Array<ResolversParentTypes['MerchantSiteEdge']> };
  MerchantSiteEdge: Omit<MerchantSiteEdge, 'node'> & { node: ResolversParentTypes['MerchantSite'] };
  MessageAttempt: MessageAttempt;
  MessageChoice: MessageChoice;
  MessageChoiceInput: MessageChoiceInput;
  MessagePreferences: MessagePreferences;
  MessagePreview: MessagePreview;
  MessageTemplate: MessageTemplate;
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  NotAllowed: RefusalModel;
  NotFound: RefusalModel;
  PageInfo: PageInfo;
  PersonalDetails: PersonalDetails;
  Query: Record<PropertyKey, never>;
  RedeemCredentialCodeInput: RedeemCredentialCodeInput;
  RedeemCredentialCodePayload: RedeemCredentialCodePayload;
  RedeemCredentialCodeResult: ResolversUnionTypes<ResolversParentTypes>['RedeemCredentialCodeResult'];
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionResult: ResolversUnionTypes<ResolversParentTypes>['RefreshSessionResult'];
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  RegisterGuestInput: RegisterGuestInput;
  RegisterGuestPayload: Omit<RegisterGuestPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  RegisterGuestResult: ResolversUnionTypes<ResolversParentTypes>['RegisterGuestResult'];
  RegisterMemberInput: RegisterMemberInput;
  RegisterMemberPayload: Omit<RegisterMemberPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  RegisterMemberResult: ResolversUnionTypes<ResolversParentTypes>['RegisterMemberResult'];
  RegisterMerchantSiteInput: RegisterMerchantSiteInput;
  RegisterMerchantSitePayload: Omit<RegisterMerchantSitePayload, 'merchantSite'> & { merchantSite: ResolversParentTypes['MerchantSite'] };
  RegisterMerchantSiteResult: ResolversUnionTypes<ResolversParentTypes>['RegisterMerchantSiteResult'];
  RegisterWebhookInput: RegisterWebhookInput;
  RegisterWebhookPayload: Omit<RegisterWebhookPayload, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  RegisterWebhookResult: ResolversUnionTypes<ResolversParentTypes>['RegisterWebhookResult'];
  RejectMemberInput: RejectMemberInput;
  RejectMemberPayload: Omit<RejectMemberPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  RejectMemberResult: ResolversUnionTypes<ResolversParentTypes>['RejectMemberResult'];
  RemoveWebhookInput: RemoveWebhookInput;
  RemoveWebhookPayload: RemoveWebhookPayload;
  RemoveWebhookResult: ResolversUnionTypes<ResolversParentTypes>['RemoveWebhookResult'];
  ReplayWebhookMessagesInput: ReplayWebhookMessagesInput;
  ReplayWebhookMessagesPayload: Omit<ReplayWebhookMessagesPayload, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  ReplayWebhookMessagesResult: ResolversUnionTypes<ResolversParentTypes>['ReplayWebhookMessagesResult'];
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: RevokeApiKeyPayload;
  RevokeApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokeApiKeyResult'];
  RevokeConsentInput: RevokeConsentInput;
  RevokeConsentPayload: Omit<RevokeConsentPayload, 'consent'> & { consent: ResolversParentTypes['Consent'] };
  RevokeConsentResult: ResolversUnionTypes<ResolversParentTypes>['RevokeConsentResult'];
  RevokeMerchantSiteInput: RevokeMerchantSiteInput;
  RevokeMerchantSitePayload: Omit<RevokeMerchantSitePayload, 'merchantSite'> & { merchantSite: ResolversParentTypes['MerchantSite'] };
  RevokeMerchantSiteResult: ResolversUnionTypes<ResolversParentTypes>['RevokeMerchantSiteResult'];
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: Omit<RotateWebhookSecretPayload, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  RotateWebhookSecretResult: ResolversUnionTypes<ResolversParentTypes>['RotateWebhookSecretResult'];
  SendTestWebhookInput: SendTestWebhookInput;
  SendTestWebhookPayload: Omit<SendTestWebhookPayload, 'webhookMessage'> & { webhookMessage: ResolversParentTypes['WebhookMessage'] };
  SendTestWebhookResult: ResolversUnionTypes<ResolversParentTypes>['SendTestWebhookResult'];
  Session: Omit<Session, 'member'> & { member: ResolversParentTypes['Member'] };
  SessionHolder: SessionHolder;
  SetMessagePreferencesInput: SetMessagePreferencesInput;
  SetMessagePreferencesPayload: SetMessagePreferencesPayload;
  SetMessagePreferencesResult: ResolversUnionTypes<ResolversParentTypes>['SetMessagePreferencesResult'];
  TakePartMeanwhileInput: TakePartMeanwhileInput;
  TakePartMeanwhilePayload: Omit<TakePartMeanwhilePayload, 'member'> & { member: ResolversParentTypes['Member'] };
  TakePartMeanwhileResult: ResolversUnionTypes<ResolversParentTypes>['TakePartMeanwhileResult'];
  TooManyApiKeys: RefusalModel;
  TooManyAttempts: RefusalModel;
  TooManyWebhooks: RefusalModel;
  Viewer: Omit<Viewer, 'actsOnBehalf' | 'application' | 'consents' | 'member' | 'merchantSites' | 'messages' | 'personalReadings' | 'webhooks'> & { actsOnBehalf: ResolversParentTypes['AuditEntryConnection'], application?: Maybe<ResolversParentTypes['Application']>, consents: ResolversParentTypes['ConsentConnection'], member: ResolversParentTypes['Member'], merchantSites: ResolversParentTypes['MerchantSiteConnection'], messages: ResolversParentTypes['MailMessageConnection'], personalReadings: ResolversParentTypes['AuditEntryConnection'], webhooks: ResolversParentTypes['WebhookConnection'] } | FederationReferenceTypes['Viewer'];
  Webhook: WebhookModel;
  WebhookConnection: Omit<WebhookConnection, 'edges'> & { edges: Array<ResolversParentTypes['WebhookEdge']> };
  WebhookEdge: Omit<WebhookEdge, 'node'> & { node: ResolversParentTypes['Webhook'] };
  WebhookMessage: WebhookMessageModel;
  WebhookMessageConnection: Omit<WebhookMessageConnection, 'edges'> & { edges: Array<ResolversParentTypes['WebhookMessageEdge']> };
  WebhookMessageEdge: Omit<WebhookMessageEdge, 'node'> & { node: ResolversParentTypes['WebhookMessage'] };
  WrongState: RefusalModel;
};

export type ActForPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActForPayload'] = ResolversParentTypes['ActForPayload']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActForResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActForResult'] = ResolversParentTypes['ActForResult']> = {
  __resolveType: TypeResolveFn<'ActForPayload' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiScope']>, ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type ApiKeyHolderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyHolder'] = ResolversParentTypes['ApiKeyHolder']> = {
  apiKeyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  memberId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiScope']>, ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application']> = {
  addressedTo?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  appliedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ApplicationChannel'], ParentType, ContextType>;
  creditLine?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  documents?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApplicationStatus'], ParentType, ContextType>;
};

export type ApplicationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationConnection'] = ResolversParentTypes['ApplicationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApplicationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApplicationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationEdge'] = ResolversParentTypes['ApplicationEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Application'], ParentType, ContextType>;
};

export type ApplyForMembershipPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyForMembershipPayload'] = ResolversParentTypes['ApplyForMembershipPayload']> = {
  application?: Resolver<ResolversTypes['Application'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApplyForMembershipResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyForMembershipResult'] = ResolversParentTypes['ApplyForMembershipResult']> = {
  __resolveType: TypeResolveFn<'ApplyForMembershipPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'WrongState', ParentType, ContextType>;
};

export type ApproveMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveMemberPayload'] = ResolversParentTypes['ApproveMemberPayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApproveMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveMemberResult'] = ResolversParentTypes['ApproveMemberResult']> = {
  __resolveType: TypeResolveFn<'ApproveMemberPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type ApproveMerchantSitePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveMerchantSitePayload'] = ResolversParentTypes['ApproveMerchantSitePayload']> = {
  merchantSite?: Resolver<ResolversTypes['MerchantSite'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApproveMerchantSiteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveMerchantSiteResult'] = ResolversParentTypes['ApproveMerchantSiteResult']> = {
  __resolveType: TypeResolveFn<'ApproveMerchantSitePayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type AssignAuthenticationLevelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignAuthenticationLevelPayload'] = ResolversParentTypes['AssignAuthenticationLevelPayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssignAuthenticationLevelResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignAuthenticationLevelResult'] = ResolversParentTypes['AssignAuthenticationLevelResult']> = {
  __resolveType: TypeResolveFn<'AssignAuthenticationLevelPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  act?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['ContactChannel']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['PersonalField']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type AuthenticationFailedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticationFailed'] = ResolversParentTypes['AuthenticationFailed']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthenticationLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticationLevel'] = ResolversParentTypes['AuthenticationLevel']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  history?: Resolver<Maybe<ResolversTypes['AuthenticationLevelVersionConnection']>, ParentType, ContextType, RequireFields<AuthenticationLevelHistoryArgs, 'first'>>;
  maxPerDay?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  maxPerTransaction?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['LevelOperation']>, ParentType, ContextType>;
  partnerGroups?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuthenticationLevelVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticationLevelVersion'] = ResolversParentTypes['AuthenticationLevelVersion']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  maxPerDay?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  maxPerTransaction?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['LevelOperation']>, ParentType, ContextType>;
  partnerGroups?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuthenticationLevelVersionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticationLevelVersionConnection'] = ResolversParentTypes['AuthenticationLevelVersionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuthenticationLevelVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuthenticationLevelVersionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticationLevelVersionEdge'] = ResolversParentTypes['AuthenticationLevelVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuthenticationLevelVersion'], ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  fields?: Resolver<Array<ResolversTypes['PersonalField']>, ParentType, ContextType>;
  givenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  merchant?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ConsentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentConnection'] = ResolversParentTypes['ConsentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConsentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConsentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentEdge'] = ResolversParentTypes['ConsentEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
};

export type CreateApiKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiKeyPayload'] = ResolversParentTypes['CreateApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiKeyResult'] = ResolversParentTypes['CreateApiKeyResult']> = {
  __resolveType: TypeResolveFn<'CreateApiKeyPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'TooManyApiKeys', ParentType, ContextType>;
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

export type DefineAuthenticationLevelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefineAuthenticationLevelPayload'] = ResolversParentTypes['DefineAuthenticationLevelPayload']> = {
  authenticationLevel?: Resolver<ResolversTypes['AuthenticationLevel'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DefineAuthenticationLevelResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefineAuthenticationLevelResult'] = ResolversParentTypes['DefineAuthenticationLevelResult']> = {
  __resolveType: TypeResolveFn<'DefineAuthenticationLevelPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'WrongState', ParentType, ContextType>;
};

export type DestroyedCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DestroyedCount'] = ResolversParentTypes['DestroyedCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EditWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditWebhookPayload'] = ResolversParentTypes['EditWebhookPayload']> = {
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditWebhookResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditWebhookResult'] = ResolversParentTypes['EditWebhookResult']> = {
  __resolveType: TypeResolveFn<'EditWebhookPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound', ParentType, ContextType>;
};

export type EraseMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EraseMemberPayload'] = ResolversParentTypes['EraseMemberPayload']> = {
  erasure?: Resolver<ResolversTypes['Erasure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EraseMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EraseMemberResult'] = ResolversParentTypes['EraseMemberResult']> = {
  __resolveType: TypeResolveFn<'EraseMemberPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type ErasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Erasure'] = ResolversParentTypes['Erasure']> = {
  destroyed?: Resolver<Array<ResolversTypes['DestroyedCount']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  pending?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ErasureReason'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type ErasureConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasureConnection'] = ResolversParentTypes['ErasureConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ErasureEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ErasureEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasureEdge'] = ResolversParentTypes['ErasureEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Erasure'], ParentType, ContextType>;
};

export type FiledPaymentMethodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledPaymentMethod'] = ResolversParentTypes['FiledPaymentMethod']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ForbidOperatorsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForbidOperatorsPayload'] = ResolversParentTypes['ForbidOperatorsPayload']> = {
  operatorsForbidden?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ForbidOperatorsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForbidOperatorsResult'] = ResolversParentTypes['ForbidOperatorsResult']> = {
  __resolveType: TypeResolveFn<'ForbidOperatorsPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed', ParentType, ContextType>;
};

export type GiveConsentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiveConsentPayload'] = ResolversParentTypes['GiveConsentPayload']> = {
  consent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GiveConsentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiveConsentResult'] = ResolversParentTypes['GiveConsentResult']> = {
  __resolveType: TypeResolveFn<'GiveConsentPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed', ParentType, ContextType>;
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

export type HandOverPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HandOverPayload'] = ResolversParentTypes['HandOverPayload']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  merchantSite?: Resolver<ResolversTypes['MerchantSite'], ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HandOverResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HandOverResult'] = ResolversParentTypes['HandOverResult']> = {
  __resolveType: TypeResolveFn<'HandOverPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound', ParentType, ContextType>;
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

export type IssueCredentialCodePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueCredentialCodePayload'] = ResolversParentTypes['IssueCredentialCodePayload']> = {
  credentialCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IssueCredentialCodeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueCredentialCodeResult'] = ResolversParentTypes['IssueCredentialCodeResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'IssueCredentialCodePayload' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
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

export type LogInByOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogInByOrderPayload'] = ResolversParentTypes['LogInByOrderPayload']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LogInByOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogInByOrderResult'] = ResolversParentTypes['LogInByOrderResult']> = {
  __resolveType: TypeResolveFn<'AuthenticationFailed' | 'LogInByOrderPayload' | 'TooManyAttempts', ParentType, ContextType>;
};

export type LogInResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogInResult'] = ResolversParentTypes['LogInResult']> = {
  __resolveType: TypeResolveFn<'AuthenticationFailed' | 'Session' | 'TooManyAttempts', ParentType, ContextType>;
};

export type LogOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogOutPayload'] = ResolversParentTypes['LogOutPayload']> = {
  loggedOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LogOutResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogOutResult'] = ResolversParentTypes['LogOutResult']> = {
  __resolveType: TypeResolveFn<'AuthenticationFailed' | 'LogOutPayload', ParentType, ContextType>;
};

export type LoginNameTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginNameTaken'] = ResolversParentTypes['LoginNameTaken']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MailMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MailMessage'] = ResolversParentTypes['MailMessage']> = {
  attemptCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MessageKind'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastFault?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MessageStatus'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MailMessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MailMessageConnection'] = ResolversParentTypes['MailMessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MailMessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MailMessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MailMessageEdge'] = ResolversParentTypes['MailMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MailMessage'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  authenticationLevel?: Resolver<Maybe<ResolversTypes['AuthenticationLevel']>, ParentType, ContextType>;
  gln?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groupName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  guest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MemberKind'], ParentType, ContextType>;
  memberNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  merchantSites?: Resolver<ResolversTypes['MerchantSiteConnection'], ParentType, ContextType, RequireFields<MemberMerchantSitesArgs, 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  personal?: Resolver<Maybe<ResolversTypes['PersonalDetails']>, ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  settlementAgent?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MemberStatus'], ParentType, ContextType>;
};

export type MemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MemberEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type MerchantSiteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MerchantSite'] = ResolversParentTypes['MerchantSite']> = {
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initiateLoginUri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  merchant?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redirectUris?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MerchantSiteStatus'], ParentType, ContextType>;
};

export type MerchantSiteConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MerchantSiteConnection'] = ResolversParentTypes['MerchantSiteConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MerchantSiteEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MerchantSiteEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MerchantSiteEdge'] = ResolversParentTypes['MerchantSiteEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MerchantSite'], ParentType, ContextType>;
};

export type MessageAttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageAttempt'] = ResolversParentTypes['MessageAttempt']> = {
  answer?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessageChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageChoice'] = ResolversParentTypes['MessageChoice']> = {
  channels?: Resolver<Array<ResolversTypes['MessageChannel']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MessageKind'], ParentType, ContextType>;
};

export type MessagePreferencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessagePreferences'] = ResolversParentTypes['MessagePreferences']> = {
  choices?: Resolver<Array<ResolversTypes['MessageChoice']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessagePreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessagePreview'] = ResolversParentTypes['MessagePreview']> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageTemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageTemplate'] = ResolversParentTypes['MessageTemplate']> = {
  kind?: Resolver<ResolversTypes['MessageKind'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  mailedByDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  _endSession?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<Mutation_EndSessionArgs, 'id'>>;
  _signIn?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<Mutation_SignInArgs, 'request'>>;
  actFor?: Resolver<ResolversTypes['ActForResult'], ParentType, ContextType, RequireFields<MutationActForArgs, 'input'>>;
  applyForMembership?: Resolver<ResolversTypes['ApplyForMembershipResult'], ParentType, ContextType, RequireFields<MutationApplyForMembershipArgs, 'input'>>;
  approveMember?: Resolver<ResolversTypes['ApproveMemberResult'], ParentType, ContextType, RequireFields<MutationApproveMemberArgs, 'input'>>;
  approveMerchantSite?: Resolver<ResolversTypes['ApproveMerchantSiteResult'], ParentType, ContextType, RequireFields<MutationApproveMerchantSiteArgs, 'input'>>;
  assignAuthenticationLevel?: Resolver<ResolversTypes['AssignAuthenticationLevelResult'], ParentType, ContextType, RequireFields<MutationAssignAuthenticationLevelArgs, 'input'>>;
  createApiKey?: Resolver<ResolversTypes['CreateApiKeyResult'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  defineAuthenticationLevel?: Resolver<ResolversTypes['DefineAuthenticationLevelResult'], ParentType, ContextType, RequireFields<MutationDefineAuthenticationLevelArgs, 'input'>>;
  editWebhook?: Resolver<ResolversTypes['EditWebhookResult'], ParentType, ContextType, RequireFields<MutationEditWebhookArgs, 'input'>>;
  eraseMember?: Resolver<ResolversTypes['EraseMemberResult'], ParentType, ContextType, RequireFields<MutationEraseMemberArgs, 'input'>>;
  forbidOperators?: Resolver<ResolversTypes['ForbidOperatorsResult'], ParentType, ContextType, RequireFields<MutationForbidOperatorsArgs, 'input'>>;
  giveConsent?: Resolver<ResolversTypes['GiveConsentResult'], ParentType, ContextType, RequireFields<MutationGiveConsentArgs, 'input'>>;
  handOver?: Resolver<ResolversTypes['HandOverResult'], ParentType, ContextType, RequireFields<MutationHandOverArgs, 'input'>>;
  issueCredentialCode?: Resolver<ResolversTypes['IssueCredentialCodeResult'], ParentType, ContextType, RequireFields<MutationIssueCredentialCodeArgs, 'input'>>;
  logIn?: Resolver<ResolversTypes['LogInResult'], ParentType, ContextType, RequireFields<MutationLogInArgs, 'input'>>;
  logInByOrder?: Resolver<ResolversTypes['LogInByOrderResult'], ParentType, ContextType, RequireFields<MutationLogInByOrderArgs, 'input'>>;
  logOut?: Resolver<ResolversTypes['LogOutResult'], ParentType, ContextType, RequireFields<MutationLogOutArgs, 'input'>>;
  redeemCredentialCode?: Resolver<ResolversTypes['RedeemCredentialCodeResult'], ParentType, ContextType, RequireFields<MutationRedeemCredentialCodeArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionResult'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  registerGuest?: Resolver<ResolversTypes['RegisterGuestResult'], ParentType, ContextType, RequireFields<MutationRegisterGuestArgs, 'input'>>;
  registerMember?: Resolver<ResolversTypes['RegisterMemberResult'], ParentType, ContextType, RequireFields<MutationRegisterMemberArgs, 'input'>>;
  registerMerchantSite?: Resolver<ResolversTypes['RegisterMerchantSiteResult'], ParentType, ContextType, RequireFields<MutationRegisterMerchantSiteArgs, 'input'>>;
  registerWebhook?: Resolver<ResolversTypes['RegisterWebhookResult'], ParentType, ContextType, RequireFields<MutationRegisterWebhookArgs, 'input'>>;
  rejectMember?: Resolver<ResolversTypes['RejectMemberResult'], ParentType, ContextType, RequireFields<MutationRejectMemberArgs, 'input'>>;
  removeWebhook?: Resolver<ResolversTypes['RemoveWebhookResult'], ParentType, ContextType, RequireFields<MutationRemoveWebhookArgs, 'input'>>;
  replayWebhookMessages?: Resolver<ResolversTypes['ReplayWebhookMessagesResult'], ParentType, ContextType, RequireFields<MutationReplayWebhookMessagesArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyResult'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  revokeConsent?: Resolver<ResolversTypes['RevokeConsentResult'], ParentType, ContextType, RequireFields<MutationRevokeConsentArgs, 'input'>>;
  revokeMerchantSite?: Resolver<ResolversTypes['RevokeMerchantSiteResult'], ParentType, ContextType, RequireFields<MutationRevokeMerchantSiteArgs, 'input'>>;
  rotateWebhookSecret?: Resolver<ResolversTypes['RotateWebhookSecretResult'], ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'input'>>;
  sendTestWebhook?: Resolver<ResolversTypes['SendTestWebhookResult'], ParentType, ContextType, RequireFields<MutationSendTestWebhookArgs, 'input'>>;
  setMessagePreferences?: Resolver<ResolversTypes['SetMessagePreferencesResult'], ParentType, ContextType, RequireFields<MutationSetMessagePreferencesArgs, 'input'>>;
  takePartMeanwhile?: Resolver<ResolversTypes['TakePartMeanwhileResult'], ParentType, ContextType, RequireFields<MutationTakePartMeanwhileArgs, 'input'>>;
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

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type PersonalDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalDetails'] = ResolversParentTypes['PersonalDetails']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  fax?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paymentMethods?: Resolver<Maybe<Array<ResolversTypes['FiledPaymentMethod']>>, ParentType, ContextType>;
  telephone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  _apiKey?: Resolver<Maybe<ResolversTypes['ApiKeyHolder']>, ParentType, ContextType, RequireFields<Query_ApiKeyArgs, 'handle' | 'hash'>>;
  _endedSessions?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType, RequireFields<Query_EndedSessionsArgs, 'since'>>;
  _session?: Resolver<Maybe<ResolversTypes['SessionHolder']>, ParentType, ContextType, RequireFields<Query_SessionArgs, 'id'>>;
  applications?: Resolver<ResolversTypes['ApplicationConnection'], ParentType, ContextType, RequireFields<QueryApplicationsArgs, 'first'>>;
  authenticationLevels?: Resolver<Array<ResolversTypes['AuthenticationLevel']>, ParentType, ContextType>;
  erasures?: Resolver<ResolversTypes['ErasureConnection'], ParentType, ContextType, RequireFields<QueryErasuresArgs, 'first'>>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType, Partial<QueryMemberArgs>>;
  members?: Resolver<ResolversTypes['MemberConnection'], ParentType, ContextType, RequireFields<QueryMembersArgs, 'first'>>;
  merchantSites?: Resolver<ResolversTypes['MerchantSiteConnection'], ParentType, ContextType, RequireFields<QueryMerchantSitesArgs, 'first'>>;
  messageTemplates?: Resolver<Array<ResolversTypes['MessageTemplate']>, ParentType, ContextType>;
  previewMessage?: Resolver<Maybe<ResolversTypes['MessagePreview']>, ParentType, ContextType, RequireFields<QueryPreviewMessageArgs, 'kind' | 'language'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type RedeemCredentialCodePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeemCredentialCodePayload'] = ResolversParentTypes['RedeemCredentialCodePayload']> = {
  redeemed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RedeemCredentialCodeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeemCredentialCodeResult'] = ResolversParentTypes['RedeemCredentialCodeResult']> = {
  __resolveType: TypeResolveFn<'AuthenticationFailed' | 'IdempotencyConflict' | 'InvalidInput' | 'LoginNameTaken' | 'RedeemCredentialCodePayload', ParentType, ContextType>;
};

export type RefreshSessionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionResult'] = ResolversParentTypes['RefreshSessionResult']> = {
  __resolveType: TypeResolveFn<'AuthenticationFailed' | 'Session', ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType: TypeResolveFn<'AuthenticationFailed' | 'GuestLimit' | 'IdempotencyConflict' | 'InvalidInput' | 'LevelExceeded' | 'LoginNameTaken' | 'NotAllowed' | 'NotFound' | 'TooManyApiKeys' | 'TooManyAttempts' | 'TooManyWebhooks' | 'WrongState', ParentType, ContextType>;
};

export type RegisterGuestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterGuestPayload'] = ResolversParentTypes['RegisterGuestPayload']> = {
  loginName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterGuestResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterGuestResult'] = ResolversParentTypes['RegisterGuestResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'RegisterGuestPayload', ParentType, ContextType>;
};

export type RegisterMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterMemberPayload'] = ResolversParentTypes['RegisterMemberPayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterMemberResult'] = ResolversParentTypes['RegisterMemberResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'LoginNameTaken' | 'RegisterMemberPayload', ParentType, ContextType>;
};

export type RegisterMerchantSitePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterMerchantSitePayload'] = ResolversParentTypes['RegisterMerchantSitePayload']> = {
  merchantSite?: Resolver<ResolversTypes['MerchantSite'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterMerchantSiteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterMerchantSiteResult'] = ResolversParentTypes['RegisterMerchantSiteResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'RegisterMerchantSitePayload', ParentType, ContextType>;
};

export type RegisterWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterWebhookPayload'] = ResolversParentTypes['RegisterWebhookPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterWebhookResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterWebhookResult'] = ResolversParentTypes['RegisterWebhookResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'RegisterWebhookPayload' | 'TooManyWebhooks', ParentType, ContextType>;
};

export type RejectMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectMemberPayload'] = ResolversParentTypes['RejectMemberPayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RejectMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectMemberResult'] = ResolversParentTypes['RejectMemberResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RejectMemberPayload' | 'WrongState', ParentType, ContextType>;
};

export type RemoveWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveWebhookPayload'] = ResolversParentTypes['RemoveWebhookPayload']> = {
  webhookId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveWebhookResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveWebhookResult'] = ResolversParentTypes['RemoveWebhookResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RemoveWebhookPayload', ParentType, ContextType>;
};

export type ReplayWebhookMessagesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayWebhookMessagesPayload'] = ResolversParentTypes['ReplayWebhookMessagesPayload']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReplayWebhookMessagesResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayWebhookMessagesResult'] = ResolversParentTypes['ReplayWebhookMessagesResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'ReplayWebhookMessagesPayload' | 'WrongState', ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeyResult'] = ResolversParentTypes['RevokeApiKeyResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RevokeApiKeyPayload', ParentType, ContextType>;
};

export type RevokeConsentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeConsentPayload'] = ResolversParentTypes['RevokeConsentPayload']> = {
  consent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeConsentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeConsentResult'] = ResolversParentTypes['RevokeConsentResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RevokeConsentPayload', ParentType, ContextType>;
};

export type RevokeMerchantSitePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeMerchantSitePayload'] = ResolversParentTypes['RevokeMerchantSitePayload']> = {
  merchantSite?: Resolver<ResolversTypes['MerchantSite'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeMerchantSiteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeMerchantSiteResult'] = ResolversParentTypes['RevokeMerchantSiteResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RevokeMerchantSitePayload', ParentType, ContextType>;
};

export type RotateWebhookSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateWebhookSecretPayload'] = ResolversParentTypes['RotateWebhookSecretPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RotateWebhookSecretResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateWebhookSecretResult'] = ResolversParentTypes['RotateWebhookSecretResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RotateWebhookSecretPayload', ParentType, ContextType>;
};

export type SendTestWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendTestWebhookPayload'] = ResolversParentTypes['SendTestWebhookPayload']> = {
  webhookMessage?: Resolver<ResolversTypes['WebhookMessage'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SendTestWebhookResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendTestWebhookResult'] = ResolversParentTypes['SendTestWebhookResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'SendTestWebhookPayload' | 'WrongState', ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionHolderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionHolder'] = ResolversParentTypes['SessionHolder']> = {
  memberId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type SetMessagePreferencesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetMessagePreferencesPayload'] = ResolversParentTypes['SetMessagePreferencesPayload']> = {
  messagePreferences?: Resolver<ResolversTypes['MessagePreferences'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetMessagePreferencesResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetMessagePreferencesResult'] = ResolversParentTypes['SetMessagePreferencesResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'SetMessagePreferencesPayload', ParentType, ContextType>;
};

export type TakePartMeanwhilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TakePartMeanwhilePayload'] = ResolversParentTypes['TakePartMeanwhilePayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TakePartMeanwhileResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TakePartMeanwhileResult'] = ResolversParentTypes['TakePartMeanwhileResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'TakePartMeanwhilePayload' | 'WrongState', ParentType, ContextType>;
};

export type TooManyApiKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyApiKeys'] = ResolversParentTypes['TooManyApiKeys']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooManyAttemptsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyAttempts'] = ResolversParentTypes['TooManyAttempts']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooManyWebhooksResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyWebhooks'] = ResolversParentTypes['TooManyWebhooks']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actsOnBehalf?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, RequireFields<ViewerActsOnBehalfArgs, 'first'>>;
  apiKeys?: Resolver<ResolversTypes['ApiKeyConnection'], ParentType, ContextType, RequireFields<ViewerApiKeysArgs, 'first'>>;
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  consents?: Resolver<ResolversTypes['ConsentConnection'], ParentType, ContextType, RequireFields<ViewerConsentsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  merchantSites?: Resolver<ResolversTypes['MerchantSiteConnection'], ParentType, ContextType, RequireFields<ViewerMerchantSitesArgs, 'first'>>;
  messagePreferences?: Resolver<ResolversTypes['MessagePreferences'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MailMessageConnection'], ParentType, ContextType, RequireFields<ViewerMessagesArgs, 'first'>>;
  operatorsForbidden?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  personalReadings?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, RequireFields<ViewerPersonalReadingsArgs, 'first'>>;
  webhooks?: Resolver<ResolversTypes['WebhookConnection'], ParentType, ContextType, RequireFields<ViewerWebhooksArgs, 'first'>>;
};

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  disabledFor?: Resolver<Maybe<ResolversTypes['WebhookDisabledFor']>, ParentType, ContextType>;
  earlierSecretUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  eventTypes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['WebhookMessageConnection'], ParentType, ContextType, RequireFields<WebhookMessagesArgs, 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ordered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookConnection'] = ResolversParentTypes['WebhookConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEdge'] = ResolversParentTypes['WebhookEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type WebhookMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookMessage'] = ResolversParentTypes['WebhookMessage']> = {
  attemptCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['MessageAttempt']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastFault?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  queuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MessageStatus'], ParentType, ContextType>;
};

export type WebhookMessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookMessageConnection'] = ResolversParentTypes['WebhookMessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookMessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookMessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookMessageEdge'] = ResolversParentTypes['WebhookMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookMessage'], ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ActForPayload?: ActForPayloadResolvers<ContextType>;
  ActForResult?: ActForResultResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ApiKeyHolder?: ApiKeyHolderResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  ApplicationConnection?: ApplicationConnectionResolvers<ContextType>;
  ApplicationEdge?: ApplicationEdgeResolvers<ContextType>;
  ApplyForMembershipPayload?: ApplyForMembershipPayloadResolvers<ContextType>;
  ApplyForMembershipResult?: ApplyForMembershipResultResolvers<ContextType>;
  ApproveMemberPayload?: ApproveMemberPayloadResolvers<ContextType>;
  ApproveMemberResult?: ApproveMemberResultResolvers<ContextType>;
  ApproveMerchantSitePayload?: ApproveMerchantSitePayloadResolvers<ContextType>;
  ApproveMerchantSiteResult?: ApproveMerchantSiteResultResolvers<ContextType>;
  AssignAuthenticationLevelPayload?: AssignAuthenticationLevelPayloadResolvers<ContextType>;
  AssignAuthenticationLevelResult?: AssignAuthenticationLevelResultResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  AuthenticationFailed?: AuthenticationFailedResolvers<ContextType>;
  AuthenticationLevel?: AuthenticationLevelResolvers<ContextType>;
  AuthenticationLevelVersion?: AuthenticationLevelVersionResolvers<ContextType>;
  AuthenticationLevelVersionConnection?: AuthenticationLevelVersionConnectionResolvers<ContextType>;
  AuthenticationLevelVersionEdge?: AuthenticationLevelVersionEdgeResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  ConsentConnection?: ConsentConnectionResolvers<ContextType>;
  ConsentEdge?: ConsentEdgeResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CreateApiKeyResult?: CreateApiKeyResultResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DefineAuthenticationLevelPayload?: DefineAuthenticationLevelPayloadResolvers<ContextType>;
  DefineAuthenticationLevelResult?: DefineAuthenticationLevelResultResolvers<ContextType>;
  DestroyedCount?: DestroyedCountResolvers<ContextType>;
  EditWebhookPayload?: EditWebhookPayloadResolvers<ContextType>;
  EditWebhookResult?: EditWebhookResultResolvers<ContextType>;
  EraseMemberPayload?: EraseMemberPayloadResolvers<ContextType>;
  EraseMemberResult?: EraseMemberResultResolvers<ContextType>;
  Erasure?: ErasureResolvers<ContextType>;
  ErasureConnection?: ErasureConnectionResolvers<ContextType>;
  ErasureEdge?: ErasureEdgeResolvers<ContextType>;
  FiledPaymentMethod?: FiledPaymentMethodResolvers<ContextType>;
  ForbidOperatorsPayload?: ForbidOperatorsPayloadResolvers<ContextType>;
  ForbidOperatorsResult?: ForbidOperatorsResultResolvers<ContextType>;
  GiveConsentPayload?: GiveConsentPayloadResolvers<ContextType>;
  GiveConsentResult?: GiveConsentResultResolvers<ContextType>;
  GuestLimit?: GuestLimitResolvers<ContextType>;
  HandOverPayload?: HandOverPayloadResolvers<ContextType>;
  HandOverResult?: HandOverResultResolvers<ContextType>;
  IdempotencyConflict?: IdempotencyConflictResolvers<ContextType>;
  InputFault?: InputFaultResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  IssueCredentialCodePayload?: IssueCredentialCodePayloadResolvers<ContextType>;
  IssueCredentialCodeResult?: IssueCredentialCodeResultResolvers<ContextType>;
  LevelExceeded?: LevelExceededResolvers<ContextType>;
  LogInByOrderPayload?: LogInByOrderPayloadResolvers<ContextType>;
  LogInByOrderResult?: LogInByOrderResultResolvers<ContextType>;
  LogInResult?: LogInResultResolvers<ContextType>;
  LogOutPayload?: LogOutPayloadResolvers<ContextType>;
  LogOutResult?: LogOutResultResolvers<ContextType>;
  LoginNameTaken?: LoginNameTakenResolvers<ContextType>;
  MailMessage?: MailMessageResolvers<ContextType>;
  MailMessageConnection?: MailMessageConnectionResolvers<ContextType>;
  MailMessageEdge?: MailMessageEdgeResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  MerchantSite?: MerchantSiteResolvers<ContextType>;
  MerchantSiteConnection?: MerchantSiteConnectionResolvers<ContextType>;
  MerchantSiteEdge?: MerchantSiteEdgeResolvers<ContextType>;
  MessageAttempt?: MessageAttemptResolvers<ContextType>;
  MessageChoice?: MessageChoiceResolvers<ContextType>;
  MessagePreferences?: MessagePreferencesResolvers<ContextType>;
  MessagePreview?: MessagePreviewResolvers<ContextType>;
  MessageTemplate?: MessageTemplateResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotAllowed?: NotAllowedResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersonalDetails?: PersonalDetailsResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RedeemCredentialCodePayload?: RedeemCredentialCodePayloadResolvers<ContextType>;
  RedeemCredentialCodeResult?: RedeemCredentialCodeResultResolvers<ContextType>;
  RefreshSessionResult?: RefreshSessionResultResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RegisterGuestPayload?: RegisterGuestPayloadResolvers<ContextType>;
  RegisterGuestResult?: RegisterGuestResultResolvers<ContextType>;
  RegisterMemberPayload?: RegisterMemberPayloadResolvers<ContextType>;
  RegisterMemberResult?: RegisterMemberResultResolvers<ContextType>;
  RegisterMerchantSitePayload?: RegisterMerchantSitePayloadResolvers<ContextType>;
  RegisterMerchantSiteResult?: RegisterMerchantSiteResultResolvers<ContextType>;
  RegisterWebhookPayload?: RegisterWebhookPayloadResolvers<ContextType>;
  RegisterWebhookResult?: RegisterWebhookResultResolvers<ContextType>;
  RejectMemberPayload?: RejectMemberPayloadResolvers<ContextType>;
  RejectMemberResult?: RejectMemberResultResolvers<ContextType>;
  RemoveWebhookPayload?: RemoveWebhookPayloadResolvers<ContextType>;
  RemoveWebhookResult?: RemoveWebhookResultResolvers<ContextType>;
  ReplayWebhookMessagesPayload?: ReplayWebhookMessagesPayloadResolvers<ContextType>;
  ReplayWebhookMessagesResult?: ReplayWebhookMessagesResultResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  RevokeApiKeyResult?: RevokeApiKeyResultResolvers<ContextType>;
  RevokeConsentPayload?: RevokeConsentPayloadResolvers<ContextType>;
  RevokeConsentResult?: RevokeConsentResultResolvers<ContextType>;
  RevokeMerchantSitePayload?: RevokeMerchantSitePayloadResolvers<ContextType>;
  RevokeMerchantSiteResult?: RevokeMerchantSiteResultResolvers<ContextType>;
  RotateWebhookSecretPayload?: RotateWebhookSecretPayloadResolvers<ContextType>;
  RotateWebhookSecretResult?: RotateWebhookSecretResultResolvers<ContextType>;
  SendTestWebhookPayload?: SendTestWebhookPayloadResolvers<ContextType>;
  SendTestWebhookResult?: SendTestWebhookResultResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionHolder?: SessionHolderResolvers<ContextType>;
  SetMessagePreferencesPayload?: SetMessagePreferencesPayloadResolvers<ContextType>;
  SetMessagePreferencesResult?: SetMessagePreferencesResultResolvers<ContextType>;
  TakePartMeanwhilePayload?: TakePartMeanwhilePayloadResolvers<ContextType>;
  TakePartMeanwhileResult?: TakePartMeanwhileResultResolvers<ContextType>;
  TooManyApiKeys?: TooManyApiKeysResolvers<ContextType>;
  TooManyAttempts?: TooManyAttemptsResolvers<ContextType>;
  TooManyWebhooks?: TooManyWebhooksResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookConnection?: WebhookConnectionResolvers<ContextType>;
  WebhookEdge?: WebhookEdgeResolvers<ContextType>;
  WebhookMessage?: WebhookMessageResolvers<ContextType>;
  WebhookMessageConnection?: WebhookMessageConnectionResolvers<ContextType>;
  WebhookMessageEdge?: WebhookMessageEdgeResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

