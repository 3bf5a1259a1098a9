import type { Discrepancy } from './discrepancy.ts'
import type { ContractTerms, DeliverySlot, Party } from './terms.ts'

/** Which parties of a contract are persons or guests (B2). */
export type PersonalSides = { readonly buyer: boolean; readonly seller: boolean }

/** What was taken out of the terms of a side, to be kept under that side's key. */
export type Withheld = { readonly party: Party; readonly places: readonly DeliverySlot['place'][] }

const nobody: Party = { identifiers: [], name: null }
const nowhere: DeliverySlot['place'] = { identifiers: [], address: null }

/**
 * The terms as they are notarized when a party is a person or a guest (B2): without what names it, and without where its goods go, which is
 * sealed beside them before anything is hashed, so that the record can be proved when it was erased. Terms between firms stay as they are.
 */
export function withholdParties(
  terms: ContractTerms,
  personal: PersonalSides,
): { terms: ContractTerms; buyer: Withheld | null; seller: Withheld | null } {
  const slots = [...terms.deliveries, ...terms.lines.flatMap(({ deliveries }) => deliveries)]
  const named = { identifiers: [], address: terms.deliveryTerms.place }
  const places = [...slots.map(({ place }) => place), named].filter(
    ({ identifiers, address }) => identifiers.length > 0 || address !== null,
  )
  const without = (given: readonly DeliverySlot[]): DeliverySlot[] => given.map((slot) => ({ ...slot, place: nowhere }))
  const placeless = personal.buyer
    ? {
        deliveries: without(terms.deliveries),
        deliveryTerms: { ...terms.deliveryTerms, place: null },
        lines: terms.lines.map((line) => ({ ...line, deliveries: without(line.deliveries) })),
      }
    : {}
  return {
    terms: {
      ...terms,
      ...placeless,
      buyer: personal.buyer ? nobody : terms.buyer,
      seller: personal.seller ? nobody : terms.seller,
    },
    buyer: personal.buyer ? { party: terms.buyer, places } : null,
    seller: personal.seller ? { party: terms.seller, places: [] } : null,
  }
}

/** A report of differences without the values that name a party, or where its goods go. */
export function withoutPartyValues<D extends Discrepancy>(found: readonly D[]): D[] {
  const none = { buyerValue: null, sellerValue: null, buyerNormalised: null, sellerNormalised: null }
  return found.map((each) => (/^\/(buyer|seller)(\/|$)|\/place(\/|$)/.test(each.path) ? { ...each, ...none } : each))
}
