import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { asOwner } from './test-database.ts'
import type { TestHub } from './test-hub.ts'

/** Where one of these texts can still be read, in any form that they may have been written in: places, and none of the texts. */
export async function leftoversOf(hub: TestHub, texts: readonly string[]): Promise<string[]> {
  const marks = texts.flatMap((text) => [
    text,
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('base64').slice(0, -4),
  ])
  const holds = (read: string): boolean => marks.some((mark) => read.toLowerCase().includes(mark.toLowerCase()))
  const printed = hub.processes.filter((each) => holds(each.output())).map(({ name }) => `log of ${name}`)
  return [...(await inDatabase(hub, marks)), ...(await inRedis(hub, holds)), ...(await inMail(hub, holds)), ...printed]
}

/** Every column of every table of every schema, read as text: bytea is shown in hexadecimal, JSON as it is. */
async function inDatabase({ databaseUrl }: TestHub, marks: readonly string[]): Promise<string[]> {
  return asOwner(databaseUrl, async (owner) => {
    const tables = await owner.query<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'`,
    )
    const found: string[] = []
    for (const { schema, name } of tables.rows) {
      const { rows } = await owner.query<{ n: number }>(
        `select count(*)::int as n from "${schema}"."${name}" t where exists (
           select 1 from unnest($1::text[]) mark where position(lower(mark) in lower(t::text)) > 0)`,
        [marks],
      )
      if ((rows[0]?.n ?? 0) > 0) found.push(`${schema}.${name}`)
    }
    return found
  })
}

async function inRedis({ redisUrl }: TestHub, holds: (read: string) => boolean): Promise<string[]> {
  const redis = new Redis(redisUrl)
  try {
    const found: string[] = []
    for (const key of await redis.keys('*'))
      if (holds(key) || holds((await readKey(redis, key)).join('\n'))) found.push(`redis ${key}`)
    return found
  } finally {
    redis.disconnect()
  }
}

async function readKey(redis: Redis, key: string): Promise<string[]> {
  switch (await redis.type(key)) {
    case 'string':
      return [(await redis.get(key)) ?? '']
    case 'hash':
      return Object.entries(await redis.hgetall(key)).flat()
    case 'list':
      return redis.lrange(key, '0', '-1')
    case 'set':
      return redis.smembers(key)
    case 'zset':
      return redis.zrange(key, '0', '-1')
    case 'stream':
      return (await redis.xrange(key, '-', '+')).flatMap(([id, fields]) => [id, ...fields])
    default:
      return []
  }
}

async function inMail({ environment }: TestHub, holds: (read: string) => boolean): Promise<string[]> {
  const folder = environment['MAIL_DIR'] ?? ''
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const file of files.filter((each) => each.isFile())) {
    const raw = await readFile(join(file.parentPath, file.name), 'utf8')
    const body = Buffer.from(raw.split('\r\n\r\n', 2)[1] ?? '', 'base64').toString('utf8')
    if (holds(raw) || holds(body)) found.push(`mail ${file.name}`)
  }
  return found
}
