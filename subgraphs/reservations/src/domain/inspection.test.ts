import { describe, expect, it } from '@jest/globals'
import { acceptedBy, capacityOf, type InspectionAgreement, type InspectionParty } from './inspection.ts'

const agreed = (inspectionBy: InspectionParty[], carrierId: string | null = 'carrier'): InspectionAgreement => ({
  buyerId: 'buyer',
  sellerId: 'seller',
  inspectionBy,
  carrierId,
})

describe('who may confirm an inspection', () => {
  it.each([
    ['buyer', agreed(['RECIPIENT']), 'RECIPIENT'],
    ['buyer', agreed(['MERCHANT']), 'RECIPIENT'],
    ['seller', agreed(['RECIPIENT']), 'NOT_AGREED'],
    ['seller', agreed(['RECIPIENT', 'CARRIER']), 'NOT_AGREED'],
    ['seller', agreed(['RECIPIENT', 'MERCHANT']), 'MERCHANT'],
    ['carrier', agreed(['RECIPIENT', 'MERCHANT']), null],
    ['carrier', agreed(['RECIPIENT', 'CARRIER']), 'CARRIER'],
    ['carrier', agreed(['RECIPIENT', 'CARRIER'], 'another'), null],
    ['carrier', agreed(['RECIPIENT', 'CARRIER'], null), null],
    ['somebody', agreed(['RECIPIENT', 'MERCHANT', 'CARRIER']), null],
  ] as const)('%s under %j: %s', (memberId, agreement, capacity) => {
    expect(capacityOf(memberId, agreement)).toBe(capacity)
  })
})

describe('what an inspection accepts', () => {
  it.each([
    [{ contract: 10n, inspected: 0n }, null, null, { kind: 'ACCEPTED', amount: 10n, partial: false }],
    [{ contract: 10n, inspected: 4n }, null, 5n, { kind: 'ACCEPTED', amount: 5n, partial: true }],
    [{ contract: 10n, inspected: 10n }, 1n, 5n, { kind: 'ALL_INSPECTED' }],
    [{ contract: 10n, inspected: 0n }, 6n, 5n, { kind: 'EXCEEDS_HOLD', held: 5n, excess: 1n }],
    [{ contract: 10n, inspected: 8n }, 3n, null, { kind: 'ABOVE_CONTRACT', left: 2n }],
  ] as const)('%j, asked %s, held %s: %j', (standing, asked, held, accepted) => {
    expect(acceptedBy(standing, asked, held)).toEqual(accepted)
  })
})
