import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Browser, type Visit } from '../support/browser.ts'
import { HubClient, type Json } from '../support/hub-client.ts'
import { newMachine } from '../support/machines.ts'
import { startMerchantSite, type MerchantSite } from '../support/outside.ts'
import { eventually, newParty, signIn, type Party } from '../support/parties.ts'
import { asOwner } from '../support/test-database.ts'
import { startTestHub, type TestHub } from '../support/test-hub.ts'

let hub: TestHub
let person: Party
let shop: Party
let rival: Party
let site: MerchantSite
let rivalSite: MerchantSite

const file = {
  kind: 'PERSON',
  address: { street: 'Shijo 1', postalCode: '600-8001', city: 'Kyoto', country: 'JP' },
  birthDate: '1971-03-17',
  telephone: '+81 75 123 4567',
}

beforeAll(async () => {
  hub = await startTestHub({ SITES_ALLOW_LOOPBACK: 'true', LOG_LEVEL: 'info' })
  person = await newParty(hub.url, hub.admin, 'Hanako Aoki', ['BUYER'], { input: file })
  shop = await newParty(hub.url, hub.admin, 'Shop', ['SELLER'])
  rival = await newParty(hub.url, hub.admin, 'Rival', ['SELLER'])
  site = await startMerchantSite(hub, shop)
  rivalSite = await startMerchantSite(hub, rival)
})
afterAll(async () => {
  await hub?.close()
  await Promise.all([site?.close(), rivalSite?.close()])
})

const address = async (client: HubClient, to: MerchantSite): Promise<string> =>
  hub.url + (await client.must('HandOver', { siteId: to.siteId })).path
/** The member goes over, in a browser of its own. */
const goOver = async (client: HubClient, to: MerchantSite, browser = new Browser()): Promise<Json> => {
  await browser.visit(await address(client, to))
  return (await to.book()).at(-1)
}
const userinfo = (token: string): Promise<Response> =>
  fetch(`${hub.url}/sign-in/userinfo`, { headers: { authorization: `Bearer ${token}` } })
const verifier = randomBytes(32).toString('base64url')
const challenge = createHash('sha256').update(verifier).digest('base64url')

/** A request as a site makes it, with what a test bends. */
const request = (changed: Record<string, string | null> = {}, to = site): string => {
  const url = new URL(`${hub.url}/sign-in/authorize`)
  const usual = {
    client_id: to.siteId,
    redirect_uri: to.redirectUri,
    response_type: 'code',
    scope: 'openid profile',
    state: 'a state',
    nonce: 'a nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries({ ...usual, ...changed }))
    if (value !== null) url.searchParams.set(name, value)
  return url.href
}
/** What a site is told when a browser with a ticket makes a request: the parameters of the redirect, or the page. */
const ask = async (changed: Record<string, string | null> = {}, to = site, by = person.client): Promise<Visit> => {
  const browser = new Browser()
  await browser.visit(await address(by, to), `${to.url}/start`)
  return browser.visit(request(changed, to), to.redirectUri)
}
const told = ({ url }: Visit): Record<string, string> => Object.fromEntries(new URL(url).searchParams)
const exchange = async (
  code: string,
  changed: Record<string, string> = {},
  by: Pick<MerchantSite, 'siteId' | 'secret'> = site,
) => {
  const form = { grant_type: 'authorization_code', code, redirect_uri: site.redirectUri, code_verifier: verifier }
  const response = await fetch(`${hub.url}/sign-in/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${by.siteId}:${by.secret}`).toString('base64')}` },
    body: new URLSearchParams({ ...form, ...changed }),
  })
  return { status: response.status, body: (await response.json()) as Json }
}
const codeOf = async (changed: Record<string, string | null> = {}): Promise<string> =>
  told(await ask(changed))['code'] ?? ''
const moveClock = (sql: string): Promise<unknown> => asOwner(hub.databaseUrl, (owner) => owner.query(sql))

test('a signed-in member gets to a merchant’s site without a log-in; without consent the site learns a name for it and nothing else', async () => {
  const entry = await goOver(person.client, site)
  expect(entry).toMatchObject({ fault: null, told: { sub: entry.sub } })
  expect(Object.keys(entry.told)).toEqual(['sub'])
  expect(JSON.stringify(entry)).not.toContain(person.id)
})

test('the site knows it again by the same name, and another merchant by another', async () => {
  const [first, again] = [await goOver(person.client, site), await goOver(person.client, site)]
  const elsewhere = await goOver(person.client, rivalSite)
  expect([again.fault, elsewhere.fault]).toEqual([null, null])
  expect(again.sub).toBe(first.sub)
  expect(elsewhere.sub).not.toBe(first.sub)
})

test('with consent the site gets exactly the fields consented to and asked for, each reading on record as the merchant’s', async () => {
  const { consent } = await person.client.must('GiveConsent', {
    merchantId: shop.id,
    fields: ['NAME', 'ADDRESS', 'FAX'],
  })
  const entry = await goOver(person.client, site)
  expect(entry.told).toEqual({
    sub: entry.sub,
    name: 'Hanako Aoki',
    address: { street_address: 'Shijo 1', postal_code: '600-8001', locality: 'Kyoto', country: 'JP' },
  })
  const { personalReadings } = (await person.client.run('Privacy')).viewer
  expect(personalReadings.edges[0].node).toMatchObject({ actor: { id: shop.id }, fields: ['NAME', 'ADDRESS'] })
  await site.control('scope openid address')
  expect(Object.keys((await goOver(person.client, site)).told).toSorted()).toEqual(['address', 'sub'])
  await site.control('scope openid profile email address phone')
  expect(Object.keys((await goOver(person.client, rivalSite)).told)).toEqual(['sub'])
  await person.client.must('RevokeConsent', { consentId: consent.id })
})

test('a revoked consent ends what was made under it: no tokens, no userinfo; the next time nothing personal is given', async () => {
  const { consent } = await person.client.must('GiveConsent', { merchantId: shop.id, fields: ['NAME'] })
  const [{ accessToken }, code] = [await goOver(person.client, site), await codeOf()]
  expect((await userinfo(accessToken)).status).toBe(200)
  await person.client.must('RevokeConsent', { consentId: consent.id })
  expect((await userinfo(accessToken)).status).toBe(401)
  expect((await exchange(code)).body.error).toBe('invalid_grant')
  const after = await goOver(person.client, site)
  expect([after.fault, Object.keys(after.told)]).toEqual([null, ['sub']])
})

test('logging out ends it: no tokens, no userinfo, and what was handed over but not used is over', async () => {
  const guest = new HubClient(hub.url)
  const session = await guest.must('LogIn', { loginName: person.loginName, password: 'correct horse battery' })
  guest.token = session.accessToken
  const { accessToken } = await goOver(guest, site)
  const code = told(await ask({}, site, guest))['code'] ?? ''
  const waiting = await address(guest, site)
  await guest.must('LogOut', { refreshToken: session.refreshToken })
  expect((await userinfo(accessToken)).status).toBe(401)
  expect((await exchange(code)).body.error).toBe('invalid_grant')
  expect((await new Browser().visit(waiting)).status).toBe(400)
})

test('a member that is suspended is known at no site any more, and passed on to none', async () => {
  const leaving = await newParty(hub.url, hub.admin, 'Leaving', ['BUYER'])
  const { accessToken } = await goOver(leaving.client, site)
  await moveClock(`update members.member set status = 'SUSPENDED' where id = '${leaving.id}'`)
  expect((await userinfo(accessToken)).status).toBe(401)
  expect((await leaving.client.act('HandOver', { siteId: site.siteId })).code).toBe('MEMBER_NOT_ACTIVE')
})

test('the address works once: of many that open it at the same time one gets through', async () => {
  const target = await address(person.client, site)
  const visits = await Promise.all(Array.from({ length: 8 }, () => new Browser().visit(target, `${site.url}/start`)))
  expect(visits.filter(({ status }) => status === 0)).toHaveLength(1)
  expect(visits.filter(({ status }) => status === 400)).toHaveLength(7)
})

test('the address holds for a minute, and what it gives for five', async () => {
  const target = await address(person.client, site)
  await moveClock(
    `update members.hand_over set expires_at = expires_at - interval '60 seconds' where opened_at is null`,
  )
  const late = await new Browser().visit(target)
  expect([late.status, late.text]).toEqual([400, expect.stringContaining('Go back to the hub')])
  const browser = new Browser()
  await browser.visit(await address(person.client, site), `${site.url}/start`)
  await moveClock(`update members.hand_over set expires_at = expires_at - interval '300 seconds' where used_at is null`)
  expect(told(await browser.visit(request(), site.redirectUri))['error']).toBe('login_required')
})

test('the same request sent again gives the address no second time, and a new key gives a new one', async () => {
  const input = { siteId: site.siteId, idempotencyKey: randomUUID() }
  const first = await person.client.must('HandOver', input)
  expect(first.path).toMatch(/^\/sign-in\/hand-over\?code=[\w-]{43}$/)
  expect((await person.client.must('HandOver', input)).path).toBeNull()
})

test('who was not passed on is nobody at the site, and who was passed on to one site is nobody at another', async () => {
  expect(told(await new Browser().visit(request(), site.redirectUri))).toMatchObject({
    error: 'login_required',
    state: 'a state',
  })
  const browser = new Browser()
  await browser.visit(await address(person.client, rivalSite), `${rivalSite.url}/start`)
  expect(told(await browser.visit(request(), site.redirectUri))['error']).toBe('login_required')
  const used = new Browser()
  await goOver(person.client, site, used)
  expect(told(await used.visit(request(), site.redirectUri))['error']).toBe('login_required')
})

test('a redirect address that was not registered is never gone to', async () => {
  for (const redirect of [
    'https://evil.example/back',
    `${site.redirectUri}/more`,
    `${site.redirectUri}?next=https://evil.example`,
    `${site.url}.evil.example/back`,
    rivalSite.redirectUri,
  ]) {
    const visit = await ask({ redirect_uri: redirect })
    expect([visit.status, new URL(visit.url).origin]).toEqual([400, hub.url])
    expect(visit.text).toContain('invalid_redirect_uri')
  }
})

test('nothing goes without PKCE by S256', async () => {
  const missing = { code_challenge: null, code_challenge_method: null }
  const plain = { code_challenge: verifier, code_challenge_method: 'plain' }
  for (const changed of [missing, plain, { code_challenge_method: null }])
    expect(told(await ask(changed))).toMatchObject({ error: 'invalid_request' })
  const code = await codeOf()
  const wrong = await exchange(code, { code_verifier: randomBytes(32).toString('base64url') })
  expect([wrong.status, wrong.body.error]).toEqual([400, 'invalid_grant'])
})

test('no other flow is there: no tokens in addresses, no refreshing, no asking again for a longer stay', async () => {
  for (const type of ['id_token', 'token', 'code id_token', 'none']) {
    const { url } = await ask({ response_type: type })
    expect(url).toContain('error=unsupported_response_type')
  }
  const { body } = await exchange(await codeOf({ scope: 'openid profile offline_access', prompt: 'login' }))
  expect([body.refresh_token, body.token_type]).toEqual([undefined, 'Bearer'])
})

test('a code works once: the second use ends what the first got, also when both come at the same time', async () => {
  const code = await codeOf()
  const first = await exchange(code)
  expect([first.status, (await userinfo(first.body.access_token)).status]).toEqual([200, 200])
  expect((await exchange(code)).body.error).toBe('invalid_grant')
  expect((await userinfo(first.body.access_token)).status).toBe(401)
  const other = await codeOf()
  const both = await Promise.all(Array.from({ length: 6 }, () => exchange(other)))
  const got = both.filter(({ status }) => status === 200)
  expect(got.length).toBeLessThanOrEqual(1)
  for (const { body } of got) expect((await userinfo(body.access_token)).status).toBe(401)
})

test('a code is for the site that it was given to, with its secret and its address, and for a minute', async () => {
  const code = await codeOf()
  expect((await exchange(code, {}, rivalSite)).body.error).toBe('invalid_grant')
  const forged = await exchange(code, {}, { siteId: site.siteId, secret: rivalSite.secret })
  expect([forged.status, forged.body.error]).toEqual([401, 'invalid_client'])
  const nobody = await exchange(code, {}, { siteId: randomUUID(), secret: site.secret })
  expect([nobody.status, nobody.body.error]).toEqual([401, 'invalid_client'])
  expect((await exchange(code, { redirect_uri: rivalSite.redirectUri })).body.error).toBe('invalid_grant')
  expect((await exchange(code)).status).toBe(200)
  const late = await codeOf()
  await moveClock(`update members.sign_in_record set expires_at = now() where kind = 'AuthorizationCode'`)
  expect((await exchange(late)).body.error).toBe('invalid_grant')
})

test('a site that began nothing lets nobody in: a state that is not its own, a code of another browser', async () => {
  const begun = new Browser()
  const target = await address(person.client, site)
  const { url } = await begun.visit(target, site.redirectUri)
  const tampered = new URL(url)
  tampered.searchParams.set('state', 'another state')
  expect((await begun.visit(tampered.href)).status).toBe(403)
  expect((await new Browser().visit(url)).status).toBe(403)
  expect((await site.book()).at(-1).sub).toBeNull()
})

test('a revoked site ends at once, for its merchant and administrators alone', async () => {
  const own = await startMerchantSite(hub, shop)
  try {
    const [{ accessToken }, waiting] = [await goOver(person.client, own), await address(person.client, own)]
    expect((await rival.client.act('RevokeMerchantSite', { siteId: own.siteId })).code).toBe('NOT_FOUND')
    expect((await userinfo(accessToken)).status).toBe(200)
    await shop.client.must('RevokeMerchantSite', { siteId: own.siteId })
    expect((await userinfo(accessToken)).status).toBe(401)
    expect((await new Browser().visit(waiting)).status).toBe(400)
    expect((await new Browser().visit(request({}, own))).text).toContain('invalid_client')
    expect((await person.client.act('HandOver', { siteId: own.siteId })).code).toBe('NOT_FOUND')
    expect((await hub.admin.act('ApproveMerchantSite', { siteId: own.siteId })).code).toBe('WRONG_STATE')
  } finally {
    await own.close()
  }
})

test('sites are registered by merchants, with addresses of one host, and approved before anybody is passed on', async () => {
  const input = (changed: object = {}) => ({
    name: 'Next',
    initiateLoginUri: 'https://next.example/start',
    redirectUris: ['https://next.example/back'],
    ...changed,
  })
  const refused = async (changed: object): Promise<string[]> =>
    (await shop.client.act('RegisterMerchantSite', input(changed))).faults.map(({ path }: Json) => path)
  expect(await refused({ redirectUris: ['http://next.example/back'] })).toEqual(['redirectUris.0'])
  expect(await refused({ redirectUris: ['https://next.example/back#x'] })).toEqual(['redirectUris.0'])
  expect(await refused({ redirectUris: ['https://*.example/back'] })).toEqual(['redirectUris.0'])
  expect(await refused({ redirectUris: ['https://a:b@next.example/back'] })).toEqual(['redirectUris.0'])
  expect(await refused({ redirectUris: ['https://next.example/back', 'https://other.example'] })).toEqual([
    'redirectUris.1',
  ])
  expect(await refused({ redirectUris: [] })).toEqual(['redirectUris'])
  expect(await refused({ initiateLoginUri: 'javascript:alert(1)' })).toEqual(['initiateLoginUri'])
  expect((await person.client.act('RegisterMerchantSite', input())).code).toBe('NOT_ALLOWED')
  const { merchantSite, secret } = await shop.client.must('RegisterMerchantSite', input())
  expect([merchantSite.status, secret]).toEqual(['REQUESTED', expect.stringMatching(/^[\w-]{43}$/)])
  expect((await person.client.act('HandOver', { siteId: merchantSite.id })).code).toBe('NOT_FOUND')
  expect((await shop.client.act('ApproveMerchantSite', { siteId: merchantSite.id })).code).toBe('NOT_ALLOWED')
  const listed = async (client: HubClient, variables: object): Promise<Json[]> =>
    (await client.run('MerchantSites', variables)).merchantSites.edges.map(({ node }: Json) => node)
  expect((await listed(hub.admin, { status: 'REQUESTED' })).map(({ id }) => id)).toEqual([merchantSite.id])
  expect(await listed(person.client, { status: 'REQUESTED', text: 'next' })).toEqual([])
  await hub.admin.must('ApproveMerchantSite', { siteId: merchantSite.id })
  expect(await listed(person.client, { text: 'NEXT.example' })).toMatchObject([
    {
      id: merchantSite.id,
      status: 'APPROVED',
      origin: 'https://next.example',
      redirectUris: null,
      merchant: { name: 'Shop' },
    },
  ])
})

test('neither machines nor operators are passed on in a member’s name, nor is a session that has ended', async () => {
  const machine = await newMachine(person, ['READ', 'TRADE'])
  expect((await machine.client.act('HandOver', { siteId: site.siteId })).code).toBe('NOT_ALLOWED')
  const { accessToken } = await hub.admin.must('ActFor', { memberId: person.id, channel: 'TELEPHONE' })
  const operator = new HubClient(hub.url, accessToken)
  expect((await operator.act('HandOver', { siteId: site.siteId })).code).toBe('NOT_ALLOWED')
  expect((await new HubClient(hub.url).act('HandOver', { siteId: site.siteId })).code).toBe('NOT_SIGNED_IN')
})

test('discovery tells what there is, whatever host a client says it asks', async () => {
  const { issuer, ...found } = (await (
    await fetch(`${hub.url}/.well-known/openid-configuration`, { headers: { 'x-forwarded-host': 'evil.example' } })
  ).json()) as Json
  expect(issuer).toBe(hub.url)
  expect(JSON.stringify(found)).not.toContain('evil')
  expect(found).toMatchObject({
    authorization_endpoint: `${hub.url}/sign-in/authorize`,
    jwks_uri: `${hub.url}/sign-in/keys`,
    code_challenge_methods_supported: ['S256'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['ES256'],
    grant_types_supported: ['authorization_code'],
  })
})

test('keys are published without their secrets', async () => {
  const keys = async (): Promise<Json[]> => ((await (await fetch(`${hub.url}/sign-in/keys`)).json()) as Json).keys
  expect(await keys()).toMatchObject([{ kty: 'EC', crv: 'P-256', use: 'sig', alg: 'ES256', kid: expect.any(String) }])
  expect(Object.keys((await keys())[0])).not.toContain('d')
})

test('no secret is in the database or in the log', async () => {
  const path = (await person.client.must('HandOver', { siteId: site.siteId })).path
  const code = new URL(path, hub.url).searchParams.get('code') ?? 'nothing'
  const { accessToken } = await goOver(person.client, site)
  const dump = await asOwner(hub.databaseUrl, async (owner) => {
    const tables = ['hand_over', 'merchant_site', 'sign_in_record', 'sign_in_key', 'idempotency', 'audit_entry']
    const rows = await Promise.all(
      tables.map(async (name) => (await owner.query(`select * from members.${name}`)).rows),
    )
    return JSON.stringify(rows)
  })
  const log = hub.processes.map(({ output }) => output()).join('\n')
  for (const secret of [code, accessToken, site.secret])
    expect([dump.includes(secret), log.includes(secret)]).toEqual([false, false])
  expect(log).toContain('A member is passed on to a site.')
})

test('a member that is erased is not found again by the name that a merchant had for it', async () => {
  const leaving = await newParty(hub.url, hub.admin, 'Erased soon', ['BUYER'])
  const { sub, accessToken } = await goOver(leaving.client, site)
  await hub.admin.must('EraseMember', { memberId: leaving.id })
  expect((await userinfo(accessToken)).status).toBe(401)
  await expect(signIn(hub.url, leaving.loginName)).rejects.toThrow()
  const known = await eventually(
    'the name to be forgotten',
    async () =>
      asOwner(hub.databaseUrl, (owner) => owner.query('select 1 from members.site_subject where subject = $1', [sub])),
    ({ rows }) => rows.length === 0,
  )
  expect(known.rows).toEqual([])
})
