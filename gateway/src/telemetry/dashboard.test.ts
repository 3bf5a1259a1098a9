import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { createLog } from '@torihiki/shared/log.ts'
import { serveFederation, type Federation } from '../standalone/serve.ts'
import { RawSocket } from '../live/testing/raw-socket.ts'
import { ask, composed, federated, startHttpSubgraph, type HttpSubgraph } from '../standalone/testing/http-subgraph.ts'
import { remoteUpstream } from '../upstreams/remote.ts'
import { isExposed, metricsOf } from './testing/metric-names.ts'

type Dashboard = { panels: { title: string; targets: { expr: string }[] }[] }
const file = new URL('../../dashboards/torihiki-gateway.json', import.meta.url)
const dashboard = JSON.parse(readFileSync(file, 'utf8')) as Dashboard

let subgraph: HttpSubgraph
let gateway: Federation
let exposed = ''

beforeAll(async () => {
  const sdl = `${federated()} type Query { ok: String failing: String } type Subscription { ticked: Int }`
  const failing = async () => Promise.reject(new Error('It failed.'))
  subgraph = await startHttpSubgraph({ name: 'words', sdl, resolvers: { Query: { ok: async () => 'ok', failing } } })
  const { close } = subgraph
  gateway = await serveFederation({
    supergraphSdl: composed(subgraph),
    upstreams: [remoteUpstream(subgraph)],
    shareQueries: true,
    responseCacheBytes: 1_000_000,
    host: '127.0.0.1',
    port: 0,
    log: createLog('test', 'silent'),
  })
  const api = `${gateway.url}/graphql`
  for (const query of ['{ ok }', '{ failing }', '{ __schema { description } }']) await ask(api, query)
  await ask(api, `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: ok`).join(' ')} }`)
  const socket = await new RawSocket(gateway.url).acknowledged()
  socket.subscribe('1', `{ ${'ok '.repeat(1_001)} }`)
  await socket.until('the refusal', ({ type }) => type === 'error')
  socket.send('x'.repeat(70_000))
  await socket.untilClosed()
  await close()
  await ask(api, '{ ok }')
  exposed = await (await fetch(`${gateway.url}/metrics`)).text()
})

afterAll(() => gateway.close())

it.each(dashboard.panels)('every metric of “$title” is exposed', ({ targets }) => {
  const expressions = targets.map(({ expr }) => expr)
  const metrics = expressions.flatMap(metricsOf)
  expect(metrics.length).toBeGreaterThanOrEqual(expressions.length)
  expect(metrics.filter((metric) => !isExposed(exposed, metric))).toEqual([])
})

it.each([
  /^torihiki_limit_refusals_total\{limit="aliases"\} 1$/m,
  /^torihiki_limit_refusals_total\{limit="fields"\} 1$/m,
  /^torihiki_limit_refusals_total\{limit="messageBytes"\} 1$/m,
  /^torihiki_fetch_seconds_count\{subgraph="words",outcome="ok"\} 1$/m,
  /^torihiki_fetch_seconds_count\{subgraph="words",outcome="errors"\} 1$/m,
  /^torihiki_fetch_seconds_count\{subgraph="words",outcome="failed"\} 1$/m,
  /^torihiki_fetch_seconds_bucket\{le="\+Inf",subgraph="words",outcome="ok"\} 1$/m,
  /^torihiki_plan_seconds_count\{kind="query"\} 3$/m,
  /^torihiki_uncompiled_plans_total\{reason="introspection"\} 1$/m,
  /^torihiki_http_request_seconds_count\{path="\/graphql",status="200"\} \d$/m,
  /^torihiki_known_operations 3$/m,
])('what has happened is counted: %s', (form) => {
  expect(exposed).toMatch(form)
})
