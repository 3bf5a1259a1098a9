import { hasValidGs1Digit } from '@torihiki/shared/check-digits.ts'
import { form } from '@torihiki/shared/parse-input.ts'
import { currencyDigits } from '@torihiki/shared/currencies.ts'
import { lineAmount, maxMinorUnits, type Money } from '@torihiki/shared/money.ts'
import { refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { z } from 'zod'
import { windowFaults, windowForm } from './order-terms.ts'

/** How many lines an order may have. */
export const mostLines = 500

/** A line as a client sends it: quantity and unit price are decimal strings, parsed by `priceLines`. */
export const lineForm = z.object({
  description: form.text(500),
  quantity: z.string(),
  unit: z.string().regex(/^[A-Z0-9]{2,3}$/, 'It must be a code of UN/ECE Recommendation 20, such as C62 or KGM'),
  unitPrice: z.string(),
  sellerItemId: form.optional(form.text(100)),
  gtin: form.optional(
    z
      .string()
      .refine(
        (text) => /^(\d{8}|\d{12,14})$/.test(text) && hasValidGs1Digit(text),
        'It is not a GTIN: 8, 12, 13 or 14 digits, the last of which is their check digit',
      ),
  ),
  ...windowForm,
})

/** All lines of an order: 1 to `mostLines`. */
export const linesForm = z
  .array(lineForm)
  .min(1, 'An order has at least one line')
  .max(mostLines, `An order has at most ${mostLines} lines`)

/** A line as it is kept: decimals as text, the amount in minor units as text. */
export type OrderLine = {
  description: string
  quantity: string
  unit: string
  unitPrice: string
  amountMinor: string
  sellerItemId?: string | null
  gtin?: string | null
  deliverFrom?: string | null
  deliverBy?: string | null
}

/** The lines with their amounts (rounded half-up each) and the sum. Refuses with every fault at once. */
export function priceLines(
  lines: z.infer<typeof linesForm>,
  currency: string,
): { lines: OrderLine[]; total: Money } | Refusal {
  if (currencyDigits(currency) === null)
    return refuseInput([
      {
        path: 'currency',
        message: `${JSON.stringify(currency)} is not a currency code of ISO 4217 that the hub knows.`,
      },
    ])
  const faults: { path: string; message: string }[] = []
  const priced = lines.map((line, i) => {
    const amount = lineAmount(line.quantity, line.unitPrice, currency)
    if ('fault' in amount) faults.push({ path: `lines.${i}`, message: amount.fault })
    faults.push(...windowFaults(line, `lines.${i}.`))
    return { ...line, amountMinor: 'fault' in amount ? '0' : amount.minor.toString() }
  })
  const total = priced.reduce((sum, line) => sum + BigInt(line.amountMinor), 0n)
  if (faults.length === 0 && total <= 0n) faults.push({ path: 'lines', message: 'The total must be above zero.' })
  if (total > maxMinorUnits) faults.push({ path: 'lines', message: 'The total is more than the hub takes.' })
  return faults.length > 0 ? refuseInput(faults) : { lines: priced, total: { minor: total, currency } }
}
