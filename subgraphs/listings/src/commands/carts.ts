import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { mergeCarts, mostCartLines, mostCartsOfMember, mostOfOneItem, mostOpenedCarts } from '../domain/cart.ts'
import type { ListingsServices } from '../services.ts'
import {
  cartByHash,
  cartCounts,
  cartLines,
  cartOfMember,
  insertLooseCart,
  lockCart,
  lockMembersCart,
  moveLine,
  putLine,
  shopOfHeld,
  touchCart,
  type CartRow,
} from '../store/carts.ts'
import { visibleItems } from '../store/items.ts'
import { visibleShop } from '../store/shops.ts'

/** Random bytes of a cart's secret: not to be guessed by anybody, ever. */
const tokenBytes = 32

/** Under what a cart's secret is kept: its SHA-256, for 32 random bytes need no salt. */
export const hashOfCartToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

const tokenForm = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'It is not a cart token that you got from us')
const openForm = z.object({ shopId: form.id })
const lineForm = z.object({
  idempotencyKey: form.idempotencyKey,
  itemId: form.id,
  quantity: z.int().min(0, 'It is 0 or more').max(mostOfOneItem, `It is ${mostOfOneItem} at most`),
  cartToken: form.optional(tokenForm),
})
const mergeForm = z.object({ idempotencyKey: form.idempotencyKey, cartToken: tokenForm })

const noCart = (): Refusal =>
  refuse('NOT_FOUND', 'There is no cart under this token: it was merged at a log-in, or has lapsed. Open another.')

/**
 * Opens a cart at a shop for somebody who is not signed in (C1). Its token is given here alone. Nothing is lost by opening another: one in which nothing is lapses soon. Of who opens them nobody is known, so it is
 * the gateway that limits how many come from an address; who is signed in has `mostOpenedCarts` at a time. Refuses NOT_FOUND for a shop that is not there or not open, NOT_ALLOWED above that limit.
 */
export async function openCart(
  services: ListingsServices,
  actor: Actor | null,
  raw: unknown,
): Promise<{ cartId: string; cartToken: string } | Refusal> {
  const input = parseInput(openForm, raw)
  if (isRefusal(input)) return input
  const shop = await visibleShop((text, p) => services.store.query(text, p), null, { id: input.shopId })
  if (!shop?.open) return refuse('NOT_FOUND', 'There is no open shop with this id.')
  const [cartId, cartToken] = [newId(), randomBytes(tokenBytes).toString('base64url')]
  const hash = hashOfCartToken(cartToken)
  return services.store.transaction(async (tx) => {
    const full = actor && (await tooManyOpened(tx, actor.memberId, services.now()))
    if (full) return full
    await insertLooseCart(tx, { id: cartId, shopId: shop.id, hash, openedBy: actor?.memberId ?? null }, services.now())
    return { cartId, cartToken }
  })
}

async function tooManyOpened(tx: Tx, memberId: string, now: Date): Promise<Refusal | null> {
  const { opened } = await cartCounts(tx, memberId, now)
  if (opened < mostOpenedCarts) return null
  return refuse(
    'NOT_ALLOWED',
    `You have opened ${opened} carts under tokens, and ${mostOpenedCarts} is the most at a time. You are signed in: put things into your own cart with setCartLine and no token, or take one of those over with mergeCart. One in which nothing is lapses by itself.`,
  )
}

/** The member's cart at a shop with its row locked, made when there is none; refuses NOT_ALLOWED when it has carts at `mostCartsOfMember` shops already. */
export async function membersCart(tx: Tx, memberId: string, shopId: string, now: Date): Promise<CartRow | Refusal> {
  const there = await cartOfMember((text, p) => tx.sql(text, p), memberId, shopId)
  if (!there) {
    const { own } = await cartCounts(tx, memberId, now)
    if (own >= mostCartsOfMember)
      return refuse(
        'NOT_ALLOWED',
        `You have carts at ${own} shops, and ${mostCartsOfMember} is the most. Order what is in one, or empty one with setCartLine, quantity 0: an empty one makes room.`,
      )
  }
  return lockMembersCart(tx, newId(now.getTime()), memberId, shopId, now)
}

/**
 * Says how many of an item are in a cart (C1): the one of the token, else the actor's at the item's shop. None takes it out. The line remembers the price of now. What is sold
 * out may be put in: it is said of the line. Refuses NOT_FOUND for a cart or an item that is not there or not on sale, INVALID_INPUT, MEMBER_NOT_ACTIVE, NOT_ALLOWED at one shop too many.
 */
export async function setCartLine(
  services: ListingsServices,
  actor: Actor | null,
  raw: unknown,
): Promise<{ cartId: string } | Refusal> {
  const input = parseInput(lineForm, raw)
  if (isRefusal(input)) return input
  const sql: Tx['sql'] = (text, p) => services.store.query(text, p)
  const loose = input.cartToken && (await cartByHash(sql, hashOfCartToken(input.cartToken), services.now()))
  if (input.cartToken && !loose) return noCart()
  const doer = loose ? { memberId: loose.id, roles: [], sessionId: loose.id } : actor
  if (!doer) return refuse('NOT_SIGNED_IN', 'Sign in, or open a cart with openCart and give its token.')
  const request = {
    actor: doer,
    operation: 'setCartLine',
    idempotencyKey: input.idempotencyKey,
    input: { ...input, cartToken: null },
  }
  return runCommand(services.store, request, async (tx) => {
    const [item] = await visibleItems((text, p) => tx.sql(text, p), null, [input.itemId])
    const cart = loose
      ? await lockCart(tx, loose.id)
      : await ownCart(tx, doer, input, item?.shop_id ?? null, services.now())
    if (isRefusal(cart)) return cart
    if (!cart) return noCart()
    const lines = await cartLines((text, p) => tx.sql(text, p), [cart.id])
    const there = lines.find((line) => line.item.id === input.itemId)
    if (there && input.quantity === 0) {
      await putLine(tx, cart.id, there.item, 0, services.now())
      await touchCart(tx, cart.id, services.now())
      return { cartId: cart.id }
    }
    if (item?.shop_id !== cart.shop_id)
      return refuse('NOT_FOUND', 'There is no item with this id on sale in this shop.')
    if (!there && lines.length >= mostCartLines)
      return refuseInput([{ path: 'itemId', message: `The cart has ${mostCartLines} items, which is the most.` }])
    await putLine(tx, cart.id, item, input.quantity, services.now())
    await touchCart(tx, cart.id, services.now())
    return { cartId: cart.id }
  })
}

async function ownCart(
  tx: Tx,
  actor: Actor,
  { itemId, quantity }: { itemId: string; quantity: number },
  shopId: string | null,
  now: Date,
): Promise<CartRow | Refusal> {
  const member = await activeMember(tx, actor.memberId)
  if (isRefusal(member)) return member
  // What is taken out need not be on sale any more, nor in the shop in which it was.
  const held = quantity === 0 ? await shopOfHeld((text, p) => tx.sql(text, p), member.memberId, itemId) : null
  const at = held ?? shopId
  if (!at) return refuse('NOT_FOUND', 'There is no item with this id on sale.')
  return membersCart(tx, member.memberId, at, now)
}

/**
 * Merges the cart of a token into the actor's at the same shop (C1), once: afterwards nothing is under the token any more. Quantities add up; what is capped
 * is told of, by item as `id:asked:kept`. Refuses NOT_FOUND for a token of which there is no cart any more, MEMBER_NOT_ACTIVE.
 */
export async function mergeCart(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ cartId: string; capped: string[] } | Refusal> {
  const input = parseInput(mergeForm, raw)
  if (isRefusal(input)) return input
  const hash = hashOfCartToken(input.cartToken)
  const request = { actor, operation: 'mergeCart', idempotencyKey: input.idempotencyKey, input: { hash } }
  return runCommand(services.store, request, async (tx) => {
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const now = services.now()
    const found = await cartByHash((text, p) => tx.sql(text, p), hash, now)
    // Of two at once the second finds it merged, when it gets the lock.
    const loose = found && (await lockCart(tx, found.id))
    if (!loose) return noCart()
    const own = await membersCart(tx, member.memberId, loose.shop_id, now)
    if (isRefusal(own)) return own
    const lines = await cartLines((text, p) => tx.sql(text, p), [own.id, loose.id])
    const wantedIn = (cartId: string) =>
      lines.filter((line) => line.cart_id === cartId).map(({ item, quantity }) => ({ itemId: item.id, quantity }))
    const merged = mergeCarts(wantedIn(own.id), wantedIn(loose.id))
    const moved = new Set(wantedIn(loose.id).map(({ itemId }) => itemId))
    for (const { itemId, quantity } of merged.lines)
      if (moved.has(itemId)) await moveLine(tx, loose.id, own.id, itemId, quantity)
    await tx.sql('delete from cart_line where cart_id = $1', [loose.id])
    await tx.sql('update cart set merged_at = $2 where id = $1', [loose.id, now])
    await touchCart(tx, own.id, now)
    return { cartId: own.id, capped: merged.capped.map(({ itemId, asked, kept }) => `${itemId}:${asked}:${kept}`) }
  })
}
