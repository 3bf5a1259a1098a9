import type { Tx } from '@torihiki/shared/store/store.ts'
import { textConfiguration } from '../domain/language.ts'
import type { Stated } from '../domain/stated.ts'
import { indexOf } from '../domain/words.ts'
import { indexVersion } from './search-migrations.ts'

/** Scope of words that everybody may know of. */
export const everybody = '00000000-0000-0000-0000-000000000000'
/** Scope of the words of items on sale, which everybody may know of (C1). They are no words of opportunities. */
export const itemWords = '00000000-0000-0000-0000-000000000001'
/** Words that typing errors are forgiven for: not shorter, not longer, without digits. */
const correctable = `length(w.word) between 4 and 40 and w.word !~ '[0-9]'`

const statedColumns = `title, description, category, region, quantity, budget_minor, budget_currency, valid_until, language, visible_to`

function statedValues(stated: Stated): unknown[] {
  const { title, description, category, region, quantity, budget, validUntil, language, visibleTo } = stated
  return [
    title,
    description,
    category,
    region,
    quantity,
    budget?.minor ?? null,
    budget?.currency ?? null,
    validUntil,
    language,
    visibleTo,
  ]
}

/** Puts a new opportunity on record, as its revision 1, and into the index. */
export async function insertOpportunity(
  tx: Tx,
  id: string,
  publisherId: string,
  stated: Stated,
  now: Date,
): Promise<void> {
  const values = statedValues(stated)
  await tx.sql(
    `insert into opportunity (${statedColumns}, id, publisher_id, published_at, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '')`,
    [...values, id, publisherId, now],
  )
  await recordRevision(tx, id, 1, stated, [], now)
}

/** Makes what is stated anew the present state, on record as a further revision, and in the index. */
export async function reviseOpportunity(
  tx: Tx,
  id: string,
  revision: number,
  stated: Stated,
  changed: readonly string[],
  now: Date,
): Promise<void> {
  await tx.sql(
    `update opportunity set (${statedColumns}, revision, edited_at) = ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::uuid[], $11, $12)
     where id = $13`,
    [...statedValues(stated), revision, now, id],
  )
  await recordRevision(tx, id, revision, stated, changed, now)
}

/** Everything that follows from a new state: the record, who may see it, the index, and the event for those who are interested. */
async function recordRevision(
  tx: Tx,
  id: string,
  revision: number,
  stated: Stated,
  changed: readonly string[],
  now: Date,
): Promise<void> {
  await tx.sql(
    `insert into opportunity_revision (${statedColumns}, opportunity_id, revision, at, changed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [...statedValues(stated), id, revision, now, changed],
  )
  await saveAudience(tx, id, stated.visibleTo)
  await indexOpportunity(tx, id, stated)
  await tx.publish('OpportunityRecorded', { opportunityId: id, revision })
}

async function saveAudience(tx: Tx, id: string, visibleTo: readonly string[] | null): Promise<void> {
  await tx.sql('delete from opportunity_audience where opportunity_id = $1', [id])
  if (visibleTo === null) return
  await tx.sql(
    `insert into opportunity_audience select distinct m, o.published_at, o.id
     from opportunity o, unnest(o.visible_to || o.publisher_id) m where o.id = $1`,
    [id],
  )
}

/** Writes the index of an opportunity's text, and the words that are new. */
export async function indexOpportunity(
  tx: Tx,
  id: string,
  text: Pick<Stated, 'title' | 'description' | 'language' | 'visibleTo'>,
): Promise<void> {
  const { tokens, titleWords, descriptionWords } = indexOf(text)
  const configuration = textConfiguration(text.language)
  await tx.sql(
    `update opportunity set index_version = $2, words = $3::text::tsvector ||
       case when $4 = 'simple' then ''::tsvector else
         setweight(to_tsvector($4::text::regconfig, $5), 'A') || setweight(to_tsvector($4::text::regconfig, $6), 'B') end
     where id = $1`,
    [id, indexVersion, tokens, configuration, titleWords, descriptionWords],
  )
  await tx.sql(
    `insert into search_word (word, scope)
     select w.word, case when o.visible_to is null then $2::uuid else o.id end
     from opportunity o, unnest(tsvector_to_array(o.words)) w(word)
     where o.id = $1 and ${correctable} and not exists (select from search_word known where known.word = w.word and known.scope = $2)
     order by w.word on conflict do nothing`,
    [id, everybody],
  )
}

/** Keeps the words of an index for searches to be understood by, those that are new. @param words a statement that gives the index, its parameters from `$2` on */
export async function rememberWords(
  tx: Tx,
  scope: string,
  words: string,
  parameters: readonly unknown[],
): Promise<void> {
  await tx.sql(
    `insert into search_word (word, scope) select w.word, $1::uuid from (${words}) indexed, unnest(tsvector_to_array(indexed.words)) w(word)
     where ${correctable} and not exists (select from search_word known where known.word = w.word and known.scope = $1)
     order by w.word on conflict do nothing`,
    [scope, ...parameters],
  )
}
