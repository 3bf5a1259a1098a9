import { endOf, liesInside, sameWindow, showWindow, startOf } from './calendar.ts'
import { compareMeasures, compareTexts, oneSided, quantityLeeway, type Scope } from './compare-values.ts'
import { type Discrepancy, discrepancy, type Stated } from './discrepancy.ts'
import { compareIdentifiers, showIdentifiers } from './identifiers.ts'
import type { ContractTerms, DeliverySlot, Identifier, Place, Quantity } from './terms.ts'
import { byCodePoint, foldText } from './text.ts'
import { measure } from './units.ts'

/**
 * Deliveries side by side in order of time (A5, rule 7). The seller's window must lie inside the buyer's: the same is equal,
 * a narrower one is MINOR and goes on record, as is one that leaves it by no more days than the profile allows; a window where
 * the buyer asked for none is a SUPPLEMENT. `itemIds`: what is delivered, for agreed factors.
 */
export function compareDeliveries(
  scope: Scope,
  path: string,
  buyer: readonly DeliverySlot[],
  seller: readonly DeliverySlot[],
  itemIds: readonly Identifier[] = [],
): Discrepancy[] {
  if (buyer.length === 0 && seller.length === 0) return []
  if (buyer.length === 0 || seller.length === 0) return oneSideDelivers(scope, path, buyer, seller)
  if (buyer.length !== seller.length) {
    return [discrepancy('delivery.count', path, 'BLOCKING', countOf(buyer), countOf(seller))]
  }
  const others = sortSlots(seller)
  return sortSlots(buyer).flatMap((slot, index) => {
    const other = others[index]
    return other === undefined
      ? []
      : compareSlots(scope, buyer.length === 1 ? path : `${path}/${index + 1}`, slot, other, itemIds)
  })
}

/** Incoterms code, named place and special terms must be the same (A5, rule 3). */
export function compareDeliveryTerms(scope: Scope, buyer: ContractTerms, seller: ContractTerms): Discrepancy[] {
  const [left, right] = [buyer.deliveryTerms, seller.deliveryTerms]
  const compare = (name: 'incoterm' | 'place' | 'special'): Discrepancy[] =>
    compareTexts(scope, `deliveryTerms.${name}`, `/deliveryTerms/${name}`, left[name], right[name], foldText)
  return [...compare('incoterm'), ...compare('place'), ...compare('special')]
}

/** Slots in order of time, then of place. */
export function sortSlots(slots: readonly DeliverySlot[]): DeliverySlot[] {
  return slots.toSorted(
    (a, b) =>
      compareBounds(startOf(a), startOf(b)) ||
      compareBounds(endOf(a), endOf(b)) ||
      byCodePoint(JSON.stringify(a.place), JSON.stringify(b.place)) ||
      byCodePoint(JSON.stringify(a.quantity), JSON.stringify(b.quantity)),
  )
}

function compareSlots(
  scope: Scope,
  path: string,
  buyer: DeliverySlot,
  seller: DeliverySlot,
  itemIds: readonly Identifier[],
): Discrepancy[] {
  return [
    ...compareWindows(scope, `${path}/window`, buyer, seller),
    ...comparePlaces(scope, `${path}/place`, buyer.place, seller.place),
    ...compareMeasures(
      scope,
      'delivery.quantity',
      `${path}/quantity`,
      quantityOf(scope, buyer.quantity, itemIds),
      quantityOf(scope, seller.quantity, itemIds),
      quantityLeeway(scope, itemIds),
    ),
  ]
}

function compareWindows(scope: Scope, path: string, buyer: DeliverySlot, seller: DeliverySlot): Discrepancy[] {
  const [left, right] = [statedWindow(buyer), statedWindow(seller)]
  const silence = oneSided(scope, 'delivery.window', path, left, right, left === null ? 'SUPPLEMENT' : 'BLOCKING')
  if (silence !== null) return silence
  if (sameWindow(buyer, seller)) return []
  const { deliveryDays } = scope.profile
  const inside = liesInside(seller, buyer, deliveryDays)
  const tolerance = `inside ${left?.normalised}${deliveryDays > 0 ? `, give or take ${deliveryDays} days` : ''}`
  return [discrepancy('delivery.window', path, inside ? 'MINOR' : 'BLOCKING', left, right, tolerance)]
}

function comparePlaces(scope: Scope, path: string, buyer: Place, seller: Place): Discrepancy[] {
  const [left, right] = [statedPlace(buyer), statedPlace(seller)]
  const silence = oneSided(scope, 'delivery.place', path, left, right)
  if (silence !== null) return silence
  const ids = compareIdentifiers(buyer.identifiers, seller.identifiers)
  const sameAddress =
    buyer.address !== null && seller.address !== null && foldText(buyer.address) === foldText(seller.address)
  const agreed = ids.conflicts.length === 0 && (ids.agreed || sameAddress)
  return agreed ? [] : [discrepancy('delivery.place', path, 'BLOCKING', left, right)]
}

function oneSideDelivers(
  scope: Scope,
  path: string,
  buyer: readonly DeliverySlot[],
  seller: readonly DeliverySlot[],
): Discrepancy[] {
  if (scope.silence === null) return []
  const statesPlace = seller.some((slot) => statedPlace(slot.place) !== null)
  const weight = buyer.length === 0 && !statesPlace ? 'SUPPLEMENT' : 'BLOCKING'
  return [discrepancy('delivery', path, weight, listOf(buyer), listOf(seller))]
}

function quantityOf(
  scope: Scope,
  quantity: Quantity | null,
  itemIds: readonly Identifier[],
): Parameters<typeof compareMeasures>[3] {
  if (quantity === null) return null
  return { stated: showQuantity(quantity), measure: measure(quantity, scope.profile.factors, itemIds) }
}

/** `100 KGM` as stated. */
export function showQuantity(quantity: Quantity): string {
  return quantity.unit === null ? quantity.value : `${quantity.value} ${quantity.unit}`
}

function statedWindow(slot: DeliverySlot): Stated {
  const normalised = showWindow(slot)
  return normalised === null ? null : { stated: showWindow(slot, true) ?? '', normalised }
}

function statedPlace(place: Place): Stated {
  const text = [showIdentifiers(place.identifiers), place.address].filter((part) => part !== null).join('; ')
  return text === '' ? null : { stated: text, normalised: foldText(text) }
}

function countOf(slots: readonly DeliverySlot[]): Stated {
  return { stated: listOf(slots)?.stated ?? '', normalised: String(slots.length) }
}

function listOf(slots: readonly DeliverySlot[]): Stated {
  if (slots.length === 0) return null
  const text = (asStated: boolean): string =>
    sortSlots(slots)
      .map((slot) => showWindow(slot, asStated) ?? 'at any time')
      .join(', ')
  return { stated: text(true), normalised: text(false) }
}

function compareBounds(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
