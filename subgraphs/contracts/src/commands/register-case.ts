import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember, knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { useLevel } from '@torihiki/shared/identity/level.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { newCode } from '@torihiki/shared/codes.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { caseWords } from '../domain/cases/case-words.ts'
import { longestDays } from '../domain/cases/expiry.ts'
import type { ContractsServices } from '../services.ts'
import { appendFacts, insertThread, type Thread } from '../store/threads.ts'

/** How many partners one case may name. */
export const mostPartners = 50

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  title: form.text(200),
  description: form.text(10_000),
  partnerIds: z.array(form.id).min(1, 'Name a partner').max(mostPartners, `At most ${mostPartners} partners`),
  opportunityId: form.optional(form.id),
  budget: form.optional(form.money),
  expiresAt: form.optional(
    z.iso
      .datetime({ offset: true, error: 'It must be an instant such as 2026-12-24T18:00:00Z' })
      .transform((text) => new Date(text)),
  ),
})

type Input = z.infer<typeof inputForm>

/**
 * Registers a case and opens a thread with each partner it names (A13).
 * Refuses when the member is not active, its level does not allow it (A7), a partner is not there or not active,
 * or `expiresAt` has passed or is further away than two years.
 */
export async function registerCase(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ caseId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const faults = partnerFaults(input, actor.memberId)
  const now = services.now()
  const allFaults = [...faults, ...expiryFaults(input.expiresAt, now)]
  if (allFaults.length > 0) return refuseInput(allFaults)
  const request = { actor, operation: 'registerCase', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const source = await activeMember(tx, actor.memberId)
    if (isRefusal(source)) return source
    const tooMuch = await useLevel(
      tx,
      source,
      { operation: 'REGISTER_CASE', amount: input.budget, counterpartIds: input.partnerIds },
      now,
    )
    if (tooMuch) return tooMuch
    const partners = await knownMembers(tx, input.partnerIds)
    const missing = input.partnerIds.findIndex((id) => partners.get(id)?.status !== 'ACTIVE')
    if (missing >= 0) return refuse('NOT_FOUND', `partnerIds.${missing}: there is no active member with this id.`)
    const { caseId } = await insertCase(tx, input, actor, now)
    return { caseId }
  })
}

function partnerFaults(input: Input, sourceId: string): { path: string; message: string }[] {
  return input.partnerIds.flatMap((id, i) => {
    if (id === sourceId) return [{ path: `partnerIds.${i}`, message: 'A case cannot name its own source as partner.' }]
    return input.partnerIds.indexOf(id) < i
      ? [{ path: `partnerIds.${i}`, message: 'Each partner may be named once.' }]
      : []
  })
}

function expiryFaults(expiresAt: Date | null, now: Date): { path: string; message: string }[] {
  if (expiresAt === null) return []
  if (expiresAt <= now) return [{ path: 'expiresAt', message: 'It has passed already.' }]
  const latest = new Date(now.getTime() + longestDays * 86_400_000)
  return expiresAt > latest ? [{ path: 'expiresAt', message: `It is more than ${longestDays} days away.` }] : []
}

/** Puts a case on record with a thread for each partner, each REGISTERED. @param methodKinds by which it may be paid; null: by all */
export async function insertCase(
  tx: Tx,
  input: Omit<Input, 'idempotencyKey'>,
  actor: Actor,
  now: Date,
  methodKinds: string[] | null = null,
): Promise<{ caseId: string; threads: Thread[] }> {
  const [caseId, caseCode] = [newId(), newCode('CASE')]
  const threads: Thread[] = []
  await tx.sql(
    `insert into business_case (id, case_code, source_id, title, description, opportunity_id, budget_minor, budget_currency, registered_at, expires_at, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      caseId,
      caseCode,
      actor.memberId,
      input.title,
      input.description,
      input.opportunityId,
      input.budget?.minor ?? null,
      input.budget?.currency ?? null,
      now,
      input.expiresAt,
      caseWords({ ...input, caseCode }),
    ],
  )
  for (const partnerId of input.partnerIds) {
    const thread = {
      id: newId(),
      caseId,
      caseCode,
      sourceId: actor.memberId,
      partnerId,
      version: 0,
      status: 'REGISTERED' as const,
      changedAt: now,
      expiresAt: input.expiresAt,
    }
    await insertThread(tx, thread)
    const registered = await appendFacts(tx, thread, [
      {
        fact: { kind: 'CASE_REGISTERED' },
        factId: 'registered',
        actorId: actor.memberId,
        operator: actor.operator ?? null,
        bySide: 'SOURCE',
        at: now,
      },
    ])
    await tx.publish('ThreadOpened', { threadId: thread.id, caseId, sourceId: thread.sourceId, partnerId, methodKinds })
    threads.push(registered)
  }
  return { caseId, threads }
}
