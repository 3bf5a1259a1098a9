import { urlencoded } from 'express'
import { z } from 'zod'

/** The largest form that is read, and the longest field of it. */
const [largestForm, longestField] = ['8kb', 500]

/** Reads a form of the pages of authorizations. */
export const formOf = urlencoded({ extended: false, limit: largestForm })

/** A field as it was typed; empty when it was not there. */
export const field = z.string().max(longestField).default('')
/** The key under which a form acts once. */
export const onceKey = z.string().min(16).max(100)

/** What stands in fields for numbers: empty ones are left out, what is no number goes as it was typed, so that the answer names it. */
export function numbersIn(fields: Readonly<Record<string, string>>): Record<string, string | number> {
  const stated: Record<string, string | number> = {}
  for (const [name, text] of Object.entries(fields))
    if (text !== '') stated[name] = /^\d{1,9}$/.test(text) ? Number(text) : text
  return stated
}

/** What was typed into a form, to be shown again when it is refused. */
export function typedInto(body: unknown): Record<string, string> {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}
