/**
 * Every refusal code there is, in order of precedence: when several would apply the first is given.
 * `type` is the GraphQL type that carries it. The manual prints this table; a test provokes each code.
 */
export const refusalCodes = {
  NOT_SIGNED_IN: {
    type: 'NotAllowed',
    meaning: 'The request carries no valid access token and no valid API key.',
    remedy: 'Sign in with logIn and send the access token, or send an API key.',
  },
  INVALID_INPUT: {
    type: 'InvalidInput',
    meaning: 'Fields of the input do not hold what they should.',
    remedy: 'Mend every field listed in faults.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    type: 'IdempotencyConflict',
    meaning: 'The key was used before with another input.',
    remedy: 'Take a new key for a new request.',
  },
  AUTHENTICATION_FAILED: {
    type: 'AuthenticationFailed',
    meaning: 'Login name, password or refresh token is wrong.',
    remedy: 'Check them, or sign in anew.',
  },
  TOO_MANY_ATTEMPTS: {
    type: 'TooManyAttempts',
    meaning: 'Too many failed attempts for this login name.',
    remedy: 'Wait until retryAt.',
  },
  LOGIN_NAME_TAKEN: {
    type: 'LoginNameTaken',
    meaning: 'Somebody signs in with that name already.',
    remedy: 'Choose another login name.',
  },
  TOO_MANY_API_KEYS: {
    type: 'TooManyApiKeys',
    meaning: 'The member has as many API keys as it may have.',
    remedy: 'Revoke one that is not used any more.',
  },
  TOO_MANY_WEBHOOKS: {
    type: 'TooManyWebhooks',
    meaning: 'The member has as many webhooks as it may have.',
    remedy: 'Remove one that is not used any more.',
  },
  NOT_FOUND: {
    type: 'NotFound',
    meaning: 'There is no such thing, or it is not yours to see.',
    remedy: 'Check the id or code.',
  },
  NOT_ALLOWED: {
    type: 'NotAllowed',
    meaning: 'Your roles, your side of the case or the scopes of the API key do not allow this act.',
    remedy: 'Let a party do it that may.',
  },
  MEMBER_NOT_ACTIVE: {
    type: 'NotAllowed',
    meaning: 'The member is not approved yet, or suspended.',
    remedy: 'Wait for approval; a fresh approval takes a moment to reach all parts of the hub.',
  },
  LEVEL_OPERATION: {
    type: 'LevelExceeded',
    meaning: 'The authentication level does not include this operation.',
    remedy: 'Ask an administrator for another level.',
  },
  LEVEL_PARTNER_GROUP: {
    type: 'LevelExceeded',
    meaning: 'The authentication level does not include dealing with members of this group.',
    remedy: 'Deal with a member of a group that it includes, or ask for another level.',
  },
  LEVEL_CURRENCY: {
    type: 'LevelExceeded',
    meaning: 'The authentication level does not include this currency.',
    remedy: 'Use another currency or ask for another level.',
  },
  LEVEL_AMOUNT_PER_TRANSACTION: {
    type: 'LevelExceeded',
    meaning: 'The amount is above the limit per transaction.',
    remedy: 'Stay within limit, or ask for another level.',
  },
  LEVEL_AMOUNT_PER_DAY: {
    type: 'LevelExceeded',
    meaning: 'The amount is above what is left of the limit per day.',
    remedy: 'Stay within left, wait for the next day (UTC), or ask for another level.',
  },
  WRONG_STATE: {
    type: 'WrongState',
    meaning: 'It cannot be done in the present state.',
    remedy: 'Look at state and at allowedActions.',
  },
  STALE_REVISION: {
    type: 'StaleRevision',
    meaning: 'It was edited since the revision that you looked at.',
    remedy: 'Read it again, then edit the present revision.',
  },
  TOO_MANY_INTERESTS: {
    type: 'TooManyInterests',
    meaning: 'The member has as many interests as it may have.',
    remedy: 'Remove one, or widen one that there is.',
  },
  GUEST_LIMIT: {
    type: 'GuestLimit',
    meaning: 'The shop does not take this order from a guest.',
    remedy: 'Stay within the limit that it names, or apply for membership.',
  },
  ITEMS_SHORT: {
    type: 'ItemsShort',
    meaning: 'Less is left of an item than was asked for.',
    remedy: 'Lower the quantity to what is left, then quote again.',
  },
  GUARANTEE_NEEDED: {
    type: 'GuaranteeNeeded',
    meaning: 'Nothing can be frozen with this payment method.',
    remedy: 'Have the payment guaranteed, or reserve it with another payment method.',
  },
  INSUFFICIENT_FUNDS: {
    type: 'InsufficientFunds',
    meaning: 'The amount does not fit into what is available.',
    remedy: 'Lower the amount by shortfall, pay in, or use another payment method.',
  },
  AMOUNT_EXCEEDS_HOLD: {
    type: 'AmountExceedsHold',
    meaning: 'More was accepted than is held.',
    remedy: 'Accept at most held, or reserve the excess first.',
  },
  SETTLEMENT_AGENT_MISSING: {
    type: 'SettlementAgentMissing',
    meaning: 'Neither the contract nor the payer names a settlement agent.',
    remedy: 'Name one in conditions.settlementAgentId.',
  },
  NOTHING_TO_SETTLE: {
    type: 'NothingToSettle',
    meaning: 'No obligation waits in this window.',
    remedy: 'Close it when there is one.',
  },
  SIGNING_KEY_UNUSABLE: {
    type: 'SignatureRefused',
    meaning: 'The key is not one of yours, or it is revoked.',
    remedy: 'Sign by a key that you have registered and not revoked, or submit without a signature.',
  },
  SIGNATURE_INVALID: {
    type: 'SignatureRefused',
    meaning: 'The signature was not made by this key over this message.',
    remedy: 'Sign exactly the bytes that the manual describes.',
  },
  NOT_WELL_FORMED: {
    type: 'UnreadableDocument',
    meaning: 'The document is not well-formed.',
    remedy: 'Send well-formed XML or JSON.',
  },
  TOO_LARGE: {
    type: 'UnreadableDocument',
    meaning: 'The document is larger, deeper or longer than is read.',
    remedy: 'Send a smaller document.',
  },
  NOT_UTF8: { type: 'UnreadableDocument', meaning: 'The document is not UTF-8.', remedy: 'Save it as UTF-8.' },
  FORBIDDEN_XML: {
    type: 'UnreadableDocument',
    meaning: 'The document has a document type declaration or entities.',
    remedy: 'Send it without them.',
  },
  UNSUPPORTED_DOCUMENT: {
    type: 'UnreadableDocument',
    meaning: 'The document is of a kind that is not compared.',
    remedy: 'Send one of the kinds that the manual lists.',
  },
  INVALID_FIELD: {
    type: 'UnreadableDocument',
    meaning: 'A field of the document does not hold what it should.',
    remedy: 'Mend the field at path.',
  },
} as const

export type RefusalCode = keyof typeof refusalCodes
export type RefusalType = (typeof refusalCodes)[RefusalCode]['type']
