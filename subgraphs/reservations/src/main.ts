import { runSubgraph } from '@torihiki/shared/process/subgraph-process.ts'
import { ownInstitution } from '@torihiki/shared/settings.ts'
import { createServices, createSubgraph, storeDefinition } from './index.ts'

await runSubgraph(storeDefinition, (options) =>
  createSubgraph(
    createServices({
      ...options,
      cardCompanies: options.settings.CARD_COMPANIES,
      cardVault: options.settings.CARD_VAULT,
      cardRoutes: options.settings.CARD_ROUTES,
      acquirerNumber: options.settings.ACQUIRER_NUMBER,
      cardCompanyTimeoutMs: options.settings.CARD_COMPANY_TIMEOUT_SECONDS * 1_000,
      paysSellers: ownInstitution(options.settings) !== null,
      hubSecretsBefore: options.settings.HUB_SECRETS_BEFORE,
    }),
  ),
)
