import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MemberModel, AuthenticationLevelModel } from './models.ts';
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

export type ApproveMemberInput = {
  /** The code of the level it starts with. */
  authenticationLevel?: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  memberId: Scalars['ID']['input'];
};

export type ApproveMemberPayload = {
  __typename?: 'ApproveMemberPayload';
  member: Member;
};

export type ApproveMemberResult = ApproveMemberPayload | IdempotencyConflict | InvalidInput | NotAllowed | NotFound | WrongState;

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

/** A firm or a person registered with the hub. */
export type Member = {
  __typename?: 'Member';
  /** The limits on what it may transact. Null but for the member itself and administrators. */
  authenticationLevel?: Maybe<AuthenticationLevel>;
  /** Global Location Number (GS1), where the member stated one. */
  gln?: Maybe<Scalars['String']['output']>;
  /** The group whose positions are netted together (A9). Null but for the member itself and administrators. */
  groupName?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: MemberKind;
  /** Given at approval, such as `MBR-7K3M-Q2X9-T`, with a check character. Null before. */
  memberNumber?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  registeredAt: Scalars['DateTime']['output'];
  roles: Array<Role>;
  /** The settlement agent taken when a contract names none (A8). Null but for the member itself and administrators. */
  settlementAgent?: Maybe<Member>;
  status: MemberStatus;
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
  /** Approve a provisional member: it becomes ACTIVE and gets its member number. For administrators. */
  approveMember: ApproveMemberResult;
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
  /** Sign in with a login name and a password. Gives a short-lived access token and a refresh token. */
  logIn: LogInResult;
  /** End the session of a refresh token. */
  logOut: LogOutResult;
  /** Trade a refresh token for a new session. Each refresh token works once; a second use ends all its sessions. */
  refreshSession: RefreshSessionResult;
  /** Apply for membership (B1, A6). The member is PROVISIONAL until an administrator approves it. */
  registerMember: RegisterMemberResult;
  /** Reject a provisional member. For administrators. */
  rejectMember: RejectMemberResult;
  /**
   * Revoke an API key, for its owner and administrators. It is refused at once, and all live connections of its member are ended with 4403:
   * clients with other keys and tokens connect again.
   */
  revokeApiKey: RevokeApiKeyResult;
};


export type MutationApproveMemberArgs = {
  input: ApproveMemberInput;
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


export type MutationLogInArgs = {
  input: LogInInput;
};


export type MutationLogOutArgs = {
  input: LogOutInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRegisterMemberArgs = {
  input: RegisterMemberInput;
};


export type MutationRejectMemberArgs = {
  input: RejectMemberInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
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

export type Query = {
  __typename?: 'Query';
  /** Who holds an API key, by its handle and its SHA-256. The gateway asks it for itself; no client can. */
  _apiKey?: Maybe<ApiKeyHolder>;
  /** The authentication levels there are, with their limits (A7). */
  authenticationLevels: Array<AuthenticationLevel>;
  /** A member by its id or by its member number. Null when there is none that you may see. */
  member?: Maybe<Member>;
  /** All members, newest first. For administrators and operators; others get an empty list. */
  members: MemberConnection;
  /** Where a signed-in member starts. Null when nobody is signed in. */
  viewer?: Maybe<Viewer>;
};


export type Query_ApiKeyArgs = {
  handle: Scalars['String']['input'];
  hash: Scalars['String']['input'];
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

export type RegisterMemberInput = {
  /** A Global Location Number of GS1: 13 digits, the last one its check digit. */
  gln?: InputMaybe<Scalars['String']['input']>;
  /** The group to net with, if any. */
  groupName?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  kind?: MemberKind;
  /** What the member signs in with; 3 to 64 of a–z, 0–9, dot, hyphen, underscore. */
  loginName: Scalars['String']['input'];
  /** An address for mail, not shown to others. */
  mail: Scalars['String']['input'];
  /** The name of the firm or person, as others see it. */
  name: Scalars['String']['input'];
  /** 12 to 128 characters. Kept only as an argon2id hash. */
  password: Scalars['String']['input'];
  /** BUYER and SELLER may be asked for freely; the other roles are vetted at approval all the same. */
  roles: Array<Role>;
  /** The member id of the settlement agent taken when a contract names none. */
  settlementAgentId?: InputMaybe<Scalars['ID']['input']>;
};

export type RegisterMemberPayload = {
  __typename?: 'RegisterMemberPayload';
  member: Member;
};

export type RegisterMemberResult = IdempotencyConflict | InvalidInput | LoginNameTaken | RegisterMemberPayload;

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

export type RevokeApiKeyInput = {
  apiKeyId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  apiKey: ApiKey;
};

export type RevokeApiKeyResult = IdempotencyConflict | InvalidInput | NotAllowed | NotFound | RevokeApiKeyPayload;

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

/** How a contract's amount is settled: by itself (A8) or netted with others (A9). */
export type SettlementMethod =
  /** Sent to the settlement agent alone, at once when payable. */
  | 'GROSS'
  /** Netted with the other obligations of the window. */
  | 'NET';

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

/** Where a signed-in member starts. */
export type Viewer = {
  __typename?: 'Viewer';
  /** Your API keys, newest first, revoked and expired ones included. Not for API keys: sign in for it. */
  apiKeys: ApiKeyConnection;
  id: Scalars['ID']['output'];
  member: Member;
};


/** Where a signed-in member starts. */
export type ViewerApiKeysArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
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
  ApproveMemberResult:
    | ( Omit<ApproveMemberPayload, 'member'> & { member: _RefType['Member'] } )
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
  LogInResult:
    | ( RefusalModel )
    | ( Omit<Session, 'member'> & { member: _RefType['Member'] } )
    | ( RefusalModel )
  ;
  LogOutResult:
    | ( RefusalModel )
    | ( LogOutPayload )
  ;
  RefreshSessionResult:
    | ( RefusalModel )
    | ( Omit<Session, 'member'> & { member: _RefType['Member'] } )
  ;
  RegisterMemberResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RegisterMemberPayload, 'member'> & { member: _RefType['Member'] } )
  ;
  RejectMemberResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( Omit<RejectMemberPayload, 'member'> & { member: _RefType['Member'] } )
    | ( RefusalModel )
  ;
  RevokeApiKeyResult:
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RefusalModel )
    | ( RevokeApiKeyPayload )
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
  ApiKey: ResolverTypeWrapper<ApiKey>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ApiKeyConnection: ResolverTypeWrapper<ApiKeyConnection>;
  ApiKeyEdge: ResolverTypeWrapper<ApiKeyEdge>;
  ApiKeyHolder: ResolverTypeWrapper<ApiKeyHolder>;
  ApiScope: ApiScope;
  ApproveMemberInput: ApproveMemberInput;
  ApproveMemberPayload: ResolverTypeWrapper<Omit<ApproveMemberPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  ApproveMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApproveMemberResult']>;
  AssignAuthenticationLevelInput: AssignAuthenticationLevelInput;
  AssignAuthenticationLevelPayload: ResolverTypeWrapper<Omit<AssignAuthenticationLevelPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  AssignAuthenticationLevelResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AssignAuthenticationLevelResult']>;
  AuthenticationFailed: ResolverTypeWrapper<RefusalModel>;
  AuthenticationLevel: ResolverTypeWrapper<AuthenticationLevelModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AuthenticationLevelVersion: ResolverTypeWrapper<Omit<AuthenticationLevelVersion, 'changedBy'> & { changedBy: ResolversTypes['Member'] }>;
  AuthenticationLevelVersionConnection: ResolverTypeWrapper<Omit<AuthenticationLevelVersionConnection, 'edges'> & { edges: Array<ResolversTypes['AuthenticationLevelVersionEdge']> }>;
  AuthenticationLevelVersionEdge: ResolverTypeWrapper<Omit<AuthenticationLevelVersionEdge, 'node'> & { node: ResolversTypes['AuthenticationLevelVersion'] }>;
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
  IdempotencyConflict: ResolverTypeWrapper<RefusalModel>;
  InputFault: ResolverTypeWrapper<InputFault>;
  InvalidInput: ResolverTypeWrapper<RefusalModel>;
  LevelExceeded: ResolverTypeWrapper<RefusalModel>;
  LevelOperation: LevelOperation;
  LogInInput: LogInInput;
  LogInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LogInResult']>;
  LogOutInput: LogOutInput;
  LogOutPayload: ResolverTypeWrapper<LogOutPayload>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  LogOutResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LogOutResult']>;
  LoginNameTaken: ResolverTypeWrapper<RefusalModel>;
  Member: ResolverTypeWrapper<MemberModel>;
  MemberConnection: ResolverTypeWrapper<Omit<MemberConnection, 'edges'> & { edges: Array<ResolversTypes['MemberEdge']> }>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node: ResolversTypes['Member'] }>;
  MemberKind: MemberKind;
  MemberStatus: MemberStatus;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotAllowed: ResolverTypeWrapper<RefusalModel>;
  NotFound: ResolverTypeWrapper<RefusalModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefreshSessionResult']>;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  RegisterMemberInput: RegisterMemberInput;
  RegisterMemberPayload: ResolverTypeWrapper<Omit<RegisterMemberPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  RegisterMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterMemberResult']>;
  RejectMemberInput: RejectMemberInput;
  RejectMemberPayload: ResolverTypeWrapper<Omit<RejectMemberPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  RejectMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RejectMemberResult']>;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<RevokeApiKeyPayload>;
  RevokeApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeApiKeyResult']>;
  Role: Role;
  Session: ResolverTypeWrapper<Omit<Session, 'member'> & { member: ResolversTypes['Member'] }>;
  SettlementMethod: SettlementMethod;
  TooManyApiKeys: ResolverTypeWrapper<RefusalModel>;
  TooManyAttempts: ResolverTypeWrapper<RefusalModel>;
  Viewer: ResolverTypeWrapper<Omit<Viewer, 'member'> & { member: ResolversTypes['Member'] }>;
  WrongState: ResolverTypeWrapper<RefusalModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ApiKey: ApiKey;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  ApiKeyConnection: ApiKeyConnection;
  ApiKeyEdge: ApiKeyEdge;
  ApiKeyHolder: ApiKeyHolder;
  ApproveMemberInput: ApproveMemberInput;
  ApproveMemberPayload: Omit<ApproveMemberPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  ApproveMemberResult: ResolversUnionTypes<ResolversParentTypes>['ApproveMemberResult'];
  AssignAuthenticationLevelInput: AssignAuthenticationLevelInput;
  AssignAuthenticationLevelPayload: Omit<AssignAuthenticationLevelPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  AssignAuthenticationLevelResult: ResolversUnionTypes<ResolversParentTypes>['AssignAuthenticationLevelResult'];
  AuthenticationFailed: RefusalModel;
  AuthenticationLevel: AuthenticationLevelModel;
  Int: Scalars['Int']['output'];
  AuthenticationLevelVersion: Omit<AuthenticationLevelVersion, 'changedBy'> & { changedBy: ResolversParentTypes['Member'] };
  AuthenticationLevelVersionConnection: Omit<AuthenticationLevelVersionConnection, 'edges'> & { edges: Array<ResolversParentTypes['AuthenticationLevelVersionEdge']> };
  AuthenticationLevelVersionEdge: Omit<AuthenticationLevelVersionEdge, 'node'> & { node: ResolversParentTypes['AuthenticationLevelVersion'] };
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
  IdempotencyConflict: RefusalModel;
  InputFault: InputFault;
  InvalidInput: RefusalModel;
  LevelExceeded: RefusalModel;
  LogInInput: LogInInput;
  LogInResult: ResolversUnionTypes<ResolversParentTypes>['LogInResult'];
  LogOutInput: LogOutInput;
  LogOutPayload: LogOutPayload;
  Boolean: Scalars['Boolean']['output'];
  LogOutResult: ResolversUnionTypes<ResolversParentTypes>['LogOutResult'];
  LoginNameTaken: RefusalModel;
  Member: MemberModel;
  MemberConnection: Omit<MemberConnection, 'edges'> & { edges: Array<ResolversParentTypes['MemberEdge']> };
  MemberEdge: Omit<MemberEdge, 'node'> & { node: ResolversParentTypes['Member'] };
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  NotAllowed: RefusalModel;
  NotFound: RefusalModel;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionResult: ResolversUnionTypes<ResolversParentTypes>['RefreshSessionResult'];
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  RegisterMemberInput: RegisterMemberInput;
  RegisterMemberPayload: Omit<RegisterMemberPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  RegisterMemberResult: ResolversUnionTypes<ResolversParentTypes>['RegisterMemberResult'];
  RejectMemberInput: RejectMemberInput;
  RejectMemberPayload: Omit<RejectMemberPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  RejectMemberResult: ResolversUnionTypes<ResolversParentTypes>['RejectMemberResult'];
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: RevokeApiKeyPayload;
  RevokeApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokeApiKeyResult'];
  Session: Omit<Session, 'member'> & { member: ResolversParentTypes['Member'] };
  TooManyApiKeys: RefusalModel;
  TooManyAttempts: RefusalModel;
  Viewer: Omit<Viewer, 'member'> & { member: ResolversParentTypes['Member'] } | FederationReferenceTypes['Viewer'];
  WrongState: RefusalModel;
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

export type ApproveMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveMemberPayload'] = ResolversParentTypes['ApproveMemberPayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApproveMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveMemberResult'] = ResolversParentTypes['ApproveMemberResult']> = {
  __resolveType: TypeResolveFn<'ApproveMemberPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type AssignAuthenticationLevelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignAuthenticationLevelPayload'] = ResolversParentTypes['AssignAuthenticationLevelPayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssignAuthenticationLevelResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignAuthenticationLevelResult'] = ResolversParentTypes['AssignAuthenticationLevelResult']> = {
  __resolveType: TypeResolveFn<'AssignAuthenticationLevelPayload' | 'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'WrongState', ParentType, ContextType>;
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

export type MemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  authenticationLevel?: Resolver<Maybe<ResolversTypes['AuthenticationLevel']>, ParentType, ContextType>;
  gln?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groupName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MemberKind'], ParentType, ContextType>;
  memberNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  approveMember?: Resolver<ResolversTypes['ApproveMemberResult'], ParentType, ContextType, RequireFields<MutationApproveMemberArgs, 'input'>>;
  assignAuthenticationLevel?: Resolver<ResolversTypes['AssignAuthenticationLevelResult'], ParentType, ContextType, RequireFields<MutationAssignAuthenticationLevelArgs, 'input'>>;
  createApiKey?: Resolver<ResolversTypes['CreateApiKeyResult'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  defineAuthenticationLevel?: Resolver<ResolversTypes['DefineAuthenticationLevelResult'], ParentType, ContextType, RequireFields<MutationDefineAuthenticationLevelArgs, 'input'>>;
  logIn?: Resolver<ResolversTypes['LogInResult'], ParentType, ContextType, RequireFields<MutationLogInArgs, 'input'>>;
  logOut?: Resolver<ResolversTypes['LogOutResult'], ParentType, ContextType, RequireFields<MutationLogOutArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionResult'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  registerMember?: Resolver<ResolversTypes['RegisterMemberResult'], ParentType, ContextType, RequireFields<MutationRegisterMemberArgs, 'input'>>;
  rejectMember?: Resolver<ResolversTypes['RejectMemberResult'], ParentType, ContextType, RequireFields<MutationRejectMemberArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyResult'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
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

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  _apiKey?: Resolver<Maybe<ResolversTypes['ApiKeyHolder']>, ParentType, ContextType, RequireFields<Query_ApiKeyArgs, 'handle' | 'hash'>>;
  authenticationLevels?: Resolver<Array<ResolversTypes['AuthenticationLevel']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType, Partial<QueryMemberArgs>>;
  members?: Resolver<ResolversTypes['MemberConnection'], ParentType, ContextType, RequireFields<QueryMembersArgs, 'first'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type RefreshSessionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionResult'] = ResolversParentTypes['RefreshSessionResult']> = {
  __resolveType: TypeResolveFn<'AuthenticationFailed' | 'Session', ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType: TypeResolveFn<'AuthenticationFailed' | 'IdempotencyConflict' | 'InvalidInput' | 'LevelExceeded' | 'LoginNameTaken' | 'NotAllowed' | 'NotFound' | 'TooManyApiKeys' | 'TooManyAttempts' | 'WrongState', ParentType, ContextType>;
};

export type RegisterMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterMemberPayload'] = ResolversParentTypes['RegisterMemberPayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterMemberResult'] = ResolversParentTypes['RegisterMemberResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'LoginNameTaken' | 'RegisterMemberPayload', ParentType, ContextType>;
};

export type RejectMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectMemberPayload'] = ResolversParentTypes['RejectMemberPayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RejectMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectMemberResult'] = ResolversParentTypes['RejectMemberResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RejectMemberPayload' | 'WrongState', ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeyResult'] = ResolversParentTypes['RevokeApiKeyResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InvalidInput' | 'NotAllowed' | 'NotFound' | 'RevokeApiKeyPayload', ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  apiKeys?: Resolver<ResolversTypes['ApiKeyConnection'], ParentType, ContextType, RequireFields<ViewerApiKeysArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ApiKeyHolder?: ApiKeyHolderResolvers<ContextType>;
  ApproveMemberPayload?: ApproveMemberPayloadResolvers<ContextType>;
  ApproveMemberResult?: ApproveMemberResultResolvers<ContextType>;
  AssignAuthenticationLevelPayload?: AssignAuthenticationLevelPayloadResolvers<ContextType>;
  AssignAuthenticationLevelResult?: AssignAuthenticationLevelResultResolvers<ContextType>;
  AuthenticationFailed?: AuthenticationFailedResolvers<ContextType>;
  AuthenticationLevel?: AuthenticationLevelResolvers<ContextType>;
  AuthenticationLevelVersion?: AuthenticationLevelVersionResolvers<ContextType>;
  AuthenticationLevelVersionConnection?: AuthenticationLevelVersionConnectionResolvers<ContextType>;
  AuthenticationLevelVersionEdge?: AuthenticationLevelVersionEdgeResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CreateApiKeyResult?: CreateApiKeyResultResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DefineAuthenticationLevelPayload?: DefineAuthenticationLevelPayloadResolvers<ContextType>;
  DefineAuthenticationLevelResult?: DefineAuthenticationLevelResultResolvers<ContextType>;
  IdempotencyConflict?: IdempotencyConflictResolvers<ContextType>;
  InputFault?: InputFaultResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  LevelExceeded?: LevelExceededResolvers<ContextType>;
  LogInResult?: LogInResultResolvers<ContextType>;
  LogOutPayload?: LogOutPayloadResolvers<ContextType>;
  LogOutResult?: LogOutResultResolvers<ContextType>;
  LoginNameTaken?: LoginNameTakenResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotAllowed?: NotAllowedResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefreshSessionResult?: RefreshSessionResultResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RegisterMemberPayload?: RegisterMemberPayloadResolvers<ContextType>;
  RegisterMemberResult?: RegisterMemberResultResolvers<ContextType>;
  RejectMemberPayload?: RejectMemberPayloadResolvers<ContextType>;
  RejectMemberResult?: RejectMemberResultResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  RevokeApiKeyResult?: RevokeApiKeyResultResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  TooManyApiKeys?: TooManyApiKeysResolvers<ContextType>;
  TooManyAttempts?: TooManyAttemptsResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

