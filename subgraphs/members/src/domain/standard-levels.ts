/** A level as it is set up at first: limits in minor units per currency. */
export type InitialLevel = {
  code: string
  name: string
  operations: readonly string[]
  maxPerTransaction: Readonly<Record<string, string>>
  maxPerDay: Readonly<Record<string, string>>
}

/** The level of those who take part once as guests (B2). */
export const guestLevelCode = 'GUEST'

/** What a level may allow. */
export const levelOperations = ['REGISTER_CASE', 'SEND_ORDER', 'SUBMIT_CONTRACT', 'RESERVE_PAYMENT'] as const

/** The levels that a new hub starts with (A7). Administrators change them; these are only the beginning. */
export const standardLevels: readonly InitialLevel[] = [
  {
    code: 'STANDARD',
    name: 'Standard',
    operations: levelOperations,
    maxPerTransaction: { JPY: '100000000', EUR: '100000000', USD: '100000000', GBP: '100000000', SEK: '1000000000' },
    maxPerDay: { JPY: '500000000', EUR: '500000000', USD: '500000000', GBP: '500000000', SEK: '5000000000' },
  },
  {
    code: 'TRIAL',
    name: 'Trial: small amounts',
    operations: levelOperations,
    maxPerTransaction: { JPY: '100000', EUR: '100000', USD: '100000', GBP: '100000', SEK: '1000000' },
    maxPerDay: { JPY: '200000', EUR: '200000', USD: '200000', GBP: '200000', SEK: '2000000' },
  },
  {
    code: guestLevelCode,
    name: 'Guests: taking part once',
    operations: levelOperations,
    maxPerTransaction: { JPY: '100000', EUR: '100000', USD: '100000', GBP: '100000', SEK: '1000000' },
    maxPerDay: { JPY: '200000', EUR: '200000', USD: '200000', GBP: '200000', SEK: '2000000' },
  },
  { code: 'READ_ONLY', name: 'Reading only', operations: [], maxPerTransaction: {}, maxPerDay: {} },
]
