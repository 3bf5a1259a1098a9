import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'

/** A change of the program's text: it must be found, so that a plant never silently does nothing. */
type Edit = { readonly file: string; readonly from: string; readonly to: string }

/** A bug that somebody could make, with what else would stop it taken away, for the run to find by itself. */
export type PlantedBug = {
  readonly name: string
  readonly edits: readonly Edit[]
  /** What the database would still refuse, as its owner. */
  readonly weaken: readonly string[]
}

const [reservations, store] = ['subgraphs/reservations/src', 'subgraphs/shared/src/store/store.ts']

/** The bugs that a run must find. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'no check whether a hold is resolved already',
    edits: [
      {
        file: `${reservations}/commands/void-reservation.ts`,
        from: "if (!mayHappen(row.status, 'Voided'))",
        to: 'if (false)',
      },
      {
        file: `${reservations}/store/holds.ts`,
        from: 'and not exists (select 1 from hold_resolution r where r.hold_id = h.id)',
        to: '',
      },
      {
        file: `${reservations}/commands/change-reservation.ts`,
        from: 'const after = evolve(reservationOf(row), event)',
        to: "const after = row.status === 'RESERVED' ? evolve(reservationOf(row), event) : reservationOf(row)",
      },
    ],
    weaken: ['alter table reservations.hold_resolution drop constraint hold_resolution_pkey'],
  },
  {
    name: 'no lock on an account’s row',
    edits: [],
    weaken: [
      `do $$
       declare body text := pg_get_functiondef('reservations.book_lock'::regproc);
       begin
         if position(' for no key update' in body) = 0 then
           raise exception 'The bug cannot be planted: book_lock has changed.';
         end if;
         perform set_config('search_path', 'reservations, public', true);
         execute replace(body, ' for no key update', '');
       end $$`,
    ],
  },
  {
    name: 'events written after the transaction instead of in it',
    edits: [
      {
        file: store,
        from: "const [id = ''] = await publish(sql, type, [payload])\n      return id",
        to: 'hints.push(() => void publish((text, p) => runSql(root.em.fork(), text, p), type, [payload]).catch(() => undefined))\n      return newId()',
      },
      { file: store, from: 'work(newTx(em, appends, hints))', to: 'work(newTx(em, appends, hints, orm))' },
      {
        file: store,
        from: 'function newTx(em: EntityManager, appends: FeedAppend[], hints: (() => void)[]): Tx {',
        to: 'function newTx(em: any, appends: any, hints: any, root: any): any {',
      },
    ],
    weaken: [],
  },
]

/** Settings of a hub that has the bug, and how to weaken its database once it is migrated. */
export type Planted = {
  readonly settings: Record<string, string>
  weaken(owner: Client): Promise<void>
  remove(): Promise<void>
}

/** Makes the hook by which every process of a hub reads its program with the bug in it. */
export async function plantIn(bug: PlantedBug): Promise<Planted> {
  const folder = await mkdtemp(join(tmpdir(), 'planted-'))
  const hook = join(folder, 'plant.mjs')
  await writeFile(
    hook,
    `import { registerHooks } from 'node:module'
     const edits = ${JSON.stringify(bug.edits)}
     registerHooks({
       load(url, context, nextLoad) {
         const loaded = nextLoad(url, context)
         const mine = edits.filter(({ file }) => url.endsWith(file))
         if (mine.length === 0) return loaded
         let source = String(loaded.source)
         for (const { file, from, to } of mine) {
           if (!source.includes(from)) throw new Error('The bug cannot be planted in ' + file + ': its text has changed.')
           source = source.replace(from, to)
         }
         return { ...loaded, source }
       },
     })`,
  )
  return {
    // What was compiled before is kept by the text of the file, not by what the hook makes of it.
    settings: { NODE_OPTIONS: `--import ${hook}`, NODE_DISABLE_COMPILE_CACHE: '1' },
    async weaken(owner) {
      for (const statement of bug.weaken) await owner.query(statement)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
