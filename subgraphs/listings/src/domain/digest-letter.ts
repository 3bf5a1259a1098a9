import { spell, type Money } from '@torihiki/shared/money.ts'

/** The languages in which digests are written. */
export const digestLanguages = ['en', 'ja', 'de'] as const
/** A language in which digests are written. */
export type DigestLanguage = (typeof digestLanguages)[number]

/** How many opportunities a digest lists; of more it says how many. */
export const mostListed = 50

/** An opportunity as a digest shows it. */
export type DigestItem = {
  readonly title: string
  readonly category: string | null
  readonly region: string | null
  readonly quantity: string | null
  readonly budget: Money | null
  readonly validUntil: Date | null
  /** The names of the interests that it met. */
  readonly interests: readonly string[]
}

/** What a digest is made of. */
export type DigestContent = {
  readonly language: DigestLanguage
  readonly timeZone: string
  /** The newest first, `mostListed` at most. */
  readonly items: readonly DigestItem[]
  /** How many there are in all. */
  readonly total: number
}

type Words = {
  subject(total: number): string
  opening(total: number): string
  readonly labels: Readonly<Record<'category' | 'region' | 'quantity' | 'budget' | 'validUntil' | 'interests', string>>
  more(count: number): string
  readonly closing: string
}

const words: Readonly<Record<DigestLanguage, Words>> = {
  en: {
    subject: (total) =>
      total === 1 ? '1 opportunity meets your interests' : `${total} opportunities meet your interests`,
    opening: (total) =>
      total === 1 ? 'This opportunity meets your interests:' : 'These opportunities meet your interests:',
    labels: {
      category: 'Category',
      region: 'Region',
      quantity: 'Quantity',
      budget: 'Budget',
      validUntil: 'Open until',
      interests: 'Interests',
    },
    more: (count) => `… and ${count} more. You find all of them in your list of matches.`,
    closing: 'You get this mail because you registered these interests. Change when it comes with setDigestSchedule.',
  },
  ja: {
    subject: (total) => `ご関心に合う案件が${total}件あります`,
    opening: () => 'ご登録の関心に合う案件をお知らせします。',
    labels: {
      category: '分類',
      region: '地域',
      quantity: '数量',
      budget: '予算',
      validUntil: '有効期限',
      interests: '登録された関心',
    },
    more: (count) => `… ほか${count}件。すべての案件は一覧でご覧いただけます。`,
    closing: 'このメールは関心をご登録の会員にお送りしています。配信の時期は setDigestSchedule で変更できます。',
  },
  de: {
    subject: (total) =>
      total === 1 ? '1 Ausschreibung passt zu Ihren Interessen' : `${total} Ausschreibungen passen zu Ihren Interessen`,
    opening: (total) =>
      total === 1
        ? 'Diese Ausschreibung passt zu Ihren Interessen:'
        : 'Diese Ausschreibungen passen zu Ihren Interessen:',
    labels: {
      category: 'Kategorie',
      region: 'Region',
      quantity: 'Menge',
      budget: 'Budget',
      validUntil: 'Offen bis',
      interests: 'Interessen',
    },
    more: (count) => `… und ${count} weitere. Alle stehen in der Liste Ihrer Treffer.`,
    closing:
      'Sie erhalten diese Nachricht, weil Sie diese Interessen angelegt haben. Wann sie kommt, ändern Sie mit setDigestSchedule.',
  },
}

/** The mail of a digest (A2), in the member's language, with times by its clock. */
export function digestLetter({ language, timeZone, items, total }: DigestContent): { subject: string; text: string } {
  const { subject, opening, labels, more, closing } = words[language]
  const instant = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long', timeStyle: 'short' })
  const entries = items.map((item, i) => {
    const lines = [
      [labels.category, item.category],
      [labels.region, item.region],
      [labels.quantity, item.quantity],
      [labels.budget, item.budget && spell(item.budget)],
      [labels.validUntil, item.validUntil && instant.format(item.validUntil)],
      [labels.interests, item.interests.join(', ')],
    ].flatMap(([label, value]) => (value ? [`   ${label}: ${oneLine(value)}`] : []))
    return [`${i + 1}. ${oneLine(item.title)}`, ...lines].join('\n')
  })
  const rest = total - items.length
  const text = [opening(total), ...entries, ...(rest > 0 ? [more(rest)] : []), `-- \n${closing}`].join('\n\n')
  return { subject: subject(total), text: `${text}\n` }
}

/** What members wrote takes one line each: nobody can make a mail look like something else. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
