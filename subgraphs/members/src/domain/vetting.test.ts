import { expect, test } from '@jest/globals'
import { mayDecide, needsVetting } from './vetting.ts'

const buyer = { roles: ['BUYER'], addressedTo: 'g' }

test.each([
  [
    'an administrator decides on all',
    { memberId: 'a', roles: ['ADMIN'] },
    { roles: ['SELLER'], addressedTo: 'g' },
    'VIP',
    null,
  ],
  ['the guarantor that is addressed', { memberId: 'g', roles: ['GUARANTOR'] }, buyer, 'STANDARD', null],
  ['a merchant that is addressed, rejecting', { memberId: 'g', roles: ['SELLER'] }, buyer, null, null],
  ['another guarantor', { memberId: 'h', roles: ['GUARANTOR'] }, buyer, 'STANDARD', 'NOT_THEIRS'],
  ['who is addressed, but has lost the role', { memberId: 'g', roles: ['BUYER'] }, buyer, 'STANDARD', 'NOT_THEIRS'],
  [
    'no application: nobody but administrators',
    { memberId: 'g', roles: ['GUARANTOR'] },
    { ...buyer, addressedTo: null },
    'STANDARD',
    'NOT_THEIRS',
  ],
  [
    'a merchant is vetted by the hub',
    { memberId: 'g', roles: ['GUARANTOR'] },
    { ...buyer, roles: ['BUYER', 'SELLER'] },
    'STANDARD',
    'VETTED_BY_HUB',
  ],
  ['another level', { memberId: 'g', roles: ['INTERMEDIARY'] }, buyer, 'VIP', 'LEVEL'],
])('%s', (_what, decider, asked, level, fault) => {
  expect(mayDecide(decider, asked, level)).toBe(fault)
})

test('all roles but BUYER are vetted', () => {
  expect([['BUYER'], ['BUYER', 'SELLER'], ['CARRIER']].map((roles) => needsVetting({ roles }))).toEqual([
    false,
    true,
    true,
  ])
})
