import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'

export const instructionForm = z.object({
  instructionId: z.string().min(1),
  kind: z.enum(['PAY_IN', 'PAY_OUT', 'TRANSFER']),
  payerId: z.string(),
  payeeId: z.string(),
  amountMinor: z.string().regex(/^[1-9]\d*$/),
  currency: z.string().length(3),
  windowId: z.string().nullable(),
  transactionNumber: z.string().optional(),
})

/** An instruction as the hub sends it. */
export type Instruction = z.infer<typeof instructionForm>
export const cancellationForm = z.object({
  instructionId: z.string().min(1),
  windowId: z.string().min(1),
  reason: z.string(),
})

/** A line of the agent's book: what it paid, whether it told the hub, and whether it gave the money back, for the instruction was cancelled. */
export type BookEntry = Instruction & { reference: string; reported: boolean; cancelled: boolean }

/** AUTO reports what is taken at once; MANUAL keeps it until it is released. */
export type Mode = 'auto' | 'manual'

/** The agent's own book. An instruction stands in it once, however often it is sent. */
export class AgentBook {
  readonly #entries = new Map<string, BookEntry>()
  readonly #released = new Set<string>()
  /** What is not to be paid; also of instructions that have not come yet. */
  readonly #cancelled = new Set<string>()
  mode: Mode = 'auto'

  /** Pays an instruction, once. CONFLICT when its id stands in the book with other figures. */
  take(instruction: Instruction): 'TAKEN' | 'KNOWN' | 'CONFLICT' {
    const known = this.#entries.get(instruction.instructionId)
    if (known) {
      const { reference: _reference, reported: _reported, cancelled: _cancelled, ...before } = known
      return isDeepStrictEqual(before, instruction) ? 'KNOWN' : 'CONFLICT'
    }
    const reference = `SA-${String(this.#entries.size + 1).padStart(6, '0')}`
    this.#entries.set(instruction.instructionId, {
      ...instruction,
      reference,
      reported: false,
      cancelled: this.#cancelled.has(instruction.instructionId),
    })
    return 'TAKEN'
  }

  /** Notes that an instruction is not to be paid; what was paid is given back. FINISHED when it was reported as paid before. */
  cancel(instructionId: string): 'CANCELLED' | 'FINISHED' {
    const entry = this.#entries.get(instructionId)
    if (entry?.reported) return 'FINISHED'
    this.#cancelled.add(instructionId)
    if (entry) this.#entries.set(instructionId, { ...entry, cancelled: true })
    return 'CANCELLED'
  }

  /** Lets everything be reported that is in the book by now. */
  release(): void {
    for (const id of this.#entries.keys()) this.#released.add(id)
  }

  /** What the hub is to be told of now. */
  due(): BookEntry[] {
    return this.entries().filter(
      ({ instructionId, reported, cancelled }) =>
        !reported && !cancelled && (this.mode === 'auto' || this.#released.has(instructionId)),
    )
  }

  markReported(instructionId: string): void {
    const entry = this.#entries.get(instructionId)
    if (entry) this.#entries.set(instructionId, { ...entry, reported: true })
  }

  /** All lines, in the order in which they were taken. */
  entries(): BookEntry[] {
    return [...this.#entries.values()]
  }
}
