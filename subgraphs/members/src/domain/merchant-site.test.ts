import { expect, it } from '@jest/globals'
import { claimsOf, fieldsToClaim, siteFaults } from './merchant-site.ts'

const details = {
  name: 'Hanako Aoki',
  mail: 'hanako@example.org',
  address: { street: 'Shijo 1', postalCode: null, city: 'Kyoto', region: null, country: 'JP' },
  birthDate: null,
  telephone: '+81 75 123 4567',
  fax: '+81 75 123 4568',
  paymentMethods: [{ kind: 'BANK_ACCOUNT', name: 'Savings', reference: '1' }],
}

it('a site reads what its scopes ask for and the member consented to, and never what no scope stands for', () => {
  expect(fieldsToClaim(['openid', 'profile', 'address'], ['NAME', 'MAIL', 'FAX', 'PAYMENT_METHODS'])).toEqual(['NAME'])
  expect(fieldsToClaim(['openid', 'email', 'unheard-of'], ['MAIL'])).toEqual(['MAIL'])
  expect(fieldsToClaim(['profile'], [])).toEqual([])
})

it('what is not on file is left out of the claims', () => {
  expect(claimsOf(details, ['NAME', 'BIRTH_DATE', 'ADDRESS', 'TELEPHONE', 'MAIL'])).toEqual({
    name: 'Hanako Aoki',
    address: { street_address: 'Shijo 1', locality: 'Kyoto', country: 'JP' },
    phone_number: '+81 75 123 4567',
    email: 'hanako@example.org',
  })
  expect(claimsOf(details, [])).toEqual({})
})

it.each([
  ['https://shop.example/start', ['https://shop.example/back'], false, []],
  ['https://shop.example/start', ['https://shop.example:444/back'], false, ['redirectUris.0']],
  ['http://127.0.0.1:80/start', ['http://127.0.0.1:80/back'], false, ['initiateLoginUri', 'redirectUris.0']],
  ['http://127.0.0.1:81/start', ['http://127.0.0.1:81/back'], true, []],
  ['http://shop.example/start', ['https://shop.example/back'], true, ['initiateLoginUri']],
  ['https://shop.example/start', ['https://shop.example/#'], false, ['redirectUris.0']],
  ['no url', ['https://shop.example/*'], false, ['initiateLoginUri', 'redirectUris.0']],
])('the addresses %s and %s, loopback %s: faults at %s', (initiateLoginUri, redirectUris, loopback, paths) => {
  expect(siteFaults({ initiateLoginUri, redirectUris }, loopback).map(({ path }) => path)).toEqual(paths)
})
