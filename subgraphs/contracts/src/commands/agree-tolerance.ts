import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember, knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import { hashOfAgreement, toleranceRulesForm } from '../domain/matching/index.ts'
import type { ContractsServices } from '../services.ts'
import { toleranceSelect, type ToleranceRow } from '../store/tolerances.ts'

/** The most proposals of a pair that wait for an answer: who gets more should answer first. */
export const mostOpenProposals = 10

const proposeForm = z.object({
  idempotencyKey: form.idempotencyKey,
  counterpartId: form.id,
  name: form.text(100),
  rules: toleranceRulesForm,
})
const actForm = z.object({ idempotencyKey: form.idempotencyKey, toleranceProfileId: form.id })

/** The id of the version that was proposed, accepted or ended. */
export type ToleranceAnswer = { toleranceProfileId: string }

/**
 * Proposes tolerances to another member, as a new version of what the two agreed before (A5). Nothing changes until the other accepts.
 * Refuses INVALID_INPUT, NOT_FOUND for a counterpart that is not active, MEMBER_NOT_ACTIVE, WRONG_STATE when ten proposals are open.
 */
export async function proposeToleranceProfile(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<ToleranceAnswer | Refusal> {
  const input = parseInput(proposeForm, raw)
  if (isRefusal(input)) return input
  if (input.counterpartId === actor.memberId)
    return refuseInput([{ path: 'counterpartId', message: 'Tolerances are agreed with another member.' }])
  const request = { actor, operation: 'proposeToleranceProfile', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    const other = (await knownMembers(tx, [input.counterpartId])).get(input.counterpartId)
    if (other?.status !== 'ACTIVE') return refuse('NOT_FOUND', 'There is no active member with this id.')
    const [first = '', second = ''] = [actor.memberId, other.memberId].toSorted()
    const profileId = await lockPair(tx, first, second)
    const versions = await tx.sql<ToleranceRow>(`${toleranceSelect} where t.profile_id = $1`, [profileId])
    const open = versions.filter(({ status }) => status === 'PROPOSED').length
    if (open >= mostOpenProposals)
      return refuse('WRONG_STATE', `${open} proposals between you wait for an answer. Accept or end them first.`, {
        state: 'PROPOSED',
      })
    const id = newId()
    const { name, rules } = input
    const version = Math.max(0, ...versions.map((row) => row.version)) + 1
    const sha256 = hashOfAgreement({ profileId, version, members: [first, second], name, rules })
    await tx.sql(
      `insert into tolerance_profile (id, profile_id, version, proposed_by, proposed_to, name, rules, sha256, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, profileId, version, actor.memberId, other.memberId, name, JSON.stringify(rules), sha256, services.now()],
    )
    return { toleranceProfileId: id }
  })
}

/**
 * Accepts a proposal: from then on documents of the two are compared by it, and the version before it is superseded. For the member that
 * it was proposed to. Refuses NOT_FOUND, NOT_ALLOWED for the proposer, WRONG_STATE when it was answered or a later version is in force.
 */
export async function acceptToleranceProfile(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<ToleranceAnswer | Refusal> {
  return actOn(services, actor, 'acceptToleranceProfile', raw, async (tx, row) => {
    if (row.proposed_by === actor.memberId)
      return refuse('NOT_ALLOWED', 'You proposed it yourself: the other member accepts it.')
    if (row.status !== 'PROPOSED')
      return refuse('WRONG_STATE', `This version is ${row.status} already.`, { state: row.status })
    const [later] = await tx.sql<ToleranceRow>(
      `${toleranceSelect} where t.profile_id = $1 and t.version > $2 and a.at is not null limit 1`,
      [row.profile_id, row.version],
    )
    if (later)
      return refuse('WRONG_STATE', 'A later version was accepted already. Propose these tolerances anew.', {
        state: 'SUPERSEDED',
      })
    return 'ACCEPTED'
  })
}

/**
 * Ends tolerances, or a proposal of them, for both: documents that are submitted from then on are compared without them; what is notarized
 * stays as it is. For either member. Refuses NOT_FOUND, and WRONG_STATE when it has ended or was superseded.
 */
export async function endToleranceProfile(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<ToleranceAnswer | Refusal> {
  return actOn(services, actor, 'endToleranceProfile', raw, async (_tx, row) =>
    row.status === 'PROPOSED' || row.status === 'ACTIVE'
      ? 'ENDED'
      : refuse('WRONG_STATE', `This version is ${row.status} already.`, { state: row.status }),
  )
}

async function actOn(
  services: ContractsServices,
  actor: Actor,
  operation: string,
  raw: unknown,
  decide: (tx: Tx, row: ToleranceRow) => Promise<'ACCEPTED' | 'ENDED' | Refusal>,
): Promise<ToleranceAnswer | Refusal> {
  const input = parseInput(actForm, raw)
  if (isRefusal(input)) return input
  const { toleranceProfileId: id, idempotencyKey } = input
  return runCommand(services.store, { actor, operation, idempotencyKey, input: raw }, async (tx) => {
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    await tx.sql(
      `select 1 from tolerance_pair where profile_id = (select profile_id from tolerance_profile where id = $1) for no key update`,
      [id],
    )
    const [row] = await tx.sql<ToleranceRow>(`${toleranceSelect} where t.id = $1`, [id])
    if (!row || ![row.proposed_by, row.proposed_to].includes(actor.memberId))
      return refuse('NOT_FOUND', 'There are no tolerances with this id that you are a party to.')
    const kind = await decide(tx, row)
    if (isRefusal(kind)) return kind
    await tx.sql('insert into tolerance_act (tolerance_id, kind, by_id, at) values ($1, $2, $3, $4)', [
      id,
      kind,
      actor.memberId,
      services.now(),
    ])
    return { toleranceProfileId: id }
  })
}

/** The pair's line of versions, made when there is none, locked until the commit. */
async function lockPair(tx: Tx, first: string, second: string): Promise<string> {
  await tx.sql(
    'insert into tolerance_pair (profile_id, first_id, second_id) values ($1, $2, $3) on conflict do nothing',
    [newId(), first, second],
  )
  const [row] = await tx.sql<{ profile_id: string }>(
    'select profile_id from tolerance_pair where first_id = $1 and second_id = $2 for no key update',
    [first, second],
  )
  if (!row) throw new Error('The pair of members is not there.')
  return row.profile_id
}
