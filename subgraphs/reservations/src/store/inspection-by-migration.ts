import { Migration } from '@mikro-orm/migrations'

/** Who confirms the inspection, agreed with the reservation, and as what it was confirmed (B7). Before, it was the recipient always. */
export class InspectionBy extends Migration {
  override up(): void {
    this.addSql(`alter table payment_reservation add inspection_by text[] not null default '{RECIPIENT}', add carrier_id uuid,
      add check (carrier_id is not null or not 'CARRIER' = any (inspection_by))`)
    this.addSql(
      `create index payment_reservation_carrier on payment_reservation (carrier_id, id desc) where status = 'RESERVED'`,
    )
    this.addSql(`alter table inspection add confirmed_as text not null default 'RECIPIENT'
      check (confirmed_as in ('RECIPIENT', 'MERCHANT', 'CARRIER'))`)
  }
}
