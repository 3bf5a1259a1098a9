import { runSubgraph } from '@torihiki/shared/process/subgraph-process.ts'
import { upstreamHub } from '@torihiki/shared/settings.ts'
import { createServices, createSubgraph, storeDefinition } from './index.ts'

await runSubgraph(storeDefinition, (options) =>
  createSubgraph(
    createServices({
      ...options,
      hubSecretsBefore: options.settings.HUB_SECRETS_BEFORE,
      upstreamHub: upstreamHub(options.settings),
    }),
  ),
)
