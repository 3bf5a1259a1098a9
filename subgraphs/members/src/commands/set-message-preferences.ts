import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { letterLanguageOf, letterLanguages } from '../domain/letter.ts'
import { chosenKinds, messageChannels, messageKinds } from '../domain/message-kinds.ts'
import type { MembersServices } from '../services.ts'
import { publishMember } from '../store/members.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  language: form.optional(
    z.string().transform((tag, context) => {
      const language = letterLanguageOf(tag)
      if (language) return language
      context.addIssue({ code: 'custom', message: `The hub writes in ${letterLanguages.join(', ')}` })
      return z.NEVER
    }),
  ),
  choices: form.optional(
    z
      .array(
        z.object({
          kind: z
            .enum(messageKinds as [string, ...string[]])
            .refine((kind) => chosenKinds.some((each) => each === kind), 'It always comes by mail'),
          channels: z.array(z.enum(messageChannels)).transform((channels) => [...new Set(channels)]),
        }),
      )
      .max(messageKinds.length, 'Name each kind once'),
  ),
})

/** Who words what a member reads, such as `contracts` with orders at shops, hears of its language by a version of the member. */
async function setLanguage(tx: Tx, memberId: string, language: string): Promise<void> {
  const changed = await tx.sql(
    `insert into message_language (member_id, language) values ($1, $2)
     on conflict (member_id) do update set language = excluded.language where message_language.language <> excluded.language returning 1 as changed`,
    [memberId, language],
  )
  if (changed.length === 0) return
  await tx.sql('update member set version = version + 1 where id = $1', [memberId])
  await publishMember(tx, memberId)
}

/**
 * Sets the language in which the hub writes to the actor, and for each kind that is named the channels by which it is told (A3, A4, A12);
 * none: it is not told. What is left out stays. Refuses INVALID_INPUT.
 */
export async function setMessagePreferences(
  services: MembersServices,
  actor: Actor,
  raw: unknown,
): Promise<{ memberId: string } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const choices = input.choices ?? []
  const twice = choices.findIndex(({ kind }, i) => choices.findIndex((each) => each.kind === kind) < i)
  if (twice >= 0) return refuseInput([{ path: `choices.${twice}.kind`, message: 'Name each kind once.' }])
  const { memberId } = actor
  const request = { actor, operation: 'setMessagePreferences', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    if (input.language) await setLanguage(tx, memberId, input.language)
    for (const { kind, channels } of choices.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)))
      await tx.sql(
        `insert into message_choice (member_id, kind, channels) values ($1, $2, $3)
         on conflict (member_id, kind) do update set channels = excluded.channels`,
        [memberId, kind, channels],
      )
    return { memberId }
  })
}
