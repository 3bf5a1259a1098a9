import { de } from './letters/de.ts'
import { en } from './letters/en.ts'
import { fr } from './letters/fr.ts'
import { ja } from './letters/ja.ts'
import type { LetterWords } from './letters/words.ts'
import { chosenKinds, type MessageKind } from './message-kinds.ts'

const words = { en, ja, de, fr } as const satisfies Record<string, LetterWords>

/** A language in which the hub writes to members. */
export type LetterLanguage = keyof typeof words
/** The languages in which the hub writes to members, the usual one first. */
export const letterLanguages = Object.keys(words) as LetterLanguage[]

/** The language of a tag of BCP 47 (`de-AT` is `de`), or null when the hub does not write in it. */
export function letterLanguageOf(tag: string): LetterLanguage | null {
  const [primary = ''] = tag.toLowerCase().split('-', 1)
  return letterLanguages.find((each) => each === primary) ?? null
}

/** What a letter is made of: codes and ids, no personal data. It is kept with the message; the name of the other member is not. */
export type LetterContent = {
  readonly caseCode?: string | undefined
  readonly contractCode?: string | undefined
  readonly status?: string | undefined
  readonly dueOn?: string | undefined
  readonly level?: number | undefined
  /** The member who acted, or is the other end of the thread. */
  readonly counterpartId?: string | undefined
  readonly orderCode?: string | undefined
  readonly billNumber?: string | undefined
  readonly transactionNumber?: string | undefined
  /** An amount as it is written: `1000 JPY`. */
  readonly amount?: string | undefined
  /** The id of a settlement window: it has no code. */
  readonly windowId?: string | undefined
  /** The referral to which a customer is asked to consent, and until when: its link is written as the letter is sent. */
  readonly referralId?: string | undefined
  readonly actBy?: string | undefined
  readonly link?: string | undefined
  readonly memberNumber?: string | undefined
  readonly webhookName?: string | undefined
  readonly disabledFor?: 'GONE' | 'FAILING' | undefined
}

/** The subject of a letter: what happened, and to which order, case, contract, bill, transaction number, window or webhook; else to which amount. */
export function letterSubject(language: LetterLanguage, kind: MessageKind, content: LetterContent): string {
  const { orderCode, contractCode, caseCode, billNumber, transactionNumber, windowId, webhookName, amount } = content
  const about =
    orderCode ?? contractCode ?? caseCode ?? billNumber ?? transactionNumber ?? windowId ?? webhookName ?? amount
  const { subject } = words[language].kinds[kind]
  return about === undefined ? subject : `${subject}: ${oneLine(about)}`
}

/** A letter to a member (A3, A4, A5, A9, A11, A12, B10, B11, B21, C7), in its language. */
export function letter(
  language: LetterLanguage,
  kind: MessageKind,
  content: LetterContent,
  counterpartName: string | null,
): { subject: string; text: string } {
  const { kinds, labels, reading, closing, partner, disabled } = words[language]
  const sentence = kinds[kind].sentence.replace('$', () => oneLine(counterpartName ?? partner))
  const lines = [
    [labels.order, content.orderCode],
    [labels.case, content.caseCode],
    [labels.contract, content.contractCode],
    [labels.bill, content.billNumber],
    [labels.transaction, content.transactionNumber],
    [labels.amount, content.amount],
    [labels.status, content.status],
    [labels.dueOn, content.dueOn],
    [labels.level, content.level?.toString()],
    [labels.window, content.windowId],
    [labels.link, content.link],
    [labels.webhook, content.webhookName],
    [labels.memberNumber, content.memberNumber],
    [labels.reason, content.disabledFor && disabled[content.disabledFor]],
  ].flatMap(([label, value]) => (value ? [`   ${label}: ${oneLine(value)}`] : []))
  const more = chosenKinds.includes(kind) ? [reading] : []
  const facts = lines.length > 0 ? [lines.join('\n')] : []
  const text = [sentence, ...facts, ...more, `-- \n${closing}`].join('\n\n')
  return { subject: letterSubject(language, kind, content), text: `${text}\n` }
}

/** What members wrote takes one line each: nobody can make a mail look like something else. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** What a letter of a kind may look like, for whoever reads the templates. */
export function sampleContent(kind: MessageKind): LetterContent {
  if (kind === 'WEBHOOK_DISABLED') return { webhookName: 'Warehouse', disabledFor: 'FAILING' }
  if (kind === 'MEMBER_APPROVED') return { memberNumber: 'MBR-7K3M-Q2X9-T' }
  if (kind === 'APPLICATION_RECEIVED' || kind === 'MEMBER_REJECTED') return {}
  if (kind === 'DELIVERY_LATE' || kind === 'SETTLEMENT_LATE')
    return { contractCode: 'CTR-7K3M-Q2X9-T', dueOn: '2026-11-20', level: 1 }
  if (kind === 'REFERRAL_CONSENT')
    return {
      transactionNumber: 'TXN-7K3M-Q2X9-Z0HZ-Y',
      amount: '1000 JPY',
      dueOn: '2026-12-31',
      link: 'https://hub.example/consents/…',
    }
  if (kind === 'REFERRAL_NOT_KNOWN')
    return { transactionNumber: 'TXN-7K3M-Q2X9-Z0HZ-Y', amount: '1000 JPY', dueOn: '2026-12-31' }
  if (kind === 'WINDOW_ABORTED') return { windowId: '019aa5f0-7c3e-7d15-9c1e-2b6f0d4c8a71' }
  if (kind === 'BILL_MADE' || kind === 'BILL_PAID' || kind === 'BILL_OVERDUE')
    return { billNumber: 'CRB-7K3M-Q2X9-T', amount: '1000 JPY', dueOn: '2026-12-31' }
  if (kind.startsWith('SHOP_ORDER_')) return { orderCode: 'ORD-7K3M-Q2X9-T', amount: '1000 JPY' }
  if (kind === 'GIFT_ENTRUSTED') return {}
  if (kind === 'GIFT_RECEIVED' || kind === 'GIFT_REPORTED') return { contractCode: 'CTR-7K3M-Q2X9-T' }
  if (kind === 'GUARANTEE_REQUESTED' || kind === 'GUARANTEE_REFUSED') return { amount: '1000 JPY', dueOn: '2026-12-31' }
  if (kind.startsWith('GUARANTEE_'))
    return { transactionNumber: 'TXN-7K3M-Q2X9-Z0HZ-Y', amount: '1000 JPY', dueOn: '2026-12-31' }
  return { caseCode: 'CASE-7K3M-Q2X9-T', status: 'ORDERED' }
}
