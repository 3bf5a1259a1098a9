import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { isExposed, metricsOf } from '../../gateway/src/telemetry/testing/metric-names.ts'
import type { Json } from '../support/hub-client.ts'
import { startCardCompany, type CardCompany } from '../support/outside.ts'
import { eventually, newParty } from '../support/parties.ts'
import { contractedThread, newTrade, reserve, type Trade } from '../support/story.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let acme: CardCompany
let trade: Trade
let cookie: string

beforeAll(async () => {
  acme = await startCardCompany('acme')
  hub = await startTestHub({ CARD_COMPANIES: `acme=${acme.url}` })
  trade = await newTrade(hub)
  cookie = await signedIn('admin', hub.environment['ADMIN_PASSWORD'] ?? '')
})
afterAll(async () => {
  await hub?.close()
  await acme?.close()
})

async function signedIn(loginName: string, password: string): Promise<string> {
  const response = await fetch(`${hub.url}/console`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ loginName, password, to: '/authorizations' }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

const look = (path: string, as = cookie) =>
  fetch(`${hub.url}${path}`, { redirect: 'manual', headers: as === '' ? {} : { cookie: as } })

const textOf = async (path: string): Promise<string> => (await look(path)).text()

const keyOf = (page: string, act: string): string => {
  const form = page.split('<form').find((each) => each.includes(`value="${act}"`)) ?? ''
  return /name="idempotencyKey" value="([^"]+)"/.exec(form)?.[1] ?? ''
}

/** Sends a form of the page of acme as a browser does. */
async function press(act: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const idempotencyKey = keyOf(await textOf('/authorizations/acme'), act)
  return fetch(`${hub.url}/authorizations/acme`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, ...headers },
    body: new URLSearchParams({ act, idempotencyKey, ...fields }),
  })
}

async function lane(): Promise<Json> {
  return (await hub.admin.run('AuthorizationLanes')).authorizationLanes.find((each: Json) => each.company === 'acme')
}

const acts = async (): Promise<Json[]> =>
  (await hub.admin.run('AuthorizationActs', { first: 50 })).authorizationActs.edges.map((edge: Json) => edge.node)

test('who has not signed in is asked to, and who is no operator sees nothing', async () => {
  expect((await look('/authorizations', '')).headers.get('location')).toBe('/console?to=/authorizations')
  const { loginName } = await newParty(hub.url, hub.admin, 'Curious', ['BUYER'])
  const member = await signedIn(loginName, 'correct horse battery')
  for (const path of ['/authorizations', '/authorizations/acme']) {
    const refused = await look(path, member)
    expect([refused.status, await refused.text()]).toEqual([403, expect.not.stringContaining('acme')])
  }
})

test('a company is held and released by buttons: what waits is shown, each act is on record with its reason', async () => {
  const page = await textOf('/authorizations')
  expect(page).toContain('nothing waits')
  expect(page).toMatch(/acme[^]*at once, at most 32 in flight/)
  const reason = 'Their <maintenance> tonight'
  const held = await press('stop', { reason })
  expect([held.status, held.headers.get('location')]).toEqual([303, '/authorizations/acme?done'])
  expect((await lane()).stopped).toBe(true)
  const card = { token: 'tok_approved_1', brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' }
  const method = { kind: 'CARD', name: 'acme', currency: 'JPY', card }
  const { paymentMethod } = await trade.buyer.client.must('RegisterPaymentMethod', method)
  await reserve(trade, (await contractedThread(trade)).threadId, paymentMethod.id)
  await eventually('the request to wait', lane, ({ waiting }) => waiting === 1)
  const shown = await textOf('/authorizations/acme?done')
  expect(shown).toContain('Done, and on record.')
  expect(shown).toMatch(/stopped by hand[^]*1 waiting, the oldest for \d+ s; 0 in flight/)
  expect(shown).toContain('Their &#60;maintenance&#62; tonight')
  expect(await acme.book()).toEqual([])
  expect((await press('resume', { reason: 'They are back' })).status).toBe(303)
  await eventually('the request to be answered', lane, ({ lastHour }) => lastHour.approved === 1)
  expect((await acts()).map((each) => [each.act, each.reason, each.by.name])).toEqual([
    ['RESUMED', 'They are back', 'Torihiki'],
    ['STOPPED', reason, 'Torihiki'],
  ])
})

test('the rule is changed by a form, by versions; what the API refuses is said in its words, and what was typed stays', async () => {
  const paced = { mode: 'PACED', perMinute: '90', from: '22:00', to: '06:00', timeZone: 'Asia/Tokyo' }
  expect((await press('schedule', paced)).status).toBe(303)
  expect((await lane()).schedule).toMatchObject({
    mode: 'PACED',
    perMinute: 90,
    own: true,
    offPeak: { from: '22:00', timeZone: 'Asia/Tokyo' },
  })
  expect(await textOf('/authorizations')).toContain('paced, 90 a minute, 22:00–06:00 Asia/Tokyo')
  const { version } = (await lane()).schedule
  for (const [fields, words] of [
    [{ ...paced, timeZone: 'Nowhere' }, 'offPeak.timeZone: It is not a time zone'],
    [{ ...paced, perMinute: 'ninety' }, 'ninety'],
    [{ ...paced, perMinute: '0' }, 'perMinute'],
    [{ ...paced, perMinute: '' }, 'Say how many are to leave in a minute'],
  ] as const) {
    const refused = await press('schedule', fields)
    const page = await refused.text()
    expect([refused.status, page]).toEqual([422, expect.stringContaining(words)])
    expect(page).toContain(`name="timeZone" size="10" maxlength="100" value="${fields.timeZone}"`)
  }
  expect((await lane()).schedule.version).toBe(version)
  expect((await press('schedule', { mode: 'AT_ONCE' })).status).toBe(303)
})

test('the page says what operators look for: held until when, paced at what, how many wait and since when, the breaker, and the results of the hour', async () => {
  const card = { token: 'tok_approved_1', brand: 'visa', lastFour: '4242', expiry: '2031-12', company: 'acme' }
  const method = { kind: 'CARD', name: 'acme', currency: 'JPY', card }
  const { paymentMethod } = await trade.buyer.client.must('RegisterPaymentMethod', method)
  const ask = async (count: number): Promise<void> => {
    const threads = await Promise.all(Array.from({ length: count }, () => contractedThread(trade)))
    await Promise.all(threads.map(({ threadId }) => reserve(trade, threadId, paymentMethod.id)))
  }
  const shows = (what: string, row: RegExp): Promise<Json> =>
    eventually(
      what,
      () => textOf('/authorizations'),
      (page) => row.test(page),
    )
  const figure = (cell: string): string => `<td class="n">${cell}</td>\\s*`
  const seen = (await lane()).lastHour.approved

  const hour = (ahead: number): string => new Date(Date.now() + ahead * 3_600_000).toISOString().slice(11, 13)
  await press('schedule', { mode: 'AT_ONCE', from: `${hour(3)}:00`, to: `${hour(4)}:00`, timeZone: 'UTC' })
  await ask(2)
  const opens = `held for its hours until <time[^>]*>[^<]*${hour(3)}:00`
  await shows(
    'what is held',
    new RegExp(`${opens}[^]*?${figure('2')}${figure('\\d+ s')}${figure('0')}${figure('0')}${figure('none')}`),
  )
  await press('schedule', { mode: 'PACED', perMinute: '1' })
  // One of the two leaves, the other has its minute to wait.
  await shows(
    'what is paced',
    new RegExp(`paced</span>[^]*?${figure('1')}${figure('\\d+ s')}${figure('0')}${figure('0')}${figure('1')}`),
  )
  await press('schedule', { mode: 'AT_ONCE' })
  await shows('the results', new RegExp(`nothing waits[^]*?${figure(`${seen + 2} / 0 / 0`)}`))
  await acme.control('down')
  await ask(6)
  await shows('the breaker', /breaker open until <time[^>]*>[^<]+<\/time>, [5-9] calls without answer/)
  await acme.control('up')
  await eventually('the company to be asked again', lane, ({ lastHour }) => lastHour.approved === seen + 8)
  await shows('all to be well', new RegExp(`nothing waits[^]*?${figure(`${seen + 8} / 0 / 0`)}`))
}, 120_000)

test('a form acts once, and only from our own page', async () => {
  const before = (await acts()).length
  const fields = { reason: 'Twice', idempotencyKey: keyOf(await textOf('/authorizations/acme'), 'stop') }
  expect([(await press('stop', fields)).status, (await press('stop', fields)).status]).toEqual([303, 303])
  expect(await acts()).toHaveLength(before + 1)
  const elsewhere = await press('resume', { reason: 'Theirs' }, { origin: 'https://elsewhere.example' })
  expect(elsewhere.status).toBe(403)
  const unknown = { reason: 'What?', idempotencyKey: keyOf(await textOf('/authorizations/acme'), 'resume') }
  expect((await press('erase', unknown)).status).toBe(400)
  const another = await signedIn('admin', hub.environment['ADMIN_PASSWORD'] ?? '')
  const theirs = keyOf(await (await look('/authorizations/acme', another)).text(), 'resume')
  const [random = '', proof = ''] = unknown.idempotencyKey.split('.')
  for (const idempotencyKey of [theirs, '', 'made up and long enough', random, `x${random}.${proof}`, `${random}.`]) {
    const forged = await press('resume', { reason: 'Forged', idempotencyKey })
    expect([forged.status, await forged.text()]).toEqual([403, expect.stringContaining('Open its page again')])
  }
  expect((await lane()).stopped).toBe(true)
  expect(await acts()).toHaveLength(before + 1)
})

test('authorization systems are shown with what they take, and set by forms, by versions', async () => {
  expect(await textOf('/authorizations')).toMatch(
    /Authorization systems[^]*first[^]*lives[^]*what its processes hold, one by one/,
  )
  const path = '/authorization-systems/first'
  const send = async (fields: Record<string, string>) =>
    fetch(`${hub.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({ idempotencyKey: keyOf(await textOf(path), fields['act'] ?? ''), ...fields }),
    })
  const capacity = { act: 'capacity', rank: '2', mostInFlight: '40', batchSize: '5', takesPart: 'on' }
  expect((await send(capacity)).status).toBe(303)
  expect((await send({ act: 'SHARE' })).status).toBe(303)
  const { authorizationSystems } = await hub.admin.run('AuthorizationSystems')
  expect(authorizationSystems).toMatchObject({
    rule: 'SHARE',
    systems: [{ name: 'first', rank: 2, mostInFlight: 40, batchSize: 5, takesPart: true, version: 1, alive: true }],
  })
  const refused = await send({ ...capacity, mostInFlight: '4' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('mostInFlight')])
  const { takesPart: _, ...without } = capacity
  expect((await send(without)).status).toBe(303)
  expect(await textOf('/authorizations')).toContain('lives, takes nothing new')
  expect(await textOf('/authorization-systems/never')).toContain('It was never seen')
  expect((await send({ act: 'capacity', takesPart: 'on' })).status).toBe(303)
  expect((await look(path, '')).headers.get('location')).toBe('/console?to=/authorizations')
})

const dashboardFile = (name: string): string =>
  readFileSync(new URL(`../../gateway/dashboards/${name}`, import.meta.url), 'utf8')

test('metrics tell the same a company, and the dashboard and the alerts read none that is not there', async () => {
  const scrape = await (await fetch(`${hub.url}/metrics`)).text()
  expect(scrape).toContain('torihiki_authorizations_stopped{company="acme"} 1')
  const { approved } = (await lane()).lastHour
  expect(approved).toBe(9)
  expect(scrape).toContain(`torihiki_authorizations_answered_last_hour{company="acme",result="approved"} ${approved}`)
  expect(scrape).toContain('torihiki_authorizations_waiting{company="acme"} 0')
  expect(scrape).not.toContain('torihiki_authorizations_pace_per_minute{')
  expect(scrape).toContain('torihiki_authorization_system_processes{system="first"} 1')
  const { panels } = JSON.parse(dashboardFile('torihiki-authorizations.json')) as {
    panels: { targets: { expr: string }[] }[]
  }
  const shown = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))
  const alerts = [...dashboardFile('torihiki-alerts.yml').matchAll(/^ +expr: (.+)$/gm)].map(([, expr = '']) => expr)
  expect([shown.length > 8, alerts.length]).toEqual([true, 10])
  for (const expression of [...shown, ...alerts]) {
    const metrics = metricsOf(expression)
    expect(metrics).not.toEqual([])
    expect(metrics.filter((metric) => !isExposed(scrape, metric))).toEqual([])
  }
  const documented = readFileSync(new URL('../../docs/watching.md', import.meta.url), 'utf8')
  for (const [, name = ''] of dashboardFile('torihiki-alerts.yml').matchAll(/- alert: (\w+)/g))
    expect(documented).toContain(`| ${name} |`)
})
