import type { EventPayload, EventType, PublishedEvent } from '@torihiki/schema'
import type { Actor } from '@torihiki/shared/identity/actor.ts'
import { newId } from '@torihiki/shared/ids.ts'
import type { MailFault } from '@torihiki/shared/mail/mail.ts'
import { type Mail } from '@torihiki/shared/mail/mail.ts'
import { isRefusal, type Refusal } from '@torihiki/shared/refusals.ts'
import { createMemoryHints } from '@torihiki/shared/testing/memory-hints.ts'
import { Webhook } from 'standardwebhooks'
import { testStore, type TestStore } from '../../../../test/support/test-database.ts'
import { registerWebhook } from '../commands/webhooks.ts'
import { claimDueMail, claimDueWebhooks, createServices, storeDefinition, takeEvent } from '../index.ts'
import type { PostReply } from '../outside/webhook-post.ts'
import type { MembersServices } from '../services.ts'
import { sealEarlierMembers } from '../store/personal.ts'

/** A message as it was posted to a webhook. */
export type Posted = { url: string; id: string; headers: Readonly<Record<string, string>>; body: string; at: Date }

/** A subgraph `members` over a database of its own, whose mail and posts are kept, and whose clock stands until it is moved. */
export type MessagesRoom = {
  readonly database: TestStore
  services: MembersServices
  readonly mails: Mail[]
  readonly posted: Posted[]
  now(): Date
  pass(ms: number): void
  /** Decides what a receiver answers; unless it is set all is taken. */
  receiver: (post: Posted) => PostReply | Promise<PostReply>
  /** What handing over a mail fails with. Null: it does not. */
  mailFault: MailFault | null
  member(status?: string): Promise<string>
  actor(memberId: string): Actor
  webhook(memberId: string, further?: object): Promise<{ webhookId: string; secret: string }>
  /** Tells of a fact of a thread, as contracts does. */
  fact(thread: Thread, kind: string, further?: Partial<EventPayload<'CaseProgressed'>>): Promise<PublishedEvent>
  event<T extends EventType>(type: T, payload: EventPayload<T>): PublishedEvent
  take(event: PublishedEvent): Promise<void>
  /** Sends what is due, until nothing is. Gives how many attempts there were. */
  turn(): Promise<number>
  rows(memberId: string): Promise<Row[]>
  close(): Promise<void>
}

export type Thread = {
  threadId: string
  caseId: string
  caseCode: string
  sourceId: string
  partnerId: string
  version: number
}
export type Row = {
  id: string
  channel: string
  kind: string
  status: string
  attempt: number
  last_fault: string | null
  place: number
}

/** What a command gave, when it did not refuse. */
export function done<A extends object>(answer: A | Refusal): A {
  if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.message}`)
  return answer
}

/** A thread of a case between two members, without a fact yet. */
export function newThread(sourceId: string, partnerId: string): Thread {
  return { threadId: newId(), caseId: newId(), caseCode: 'CASE-7K3M-Q2X9-T', sourceId, partnerId, version: 0 }
}

/** What a receiver answers. */
export const answer = (status: number, retryAfterMs: number | null = null): PostReply => ({
  kind: 'ANSWER',
  status,
  retryAfterMs,
})

/** An input under an idempotency key of its own. */
export const keyed = (input: object): object => ({ idempotencyKey: newId(), ...input })

/** Verified as receivers do. The library goes by the real clock, so the time is looked at apart. */
export const verifies = ({ headers, body }: Posted, secret: string): boolean => {
  const at = new Date(Number(headers['webhook-timestamp']) * 1_000)
  const expected = new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body)
  return (headers['webhook-signature'] ?? '').split(' ').includes(expected)
}

/** Opens it. Close it at the end. */
export async function openMessagesRoom(): Promise<MessagesRoom> {
  const database = await testStore(storeDefinition)
  let now = new Date('2026-11-21T06:30:00.000Z')
  const mails: Mail[] = []
  const posted: Posted[] = []
  const mail = {
    send: async (each: Mail): Promise<void> => {
      mails.push(each)
      if (room.mailFault) throw room.mailFault
    },
    forget: async () => 0,
    close: async () => undefined,
  }
  const webhooks = {
    faultOf: async () => null,
    post: async (url: string, headers: Readonly<Record<string, string>>, body: string): Promise<PostReply> => {
      const post = { url, id: headers['webhook-id'] ?? '', headers, body, at: now }
      posted.push(post)
      return room.receiver(post)
    },
    close: async () => undefined,
  }
  const services = createServices({
    ...database,
    hints: createMemoryHints(),
    mail,
    webhooks,
    now: () => now,
    chance: () => 0.5,
  })
  const room: MessagesRoom = {
    database,
    services,
    mails,
    posted,
    now: () => now,
    pass: (ms) => void (now = new Date(now.getTime() + ms)),
    receiver: () => ({ kind: 'ANSWER', status: 204, retryAfterMs: null }),
    mailFault: null,
    actor: (memberId) => ({ memberId, roles: ['BUYER'], sessionId: newId() }),
    async member(status = 'ACTIVE') {
      const id = newId()
      await database.store.query(
        `insert into member (id, version, name, kind, status, roles, mail, registered_at) values ($1, 1, $2, 'FIRM', $3, '{}', $4, now())`,
        [id, `Firm ${id.slice(-4)}`, status, `${id}@example.org`],
      )
      await database.store.transaction((tx) => sealEarlierMembers(tx, services.personalKeys))
      return id
    },
    async webhook(memberId, further = {}) {
      const input = { idempotencyKey: newId(), name: 'Warehouse', url: 'https://example.org/hub', ...further }
      const { webhookId, secret } = done(await registerWebhook(room.services, room.actor(memberId), input))
      return { webhookId, secret: secret ?? '' }
    },
    event: (type, payload) =>
      ({ id: newId(now.getTime()), type, origin: 'contracts', at: now.toISOString(), payload }) as PublishedEvent,
    take: (event) => takeEvent(room.services, event),
    async fact(thread, kind, further = {}) {
      thread.version += 1
      const payload = { ...thread, kind, bySide: null, statusBefore: null, status: 'ORDERED', ...further }
      const event = room.event('CaseProgressed', payload)
      await room.take(event)
      return event
    },
    async turn() {
      for (let attempts = 0; ;) {
        const work = [...(await claimDueMail(room.services, 100)), ...(await claimDueWebhooks(room.services, 100))]
        if (work.length === 0) return attempts
        attempts += work.length
        await Promise.all(work.map((each) => each()))
      }
    },
    rows: (memberId) =>
      database.store.query<Row>(
        'select id, channel, kind, status, attempt, last_fault, place from outbound_message where member_id = $1 order by queued_at, place, id',
        [memberId],
      ),
    close: () => database.close(),
  }
  return room
}
