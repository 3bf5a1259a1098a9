import { describe, expect, it } from '@jest/globals'
import { Delivery, nextHead, textFrame } from './delivery.ts'

/** What a client reads of text frames that are final and not masked (RFC 6455, 5.2). */
function read(...frames: Buffer[]): unknown[] {
  return frames.map((frame) => {
    expect(frame[0]).toBe(0x81)
    const [short = 0, medium, long] = [
      frame[1],
      frame.readUInt16BE(2),
      frame.length > 10 ? frame.readBigUInt64BE(2) : 0n,
    ]
    const [length, at] = short < 126 ? [short, 2] : short === 126 ? [medium, 4] : [Number(long), 10]
    expect(frame).toHaveLength(at + length)
    return JSON.parse(frame.subarray(at).toString())
  })
}

const lengths = [0, 1, 40, 60, 61, 62, 100, 120, 125, 126, 127, 1_000, 65_400, 65_450, 65_500, 65_535, 65_536, 200_000]
const ids = ['1', '2', 'a longer one than before', 'é"\\\n', '3', 'x'.repeat(256)]

describe('the frames of an event', () => {
  it.each(['a', 'é', '漢'])('are read as they were meant, for every length of text and every id (%s)', (letter) => {
    for (const length of lengths) {
      const payload = { data: { text: letter.repeat(length) } }
      const delivery = new Delivery(JSON.stringify(payload), null)
      for (const id of [...ids, ...ids])
        expect(read(delivery.frame(nextHead(id)))).toEqual([{ id, type: 'next', payload }])
    }
  })

  it('are one and the same for one id', () => {
    const delivery = new Delivery('{}', null)
    const [head, same] = [nextHead('1'), nextHead('1')]
    expect(delivery.frame(head)).toBe(delivery.frame(same))
  })

  it('stay as they are when they are kept', () => {
    const delivery = new Delivery('{"data":null}', null)
    const frames = ids.map((id) => {
      const frame = delivery.frame(nextHead(id))
      delivery.keepFrame()
      return frame
    })
    expect(read(...frames)).toEqual(ids.map((id) => ({ id, type: 'next', payload: { data: null } })))
  })
})

it('a message as a frame is read as it was meant', () => {
  for (const length of lengths)
    expect(read(textFrame(JSON.stringify('é'.repeat(length))))).toEqual(['é'.repeat(length)])
})
