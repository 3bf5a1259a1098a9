import { sharedData } from '@torihiki/shared/testing/shared-data.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a processor calls a refusal, as the response code of ISO 8583 that says it. */
const codes: Readonly<Record<string, string>> = {
  generic_decline: '05',
  card_declined: '05',
  insufficient_funds: '51',
  lost_card: '41',
  stolen_card: '43',
  expired_card: '54',
  CARD_EXPIRED: '54',
  BLOCK_CARD: '62',
  incorrect_cvc: '82',
  incorrect_number: '14',
}

/** The response code of an outcome; `code` is two digits, or what a processor calls it. */
export function codeOf(outcome: string, code = ''): string {
  if (outcome === 'odd') return '10'
  if (['approved', 'slow', 'lost', 'closed'].includes(outcome)) return '00'
  if (/^\d\d$/.test(code)) return code
  return codes[code] ?? (outcome === 'referral' ? '01' : '05')
}

/** What is published of each test card, by its number. Empty where the folder of published figures is not there. */
export function publishedCards(): ReadonlyMap<string, { brand: string; outcome: string; code: string }> {
  const folder = sharedData('cards')
  if (!folder) return new Map()
  const [, ...lines] = readFileSync(join(folder, 'stripe-test-cards.csv'), 'utf8').trim().split('\n')
  return new Map(
    lines.map((line) => {
      const [number = '', brand = '', outcome = '', code = ''] = line
        .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map((each) => each.replaceAll('"', ''))
      return [number, { brand, outcome, code }]
    }),
  )
}

/** What a company answers to a number: as is published, and approved when nothing is. */
export function outcomeOfNumber(number: string): [outcome: string, code: string] {
  const card = publishedCards().get(number)
  if (!card) return ['approved', '00']
  if (card.outcome === 'error') return ['error', '96']
  if (card.outcome.includes('refund fails')) return ['closed', '00']
  if (card.outcome.startsWith('succeeds')) return ['approved', '00']
  return ['declined', codeOf('declined', card.code)]
}
