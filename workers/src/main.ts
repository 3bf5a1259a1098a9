import { setPriority } from 'node:os'
import { resolve } from 'node:path'
import { createLog, type Logger } from '@torihiki/shared/log.ts'
import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import { hubSecrets } from '@torihiki/shared/process/hub-secrets.ts'
import { runUntilSignal, type Closing } from '@torihiki/shared/process/lifecycle.ts'
import { endWithASentence, externalServices } from '@torihiki/shared/process/subgraph-process.ts'
import { readSettings } from '@torihiki/shared/settings.ts'
import { startTracing } from '@torihiki/shared/telemetry/tracing.ts'
import { startWorkers } from './start.ts'

/** How long the last spans may take to be sent. */
const tracesMs = 5_000

await endWithASentence(async () => {
  const settings = readSettings(process.env)
  const log = createLog('workers', settings.LOG_LEVEL)
  beNice(settings.WORKERS_NICENESS, log)
  const { hubSecret } = await hubSecrets(settings, resolve(settings.DATA_DIR))
  const traces = await startTracing('workers', process.env)
  const stop: Closing[] = []
  void runUntilSignal({ name: 'workers', stop, log: (line) => log.info(line) })
  // Started by the hub, the workers end with it, however it ended.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // The hub that starts this process has migrated already.
  stop.push(
    ...(await startWorkers({ settings, hubSecret, log, ...externalServices(settings), migrate: !process.send })),
  )
  stop.push({ name: 'traces', timeoutMs: tracesMs, close: () => traces.close() })
  process.stdout.write('workers running\n')
  process.send?.('ready')
})

/** Lets others on this machine go first. A process that was already told to may not be able to: that is no reason not to work. */
function beNice(niceness: number, log: Logger): void {
  try {
    if (niceness > 0) setPriority(niceness)
  } catch (error) {
    log.warn({ niceness, reason: errorMessage(error) }, 'The priority of the workers could not be lowered.')
  }
}
