import { createLog } from '@torihiki/shared/log.ts'
import { serveFederation } from '../../../../gateway/src/standalone/serve.ts'
import { localUpstream } from '../../../../gateway/src/upstreams/local.ts'
import { control } from '../control.ts'
import { Prices, pricesSupergraph } from '../prices.ts'

/** The gateway, with the subgraph in its process. */
const log = createLog('bench', 'error')
const prices = new Prices()
const subgraph = { name: 'prices', schema: prices.schema(), context: () => ({}) }
const door = await serveFederation({
  supergraphSdl: pricesSupergraph(),
  upstreams: [localUpstream(subgraph, log)],
  host: '127.0.0.1',
  port: 0,
  liveLimits: { socketsPerAddress: Infinity },
  log,
})
await control(Number(new URL(door.url).port), () => prices.publish())
