import { companyFor } from '../domain/card-route.ts'
import type { VaultCard } from '../outside/card-vault.ts'
import type { ReservationsServices } from '../services.ts'
import type { CardReference } from '../store/payment-methods.ts'

/** What a member says of its card. */
export type StatedCard = {
  readonly token: string
  readonly brand: string | null
  readonly lastFour: string | null
  readonly expiry: string | null
  readonly company: string | null
}

type Faults = { readonly faults: { path: string; message: string }[] }
const stated = ['brand', 'lastFour', 'expiry'] as const

/**
 * What is to be kept of a card (C3). With a vault it says whose the card is, its brand, last four and expiry, and what the member says must agree; a card that is another's is as good as none. Which
 * company authorizes it is said by the routes, else by the member. Without a vault the member must say all. Asked before the command's transaction.
 */
export async function knownCard(
  { cardVault, cardRoutes, log }: ReservationsServices,
  memberId: string,
  card: StatedCard,
): Promise<CardReference | Faults> {
  if (!cardVault) return asStated(card)
  let found: VaultCard | null
  try {
    found = await cardVault.look(card.token)
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'The card vault gave no answer.')
    return faults('token', 'The card vault does not answer now. Send the same again in a moment.')
  }
  if (!found || found.owner !== memberId)
    return faults(
      'token',
      'The vault knows no such card of yours. Send the card to /cards, and give the token that it answers.',
    )
  const { brand, lastFour, expiry } = found
  const wrong = stated.filter((each) => card[each] !== null && card[each]?.toLowerCase() !== found[each].toLowerCase())
  if (wrong.length > 0)
    return {
      faults: wrong.map((each) => ({ path: `card.${each}`, message: 'It is not what the vault says of the card.' })),
    }
  const routed = companyFor(cardRoutes, found)
  if (routed !== null && card.company !== null && card.company !== routed)
    return faults('company', 'Another company authorizes this card. Leave it out.')
  const company = routed ?? card.company
  if (company === null)
    return faults('company', 'No card company is set for such cards. Say by which it is authorized.')
  return { token: card.token, brand, lastFour, expiry, company }
}

function asStated({ token, brand, lastFour, expiry, company }: StatedCard): CardReference | Faults {
  if (brand !== null && lastFour !== null && expiry !== null && company !== null)
    return { token, brand, lastFour, expiry, company }
  const missing = Object.entries({ brand, lastFour, expiry, company }).filter(([, value]) => value === null)
  return { faults: missing.map(([name]) => ({ path: `card.${name}`, message: 'It must be given.' })) }
}

const faults = (path: string, message: string): Faults => ({ faults: [{ path: `card.${path}`, message }] })
