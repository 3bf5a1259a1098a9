import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { newCode } from '@torihiki/shared/codes.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { isRefusal } from '@torihiki/shared/refusals.ts'
import { recheckKeys } from '../domain/log/recheck.ts'
import { createServices } from '../index.ts'
import type { ContractsServices } from '../services.ts'
import { certificateOf, logKeysOf } from '../store/log.ts'
import { openRoom, type ContractsRoom } from '../testing/contracts-room.ts'
import { verifyCertificate } from '../domain/log/certificate.ts'
import { appendEntry } from './append-entry.ts'
import { monitorLog } from './monitor-log.ts'
import { rotateLogKey } from './rotate-log-key.ts'

let room: ContractsRoom
const opened: ContractsServices[] = []

beforeAll(async () => {
  room = await openRoom()
})
afterAll(async () => {
  await Promise.all(opened.map((services) => services.watch.close()))
  await room.close()
})

/** The same log with another secret, as after a start with other settings. */
function withSecrets(hubSecret: string, ...hubSecretsBefore: string[]): ContractsServices {
  const { store, hints, log } = room.services
  const services = createServices({ store, hints, log, hubSecret, hubSecretsBefore })
  opened.push(services)
  return services
}

const admin = { memberId: newId(), roles: ['ADMIN'], sessionId: newId() }
const rotate = (services: ContractsServices, expectedGeneration: number) =>
  rotateLogKey(services, admin, { idempotencyKey: newId(), expectedGeneration })

async function notarize(services: ContractsServices): Promise<string> {
  const contractId = newId()
  await room.store.transaction((tx) =>
    appendEntry(tx, services.signer, {
      contractId,
      contractCode: newCode('CONTRACT'),
      kind: 'CONTRACT_NOTARIZED',
      at: new Date('2026-11-21T06:30:00.000Z'),
      factId: contractId,
      body: {},
    }),
  )
  return contractId
}

describe('the log’s key', () => {
  let [first, second]: ContractsServices[] = []
  beforeEach(() => {
    first ??= withSecrets('the first secret')
    second ??= withSecrets('the second secret', 'the first secret')
  })
  const services = (which: ContractsServices | undefined): ContractsServices => {
    if (!which) throw new Error('It was not opened.')
    return which
  }

  it('is not rotated before it has signed anything', async () => {
    expect(await rotate(services(first), 1)).toMatchObject({ code: 'WRONG_STATE', state: 'EMPTY' })
  })

  it('stays the one on record when the hub has another secret, until it is rotated', async () => {
    await notarize(services(first))
    const contractId = await notarize(services(second))
    const [only, ...more] = await logKeysOf(room.store, services(second).signer)
    expect([only?.publicKey, more]).toEqual([services(first).signer.keyOf(1).publicJwk, []])
    expect(
      verifyCertificate(await certificateOf(room.store, services(second).signer, contractId), only?.publicKey).ok,
    ).toBe(true)
    expect(await rotate(services(second), 1)).toEqual({ generation: 2 })
    const keys = await logKeysOf(room.store, services(second).signer)
    expect(keys.map(({ publicKey }) => publicKey)).toEqual([
      only?.publicKey,
      services(second).signer.keyOf(2).publicJwk,
    ])
    expect(recheckKeys(services(second).signer.origin, keys)).toEqual([])
  })

  it('is not replaced silently by a hub that lost the secret', async () => {
    const lost = withSecrets('a third secret')
    await expect(notarize(lost)).rejects.toThrow('HUB_SECRETS_BEFORE')
    await expect(rotate(lost, 2)).rejects.toThrow('HUB_SECRETS_BEFORE')
  })

  it('is rotated once by who names the key that it replaces, and the log holds throughout', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => rotate(services(second), 2)))
    expect(answers.filter((answer) => !isRefusal(answer))).toEqual([{ generation: 3 }])
    const contractId = await notarize(services(second))
    const certificate = await certificateOf(room.store, services(second).signer, contractId)
    expect([certificate.version, certificate.keyChain?.length]).toEqual([2, 2])
    for (const { publicKey } of await logKeysOf(room.store, services(second).signer))
      expect(verifyCertificate(certificate, publicKey).ok).toBe(true)
    expect(await monitorLog(services(second))).toBe(0)
  })
})
