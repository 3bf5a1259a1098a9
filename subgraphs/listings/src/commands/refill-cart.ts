import type { QuoteLine } from '@torihiki/schema'
import { parseCode } from '@torihiki/shared/codes.ts'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { mergeCarts } from '../domain/cart.ts'
import type { ListingsServices } from '../services.ts'
import { cartLines, putLine, touchCart } from '../store/carts.ts'
import { visibleItems } from '../store/items.ts'
import { quoteOfOrder } from '../store/quotes.ts'
import { membersCart } from './carts.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, orderCode: form.text(80) })

/** What is otherwise than when it was ordered: the item, what, and how many are in the cart now. */
export type RefillNote = {
  readonly itemId: string
  readonly name: string
  readonly what: 'PRICE_CHANGED' | 'NOT_ON_SALE' | 'NOT_ENOUGH' | 'CAPPED'
  readonly kept: number
}

/**
 * Puts what an order of the actor's at a shop was for into its cart there again (C7, C9): what was not concluded is ordered again without looking for it. What is otherwise now is told of, line by
 * line: another price (the cart's line shows both), not on sale any more (left out), not enough left, capped by the limits of a cart. Refuses NOT_FOUND, MEMBER_NOT_ACTIVE.
 * @returns the notes, each as JSON
 */
export async function refillCart(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ cartId: string; notes: string[] } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const code = parseCode('ORDER', input.orderCode)
  if (!code.ok) return refuseInput([{ path: 'orderCode', message: code.message }])
  const request = { actor, operation: 'refillCart', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const sql: Tx['sql'] = (text, p) => tx.sql(text, p)
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const quote = await quoteOfOrder(sql, member.memberId, code.code)
    if (!quote) return refuse('NOT_FOUND', 'There is no order of yours at a shop with this code.')
    const now = services.now()
    const cart = await membersCart(tx, member.memberId, quote.shop_id, now)
    if (isRefusal(cart)) return cart
    const ordered = new Map(quote.claims.lines.map((line) => [line.itemId, line]))
    const offered = (await visibleItems(sql, null, [...ordered.keys()])).filter(
      ({ shop_id }) => shop_id === quote.shop_id,
    )
    const own = (await cartLines(sql, [cart.id])).map(({ item, quantity }) => ({ itemId: item.id, quantity }))
    const wanted = quote.claims.lines.filter(({ itemId }) => offered.some(({ id }) => id === itemId))
    const merged = mergeCarts(own, wanted)
    const kept = new Map(merged.lines.map(({ itemId, quantity }) => [itemId, quantity]))
    const notes: RefillNote[] = []
    for (const line of ordered.values()) {
      const item = offered.find(({ id }) => id === line.itemId)
      const quantity = kept.get(line.itemId) ?? 0
      const note = (what: RefillNote['what']): void =>
        void notes.push({ itemId: line.itemId, name: line.name, what, kept: item ? quantity : 0 })
      if (!item) {
        note('NOT_ON_SALE')
        continue
      }
      const before = priceOf(line, quote.claims.currency)
      if (before.minor !== item.price_minor || before.currency !== item.currency) note('PRICE_CHANGED')
      if (item.stocked && BigInt(item.stock) < BigInt(quantity)) note('NOT_ENOUGH')
      if (merged.capped.some(({ itemId }) => itemId === line.itemId)) note('CAPPED')
      if (quantity > 0) await putLine(tx, cart.id, item, quantity, now, before)
    }
    await touchCart(tx, cart.id, now)
    return { cartId: cart.id, notes: notes.map((each) => JSON.stringify(each)) }
  })
}

const priceOf = ({ unitPriceMinor }: QuoteLine, currency: string) => ({ minor: unitPriceMinor, currency })
