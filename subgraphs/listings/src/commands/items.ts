import { hasValidGs1Digit } from '@torihiki/shared/check-digits.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { ListingsServices } from '../services.ts'
import { insertItem, lockOwnItem, moveItemStock, reviseItem, type ItemRow, type StatedItem } from '../store/items.ts'
import { merchant } from './shops.ts'
import { languageForm } from './stated-input.ts'

/** How many items a merchant may have: more than any shop shows, and a bound for what one member fills. */
export const mostItems = 10_000
/** The most that there may be of an item: what a client's whole number still holds. */
export const mostStock = 1_000_000_000

const unitForm = z
  .string()
  .regex(/^[A-Z0-9]{2,3}$/, 'It must be a code of UN/ECE Recommendation 20, such as C62 or KGM')
const gtinForm = z
  .string()
  .refine(
    (text) => /^(\d{8}|\d{12,14})$/.test(text) && hasValidGs1Digit(text),
    'It is not a GTIN: 8, 12, 13 or 14 digits, the last of which is their check digit',
  )
const forms = {
  name: form.text(200),
  description: form.text(10_000),
  language: languageForm,
  category: form.text(100),
  kind: z.enum(['GOODS', 'SERVICE']),
  unit: unitForm,
  price: form.money,
  gtin: gtinForm,
} as const
const publishForm = z.object({
  idempotencyKey: form.idempotencyKey,
  shopId: form.id,
  itemNumber: form.text(100),
  ...forms,
  language: form.optional(forms.language),
  category: form.optional(forms.category),
  gtin: form.optional(forms.gtin),
  stock: form.optional(z.int().min(0, 'It is 0 or more').max(mostStock, `It is ${mostStock} at most`)),
  onSale: form.optional(z.boolean()),
})
const editForm = z.object({
  idempotencyKey: form.idempotencyKey,
  itemId: form.id,
  revision: z.int(),
  shopId: form.optional(form.id),
  name: form.optional(forms.name),
  description: form.optional(forms.description),
  // Null takes it away; left out it stays.
  language: forms.language.nullable().optional(),
  category: forms.category.nullable().optional(),
  gtin: forms.gtin.nullable().optional(),
  unit: form.optional(forms.unit),
  price: form.optional(forms.price),
  onSale: form.optional(z.boolean()),
})
const stockForm = z.object({
  idempotencyKey: form.idempotencyKey,
  itemId: form.id,
  change: z.int().min(-mostStock, `It is ${-mostStock} at least`).max(mostStock, `It is ${mostStock} at most`),
})

type ItemAnswer = Promise<{ itemId: string } | Refusal>

/**
 * Publishes an item in a shop of the actor's (C1). With `stock` it is one that is stocked; without one that is made to order, or a service: then it can always be had.
 * Refuses NOT_FOUND for a shop of others, a number that the merchant has given already (INVALID_INPUT), NOT_ALLOWED for who is no merchant or has too many,
 * MEMBER_NOT_ACTIVE.
 */
export async function publishItem(services: ListingsServices, actor: Actor, raw: unknown): ItemAnswer {
  const input = parseInput(publishForm, raw)
  if (isRefusal(input)) return input
  if (input.kind === 'SERVICE' && input.stock !== null)
    return refuseInput([{ path: 'stock', message: 'A service is not stocked: leave it out.' }])
  const request = { actor, operation: 'publishItem', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const merchantId = await merchant(tx, actor)
    if (isRefusal(merchantId)) return merchantId
    // Two at once of one merchant take turns, so that both count the same.
    await tx.sql('select 1 from known_member where member_id = $1 for no key update', [merchantId])
    if (!(await isOwnShop(tx, merchantId, input.shopId))) return noShop()
    const [there] = await tx.sql<{ many: number }>('select count(*)::int as many from item where merchant_id = $1', [
      merchantId,
    ])
    if ((there?.many ?? 0) >= mostItems)
      return refuse('NOT_ALLOWED', `You have ${mostItems} items, which is the most. Edit one of them.`)
    const now = services.now()
    const itemId = newId(now.getTime())
    const stated: StatedItem = {
      shop_id: input.shopId,
      name: input.name,
      description: input.description,
      language: input.language,
      category: input.category,
      kind: input.kind,
      unit: input.unit,
      price_minor: input.price.minor.toString(),
      currency: input.price.currency,
      gtin: input.gtin,
      on_sale: input.onSale ?? true,
    }
    const item = { id: itemId, merchantId, itemNumber: input.itemNumber, stocked: input.stock !== null }
    if (!(await insertItem(tx, item, stated, now)))
      return refuseInput([{ path: 'itemNumber', message: 'Another item of yours has it. Take another, or edit that.' }])
    const moves = [{ itemId, change: BigInt(input.stock ?? 0) }]
    await moveItemStock(tx, moves, { cause: 'STATED', quoteId: null, at: now })
    return { itemId }
  })
}

/**
 * Edits an item of the actor's (C1): what is given is stated anew, what is left out stays, and the state before stays on record. An edit that changes nothing makes no
 * revision. Quotes that were given stay as they are. Refuses NOT_FOUND, also for items and shops of others, STALE_REVISION, NOT_ALLOWED, MEMBER_NOT_ACTIVE.
 */
export async function editItem(services: ListingsServices, actor: Actor, raw: unknown): ItemAnswer {
  const input = parseInput(editForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'editItem', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const merchantId = await merchant(tx, actor)
    if (isRefusal(merchantId)) return merchantId
    const item = await lockOwnItem(tx, merchantId, input.itemId)
    if (!item) return noItem()
    if (item.revision !== input.revision)
      return refuse(
        'STALE_REVISION',
        `You edit revision ${input.revision}; the present one is ${item.revision}. Read it again, then edit that.`,
        { revision: item.revision, given: input.revision },
      )
    if (input.shopId && !(await isOwnShop(tx, merchantId, input.shopId))) return noShop()
    const before = statedOf(item)
    const after: StatedItem = {
      shop_id: input.shopId ?? before.shop_id,
      name: input.name ?? before.name,
      description: input.description ?? before.description,
      language: input.language === undefined ? before.language : input.language,
      category: input.category === undefined ? before.category : input.category,
      kind: before.kind,
      unit: input.unit ?? before.unit,
      price_minor: input.price?.minor.toString() ?? before.price_minor,
      currency: input.price?.currency ?? before.currency,
      gtin: input.gtin === undefined ? before.gtin : input.gtin,
      on_sale: input.onSale ?? before.on_sale,
    }
    if (JSON.stringify(before) !== JSON.stringify(after))
      await reviseItem(tx, item.id, item.revision + 1, after, services.now())
    return { itemId: item.id }
  })
}

/**
 * Says that there is more or less of a stocked item of the actor's (C1), as goods come in or are found missing; what quotes hold is not counted. By a change and not by
 * a count, so that it is right whatever is sold meanwhile. Refuses NOT_FOUND, INVALID_INPUT for what would leave less than nothing, with what there is.
 */
export async function changeItemStock(services: ListingsServices, actor: Actor, raw: unknown): ItemAnswer {
  const input = parseInput(stockForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'changeItemStock', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const merchantId = await merchant(tx, actor)
    if (isRefusal(merchantId)) return merchantId
    const item = await lockOwnItem(tx, merchantId, input.itemId)
    if (!item) return noItem()
    const after = BigInt(item.stock) + BigInt(input.change)
    const fault = !item.stocked
      ? 'The item is not stocked: it can always be had.'
      : after < 0n
        ? `There are ${item.stock}: no more than that can be taken away.`
        : after > BigInt(mostStock)
          ? `There are ${item.stock}: together it would be more than ${mostStock}.`
          : null
    if (fault !== null) return refuseInput([{ path: 'change', message: fault }])
    const moves = [{ itemId: item.id, change: BigInt(input.change) }]
    await moveItemStock(tx, moves, { cause: 'STATED', quoteId: null, at: services.now() })
    return { itemId: item.id }
  })
}

const noShop = (): Refusal => refuse('NOT_FOUND', 'You have no shop with this id.')
const noItem = (): Refusal => refuse('NOT_FOUND', 'You have no item with this id.')

async function isOwnShop(tx: Tx, merchantId: string, shopId: string): Promise<boolean> {
  return (await tx.sql('select 1 from shop where id = $1 and merchant_id = $2', [shopId, merchantId])).length > 0
}

function statedOf(item: ItemRow): StatedItem {
  const { shop_id, name, description, language, category, kind, unit, price_minor, currency, gtin, on_sale } = item
  return { shop_id, name, description, language, category, kind, unit, price_minor, currency, gtin, on_sale }
}
