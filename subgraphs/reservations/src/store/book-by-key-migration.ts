import { Migration } from '@mikro-orm/migrations'

/**
 * The book's functions once more, account by account: each is found by its key and moved by its id, with a plan that the connection keeps.
 * Joined to lists they were planned anew each time, for PostgreSQL sees how long a list is; that took ten times as long as the look-up itself.
 * Order and effect are the same (decision 009): rows with a limit are locked, and slots are moved, by ascending id.
 */
class BookByKey extends Migration {
  override up(): void {
    this.addSql(`create or replace function book_lock(of_institution uuid, of_kinds text[], of_owners text[], of_currencies text[], limited text[])
      returns setof ledger_account language plpgsql as $$
      declare
        account ledger_account;
        to_lock uuid[] := '{}';
        next_id uuid;
      begin
        for nth in 1 .. cardinality(of_kinds) loop
          select a.* into account from ledger_account a
            where a.institution_id = of_institution and a.kind = of_kinds[nth] and a.owner = of_owners[nth] and a.currency = of_currencies[nth];
          if not found then
            continue;
          elsif account.kind = any(limited) then
            to_lock := to_lock || account.id;
          else
            return next account;
          end if;
        end loop;
        if cardinality(to_lock) > 1 then
          to_lock := array(select distinct u.id from unnest(to_lock) as u (id) order by u.id);
        end if;
        foreach next_id in array to_lock loop
          return query select a.* from ledger_account a where a.id = next_id for no key update;
        end loop;
      end $$`)
    this.addSql(`create or replace function book_move(locked_ids uuid[], balances bigint[], helds bigint[], moved_ids uuid[], balances_by bigint[], helds_by bigint[], slots int)
      returns void language plpgsql as $$
      declare
        ordered int[] := '{1}';
        nth int;
      begin
        for nth in 1 .. cardinality(locked_ids) loop
          update ledger_account a set balance_minor = balances[nth], held_minor = helds[nth] where a.id = locked_ids[nth];
        end loop;
        if cardinality(moved_ids) = 0 then
          return;
        elsif cardinality(moved_ids) > 1 then
          ordered := array(select m.nth from unnest(moved_ids) with ordinality as m (id, nth) order by m.id);
        end if;
        foreach nth in array ordered loop
          insert into account_slot as s (account_id, slot, balance_minor, held_minor)
            values (moved_ids[nth], pg_backend_pid() % slots, balances_by[nth], helds_by[nth])
            on conflict (account_id, slot) do update
              set balance_minor = s.balance_minor + excluded.balance_minor, held_minor = s.held_minor + excluded.held_minor;
        end loop;
      end $$`)
  }
}

/** Accounts are found and moved one by one. */
export const bookByKey = { name: '160-book-by-key', class: BookByKey }
