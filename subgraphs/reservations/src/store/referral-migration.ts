import { Migration } from '@mikro-orm/migrations'

/** What follows when a card company says that an amount exceeds the ceiling (C7): where a referral stands, and each step with who took it. */
class Referrals extends Migration {
  override up(): void {
    this.addSql(`create table referral (
      id uuid primary key, reservation_id uuid not null unique, request_id uuid not null unique, payer_id uuid not null, payee_id uuid not null, status text not null
        check (status in ('ASKED', 'CONSENTED', 'ADVISED', 'APPROVED', 'DECLINED', 'WITHHELD', 'LAPSED', 'ENDED')),
      opened_at timestamptz not null, act_by timestamptz not null, approval_code text, steps int not null default 0, attempts int not null default 0,
      next_attempt_at timestamptz, check (status not in ('ADVISED', 'APPROVED') or approval_code is not null))`)
    for (const part of ['payer_id', 'payee_id'])
      this.addSql(`create index referral_${part} on referral (${part}, id desc)`)
    this.addSql(`create index referral_waiting on referral (act_by) where status in ('ASKED', 'CONSENTED')`)
    this.addSql(`create index referral_advice on referral (next_attempt_at) where status = 'ADVISED'`)
    this.addSql(`create table referral_step (
      referral_id uuid not null references referral (id), nth int not null, kind text not null, by_id uuid, operator_id uuid, via text, note text,
      at timestamptz not null, primary key (referral_id, nth))`)
    this.addSql(`create trigger referral_step_append_only before update or delete or truncate on referral_step
      for each statement execute function refuse_change()`)
  }
}

/** Referrals by card companies. */
export const referrals = { name: '192-referrals', class: Referrals }
