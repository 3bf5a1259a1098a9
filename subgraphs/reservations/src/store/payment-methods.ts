import type { Tx } from '@torihiki/shared/store/store.ts'
import type { PaymentMethodModel } from '../graphql/models.ts'

/** What is to be kept of a card: the vault's token and what people recognise it by. Never its number, never a CVC. */
export type CardReference = { token: string; brand: string; lastFour: string; expiry: string; company: string }

/** A payment method of this member, or null: another's is as good as none. */
export async function methodOf(sql: Tx['sql'], methodId: string, memberId: string): Promise<PaymentMethodModel | null> {
  const [row] = await sql<PaymentMethodModel>('select * from payment_method where id = $1 and member_id = $2', [
    methodId,
    memberId,
  ])
  return row ?? null
}

/** Keeps a payment method. */
export async function insertMethod(
  tx: Tx,
  method: {
    id: string
    memberId: string
    kind: string
    name: string
    currency: string
    card: CardReference | null
    /** Sealed: only the hub can read it. */
    accountSealed: string | null
    at: Date
  },
): Promise<void> {
  const { card } = method
  await tx.sql(
    `insert into payment_method (id, member_id, kind, name, currency, card_token, card_brand, card_last_four, card_expiry, card_company, registered_at, account_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      method.id,
      method.memberId,
      method.kind,
      method.name,
      method.currency,
      card?.token ?? null,
      card?.brand ?? null,
      card?.lastFour ?? null,
      card?.expiry ?? null,
      card?.company ?? null,
      method.at,
      method.accountSealed,
    ],
  )
}

/** What stands instead of what a payment method was called, and of its card's token, once its member was erased. */
const erased = 'erased'

/**
 * Forgets what is personal of a member's payment methods (B2): their names, account references, and what stands for cards. That they were there stays.
 * @returns the tokens of the cards, which are to be destroyed in the vault
 */
export async function forgetMethods(tx: Tx, memberId: string): Promise<string[]> {
  const cards = await tx.sql<{ card_token: string }>(
    `select distinct card_token from payment_method where member_id = $1 and card_token is not null and card_token <> $2`,
    [memberId, erased],
  )
  await tx.sql(
    `update payment_method set name = $2, account_sealed = null, account_reference = case when account_reference is not null then $2 end,
       card_token = case when card_token is not null then $2 end, card_brand = case when card_brand is not null then $2 end,
       card_last_four = case when card_last_four is not null then '0000' end,
       card_expiry = case when card_expiry is not null then '2000-01' end where member_id = $1`,
    [memberId, erased],
  )
  return cards.map((row) => row.card_token)
}

/** Notes that a card is to be destroyed in the vault; the token is kept until it is. Null when it is already to be. */
export async function insertDestruction(tx: Tx, id: string, token: string): Promise<string | null> {
  const [row] = await tx.sql<{ id: string }>(
    `insert into card_destruction (id, token, owed_at) values ($1, $2, clock_timestamp()) on conflict (token) do nothing returning id`,
    [id, token],
  )
  return row?.id ?? null
}

/** The token that is to be destroyed still, or null. */
export async function tokenToDestroy(sql: Tx['sql'], id: string): Promise<string | null> {
  const [row] = await sql<{ token: string | null }>('select token from card_destruction where id = $1', [id])
  return row?.token ?? null
}

/** Notes that the vault has destroyed a card: its token is forgotten here too. */
export async function noteDestroyed(tx: Tx, id: string): Promise<void> {
  await tx.sql('update card_destruction set token = null, destroyed_at = clock_timestamp() where id = $1', [id])
}
