import type { Address, PersonalDetails, PersonalField } from './personal.ts'

/** The longest address of a site that is taken. */
export const longestSiteUri = 2_000
/** How many addresses a site may have to which members come back: one each for its languages or shops. */
export const mostRedirectUris = 10

/** What is wrong with an input field. */
type Fault = { path: string; message: string }

const loopback = /^(?:127\.0\.0\.1|\[::1\]|localhost)$/

/** What is wrong with an address of a site, or null. @param allowLoopback for development and tests: http on this machine is taken */
function faultOfUri(text: string, allowLoopback: boolean): string | null {
  const url = URL.parse(text)
  if (!url) return 'It must be a URL such as https://shop.example/back.'
  if (url.protocol !== 'https:' && !(allowLoopback && url.protocol === 'http:' && loopback.test(url.hostname)))
    return 'It must begin with https://.'
  if (url.username !== '' || url.password !== '') return 'It must hold no login name and no password.'
  if (text.includes('#')) return 'It must hold no fragment (#…).'
  if (text.includes('*')) return 'It is taken as it stands: it must hold no placeholder (*).'
  return null
}

/**
 * What is wrong with the addresses of a merchant's site (B22): each is compared letter by letter later on, and all are of one host, so that
 * a member is never led to a third one.
 */
export function siteFaults(
  { redirectUris, initiateLoginUri }: { redirectUris: readonly string[]; initiateLoginUri: string },
  allowLoopback: boolean,
): Fault[] {
  const stated = [
    { path: 'initiateLoginUri', text: initiateLoginUri },
    ...redirectUris.map((text, at) => ({ path: `redirectUris.${at}`, text })),
  ]
  const faults = stated.flatMap(({ path, text }) => {
    const message = faultOfUri(text, allowLoopback)
    return message === null ? [] : [{ path, message }]
  })
  if (faults.length > 0) return faults
  const host = new URL(initiateLoginUri).host
  return stated
    .filter(({ text }) => new URL(text).host !== host)
    .map(({ path }) => ({ path, message: `It must be of the host ${host}, as initiateLoginUri is.` }))
}

/** Which fields of the member file a scope of OpenID Connect stands for. */
const fieldsOfScope: Readonly<Record<string, readonly PersonalField[]>> = {
  profile: ['NAME', 'BIRTH_DATE'],
  email: ['MAIL'],
  address: ['ADDRESS'],
  phone: ['TELEPHONE'],
}

/** The fields that a site reads: asked for by a scope, and consented to (B17). */
export function fieldsToClaim(scopes: readonly string[], consented: readonly PersonalField[]): PersonalField[] {
  return scopes.flatMap((scope) => (fieldsOfScope[scope] ?? []).filter((field) => consented.includes(field)))
}

/** The claims of OpenID Connect that these fields give. What is not on file is left out. */
export function claimsOf(details: PersonalDetails, fields: readonly PersonalField[]): Record<string, unknown> {
  const all: Partial<Record<PersonalField, Record<string, unknown>>> = {
    NAME: { name: details.name },
    BIRTH_DATE: { birthdate: details.birthDate },
    MAIL: { email: details.mail },
    ADDRESS: { address: details.address && addressClaim(details.address) },
    TELEPHONE: { phone_number: details.telephone },
  }
  const given = fields.flatMap((field) => Object.entries(all[field] ?? {}))
  return Object.fromEntries(given.filter(([, value]) => value !== null))
}

function addressClaim({ street, postalCode, city, region, country }: Address): Record<string, string> {
  const claim = { street_address: street, postal_code: postalCode, locality: city, region, country }
  return Object.fromEntries(Object.entries(claim).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}
