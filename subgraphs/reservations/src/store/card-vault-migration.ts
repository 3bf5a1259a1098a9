import { Migration } from '@mikro-orm/migrations'

/** Cards of erased members that the vault is to destroy (C3); the token goes when it has. */
class CardDestructions extends Migration {
  override up(): void {
    this.addSql(`create table card_destruction (
      id uuid primary key, token text unique, owed_at timestamptz not null, destroyed_at timestamptz, check ((token is null) = (destroyed_at is not null)))`)
  }
}

/** What the vault is to destroy. */
export const cardDestructions = { name: '177-card-destructions', class: CardDestructions }
