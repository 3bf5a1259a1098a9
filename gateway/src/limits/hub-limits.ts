import { plainLimits, type CallerLimits, type Limits } from './caller-limits.ts'

/** What moves money, or says where it goes: more often than this in a minute is no trade. */
const moneyMutationsPerMinute = 600
const moneyMutations = [
  'registerPaymentMethod',
  'depositFunds',
  'setCreditLine',
  'reservePayment',
  'voidReservation',
  'confirmInspection',
  'closeSettlementWindow',
  'setInstructionEndpoint',
  'reportSettlement',
  'requestGuarantee',
  'grantGuarantee',
  'invokeGuarantee',
  'reportGuaranteedPayment',
]

const fieldsPerMinute = {
  ...Object.fromEntries(moneyMutations.map((name) => [`Mutation.${name}`, moneyMutationsPerMinute])),
  // Each costs an argon2id hash; a whole firm may be behind one address. Failures have a limit of their own per login name.
  'Mutation.logIn': 60,
  'Mutation.registerMember': 60,
  'Mutation.registerGuest': 60,
  'Mutation.redeemCredentialCode': 60,
  'Mutation.createApiKey': 60,
  'Mutation.handOver': 60,
  'Mutation.refreshSession': 120,
  // Each leaves a row, of which nobody is the owner: a whole firm may begin to shop from one address, a flood may not.
  'Mutation.openCart': 60,
}

const everybody: Limits = {
  ...plainLimits,
  requestsPerMinute: 6_000,
  costPerMinute: 2_000_000,
  // Making one ready may take 0.2 s: a minute of it is as much as one caller gets.
  newOperationsPerMinute: 240,
  fieldsPerMinute,
}

/** The hub's limits where CLIENT_LIMITS says nothing else. */
export const hubLimits: CallerLimits = {
  everybody,
  notSignedIn: { ...everybody, requestsPerMinute: 1_200, costPerMinute: 400_000, newOperationsPerMinute: 120 },
  members: new Map(),
  clients: new Map(),
}
