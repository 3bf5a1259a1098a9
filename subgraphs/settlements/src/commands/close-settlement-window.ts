import { hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { windowClosedLegs } from '../domain/ledger.ts'
import { groupPositions } from '../domain/netting/group-positions.ts'
import type { Obligation } from '../domain/netting/obligation.ts'
import {
  assertZeroSum,
  bilateralPositions,
  multilateralPositions,
  type NetPosition,
} from '../domain/netting/positions.ts'
import { concernsContract } from '../domain/obligation-kind.ts'
import { settlementInstructions } from '../domain/netting/settlement-instructions.ts'
import type { SettlementsServices } from '../services.ts'
import { issueInstruction } from '../store/instructions.ts'
import { post } from '../store/ledger.ts'
import { lockOpenToNet, toNet } from '../store/obligations.ts'
import type { ObligationRow } from '../store/rows.ts'
import {
  insertBilateral,
  insertGroups,
  insertPositions,
  insertWindow,
  lockWindow,
  saveWindowStatus,
} from '../store/windows.ts'
import { changeObligations } from './change-obligations.ts'
import { settleWindow } from './settle-obligations.ts'

/** How many obligations one window takes in at most, the oldest first: what one transaction does in some seconds. */
export const mostObligationsOfWindow = 20_000

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, agentId: form.id })

/**
 * Closes an agent's window (A9), for administrators: takes in its open NET obligations, works out every position, posts step 8
 * of the money model and instructs the agent. Of two closings at once each obligation goes into exactly one.
 * Refuses with NOTHING_TO_SETTLE when none waits. A window in which everybody comes to zero is settled at once.
 */
export async function closeSettlementWindow(
  services: SettlementsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ windowId: string } | Refusal> {
  if (!hasRole(actor, 'ADMIN')) return refuse('NOT_ALLOWED', 'Windows are closed by administrators.')
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const now = services.now()
  const request = { actor, operation: 'closeSettlementWindow', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const rows = await lockOpenToNet(tx, input.agentId, mostObligationsOfWindow)
    if (rows.length === 0) return refuse('NOTHING_TO_SETTLE')
    const windowId = newId(now.getTime())
    const window = {
      id: windowId,
      agentId: input.agentId,
      closedBy: actor.memberId,
      closedAt: now,
      obligationIds: rows.map(({ id }) => id),
    }
    await insertWindow(tx, window)
    const positions = await recordPositions(tx, windowId, rows.map(toNet))
    await post(tx, { kind: 'WINDOW_CLOSED', subjectId: windowId, at: now, legs: windowClosedLegs(windowId, positions) })
    await changeObligations(tx, services, rows, 'IN_WINDOW', now)
    await announce(tx, windowId, rows)
    const instructions = await instruct(tx, windowId, input.agentId, positions, now)
    if (instructions > 0) await saveWindowStatus(tx, windowId, 'SETTLING', now)
    else await settleAtOnce(tx, services, windowId, now)
    return { windowId }
  })
}

async function recordPositions(tx: Tx, windowId: string, obligations: readonly Obligation[]): Promise<NetPosition[]> {
  const positions = multilateralPositions(obligations)
  assertZeroSum(positions)
  const members = await knownMembers(
    tx,
    positions.map(({ memberId }) => memberId),
  )
  const groupName = (memberId: string): string | null => members.get(memberId)?.groupName ?? null
  await insertPositions(tx, windowId, positions, groupName)
  await insertBilateral(tx, windowId, bilateralPositions(obligations))
  await insertGroups(tx, windowId, namedGroups(obligations, groupName))
  return positions
}

/** Marks groups by a prefix while netting, so that no group's name can be taken for a member's id. */
const groupMark = 'group '

function namedGroups(obligations: readonly Obligation[], groupName: (memberId: string) => string | null) {
  const marked = (memberId: string): string | null => {
    const name = groupName(memberId)
    return name === null ? null : `${groupMark}${name}`
  }
  const { positions } = groupPositions(obligations, marked)
  assertZeroSum(positions)
  return positions.map((position) => {
    const isGroup = position.groupId.startsWith(groupMark)
    return {
      ...position,
      groupName: isGroup ? position.groupId.slice(groupMark.length) : null,
      memberId: isGroup ? null : position.groupId,
    }
  })
}

async function announce(tx: Tx, windowId: string, rows: readonly ObligationRow[]): Promise<void> {
  for (const row of rows.filter(concernsContract)) {
    await tx.publish('SettlementStarted', {
      obligationId: row.id,
      threadId: row.thread_id,
      contractId: row.contract_id,
      windowId,
    })
  }
}

/** One instruction for each member and currency that does not come to zero. Returns how many. */
async function instruct(
  tx: Tx,
  windowId: string,
  agentId: string,
  positions: readonly NetPosition[],
  now: Date,
): Promise<number> {
  const instructions = settlementInstructions(positions)
  for (const { currency, memberId, direction, amount } of instructions) {
    const [payerId, payeeId] = direction === 'PAY_IN' ? [memberId, agentId] : [agentId, memberId]
    await issueInstruction(
      tx,
      { agentId, kind: direction, payerId, payeeId, amount, currency, windowId, obligationId: null },
      now,
    )
  }
  return instructions.length
}

async function settleAtOnce(tx: Tx, services: SettlementsServices, windowId: string, now: Date): Promise<void> {
  const window = await lockWindow(tx, windowId)
  if (!window) throw new Error(`Window ${windowId} is not there.`)
  await settleWindow(tx, services, window, now)
}
