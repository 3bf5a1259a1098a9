import type { LetterWords } from './words.ts'

/** Letters in English. */
export const en: LetterWords = {
  kinds: {
    CASE_REGISTERED: { subject: 'New case', sentence: '$ registered a case and named you as partner.' },
    CASE_REFERRED: { subject: 'Case taken up', sentence: '$ referred to the case.' },
    CASE_WITHDRAWN: { subject: 'Case withdrawn', sentence: '$ withdrew the case.' },
    CASE_DECLINED: { subject: 'Case declined', sentence: '$ declined the case.' },
    CASE_EXPIRED: { subject: 'Case expired', sentence: 'The case was not answered in time and has expired.' },
    ORDER_SENT: { subject: 'Order received', sentence: '$ sent you an order. Please accept or decline it.' },
    ORDER_ANSWERED: { subject: 'Order answered', sentence: '$ answered your order.' },
    ORDER_ROUTED: { subject: 'Order routed', sentence: 'An outlet was chosen that serves the order.' },
    ORDER_NOT_ROUTED: {
      subject: 'No outlet for the order',
      sentence: 'None of the outlets can serve the order at present. It waits; see the reasons at the hub.',
    },
    CONTRACT_SUBMITTED: { subject: 'Contract submitted', sentence: '$ submitted its contract document.' },
    CONTRACT_COMPARED: {
      subject: 'Contracts differ',
      sentence: 'The contract documents of both sides differ. Either side may submit again.',
    },
    CONTRACT_CONFLICT_RAISED: {
      subject: 'Contradicting contract',
      sentence: 'A contract document contradicts an earlier one of the same side. Both stay on record.',
    },
    CONTRACT_NOTARIZED: {
      subject: 'Contract notarized',
      sentence: 'Both documents agree: the contract is notarized.',
    },
    CANCELLATION_PROPOSED: { subject: 'Cancellation proposed', sentence: '$ proposes to cancel the contract.' },
    CONTRACT_CANCELLED: { subject: 'Contract cancelled', sentence: 'Both sides agreed: the contract is cancelled.' },
    PAYMENT_RESERVATION_REQUESTED: {
      subject: 'Payment requested',
      sentence: 'The card company was asked to reserve the payment.',
    },
    PAYMENT_REFERRED: {
      subject: 'Above the card’s ceiling',
      sentence:
        'The card company says that the amount exceeds the ceiling of the card. The customer is asked whether its approval may be sought.',
    },
    REFERRAL_CONSENTED: {
      subject: 'Seek the card company’s approval',
      sentence:
        'The customer consents: ask the card company for its approval by telephone, and record what it says with recordReferral.',
    },
    PAYMENT_RESERVED: {
      subject: 'Thank you: payment reserved',
      sentence: 'Thank you. The payment is reserved and the sale goes ahead: delivery can begin.',
    },
    PAYMENT_RESERVATION_REFUSED: {
      subject: 'Sale not concluded',
      sentence:
        'The payment could not be reserved, so the sale is not concluded. You may pay in another way or order again, for instance once the card’s ceiling is settled.',
    },
    PAYMENT_RESERVATION_ENDED: { subject: 'Reservation ended', sentence: 'The payment is no longer reserved.' },
    DELIVERY_REPORTED: { subject: 'Delivery reported', sentence: 'A delivery was reported.' },
    GOODS_REPORTED: { subject: 'Goods reported', sentence: 'A report on the goods was made.' },
    INSPECTION_CONFIRMED: { subject: 'Inspection confirmed', sentence: 'The inspection was confirmed.' },
    PAYMENT_CAPTURED: { subject: 'Payment captured', sentence: 'The reserved payment was made.' },
    OBLIGATION_ARISEN: { subject: 'Amount payable', sentence: 'The amount of the contract is now payable.' },
    SETTLEMENT_STARTED: { subject: 'Settlement started', sentence: 'The settlement has begun.' },
    SETTLEMENT_ABORTED: {
      subject: 'Settlement taken back',
      sentence: 'The settlement window was aborted before anything was paid. The amount is owed as before.',
    },
    SETTLEMENT_REPORTED: { subject: 'Settlement reported', sentence: 'The settlement agent reported the settlement.' },
    RETURN_REQUESTED: { subject: 'Return requested', sentence: 'The buyer asks to give goods back.' },
    RETURN_ACCEPTED: {
      subject: 'Return accepted',
      sentence: 'The return of goods is accepted: they may be sent back.',
    },
    RETURN_REFUSED: {
      subject: 'Return refused',
      sentence: '$ refused to take the goods back. The reason is with the return.',
    },
    RETURN_WITHDRAWN: { subject: 'Return withdrawn', sentence: 'The buyer keeps the goods after all.' },
    GOODS_RETURNED: { subject: 'Goods returned', sentence: 'The goods are back with the seller.' },
    PAYMENT_REFUNDED: { subject: 'Payment refunded', sentence: 'What was paid for the returned goods is refunded.' },
    HIDDEN_PURCHASE_COMMITTED: {
      subject: 'Hidden purchase proposed',
      sentence:
        'The other side committed to a purchase whose amount the hub does not know. Commit to the same to agree.',
    },
    HIDDEN_PURCHASE_AGREED: {
      subject: 'Hidden purchase agreed',
      sentence: 'Both sides committed to the same purchase. The payment institution reports how it goes on.',
    },
    DELIVERY_LATE: { subject: 'Delivery late', sentence: 'The delivery of this contract is late.' },
    SETTLEMENT_LATE: { subject: 'Settlement late', sentence: 'The settlement of this contract is late.' },
    BILL_MADE: { subject: 'Bill', sentence: 'What you drew on credit was billed.' },
    BILL_PAID: { subject: 'Bill paid', sentence: 'Your bill is paid in full. Thank you.' },
    BILL_OVERDUE: { subject: 'Bill overdue', sentence: 'Your bill is not paid in full, and its due day has passed.' },
    SHOP_ORDER_CONCLUDED: {
      subject: 'Thank you for your order',
      sentence: 'Thank you. The contract of sale with $ is concluded; you are delivered to.',
    },
    SHOP_ORDER_UNPAID: {
      subject: 'Order not paid',
      sentence:
        'The payment of your order with $ was not approved, and the contract of sale is not concluded. You can pay by another method within 24 hours; then the order ends, and nothing is charged.',
    },
    SHOP_ORDER_NOT_CONCLUDED: {
      subject: 'Order not concluded',
      sentence:
        'The contract of sale with $ was not concluded, and nothing is charged. You are welcome to order again: refillCart puts the same into your cart.',
    },
    SHOP_ORDER_CANCELLED: {
      subject: 'Order cancelled',
      sentence: 'Your order with $ is cancelled. What was reserved for it is given back.',
    },
    GIFT_ENTRUSTED: {
      subject: 'Gift to hand over',
      sentence: '$ entrusted a gift to you. Its recipient and the address are at the hub.',
    },
    GIFT_RECEIVED: {
      subject: 'Gift received',
      sentence: '$ reported that the recipient has the gift. Please report it to the payer.',
    },
    GIFT_REPORTED: {
      subject: 'Your gift arrived',
      sentence: '$ reported that the recipient has your gift.',
    },
    GUARANTEE_REQUESTED: {
      subject: 'Guarantee requested',
      sentence: '$ asks for a guarantee. Please grant or refuse it.',
    },
    GUARANTEE_GRANTED: {
      subject: 'Guarantee granted',
      sentence: 'A payment is guaranteed under this number. The order can be placed and taken.',
    },
    GUARANTEE_REFUSED: {
      subject: 'Guarantee refused',
      sentence: 'Your request for a guarantee was refused. The reason is at the hub.',
    },
    GUARANTEE_PAYABLE: {
      subject: 'Payment due',
      sentence: 'The goods were accepted. Pay at a bank, a store or a counter and quote this number.',
    },
    GUARANTEE_PAID: {
      subject: 'Payment made',
      sentence: 'The payment was made under this number.',
    },
    GUARANTEE_INVOKED: {
      subject: 'Guarantor called upon',
      sentence: 'The payment was not made by its day: the guarantor stands in for it.',
    },
    GUARANTEE_REDUCED: {
      subject: 'Debt reduced',
      sentence: 'Goods were refunded: what is owed under this number is lower, and now as follows.',
    },
    GUARANTEE_SOLD: {
      subject: 'Debt sold',
      sentence:
        'What is owed under this number was sold to $. It comes on the bill from there; nothing is to be paid under the number any more.',
    },
    GUARANTEE_TAKEN_BACK: {
      subject: 'Debt taken back',
      sentence:
        '$ gave back what is owed under this number. It is owed to the guarantor again, and is paid under the number.',
    },
    GUARANTEE_RELEASED: {
      subject: 'Guarantee released',
      sentence: 'Nothing is guaranteed under this number any more.',
    },
    GUARANTEE_EXPIRED: {
      subject: 'Guarantee expired',
      sentence: 'The guarantee has expired.',
    },
    REFERRAL_CONSENT: {
      subject: 'Your consent is needed',
      sentence:
        'The card company says that the amount exceeds your card’s ceiling. May $ ask it to approve the amount? Answer by the day below; without your consent the sale is not concluded.',
    },
    REFERRAL_NOT_KNOWN: {
      subject: 'Approval code not known',
      sentence:
        'The card company does not know the approval code that was recorded. Record the right one with recordReferral.',
    },
    WINDOW_ABORTED: {
      subject: 'Settlement window aborted',
      sentence:
        'The settlement window through $ was aborted before anything was paid. What it took in goes into the next; there is nothing for you to do.',
    },
    WEBHOOK_DISABLED: {
      subject: 'Webhook disabled',
      sentence:
        'Your webhook was disabled. Mend the receiver, enable the webhook with editWebhook, then replay what it missed.',
    },
    APPLICATION_RECEIVED: {
      subject: 'Application received',
      sentence: 'Your application was received. You are provisional until it is approved, and are told by mail.',
    },
    MEMBER_APPROVED: {
      subject: 'Membership approved',
      sentence:
        'You are approved. Quote your member number when you write or call. If you did not choose what to sign in with, you get a code by another way.',
    },
    MEMBER_REJECTED: {
      subject: 'Application rejected',
      sentence: 'Your application was not approved. Ask the hub, or whom you addressed it to, for the reason.',
    },
  },
  labels: {
    order: 'Order',
    case: 'Case',
    contract: 'Contract',
    bill: 'Bill',
    amount: 'Amount',
    transaction: 'Transaction number',
    status: 'Status',
    dueOn: 'Due on',
    level: 'Warning no.',
    window: 'Settlement window',
    link: 'Answer here',
    webhook: 'Webhook',
    reason: 'Reason',
    memberNumber: 'Member number',
  },
  reading: 'Read everything about it at the hub, signed in, by its code.',
  closing:
    'This mail was written by the hub; answers to it are not read. Choose what is mailed with setMessagePreferences.',
  partner: 'Your partner',
  disabled: { GONE: 'It answered 410 (Gone).', FAILING: 'It failed for days.' },
}
