import type { Sealer } from '@torihiki/shared/identity/seal.ts'

/** Seals the account from which a method pays: it opens for this method alone (C3). */
export function sealAccount(sealer: Sealer, methodId: string, account: string): string {
  return sealer.seal(Buffer.from(account), methodId).toString('base64')
}

/** The account from which a method pays, or null when it has none. Accounts of before were not sealed. */
export function openAccount(
  sealer: Sealer,
  method: { id: string; account_sealed: string | null; account_reference: string | null },
): string | null {
  return method.account_sealed
    ? sealer.open(Buffer.from(method.account_sealed, 'base64'), method.id).toString('utf8')
    : method.account_reference
}
