import { expect, it } from '@jest/globals'
import { companyFor } from './card-route.ts'

const routes = new Map([
  ['visa', 'acme'],
  ['4017', 'gamma'],
  ['40', 'beta'],
  ['*', 'others'],
])

it.each([
  ['visa', '401711', 'gamma'],
  ['visa', '401111', 'beta'],
  ['visa', '451111', 'acme'],
  ['jcb', '352811', 'others'],
])('a %s card that begins with %s goes to %s', (brand, iin, company) => {
  expect(companyFor(routes, { brand, iin })).toBe(company)
})

it('a card of which nothing is said goes to nobody', () => {
  expect(companyFor(new Map([['visa', 'acme']]), { brand: 'jcb', iin: '352811' })).toBeNull()
})
