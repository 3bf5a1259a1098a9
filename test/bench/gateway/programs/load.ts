import { loads, type LoadName } from '../loads.ts'
import { RawClient, rawRequest } from './raw-client.ts'

/** What the load is to be; told to this program as JSON. */
export type LoadOrder = {
  readonly load: LoadName
  readonly port: number
  readonly path: string
  readonly connections: number
  readonly warmUpSeconds: number
  readonly seconds: number
}

/** What this program tells its parent: that the measured time begins, and what was measured when it is over. */
export type LoadNote = { readonly kind: 'begins' } | ({ readonly kind: 'over' } & LoadFigures)

/** Times in milliseconds, of the requests that were answered in the measured time. */
export type LoadFigures = {
  readonly answered: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
}

const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder
const requests = loads[order.load].operations.map((operation) => rawRequest(order.path, JSON.stringify(operation)))
const errorsKey = Buffer.from('"errors":')
const tell = (note: LoadNote): void => void process.send?.(note)

let times: number[] = []
let ends = Number.POSITIVE_INFINITY
const clients = Array.from({ length: order.connections }, () => new RawClient(order.port))
const asking = Promise.all(clients.map((client, i) => keepAsking(client, i))).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
await Promise.race([asking, pause(order.warmUpSeconds)])
times = []
const began = performance.now()
tell({ kind: 'begins' })
await Promise.race([asking, pause(order.seconds)])
const seconds = (performance.now() - began) / 1_000
const sorted = Float64Array.from(times).sort()
const at = (quantile: number): number => sorted[Math.floor(quantile * (sorted.length - 1))] ?? Number.NaN
tell({ kind: 'over', answered: sorted.length, seconds, p50: at(0.5), p99: at(0.99) })
ends = 0
await asking
for (const client of clients) client.close()
process.exit()

/** One request after the other. Each connection goes through all operations from its own place, with steps that scatter users and sizes. */
async function keepAsking(client: RawClient, connection: number): Promise<void> {
  for (let n = connection * 53; performance.now() < ends; n++) {
    const request = requests[(n * 1_009) % requests.length]
    if (!request) throw new Error('A load has no operations')
    const asked = performance.now()
    const { status, body } = await client.ask(request)
    times.push(performance.now() - asked)
    if (status !== 200 || body.includes(errorsKey))
      throw new Error(`It answered ${status} ${body.toString().slice(0, 300)}`)
  }
}

function pause(forSeconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, forSeconds * 1_000))
}
