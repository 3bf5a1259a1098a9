import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import { grantGuarantee } from '../commands/decide-guarantee.ts'
import { invokeGuarantee } from '../commands/invoke-guarantee.ts'
import { reportGuaranteedPayment } from '../commands/report-guaranteed-payment.ts'
import { requestGuarantee } from '../commands/request-guarantee.ts'
import { setGuaranteePool } from '../commands/set-guarantee-pool.ts'
import type { GuaranteeRow } from '../store/guarantees.ts'
import { succeeded, wideLevel, type Desk } from './desk.ts'

/** Who takes part in a guaranteed purchase of 1,000 JPY. */
export type Guaranteed = {
  readonly guarantor: Actor
  readonly payer: Actor
  readonly seller: Actor
  readonly guaranteeId: string
  readonly number: string
}

/** Short ways to what tests of guarantees need, over a desk (B10, B13). */
export class Guarantors {
  readonly desk: Desk
  #versions = 0

  constructor(desk: Desk) {
    this.desk = desk
  }

  /** A member with roles, and whose own member it is. */
  async member(roles: string[], sponsorId: string | null = null): Promise<Actor> {
    const memberId = newId()
    await this.desk.take('MemberRecorded', {
      memberId,
      version: ++this.#versions,
      status: 'ACTIVE',
      roles,
      level: wideLevel,
      settlementAgentId: null,
      groupName: null,
      sponsorId,
    })
    return { memberId, roles, sessionId: 's' }
  }

  /** Grants a pool of so many JPY. */
  async pool(guarantor: Actor, holder: Actor, use: 'PAYER' | 'APPROVER', limit: string): Promise<string> {
    const input = {
      idempotencyKey: newId(),
      holderId: holder.memberId,
      use,
      limit: { amount: limit, currency: 'JPY' },
      until: '2099-12-31',
    }
    return succeeded(await setGuaranteePool(this.desk.services, guarantor, input)).poolId
  }

  async request(
    guarantor: Actor,
    payer: Actor,
    seller: Actor,
    amount = '1000',
    approver: Actor | null = null,
  ): Promise<string> {
    const dueOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const input = {
      idempotencyKey: newId(),
      guarantorId: guarantor.memberId,
      payeeId: seller.memberId,
      amount: { amount, currency: 'JPY' },
      dueOn,
      approverId: approver?.memberId ?? null,
    }
    return succeeded(await requestGuarantee(this.desk.services, payer, input)).guaranteeId
  }

  grant(decider: Actor, guaranteeId: string, idempotencyKey = newId()) {
    return grantGuarantee(this.desk.services, decider, { idempotencyKey, guaranteeId })
  }

  async row(guaranteeId: string): Promise<GuaranteeRow> {
    const [row] = await this.desk.services.store.query<GuaranteeRow>('select * from guarantee where id = $1', [
      guaranteeId,
    ])
    if (!row) throw new Error(`There is no guarantee ${guaranteeId}.`)
    return row
  }

  /** What is used of a pool, in JPY. */
  async used(poolId: string): Promise<number> {
    const [row] = await this.desk.services.store.query<{ used: string }>(
      'select used_minor as used from guarantee_pool where id = $1',
      [poolId],
    )
    return Number(row?.used)
  }

  /** A guarantee of 1,000 JPY that was granted, relied on and accepted, on the day after it was to be paid. */
  async accepted(guarantor: Actor, payer?: Actor): Promise<Guaranteed> {
    const { desk } = this
    const thread = await desk.thread(payer ?? (await desk.member()))
    const { buyer, seller } = thread
    await desk.contract(thread)
    const guaranteeId = await this.request(guarantor, buyer, seller)
    succeeded(await this.grant(guarantor, guaranteeId))
    succeeded(await desk.reserve(thread, await desk.method(buyer, 'COUNTER'), '1000'))
    succeeded(await desk.inspect(buyer, thread.threadId))
    await desk.services.store.query('update guarantee set due_on = current_date - 2 where id = $1', [guaranteeId])
    const { transaction_number: number } = await this.row(guaranteeId)
    return { guarantor, payer: buyer, seller, guaranteeId, number: number ?? '' }
  }

  pay(institution: Actor, transactionNumber: string, amount = '1000', reference = newId()) {
    return reportGuaranteedPayment(this.desk.services, institution, {
      idempotencyKey: newId(),
      transactionNumber,
      amount: { amount, currency: 'JPY' },
      reference,
      takenBy: 'BANK',
    })
  }

  invoke(seller: Actor, guaranteeId: string) {
    return invokeGuarantee(this.desk.services, seller, { idempotencyKey: newId(), guaranteeId })
  }
}
