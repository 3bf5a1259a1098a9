import { resolve } from 'node:path'
import { createLog } from '@torihiki/shared/log.ts'
import { hubSecrets } from '@torihiki/shared/process/hub-secrets.ts'
import { runUntilSignal, type Closing } from '@torihiki/shared/process/lifecycle.ts'
import { endWithASentence, externalServices } from '@torihiki/shared/process/subgraph-process.ts'
import { readSettings } from '@torihiki/shared/settings.ts'
import { startWorkers } from './start.ts'

await endWithASentence(async () => {
  const settings = readSettings(process.env)
  const log = createLog('workers', settings.LOG_LEVEL)
  const { hubSecret } = await hubSecrets(settings, resolve(settings.DATA_DIR))
  const stop: Closing[] = []
  void runUntilSignal({ name: 'workers', stop, log: (line) => log.info(line) })
  // Started by the hub, the workers end with it, however it ended.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // The hub that starts this process has migrated already.
  stop.push(
    ...(await startWorkers({ settings, hubSecret, log, ...externalServices(settings), migrate: !process.send })),
  )
  process.stdout.write('workers running\n')
  process.send?.('ready')
})
