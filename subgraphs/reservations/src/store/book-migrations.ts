import { Migration } from '@mikro-orm/migrations'

/**
 * A hold is paid in parts (B8): each capture is a record of its own; those from before, which were the only ones of their holds, get
 * theirs. The trigger needs no lock of its own: captures of a hold are numbered, so two at once would be the same nth.
 */
class CapturesInParts extends Migration {
  override up(): void {
    this.addSql(`create table hold_capture (
      capture_id uuid primary key, hold_id uuid not null, nth int not null check (nth > 0), minor bigint not null check (minor > 0),
      posting_id uuid not null unique, captured_at timestamptz not null, unique (hold_id, nth))`)
    this.addSql(`insert into hold_capture select capture_id, hold_id, 1, captured_minor, posting_id, resolved_at
      from hold_resolution where how = 'CAPTURED'`)
    this.addSql(`create function refuse_excess_capture() returns trigger language plpgsql as $$
      begin
        if (select sum(c.minor) from hold_capture c where c.hold_id = new.hold_id)
           > (select h.minor from hold h where h.id = new.hold_id) then
          raise exception 'captures of hold % are more than it', new.hold_id;
        end if;
        return null;
      end $$`)
    this.addSql(`create trigger hold_capture_within_hold after insert on hold_capture
      for each row execute function refuse_excess_capture()`)
    this.addSql(`create trigger hold_capture_append_only before update or delete or truncate on hold_capture
      for each statement execute function refuse_change()`)
    this.addSql(`alter table inspection add final boolean`)
  }
}

/**
 * Accounts without a limit (DUE_OUT, CASH, ACQUIRER) are moved in slots, so that many at once need not wait for each other
 * (decision 009); `account_state` is every account with its slots summed up.
 */
class AccountSlots extends Migration {
  override up(): void {
    this.addSql(`create table account_slot (
      account_id uuid not null, slot int not null, balance_minor bigint not null, held_minor bigint not null,
      primary key (account_id, slot)) with (fillfactor = 50)`)
    this.addSql(`alter table ledger_account set (fillfactor = 70)`)
    this.addSql(
      `alter table ledger_account add terms text not null default 'LINE' check (terms in ('LINE', 'APPROVAL', 'LINE_AND_APPROVAL'))`,
    )
    this.addSql(`alter table credit_line add terms text not null default 'LINE'`)
    this.addSql(`create view account_state as
      select a.id, a.institution_id, a.kind, a.owner, a.currency, a.line_minor, a.terms,
        (a.balance_minor + s.balance)::bigint as balance_minor, (a.held_minor + s.held)::bigint as held_minor
      from ledger_account a cross join lateral
        (select coalesce(sum(balance_minor), 0) as balance, coalesce(sum(held_minor), 0) as held from account_slot where account_id = a.id) s`)
  }
}

/** Statements read an account's legs by their time; a posting that takes back another names it, once. */
class Statements extends Migration {
  override up(): void {
    this.addSql(`alter table posting add reverses uuid unique, add reference text, add reason text`)
    this.addSql(`alter table posting_leg add posted_at timestamptz`)
    this.addSql(`alter table posting_leg disable trigger posting_leg_append_only`)
    this.addSql(`update posting_leg l set posted_at = p.posted_at from posting p where p.id = l.posting_id`)
    this.addSql(`alter table posting_leg enable trigger posting_leg_append_only`)
    this.addSql(`alter table posting_leg alter posted_at set not null`)
    this.addSql(`drop index posting_leg_account`)
    this.addSql(
      `create index posting_leg_statement on posting_leg (account_id, posted_at, posting_id) include (side, minor)`,
    )
  }
}

/** Other payment methods (B4), and what a person decided on a reservation that needs an approval (B12). */
class Approvals extends Migration {
  override up(): void {
    this.addSql(`alter table payment_method add account_reference text`)
    this.addSql(`create table approval (
      reservation_id uuid primary key, decision text not null check (decision in ('APPROVED', 'REJECTED')), decided_by uuid not null,
      reason text, decided_at timestamptz not null)`)
    this.addSql(`create trigger approval_append_only before update or delete or truncate on approval
      for each statement execute function refuse_change()`)
    this.addSql(`alter table payment_reservation add awaits_approval boolean not null default false`)
    this.addSql(
      `create index payment_reservation_awaiting on payment_reservation (id) where awaits_approval and status = 'AUTHORIZING'`,
    )
  }
}

/**
 * The two statements that every posting needs, as functions: their plans are kept by the connection, where a statement that is sent
 * is planned each time, which took longer than to run it. They decide nothing; rules are the domain's.
 */
class BookFunctions extends Migration {
  override up(): void {
    const wanted = `unnest(of_kinds, of_owners, of_currencies) as k (kind, owner, currency)
      join ledger_account a on a.institution_id = of_institution and a.kind = k.kind and a.owner = k.owner and a.currency = k.currency`
    this.addSql(`create function book_lock(of_institution uuid, of_kinds text[], of_owners text[], of_currencies text[], limited text[])
      returns setof ledger_account language plpgsql as $$
      begin
        return query select a.* from ${wanted} where k.kind = any(limited) order by a.id for no key update of a;
        return query select a.* from ${wanted} where k.kind <> all(limited);
      end $$`)
    this.addSql(`create function book_move(locked_ids uuid[], balances bigint[], helds bigint[], moved_ids uuid[], balances_by bigint[], helds_by bigint[], slots int)
      returns void language plpgsql as $$
      begin
        update ledger_account a set balance_minor = c.balance, held_minor = c.held
          from unnest(locked_ids, balances, helds) as c (id, balance, held) where a.id = c.id;
        insert into account_slot as s (account_id, slot, balance_minor, held_minor)
          select m.id, pg_backend_pid() % slots, m.balance, m.held
          from unnest(moved_ids, balances_by, helds_by) as m (id, balance, held) order by m.id
          on conflict (account_id, slot) do update
            set balance_minor = s.balance_minor + excluded.balance_minor, held_minor = s.held_minor + excluded.held_minor;
      end $$`)
    this.addSql(`create function book_post(
      new_id uuid, of_institution uuid, of_kind text, of_fact text, by_actor uuid, at_time timestamptz, to_reverse uuid, with_reference text, for_reason text,
      accounts uuid[], currencies text[], sides text[], amounts bigint[],
      locked_ids uuid[], balances bigint[], helds bigint[], moved_ids uuid[], balances_by bigint[], helds_by bigint[], slots int)
      returns boolean language plpgsql as $$
      begin
        insert into posting (id, institution_id, kind, fact, actor_id, posted_at, reverses, reference, reason)
          values (new_id, of_institution, of_kind, of_fact, by_actor, at_time, to_reverse, with_reference, for_reason)
          on conflict (institution_id, fact) do nothing;
        if not found then
          return false;
        end if;
        insert into posting_leg (posting_id, leg, account_id, currency, side, minor, posted_at)
          select new_id, l.i, l.account, l.currency, l.side, l.minor, at_time
          from unnest(accounts, currencies, sides, amounts) with ordinality as l (account, currency, side, minor, i);
        perform book_move(locked_ids, balances, helds, moved_ids, balances_by, helds_by, slots);
        return true;
      end $$`)
  }
}

/** What the book got after its first tables, in order. */
export const bookMigrations = [
  { name: '003-captures-in-parts', class: CapturesInParts },
  { name: '004-account-slots', class: AccountSlots },
  { name: '005-statements', class: Statements },
  { name: '006-approvals', class: Approvals },
  { name: '007-book-functions', class: BookFunctions },
]
