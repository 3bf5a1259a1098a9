import { Migration } from '@mikro-orm/migrations'

/**
 * Claims on payers that the hub buys from guarantors (B19, step 16 of the money model): its terms with their history, purchases and what was given back;
 * and what came in from others for what they owed a book.
 */
class CreditClaims extends Migration {
  override up(): void {
    this.addSql(`alter table ledger_account drop constraint ledger_account_kind_check`)
    this.addSql(`alter table ledger_account add constraint ledger_account_kind_check
      check (kind in ('DEPOSIT', 'CREDIT', 'ACQUIRER', 'DUE_OUT', 'DUE_IN', 'CASH', 'DISCOUNT'))`)
    this.addSql(`alter table guarantee add cleared_minor bigint not null default 0
      check (cleared_minor >= 0 and cleared_minor <= coalesce(payable_minor, 0))`)
    this.addSql(`create table claim_terms (
      institution_id uuid not null, currency text not null, version int not null, discount_ppm int not null, limit_minor bigint not null check (limit_minor >= 0),
      recourse_after_days int, agent_id uuid not null, set_by uuid not null, set_at timestamptz not null, primary key (institution_id, currency, version))`)
    this.addSql(`create table claim_line (
      institution_id uuid not null, currency text not null, version int not null, primary key (institution_id, currency))`)
    this.addSql(`create table credit_claim_purchase (
      id uuid primary key, guarantee_id uuid not null references guarantee (id), purchaser_id uuid not null, seller_id uuid not null, payer_id uuid not null,
      minor bigint not null check (minor > 0), discount_minor bigint not null check (discount_minor >= 0 and discount_minor < minor), currency text not null,
      terms_version int not null, discount_ppm int not null, recourse_after_days int, agent_id uuid not null, posting_id uuid not null unique,
      seller_posting_id uuid not null unique, purchased_at timestamptz not null, check (purchaser_id <> seller_id))`)
    this.addSql(`create index credit_claim_purchase_guarantee on credit_claim_purchase (guarantee_id)`)
    for (const part of ['purchaser_id', 'seller_id', 'payer_id'])
      this.addSql(`create index credit_claim_purchase_${part} on credit_claim_purchase (${part}, id desc)`)
    this.addSql(`create table credit_claim_return (
      id uuid primary key, purchase_id uuid not null unique references credit_claim_purchase (id), minor bigint not null check (minor > 0),
      discount_minor bigint not null check (discount_minor >= 0 and discount_minor < minor), reason text not null, returned_by uuid not null,
      posting_id uuid not null unique, seller_posting_id uuid not null unique, returned_at timestamptz not null)`)
    this.addSql(`create table due_in_settlement (
      owed_id uuid primary key, posting_id uuid not null unique, settled_at timestamptz not null)`)
    for (const table of ['claim_terms', 'credit_claim_purchase', 'credit_claim_return', 'due_in_settlement'])
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`)
  }
}

/** Refunds of what a guarantor stood in for lower what the payer owes it (B15): each is owed by the seller under an id of its own. */
class DebtReductions extends Migration {
  override up(): void {
    this.addSql(`create table debt_reduction (
      id uuid primary key, refund_id uuid not null unique references refund (id), guarantee_id uuid not null references guarantee (id), institution_id uuid not null,
      debtor_id uuid not null, minor bigint not null check (minor > 0), currency text not null, posting_id uuid not null unique, at timestamptz not null)`)
    this.addSql(`create trigger debt_reduction_append_only before update or delete or truncate on debt_reduction
      for each statement execute function refuse_change()`)
  }
}

/** Claims that the hub bought. */
export const creditClaims = { name: '190-credit-claims', class: CreditClaims }
/** Refunds after a guarantor was called upon. */
export const debtReductions = { name: '191-debt-reductions', class: DebtReductions }
