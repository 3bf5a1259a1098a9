import { endOf, startOf } from '../../domain/matching/calendar.ts'
import { parseDecimal } from '../../domain/matching/fraction.ts'
import type {
  AllowanceCharge,
  ContractLine,
  DeliverySlot,
  Identifier,
  Place,
  Price,
  Quantity,
} from '../../domain/matching/index.ts'
import { identifier, readAddress } from './party.ts'
import {
  aggregate,
  aggregates,
  amountOf,
  basic,
  basics,
  booleanOf,
  invalid,
  momentOf,
  positiveDecimalOf,
  requiredText,
  textOf,
  valueOf,
} from './reader.ts'
import type { XmlElement } from './xml.ts'

/** A UBL OrderLine or QuotationLine. Its number is that of the order's line it refers to, or else its own. */
export function readLine(wrapper: XmlElement, currency: string | null): ContractLine {
  const item = aggregate(wrapper, 'LineItem')
  if (item === null) throw invalid(wrapper.path, 'The line has no LineItem. State it.')
  const goods = aggregate(item, 'Item')
  const quantity = readQuantity(basic(item, 'Quantity'))
  return {
    reference: orderLineNumber(wrapper) ?? requiredText(item, 'ID'),
    itemIds: readItemIds(goods),
    name: textOf(goods, 'Name'),
    description: joined(basics(goods, 'Description')),
    properties: aggregates(goods, 'AdditionalItemProperty').flatMap(readProperty),
    quantity,
    price: readPrice(aggregate(item, 'Price'), quantity, currency),
    amount: amountOf(basic(item, 'LineExtensionAmount'), currency),
    tax: amountOf(basic(item, 'TotalTaxAmount'), currency),
    allowances: aggregates(item, 'AllowanceCharge').map((entry) => readAllowance(entry, currency)),
    deliveries: aggregates(item, 'Delivery').flatMap(readDelivery),
    substitute: ['SellerSubstitutedLineItem', 'SellerProposedSubstituteLineItem'].some(
      (name) => aggregates(wrapper, name).length > 0,
    ),
  }
}

/** The order's line that a line refers to (OrderLineReference), `null` when it names none or several. */
export function orderLineNumber(line: XmlElement): string | null {
  const references = aggregates(line, 'OrderLineReference')
  return references.length === 1 ? textOf(references[0] ?? null, 'LineID') : null
}

/** Identifiers of an item: buyer's, seller's, manufacturer's, catalogue's and standard (GTIN). */
export function readItemIds(item: XmlElement | null): Identifier[] {
  const own = (name: string, scheme: string): Identifier[] => {
    const value = textOf(aggregate(item, name), 'ID')
    return value === null ? [] : [{ scheme, value }]
  }
  return [
    ...own('BuyersItemIdentification', 'BUYER'),
    ...own('SellersItemIdentification', 'SELLER'),
    ...aggregates(item, 'ManufacturersItemIdentification').flatMap((id) =>
      identifier(basic(id, 'ID'), '', 'MANUFACTURER'),
    ),
    ...own('CatalogueItemIdentification', 'CATALOGUE'),
    ...identifier(basic(aggregate(item, 'StandardItemIdentification'), 'ID'), '', 'STANDARD'),
  ]
}

/** A quantity with its unitCode; refuses one below zero. */
export function readQuantity(element: XmlElement | null): Quantity | null {
  const value = positiveDecimalOf(element)
  return value === null ? null : { value, unit: element?.attributes.get('unitCode')?.trim() || null }
}

/** An allowance or a charge. */
export function readAllowance(entry: XmlElement, currency: string | null): AllowanceCharge {
  const charge = booleanOf(entry, 'ChargeIndicator')
  const amount = amountOf(basic(entry, 'Amount'), currency)
  if (charge === null || amount === null)
    throw invalid(entry.path, 'An AllowanceCharge needs ChargeIndicator and Amount.')
  return {
    charge,
    reason: joined(basics(entry, 'AllowanceChargeReason')) ?? textOf(entry, 'AllowanceChargeReasonCode'),
    amount,
  }
}

/** A delivery: the promised window before the requested one, the latest date where no period is stated. */
export function readDelivery(delivery: XmlElement): DeliverySlot[] {
  const period = aggregate(delivery, 'PromisedDeliveryPeriod') ?? aggregate(delivery, 'RequestedDeliveryPeriod')
  const slot: DeliverySlot = {
    start: momentOf(period, 'StartDate', 'StartTime'),
    end: momentOf(period, 'EndDate', 'EndTime') ?? momentOf(delivery, 'LatestDeliveryDate', 'LatestDeliveryTime'),
    quantity: readQuantity(basic(delivery, 'Quantity')),
    place: readPlace(delivery),
  }
  if (startOf(slot) > endOf(slot)) throw invalid(delivery.path, 'The delivery window ends before it starts.')
  const says = [slot.start, slot.end, slot.quantity, slot.place.address].some((value) => value !== null)
  return says || slot.place.identifiers.length > 0 ? [slot] : []
}

/** Texts of all elements in one, `null` when there are none. */
export function joined(elements: readonly XmlElement[]): string | null {
  const text = elements
    .map(valueOf)
    .filter((part) => part !== null)
    .join('; ')
  return text === '' ? null : text
}

function readPlace(delivery: XmlElement): Place {
  const location = aggregate(delivery, 'DeliveryLocation')
  const address = aggregate(location, 'Address') ?? aggregate(delivery, 'DeliveryAddress')
  return {
    identifiers: [
      ...identifier(basic(location, 'ID'), '', 'UNQUALIFIED'),
      ...identifier(basic(address, 'ID'), '', 'UNQUALIFIED'),
    ],
    address: readAddress(address),
  }
}

function readPrice(price: XmlElement | null, quantity: Quantity | null, currency: string | null): Price | null {
  const amount = amountOf(basic(price, 'PriceAmount'), currency)
  if (price === null || amount === null) return null
  const base = readQuantity(basic(price, 'BaseQuantity'))
  if (base !== null && parseDecimal(base.value)?.n === 0n) {
    throw invalid(`${price.path}/BaseQuantity`, 'A price for zero units says nothing. State for how many it is.')
  }
  const unit = base?.unit ?? quantity?.unit ?? null
  return { amount, base: { value: base?.value ?? '1', unit } }
}

function readProperty(property: XmlElement): { name: string; value: string }[] {
  const [name, value] = [textOf(property, 'Name'), textOf(property, 'Value')]
  return name === null || value === null ? [] : [{ name, value }]
}
