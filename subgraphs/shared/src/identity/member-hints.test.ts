import { expect, it } from '@jest/globals'
import { newId } from '../ids.ts'
import { memberHint, readMemberHint } from './member-hints.ts'

it('a hint of a member comes back as it was given', () => {
  const [memberId, sessionId] = [newId(), newId()]
  expect(readMemberHint(memberHint(memberId))).toEqual({ memberId, endedSessionId: null })
  expect(readMemberHint(memberHint(memberId, sessionId))).toEqual({ memberId, endedSessionId: sessionId })
})

it.each(['', 'cases/source/x', 'member/', 'member/x', `member/${newId()}/session/x`, `member/${newId()}/other/y`])(
  'what is no hint of a member is read as none: %j',
  (text) => expect(readMemberHint(text)).toBeNull(),
)
