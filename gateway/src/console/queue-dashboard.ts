import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { ExpressAdapter } from '@bull-board/express'
import { consumers } from '@torihiki/schema'
import { eventQueue, scheduleQueue, type Queues } from '@torihiki/shared/queues/queues.ts'
import { Router } from 'express'
import type { Authenticate } from '../identity/authenticate.ts'

/** Every queue of the hub, for an administrator who has signed in, and for nobody else. Looking only: nothing can be changed. */
export function queueDashboard(queues: Queues, authenticate: Authenticate): Router {
  const adapter = new ExpressAdapter()
  adapter.setBasePath('/queues')
  createBullBoard({
    queues: [...consumers.map(eventQueue), scheduleQueue].map(
      (name) => new BullMQAdapter(queues.queue(name), { readOnlyMode: true }),
    ),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Torihiki queues' } },
  })
  const router = Router()
  router.use('/queues', async (request, response, next) => {
    const found = await authenticate(undefined, request.headers)
    if (found === 'INVALID' || !found.actor) return void response.redirect(303, '/console?to=/queues')
    if (!found.actor.roles.includes('ADMIN'))
      return void response
        .status(403)
        .type('text')
        .send('The queues are for administrators. Sign in as one at /console.')
    if (request.method !== 'GET')
      return void response.status(405).type('text').send('The queues can be looked at, not changed.')
    next()
  })
  router.use('/queues', adapter.getRouter() as never)
  return router
}
