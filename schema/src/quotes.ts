import { z } from 'zod'

/**
 * A shop's quote (C1) as `listings` signs it and `contracts` takes it: what is ordered, at which prices, the total, on which terms of the shop, and until when. It crosses
 * through the customer's hands, so nothing in it is believed without the signature. No personal data: where it goes is said with the order.
 * Amounts are minor units as decimal strings.
 */
const id = z.string().min(1)
const minor = z.string().regex(/^\d+$/)

const quoteLine = z.object({
  itemId: id,
  itemNumber: z.string(),
  name: z.string(),
  unit: z.string(),
  gtin: z.string().nullable(),
  quantity: z.number().int().positive(),
  unitPriceMinor: minor,
  amountMinor: minor,
  /** Its goods are held while the quote stands. */
  stocked: z.boolean(),
})

const quoteTerms = z.object({
  /** Of the shop's terms, the version by which the hub acts for it. */
  version: z.number().int(),
  settlement: z.enum(['GROSS', 'NET']),
  settlementAgentId: id.nullable(),
  /** The customer may pay on account: the order is concluded at once, without a payment. */
  onAccount: z.boolean(),
  /** Before a delivery the customer cancels a concluded order alone. */
  cancelBeforeDelivery: z.boolean(),
  deliverWithinDays: z.number().int().nullable(),
  /** What guests may order (C4); null: nothing. */
  guests: z
    .object({
      mostPerOrder: z.array(z.object({ currency: z.string(), minor })),
      mostOrdersPerDay: z.number().int().nullable(),
      /** Kinds of payment methods; null: all. */
      methodKinds: z.array(z.string()).nullable(),
    })
    .nullable(),
})

export const signedQuote = z.object({
  quoteId: id,
  /** Quotes of one cart that took each other's place: one of them is used at most, for they hold the same goods. */
  seriesId: id,
  shopId: id,
  shopName: z.string(),
  buyerId: id,
  sellerId: id,
  currency: z.string().length(3),
  lines: z.array(quoteLine).min(1),
  deliveryMinor: minor,
  totalMinor: minor,
  quotedAt: z.string(),
  expiresAt: z.string(),
  terms: quoteTerms,
})
/** What a quote says, once its signature was checked. */
export type SignedQuote = z.infer<typeof signedQuote>
export type QuoteLine = SignedQuote['lines'][number]
export type QuoteTerms = SignedQuote['terms']

/** The use under which quotes are signed: `listings` signs, `contracts` reads. */
export const quoteSigningUse = 'shop-quotes'
