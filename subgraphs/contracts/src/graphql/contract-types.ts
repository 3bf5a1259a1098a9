import { moneyOf, moneyText } from '@torihiki/shared/money.ts'
import { asDate, asDateOrNull } from '@torihiki/shared/store/sql.ts'
import { fingerprintOf } from '../domain/log/public-key.ts'
import { explain, remedyOf, STANDARD_TOLERANCE, toleranceRulesForm } from '../domain/matching/index.ts'
import { certificateOf, inclusionProofOf, type LogKey } from '../store/log.ts'
import { loadThread } from './case-types.ts'
import type { Context } from './context.ts'
import type { LogPublicKey, Resolvers } from './generated.ts'

/** How contracts and their log entries resolve. */
export const contractTypes: Pick<
  Resolvers,
  | 'Contract'
  | 'LogEntry'
  | 'Member'
  | 'SigningKey'
  | 'ContractSubmission'
  | 'ContractComparison'
  | 'ContractConflict'
  | 'Discrepancy'
  | 'ToleranceProfile'
> = {
  Member: {
    __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Member', id }),
    signingKeys: (row, _args, { actor, services }) =>
      actor?.orderCode && actor.memberId === row.id ? null : services.load.signingKeysOf.load(row.id),
  },
  SigningKey: {
    publicKey: (row) => JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: row.public_x }),
    registeredAt: (row) => asDate(row.registered_at),
    revokedAt: (row) => row.revoked_at && asDate(row.revoked_at),
  },
  ContractSubmission: {
    submittedAt: (row) => asDate(row.submitted_at),
    documentKind: (row) => row.document_kind,
    roundingOnly: (row) => row.rounding_only,
    signature: async ({ signature, signing_key_id: keyId }, _args, { services }) => {
      const key = signature && keyId ? await services.load.signingKey.load(keyId) : null
      return signature && key ? { key, signature } : null
    },
  },
  ContractComparison: {
    comparedAt: (row) => asDate(row.compared_at),
    ruleSet: (row) => row.rule_set,
    discrepancies: (row) => row.discrepancies,
    tolerance: ({ tolerance }) => ({
      profileId: tolerance?.id ?? STANDARD_TOLERANCE.id,
      version: tolerance?.version ? Number(tolerance.version) : null,
      sha256: tolerance?.sha256 ?? null,
    }),
  },
  ContractConflict: {
    raisedAt: (row) => asDate(row.raised_at),
    earlierSubmissionId: (row) => row.earlier_submission_id,
    laterSubmissionId: (row) => row.later_submission_id,
  },
  Discrepancy: { message: (found) => explain(found), remedy: (found) => remedyOf(found) },
  ToleranceProfile: {
    profileId: (row) => row.profile_id,
    proposedBy: (row) => ({ __typename: 'Member', id: row.proposed_by }),
    proposedTo: (row) => ({ __typename: 'Member', id: row.proposed_to }),
    proposedAt: (row) => asDate(row.proposed_at),
    acceptedAt: (row) => row.accepted_at && asDate(row.accepted_at),
    endedAt: (row) => row.ended_at && asDate(row.ended_at),
    endedBy: (row) => (row.ended_by ? { __typename: 'Member', id: row.ended_by } : null),
    rules: (row) => toleranceRulesForm.parse(row.rules),
  },
  Contract: {
    __resolveReference: async ({ id }: { id: string }, context: Context) => context.services.load.contract.load(id),
    contractCode: (row) => row.contract_code,
    thread: (row, _args, context) => loadThread(context, row.thread_id),
    buyer: (row) => ({ __typename: 'Member', id: row.buyer_id }),
    seller: (row) => ({ __typename: 'Member', id: row.seller_id }),
    total: (row) => moneyText(moneyOf(row.total_minor, row.currency)),
    settlementAgent: (row) => ({ __typename: 'Member', id: row.settlement_agent_id }),
    deliverBy: (row) => row.deliver_by,
    payBy: (row) => row.pay_by,
    timeZone: (row) => row.time_zone,
    deliveries: async (row, _args, { services }) =>
      (await services.load.deliveries.load(row.id)).map(({ part, due_on, fulfilled_at }) => ({
        part,
        dueOn: due_on,
        fulfilledAt: asDateOrNull(fulfilled_at),
      })),
    latenesses: (row, _args, { services }) => services.load.latenesses.load(row.thread_id),
    notarizedAt: (row) => asDate(row.notarized_at),
    cancelledAt: (row) => asDateOrNull(row.cancelled_at),
    logEntries: (row, _args, { services }) => services.load.logEntries.load(row.id),
    certificate: async (row, _args, { services }) =>
      JSON.stringify(await certificateOf(services.store, services.signer, row.id), null, 2),
  },
  LogEntry: {
    at: (row) => asDate(row.at),
    leafIndex: (row) => Number(row.leaf_index),
    leafHash: (row) => row.leaf_hash.toString('base64'),
    inclusionProof: (row, _args, { services }) => inclusionProofOf(services.store, BigInt(row.leaf_index)),
  },
}

/** A key of the log as it is shown. */
export function keyType({ publicKey, fromSize, toSize, ...key }: LogKey): LogPublicKey {
  return {
    ...key,
    publicKey: JSON.stringify(publicKey),
    fingerprint: fingerprintOf(publicKey),
    fromSize: Number(fromSize),
    toSize: toSize === null ? null : Number(toSize),
  }
}
