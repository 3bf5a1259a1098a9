import { createServices, createSubgraph, storeDefinition } from '@torihiki/listings'
import { newId } from '@torihiki/shared/ids.ts'
import { migrateStore, openStore } from '@torihiki/shared/store/store.ts'
import { execute, parse } from 'graphql'
import { Client } from 'pg'
import { testDatabaseUrl } from '../support/test-database.ts'
import { startTestServers } from '../support/test-servers.ts'

/**
 * Search over many opportunities through the subgraph's code path, against bare SQL doing the same on a copy of the rows that has the
 * indexes which suit it: one plain statement, with `offset` for depth, `ts_rank` over every match and exact counts. Both are measured
 * alternately. `--rows` says how many opportunities, `--samples` how often each is asked.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const rows = option('rows', 1_000_000)
const samples = option('samples', 60)
/** How often each is asked before it is measured: connections read dictionaries and catalogues when they first need them. */
const warmUps = 5
const say = (line: string): void => void process.stdout.write(`${line}\n`)
/** Of a hundred opportunities so many are for named members; who searches is named in one of a thousand. */
const namedPercent = 5

const servers = await startTestServers(() => undefined)
process.env['TEST_DATABASE_URL'] = servers.databaseUrl
const database = await testDatabaseUrl()
const hubSecret = 'a secret for the benchmark that is long enough'
const reader = newId()
try {
  await migrateStore(storeDefinition, { databaseUrl: database.databaseUrl, hubSecret })
  const bare = new Client({ connectionString: database.databaseUrl })
  bare.on('error', () => undefined)
  await bare.connect()
  await bare.query('set search_path = listings')
  await load(bare)
  await measureAll(bare)
  await bare.end()
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  await database.close()
  await servers.stop()
}
process.exit()

/**
 * Writes the opportunities: titles and descriptions of 4 to 24 words, drawn from 20,000 so that the n-th word is n times as rare as
 * the first (as in any language), 40 categories, 47 regions, 6 currencies. A tenth has expired.
 */
async function load(bare: Client): Promise<void> {
  const started = performance.now()
  const publishers = Array.from({ length: 200 }, () => newId())
  await bare.query('create temporary table drawn (n int, title text, description text)')
  // No stemmer of any language takes a `q` off: both sides ask for the same word.
  const word = `'w' || translate(floor(exp(random() * ln(20000)))::int::text, '0123456789', 'abcdefghij') || 'q'`
  // Each text is drawn anew, for it depends on its number.
  const words = (count: string): string =>
    `(select string_agg(word, ' ') from (select ${word} as word from generate_series(1, ${count} + 0 * n)) drawn_words)`
  await bare.query(
    `insert into drawn select n, ${words('4')}, ${words('(8 + n % 13)')} from generate_series(1, $1::int) n`,
    [rows],
  )
  say(`${rows} texts in ${seconds(started)}`)
  const { rows: indexes } = await bare.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where schemaname = 'listings' and tablename = 'opportunity' and indexname <> 'opportunity_pkey'`,
  )
  for (const { indexname } of indexes) await bare.query(`drop index ${indexname}`)
  await bare.query(`set maintenance_work_mem = '512MB'`)
  await bare.query(
    `insert into opportunity (id, publisher_id, title, description, category, region, budget_minor, budget_currency, language, visible_to,
       published_at, valid_until, words, index_version)
     select uuidv7(), ($1::uuid[])[1 + n % 200], title, description, 'Category ' || (n % 40), 'Region ' || (n % 47), 1000 + n % 100000,
       (array['EUR', 'JPY', 'USD', 'GBP', 'CHF', 'SEK'])[1 + n % 6], (array['en', 'de', 'ja', 'fr'])[1 + n % 4],
       case when n % 100 < $2 then case when n % 1000 = 0 then array[$3::uuid] else array[($1::uuid[])[1 + n % 200]] end end,
       date_trunc('milliseconds', now() - n * interval '7 seconds'), case when n % 10 = 7 then now() - interval '1 day' end,
       setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', description), 'B'), 1
     from drawn`,
    [publishers, namedPercent, reader],
  )
  await bare.query(
    `insert into opportunity_audience select distinct m, published_at, id from opportunity, unnest(visible_to || publisher_id) m where visible_to is not null`,
  )
  await bare.query(
    `insert into search_word (word, scope) select distinct 'w' || translate(n::text, '0123456789', 'abcdefghij') || 'q', '00000000-0000-0000-0000-000000000000'::uuid from generate_series(1, 20000) n`,
  )
  await bare.query('drop table drawn')
  for (const { indexdef } of indexes) await bare.query(indexdef)
  await bare.query('create table bare as select * from opportunity')
  for (const index of [
    '(id)',
    '(published_at desc, id desc) where listed',
    '(lower(category), lower(region), published_at desc, id desc) where listed',
    'using gin (words) where listed',
  ])
    await bare.query(`create index on bare ${index}`)
  await bare.query('vacuum analyze')
  const { rows: sizes } = await bare.query<{ table_size: string; index_size: string }>(
    `select pg_size_pretty(pg_table_size('opportunity')) as table_size, pg_size_pretty(pg_indexes_size('opportunity')) as index_size`,
  )
  say(
    `${rows} opportunities loaded in ${seconds(started)}: table ${sizes[0]?.table_size}, indexes ${sizes[0]?.index_size}\n`,
  )
}

type Task = {
  name: string
  ours(): Promise<unknown>
  bare(): Promise<unknown>
}

async function measureAll(bare: Client): Promise<void> {
  const store = await openStore(storeDefinition, { databaseUrl: database.databaseUrl, hubSecret })
  const subgraph = createSubgraph(createServices({ store }))
  const actor = { memberId: reader, roles: ['BUYER'], sessionId: newId() }
  const edges =
    'edges { cursor node { id title category region budget { amount currency } publishedAt } } pageInfo { hasNextPage endCursor }'
  const counts =
    'facets { matches capped categories { value count } regions { value count } currencies { value count } }'
  const documents = new Map(
    [edges, counts].map((fields) => [
      fields,
      parse(
        `query ($a: Cursor, $f: OpportunityFilter) { opportunities(first: 20, after: $a, filter: $f) { ${fields} } }`,
      ),
    ]),
  )
  type Page = { edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
  const ask = async (fields: string, filter: object, after: string | null = null): Promise<Page> => {
    const document = documents.get(fields)
    if (!document) throw new Error('No such document.')
    const contextValue = subgraph.context({ actor, requestId: 'bench' })
    const answer = await execute({
      schema: subgraph.schema,
      document,
      variableValues: { a: after, f: filter },
      contextValue,
    })
    if (answer.errors?.[0]) throw answer.errors[0]
    return answer.data?.['opportunities'] as Page
  }
  const cursorOfPage = async (filter: object, page: number): Promise<string | null> => {
    let after: string | null = null
    for (let i = 1; i < page; i++) after = (await ask(edges, filter, after)).pageInfo.endCursor
    return after
  }
  const seen = `withdrawn_at is null and (valid_until is null or valid_until >= now()) and (publisher_id = '${reader}' or visible_to is null or '${reader}' = any(visible_to))`
  const columns = 'id, title, category, region, budget_minor, budget_currency, published_at'
  const ranked =
    (text: string, offset: number, further = '') =>
    () =>
      bare.query(
        `select ${columns}, ts_rank(words, q) as rank from bare, websearch_to_tsquery('simple', $1) q where words @@ q and listed and ${seen} ${further}
       order by rank desc, id desc limit 21 offset ${offset}`,
        [text],
      )
  const newest =
    (offset: number, further = '') =>
    () =>
      bare.query(
        `select ${columns} from bare where listed and ${seen} ${further} order by published_at desc, id desc limit 21 offset ${offset}`,
      )
  const counted = (further: string) => () =>
    bare.query(
      `select category, region, budget_currency, count(*) from bare where listed and ${seen} ${further}
       group by grouping sets ((category), (region), (budget_currency), ())`,
    )
  const [rare, middle, common] = ['wcjjeq', 'wcjaq', 'wfq']
  const tasks: Task[] = []
  const add = (name: string, ours: Task['ours'], yardstick: Task['bare']): void =>
    void tasks.push({ name, ours, bare: yardstick })
  for (const [kind, text] of [
    ['rare', rare],
    ['middling', middle],
    ['common', common],
    ['two words', `${middle} ${common}`],
  ] as const) {
    const { rows: found } = await bare.query<{ count: string }>(
      `select count(*) from bare where words @@ websearch_to_tsquery('simple', $1) and listed and ${seen}`,
      [text],
    )
    add(
      `text, ${kind} (${Number(found[0]?.count).toLocaleString('en')} matches), page 1`,
      () => ask(edges, { text }),
      ranked(text, 0),
    )
    if (kind === 'common') {
      const after = await cursorOfPage({ text }, 100)
      add(`text, ${kind}, page 100`, () => ask(edges, { text }, after), ranked(text, 99 * 20))
    }
  }
  const filter = { text: common, category: 'category 7', region: 'region 7' }
  add(
    'text, common, in a category',
    () => ask(edges, { text: common, category: filter.category }),
    ranked(common, 0, `and lower(category) = 'category 7'`),
  )
  add(
    'text with a typing error (bare: without)',
    () => ask(edges, { text: 'wcjjfeq wbjjeq' }),
    ranked('wcjjeq wbjjeq', 0),
  )
  add('newest, page 1', () => ask(edges, {}), newest(0))
  for (const page of [100, 1_000]) {
    const after = await cursorOfPage({}, page)
    add(`newest, page ${page}`, () => ask(edges, {}, after), newest((page - 1) * 20))
  }
  add(
    'newest, in a category and a region',
    () => ask(edges, { category: filter.category, region: filter.region }),
    newest(0, `and lower(category) = 'category 7' and lower(region) = 'region 7'`),
  )
  add('facets of everything', () => ask(counts, {}), counted(''))
  add(
    'facets of a common word',
    () => ask(counts, { text: common }),
    counted(`and words @@ to_tsquery('simple', '${common}')`),
  )
  add(
    'facets of a middling word',
    () => ask(counts, { text: middle }),
    counted(`and words @@ to_tsquery('simple', '${middle}')`),
  )
  say(
    '| what | torihiki p50 | p99 | bare SQL p50 | p99 | ratio p50 | ratio p99 |\n| --- | --- | --- | --- | --- | --- | --- |',
  )
  for (const task of tasks) await measure(task)
  await store.close()
}

async function measure({ name, ours, bare }: Task): Promise<void> {
  const taken: [number[], number[]] = [[], []]
  for (let i = 0; i < warmUps; i++) for (const each of [ours, bare]) await each()
  for (let i = 0; i < samples; i++) {
    for (const [k, run] of [ours, bare].entries()) {
      const started = performance.now()
      await run()
      taken[k]?.push(performance.now() - started)
    }
  }
  const [a50, a99, b50, b99] = taken.flatMap((times) => [at(times, 0.5), at(times, 0.99)]) as [
    number,
    number,
    number,
    number,
  ]
  const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`
  say(
    `| ${name} | ${ms(a50)} | ${ms(a99)} | ${ms(b50)} | ${ms(b99)} | ${(a50 / b50).toFixed(2)} | ${(a99 / b99).toFixed(2)} |`,
  )
}

/** The value below which this part of the values lies. */
function at(values: readonly number[], quantile: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(quantile * (values.length - 1))] ?? Number.NaN
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(0)} s`
}
