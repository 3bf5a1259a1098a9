import { actorOf } from '@torihiki/shared/graphql/subgraph.ts'
import { resultAs } from '@torihiki/shared/graphql/results.ts'
import {
  acceptToleranceProfile,
  endToleranceProfile,
  proposeToleranceProfile,
  type ToleranceAnswer,
} from '../commands/agree-tolerance.ts'
import { rotateLogKey } from '../commands/rotate-log-key.ts'
import { registerSigningKey, revokeSigningKey } from '../commands/signing-keys.ts'
import { logKeysOf } from '../store/log.ts'
import { present } from './case-types.ts'
import type { Context } from './context.ts'
import { keyType } from './contract-types.ts'
import type { MutationResolvers } from './generated.ts'

const tolerancePayload =
  (context: Context) =>
  async ({ toleranceProfileId: id }: ToleranceAnswer) => ({
    toleranceProfile: present(await context.services.load.tolerance.load(id), `Tolerances ${id}`),
  })
const keyPayload =
  (context: Context) =>
  async ({ signingKeyId: id }: { signingKeyId: string }) => ({
    signingKey: present(await context.services.load.signingKey.load(id), `Signing key ${id}`),
  })

/** What members agree beforehand, the keys by which they sign, and the key of the log. */
export const agreementMutation: Pick<
  MutationResolvers<Context>,
  | 'proposeToleranceProfile'
  | 'acceptToleranceProfile'
  | 'endToleranceProfile'
  | 'registerSigningKey'
  | 'revokeSigningKey'
  | 'rotateLogKey'
> = {
  proposeToleranceProfile: async (_root, { input }, context) =>
    resultAs(
      await proposeToleranceProfile(context.services, actorOf(context), input),
      'ToleranceProfilePayload',
      tolerancePayload(context),
    ),
  acceptToleranceProfile: async (_root, { input }, context) =>
    resultAs(
      await acceptToleranceProfile(context.services, actorOf(context), input),
      'ToleranceProfilePayload',
      tolerancePayload(context),
    ),
  endToleranceProfile: async (_root, { input }, context) =>
    resultAs(
      await endToleranceProfile(context.services, actorOf(context), input),
      'ToleranceProfilePayload',
      tolerancePayload(context),
    ),
  registerSigningKey: async (_root, { input }, context) =>
    resultAs(
      await registerSigningKey(context.services, actorOf(context), input),
      'SigningKeyPayload',
      keyPayload(context),
    ),
  revokeSigningKey: async (_root, { input }, context) =>
    resultAs(
      await revokeSigningKey(context.services, actorOf(context), input),
      'SigningKeyPayload',
      keyPayload(context),
    ),
  rotateLogKey: async (_root, { input }, context) =>
    resultAs(
      await rotateLogKey(context.services, actorOf(context), input),
      'RotateLogKeyPayload',
      async ({ generation }) => {
        const keys = await logKeysOf(context.services.store, context.services.signer)
        return {
          logPublicKey: keyType(
            present(
              keys.find((key) => key.generation === generation),
              `Log key ${generation}`,
            ),
          ),
        }
      },
    ),
}
