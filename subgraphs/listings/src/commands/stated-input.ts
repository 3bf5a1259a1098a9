import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { form } from '@torihiki/shared/parse-input.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { languageOf } from '../domain/language.ts'
import type { Stated } from '../domain/stated.ts'

/** How many members an opportunity may be limited to: more than that is everybody. */
export const mostNamedMembers = 200

/** A language tag of BCP 47, taken as its primary language: `de-AT` is `de`. */
export const languageForm = z.string().transform((tag, context) => {
  const language = languageOf(tag)
  if (language !== null) return language
  context.addIssue({ code: 'custom', message: 'It must be a language tag of BCP 47 such as "en" or "ja"' })
  return z.NEVER
})

/** The forms of what a publisher states, each as it is when it is given. */
export const statedForms = {
  title: form.text(200),
  description: form.text(10_000),
  category: form.text(100),
  region: form.text(100),
  quantity: form.text(100),
  budget: form.money,
  validUntil: z.iso
    .datetime({ offset: true, error: 'It must be an instant such as 2026-11-21T06:30:00Z' })
    .transform((text) => new Date(text)),
  language: languageForm,
  visibleTo: z
    .array(form.id)
    .min(1, 'Name a member, or leave it out for everybody')
    .max(mostNamedMembers, `At most ${mostNamedMembers} members`)
    .transform((ids) => [...new Set(ids)]),
} as const

/** A fault of an input, with its path within `input`. */
export type Fault = { path: string; message: string }

/** What is wrong with a statement besides its form: a time that has passed, members that are not there. */
export async function statedFaults(
  tx: Tx,
  {
    validUntil,
    visibleTo,
  }: { validUntil?: Stated['validUntil'] | undefined; visibleTo?: Stated['visibleTo'] | undefined },
  now: Date,
): Promise<Fault[]> {
  const passed = validUntil && validUntil <= now ? [{ path: 'validUntil', message: 'It has passed already.' }] : []
  const known = await knownMembers(tx, visibleTo ?? [])
  const strangers = (visibleTo ?? []).flatMap((id, i) =>
    known.get(id)?.status === 'ACTIVE'
      ? []
      : [{ path: `visibleTo.${i}`, message: 'There is no active member with this id.' }],
  )
  return [...passed, ...strangers]
}
