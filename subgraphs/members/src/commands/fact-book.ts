import type { PublishedEvent } from '@torihiki/schema'
import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import { gather } from '@torihiki/shared/process/gather.ts'
import type { MembersServices } from '../services.ts'
import { takeFacts } from './queue-messages.ts'

/** How many facts are taken in one transaction at most: it holds the rows of their guests. */
const mostTogether = 50

type Fact = PublishedEvent<'CaseProgressed'>
/** Takes facts of threads; comes back when what is owed for them is on record. */
export type FactBook = { take(event: Fact): Promise<void> }

/**
 * A book of facts: those that come while others are being taken are taken together, so that a crowd costs few transactions and a single fact waits for nobody. Of those that could
 * not be taken together each is taken by itself, so that one which cannot be taken keeps no other back.
 */
export function createFactBook(services: () => MembersServices): FactBook {
  const take = gather(mostTogether, (events: readonly Fact[]) => takeEach(services(), events))
  return {
    async take(event) {
      const outcome = await take(event)
      if (outcome !== 'TAKEN') throw outcome.reason
    },
  }
}

type Outcome = 'TAKEN' | { readonly reason: unknown }

async function takeEach(services: MembersServices, events: readonly Fact[]): Promise<readonly Outcome[]> {
  try {
    await takeFacts(services, events)
    return events.map(() => 'TAKEN')
  } catch (error) {
    if (events.length === 1) return [{ reason: error }]
    services.log?.warn(
      { facts: events.length, reason: errorMessage(error) },
      'Facts were not taken together; each is by itself.',
    )
    return Promise.all(
      events.map((event) =>
        takeFacts(services, [event]).then(
          (): Outcome => 'TAKEN',
          (reason: unknown): Outcome => ({ reason }),
        ),
      ),
    )
  }
}
