import { compareDeliveries, showQuantity } from './compare-delivery.ts'
import { supplements } from './compare-parties.ts'
import { compareAmounts, compareMeasures, quantityLeeway, type Scope } from './compare-values.ts'
import { type Discrepancy, discrepancy, pointer, type Stated } from './discrepancy.ts'
import { decimal, show, sum } from './fraction.ts'
import { compareIdentifiers, showIdentifiers, uniteIdentifiers } from './identifiers.ts'
import { lineName, type LinePair, matchLines } from './line-matching.ts'
import type { AllowanceCharge, ContractLine, ContractTerms, DeliverySlot, Identifier } from './terms.ts'
import { byCodePoint, foldText } from './text.ts'
import { measure, unitPrice } from './units.ts'

/** Matches the lines of both sides and compares them pair by pair; a line that only one side has is BLOCKING (A5, rules 4 to 7). */
export function compareLines(scope: Scope, buyer: ContractTerms, seller: ContractTerms): Discrepancy[] {
  const matching = matchLines(buyer.lines, seller.lines)
  if (scope.silence === null) return matching.pairs.flatMap((pair) => comparePair(scope, pair, [], []))
  return [
    ...matching.pairs.flatMap((pair) => comparePair(scope, pair, buyer.deliveries, seller.deliveries)),
    ...matching.onlyBuyer.map((line) => unmatched(line, statedLine(line), null)),
    ...matching.onlySeller.map((line) => unmatched(line, null, statedLine(line))),
    ...(buyer.lines.length + seller.lines.length === 0
      ? [discrepancy('lines.absent', '/lines', 'BLOCKING', null, null)]
      : []),
  ]
}

/** The sums of charges and of allowances, apart from each other and from the prices (A5, rule 6). */
export function compareAllowances(
  scope: Scope,
  rule: '' | 'line.',
  path: string,
  buyer: readonly AllowanceCharge[],
  seller: readonly AllowanceCharge[],
  minorUnits: bigint,
): Discrepancy[] {
  return [false, true].flatMap((charge) => {
    const name = charge ? 'charges' : 'allowances'
    const [left, right] = [total(buyer, charge), total(seller, charge)]
    return compareAmounts(scope, `${rule}${name}`, `${path}/${name}`, left, right, minorUnits, 'BLOCKING')
  })
}

function comparePair(
  scope: Scope,
  pair: LinePair,
  buyerDeliveries: readonly DeliverySlot[],
  sellerDeliveries: readonly DeliverySlot[],
): Discrepancy[] {
  const path = `/lines/${pointer(lineName(pair.buyer))}`
  const { buyer, seller } = pair
  const ownDeliveries = buyer.deliveries.length + seller.deliveries.length > 0
  const slots = (line: ContractLine, ofContract: readonly DeliverySlot[]): readonly DeliverySlot[] =>
    line.deliveries.length > 0 ? line.deliveries : ofContract
  return [
    ...compareItems(scope, path, pair),
    ...compareQuantities(scope, path, pair),
    ...comparePrices(scope, path, pair),
    ...compareLineAmounts(scope, path, pair),
    ...compareAllowances(scope, 'line.', path, buyer.allowances, seller.allowances, scope.profile.minorPerLine),
    ...(ownDeliveries
      ? compareDeliveries(
          scope,
          `${path}/delivery`,
          slots(buyer, buyerDeliveries),
          slots(seller, sellerDeliveries),
          itemOf(pair),
        )
      : []),
  ]
}

function compareItems(scope: Scope, path: string, { buyer, seller }: LinePair): Discrepancy[] {
  const ids = compareIdentifiers(buyer.itemIds, seller.itemIds)
  const conflicts = ids.conflicts.map((scheme) =>
    discrepancy('line.item', `${path}/item`, 'BLOCKING', idsOf(buyer, scheme), idsOf(seller, scheme)),
  )
  const substitute = [buyer, seller].some((line) => line.substitute)
    ? [discrepancy('line.substitute', `${path}/item`, 'BLOCKING', statedItem(buyer), statedItem(seller))]
    : []
  return [
    ...conflicts,
    ...substitute,
    ...(ids.agreed || conflicts.length > 0 ? [] : compareNames(path, buyer, seller)),
    ...compareProperties(scope, path, buyer, seller),
    ...(scope.silence === null ? [] : supplements('line.itemSupplement', `${path}/item`, ids.onlyLeft, ids.onlyRight)),
  ]
}

/** Without a common id only the names can tell two items apart; where neither is stated the line number has to do. */
function compareNames(path: string, buyer: ContractLine, seller: ContractLine): Discrepancy[] {
  const named = buyer.name !== null && seller.name !== null
  const [left, right] = named ? [buyer.name, seller.name] : [buyer.description, seller.description]
  if (left === null || right === null || foldText(left) === foldText(right)) return []
  return [discrepancy('line.item', `${path}/item`, 'BLOCKING', statedItem(buyer), statedItem(seller))]
}

function compareProperties(scope: Scope, path: string, buyer: ContractLine, seller: ContractLine): Discrepancy[] {
  const [left, right] = [propertiesOf(buyer), propertiesOf(seller)]
  const names = [...new Set([...left.keys(), ...right.keys()])].toSorted(byCodePoint)
  return names.flatMap((name) => {
    const [a, b] = [left.get(name) ?? null, right.get(name) ?? null]
    if (a?.normalised === b?.normalised) return []
    if (scope.silence === null && (a === null || b === null)) return []
    const weight = a === null || b === null ? 'SUPPLEMENT' : 'BLOCKING'
    return [discrepancy('line.property', `${path}/properties/${pointer(name)}`, weight, a, b)]
  })
}

/** The item's ids of both sides: an agreed factor holds for the item, whichever side names it so. */
function itemOf({ buyer, seller }: LinePair): readonly Identifier[] {
  return uniteIdentifiers(buyer.itemIds, seller.itemIds)
}

function compareQuantities(scope: Scope, path: string, pair: LinePair): Discrepancy[] {
  const { buyer, seller } = pair
  if (scope.silence !== null && buyer.quantity === null && seller.quantity === null) {
    return [discrepancy('line.quantityAbsent', `${path}/quantity`, 'BLOCKING', null, null)]
  }
  const quantity = (line: ContractLine): Parameters<typeof compareMeasures>[3] =>
    line.quantity === null
      ? null
      : { stated: showQuantity(line.quantity), measure: measure(line.quantity, scope.profile.factors, itemOf(pair)) }
  const leeway = quantityLeeway(scope, itemOf(pair))
  return compareMeasures(scope, 'line.quantity', `${path}/quantity`, quantity(buyer), quantity(seller), leeway)
}

function comparePrices(scope: Scope, path: string, pair: LinePair): Discrepancy[] {
  const { buyer, seller } = pair
  if (scope.silence !== null && [buyer, seller].every((line) => line.price === null && line.amount === null)) {
    return [discrepancy('line.priceAbsent', `${path}/price`, 'BLOCKING', null, null)]
  }
  const price = (line: ContractLine): Parameters<typeof compareMeasures>[3] => {
    const perUnit = line.price === null ? null : unitPrice(line.price, scope.profile.factors, itemOf(pair))
    if (line.price === null || perUnit === null) return null
    const stated = `${line.price.amount} per ${showQuantity(line.price.base)}`
    return { stated, measure: { value: perUnit.value, unit: `${scope.currency ?? ''}/${perUnit.unit ?? '1'}` } }
  }
  const left = price(buyer)
  const { unitPricePpm: ppm, unitPriceAbsolute, currency } = scope.profile
  const applies = unitPriceAbsolute !== null && currency !== null && currency === scope.currency
  const absolute = applies ? { value: decimal(unitPriceAbsolute), unit: left?.measure.unit ?? null } : null
  return compareMeasures(scope, 'line.price', `${path}/price`, left, price(seller), { ppm, absolute })
}

/** A line amount that one side leaves out follows from quantity and price, if both sides state those. */
function compareLineAmounts(scope: Scope, path: string, { buyer, seller }: LinePair): Discrepancy[] {
  const priced = buyer.price !== null && seller.price !== null
  const minor = scope.profile.minorPerLine
  const silent = priced ? 'SUPPLEMENT' : 'BLOCKING'
  return [
    ...compareAmounts(scope, 'line.amount', `${path}/amount`, buyer.amount, seller.amount, minor, silent),
    ...compareAmounts(scope, 'line.tax', `${path}/tax`, buyer.tax, seller.tax, minor, 'SUPPLEMENT'),
  ]
}

function unmatched(line: ContractLine, buyer: Stated, seller: Stated): Discrepancy {
  return discrepancy('line.unmatched', `/lines/${pointer(lineName(line))}`, 'BLOCKING', buyer, seller)
}

function statedLine(line: ContractLine): Stated {
  const parts = [statedItem(line)?.stated, line.quantity === null ? null : showQuantity(line.quantity), line.amount]
  const text = parts.filter((part) => typeof part === 'string').join(', ')
  return { stated: text, normalised: foldText(text) }
}

function statedItem(line: ContractLine): Stated {
  const text = [line.name ?? line.description, showIdentifiers(line.itemIds)].filter((part) => part !== null).join(', ')
  return text === '' ? null : { stated: text, normalised: foldText(text) }
}

function idsOf(line: ContractLine, scheme: string): Stated {
  const stated = showIdentifiers(line.itemIds, scheme)
  return stated === null ? null : { stated, normalised: stated }
}

function propertiesOf(line: ContractLine): Map<string, { stated: string; normalised: string }> {
  const byName = Map.groupBy(line.properties, (property) => foldText(property.name))
  return new Map(
    [...byName].map(([name, properties]) => {
      const stated = properties
        .map((property) => property.value)
        .toSorted(byCodePoint)
        .join(', ')
      return [name, { stated, normalised: foldText(stated) }]
    }),
  )
}

function total(list: readonly AllowanceCharge[], charge: boolean): string | null {
  const amounts = list.filter((entry) => entry.charge === charge).map((entry) => decimal(entry.amount))
  return amounts.length === 0 ? null : show(sum(amounts))
}
