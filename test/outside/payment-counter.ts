import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { z } from 'zod'

const help = `A payment institution that takes money at its counter, for those who quote a transaction number.

  node test/outside/payment-counter.ts --hub http://…/graphql --key-env VAR --taken-by CONVENIENCE_STORE

  --key-env    the environment variable that has the institution's API key
  --taken-by   what it is: BANK, POST_OFFICE, CONVENIENCE_STORE, COUNTER or CARRIER

POST /payments {"transactionNumber", "amount", "currency"} takes money and reports it to the hub: 201 with a receipt, or 409 with the hub's
refusal, and the money is given back. POST /instructions takes the hub's instruction to pay on what it owes, pays and reports it.
GET /book gives all of it. POST /control {"mode": "deaf" | "hear"}: while it is deaf it does not hear the hub's answer, and asks again.`

/** How often it asks the hub again, under the same key, when it has not heard the answer, and after which pause. */
const mostTries = 40
const pauseMs = 100
const largestBodyBytes = 64 * 1024

const paymentForm = z.object({ transactionNumber: z.string(), amount: z.string(), currency: z.string() })
const instructionForm = z.object({
  instructionId: z.string(),
  kind: z.literal('TRANSFER'),
  payerId: z.string(),
  payeeId: z.string(),
  amountMinor: z.string(),
  currency: z.string(),
  transactionNumber: z.string(),
})
const controlForm = z.object({ mode: z.enum(['deaf', 'hear']) })
const resultForm = z.object({ __typename: z.string(), code: z.string().optional(), message: z.string().optional() })
const answerForm = z.object({ data: z.record(z.string(), resultForm) })

type Entry = { kind: 'TAKEN' | 'GIVEN_BACK' | 'PAID_ON'; id: string; transactionNumber: string; amount: string }

const options = { hub: { type: 'string' }, 'key-env': { type: 'string' }, 'taken-by': { type: 'string' } } as const
const { values } = parseArgs({ options })
const { hub, 'taken-by': takenBy } = values
const key = process.env[values['key-env'] ?? '']
const book: Entry[] = []
let deaf = false
let receipts = 0

async function send(name: string, input: object): Promise<z.infer<typeof resultForm>> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { code message } } }`
  const response = await fetch(hub ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables: { input } }),
  })
  const result = answerForm.parse(await response.json()).data[name]
  if (!result) throw new Error(`The hub does not answer ${name}.`)
  if (deaf) throw new Error('The answer was not heard.')
  return result
}

/** Asks until an answer is heard, under one key: it counts once. */
async function ask(name: string, input: object): Promise<z.infer<typeof resultForm>> {
  for (let tries = 1; ; tries++) {
    try {
      return await send(name, input)
    } catch (error) {
      if (tries === mostTries) throw error
      await new Promise((again) => setTimeout(again, pauseMs))
    }
  }
}

type Answer = { status: number; body: unknown }

async function takePayment(body: string): Promise<Answer> {
  const { transactionNumber, amount, currency } = paymentForm.parse(JSON.parse(body))
  const receipt = `R-${String(++receipts).padStart(6, '0')}`
  const result = await ask('reportGuaranteedPayment', {
    idempotencyKey: `payment ${receipt}`,
    transactionNumber,
    amount: { amount, currency },
    reference: receipt,
    takenBy,
  })
  const isTaken = result.__typename === 'ReportGuaranteedPaymentPayload'
  book.push({ kind: isTaken ? 'TAKEN' : 'GIVEN_BACK', id: receipt, transactionNumber, amount })
  return isTaken ? { status: 201, body: { receipt } } : { status: 409, body: result }
}

/** Notes the instruction and answers; what it owes it pays afterwards, quoting the number, and reports that. */
function takeInstruction(body: string): Answer {
  const { instructionId, transactionNumber, amountMinor } = instructionForm.parse(JSON.parse(body))
  if (book.some(({ id }) => id === instructionId)) return { status: 200, body: {} }
  book.push({ kind: 'PAID_ON', id: instructionId, transactionNumber, amount: amountMinor })
  ask('reportSettlement', {
    idempotencyKey: `settled ${instructionId}`,
    instructionId,
    outcome: 'SETTLED',
    reference: `paid ${transactionNumber}`,
  }).catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
  return { status: 202, body: {} }
}

async function answerTo(request: IncomingMessage): Promise<Answer> {
  const route = `${request.method} ${request.url}`
  if (route === 'GET /book') return { status: 200, body: book }
  const body = await readBody(request)
  if (route === 'POST /payments') return takePayment(body)
  if (route === 'POST /instructions') return takeInstruction(body)
  if (route !== 'POST /control') return { status: 404, body: { error: help } }
  deaf = controlForm.parse(JSON.parse(body)).mode === 'deaf'
  return { status: 200, body: { deaf } }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > largestBodyBytes) throw new Error('The body is too large.')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const write = (response: ServerResponse, { status, body }: Answer): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

if (!hub || !takenBy || key === undefined) {
  process.stdout.write(`${help}\n`)
  process.exitCode = 2
} else {
  const server = createServer((request, response) => {
    answerTo(request)
      .catch((error: unknown): Answer => ({ status: 500, body: { error: String(error) } }))
      .then((answer) => write(response, answer))
      .catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    process.stdout.write(`payment counter listening on http://127.0.0.1:${port}\n`)
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0))
}
