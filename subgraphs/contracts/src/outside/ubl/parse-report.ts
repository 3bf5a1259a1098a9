import type { DespatchReport, ReceiptReport } from '../../domain/matching/index.ts'
import { decodeUtf8 } from './decode.ts'
import { ublNamespace } from './document.ts'
import { DocumentFault, type ParseRefusal, refusalOf } from './fault.ts'
import { MAX_LINES } from './limits.ts'
import { orderLineNumber, readItemIds, readQuantity } from './lines.ts'
import { aggregate, aggregates, basic, requiredText, textOf } from './reader.ts'
import { parseXml, type XmlElement } from './xml.ts'

/** A report on goods, or why it is not taken. */
export type ParsedReport = { ok: true; report: DespatchReport | ReceiptReport } | ParseRefusal

/** Parses a UBL 2.x DespatchAdvice or ReceiptAdvice (A10), within the limits of contract documents. Never throws on input. */
export function parseReportDocument(bytes: Uint8Array): ParsedReport {
  try {
    return { ok: true, report: readReport(parseXml(decodeUtf8(bytes))) }
  } catch (error) {
    return refusalOf(error)
  }
}

function readReport(root: XmlElement): DespatchReport | ReceiptReport {
  const known = root.space === ublNamespace(root.name)
  const orderReference = textOf(aggregates(root, 'OrderReference')[0] ?? null, 'ID')
  if (known && root.name === 'DespatchAdvice') {
    const lines = aggregates(root, 'DespatchLine', MAX_LINES).map(despatchLine)
    return { kind: 'DESPATCH_ADVICE', documentId: requiredText(root, 'ID'), orderReference, lines }
  }
  if (known && root.name === 'ReceiptAdvice') {
    const lines = aggregates(root, 'ReceiptLine', MAX_LINES).map(receiptLine)
    return { kind: 'RECEIPT_ADVICE', documentId: requiredText(root, 'ID'), orderReference, lines }
  }
  const message = `${root.name.slice(0, 50)} is no report on goods. Send a DespatchAdvice or a ReceiptAdvice of UBL 2.`
  throw new DocumentFault('UNSUPPORTED_DOCUMENT', message)
}

function despatchLine(line: XmlElement): DespatchReport['lines'][number] {
  const quantities = {
    delivered: readQuantity(basic(line, 'DeliveredQuantity')),
    backordered: readQuantity(basic(line, 'BackorderQuantity')),
  }
  return { reference: orderLineNumber(line), itemIds: readItemIds(aggregate(line, 'Item')), quantities }
}

function receiptLine(line: XmlElement): ReceiptReport['lines'][number] {
  const items = aggregates(line, 'Item')
  const quantities = {
    received: readQuantity(basic(line, 'ReceivedQuantity')),
    short: readQuantity(basic(line, 'ShortQuantity')),
    rejected: readQuantity(basic(line, 'RejectedQuantity')),
  }
  return { reference: orderLineNumber(line), itemIds: readItemIds(items[0] ?? null), quantities }
}
