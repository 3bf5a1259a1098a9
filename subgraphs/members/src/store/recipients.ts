import type { Tx } from '@torihiki/shared/store/store.ts'
import type { LetterLanguage } from '../domain/letter.ts'
import type { MessageChannel } from '../domain/message-kinds.ts'

type Sql = Tx['sql']

/** A member as it is written to: its language, the channels that it chose, its webhooks. */
export type Recipient = {
  readonly id: string
  readonly language: LetterLanguage
  /** By kind. What it did not choose goes the usual way. */
  readonly choices: Readonly<Partial<Record<string, readonly MessageChannel[]>>>
  readonly webhooks: readonly {
    readonly id: string
    readonly eventTypes: readonly string[]
    readonly disabled: boolean
  }[]
}

/** Members that may be written to, with what they chose, in one query. Who was rejected, suspended or erased is left out. */
export async function recipientsOf(sql: Sql, memberIds: readonly string[]): Promise<Recipient[]> {
  return sql<Recipient>(
    `select m.id, coalesce(l.language, 'en') as language,
       coalesce((select jsonb_object_agg(c.kind, to_jsonb(c.channels)) from message_choice c where c.member_id = m.id), '{}') as choices,
       coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'eventTypes', to_jsonb(w.event_types), 'disabled', w.disabled_at is not null)
                                  order by w.id)
                 from webhook w where w.member_id = m.id and w.removed_at is null), '[]') as webhooks
     from member m left join message_language l on l.member_id = m.id
     where m.id = any($1::uuid[]) and m.status in ('ACTIVE', 'PROVISIONAL') order by m.id`,
    [memberIds],
  )
}

/** What a member chose, whatever its status. */
export async function preferencesOf(sql: Sql, memberId: string): Promise<Pick<Recipient, 'language' | 'choices'>> {
  const [row] = await sql<Pick<Recipient, 'language' | 'choices'>>(
    `select coalesce((select language from message_language where member_id = $1), 'en') as language,
       coalesce((select jsonb_object_agg(kind, to_jsonb(channels)) from message_choice where member_id = $1), '{}') as choices`,
    [memberId],
  )
  return row ?? { language: 'en', choices: {} }
}
