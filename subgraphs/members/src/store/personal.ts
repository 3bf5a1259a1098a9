import { ensurePersonalKey, personalKeyOf } from '@torihiki/shared/identity/personal-keys.ts'
import { openWith, sealWith, type Sealer } from '@torihiki/shared/identity/seal.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { PersonalDetails } from '../domain/personal.ts'

type Sql = Tx['sql']

/**
 * Keeps what is personal of a member under its own key, which is made when there is none, and itself sealed under the hub's: a copy of the
 * tables alone opens nothing. Its country alone is kept readable, for by it is decided what law gives it (B15).
 */
export async function putPersonal(tx: Tx, sealer: Sealer, memberId: string, details: PersonalDetails): Promise<void> {
  const key = await ensurePersonalKey(tx, sealer, memberId)
  await tx.sql(
    `insert into personal_record (member_id, sealed) values ($1, $2) on conflict (member_id) do update set sealed = excluded.sealed`,
    [memberId, sealWith(key, Buffer.from(JSON.stringify(details)), about(memberId))],
  )
  await tx.sql('update member set country = $2 where id = $1', [memberId, details.address?.country ?? null])
}

/** What is personal of a member; null when it was erased, or never had any. */
export async function personalOf(sql: Sql, sealer: Sealer, memberId: string): Promise<PersonalDetails | null> {
  const [row] = await sql<{ sealed: Buffer }>('select sealed from personal_record where member_id = $1', [memberId])
  const key = row && (await personalKeyOf(sql, sealer, memberId))
  if (!row || !key) return null
  const opened = openWith(key, row.sealed, about(memberId))
  if (!opened) throw new Error(`The personal record of ${memberId} does not open under its key.`)
  return JSON.parse(opened.toString('utf8')) as PersonalDetails
}

/** A text about a person, such as why it was approved and what was seen, sealed under that person's key. */
export async function sealText(
  sql: Sql,
  sealer: Sealer,
  memberId: string,
  subject: string,
  text: string,
): Promise<Buffer | null> {
  const key = await personalKeyOf(sql, sealer, memberId)
  return key && sealWith(key, Buffer.from(text), `${about(memberId)}/${subject}`)
}

/** The text; null when the person was erased. */
export async function openText(
  sql: Sql,
  sealer: Sealer,
  memberId: string,
  subject: string,
  sealed: Buffer,
): Promise<string | null> {
  const key = await personalKeyOf(sql, sealer, memberId)
  return key && (openWith(key, sealed, `${about(memberId)}/${subject}`)?.toString('utf8') ?? null)
}

const about = (memberId: string): string => `personal/${memberId}`

/** How many members of an earlier version are sealed in one transaction. */
const sealedAtOnce = 200

/** Seals what an earlier version of the hub kept readable; at every start, until nothing is left. */
export async function sealEarlierMembers(tx: Tx, sealer: Sealer): Promise<number> {
  const rows = await tx.sql<{ id: string; name: string; kind: string; mail: string }>(
    'select id, name, kind, mail from member where mail is not null order by id limit $1 for no key update',
    [sealedAtOnce],
  )
  for (const { id, name, kind, mail } of rows) {
    const rest = { address: null, birthDate: null, telephone: null, fax: null, paymentMethods: [] }
    await putPersonal(tx, sealer, id, { name, mail, ...rest })
    await tx.sql('update member set mail = null, name = $2 where id = $1', [id, kind === 'PERSON' ? '' : name])
  }
  return rows.length
}
