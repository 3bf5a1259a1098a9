import { hubSecrets } from '@torihiki/shared/process/hub-secrets.ts'
import { runSubgraph } from '@torihiki/shared/process/subgraph-process.ts'
import { ownInstitution } from '@torihiki/shared/settings.ts'
import { resolve } from 'node:path'
import { createServices, createSubgraph, createWebhookPort, setUpHub, storeDefinition } from './index.ts'

await runSubgraph(storeDefinition, async (options) => {
  const { WEBHOOK_ALLOW_PRIVATE: allowPrivate, HUB_SECRETS_BEFORE: hubSecretsBefore } = options.settings
  const coolingOffDays = options.settings.COOLING_OFF_DAYS
  const allowLoopbackSites = options.settings.SITES_ALLOW_LOOPBACK
  const webhooks = createWebhookPort({ allowPrivate })
  const services = createServices({ ...options, hubSecretsBefore, coolingOffDays, webhooks, allowLoopbackSites })
  const { adminPassword } = await hubSecrets(options.settings, resolve(options.settings.DATA_DIR))
  await setUpHub(services, adminPassword, ownInstitution(options.settings))
  return createSubgraph(services)
})
