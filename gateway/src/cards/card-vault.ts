import type { KeptCard, TypedCard } from '@torihiki/shared/cards/card.ts'
import { z } from 'zod'

/** How long the vault may take. Then the caller sends the card again under its key. */
export const vaultTimeoutMs = 10_000

/** What the vault did with a card. */
export type VaultAnswer =
  | { readonly kind: 'KEPT'; readonly card: KeptCard }
  | { readonly kind: 'REFUSED'; readonly code: 'CVC_WRONG' | 'CARD_REFUSED' | 'KEY_USED' }
  | { readonly kind: 'NO_ANSWER' }

const keptForm = z.object({
  token: z.string().min(8).max(200),
  brand: z.string().min(1).max(40),
  lastFour: z.string().regex(/^\d{4}$/),
  expiry: z.string().regex(/^20\d{2}-\d{2}$/),
})

/**
 * Hands a card to the vault (C3; its protocol is in `gateway/README.md`), under our key: the same key keeps one card, and gets the same token. Nothing of the card is kept, logged or put in an error here.
 */
export async function keepCard(
  url: string,
  { key, owner, card }: { key: string; owner: string; card: TypedCard },
  timeoutMs: number = vaultTimeoutMs,
): Promise<VaultAnswer> {
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/cards`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ owner, ...card }),
    })
    if (response.status === 409) return { kind: 'REFUSED', code: 'KEY_USED' }
    if (response.status === 422) return { kind: 'REFUSED', code: await refusalCode(response) }
    if (response.status !== 200) return { kind: 'NO_ANSWER' }
    const parsed = keptForm.safeParse(await response.json())
    return parsed.success ? { kind: 'KEPT', card: parsed.data } : { kind: 'NO_ANSWER' }
  } catch {
    // What went wrong may hold what was sent: nobody is told more than that there was no answer.
    return { kind: 'NO_ANSWER' }
  }
}

async function refusalCode(response: Response): Promise<'CVC_WRONG' | 'CARD_REFUSED'> {
  const parsed = z.object({ code: z.string() }).safeParse(await response.json())
  return parsed.success && parsed.data.code === 'CVC_WRONG' ? 'CVC_WRONG' : 'CARD_REFUSED'
}
