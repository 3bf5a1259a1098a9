/** What a rule is about, as a phrase for a sentence, and what resolves a discrepancy that it finds. */
type Rule = { readonly subject: string; readonly remedy: string }

const restate = 'Agree on one value, and let the side that is to give way submit its document again.'
const state = 'Let the side that says nothing state it, and submit its document again.'
const amount = 'Correct the figure that is wrong and submit that document again, or agree on a tolerance profile first.'
const answer = 'Let the seller answer every line, and submit the answer again under a number of its own.'
const objected = 'Submit an order that takes the objection in, or let the seller submit an answer without it.'

/**
 * Every rule by its code, in the order of the manual. Codes are stable: programs of partners act on them. A code that is taken
 * away or gets another meaning makes a new version of the rule set.
 */
export const RULES = {
  orderReference: { subject: 'the number of the order', remedy: restate },
  quotationReference: { subject: 'the number of the quotation', remedy: restate },
  'party.identifiers': {
    subject: 'who the party is',
    remedy: 'Use the same identifier in the schemes that both sides use.',
  },
  'party.noCommonIdentifier': {
    subject: 'an identifier of the party in a common scheme',
    remedy: 'State an identifier of a scheme that the other side uses too, such as a GLN.',
  },
  'party.supplement': {
    subject: 'a further identifier of the party',
    remedy: 'Nothing needs to be done: it takes nothing away.',
  },
  currency: { subject: 'the currency', remedy: restate },
  'lines.absent': { subject: 'the lines of the contract', remedy: 'State what is bought, and submit again.' },
  'line.unmatched': {
    subject: 'a line that only one side has',
    remedy: 'Add the line to the other document or take it out of this one; refer to the order’s line by its number.',
  },
  'line.item': { subject: 'which item it is', remedy: 'Name the same item, by an identifier that both sides use.' },
  'line.itemSupplement': {
    subject: 'a further identifier of the item',
    remedy: 'Nothing needs to be done: it takes nothing away.',
  },
  'line.substitute': {
    subject: 'an item offered in place of the one ordered',
    remedy: 'Order the substitute, or let the seller offer what was ordered.',
  },
  'line.property': { subject: 'a property of the item', remedy: restate },
  'line.quantity': {
    subject: 'the quantity',
    remedy:
      'Correct the quantity and submit that document again; for other units or a margin agree on a tolerance profile first.',
  },
  'line.quantityAbsent': { subject: 'the quantity, which neither side states', remedy: 'State it in both documents.' },
  'line.price': {
    subject: 'the unit price',
    remedy: 'Correct the price or its base and submit that document again, or agree on a tolerance profile first.',
  },
  'line.priceAbsent': { subject: 'the price, which neither side states', remedy: 'State it in both documents.' },
  'line.amount': { subject: 'the amount of the line', remedy: amount },
  'line.tax': { subject: 'the tax of the line', remedy: amount },
  'line.allowances': { subject: 'the allowances of the line', remedy: amount },
  'line.charges': { subject: 'the charges of the line', remedy: amount },
  delivery: { subject: 'the delivery', remedy: state },
  'delivery.count': {
    subject: 'the number of deliveries',
    remedy: 'Divide the delivery in the same way on both sides, and submit again.',
  },
  'delivery.window': {
    subject: 'when it is delivered',
    remedy: 'The seller’s time must lie inside the buyer’s: move or narrow it, or let the buyer widen its own.',
  },
  'delivery.place': { subject: 'where it is delivered to', remedy: restate },
  'delivery.quantity': { subject: 'the quantity of the delivery', remedy: restate },
  'deliveryTerms.incoterm': { subject: 'the delivery terms (Incoterms)', remedy: restate },
  'deliveryTerms.place': { subject: 'the place that the delivery terms name', remedy: restate },
  'deliveryTerms.special': { subject: 'special terms of delivery', remedy: restate },
  'payment.dueDate': { subject: 'the day on which payment is due', remedy: restate },
  'payment.conditions': { subject: 'the terms of payment', remedy: restate },
  'governingTerms.sha256': {
    subject: 'the hash of the governing terms',
    remedy: 'Refer to the same text of the terms.',
  },
  'governingTerms.framework': { subject: 'the framework contract', remedy: restate },
  'governingTerms.conditions': { subject: 'the conditions in words', remedy: restate },
  allowances: { subject: 'the allowances', remedy: amount },
  charges: { subject: 'the charges', remedy: amount },
  'totals.lines': { subject: 'the total of the lines', remedy: amount },
  'totals.allowances': { subject: 'the total of allowances', remedy: amount },
  'totals.charges': { subject: 'the total of charges', remedy: amount },
  'totals.taxExclusive': { subject: 'the total without tax', remedy: amount },
  'totals.taxInclusive': { subject: 'the total with tax', remedy: amount },
  'totals.tax': { subject: 'the tax', remedy: amount },
  'totals.prepaid': { subject: 'the amount paid beforehand', remedy: amount },
  'totals.rounding': { subject: 'the rounding of the total', remedy: amount },
  'totals.payable': { subject: 'the amount to be paid', remedy: amount },
  'totals.notPayable': {
    subject: 'an amount that cannot be paid, being below zero or finer than the currency',
    remedy: 'State an amount of zero or more, in whole minor units of the currency.',
  },
  'answer.refused': {
    subject: 'the seller’s answer, which refuses',
    remedy: 'Talk to each other; a new order may follow.',
  },
  'answer.receivedOnly': {
    subject: 'the seller’s answer, which only says that the order came',
    remedy: 'Wait for the answer that accepts or refuses.',
  },
  'answer.unknownCode': { subject: 'the code of the answer', remedy: 'Use AP, RE, AB or CA (UNCL 4343).' },
  'answer.empty': { subject: 'the seller’s answer, which says nothing', remedy: answer },
  'answer.lineUnanswered': { subject: 'a line that was not answered', remedy: answer },
  'answer.lineNoStatus': { subject: 'a line whose answer is left open', remedy: answer },
  'answer.changeNotStated': {
    subject: 'a change of the line that is not stated',
    remedy: 'Let the seller state what is to change, and submit the answer again under a number of its own.',
  },
  'answer.lineAdded': { subject: 'a line that the answer adds', remedy: objected },
  'answer.lineRefused': { subject: 'a line that the seller refuses', remedy: objected },
  'answer.lineDisputed': { subject: 'a line that the seller disputes', remedy: objected },
  'answer.lineUnknownCode': {
    subject: 'the code of the line’s answer',
    remedy: 'Use a line status code of UBL: 1, 3, 5, 7.',
  },
  'document.statesNoTerms': {
    subject: 'the buyer’s document, which answers and offers nothing',
    remedy: 'Let the buyer submit an order or a contract.',
  },
  'conditions.payment': { subject: 'how it is paid (conditions beside the document)', remedy: restate },
  'conditions.settlement': { subject: 'how it is settled (conditions beside the document)', remedy: restate },
  'conditions.settlementAgentId': { subject: 'the settlement agent (conditions beside the document)', remedy: restate },
  'conditions.deliverBy': { subject: 'the last day of delivery (conditions beside the document)', remedy: restate },
  'conditions.payBy': { subject: 'the last day of payment (conditions beside the document)', remedy: restate },
  'conditions.timeZone': { subject: 'the time zone of due days (conditions beside the document)', remedy: restate },
  'conditions.calendar': { subject: 'the business calendar (conditions beside the document)', remedy: restate },
  'conditions.escalation': { subject: 'the steps of escalation (conditions beside the document)', remedy: restate },
  'report.quantity': { subject: 'the quantity delivered and received', remedy: 'Count again, and report it anew.' },
  'report.backorder': { subject: 'the quantity delivered and still to come', remedy: 'Correct the despatch advice.' },
  'report.short': { subject: 'the quantity received and missing', remedy: 'Correct the receipt advice.' },
  'report.unit': {
    subject: 'the unit of a reported quantity',
    remedy: 'Report in a unit that the order’s converts to.',
  },
  'report.orderReference': {
    subject: 'the order that the report is about',
    remedy: 'Name the order of this contract.',
  },
  'report.unmatched': { subject: 'a reported line that the order does not have', remedy: 'Name the order’s line.' },
} as const satisfies Readonly<Record<string, Rule>>

/** The stable code of a rule. */
export type RuleCode = keyof typeof RULES
