import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql'
import { PreparingClient } from './preparing-client.ts'

type Dialect = ReturnType<PostgreSqlConnection['createKyselyDialect']>
type KyselyDriver = ReturnType<Dialect['createDriver']>
type PooledConnection = Awaited<ReturnType<KyselyDriver['acquireConnection']>>

/**
 * MikroORM's driver for PostgreSQL, with connections that find their way back to the pool. Kysely, which it is built on, keeps a
 * connection for ever when the beginning or the end of a transaction fails on it (kysely-org/kysely#1990): each connection that PostgreSQL closes
 * in the middle of a transaction would take a place in the pool with it, until there is none left and everything waits. Its connections
 * keep the plans of statements that run often.
 */
export class ReleasingDriver extends PostgreSqlDriver {
  protected override readonly connection = new ReleasingConnection(this.config)
}

class ReleasingConnection extends PostgreSqlConnection {
  override mapOptions(
    overrides: Parameters<PostgreSqlConnection['mapOptions']>[0],
  ): ReturnType<PostgreSqlConnection['mapOptions']> {
    return { ...super.mapOptions(overrides), Client: PreparingClient }
  }

  override createKyselyDialect(overrides: Parameters<PostgreSqlConnection['createKyselyDialect']>[0]): Dialect {
    const dialect = super.createKyselyDialect(overrides)
    const createDriver = dialect.createDriver.bind(dialect)
    return Object.assign(dialect, { createDriver: () => releasing(createDriver()) })
  }
}

function releasing(driver: KyselyDriver): KyselyDriver {
  const begin = driver.beginTransaction.bind(driver)
  const rollback = driver.rollbackTransaction.bind(driver)
  driver.beginTransaction = async (connection, settings) => {
    try {
      await begin(connection, settings)
    } catch (error) {
      await driver.releaseConnection(connection)
      throw error
    }
  }
  // Whoever rolls back has failed already and says so. Without an error here the connection is released, and thrown away by the pool if it is dead.
  driver.rollbackTransaction = async (connection) => {
    await rollback(connection).catch(() => end(connection))
  }
  return driver
}

/** Sees to it that a connection whose transaction could not be rolled back is never used again: most often it is dead already. */
async function end(connection: PooledConnection): Promise<void> {
  const sql = 'select pg_terminate_backend(pg_backend_pid())'
  await connection
    .executeQuery({ sql, parameters: [], query: { kind: 'RawNode' } as never, queryId: { queryId: 'end' } })
    .catch(() => undefined)
}
