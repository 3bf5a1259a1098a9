import type { AuthorizationResult } from './authorization.ts'

/** What a response code of a card company comes to: a result, or that nothing is known of what it did. */
export type CodeMeaning = AuthorizationResult | 'NO_ANSWER' | 'NEVER_SEEN'

/**
 * Response codes of ISO 8583:1987, field 39, as far as they decide something (table A.9 there and the codes that networks share). What is not here is never taken for an approval.
 */
const meanings: Readonly<Record<CodeMeaning, readonly string[]>> = {
  // Approved or completed successfully.
  APPROVED: ['00'],
  // Refer to the issuer (01, 02), exceeds the amount limit (61), exceeds the frequency limit (65): usable when somebody approves it.
  REFERRAL: ['01', '02', '61', '65'],
  // In progress (09), re-enter (19), response too late (68), cut-off (90), issuer or switch inoperative (91), duplicate transmission (94), malfunction (96): it is inquired.
  NO_ANSWER: ['09', '19', '68', '90', '91', '94', '96'],
  // Unable to locate the record.
  NEVER_SEEN: ['25'],
  // Merchant, do not honour, invalid transaction, amount, number, issuer; format; lost, stolen, fraud; funds, account, expiry, PIN, not permitted, restricted, security, CVC.
  DECLINED: [
    '03',
    '04',
    '05',
    '06',
    '07',
    '12',
    '13',
    '14',
    '15',
    '30',
    '31',
    '33',
    '34',
    '35',
    '36',
    '37',
    '38',
    '39',
    '41',
    '43',
    '51',
    '52',
    '53',
    '54',
    '55',
    '56',
    '57',
    '58',
    '59',
    '62',
    '63',
    '75',
    '76',
    '77',
    '78',
    '82',
    '92',
    '93',
  ],
}

const meaningOf: ReadonlyMap<string, CodeMeaning> = new Map(
  (Object.keys(meanings) as CodeMeaning[]).flatMap((meaning) =>
    meanings[meaning].map((code): [string, CodeMeaning] => [code, meaning]),
  ),
)

/** What a response code comes to (C6). One that is not known is no approval: DECLINED. */
export function meaningOfCode(code: string): CodeMeaning {
  return meaningOf.get(code) ?? 'DECLINED'
}

/**
 * Whether something may stand at the company though we take its answer for no approval: a code that is not known may be a kind of approval, such as one of a part. Then it is reversed.
 */
export function mayStand(code: string | null): boolean {
  return code !== null && !meaningOf.has(code)
}
