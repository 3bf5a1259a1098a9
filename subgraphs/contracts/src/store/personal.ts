import type { EventPayload } from '@torihiki/schema'
import { destroyPersonalKey, ensurePersonalKey, personalKeyOf } from '@torihiki/shared/identity/personal-keys.ts'
import { openWith, sealWith, type Sealer } from '@torihiki/shared/identity/seal.ts'
import { isId } from '@torihiki/shared/ids.ts'
import { refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { OrderTerms } from '../commands/order-terms.ts'
import { withoutPartyValues } from '../domain/matching/withhold-parties.ts'
import type { Discrepancy } from '../domain/matching/discrepancy.ts'

/** Whether what names a member is kept under a key of its own here: it is a person or a guest. */
export async function isPersonal(tx: Tx, sealer: Sealer, memberId: string): Promise<boolean> {
  return (await personalKeyOf(tx.sql, sealer, memberId)) !== null
}

/** Seals what names a party of a contract under its own key, as text. */
export async function sealFor(
  tx: Tx,
  sealer: Sealer,
  memberId: string,
  contractId: string,
  withheld: object,
): Promise<string> {
  const key = await ensurePersonalKey(tx, sealer, memberId)
  return sealWith(key, Buffer.from(JSON.stringify(withheld)), `contract/${contractId}`).toString('base64')
}

/** What an order or its answer says in words: where the goods go, and what else was written. */
type Words = { readonly note: string | null; readonly terms: OrderTerms | null }

/**
 * The words of an order as they are kept: when an end of the thread is a person or a guest they are sealed under its key, for they may name
 * it and say where it lives, and orders are never changed (B2). Between firms they stay as they are.
 */
export async function sealWords<W extends Words>(
  tx: Tx,
  sealer: Sealer,
  { sourceId, partnerId }: { sourceId: string; partnerId: string },
  words: W,
): Promise<Words> {
  let { note, terms }: Words = words
  for (const memberId of [sourceId, partnerId]) {
    const key = await personalKeyOf(tx.sql, sealer, memberId)
    if (!key) continue
    const seal = (text: string | null): string | null =>
      text === null
        ? null
        : `${sealMark}${memberId}:${sealWith(key, Buffer.from(text), wordsOf(memberId)).toString('base64')}`
    note = seal(note)
    terms = terms && { ...terms, deliveryPlace: seal(terms.deliveryPlace), other: seal(terms.other) }
  }
  return { note, terms }
}

/** A text as it was written; null when an end of the thread whose it was has been erased. */
export async function openWords(sql: Tx['sql'], sealer: Sealer, kept: string | null): Promise<string | null> {
  let text = kept
  // Once for each end of the thread.
  for (let ends = 0; ends < 2 && text?.startsWith(sealMark); ends++) {
    const [memberId = '', sealed = ''] = text.slice(sealMark.length).split(':', 2)
    const key = isId(memberId) ? await personalKeyOf(sql, sealer, memberId) : null
    text = (key && openWith(key, Buffer.from(sealed, 'base64'), wordsOf(memberId))?.toString('utf8')) ?? null
  }
  return text
}

/** The same for a document that is kept as it came and never changed. */
export async function sealDocument(
  tx: Tx,
  sealer: Sealer,
  { sourceId, partnerId }: { sourceId: string; partnerId: string },
  document: Buffer,
): Promise<Buffer> {
  let bytes = document
  for (const memberId of [sourceId, partnerId]) {
    const key = await personalKeyOf(tx.sql, sealer, memberId)
    if (key) bytes = Buffer.concat([Buffer.from(`${sealMark}${memberId}:`), sealWith(key, bytes, wordsOf(memberId))])
  }
  return bytes
}

/** The document as it came; null when an end of the thread whose it was has been erased. */
export async function openDocument(sql: Tx['sql'], sealer: Sealer, kept: Buffer): Promise<Buffer | null> {
  let bytes: Buffer | null = kept
  for (let ends = 0; ends < 2 && bytes?.subarray(0, sealMark.length).toString() === sealMark; ends++) {
    const end: number = bytes.indexOf(':', sealMark.length)
    const memberId: string = bytes.subarray(sealMark.length, end).toString()
    const key: Buffer | null = isId(memberId) ? await personalKeyOf(sql, sealer, memberId) : null
    bytes = key && openWith(key, bytes.subarray(end + 1), wordsOf(memberId))
  }
  return bytes
}

const sealMark = 'sealed:'
const wordsOf = (memberId: string): string => `words/${memberId}`

/** Whether the documents of a thread were destroyed, because a party of it was erased. */
export async function documentsAreGone(tx: Tx, threadId: string): Promise<boolean> {
  const gone = await tx.sql(`select 1 from contract_submission where thread_id = $1 and document = '' limit 1`, [
    threadId,
  ])
  return gone.length > 0
}

/** What is answered to an act that needs them. */
export function documentsGone(): Refusal {
  return refuse('WRONG_STATE', 'The documents of this thread were destroyed with the personal data of a party.', {
    state: 'ERASED',
  })
}

/**
 * A person or guest gets a key; one that was erased loses it (B2), and with it go the original documents of its threads, which name it, and
 * the values of their comparisons that do. Their hashes, the agreed terms and all that was done stay on record.
 */
export async function keepOrForget(tx: Tx, sealer: Sealer, member: EventPayload<'MemberRecorded'>): Promise<void> {
  if (member.status !== 'ERASED') {
    if (member.personal) await ensurePersonalKey(tx, sealer, member.memberId)
    return
  }
  await destroyPersonalKey(tx, member.memberId)
  // Documents that name a firm are no personal data: its partners keep them.
  if (!member.personal) return
  await tx.sql(
    `update contract_submission s set document = '' from case_thread t
     where t.id = s.thread_id and $1 in (t.source_id, t.partner_id) and s.document <> ''`,
    [member.memberId],
  )
  const comparisons = await tx.sql<{ id: string; discrepancies: Discrepancy[] }>(
    `select c.id, c.discrepancies from contract_comparison c join case_thread t on t.id = c.thread_id
     where $1 in (t.source_id, t.partner_id) and c.discrepancies <> '[]' order by c.id for no key update of c`,
    [member.memberId],
  )
  for (const { id, discrepancies } of comparisons)
    await tx.sql('update contract_comparison set discrepancies = $2 where id = $1', [
      id,
      JSON.stringify(withoutPartyValues(discrepancies)),
    ])
}
