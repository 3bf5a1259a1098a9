import { describe, expect, it } from '@jest/globals'
import { Delivery, nextHead, textFrame } from './delivery.ts'

/** What a client reads of text frames that are final and not masked, one after the other (RFC 6455, 5.2). */
function read(...frames: Buffer[]): unknown[] {
  let rest = Buffer.concat(frames)
  const messages: unknown[] = []
  while (rest.length > 0) {
    expect(rest[0]).toBe(0x81)
    const short = rest.readUInt8(1)
    const [length, at] =
      short < 126 ? [short, 2] : short === 126 ? [rest.readUInt16BE(2), 4] : [Number(rest.readBigUInt64BE(2)), 10]
    expect(rest.length).toBeGreaterThanOrEqual(at + length)
    messages.push(JSON.parse(rest.subarray(at, at + length).toString()))
    rest = rest.subarray(at + length)
  }
  return messages
}

const lengths = [0, 1, 40, 60, 61, 62, 100, 120, 125, 126, 127, 1_000, 65_400, 65_450, 65_500, 65_535, 65_536, 200_000]
const ids = ['1', '2', 'a longer one than before', 'é"\\\n', '3', 'x'.repeat(256)]

describe('the frames of events', () => {
  it.each(['a', 'é', '漢'])('are read as they were meant, for every length of text and every id (%s)', (letter) => {
    for (const length of lengths) {
      const payload = { data: { text: letter.repeat(length) } }
      const delivery = new Delivery([JSON.stringify(payload)], null)
      for (const id of [...ids, ...ids])
        expect(read(delivery.frames(nextHead(id)))).toEqual([{ id, type: 'next', payload }])
    }
  })

  it('that go together are as many as they were, in their order, for every id', () => {
    const payloads = lengths.map((length, i) => ({ data: { text: (i % 2 === 0 ? 'a' : '漢').repeat(length) } }))
    const delivery = new Delivery(
      payloads.map((payload) => JSON.stringify(payload)),
      null,
    )
    for (const id of [...ids, ...ids])
      expect(read(delivery.frames(nextHead(id)))).toEqual(payloads.map((payload) => ({ id, type: 'next', payload })))
  })

  it('are one and the same for one id', () => {
    const delivery = new Delivery(['{}', '{}'], null)
    const [head, same] = [nextHead('1'), nextHead('1')]
    expect(delivery.frames(head)).toBe(delivery.frames(same))
  })

  it('stay as they are when they are kept', () => {
    const delivery = new Delivery(['{"data":null}'], null)
    const frames = ids.map((id) => {
      const each = delivery.frames(nextHead(id))
      delivery.keepFrames()
      return each
    })
    expect(read(...frames)).toEqual(ids.map((id) => ({ id, type: 'next', payload: { data: null } })))
  })
})

it('a message as a frame is read as it was meant', () => {
  for (const length of lengths)
    expect(read(textFrame(JSON.stringify('é'.repeat(length))))).toEqual(['é'.repeat(length)])
})
