import { feedCursor, feedHead } from '@torihiki/shared/feeds/feed.ts'
import { pageByInstant, pageFrom, type Page, type PageRequest } from '@torihiki/shared/graphql/connection.ts'
import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Store } from '@torihiki/shared/store/store.ts'
import { obligationFeed } from '../commands/change-obligations.ts'
import type { InstructionStatus, ObligationStatus } from '../domain/states.ts'
import { instructionColumns } from '../store/instructions.ts'
import {
  obligationModel,
  obligationTables,
  seesInstruction,
  seesWindow,
  windowModel,
  windowTablesWithAbort,
} from './loaders.ts'
import type { ObligationModel, Reader, SettlementInstructionModel, SettlementWindowModel } from './models.ts'

const keyOf = (at: string, id: string): [string, string] => [asDate(at).toISOString(), id]

/** Windows that the reader sees, newest first. */
export async function readWindows(
  store: Store,
  reader: Reader,
  request: PageRequest,
): Promise<Page<SettlementWindowModel>> {
  const { limit, at, id } = pageByInstant(request)
  const rows = await store.query<SettlementWindowModel>(
    `select ${windowModel} from ${windowTablesWithAbort} where ${seesWindow} and ($1::timestamptz is null or (w.closed_at, w.id) < ($1, $4::uuid))
     order by w.closed_at desc, w.id desc limit $5`,
    [at, reader.memberId, reader.isAdmin, id, limit + 1],
  )
  return pageFrom(
    rows,
    limit,
    at !== null,
    (row) => keyOf(row.closed_at, row.id),
    (row) => row,
  )
}

/** Instructions that the reader sees, newest first. */
export async function readInstructions(
  store: Store,
  reader: Reader,
  request: PageRequest & { status?: readonly InstructionStatus[] | null | undefined },
): Promise<Page<SettlementInstructionModel>> {
  const { limit, at, id } = pageByInstant(request)
  const rows = await store.query<SettlementInstructionModel>(
    `select ${instructionColumns} from settlement_instruction i where ${seesInstruction} and ($6::text[] is null or i.status = any($6))
       and ($1::timestamptz is null or (i.issued_at, i.id) < ($1, $4::uuid))
     order by i.issued_at desc, i.id desc limit $5`,
    [at, reader.memberId, reader.isAdmin, id, limit + 1, request.status ?? null],
  )
  return pageFrom(
    rows,
    limit,
    at !== null,
    (row) => keyOf(row.issued_at, row.id),
    (row) => row,
  )
}

type ObligationPage = Page<ObligationModel> & { headCursor: string }

/**
 * What a member owes and is owed, newest first, with the head cursor of the same snapshot: who subscribes after it misses
 * nothing that the page lacks.
 */
export async function readObligations(
  store: Store,
  memberId: string,
  request: PageRequest & { status?: readonly ObligationStatus[] | null | undefined },
): Promise<ObligationPage> {
  const { limit, at, id } = pageByInstant(request)
  const as = (side: string, further: string): string =>
    `(select ${obligationModel} from ${obligationTables} where o.${side} = $2 ${further} and ($5::text[] is null or o.status = any($5))
       and ($1::timestamptz is null or (o.arisen_at, o.id) < ($1, $3::uuid)) order by o.arisen_at desc, o.id desc limit $4)`
  return store.transaction(async (tx) => {
    await tx.sql('set transaction isolation level repeatable read')
    const rows = await tx.sql<ObligationModel>(
      `select * from (${as('debtor_id', '')} union all ${as('creditor_id', 'and o.debtor_id <> $2')}) o order by arisen_at desc, id desc limit $4`,
      [at, memberId, id, limit + 1, request.status ?? null],
    )
    const feed = obligationFeed(memberId)
    const { epoch, head } = await feedHead((text, p) => tx.sql(text, p), feed)
    const page = pageFrom(
      rows,
      limit,
      at !== null,
      (row) => keyOf(row.arisen_at, row.id),
      (row) => row,
    )
    return { ...page, headCursor: feedCursor(feed, epoch, head) }
  })
}
