import { createLog } from '@torihiki/shared/log.ts'
import { openStore } from '@torihiki/shared/store/store.ts'
import { createServices, scanDelays, storeDefinition } from '../index.ts'

/** A process that looks for delays once, at the instant that it is given: for tests that kill it in the middle. */
const [databaseUrl = '', hubSecret = '', instant = ''] = process.argv.slice(2)
const store = await openStore(storeDefinition, { databaseUrl, hubSecret })
const hints = { publish: () => undefined, listen: () => () => undefined, close: async () => undefined }
const log = createLog('scan', 'silent')
const services = createServices({ store, hubSecret, log, hints, now: () => new Date(instant) })
await scanDelays(services, { atOnce: 1 })
await services.watch.close()
await store.close()
