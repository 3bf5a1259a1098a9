import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'
import { inSpan, tracing, type SpanOptions } from '../telemetry/tracing.ts'

/** A row as PostgreSQL gives it: bigint and timestamps as text, bytea as Buffer, jsonb parsed. */
export type Row = Record<string, unknown>

/**
 * Runs SQL with numbered parameters (`$1`) in the manager's transaction, if it is in one. Values are sent apart from
 * the text, so lists (`= any($1::uuid[])`), buffers and bigints come through as they are.
 * The row type is the caller's word: name each column's type where the query does not make it plain.
 */
export async function runSql<T = Row>(
  em: EntityManager,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> {
  const run = async (): Promise<T[]> => {
    const result = await em.getKysely().executeQuery<T>(CompiledQuery.raw(text, [...parameters]))
    return result.rows
  }
  return tracing.on ? inSpan(spanOf(text), run) : run()
}

/** The statement as it is written, with `$1` where its values go. */
function spanOf(text: string): SpanOptions {
  const statement = text.replaceAll(/\s+/g, ' ').trim()
  const [verb = 'SQL'] = statement.split(' ', 1)
  return {
    name: verb.toUpperCase(),
    role: 'client',
    attributes: { 'db.system.name': 'postgresql', 'db.query.text': statement },
  }
}

/** A timestamp column as a Date. */
export function asDate(value: unknown): Date {
  const date = value instanceof Date ? value : new Date(String(value))
  if (Number.isNaN(date.getTime())) throw new Error(`Not a timestamp: ${String(value)}`)
  return date
}

/** A nullable timestamp column. */
export function asDateOrNull(value: unknown): Date | null {
  return value === null || value === undefined ? null : asDate(value)
}
