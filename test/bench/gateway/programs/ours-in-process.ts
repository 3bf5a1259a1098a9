import { readFile } from 'node:fs/promises'
import { createLog } from '@torihiki/shared/log.ts'
import { serveFederation } from '../../../../gateway/src/standalone/serve.ts'
import { localUpstream } from '../../../../gateway/src/upstreams/local.ts'
import { shopSchema, shopSubgraphs } from '../shop/subgraphs.ts'

/** Our gateway with the four subgraphs in its own process. */
const [supergraphFile = '', port] = process.argv.slice(2)
const log = createLog('bench', 'warn')
await serveFederation({
  supergraphSdl: await readFile(supergraphFile, 'utf8'),
  upstreams: shopSubgraphs.map((name) => localUpstream({ name, schema: shopSchema(name), context: () => ({}) }, log)),
  host: '127.0.0.1',
  port: Number(port),
  log,
})
