import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { supergraphSdl } from '@torihiki/schema'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

const file = join(mkdtempSync(join(tmpdir(), 'supergraph-')), 'supergraph.graphql')
const patience = { timeoutMs: 20_000, everyMs: 50 }

let hub: TestHub

beforeAll(async () => {
  writeFileSync(file, supergraphSdl())
  hub = await startTestHub({ SUPERGRAPH: file })
})

afterAll(() => hub?.close())

type Served = { generation: number; fault: string | null }

async function served(): Promise<Served> {
  const { supergraph } = (await (await fetch(`${hub.url}/health/ready`)).json()) as { supergraph: Served }
  return supergraph
}

/** Puts another file in the place of the supergraph, as deployments do. */
function replace(text: string): void {
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}

const motto = async (): Promise<string | undefined> =>
  (await hub.admin.send('{ __type(name: "Viewer") { description } }')).data?.__type?.description

test('the hub serves a supergraph that takes the place of the one before, and drops nobody’s request', async () => {
  expect(await served()).toMatchObject({ generation: 1, fault: null })
  let [asked, on] = [0, true]
  const wrong: unknown[] = []
  const clients = Array.from({ length: 3 }, async () => {
    for (; on; asked++) {
      const { status, errors } = await hub.admin.send('query Asked { viewer { member { name roles } } }')
      if (status !== 200 || errors) wrong.push({ status, errors })
    }
  })
  await waitFor(() => asked > 20, { ...patience, what: 'requests' })
  replace(supergraphSdl().replace(/("""[^"]*"""\n)?type Viewer\b/, '"""Described anew."""\ntype Viewer'))
  await waitFor(async () => (await served()).generation === 2, { ...patience, what: 'the new supergraph' })
  expect(await motto()).toBe('Described anew.')
  on = false
  await Promise.all(clients)
  expect(wrong).toEqual([])
})

test('one that cannot be used changes nothing: health says why, and SIGHUP tries again', async () => {
  const good = readFileSync(file, 'utf8')
  const { generation } = await served()
  replace(good.replace('type Viewer', 'type Watcher'))
  const { fault } = await waitFor(async () => ((await served()).fault ? served() : null), {
    ...patience,
    what: 'a fault',
  })
  expect(fault).toContain('Viewer')
  expect((await served()).generation).toBe(generation)
  expect(await motto()).toBe('Described anew.')
  replace(`${good}\n# mended\n`)
  hub.processes.find(({ name }) => name === 'hub' || name === 'gateway')?.child.kill('SIGHUP')
  await waitFor(async () => (await served()).generation === generation + 1, { ...patience, what: 'the mended one' })
  expect((await served()).fault).toBeNull()
})

test('one of other subgraphs is refused: the hub reaches its own alone', async () => {
  const good = readFileSync(file, 'utf8')
  replace(good.replace('name: "listings"', 'name: "lists"'))
  const { fault } = await waitFor(async () => ((await served()).fault ? served() : null), {
    ...patience,
    what: 'a fault',
  })
  expect(fault).toBe('The supergraph names lists, which this gateway does not reach.')
  replace(good)
  await waitFor(async () => (await served()).fault === null, { ...patience, what: 'the fault to be gone' })
})
