import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { RawSocket } from './raw-socket.ts'
import { openStage, type Stage } from './stage.ts'

/** The subscription that most tests open: with cursors, so that it can be resumed. */
export const notesAdded =
  'subscription ($list: String!, $after: String) { noteAdded(list: $list, after: $after) { cursor kind number text } }'

/** Waits until a condition holds. */
export function until(what: string, condition: () => boolean): Promise<boolean> {
  return waitFor(condition, { timeoutMs: 20_000, everyMs: 5, what })
}

/** One stage at a time, and all sockets to it, which a test's end closes. */
export class LiveTests {
  stage: Stage | null = null
  readonly sockets: RawSocket[] = []

  async begin(...options: Parameters<typeof openStage>): Promise<Stage> {
    this.stage = await openStage(...options)
    return this.stage
  }

  /** A socket that has been opened. */
  async open(...others: [protocol?: string | null, options?: object]): Promise<RawSocket> {
    const socket = new RawSocket(this.stage?.url ?? '', ...others)
    this.sockets.push(socket)
    return socket.open()
  }

  /** A socket of somebody, or of nobody, that has been acknowledged. */
  async connect(authorization?: string): Promise<RawSocket> {
    return (await this.open()).acknowledged(authorization)
  }

  async end(): Promise<void> {
    for (const socket of this.sockets.splice(0)) socket.end()
    await this.stage?.close()
    this.stage = null
  }
}
