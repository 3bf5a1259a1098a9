import type { ContractLine, ContractTerms, Identifier, Party } from './terms.ts'
import { foldText } from './text.ts'

/** The order's terms with those of the answer laid over: what the answer leaves out is taken over (A5). Lines stay the order's. */
export function overlayTerms(order: ContractTerms, answer: ContractTerms): ContractTerms {
  return {
    ...order,
    orderReference: answer.orderReference ?? order.orderReference,
    quotationReference: answer.quotationReference ?? order.quotationReference,
    buyer: overlayParty(order.buyer, answer.buyer),
    seller: overlayParty(order.seller, answer.seller),
    currency: answer.currency ?? order.currency,
    deliveries: answer.deliveries.length > 0 ? answer.deliveries : order.deliveries,
    deliveryTerms: overlayStated(order.deliveryTerms, answer.deliveryTerms),
    payment: overlayStated(order.payment, answer.payment),
    governingTerms: overlayStated(order.governingTerms, answer.governingTerms),
    allowances: answer.allowances.length > 0 ? answer.allowances : order.allowances,
    totals: overlayStated(order.totals, answer.totals),
  }
}

/** A line of the order with what the answer states about it laid over. */
export function overlayLine(ordered: ContractLine, answered: ContractLine | null): ContractLine {
  if (answered === null) return ordered
  return {
    reference: ordered.reference ?? answered.reference,
    itemIds: overlayItemIds(ordered, answered),
    name: answered.name ?? ordered.name,
    description: ordered.description,
    properties: answered.properties.length > 0 ? answered.properties : ordered.properties,
    quantity: answered.quantity ?? ordered.quantity,
    price: answered.price ?? ordered.price,
    amount: answered.amount ?? ordered.amount,
    tax: answered.tax ?? ordered.tax,
    allowances: answered.allowances.length > 0 ? answered.allowances : ordered.allowances,
    deliveries: answered.deliveries.length > 0 ? answered.deliveries : ordered.deliveries,
    substitute: answered.substitute,
  }
}

/** A name of its own without any id speaks of another item: then the order's ids are not taken over, and the names decide. */
function overlayItemIds(ordered: ContractLine, answered: ContractLine): readonly Identifier[] {
  const renamed = answered.name !== null && ordered.name !== null && foldText(answered.name) !== foldText(ordered.name)
  if (answered.itemIds.length === 0) return renamed ? [] : ordered.itemIds
  return overlayIds(ordered.itemIds, answered.itemIds)
}

function overlayParty(order: Party, answer: Party): Party {
  return {
    identifiers: answer.identifiers.length > 0 ? answer.identifiers : order.identifiers,
    name: answer.name ?? order.name,
  }
}

function overlayIds(order: readonly Identifier[], answer: readonly Identifier[]): readonly Identifier[] {
  return [...answer, ...order.filter((id) => !answer.some((other) => other.scheme === id.scheme))]
}

function overlayStated<T extends Record<string, string | null>>(order: T, answer: T): T {
  const stated = Object.entries(answer).filter(([, value]) => value !== null)
  return { ...order, ...Object.fromEntries(stated) }
}
