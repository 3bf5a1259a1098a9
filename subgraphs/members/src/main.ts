import { hubSecrets } from '@torihiki/shared/process/hub-secrets.ts'
import { runSubgraph } from '@torihiki/shared/process/subgraph-process.ts'
import { resolve } from 'node:path'
import { createServices, createSubgraph, setUpHub, storeDefinition } from './index.ts'

await runSubgraph(storeDefinition, async (options) => {
  const services = createServices(options)
  const { adminPassword } = await hubSecrets(options.settings, resolve(options.settings.DATA_DIR))
  await setUpHub(services, adminPassword)
  return createSubgraph(services)
})
