import { newId } from '@torihiki/shared/ids.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { LetterContent } from '../domain/letter.ts'
import type { MessageKind } from '../domain/message-kinds.ts'
import { oweMessages } from '../store/messages.ts'
import { preferencesOf } from '../store/recipients.ts'

/** Owes a member a letter about its membership (B1): it always comes by mail, in the language that it chose. */
export async function oweLetter(
  tx: Tx,
  memberId: string,
  kind: MessageKind,
  content: LetterContent,
  at: Date,
): Promise<void> {
  const { language } = await preferencesOf(tx.sql, memberId)
  await oweMessages(tx.sql, [
    { id: newId(at.getTime()), memberId, kind, threadId: null, place: 0, at, channel: 'MAIL', language, content },
  ])
}
