/** The life of an obligation: which state may follow which. */
export const obligationStates = {
  /** Owed. A NET one waits for its window to close, a GROSS one for its agent's report. */
  OPEN: ['IN_WINDOW', 'SETTLED', 'ADVANCED', 'REVERSED'],
  /** Its window settles it, or is aborted and lets it go: the next window takes it. */
  IN_WINDOW: ['SETTLED', 'OPEN'],
  /** Its creditor was paid early; the claim is another obligation's now, with which it is settled, or it comes back (B19). */
  ADVANCED: ['SETTLED', 'OPEN'],
  SETTLED: [],
  REVERSED: [],
} as const satisfies Record<string, readonly string[]>

/** The life of a settlement window. It is on record from its closing on. One of which something was paid is finished, not aborted. */
export const windowStates = {
  OPEN: ['CLOSED'],
  CLOSED: ['SETTLING', 'SETTLED', 'ABORTED'],
  SETTLING: ['SETTLED', 'ABORTED'],
  SETTLED: [],
  ABORTED: [],
} as const satisfies Record<string, readonly string[]>

/** The life of an instruction to a settlement agent. */
export const instructionStates = {
  QUEUED: ['SENT', 'SETTLED', 'FAILED', 'CANCELLED'],
  SENT: ['SENT', 'SETTLED', 'FAILED', 'CANCELLED'],
  /** The agent may try again, and report as often as it does. */
  FAILED: ['SETTLED', 'FAILED', 'CANCELLED'],
  SETTLED: [],
  /** Its window was aborted: it is not to be paid. */
  CANCELLED: [],
} as const satisfies Record<string, readonly string[]>

export type ObligationStatus = keyof typeof obligationStates
export type SettlementWindowStatus = keyof typeof windowStates
export type InstructionStatus = keyof typeof instructionStates

/** Whether the one state may follow the other. */
export function mayFollow<S extends string>(
  table: Readonly<Record<S, readonly string[]>>,
  before: S,
  after: S,
): boolean {
  return table[before].includes(after)
}

/** Throws when a state may not follow: a defect of ours, for refusals are found before. */
export function assertMayFollow<S extends string>(
  table: Readonly<Record<S, readonly string[]>>,
  what: string,
  before: S,
  after: S,
): void {
  if (!mayFollow(table, before, after)) throw new Error(`${what} is ${before} and cannot become ${after}.`)
}
