import { expect } from '@jest/globals'
import { auditBook, storeDefinition as reservations } from '@torihiki/reservations'
import { auditSettlements, storeDefinition as settlements } from '@torihiki/settlements'
import { openStore } from '@torihiki/shared/store/store.ts'
import type { TestHub } from './test-hub.ts'

/** Audits the institution's book and settlements' of a hub under test: both must be sound. */
export async function expectSoundBooks({
  databaseUrl,
  environment,
}: Pick<TestHub, 'databaseUrl' | 'environment'>): Promise<void> {
  const options = { databaseUrl, hubSecret: environment['HUB_SECRET'] ?? '', poolSize: 1 }
  const [book, owed] = [await openStore(reservations, options), await openStore(settlements, options)]
  try {
    expect([await auditBook({ store: book }), await auditSettlements({ store: owed })]).toEqual([[], []])
  } finally {
    await Promise.all([book.close(), owed.close()])
  }
}
