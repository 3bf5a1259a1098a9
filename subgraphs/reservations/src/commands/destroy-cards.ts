import type { PublishedEvent } from '@torihiki/schema'
import { newId } from '@torihiki/shared/ids.ts'
import { onceOnly } from '@torihiki/shared/store/inbox.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import type { ReservationsServices } from '../services.ts'
import { insertDestruction, noteDestroyed, tokenToDestroy } from '../store/payment-methods.ts'

/** Cards of a member that is erased are owed to be destroyed (B2, C3): on record with the erasure, done in the vault after it. */
export async function oweDestruction(tx: Tx, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    const destructionId = await insertDestruction(tx, newId(), token)
    if (destructionId) await tx.publish('CardDestructionOwed', { destructionId })
  }
}

/**
 * Has the vault destroy a card (C3): it is told again until it has; a card that is not there any more is destroyed. Without a vault there is nothing to tell. The event names the record, not
 * the token.
 * @throws when the vault does not answer: the event is delivered again
 */
export async function takeVaultEvent(services: ReservationsServices, event: PublishedEvent): Promise<void> {
  if (event.type !== 'CardDestructionOwed') return
  const { destructionId } = event.payload
  const { store, cardVault } = services
  const token = await tokenToDestroy((text, p) => store.query(text, p), destructionId)
  if (token !== null && cardVault) await cardVault.destroy(token)
  await store.transaction((tx) => onceOnly(tx, 'card-vault', event.id, () => noteDestroyed(tx, destructionId)))
}
