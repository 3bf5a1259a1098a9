import { z } from 'zod'

/** How long the vault may take to say what stands behind a token. */
export const vaultTimeoutMs = 5_000

/** What the vault says of a token: whose it is, what people recognise the card by, and the digits by which its company is found. */
export type VaultCard = {
  readonly owner: string
  readonly brand: string
  readonly lastFour: string
  readonly expiry: string
  readonly iin: string
}

/** The vault in which cards are kept (C3), as far as this subgraph asks it. */
export type CardVault = {
  /** What stands behind a token. Rejects when there is no answer. */
  look(token: string): Promise<VaultCard | null>
  /** Destroys a card. Also one that is not there. Rejects when there is no answer. */
  destroy(token: string): Promise<void>
}

const cardForm = z.object({
  owner: z.string(),
  brand: z.string().max(40),
  lastFour: z.string().regex(/^\d{4}$/),
  expiry: z.string().regex(/^20\d{2}-\d{2}$/),
  iin: z.string().regex(/^\d{6,8}$/),
})

/** The vault over HTTP; its protocol is in `gateway/README.md`. */
export function connectCardVault(url: string, timeoutMs: number = vaultTimeoutMs): CardVault {
  const call = (method: string, token: string): Promise<Response> =>
    fetch(`${url.replace(/\/$/, '')}/cards/${encodeURIComponent(token)}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
  return {
    async look(token) {
      const response = await call('GET', token)
      if (response.status === 404) return null
      if (response.status !== 200) throw new Error(`The card vault answered ${response.status}.`)
      return cardForm.parse(await response.json())
    },
    async destroy(token) {
      const { status } = await call('DELETE', token)
      if (status !== 204 && status !== 404) throw new Error(`The card vault answered ${status}.`)
    },
  }
}
