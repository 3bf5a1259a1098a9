import { expect, it } from '@jest/globals'
import { giftStatuses, maySay } from './gift.ts'

it('of a gift what comes next is said, the way to its recipient anew until it is there, and nothing twice (B11)', () => {
  const ways = (['NONE', ...giftStatuses] as const).flatMap((from) =>
    giftStatuses.filter((to) => maySay(from, to)).map((to) => `${from} ${to}`),
  )
  expect(ways).toEqual([
    'NONE ADDRESSED',
    'ADDRESSED ADDRESSED',
    'ADDRESSED ENTRUSTED',
    'ENTRUSTED ENTRUSTED',
    'ENTRUSTED RECEIVED',
    'RECEIVED REPORTED',
  ])
})
