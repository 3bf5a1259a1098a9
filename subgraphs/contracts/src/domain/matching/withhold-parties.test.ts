import { expect, test } from '@jest/globals'
import { NO_TERMS } from './terms.ts'
import { withholdParties, withoutPartyValues } from './withhold-parties.ts'

const party = (name: string) => ({ identifiers: [{ scheme: 'ORG', value: `${name}-1` }], name })
const slot = (address: string) => ({ start: null, end: null, quantity: null, place: { identifiers: [], address } })
const terms = {
  ...NO_TERMS,
  buyer: party('Hanako'),
  seller: party('Shop'),
  deliveries: [slot('Shijo 1')],
  deliveryTerms: { incoterm: 'DDP', place: 'Shijo 2', special: null },
}

test('what names a person, and where its goods go, is taken out and given apart; the rest stays', () => {
  const { terms: left, buyer, seller } = withholdParties(terms, { buyer: true, seller: false })
  expect(JSON.stringify(left)).not.toMatch(/Hanako|Shijo/)
  expect([left.seller, seller]).toEqual([terms.seller, null])
  expect(buyer).toEqual({
    party: terms.buyer,
    places: ['Shijo 1', 'Shijo 2'].map((address) => ({ identifiers: [], address })),
  })
  expect(left.deliveryTerms.incoterm).toBe('DDP')
})

test('terms between firms stay as they are', () => {
  expect(withholdParties(terms, { buyer: false, seller: false })).toEqual({ terms, buyer: null, seller: null })
})

test('a report of differences loses the values that name a party, and no other', () => {
  const stated = { buyerValue: 'a', sellerValue: 'b', buyerNormalised: 'a', sellerNormalised: 'b' }
  const found = (path: string) => ({
    rule: 'allowances' as const,
    path,
    ...stated,
    tolerance: null,
    weight: 'MINOR' as const,
  })
  const [named, place, price] = withoutPartyValues([
    found('/buyer'),
    found('/lines/1/deliveries/0/place'),
    found('/lines/1/price'),
  ])
  expect([named?.buyerValue, place?.sellerNormalised, price?.buyerValue]).toEqual([null, null, 'a'])
})
