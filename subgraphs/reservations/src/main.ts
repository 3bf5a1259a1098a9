import { runSubgraph } from '@torihiki/shared/process/subgraph-process.ts'
import { ownInstitution } from '@torihiki/shared/settings.ts'
import { createServices, createSubgraph, storeDefinition } from './index.ts'

await runSubgraph(storeDefinition, (options) =>
  createSubgraph(
    createServices({
      ...options,
      cardCompanies: options.settings.CARD_COMPANIES,
      paysSellers: ownInstitution(options.settings) !== null,
      hubSecretsBefore: options.settings.HUB_SECRETS_BEFORE,
    }),
  ),
)
