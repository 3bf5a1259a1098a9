import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Json } from '../support/hub-client.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let mailFolder: string
let publisher: Party
let seeker: Party
let other: Party

beforeAll(async () => {
  mailFolder = await mkdtemp(join(tmpdir(), 'mail-'))
  hub = await startTestHub({ MAIL_DIR: mailFolder })
  publisher = await newParty(hub.url, hub.admin, 'Publisher', ['BUYER'])
  seeker = await newParty(hub.url, hub.admin, 'Seeker', ['SELLER'])
  other = await newParty(hub.url, hub.admin, 'Other', ['SELLER'])
  await eventually(
    'the members to be known',
    () =>
      publisher.client.act('PublishOpportunity', {
        title: 'Known?',
        description: '-',
        visibleTo: [seeker.id, other.id],
      }),
    (answer) => answer.opportunity !== undefined,
  )
})
afterAll(async () => {
  await hub?.close()
  await rm(mailFolder, { recursive: true, force: true })
})

const publish = async (input: object): Promise<Json> =>
  (await publisher.client.must('PublishOpportunity', { description: '-', ...input })).opportunity
const search = async (party: Party, filter: object, further: object = {}): Promise<Json> =>
  (await party.client.run('Opportunities', { first: 100, filter, ...further })).opportunities
const titlesOf = (page: Json): string[] => page.edges.map((edge: Json) => edge.node.title)

test('search finds several languages, forgives typing errors, ranks, filters and counts', async () => {
  await publish({ title: 'Drehmaschinen gesucht', category: 'Werkzeug', region: 'Bayern', language: 'de' })
  await publish({ title: '旋盤を求む', description: '中古も可', category: '工具', language: 'ja' })
  await publish({ title: 'Lathe', description: 'A used lathe', category: 'Tools', region: 'Kansai', language: 'en' })
  await publish({
    title: 'Tools',
    description: 'Among them lathes',
    category: 'Tools',
    region: 'Kanto',
    language: 'en',
  })
  expect(titlesOf(await search(seeker, { text: 'Drehmaschine' }))).toEqual(['Drehmaschinen gesucht'])
  expect(titlesOf(await search(seeker, { text: '旋盤' }))).toEqual(['旋盤を求む'])
  expect(titlesOf(await search(seeker, { text: 'lathe' }))).toEqual(['Lathe', 'Tools'])
  expect(titlesOf(await search(seeker, { text: 'drehmashcinen' }))).toEqual(['Drehmaschinen gesucht'])
  const page = await search(seeker, { text: 'lathe' }, { first: 1 })
  expect(page).toMatchObject({
    pageInfo: { hasNextPage: true },
    facets: {
      matches: 2,
      capped: false,
      categories: [{ value: 'Tools', count: 2 }],
      regions: [{ count: 1 }, { count: 1 }],
    },
  })
  const next = await search(seeker, { text: 'lathe' }, { first: 1, after: page.pageInfo.endCursor })
  expect([titlesOf(next), next.pageInfo.hasNextPage]).toEqual([['Tools'], false])
  expect(titlesOf(await search(seeker, { text: 'lathe', region: 'kanto' }))).toEqual(['Tools'])
  expect(titlesOf(await search(seeker, { category: 'werkzeug' }))).toEqual(['Drehmaschinen gesucht'])
})

test('a match is pushed live with fields of other subgraphs, listed, and not lost while nobody listens', async () => {
  const { interest } = await seeker.client.must('RegisterInterest', {
    name: 'Pumps',
    criteria: { text: 'pump', category: 'Machines' },
  })
  const feed = seeker.client.subscribe('OpportunityMatched')
  await feed.until('the start', (event) => event.kind === 'FEED_STARTED')
  const pump = await publish({ title: 'Pumps for a mine', category: 'machines', language: 'en' })
  await publish({ title: 'Pumps for nobody', category: 'Machines', visibleTo: [other.id] })
  const told = await feed.until('the match', (event) => event.kind === 'NEW_MATCH')
  expect(told).toMatchObject({
    revision: 1,
    interests: [{ id: interest.id, name: 'Pumps' }],
    opportunity: { id: pump.id, title: 'Pumps for a mine', publisher: { name: 'Publisher' } },
  })
  feed.stop()
  await publisher.client.must('EditOpportunity', { opportunityId: pump.id, revision: 1, title: 'Pumps for two mines' })
  const second = await publish({ title: 'A pump', category: 'Machines' })
  const resumed = seeker.client.subscribe('OpportunityMatched', { after: told.cursor })
  await resumed.until('the second match', (event) => event.opportunity?.id === second.id)
  expect(resumed.events.map((event) => [event.kind, event.opportunity?.title])).toEqual([
    ['FEED_STARTED', undefined],
    ['MATCH_CHANGED', 'Pumps for two mines'],
    ['NEW_MATCH', 'A pump'],
  ])
  resumed.stop()
  const { viewer } = await seeker.client.run('OpportunityMatches', { first: 10 })
  expect(viewer.interests).toMatchObject([{ name: 'Pumps', paused: false }])
  expect(viewer.opportunityMatches.edges.map((edge: Json) => [edge.node.revision, edge.node.opportunity.id])).toEqual([
    [1, second.id],
    [2, pump.id],
    [1, pump.id],
  ])
  expect((await other.client.act('RemoveInterest', { interestId: interest.id })).code).toBe('NOT_FOUND')
  await seeker.client.must('EditInterest', { interestId: interest.id, paused: true })
})

test('a digest that is wanted at once is one mail to the member’s address, in its language', async () => {
  await other.client.must('RegisterInterest', { name: 'Glas', criteria: { text: 'glass' } })
  const { digestSchedule } = await other.client.must('SetDigestSchedule', {
    frequency: 'AT_ONCE',
    timeZone: 'Europe/Berlin',
    language: 'de',
  })
  expect(digestSchedule).toMatchObject({ frequency: 'AT_ONCE', timeZone: 'Europe/Berlin', language: 'de' })
  await publish({ title: 'Glass for a roof', budget: { amount: '99.90', currency: 'EUR' } })
  const mails: string[] = await eventually(
    'the mail',
    async () => {
      const names = await readdir(join(mailFolder, 'new')).catch(() => [])
      const all = await Promise.all(names.map((name) => readFile(join(mailFolder, 'new', name), 'utf8')))
      return all.filter((mail) => /^Message-ID: <digest\./im.test(mail))
    },
    (found) => found.length > 0,
  )
  expect(mails).toHaveLength(1)
  const [head = '', body = ''] = (mails[0] ?? '').split('\r\n\r\n')
  expect(head).toContain(`To: <${other.loginName}@example.org>`)
  expect(head).toContain('Content-Language: de')
  const text = Buffer.from(body, 'base64').toString()
  expect(text).toContain('1. Glass for a roof')
  expect(text).toContain('Budget: 99.90 EUR')
})
