import { Router } from 'express'
import { z } from 'zod'
import { field, formOf, numbersIn, onceKey, typedInto } from './form-fields.ts'
import type { Said } from './lane-html.ts'
import { sharingAnswer } from './read-lanes.ts'
import { act, asOperator, done, run, type AskedAct, type ConsoleOptions, type Looker } from './run-as.ts'
import { systemPage } from './system-html.ts'

const forms = z.object({
  idempotencyKey: onceKey,
  act: z.enum(['capacity', 'OVERFLOW', 'SHARE']),
  rank: field,
  weight: field,
  mostInFlight: field,
  perMinute: field,
  batchSize: field,
  batchAgeSeconds: field,
  takesPart: field,
})

/** Reads a form of a system's page. What is right is decided by the API alone. Null when it is none of ours. */
function readAct(body: unknown, name: string): AskedAct | null {
  const parsed = forms.safeParse(body)
  if (!parsed.success) return null
  const { idempotencyKey, act: asked, takesPart, ...numbers } = parsed.data
  if (asked !== 'capacity') return { operation: 'SetAuthorizationSharing', input: { idempotencyKey, rule: asked } }
  const input = { idempotencyKey, name, ...numbersIn(numbers), takesPart: takesPart === 'on' }
  return { operation: 'SetAuthorizationSystem', input }
}

/** A page for each authorization system (C8), with what it takes and how all share, for operators and administrators; acts as on the pages of lanes. */
export function systemPages(options: ConsoleOptions): Router {
  const router = Router()
  router.get('/authorization-systems/:name', (request, response) =>
    asOperator(options, request, response, async (looker) => {
      const said = request.query['done'] === undefined ? null : done
      response.send(await pageOf(options, looker, request.params.name, said, {}))
    }),
  )
  router.post('/authorization-systems/:name', formOf, (request, response) =>
    asOperator(options, request, response, async (looker) => {
      const { name } = request.params
      const asked = readAct(request.body, name)
      if (!asked) return void response.status(400).type('text').send('This is none of the forms of this page.')
      const refused = await act(options, looker.caller, asked)
      if (!refused) return void response.redirect(303, `${request.path}?done`)
      response.status(422).send(await pageOf(options, looker, name, refused, typedInto(request.body)))
    }),
  )
  return router
}

async function pageOf(
  options: ConsoleOptions,
  { caller, newKey }: Looker,
  name: string,
  said: Said | null,
  typed: Readonly<Record<string, string>>,
): Promise<string> {
  const { authorizationSystems: sharing } = await run(options, caller, 'AuthorizationSystems', {}, sharingAnswer)
  return systemPage({ name, sharing, said, newKey, typed, now: new Date() })
}
