import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from '@jest/globals'
import { waitFor } from '../process/wait-for.ts'
import { beginSpan, startTracing } from './tracing.ts'

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

test('spans outlive a connection that their collector cuts: they are sent again', async () => {
  let cut = 0
  const taken: string[] = []
  const collector = createServer((request, response) => {
    if (cut === 0) {
      cut += 1
      request.socket.resetAndDestroy()
      return
    }
    void text(request).then((sent) => {
      taken.push(sent)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => new Promise((resolve) => collector.close(resolve)))
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = endpoint
  cleanUps.push(async () => delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'])
  const traced = await startTracing('members', process.env)
  cleanUps.push(() => traced.close())

  beginSpan({ name: 'answer members', role: 'server' }).span.end()

  const [sent] = await waitFor(() => (taken.length > 0 ? taken : null), {
    timeoutMs: 20_000,
    everyMs: 50,
    what: 'the span',
  })
  expect(cut).toBe(1)
  expect(sent).toContain('"answer members"')
  expect(sent).toContain('{"key":"service.name","value":{"stringValue":"members"}}')
})
