import { claimDueMail, claimDueWebhooks, messageBacklog, type MembersServices } from '@torihiki/members'
import type { Logger } from '@torihiki/shared/log.ts'
import { createLoop, type Loop } from './loop.ts'
import { createPool } from './pool.ts'

/** How often messages that are due are looked for, besides being woken by NOTIFY: what is tried again becomes due by the clock. */
const sweepMs = 1_000
/** How many mails one process has in hand at once: a mail system takes few connections of one client. */
const mailsAtOnce = 8
/** How many messages to webhooks one process has in hand at once; of one webhook few of them. Each mostly waits for its receiver. */
const webhooksAtOnce = 64
/** How often the backlog is looked at, and how old the oldest message may be until people should know. */
const backlogEveryMs = 60_000
const oldestAllowedSeconds = 600

/** Sends the messages that members are owed (A3, A4, A12): each kind of way has its own hands, so that a slow one does not slow the other. */
export function startMessages(services: MembersServices, log: Logger): Loop {
  const pools = [
    createPool('mail', mailsAtOnce, sweepMs, log, (free) => claimDueMail(services, free)),
    createPool('webhooks', webhooksAtOnce, sweepMs, log, (free) => claimDueWebhooks(services, free)),
  ]
  const backlog = createLoop('backlog of messages', backlogEveryMs, log, async () => {
    for (const each of await messageBacklog(services.store.query, services.now()))
      if (each.oldestSeconds > oldestAllowedSeconds) log.warn(each, 'Messages to members are owed for long.')
  })
  return {
    wake: () => pools.forEach((pool) => pool.wake()),
    close: async () => void (await Promise.all([backlog.close(), ...pools.map((pool) => pool.close())])),
  }
}
