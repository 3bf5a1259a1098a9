import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { HubClient, type Json } from '../support/hub-client.ts'
import { newMachine } from '../support/machines.ts'
import { newParty, type Party } from '../support/parties.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let person: Party
let shop: Party
let rival: Party

const file = {
  kind: 'PERSON',
  address: { street: 'Shijo 1', postalCode: '600-8001', city: 'Kyoto', country: 'JP' },
  birthDate: '1971-03-17',
  telephone: '+81 75 123 4567',
  paymentMethods: [{ kind: 'BANK_ACCOUNT', name: 'Savings', reference: '1234567' }],
}

beforeAll(async () => {
  hub = await startTestHub()
  person = await newParty(hub.url, hub.admin, 'Hanako Aoki', ['BUYER'], { input: file })
  shop = await newParty(hub.url, hub.admin, 'Shop', ['SELLER'])
  rival = await newParty(hub.url, hub.admin, 'Rival', ['SELLER'])
})
afterAll(() => hub.close())

const fileAs = async (client: HubClient): Promise<Json> => (await client.run('MemberFile', { id: person.id })).member
const privacy = async (): Promise<Json> => (await person.client.run('Privacy')).viewer
const readings = async (): Promise<Json[]> => (await privacy()).personalReadings.edges.map(({ node }: Json) => node)

test('a merchant reads exactly the fields that were consented to, and each reading is on record', async () => {
  expect((await fileAs(shop.client)).personal).toBeNull()
  const { consent } = await person.client.must('GiveConsent', { merchantId: shop.id, fields: ['NAME', 'ADDRESS'] })
  const seen = await fileAs(shop.client)
  expect(seen.personal).toEqual({
    name: 'Hanako Aoki',
    address: { ...file.address, region: null },
    mail: null,
    birthDate: null,
    telephone: null,
    fax: null,
    paymentMethods: null,
  })
  expect(seen.name).toBe(seen.memberNumber)
  expect(await readings()).toMatchObject([{ actor: { id: shop.id }, fields: ['NAME', 'ADDRESS'], channel: null }])
  expect((await privacy()).consents.edges).toMatchObject([
    { node: { id: consent.id, merchant: { name: 'Shop' }, revokedAt: null } },
  ])
})

test('nobody else reads anything: other merchants, nobody in particular, machines without READ; its own reading is not told of', async () => {
  const before = await readings()
  const machine = await newMachine(shop, ['TRADE'])
  expect((await fileAs(rival.client)).personal).toBeNull()
  const query = 'query ($id: ID!) { member(id: $id) { personal { name } } }'
  for (const client of [new HubClient(hub.url), machine.client]) {
    const { data, errors } = await client.send(query, { id: person.id })
    expect([data?.member ?? null, errors?.length]).toEqual([null, 1])
  }
  expect((await fileAs(person.client)).personal).toMatchObject({ name: 'Hanako Aoki', birthDate: file.birthDate })
  expect(await readings()).toEqual(before)
})

test('an administrator reads all of it, on record', async () => {
  const before = await readings()
  expect((await fileAs(hub.admin)).personal).toMatchObject({ telephone: file.telephone, mail: expect.any(String) })
  expect((await readings()).length).toBe(before.length + 1)
})

test('a new consent takes the place of the one before; a revoked one gives nothing from then on', async () => {
  const { consent } = await person.client.must('GiveConsent', {
    merchantId: shop.id,
    fields: ['TELEPHONE', 'TELEPHONE'],
  })
  expect(consent.fields).toEqual(['TELEPHONE'])
  expect((await fileAs(shop.client)).personal).toMatchObject({ telephone: file.telephone, name: null, address: null })
  expect((await shop.client.act('RevokeConsent', { consentId: consent.id })).code).toBe('NOT_FOUND')
  await person.client.must('RevokeConsent', { consentId: consent.id })
  expect((await fileAs(shop.client)).personal).toBeNull()
  const given = (await privacy()).consents.edges.map(({ node }: Json) => node)
  expect(given).toHaveLength(2)
  expect(given.every(({ revokedAt }: Json) => revokedAt !== null)).toBe(true)
  await person.client.must('RevokeConsent', { consentId: consent.id })
})

test('consents that are given at once leave one that holds', async () => {
  const fields = [['NAME'], ['MAIL'], ['FAX'], ['BIRTH_DATE']]
  await Promise.all(fields.map((each) => person.client.must('GiveConsent', { merchantId: rival.id, fields: each })))
  const all = (await privacy()).consents.edges.map(({ node }: Json) => node)
  const holding = all.filter(({ merchant, revokedAt }: Json) => merchant.id === rival.id && revokedAt === null)
  expect(holding).toHaveLength(1)
  const { personal } = await fileAs(rival.client)
  const [field] = holding[0].fields
  expect(Object.values(personal).filter((value) => value !== null)).toHaveLength(field === 'FAX' ? 0 : 1)
})

test('a consent is for merchants that take part, and for fields that there are', async () => {
  const to = (merchantId: string, fields: string[] = ['NAME']) =>
    person.client.act('GiveConsent', { merchantId, fields })
  for (const merchantId of [person.id, randomUUID(), '00000000-0000-7000-8000-000000000001'])
    expect((await to(merchantId)).faults).toMatchObject([{ path: 'merchantId' }])
  expect((await to(shop.id, [])).faults).toMatchObject([{ path: 'fields' }])
  expect((await person.client.act('RevokeConsent', { consentId: randomUUID() })).code).toBe('NOT_FOUND')
})
