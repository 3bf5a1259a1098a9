import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { z } from 'zod'

const profileForm = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string() }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

/** A CPU profile as V8 gives it: which node of the call tree was running, and for how many microseconds. */
export type CpuProfile = z.infer<typeof profileForm>
export type CallFrame = CpuProfile['nodes'][number]['callFrame']

const targetsForm = z.array(z.object({ webSocketDebuggerUrl: z.string() }))
const answerForm = z.object({ id: z.number(), result: z.object({ profile: profileForm.optional() }).optional() })

/** Microseconds between two samples: fine enough to see short functions, and cheap. */
const samplingIntervalUs = 500

/** Profiles a process that was started with `--inspect=127.0.0.1:<port>`, for so many seconds from now. */
export async function profileOf(port: number, seconds: number): Promise<CpuProfile> {
  const listed = await fetch(`http://127.0.0.1:${port}/json/list`)
  const [target] = targetsForm.parse(await listed.json())
  if (!target) throw new Error('There is nothing to inspect.')
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  try {
    let asked = 0
    const ask = (method: string, params: object = {}): Promise<CpuProfile | undefined> =>
      new Promise((resolve) => {
        const id = ++asked
        socket.on('message', (text: Buffer) => {
          const answer = answerForm.parse(JSON.parse(text.toString()))
          if (answer.id === id) resolve(answer.result?.profile)
        })
        socket.send(JSON.stringify({ id, method, params }))
      })
    await ask('Profiler.enable')
    await ask('Profiler.setSamplingInterval', { interval: samplingIntervalUs })
    await ask('Profiler.start')
    await sleep(seconds * 1_000)
    const profile = await ask('Profiler.stop')
    if (!profile) throw new Error('The inspector gave no profile.')
    return profile
  } finally {
    socket.terminate()
  }
}
