import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { AgentBook, cancellationForm, instructionForm, type BookEntry } from './settlement-agent-book.ts'
import { HubApi } from './settlement-agent-hub.ts'

const help = `A settlement agent: takes the hub's instructions, keeps its own book, and reports back by the hub's API.

  node test/outside/settlement-agent.ts --port N --hub http://…/graphql --login NAME --password-env VAR

  --port          port to listen on, 0 for a free one
  --password-env  the environment variable that has the password of --login
  --key-env       the environment variable that has the key shared with the hub, in hex: then signatures are checked
  --poll-ms       fetch instructions by the API too, so often: for a hub that does not know this address
  --mode          auto (report at once, the default) or manual (until POST /control {"mode":"release"})

GET /book gives the book. POST /control takes {"mode":"auto"|"manual"|"release"}.`

/** How long after a report that the hub did not take it is sent again. */
const retryMs = 250
const largestBodyBytes = 64 * 1024
const controlForm = z.object({ mode: z.enum(['auto', 'manual', 'release']) })

type Answer = { status: number; body: unknown }

function createAgent(key: Buffer | null, hub: HubApi) {
  const book = new AgentBook()
  let reporting = false
  let retry: NodeJS.Timeout | null = null
  let ended = false
  const reportDue = async (): Promise<void> => {
    if (reporting) return
    reporting = true
    const failed = new Set<string>()
    const next = (): BookEntry | undefined => book.due().find(({ instructionId }) => !failed.has(instructionId))
    for (let entry = next(); entry; entry = next()) {
      const { instructionId, reference } = entry
      try {
        await hub.reportSettled(instructionId, reference)
        book.markReported(instructionId)
      } catch (error) {
        process.stderr.write(`${String(error)}\n`)
        failed.add(instructionId)
      }
    }
    reporting = false
    if (failed.size > 0 && !ended) retry = setTimeout(() => void reportDue(), retryMs)
  }
  const take = (body: string, signature: string | undefined): Answer => {
    if (key && !isSigned(key, body, signature ?? ''))
      return { status: 401, body: { error: 'The signature is not right.' } }
    const parsed = instructionForm.safeParse(JSON.parse(body))
    if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } }
    const outcome = book.take(parsed.data)
    if (outcome === 'CONFLICT')
      return { status: 409, body: { error: 'This instruction was taken with other figures.' } }
    void reportDue()
    return { status: outcome === 'TAKEN' ? 202 : 200, body: { outcome } }
  }
  const cancel = (path: string, body: string, signature: string | undefined): Answer => {
    if (key && !isSigned(key, body, signature ?? ''))
      return { status: 401, body: { error: 'The signature is not right.' } }
    const parsed = cancellationForm.safeParse(JSON.parse(body))
    if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } }
    const { instructionId } = parsed.data
    if (path !== `/instructions/${instructionId}/cancellation`)
      return { status: 400, body: { error: 'Path and body name different instructions.' } }
    const outcome = book.cancel(instructionId)
    return { status: outcome === 'CANCELLED' ? 200 : 409, body: { outcome } }
  }
  const control = (body: string): Answer => {
    const { mode } = controlForm.parse(JSON.parse(body))
    if (mode === 'release') book.release()
    else book.mode = mode
    void reportDue()
    return { status: 200, body: { mode: book.mode } }
  }
  const poll = async (): Promise<void> => {
    try {
      for (const instruction of await hub.fetchInstructions()) book.take(instruction)
      void reportDue()
    } catch (error) {
      process.stderr.write(`${String(error)}\n`)
    }
  }
  const end = (): void => {
    ended = true
    if (retry) clearTimeout(retry)
  }
  return { book, take, cancel, control, poll, end }
}

type Agent = ReturnType<typeof createAgent>

function isSigned(key: Buffer, body: string, signature: string): boolean {
  const right = Buffer.from(`sha256=${createHmac('sha256', key).update(body).digest('hex')}`)
  const given = Buffer.from(signature)
  return right.length === given.length && timingSafeEqual(right, given)
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

async function answerTo(agent: Agent, request: IncomingMessage): Promise<Answer> {
  const route = `${request.method} ${request.url}`
  if (route === 'GET /book') return { status: 200, body: agent.book.entries() }
  if (route === 'POST /instructions')
    return agent.take(await readBody(request), request.headers['x-torihiki-signature']?.toString())
  if (request.method === 'POST' && request.url?.endsWith('/cancellation'))
    return agent.cancel(request.url, await readBody(request), request.headers['x-torihiki-signature']?.toString())
  if (route === 'POST /control') return agent.control(await readBody(request))
  return {
    status: 404,
    body: { error: 'There is POST /instructions, POST /instructions/{id}/cancellation, GET /book and POST /control.' },
  }
}

function serve(agent: Agent, port: number): Promise<Server> {
  const send = (response: ServerResponse, { status, body }: Answer): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const server = createServer((request, response) => {
    answerTo(agent, request)
      .catch((error: unknown): Answer => ({ status: 400, body: { error: String(error) } }))
      .then((answer) => send(response, answer))
      .catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
  })
  return new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server)))
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const options = {
    port: text,
    hub: text,
    login: text,
    'password-env': text,
    'key-env': text,
    'poll-ms': text,
    mode: text,
  } as const
  const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } })
  const password = process.env[values['password-env'] ?? '']
  if (values.help || !values.port || !values.hub || !values.login || password === undefined) {
    process.stdout.write(`${help}\n`)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const key = values['key-env'] ? Buffer.from(process.env[values['key-env']] ?? '', 'hex') : null
  const agent = createAgent(key, new HubApi(values.hub, values.login, password))
  if (values.mode) agent.control(JSON.stringify({ mode: values.mode }))
  const server = await serve(agent, Number(values.port))
  const timer = values['poll-ms'] ? setInterval(() => void agent.poll(), Number(values['poll-ms'])) : null
  const address = server.address()
  process.stdout.write(
    `settlement-agent listening on http://127.0.0.1:${typeof address === 'object' && address ? address.port : values.port}\n`,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      if (timer) clearInterval(timer)
      agent.end()
      server.close()
      server.closeAllConnections()
    })
  }
}

await main()
