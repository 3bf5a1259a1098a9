import { Router, type Request } from 'express'
import type { Caller } from '../../upstreams/upstream.ts'
import { formOf, typedInto } from './form-fields.ts'
import { readAct } from './lane-acts.ts'
import { allOthersPath, lanePage, overviewPage, type Said } from './lane-html.ts'
import { actsAnswer, lanesAnswer, sharingAnswer } from './read-lanes.ts'
import { act, asOperator, done, run, type ConsoleOptions, type Looker } from './run-as.ts'

/** How many acts the pages show: what was done last is what is looked for. */
const actsShown = 20

/**
 * How requests to card companies leave, with buttons to hold, release and change the rule, for operators and administrators who have signed in (C5). Everything goes
 * through the API as whoever looks, so its rights hold and each act is on record with who did it. The key in a form makes it act once.
 */
export function lanePages(options: ConsoleOptions): Router {
  const router = Router()
  router.get('/authorizations', (request, response) =>
    asOperator(options, request, response, async ({ caller }) => {
      const { lanes, acts, sharing } = await look(options, caller)
      response.send(overviewPage({ lanes, acts, sharing, now: new Date() }))
    }),
  )
  router.get('/authorizations/:company', (request, response) =>
    asOperator(options, request, response, async (looker) => {
      const company = companyOf(request)
      const said = request.query['done'] === undefined ? null : done
      response.send(await pageOf(options, looker, company, said, {}))
    }),
  )
  router.post('/authorizations/:company', formOf, (request, response) =>
    asOperator(options, request, response, async (looker) => {
      const company = companyOf(request)
      const asked = readAct(request.body, company)
      if (!asked) return void response.status(400).type('text').send('This is none of the forms of this page.')
      const refused = await act(options, looker.caller, asked)
      if (!refused) return void response.redirect(303, `${request.path}?done`)
      response.status(422).send(await pageOf(options, looker, company, refused, typedInto(request.body)))
    }),
  )
  return router
}

const companyOf = (request: Request): string | null => {
  const name = String(request.params['company'])
  return name === allOthersPath ? null : name
}

async function look(options: ConsoleOptions, caller: Caller) {
  const [{ authorizationLanes: lanes }, { authorizationActs }, { authorizationSystems: sharing }] = await Promise.all([
    run(options, caller, 'AuthorizationLanes', {}, lanesAnswer),
    run(options, caller, 'AuthorizationActs', { first: actsShown }, actsAnswer),
    run(options, caller, 'AuthorizationSystems', {}, sharingAnswer),
  ])
  return { lanes, acts: authorizationActs.edges.map(({ node }) => node), sharing }
}

async function pageOf(
  options: ConsoleOptions,
  { caller, newKey }: Looker,
  company: string | null,
  said: Said | null,
  typed: Readonly<Record<string, string>>,
): Promise<string> {
  const { lanes, acts } = await look(options, caller)
  const lane = lanes.find((each) => each.company === company) ?? null
  const own = acts.filter((each) => each.company === company)
  return lanePage({ company, lane, acts: own, said, newKey, typed, now: new Date() })
}
