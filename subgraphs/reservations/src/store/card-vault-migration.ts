import { Migration } from '@mikro-orm/migrations'

/** Cards of erased members that the vault is to destroy (C3); the token goes when it has. */
class CardDestructions extends Migration {
  override up(): void {
    this.addSql(`create table card_destruction (
      id uuid primary key, token text unique, owed_at timestamptz not null, destroyed_at timestamptz, check ((token is null) = (destroyed_at is not null)))`)
  }
}

/** The account of an account transfer is kept sealed (C3): it certifies a payment as a card does. Those of before stay as they are until they are registered anew. */
class SealedAccounts extends Migration {
  override up(): void {
    this.addSql('alter table payment_method add account_sealed text')
  }
}

/** Accounts that only the hub can read. */
export const sealedAccounts = { name: '178-sealed-accounts', class: SealedAccounts }

/** What the vault is to destroy. */
export const cardDestructions = { name: '177-card-destructions', class: CardDestructions }
