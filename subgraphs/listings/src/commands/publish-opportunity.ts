import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember, knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import type { ListingsServices } from '../services.ts'

/** How many members an opportunity may be limited to: more than that is everybody. */
export const mostNamedMembers = 200

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  title: form.text(200),
  description: form.text(10_000),
  category: form.optional(form.text(100)),
  region: form.optional(form.text(100)),
  quantity: form.optional(form.text(100)),
  budget: form.optional(form.money),
  validUntil: form.optional(
    z.iso
      .datetime({ offset: true, error: 'It must be an instant such as 2026-11-21T06:30:00Z' })
      .transform((text) => new Date(text)),
  ),
  visibleTo: form.optional(
    z
      .array(form.id)
      .min(1, 'Name a member, or leave it out for everybody')
      .max(mostNamedMembers, `At most ${mostNamedMembers} members`),
  ),
})

type Input = z.infer<typeof inputForm>

/**
 * Publishes a business opportunity (A1): open to everybody, or to the members it names alone. Refuses when the member is not
 * active, `validUntil` has passed already, or a named member is not there.
 */
export async function publishOpportunity(
  services: ListingsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ opportunityId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'publishOpportunity', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const publisher = await activeMember(tx, actor.memberId)
    if (isRefusal(publisher)) return publisher
    const faults = [...timeFaults(input, now), ...(await memberFaults(tx, input.visibleTo ?? []))]
    if (faults.length > 0) return refuseInput(faults)
    return { opportunityId: await insertOpportunity(tx, input, publisher.memberId, now) }
  })
}

type Fault = { path: string; message: string }

function timeFaults({ validUntil }: Input, now: Date): Fault[] {
  return validUntil && validUntil <= now ? [{ path: 'validUntil', message: 'It has passed already.' }] : []
}

async function memberFaults(tx: Tx, memberIds: readonly string[]): Promise<Fault[]> {
  const known = await knownMembers(tx, memberIds)
  return memberIds.flatMap((id, i) =>
    known.get(id)?.status === 'ACTIVE'
      ? []
      : [{ path: `visibleTo.${i}`, message: 'There is no active member with this id.' }],
  )
}

async function insertOpportunity(tx: Tx, input: Input, publisherId: string, now: Date): Promise<string> {
  const id = newId(now.getTime())
  await tx.sql(
    `insert into opportunity (id, publisher_id, title, description, category, region, quantity, budget_minor, budget_currency,
       valid_until, visible_to, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      publisherId,
      input.title,
      input.description,
      input.category,
      input.region,
      input.quantity,
      input.budget?.minor ?? null,
      input.budget?.currency ?? null,
      input.validUntil,
      input.visibleTo,
      now,
    ],
  )
  return id
}
