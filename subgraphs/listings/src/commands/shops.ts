import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { ListingsServices } from '../services.ts'
import { insertShop, lockOwnShop, reviseShop, type StatedShop } from '../store/shops.ts'
import { languageForm } from './stated-input.ts'

/** How many shops a merchant may have: a portal is not filled by one. */
export const mostShops = 10
/** How many languages a shop may say that it serves. */
const mostLanguages = 20

const shopForms = {
  name: form.text(100),
  description: form.text(5_000),
  languages: z
    .array(languageForm)
    .min(1, 'Name at least one')
    .max(mostLanguages, `There are at most ${mostLanguages}`)
    .transform((each) => [...new Set(each)]),
} as const
const publishForm = z.object({
  idempotencyKey: form.idempotencyKey,
  slug: z
    .string()
    .regex(/^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){2,39}$/, 'It has 3 to 40 of a–z, 0–9 and single hyphens, a letter first'),
  ...shopForms,
  open: form.optional(z.boolean()),
})
const editForm = z.object({
  idempotencyKey: form.idempotencyKey,
  shopId: form.id,
  revision: z.int(),
  name: form.optional(shopForms.name),
  description: form.optional(shopForms.description),
  languages: form.optional(shopForms.languages),
  open: form.optional(z.boolean()),
})

/** The merchant that acts, for what merchants alone do. Others refuse: MEMBER_NOT_ACTIVE, NOT_ALLOWED. */
export async function merchant(tx: Tx, actor: Actor): Promise<string | Refusal> {
  const member = await activeMember(tx, actor.memberId)
  if (isRefusal(member)) return member
  if (member.roles.includes('SELLER')) return member.memberId
  return refuse('NOT_ALLOWED', 'Only merchants have shops and items. Ask to be vetted as SELLER.')
}

/**
 * Publishes a shop of the actor's on the portal (B22). Refuses who is no merchant or has too many shops (NOT_ALLOWED), a slug that is taken
 * (INVALID_INPUT), MEMBER_NOT_ACTIVE.
 */
export async function publishShop(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ shopId: string } | Refusal> {
  const input = parseInput(publishForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'publishShop', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const merchantId = await merchant(tx, actor)
    if (isRefusal(merchantId)) return merchantId
    // Two at once of one merchant take turns, so that both count the same.
    await tx.sql('select 1 from known_member where member_id = $1 for no key update', [merchantId])
    const there = await tx.sql('select 1 from shop where merchant_id = $1', [merchantId])
    if (there.length >= mostShops)
      return refuse('NOT_ALLOWED', `You have ${there.length} shops, and ${mostShops} is the most. Edit one of them.`)
    const now = services.now()
    const shopId = newId(now.getTime())
    const made = await insertShop(
      tx,
      { id: shopId, merchantId, slug: input.slug },
      { ...input, open: input.open ?? true },
      now,
    )
    if (made) return { shopId }
    return refuseInput([{ path: 'slug', message: 'Another shop has it. Choose another.' }])
  })
}

/**
 * Edits a shop of the actor's (B22): what is given is stated anew, what is left out stays, and the state before stays on record. An edit that changes nothing makes no
 * revision. Refuses NOT_FOUND, also for shops of others, STALE_REVISION, NOT_ALLOWED, MEMBER_NOT_ACTIVE.
 */
export async function editShop(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ shopId: string } | Refusal> {
  const input = parseInput(editForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'editShop', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const merchantId = await merchant(tx, actor)
    if (isRefusal(merchantId)) return merchantId
    const shop = await lockOwnShop(tx, merchantId, input.shopId)
    if (!shop) return refuse('NOT_FOUND', 'You have no shop with this id.')
    if (shop.revision !== input.revision)
      return refuse(
        'STALE_REVISION',
        `You edit revision ${input.revision}; the present one is ${shop.revision}. Read it again, then edit that.`,
        { revision: shop.revision, given: input.revision },
      )
    const before: StatedShop = {
      name: shop.name,
      description: shop.description,
      languages: shop.languages,
      open: shop.open,
    }
    const after: StatedShop = {
      name: input.name ?? before.name,
      description: input.description ?? before.description,
      languages: input.languages ?? before.languages,
      open: input.open ?? before.open,
    }
    if (JSON.stringify(before) !== JSON.stringify(after))
      await reviseShop(tx, shop.id, shop.revision + 1, after, services.now())
    return { shopId: shop.id }
  })
}
