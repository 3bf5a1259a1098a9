import { decimal, show, sum } from '../../domain/matching/fraction.ts'
import type {
  AnswerCodes,
  ContractLine,
  ContractTerms,
  DeliveryTerms,
  GoverningTerms,
  ParsedContract,
  PaymentConditions,
  Totals,
} from '../../domain/matching/index.ts'
import { DocumentFault } from './fault.ts'
import { MAX_LINES } from './limits.ts'
import { joined, readAllowance, readDelivery, readLine } from './lines.ts'
import { readParty } from './party.ts'
import {
  aggregate,
  aggregates,
  amountOf,
  basic,
  basics,
  booleanOf,
  currencyCode,
  invalid,
  momentOf,
  requiredText,
  textOf,
  valueOf,
} from './reader.ts'
import type { XmlElement } from './xml.ts'

/** Documents of UBL 2.x that state or answer a contract, with the names of their parts that differ from one to the other. */
const DOCUMENTS = {
  Order: { kind: 'ORDER', lines: 'OrderLine', totals: 'AnticipatedMonetaryTotal' },
  OrderChange: { kind: 'ORDER_CHANGE', lines: 'OrderLine', totals: 'AnticipatedMonetaryTotal' },
  Quotation: { kind: 'QUOTATION', lines: 'QuotationLine', totals: 'QuotedMonetaryTotal' },
  OrderResponse: { kind: 'ORDER_RESPONSE', lines: 'OrderLine', totals: 'LegalMonetaryTotal' },
  OrderResponseSimple: { kind: 'ORDER_RESPONSE_SIMPLE', lines: 'OrderLine', totals: 'LegalMonetaryTotal' },
} as const

type DocumentName = keyof typeof DOCUMENTS

/** Codes by which a line of an OrderChange takes itself out of the order: UNCL 1229 "deleted" and UBL "Cancelled". */
const REMOVED: readonly string[] = ['2', 'CANCELLED']

/** Reads a UBL 2.x document from its root element. Refuses other documents, and fields that are missing or make no sense. */
export function readUblDocument(root: XmlElement): ParsedContract {
  const name = documentName(root)
  const { kind } = DOCUMENTS[name]
  const documentId = requiredText(root, 'ID')
  const currency = currencyOf(root)
  const wrappers = linesOf(root, name)
  const lines = wrappers.map((wrapper) => readLine(wrapper, currency))
  const terms = readTerms(root, name, currency, lines)
  if (kind !== 'ORDER_RESPONSE' && kind !== 'ORDER_RESPONSE_SIMPLE') {
    if (lines.length === 0) throw invalid(root.path, 'The document has no lines. State what is bought.')
    return { kind, documentId, terms, answer: null }
  }
  if (terms.orderReference === null)
    throw invalid(`${root.path}/OrderReference/ID`, 'The answer names no order. State it.')
  const codes = wrappers.map((wrapper, index) => ({
    index,
    reference: lines[index]?.reference ?? null,
    code: textOf(aggregate(wrapper, 'LineItem'), 'LineStatusCode'),
  }))
  return { kind, documentId, terms, answer: answerCodes(root, name, codes) }
}

/** The name of a supported document; refuses another root or namespace. */
function documentName(root: XmlElement): DocumentName {
  const supported = Object.keys(DOCUMENTS).find((name): name is DocumentName => name === root.name)
  if (supported !== undefined && root.space === ublNamespace(root.name)) return supported
  throw new DocumentFault(
    'UNSUPPORTED_DOCUMENT',
    `${root.name.slice(0, 50)} in namespace "${root.space.slice(0, 100)}" is no contract document. Send one of UBL 2: ${Object.keys(DOCUMENTS).join(', ')}.`,
  )
}

/** Namespace of a UBL 2.x document type. */
export function ublNamespace(name: string): string {
  return `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`
}

/** DocumentCurrencyCode; where UBL 2.0 leaves it out, the one currency of all amounts. */
function currencyOf(root: XmlElement): string | null {
  const stated = textOf(root, 'DocumentCurrencyCode')
  if (stated !== null) return currencyCode(stated, `${root.path}/DocumentCurrencyCode`)
  const used = [...new Set(currenciesIn(root))]
  const [first, second] = used
  if (second !== undefined) {
    throw invalid(
      `${root.path}/DocumentCurrencyCode`,
      `The amounts are in ${used.join(', ')}, and no currency is stated. State it.`,
    )
  }
  return first === undefined ? null : currencyCode(first, root.path)
}

function currenciesIn(element: XmlElement): string[] {
  const own = element.attributes.get('currencyID')
  return [...(own === undefined ? [] : [own]), ...element.children.flatMap(currenciesIn)]
}

function linesOf(root: XmlElement, name: DocumentName): readonly XmlElement[] {
  const all = aggregates(root, DOCUMENTS[name].lines, MAX_LINES)
  if (name !== 'OrderChange') return all
  const removed = (wrapper: XmlElement): boolean =>
    REMOVED.includes(textOf(aggregate(wrapper, 'LineItem'), 'LineStatusCode')?.toUpperCase() ?? '')
  return all.filter((wrapper) => !removed(wrapper))
}

function readTerms(
  root: XmlElement,
  name: DocumentName,
  currency: string | null,
  lines: readonly ContractLine[],
): ContractTerms {
  return {
    orderReference: name === 'Order' ? textOf(root, 'ID') : textOf(aggregate(root, 'OrderReference'), 'ID'),
    quotationReference:
      name === 'Quotation' ? textOf(root, 'ID') : textOf(aggregate(root, 'QuotationDocumentReference'), 'ID'),
    buyer: readParty(aggregate(root, name === 'Quotation' ? buyerOfQuotation(root) : 'BuyerCustomerParty')),
    seller: readParty(aggregate(root, 'SellerSupplierParty')),
    currency,
    lines,
    deliveries: aggregates(root, 'Delivery').flatMap(readDelivery),
    deliveryTerms: readDeliveryTerms(aggregate(root, 'DeliveryTerms')),
    payment: readPayment(root),
    governingTerms: readGoverningTerms(root),
    allowances: aggregates(root, 'AllowanceCharge').map((entry) => readAllowance(entry, currency)),
    totals: readTotals(root, aggregate(root, DOCUMENTS[name].totals), currency),
  }
}

/** A quotation of UBL 2.0 may know only the originator of the request, who then stands for the buyer. */
function buyerOfQuotation(root: XmlElement): string {
  return aggregates(root, 'BuyerCustomerParty').length > 0 ? 'BuyerCustomerParty' : 'OriginatorCustomerParty'
}

function readDeliveryTerms(terms: XmlElement | null): DeliveryTerms {
  return {
    incoterm: textOf(terms, 'ID'),
    place:
      textOf(aggregate(terms, 'DeliveryLocation'), 'ID') ?? textOf(aggregate(terms, 'DeliveryLocation'), 'Description'),
    special: joined(basics(terms, 'SpecialTerms')),
  }
}

function readPayment(root: XmlElement): PaymentConditions {
  const parts = [...aggregates(root, 'PaymentMeans'), ...aggregates(root, 'PaymentTerms')]
  const dates = parts.map((part) => momentOf(part, 'PaymentDueDate')).filter((date) => date !== null)
  const conditions = aggregates(root, 'PaymentTerms').flatMap((terms) =>
    ['ID', 'Note', 'SettlementDiscountPercent', 'PenaltySurchargePercent'].flatMap((name) => basics(terms, name)),
  )
  return {
    dueDate: dates.length === 0 ? null : [...new Set(dates)].toSorted().join(', '),
    conditions: joined(conditions),
  }
}

function readGoverningTerms(root: XmlElement): GoverningTerms {
  const documents = [
    ...aggregates(root, 'TransactionConditions').flatMap((terms) => aggregates(terms, 'DocumentReference')),
    ...aggregates(root, 'Contract').flatMap((contract) => aggregates(contract, 'ContractDocumentReference')),
  ]
  const hashes = documents.map((reference) =>
    basic(aggregate(reference, 'Attachment', 'ExternalReference'), 'DocumentHash'),
  )
  const sha256 = hashes.flatMap((element) => (element === null ? [] : [hashOf(element)])).toSorted()
  return {
    sha256: sha256.length === 0 ? null : sha256.join(' '),
    framework: joined(aggregates(root, 'Contract').flatMap((contract) => basics(contract, 'ID'))),
    conditions: joined(aggregates(root, 'TransactionConditions').flatMap((terms) => basics(terms, 'Description'))),
  }
}

/** A SHA-256 in hexadecimal; UBL writers use base64 as well. */
function hashOf(element: XmlElement): string {
  const text = valueOf(element) ?? ''
  if (/^[0-9a-fA-F]{64}$/.test(text)) return text.toLowerCase()
  if (/^[A-Za-z0-9+/]{43}=$/.test(text)) return Buffer.from(text, 'base64').toString('hex')
  throw invalid(element.path, 'The hash of the governing terms is no SHA-256. State it in hexadecimal or base64.')
}

function readTotals(root: XmlElement, totals: XmlElement | null, currency: string | null): Totals {
  const amount = (name: string): string | null => amountOf(basic(totals, name), currency)
  const taxes = aggregates(root, 'TaxTotal')
    .map((total) => basic(total, 'TaxAmount'))
    .filter((tax) => (tax?.attributes.get('currencyID') ?? currency) === currency)
    .map((tax) => amountOf(tax, currency))
    .filter((tax) => tax !== null)
  return {
    lines: amount('LineExtensionAmount'),
    allowances: amount('AllowanceTotalAmount'),
    charges: amount('ChargeTotalAmount'),
    taxExclusive: amount('TaxExclusiveAmount'),
    taxInclusive: amount('TaxInclusiveAmount'),
    tax: taxes.length > 1 ? show(sum(taxes.map(decimal))) : (taxes[0] ?? null),
    prepaid: amount('PrepaidAmount'),
    rounding: amount('PayableRoundingAmount'),
    payable: amount('PayableAmount'),
  }
}

function answerCodes(root: XmlElement, name: DocumentName, lines: AnswerCodes['lines']): AnswerCodes {
  const accepted = booleanOf(root, 'AcceptedIndicator')
  if (name === 'OrderResponseSimple' && accepted === null) {
    throw invalid(`${root.path}/AcceptedIndicator`, 'AcceptedIndicator is missing. State true or false.')
  }
  return { accepted, code: textOf(root, 'OrderResponseCode'), lines }
}
