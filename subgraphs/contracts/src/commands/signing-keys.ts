import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { activeMember } from '@torihiki/shared/identity/known-members.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, refuseInput, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import type { Tx } from '@torihiki/shared/store/store.ts'
import { z } from 'zod'
import {
  isWeakKey,
  parseMemberKey,
  type RecordedSignature,
  registrationMessage,
  type SignedSubmission,
  submissionMessage,
  verifyMemberSignature,
} from '../domain/log/member-signature.ts'
import { fingerprintOf } from '../domain/log/public-key.ts'
import type { ContractsServices } from '../services.ts'

/** How many keys a member may have that are not revoked: some for people, some for machines. */
export const mostSigningKeys = 20

/** The longest public key that is looked at, in characters: a JSON Web Key has about 100. */
const longestKeyText = 1_000

const registerForm = z.object({
  idempotencyKey: form.idempotencyKey,
  name: form.text(100),
  publicKey: z.string().max(longestKeyText, `It has at most ${longestKeyText} characters`),
  proof: z.string().max(200, 'It has at most 200 characters'),
})
const revokeForm = z.object({ idempotencyKey: form.idempotencyKey, signingKeyId: form.id })

/**
 * Registers an Ed25519 public key of the actor's, by which it signs contract documents (A5). `proof` is a signature by the key over
 * `registrationMessage`: nobody registers a key that it does not hold. A key is registered once and for ever. Refuses INVALID_INPUT,
 * MEMBER_NOT_ACTIVE, SIGNATURE_INVALID, WRONG_STATE when it is registered already or there are too many.
 */
export async function registerSigningKey(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ signingKeyId: string } | Refusal> {
  const input = parseInput(registerForm, raw)
  if (isRefusal(input)) return input
  const publicKey = parseMemberKey(input.publicKey)
  if (publicKey === null)
    return refuseInput([{ path: 'publicKey', message: 'It is no Ed25519 key: 32 bytes in base64, or a JSON Web Key.' }])
  if (isWeakKey(publicKey))
    return refuseInput([
      { path: 'publicKey', message: 'Anybody can sign by this key: it is of small order. Make another.' },
    ])
  if (!verifyMemberSignature(publicKey, registrationMessage(actor.memberId, publicKey), input.proof))
    return refuse(
      'SIGNATURE_INVALID',
      `proof is no signature by this key over the lines "torihiki signing key v1", "${actor.memberId}" and "${publicKey.x}", each ended by a line feed.`,
    )
  const request = { actor, operation: 'registerSigningKey', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const member = await activeMember(tx, actor.memberId)
    if (isRefusal(member)) return member
    await tx.sql('select 1 from known_member where member_id = $1 for no key update', [actor.memberId])
    const [{ count } = { count: '0' }] = await tx.sql<{ count: string }>(
      `select count(*) from signing_key k where member_id = $1
         and not exists (select 1 from signing_key_revocation r where r.key_id = k.id)`,
      [actor.memberId],
    )
    if (Number(count) >= mostSigningKeys)
      return refuse('WRONG_STATE', `You have ${count} keys, and ${mostSigningKeys} is the most. Revoke one.`, {
        state: 'FULL',
      })
    const id = newId()
    const saved = await tx.sql(
      `insert into signing_key (id, member_id, name, public_x, fingerprint, registered_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (member_id, public_x) do nothing returning id`,
      [id, actor.memberId, input.name, publicKey.x, fingerprintOf(publicKey), services.now()],
    )
    if (saved.length === 0)
      return refuse('WRONG_STATE', 'You have registered this key before. Make another one.', { state: 'REGISTERED' })
    return { signingKeyId: id }
  })
}

/**
 * Revokes a key of the actor's: nothing is signed by it from then on. What was signed before stays on record and stays valid. A key that is
 * revoked stays so. Refuses NOT_FOUND for keys of others.
 */
export async function revokeSigningKey(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ signingKeyId: string } | Refusal> {
  const input = parseInput(revokeForm, raw)
  if (isRefusal(input)) return input
  const request = { actor, operation: 'revokeSigningKey', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const saved = await tx.sql(
      `insert into signing_key_revocation (key_id, revoked_by, revoked_at) select id, $2, $3 from signing_key where id = $1 and member_id = $2
       on conflict do nothing returning key_id`,
      [input.signingKeyId, actor.memberId, services.now()],
    )
    const mine =
      saved.length > 0 ||
      (await tx.sql('select 1 from signing_key where id = $1 and member_id = $2', [input.signingKeyId, actor.memberId]))
        .length > 0
    return mine ? { signingKeyId: input.signingKeyId } : refuse('NOT_FOUND', 'You have no signing key with this id.')
  })
}

/**
 * A submission's signature as it goes on record. Refuses SIGNING_KEY_UNUSABLE for a key that is not the actor's or is revoked, and
 * SIGNATURE_INVALID when it does not hold, with the message that it should be over.
 */
export async function checkSignature(
  tx: Tx,
  actor: Actor,
  given: { keyId: string; signature: string },
  signed: SignedSubmission,
): Promise<RecordedSignature | Refusal> {
  const [key] = await tx.sql<{ public_x: string; revoked: boolean }>(
    `select k.public_x, r.key_id is not null as revoked from signing_key k left join signing_key_revocation r on r.key_id = k.id
     where k.id = $1 and k.member_id = $2`,
    [given.keyId, actor.memberId],
  )
  if (!key) return refuse('SIGNING_KEY_UNUSABLE', 'You have no signing key with this id. Register it first.')
  if (key.revoked) return refuse('SIGNING_KEY_UNUSABLE', 'This signing key is revoked. Sign by another one.')
  const publicKey = { kty: 'OKP', crv: 'Ed25519', x: key.public_x } as const
  if (verifyMemberSignature(publicKey, submissionMessage(signed), given.signature))
    return { algorithm: 'Ed25519', keyId: given.keyId, publicKey, signature: given.signature }
  const lines = submissionMessage(signed).trimEnd().split('\n')
  return refuse(
    'SIGNATURE_INVALID',
    `The signature was not made by this key over the lines ${lines.map((line) => `"${line}"`).join(', ')}, each ended by a line feed. Sign exactly these bytes, and send the 64 bytes of the signature in base64.`,
  )
}
