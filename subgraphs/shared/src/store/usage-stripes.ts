import { Migration } from '@mikro-orm/migrations'

/** How many counters a day's use of a level is divided into: as many operations of one member go on at the same time. */
export const usageStripes = 8
/** Together the stripes may take half of the limit by themselves, each its part: the other half is for what only the sum can tell. */
const partOfLimit = 2 * usageStripes

const parameters = 'for_member uuid, for_operation text, for_currency text, for_day date, minor bigint'
const ofDay = 'member_id = for_member and operation = for_operation and currency = for_currency and day = for_day'
const hasRoom = `most = per_day and used + minor <= most / ${partOfLimit}`
/** What ends a block whose locks are given back: a private SQLSTATE. */
const passedOver = 'TH001'

/**
 * Divides each day's counter of a level (A7) into stripes, so that operations of one member do not wait for each other while its limit is far. `most` is the
 * limit for which the stripes were last filled; -1 says that they were not yet. Either function keeps the lock of a stripe only when it has changed that stripe: whoever locks them
 * all, in their order, is never waited for crosswise.
 */
export class UsageStripes extends Migration {
  override up(): void {
    this.addSql(`alter table level_usage add stripe smallint not null default 0, add most bigint not null default -1`)
    this.addSql(`alter table level_usage drop constraint level_usage_pkey,
      add primary key (member_id, operation, currency, day, stripe)`)
    this.addSql(`alter table level_usage alter stripe drop default, alter most drop default`)
    this.addSql(`create function book_in_stripe(${parameters}, per_day bigint) returns boolean language plpgsql as $$
      declare
        beginning int := floor(random() * ${usageStripes});
        chosen smallint;
      begin
        select stripe into chosen from level_usage where ${ofDay} and ${hasRoom}
        order by (stripe + beginning) % ${usageStripes} limit 1;
        if not found then
          return false;
        end if;
        declare
          free smallint;
        begin
          select stripe into free from level_usage where ${ofDay} and ${hasRoom}
          order by (stripe + beginning) % ${usageStripes} limit 1 for no key update skip locked;
          if not found then
            raise exception using errcode = '${passedOver}';
          end if;
          update level_usage set used = used + minor where ${ofDay} and stripe = free;
          return true;
        exception when sqlstate '${passedOver}' then null;
        end;
        update level_usage set used = used + minor where ${ofDay} and stripe = chosen and ${hasRoom};
        if not found then
          raise exception using errcode = '${passedOver}';
        end if;
        return true;
      exception when sqlstate '${passedOver}' then return false;
      end $$`)
    this.addSql(`create function return_to_stripe(${parameters}) returns boolean language plpgsql as $$
      declare
        rich smallint;
      begin
        select stripe into rich from level_usage where ${ofDay} and used >= minor
        order by used desc limit 1 for no key update skip locked;
        if not found then
          raise exception using errcode = '${passedOver}';
        end if;
        update level_usage set used = used - minor where ${ofDay} and stripe = rich;
        return true;
      exception when sqlstate '${passedOver}' then return false;
      end $$`)
  }
}
