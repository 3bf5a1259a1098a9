import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import express from 'express'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { graphiqlPage, hubContent, plainContent } from './graphiql.ts'

let server: Server
let url = ''
let page = ''

beforeAll(async () => {
  const pages = express().get('/hub', graphiqlPage(hubContent)).get('/plain', graphiqlPage(plainContent))
  server = createServer(pages)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  page = await (await fetch(`${url}/hub`)).text()
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

it('the hub’s GraphiQL has a tab for every operation, subscribes by WebSocket and takes headers', () => {
  const files = readdirSync(new URL('../../../schema/operations/', import.meta.url))
  const given =
    /YogaGraphiQL\.renderYogaGraphiQL\(\s*window\.document\.querySelector\('#root'\),\s*(\{.*\}),?\s*\)/.exec(page)?.[1]
  const options = JSON.parse(given ?? '{}') as {
    defaultTabs: object[]
    headerEditorEnabled: boolean
    subscriptionsProtocol: string
  }
  expect(options.defaultTabs).toHaveLength(files.length + 1)
  expect(options).toMatchObject({ headerEditorEnabled: true, subscriptionsProtocol: 'WS' })
})

it('that of another supergraph names nothing of the hub', async () => {
  const plain = await (await fetch(`${url}/plain`)).text()
  expect(plain).not.toMatch(/Torihiki|\/console/)
  expect(plain).toContain('renderYogaGraphiQL')
})

describe('who is signed in', () => {
  /** Runs the page's own script with an API that answers so. Gives the words that it shows. */
  async function shown(answer: () => Promise<unknown>): Promise<string> {
    const script = /<script>((?:(?!<script>)[\s\S])*)<\/script>\s*<\/body>/.exec(page)?.[1] ?? ''
    let words = ''
    type Element = { textContent?: string; parts: Element[] }
    const said = (part: Element | string): string =>
      typeof part === 'string' ? part : `${part.textContent ?? ''}${part.parts.map(said).join('')}`
    const element = (): object => ({
      parts: [] as Element[],
      append(this: Element, ...parts: Element[]) {
        this.parts.push(...parts)
      },
      replaceChildren: (...parts: (Element | string)[]) => (words = parts.map(said).join('')),
    })
    const document = { getElementById: element, createElement: element }
    runInNewContext(script, { document, fetch: async () => ({ json: answer }) })
    return waitFor(() => words, { timeoutMs: 2_000, everyMs: 5, what: 'the page to say it' })
  }

  it.each([
    ['Signed in as Acme (MEMBER). Sign out', { data: { viewer: { member: { name: 'Acme', roles: ['MEMBER'] } } } }],
    ['Not signed in. Sign in', { data: null, errors: [{ message: 'Sign in first.' }] }],
  ])('is shown: %s', async (words, answer) => {
    expect(await shown(async () => answer)).toBe(words)
  })

  it('is not known when the API does not answer, and that is said', async () => {
    expect(await shown(() => Promise.reject(new Error('no JSON')))).toBe('The API does not answer. Sign in')
  })
})
