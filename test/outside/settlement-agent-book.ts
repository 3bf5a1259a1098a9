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
/** A line of the agent's book: what it paid, and whether it told the hub. */
export type BookEntry = Instruction & { reference: string; reported: boolean }

/** AUTO reports what is taken at once; MANUAL keeps it until it is released. */
export type Mode = 'auto' | 'manual'

/** The agent's own book. An instruction stands in it once, however often it is sent. */
export class AgentBook {
  readonly #entries = new Map<string, BookEntry>()
  readonly #released = new Set<string>()
  mode: Mode = 'auto'

  /** Pays an instruction, once. CONFLICT when its id stands in the book with other figures. */
  take(instruction: Instruction): 'TAKEN' | 'KNOWN' | 'CONFLICT' {
    const known = this.#entries.get(instruction.instructionId)
    if (known) {
      const { reference: _reference, reported: _reported, ...before } = known
      return isDeepStrictEqual(before, instruction) ? 'KNOWN' : 'CONFLICT'
    }
    const reference = `SA-${String(this.#entries.size + 1).padStart(6, '0')}`
    this.#entries.set(instruction.instructionId, { ...instruction, reference, reported: false })
    return 'TAKEN'
  }

  /** Lets everything be reported that is in the book by now. */
  release(): void {
    for (const id of this.#entries.keys()) this.#released.add(id)
  }

  /** What the hub is to be told of now. */
  due(): BookEntry[] {
    return this.entries().filter(
      ({ instructionId, reported }) => !reported && (this.mode === 'auto' || this.#released.has(instructionId)),
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
