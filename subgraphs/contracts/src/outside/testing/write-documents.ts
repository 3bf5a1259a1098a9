import type {
  ContractLine,
  ContractTerms,
  DeliverySlot,
  Identifier,
  Party,
  Quantity,
} from '../../domain/matching/index.ts'

/** The forms in which tests write terms: as an offer of either side, or as the seller's answer that states every term again. */
export const documentForms = ['JSON', 'Order', 'OrderChange', 'Quotation', 'OrderResponse'] as const

/** One of `documentForms`. */
export type DocumentForm = (typeof documentForms)[number]

/** Writes terms as a document: the project's JSON, or UBL 2.1 XML. */
export function writeDocument(
  form: DocumentForm,
  terms: ContractTerms,
): { bytes: Uint8Array; mediaType: 'application/xml' | 'application/json' } {
  return form === 'JSON'
    ? { bytes: Buffer.from(writeJson(terms)), mediaType: 'application/json' }
    : { bytes: Buffer.from(writeUbl(form, terms)), mediaType: 'application/xml' }
}

function writeJson(terms: ContractTerms): string {
  const lines = terms.lines.map(({ substitute: _substitute, ...line }) => line)
  return JSON.stringify({ type: 'torihiki.contract/1', documentId: 'D-1', ...terms, lines })
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A basic component, nothing when it has no value. */
const b = (name: string, value: string | null, attributes = ''): string =>
  value === null ? '' : `<cbc:${name}${attributes === '' ? '' : ` ${attributes}`}>${escaped(value)}</cbc:${name}>`

/** An aggregate, nothing when it is empty. */
const a = (name: string, ...content: readonly string[]): string =>
  content.join('') === '' ? '' : `<cac:${name}>${content.join('')}</cac:${name}>`

const TOTALS_OF = {
  Order: 'AnticipatedMonetaryTotal',
  OrderChange: 'AnticipatedMonetaryTotal',
  Quotation: 'QuotedMonetaryTotal',
  OrderResponse: 'LegalMonetaryTotal',
} as const

function writeUbl(form: Exclude<DocumentForm, 'JSON'>, terms: ContractTerms): string {
  const ofCurrency = `currencyID="${terms.currency ?? ''}"`
  const money = (name: string, value: string | null): string => b(name, value, ofCurrency)
  const { totals, deliveryTerms, payment, governingTerms } = terms
  const id = form === 'Order' ? terms.orderReference : form === 'Quotation' ? terms.quotationReference : 'D-1'
  return `<?xml version="1.0" encoding="UTF-8"?>
<${form} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${form}-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">${[
   b('ID', id),
   form === 'OrderResponse' ? b('OrderResponseCode', 'CA') : '',
   b('DocumentCurrencyCode', terms.currency),
   form === 'Order' || form === 'Quotation' ? '' : a('OrderReference', b('ID', terms.orderReference)),
   form === 'Quotation' ? '' : a('QuotationDocumentReference', b('ID', terms.quotationReference)),
   a('BuyerCustomerParty', writeParty(terms.buyer)),
   a('SellerSupplierParty', writeParty(terms.seller)),
   ...terms.deliveries.map(writeDelivery),
   a(
     'DeliveryTerms',
     b('ID', deliveryTerms.incoterm),
     b('SpecialTerms', deliveryTerms.special),
     a('DeliveryLocation', b('ID', deliveryTerms.place)),
   ),
   a('PaymentMeans', b('PaymentDueDate', payment.dueDate)),
   a('PaymentTerms', b('Note', payment.conditions)),
   a(
     'TransactionConditions',
     b('Description', governingTerms.conditions),
     a('DocumentReference', a('Attachment', a('ExternalReference', b('DocumentHash', governingTerms.sha256)))),
   ),
   a('Contract', b('ID', governingTerms.framework)),
   ...terms.allowances.map((entry) =>
     a('AllowanceCharge', b('ChargeIndicator', String(entry.charge)), money('Amount', entry.amount)),
   ),
   a('TaxTotal', money('TaxAmount', totals.tax)),
   a(
     TOTALS_OF[form],
     money('LineExtensionAmount', totals.lines),
     money('TaxExclusiveAmount', totals.taxExclusive),
     money('TaxInclusiveAmount', totals.taxInclusive),
     money('PayableAmount', totals.payable),
   ),
   ...terms.lines.map((line) => writeLine(form, line, money)),
 ].join('\n')}</${form}>`
}

function writeParty(party: Party): string {
  return a(
    'Party',
    ...party.identifiers.map((id) => a('PartyIdentification', b('ID', id.value, `schemeID="${id.scheme}"`))),
    a('PartyName', b('Name', party.name)),
  )
}

function writeDelivery(slot: DeliverySlot): string {
  return a(
    'Delivery',
    quantityOf(slot.quantity),
    a('DeliveryAddress', b('StreetName', slot.place.address)),
    a('RequestedDeliveryPeriod', b('StartDate', slot.start), b('EndDate', slot.end)),
  )
}

function writeLine(
  form: DocumentForm,
  line: ContractLine,
  money: (name: string, value: string | null) => string,
): string {
  const idOf = (scheme: string): Identifier | undefined => line.itemIds.find((id) => id.scheme === scheme)
  const item = a(
    'Item',
    b('Name', line.name),
    a('BuyersItemIdentification', b('ID', idOf('BUYER')?.value ?? null)),
    a('SellersItemIdentification', b('ID', idOf('SELLER')?.value ?? null)),
    a('StandardItemIdentification', b('ID', idOf('GTIN')?.value ?? null, 'schemeID="0160"')),
    ...line.properties.map((entry) => a('AdditionalItemProperty', b('Name', entry.name), b('Value', entry.value))),
  )
  const content = a(
    'LineItem',
    b('ID', line.reference),
    form === 'OrderResponse' ? b('LineStatusCode', '3') : '',
    quantityOf(line.quantity),
    money('LineExtensionAmount', line.amount),
    money('TotalTaxAmount', line.tax),
    ...line.allowances.map((entry) =>
      a('AllowanceCharge', b('ChargeIndicator', String(entry.charge)), money('Amount', entry.amount)),
    ),
    line.price === null
      ? ''
      : a(
          'Price',
          money('PriceAmount', line.price.amount),
          b('BaseQuantity', line.price.base.value, `unitCode="${line.price.base.unit ?? ''}"`),
        ),
    item,
  )
  const reference = a('OrderLineReference', b('LineID', line.reference))
  return a(form === 'Quotation' ? 'QuotationLine' : 'OrderLine', content, reference)
}

function quantityOf(quantity: Quantity | null): string {
  return b('Quantity', quantity?.value ?? null, `unitCode="${quantity?.unit ?? ''}"`)
}
