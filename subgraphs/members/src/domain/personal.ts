/** Where somebody lives or has its seat. */
export type Address = {
  readonly street: string
  readonly postalCode: string | null
  readonly city: string
  readonly region: string | null
  /** ISO 3166-1, two letters. */
  readonly country: string
}

/** A payment method as the member file has it (B1): never a card's number, but what stands for it. */
export type FiledPaymentMethod = { readonly kind: string; readonly name: string; readonly reference: string }

/**
 * What is personal of a member, or of a guest (B1, B2): all of it is sealed under a key of that person's own, and is gone when the key is.
 * The name of a firm that is no guest is not personal: it is kept readable besides, for others deal with it by that name.
 */
export type PersonalDetails = {
  readonly name: string
  readonly mail: string
  readonly address: Address | null
  /** An ISO day. */
  readonly birthDate: string | null
  readonly telephone: string | null
  readonly fax: string | null
  readonly paymentMethods: readonly FiledPaymentMethod[]
}

/** What a member may let a merchant read (B17). */
export const personalFields = ['NAME', 'ADDRESS', 'BIRTH_DATE', 'TELEPHONE', 'FAX', 'MAIL', 'PAYMENT_METHODS'] as const
export type PersonalField = (typeof personalFields)[number]

const fieldNames = {
  NAME: 'name',
  ADDRESS: 'address',
  BIRTH_DATE: 'birthDate',
  TELEPHONE: 'telephone',
  FAX: 'fax',
  MAIL: 'mail',
  PAYMENT_METHODS: 'paymentMethods',
} as const satisfies Record<PersonalField, keyof PersonalDetails>

/** What is shown to somebody who may read these fields: each other one is null. */
export type ShownDetails = { readonly [K in keyof PersonalDetails]: PersonalDetails[K] | null }

/** The fields that may be read, as they are on file; all others are null (B17). */
export function shownOf(details: PersonalDetails, fields: readonly PersonalField[]): ShownDetails {
  const nothing: ShownDetails = {
    name: null,
    mail: null,
    address: null,
    birthDate: null,
    telephone: null,
    fax: null,
    paymentMethods: null,
  }
  const shown = fields.map((field) => [fieldNames[field], details[fieldNames[field]]] as const)
  return { ...nothing, ...Object.fromEntries(shown) }
}

/** Whether a member's name is personal: that of a person is, and that of a guest, whatever it is. */
export function isNamePersonal({ kind, guest }: { kind: 'FIRM' | 'PERSON'; guest: boolean }): boolean {
  return kind === 'PERSON' || guest
}
