import { holdsCardNumber } from '@torihiki/shared/card-number.ts'
import { form } from '@torihiki/shared/parse-input.ts'
import { z } from 'zod'
import type { PersonalDetails } from '../domain/personal.ts'

/** How many payment methods a member file has at most: more than anybody pays with. */
const mostPaymentMethods = 20
const noCardNumber = (text: string): boolean => !holdsCardNumber(text)
const cardNumberSentence =
  'It looks like a card number. Give the token that the vault gave for the card; a number is never taken'

const telephone = z
  .string()
  .regex(/^\+?[0-9][0-9 ()./-]{4,29}$/, 'It must be a telephone number: 5 to 30 digits, spaces and +()./-')

/** The fields of a member file (B1), as forms of an input. The name and the mail address must be there. */
export const personalForm = {
  name: form.text(200),
  mail: z.email('It must be a mail address').max(254),
  address: form.optional(
    z.object({
      street: form.text(200),
      postalCode: form.optional(form.text(20)),
      city: form.text(100),
      region: form.optional(form.text(100)),
      country: z.string().regex(/^[A-Z]{2}$/, 'It must be a country code of ISO 3166-1, such as JP'),
    }),
  ),
  birthDate: form.optional(form.day),
  telephone: form.optional(telephone),
  fax: form.optional(telephone),
  paymentMethods: form.optional(
    z
      .array(
        z.object({
          kind: form.text(40),
          name: form.text(100).refine(noCardNumber, cardNumberSentence),
          reference: form.text(100).refine(noCardNumber, cardNumberSentence),
        }),
      )
      .max(mostPaymentMethods, `At most ${mostPaymentMethods}`),
  ),
} as const

type Given = { readonly [K in keyof typeof personalForm]: z.infer<(typeof personalForm)[K]> }

/** What goes into the personal record, and nothing else of the input. */
export function detailsOf(given: Given): PersonalDetails {
  const { name, mail, address, birthDate, telephone: phone, fax, paymentMethods } = given
  return { name, mail, address, birthDate, telephone: phone, fax, paymentMethods: paymentMethods ?? [] }
}

/** A birth date that lies in the future is nobody's. */
export function birthDateFault(birthDate: string | null, now: Date): { path: string; message: string } | null {
  return birthDate !== null && birthDate > now.toISOString().slice(0, 10)
    ? { path: 'birthDate', message: 'It lies in the future.' }
    : null
}

/** The input without what is personal or secret: its mark under a key of the hub's tells two of them apart, and nobody can read it. */
export function withoutPersonal<I extends Given & { password?: string | null }>(
  input: I,
  markOf: (secret: string) => string,
): object {
  const personal = { ...detailsOf(input), password: input.password ?? null }
  const rest = Object.entries(input).filter(([name]) => !Object.hasOwn(personal, name))
  const plain = JSON.stringify(Object.fromEntries(rest), (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  return { ...(JSON.parse(plain) as object), personal: markOf(JSON.stringify(personal)) }
}
