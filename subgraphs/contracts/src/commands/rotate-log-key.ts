import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import { keyEntryKind, keyEntryLeafHash, type KeyEntryContent } from '../domain/log/entry.ts'
import { maxGenerations, signVoucher } from '../domain/log/key-chain.ts'
import { rootOf } from '../domain/log/merkle.ts'
import type { ContractsServices } from '../services.ts'
import { appendLeaf, frontierOf, lockLog, newSalt, presentKey } from './append-entry.ts'

const inputForm = z.object({ idempotencyKey: form.idempotencyKey, expectedGeneration: z.int().min(1) })

/**
 * Gives the log a new key (A5). The old key signs a voucher for it, which is appended to the log; that entry's checkpoint and all later ones
 * are signed by the new key, all earlier ones stay as they are. `expectedGeneration` is the key that the caller means to replace: two
 * who rotate at once rotate once. For administrators. Refuses INVALID_INPUT, and WRONG_STATE when another key is in use already.
 */
export async function rotateLogKey(
  services: ContractsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ generation: number } | Refusal> {
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const { signer } = services
  const at = services.now()
  const request = { actor, operation: 'rotateLogKey', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const size = await lockLog(tx)
    const old = await presentKey(tx, signer, at)
    if (old.generation !== input.expectedGeneration || old.generation >= maxGenerations)
      return refuse('WRONG_STATE', `The log is signed by key ${old.generation} of at most ${maxGenerations}.`, {
        state: `GENERATION_${old.generation}`,
      })
    if (size === 0n)
      return refuse('WRONG_STATE', 'The log is empty: its key has signed nothing yet.', { state: 'EMPTY' })
    const generation = old.generation + 1
    const next = signer.keyOf(generation)
    const voucher = signVoucher(old.privateKey, {
      origin: signer.origin,
      generation,
      oldKey: old.publicJwk,
      newKey: next.publicJwk,
      fromSize: size + 1n,
      rootHash: rootOf(await frontierOf(tx, size)),
      issuedAt: at.toISOString(),
    })
    await tx.sql('insert into log_key (generation, public_x, from_size, voucher, at) values ($1, $2, $3, $4, $5)', [
      generation,
      next.publicJwk.x,
      size + 1n,
      voucher,
      at,
    ])
    const content: KeyEntryContent = {
      v: 1,
      kind: keyEntryKind,
      at: at.toISOString(),
      body: { voucher },
      salt: newSalt(),
    }
    const leaf = { content, hash: keyEntryLeafHash(content), contractId: null, factId: `log key ${generation}` }
    await appendLeaf(tx, signer.origin, next, size, leaf, at)
    return { generation }
  })
}
