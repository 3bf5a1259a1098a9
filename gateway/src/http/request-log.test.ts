import { afterEach, expect, it } from '@jest/globals'
import { createLog } from '@torihiki/shared/log.ts'
import { startSmallGateway } from './testing/small-gateway.ts'

let gateway: Awaited<ReturnType<typeof startSmallGateway>> | null = null

afterEach(async () => {
  await gateway?.close()
  gateway = null
})

it('one line a request, new, known or refused, tells who, what and the outcome, and no variable or answer', async () => {
  const lines: Record<string, unknown>[] = []
  const log = createLog('test', 'silent')
  log.info = ((line: Record<string, unknown>) => void lines.push(line)) as typeof log.info
  gateway = await startSmallGateway({}, log)
  const send = (query: string, text: unknown) =>
    fetch(`${gateway?.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'm1', 'apollographql-client-name': 'till' },
      body: JSON.stringify({ query, variables: { f: { text } } }),
    })
  const query = 'query Echo($f: Form) { echo(form: $f) }'
  for (const text of ['a secret', 'a secret', { secret: 'a secret' }]) await send(query, text)
  await send('query Echo($f: Form) { nothing }', 'a secret')
  const common = { requestId: expect.any(String), memberId: 'm1', client: 'till', ms: expect.any(Number) }
  expect(lines).toEqual([
    { ...common, kind: 'query', operationName: 'Echo' },
    { ...common, kind: 'query', operationName: 'Echo' },
    { ...common, kind: 'query', operationName: 'Echo', codes: ['BAD_USER_INPUT'] },
    {
      ...common,
      kind: undefined,
      operationName: null,
      codes: ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED'],
    },
  ])
  expect(JSON.stringify(lines)).not.toContain('secret')
})
