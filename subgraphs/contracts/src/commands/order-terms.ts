import { form } from '@torihiki/shared/parse-input.ts'
import { z } from 'zod'

/** The rules of Incoterms 2020 (ICC). */
const incoterms = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const
/** The longest time for payment that terms may give, in days. */
const longestPaymentDays = 3_650

/** When goods are to arrive: not before the one day, not after the other. Either may be left open. */
export const windowForm = { deliverFrom: form.optional(form.day), deliverBy: form.optional(form.day) } as const

/** The terms of an order or of an answer to it. What is not stated is left to the contract's documents. */
export const termsForm = z.object({
  deliveryTerms: form.optional(z.enum(incoterms, 'It must be a rule of Incoterms 2020 such as DAP')),
  deliveryPlace: form.optional(form.text(200)),
  paymentDays: form.optional(
    z.int().min(0, 'It must be 0 or more').max(longestPaymentDays, `It must be ${longestPaymentDays} at most`),
  ),
  governingTermsSha256: form.optional(
    z.string().regex(/^[0-9a-f]{64}$/, 'It must be a SHA-256 as 64 hexadecimal digits, in lower case'),
  ),
  other: form.optional(form.text(2_000)),
})

/** Terms as they are kept. */
export type OrderTerms = z.infer<typeof termsForm>

type DeliveryWindow = { deliverFrom: string | null; deliverBy: string | null }

/** What is wrong with a window: its end comes before its beginning. */
export function windowFaults(
  { deliverFrom, deliverBy }: DeliveryWindow,
  prefix = '',
): { path: string; message: string }[] {
  if (deliverFrom === null || deliverBy === null || deliverFrom <= deliverBy) return []
  return [{ path: `${prefix}deliverBy`, message: `It is before deliverFrom, ${deliverFrom}.` }]
}
