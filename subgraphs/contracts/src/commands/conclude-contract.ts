import { newCode } from '@torihiki/shared/codes.ts'
import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { hubMemberId, newId } from '@torihiki/shared/ids.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { agreeConditions, compareConditions, type AgreedConditions } from '../domain/cases/conditions.ts'
import { deliveryDays, isDueDay } from '../domain/cases/due-days.ts'
import type { EscalationStep } from '../domain/cases/lateness.ts'
import type { JsonObject } from '../domain/log/jcs.ts'
import {
  agreementToJson,
  compareContracts,
  comparisonToJson,
  contractTermsToJson,
  findContradiction,
  type ContractComparison,
  type ContractTerms,
} from '../domain/matching/index.ts'
import { withholdParties, withoutPartyValues } from '../domain/matching/withhold-parties.ts'
import type { ContractsServices } from '../services.ts'
import { calendarOfContract, newestSteps } from '../store/calendars.ts'
import { insertDues } from '../store/dues.ts'
import { isPersonal, sealFor } from '../store/personal.ts'
import { insertComparison, insertConflict, type Submission } from '../store/submissions.ts'
import type { NewFact, Thread } from '../store/threads.ts'
import { activeTolerance, type AgreedTolerance } from '../store/tolerances.ts'
import { appendEntry } from './append-entry.ts'

type Pair = {
  buyer: Submission
  seller: Submission
  comparison: ContractComparison
  terms: ContractTerms
  tolerance: AgreedTolerance | null
  instruction: StandingInstruction | null
}

/** By which a shop lets the hub submit its documents (C1). */
export type StandingInstruction = { readonly shopId: string; readonly version: number }

/**
 * What follows from the submissions on record, the newest last: a comparison once both sides have submitted, a conflict when the
 * newest contradicts an answer of the same side, and the notarized contract when the documents agree, nothing contradicts and none stands yet.
 * @param instruction by which the hub submitted for both sides, on the contract's record; null: they did themselves
 * @returns the facts to append to the thread, or why the newest submission cannot be taken
 */
export async function concludeSubmissions(
  tx: Tx,
  services: ContractsServices,
  thread: Thread,
  submissions: readonly Submission[],
  now: Date,
  instruction: StandingInstruction | null = null,
): Promise<NewFact[] | Refusal> {
  const standing = (await tx.sql('select 1 from contract where thread_id = $1', [thread.id])).length > 0
  const conflicts = await raiseConflicts(tx, thread, submissions, standing, now)
  const buyer = submissions.findLast((each) => each.side === 'BUYER')
  const seller = submissions.findLast((each) => each.side === 'SELLER')
  if (!buyer || !seller) return conflicts
  const tolerance = await toleranceFor(tx, thread, buyer, seller)
  const comparison = withConditions(
    compareContracts(buyer.document, seller.document, tolerance?.profile),
    buyer,
    seller,
  )
  const comparisonId = newId()
  await insertComparison(tx, comparisonId, thread.id, buyer.id, seller.id, comparison, now)
  const agreed = comparison.verdict === 'EQUAL' || comparison.verdict === 'EQUAL_WITHIN_TOLERANCE'
  const compared = hubFact('CONTRACT_COMPARED', comparisonId, now)
  const facts = [...conflicts, { ...compared, fact: { ...compared.fact, differs: !agreed } }]
  if (!agreed || !comparison.agreedTerms || conflicts.length > 0 || standing) return facts
  const contractId = await notarize(
    tx,
    services,
    thread,
    { buyer, seller, comparison, terms: comparison.agreedTerms, tolerance, instruction },
    now,
  )
  return isRefusal(contractId) ? contractId : [...facts, hubFact('CONTRACT_NOTARIZED', contractId, now)]
}

/**
 * The tolerances that apply: those in force between the two that were accepted before either document came, unless a side wants rounding
 * only. So no agreement ever changes what a document meant that was submitted before it.
 */
export async function toleranceFor(
  tx: Tx,
  thread: Thread,
  buyer: Submission,
  seller: Submission,
): Promise<AgreedTolerance | null> {
  if (buyer.roundingOnly || seller.roundingOnly) return null
  const first = buyer.submittedAt < seller.submittedAt ? buyer.submittedAt : seller.submittedAt
  return activeTolerance(tx, [thread.sourceId, thread.partnerId], first)
}

function hubFact(kind: NewFact['fact']['kind'], subject: string, at: Date): NewFact {
  return { fact: { kind, subject }, factId: `${kind} ${subject}`, actorId: null, bySide: null, at }
}

/** Conditions beside the documents count like terms of the documents: where both state one it must be identical. */
function withConditions(comparison: ContractComparison, buyer: Submission, seller: Submission): ContractComparison {
  const differing = compareConditions(buyer.conditions, seller.conditions)
  if (differing.length === 0) return comparison
  const verdict = comparison.verdict === 'REFUSED' ? 'REFUSED' : 'DIFFERENT'
  return {
    ...comparison,
    verdict,
    discrepancies: [...comparison.discrepancies, ...differing],
    agreedTerms: null,
    payable: null,
  }
}

/**
 * An answer contradicts one on record when both bear the same number, or when a contract stands already. Before that, an answer under a
 * number of its own is a resubmission, to which the report of differences invites.
 */
async function raiseConflicts(
  tx: Tx,
  thread: Thread,
  submissions: readonly Submission[],
  standing: boolean,
  now: Date,
): Promise<NewFact[]> {
  const newest = submissions.at(-1)
  if (!newest) return []
  const facts: NewFact[] = []
  for (const earlier of submissions.slice(0, -1).filter((each) => each.side === newest.side)) {
    const isResubmission = !standing && earlier.document.documentId !== newest.document.documentId
    const contradiction = isResubmission ? null : findContradiction(earlier.document, newest.document)
    if (!contradiction) continue
    const conflictId = newId()
    const message = `The ${newest.side.toLowerCase()}'s answer contradicts its earlier one (${contradiction.reason}). Both stay on record; nothing is notarized by the later one.`
    await insertConflict(tx, conflictId, thread.id, earlier.id, newest.id, message, now)
    facts.push(hubFact('CONTRACT_CONFLICT_RAISED', conflictId, now))
  }
  return facts
}

async function notarize(
  tx: Tx,
  services: ContractsServices,
  thread: Thread,
  pair: Pair,
  now: Date,
): Promise<string | Refusal> {
  const conditions = agreeConditions(pair.buyer.conditions, pair.seller.conditions)
  const agentId = await settlementAgent(tx, thread.sourceId, conditions)
  if (isRefusal(agentId)) return agentId
  const total = pair.comparison.payable ?? (await orderTotal(tx, thread.id))
  if (!total)
    return refuse('WRONG_STATE', 'Neither the documents nor the order state a total.', { state: thread.status })
  const { timeZone } = conditions
  const calendar = await calendarOfContract((text, p) => tx.sql(text, p), conditions.calendar)
  const steps = conditions.escalation ?? (await newestSteps((text, p) => tx.sql(text, p))).steps
  const deliveries = deliveryDays(conditions.deliverBy, pair.terms, timeZone)
  const contract = {
    contractId: newId(),
    contractCode: newCode('CONTRACT'),
    threadId: thread.id,
    buyerId: thread.sourceId,
    sellerId: thread.partnerId,
    amountMinor: total.amountMinor.toString(),
    currency: total.currency,
    payment: conditions.payment,
    settlement: conditions.settlement,
    settlementAgentId: agentId,
    deliverBy: deliveries.at(-1) ?? null,
    payBy: conditions.payBy ?? lastDay([pair.terms.payment.dueDate]),
  }
  await tx.sql(
    `insert into contract (id, contract_code, thread_id, buyer_id, seller_id, total_minor, currency, payment, settlement, settlement_agent_id,
       deliver_by, pay_by, notarized_at, time_zone, calendar, escalation)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [...Object.values(contract), now, timeZone, calendar.code, JSON.stringify(steps)],
  )
  const { contractId, payBy } = contract
  await insertDues(tx, { contractId, threadId: thread.id, timeZone, calendar, steps, deliveries, payBy }, now)
  await appendEntry(tx, services.signer, {
    contractId: contract.contractId,
    contractCode: contract.contractCode,
    kind: 'CONTRACT_NOTARIZED',
    at: now,
    factId: `contract ${contract.contractId}`,
    body: {
      contract: { ...contract, deliveries, timeZone, calendar: calendar.code, escalation: exactSteps(steps) },
      ...(await namelessRecord(tx, services, contract, pair)),
      ...(pair.instruction && {
        standingInstruction: { shopId: pair.instruction.shopId, version: String(pair.instruction.version) },
      }),
      ...(pair.tolerance && { tolerance: recordOf(pair.tolerance) }),
      buyer: submitted(pair.buyer),
      seller: submitted(pair.seller),
    },
  })
  await tx.publish('ContractNotarized', contract)
  return contract.contractId
}

/**
 * The terms and their comparison as they are notarized. What names a person or a guest is sealed under its own key before it is hashed
 * (B2): its key can be destroyed, and the record proved afterwards. The members' ids, goods and amounts stay readable.
 */
async function namelessRecord(
  tx: Tx,
  services: ContractsServices,
  { contractId, buyerId, sellerId }: { contractId: string; buyerId: string; sellerId: string },
  { terms, comparison }: Pair,
): Promise<JsonObject> {
  const keys = services.personalKeys
  const personal = { buyer: await isPersonal(tx, keys, buyerId), seller: await isPersonal(tx, keys, sellerId) }
  if (!personal.buyer && !personal.seller)
    return { terms: contractTermsToJson(terms), comparison: comparisonToJson(comparison) }
  const withheld = withholdParties(terms, personal)
  const discrepancies = withoutPartyValues(comparison.discrepancies)
  return {
    terms: contractTermsToJson(withheld.terms),
    comparison: comparisonToJson({ ...comparison, discrepancies }),
    sealed: {
      ...(withheld.buyer && { buyer: await sealFor(tx, keys, buyerId, contractId, withheld.buyer) }),
      ...(withheld.seller && { seller: await sealFor(tx, keys, sellerId, contractId, withheld.seller) }),
    },
  }
}

/** What was agreed, by whom and when, as it stands in the record. */
function recordOf({ agreement, profile, proposedBy, acceptedAt }: AgreedTolerance): JsonObject {
  return {
    agreement: agreementToJson(agreement),
    sha256: profile.sha256,
    proposedBy,
    acceptedAt: acceptedAt.toISOString(),
  }
}

/** Who submitted what, and its own signature over it when it gave one. */
function submitted({ submittedBy, sha256, signature }: Submission): JsonObject {
  return { memberId: submittedBy, sha256, ...(signature && { signature }) }
}

/** Every figure of the record is text, as in the terms. */
const exactSteps = (steps: readonly EscalationStep[]) =>
  steps.map(({ afterDays, action }) => ({ afterDays: String(afterDays), action }))

/** The agent in charge (A8): named in the contract, else the payer's default, else an institution without a hub between, else refused. It must be one. */
export async function settlementAgent(
  tx: Tx,
  payerId: string,
  conditions: Pick<AgreedConditions, 'settlementAgentId'>,
): Promise<string | Refusal> {
  const named = conditions.settlementAgentId
  const agentId = named ?? (await knownMembers(tx, [payerId])).get(payerId)?.settlementAgentId ?? (await ownAgent(tx))
  if (!agentId) return refuse('SETTLEMENT_AGENT_MISSING')
  const agent = (await knownMembers(tx, [agentId])).get(agentId)
  if (agent?.status === 'ACTIVE' && agent.roles.includes('SETTLEMENT_AGENT')) return agentId
  if (!named)
    return refuse(
      'SETTLEMENT_AGENT_MISSING',
      "The payer's default settlement agent is not active. Name one in conditions.settlementAgentId.",
    )
  return refuseInput([
    { path: 'conditions.settlementAgentId', message: 'There is no active settlement agent with this id.' },
  ])
}

/** The hub's own member, when it is the payment institution itself: then it is an agent too (B9). */
async function ownAgent(tx: Tx): Promise<string | null> {
  const own = (await knownMembers(tx, [hubMemberId])).get(hubMemberId)
  return own?.roles.includes('SETTLEMENT_AGENT') ? hubMemberId : null
}

async function orderTotal(tx: Tx, threadId: string): Promise<{ amountMinor: bigint; currency: string } | null> {
  const [row] = await tx.sql<{ total: string; currency: string }>(
    `select coalesce(r.total_minor, o.total_minor) as total, o.currency from trade_order o
     left join order_response r on r.order_id = o.id where o.thread_id = $1 order by o.version desc, r.version desc limit 1`,
    [threadId],
  )
  return row ? { amountMinor: BigInt(row.total), currency: row.currency } : null
}

/** The last of the days that are stated, or null. A day with a time zone behind it counts as its day. */
function lastDay(days: readonly (string | null)[]): string | null {
  const stated = days.flatMap((day) => (day && isDueDay(day.slice(0, 10)) ? [day.slice(0, 10)] : []))
  return stated.toSorted().at(-1) ?? null
}
