import { afterEach, expect, it } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import { createLog } from '@torihiki/shared/log.ts'
import express from 'express'
import type { Upstream } from '../upstreams/upstream.ts'
import { signInPages, signInRequestsPerMinute } from './pages.ts'

const servers: Server[] = []
afterEach(() => void servers.splice(0).forEach((server) => server.close()))

/** The subgraph that is not asked in these tests. */
const members: Upstream = {
  name: 'members',
  prepare: () => {
    throw new Error('members was asked')
  },
} as unknown as Upstream

async function serve(issuer: string | null): Promise<string> {
  const app = express()
  app.use(
    signInPages({
      members,
      hubSecrets: ['a secret'],
      issuer: () => issuer,
      addressOf: () => 'somewhere',
      log: createLog('test', 'silent'),
    }),
  )
  app.get('/other', (_request, response) => void response.send('other'))
  const server = createServer(app)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

it('nobody is passed on while the hub does not know its own address, and other pages go on', async () => {
  const url = await serve(null)
  for (const path of ['/.well-known/openid-configuration', '/sign-in/authorize', '/sign-in/hand-over?code=x']) {
    const answer = await fetch(url + path)
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'NOT_SET_UP' }])
  }
  expect(await (await fetch(`${url}/other`)).text()).toBe('other')
})

it('an address of no code at all is refused without asking, and never sent on or kept by anybody', async () => {
  const url = await serve('https://hub.example')
  for (const query of ['', `?code=${'x'.repeat(101)}`, '?code=a&code=b']) {
    const answer = await fetch(`${url}/sign-in/hand-over${query}`)
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual([
      400,
      'no-store',
      'no-referrer',
    ])
  }
})

it('an address that asks too often is told when to come again', async () => {
  const url = await serve('https://hub.example')
  const answers: Response[] = []
  for (let batch = 0; batch < 13; batch++)
    answers.push(
      ...(await Promise.all(
        Array.from({ length: signInRequestsPerMinute / 10 }, () => fetch(`${url}/sign-in/hand-over`)),
      )),
    )
  expect(answers[0]?.status).toBe(400)
  const refused = answers.find(({ status }) => status === 429)
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
})
