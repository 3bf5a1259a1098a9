import { z } from 'zod'
import { isId } from './ids.ts'
import { parseMoney, type Money } from './money.ts'
import { refuseInput, type Refusal } from './refusals.ts'

/** Parses a mutation's input once, at the edge. Refuses with INVALID_INPUT and every fault at once. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> | Refusal {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  return refuseInput(
    result.error.issues.map((issue) => ({
      path: issue.path.join('.') || 'input',
      message: `${issue.message.replace(/\.?$/, '')}.`,
    })),
  )
}

/** The forms that inputs share. Optional fields may be left out or null. */
export const form = {
  id: z.string().refine(isId, 'It is not an id that you got from us'),
  idempotencyKey: z.string(),
  /** Text for people: trimmed, 1 to `longest` characters. */
  text: (longest: number) =>
    z.string().trim().min(1, 'It must not be empty').max(longest, `It has at most ${longest} characters`),
  optional: <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? null),
  day: z.iso.date('It must be a day such as 2026-11-21'),
  /** Money above zero. */
  money: z.object({ amount: z.string(), currency: z.string() }).transform((value, context): Money => {
    const money = parseMoney(value.amount, value.currency)
    if ('fault' in money) {
      context.addIssue({ code: 'custom', message: money.fault })
      return z.NEVER
    }
    if (money.minor <= 0n) context.addIssue({ code: 'custom', message: 'The amount must be above zero' })
    return money
  }),
} as const
