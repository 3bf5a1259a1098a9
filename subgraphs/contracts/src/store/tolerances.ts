import { asDate } from '@torihiki/shared/store/sql.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import {
  profileOf,
  toleranceRulesForm,
  type ToleranceAgreement,
  type ToleranceProfile,
} from '../domain/matching/index.ts'

/** What has become of a version: at most one version of a pair is ACTIVE. */
export type ToleranceStatus = 'PROPOSED' | 'ACTIVE' | 'SUPERSEDED' | 'ENDED'

/** A version of a pair's tolerances with what was done with it. */
export type ToleranceRow = {
  id: string
  profile_id: string
  version: number
  proposed_by: string
  proposed_to: string
  name: string
  rules: unknown
  sha256: string
  proposed_at: string
  accepted_at: string | null
  ended_at: string | null
  ended_by: string | null
  status: ToleranceStatus
}

/** Versions with their status, from what was done: the newest accepted one that was not ended is ACTIVE. */
export const toleranceSelect = `select t.*, a.at as accepted_at, e.at as ended_at, e.by_id as ended_by,
    case when e.at is not null then 'ENDED' when a.at is null then 'PROPOSED'
      when exists (select 1 from tolerance_profile n join tolerance_act na on na.tolerance_id = n.id and na.kind = 'ACCEPTED'
        where n.profile_id = t.profile_id and n.version > t.version) then 'SUPERSEDED'
      else 'ACTIVE' end as status
  from tolerance_profile t left join tolerance_act a on a.tolerance_id = t.id and a.kind = 'ACCEPTED'
  left join tolerance_act e on e.tolerance_id = t.id and e.kind = 'ENDED'`

/** What was agreed, as it was hashed. */
export function agreementOf(row: ToleranceRow): ToleranceAgreement {
  const [first, second] = [row.proposed_by, row.proposed_to].toSorted()
  return {
    profileId: row.profile_id,
    version: row.version,
    members: [first ?? '', second ?? ''],
    name: row.name,
    rules: toleranceRulesForm.parse(row.rules),
  }
}

/** Who agreed to a profile when, for the record beside what was agreed. */
export type AgreedTolerance = {
  readonly profile: ToleranceProfile
  readonly agreement: ToleranceAgreement
  readonly proposedBy: string
  readonly acceptedAt: Date
}

/** The tolerances that the two agreed and that are in force, if they were accepted before that moment; else null. */
export async function activeTolerance(
  tx: Tx,
  memberIds: readonly [string, string],
  acceptedBefore: Date,
): Promise<AgreedTolerance | null> {
  const [row] = await tx.sql<ToleranceRow>(
    `select * from (${toleranceSelect} join tolerance_pair p on p.profile_id = t.profile_id
       where p.first_id = $1 and p.second_id = $2) v where v.status = 'ACTIVE' and v.accepted_at < $3`,
    [...[...memberIds].toSorted(), acceptedBefore],
  )
  if (!row || row.accepted_at === null) return null
  const agreement = agreementOf(row)
  return { profile: profileOf(agreement), agreement, proposedBy: row.proposed_by, acceptedAt: asDate(row.accepted_at) }
}
