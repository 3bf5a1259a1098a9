import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { HubClient, type Json } from '../support/hub-client.ts'
import { startMerchantSite, type MerchantSite } from '../support/outside.ts'
import { eventually, newParty, type Party } from '../support/parties.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let tea: Party
let steel: Party
let buyer: Party
let site: MerchantSite | null = null

beforeAll(async () => {
  hub = await startTestHub({ SITES_ALLOW_LOOPBACK: 'true' })
  tea = await newParty(hub.url, hub.admin, 'Tea House', ['SELLER'])
  steel = await newParty(hub.url, hub.admin, 'Steel Works', ['SELLER'])
  buyer = await newParty(hub.url, hub.admin, 'Buyer', ['BUYER'])
})
afterAll(async () => {
  await hub?.close()
  await site?.close()
})

const stated = (slug: string, further: object = {}) => ({
  slug,
  name: 'Aoki Tea',
  description: 'Green tea of Uji, 宇治の抹茶',
  languages: ['ja-JP', 'en'],
  ...further,
})
const publish = async (by: Party, slug: string, further: object = {}): Promise<Json> =>
  (await by.client.must('PublishShop', stated(slug, further))).shop
const slugs = async (variables: object, by = buyer): Promise<string[]> =>
  (await by.client.run('Shops', variables)).shops.edges.map(({ node }: Json) => node.slug)
const seen = async (by: Party, slug: string): Promise<Json> => (await by.client.run('Shop', { slug })).shop

test('a merchant’s shop is found by everybody who is signed in, with what its merchant offers and its own sites', async () => {
  const shop = await publish(tea, 'aoki-tea')
  expect(shop).toMatchObject({ slug: 'aoki-tea', languages: ['ja', 'en'], open: true, revision: 1, editedAt: null })
  const { opportunity } = await tea.client.must('PublishOpportunity', { title: 'Bowls wanted', description: 'For tea' })
  await tea.client.must('PublishOpportunity', {
    title: 'For a friend',
    description: 'Named',
    visibleTo: [steel.id],
  })
  site = await startMerchantSite(hub, tea)
  expect(await seen(buyer, 'aoki-tea')).toMatchObject({
    id: shop.id,
    merchant: {
      id: tea.id,
      name: 'Tea House',
      merchantSites: { edges: [{ node: { id: site.siteId, origin: site.url } }] },
    },
    opportunities: { edges: [{ node: { id: opportunity.id } }] },
    revisions: null,
  })
  const nobody = await new HubClient(hub.url).send('{ shops(first: 1) { edges { node { slug } } } }')
  expect(nobody.errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN')
})

test('shops are searched by words of any script and by language, and paged without gaps or doubles', async () => {
  await publish(steel, 'coils', { name: 'Steel coils', description: 'Hot rolled steel', languages: ['de'] })
  expect(await slugs({ text: '抹茶' })).toEqual(['aoki-tea'])
  expect(await slugs({ text: 'STEEL rolled' })).toEqual(['coils'])
  expect(await slugs({ text: 'tea -green' })).toEqual([])
  expect(await slugs({ text: '"' })).toEqual([])
  expect(await slugs({ language: 'de-AT' })).toEqual(['coils'])
  expect(await slugs({ language: 'fr' })).toEqual([])
  for (const slug of ['one-shop', 'two-shop', 'three-shop']) await publish(steel, slug)
  const all: string[] = []
  for (let after: string | null = null; ;) {
    const { shops } = await buyer.client.run('Shops', { first: 2, after })
    all.push(...shops.edges.map(({ node }: Json) => node.slug))
    if (!shops.pageInfo.hasNextPage) break
    after = shops.pageInfo.endCursor
  }
  expect(all).toEqual(['three-shop', 'two-shop', 'one-shop', 'coils', 'aoki-tea'])
})

test('an edit states anew what is given, and every state stays on record for its merchant alone', async () => {
  const shop = await publish(tea, 'edited')
  const edited = await tea.client.must('EditShop', { shopId: shop.id, revision: 1, name: 'Aoki & Daughter' })
  expect(edited.shop).toMatchObject({ revision: 2, name: 'Aoki & Daughter', description: shop.description })
  expect(await slugs({ text: 'daughter' })).toEqual(['edited'])
  const stale = await tea.client.act('EditShop', { shopId: shop.id, revision: 1, name: 'Lost' })
  expect(stale.code).toBe('STALE_REVISION')
  expect((await tea.client.must('EditShop', { shopId: shop.id, revision: 2, open: true })).shop.revision).toBe(2)
  expect((await seen(tea, 'edited')).revisions.edges.map(({ node }: Json) => [node.revision, node.name])).toEqual([
    [2, 'Aoki & Daughter'],
    [1, 'Aoki Tea'],
  ])
  expect((await seen(buyer, 'edited')).revisions).toBeNull()
  expect((await steel.client.act('EditShop', { shopId: shop.id, revision: 2, name: 'Mine' })).code).toBe('NOT_FOUND')
  const both = await Promise.all(
    ['A', 'B', 'C', 'D'].map((name) => tea.client.act('EditShop', { shopId: shop.id, revision: 2, name })),
  )
  expect(both.filter(({ code }) => code === 'STALE_REVISION')).toHaveLength(3)
})

test('a closed shop is not listed, and is found by its address; opened again it is listed', async () => {
  const shop = await publish(tea, 'closed', { name: 'Rarely', open: false })
  expect(await slugs({ text: 'rarely' })).toEqual([])
  expect(await seen(buyer, 'closed')).toMatchObject({ open: false })
  await tea.client.must('EditShop', { shopId: shop.id, revision: 1, open: true })
  expect(await slugs({ text: 'rarely' })).toEqual(['closed'])
})

test('shops are for merchants, each under a slug of its own, ten at most though many are asked for at once', async () => {
  expect((await buyer.client.act('PublishShop', stated('buyer'))).code).toBe('NOT_ALLOWED')
  for (const slug of ['ab', 'Upper', '1st', 'a--b', 'end-', 'ümlaut', 'a'.repeat(41)])
    expect((await tea.client.act('PublishShop', stated(slug))).faults).toMatchObject([{ path: 'slug' }])
  expect((await steel.client.act('PublishShop', stated('aoki-tea'))).faults).toMatchObject([{ path: 'slug' }])
  const faults = await tea.client.act('PublishShop', stated('more', { languages: ['no language'], name: '' }))
  expect(faults.faults.map(({ path }: Json) => path).toSorted()).toEqual(['languages.0', 'name'])
  const many = await newParty(hub.url, hub.admin, 'Many', ['SELLER'])
  const answers = await Promise.all(
    Array.from({ length: 14 }, (_, n) => many.client.act('PublishShop', stated(`many-${n}-shop`))),
  )
  expect(answers.filter(({ code }) => code === 'NOT_ALLOWED')).toHaveLength(4)
  const key = randomUUID()
  const input = { ...stated('once-only'), idempotencyKey: key }
  const [first, again] = [await tea.client.must('PublishShop', input), await tea.client.must('PublishShop', input)]
  expect(again.shop.id).toBe(first.shop.id)
})

test('the shop of a merchant that does not take part any more is gone for others', async () => {
  const leaving = await newParty(hub.url, hub.admin, 'Leaving', ['SELLER'])
  await publish(leaving, 'leaving', { name: 'Lastly' })
  await hub.admin.must('EraseMember', { memberId: leaving.id })
  await eventually(
    'the shop to be gone',
    () => slugs({ text: 'lastly' }),
    (found) => found.length === 0,
  )
  expect(await seen(buyer, 'leaving')).toBeNull()
})

test('states on record are never changed or removed', async () => {
  for (const change of ['update listings.shop_revision set open = true', 'delete from listings.shop_revision'])
    await expect(asOwner(hub.databaseUrl, (owner) => owner.query(change))).rejects.toThrow(/never changed/)
})
