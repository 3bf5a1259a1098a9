import { runSubgraph } from '@torihiki/shared/process/subgraph-process.ts'
import { createServices, createSubgraph, storeDefinition } from './index.ts'

await runSubgraph(storeDefinition, (options) =>
  createSubgraph(createServices({ ...options, settlementAgents: options.settings.SETTLEMENT_AGENTS })),
)
