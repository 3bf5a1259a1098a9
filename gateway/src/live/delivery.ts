/** The first byte of a text message in one frame (RFC 6455): final, opcode 1. */
const finalText = 0x81
/** Bytes of a frame's header for a payload of up to 125, 65,535 and more bytes. */
const [shortHeader, mediumHeader, longHeader] = [2, 4, 10]
const closingBrace = 0x7d

/** Frames one after the other, and where in them the heads of their messages stand. */
type Frames = { readonly bytes: Buffer; readonly headLength: number; readonly headsAt: readonly number[] }

/**
 * Events as they go to all subscribers of a feed: mostly one, or those that were ready together. Their texts are made bytes once. What
 * is given is ready to be written to a socket, or to an event stream, as it is and by one write. Those who have the id of the first
 * subscriber share its frames; for others the id is put before the same bytes, again and again, which is as fast, since a socket
 * mostly hands them to the system at once. Whoever writes frames that were not taken at once says so by `keepFrames`.
 */
export class Delivery {
  /** The place of the last event in its feed, if they tell one. */
  readonly cursor: string | null
  readonly #texts: readonly string[]
  #head: string | null = null
  #shared: Buffer | null = null
  #scratch: Frames | null = null
  #message: Buffer | null = null

  constructor(texts: readonly string[], cursor: string | null) {
    this.#texts = texts
    this.cursor = cursor
  }

  /** Frames of WebSocket, one an event: what `nextHead` gave for an id, the text, a brace. Good until the next ones, unless they are kept. */
  frames(head: string): Buffer {
    if (this.#shared && head === this.#head) return this.#shared
    if (this.#shared) return this.#others(head)
    this.#head = head
    const [only = ''] = this.#texts
    // Mostly it is one event, whose frame is made by one write.
    this.#shared = this.#texts.length === 1 ? textFrame(`${head}${only}}`) : framesOf(this.#texts, head).bytes
    return this.#shared
  }

  #others(head: string): Buffer {
    const headLength = Buffer.byteLength(head)
    if (this.#scratch?.headLength !== headLength) this.#scratch = framesOf(this.#texts, head)
    else for (const at of this.#scratch.headsAt) write(this.#scratch.bytes, head, headLength, at)
    return this.#scratch.bytes
  }

  /** The frames that were given last are still needed: the next are put elsewhere. */
  keepFrames(): void {
    this.#scratch = null
  }

  /** Messages of an event stream that carries one operation. */
  messages(): Buffer {
    this.#message ??= Buffer.from(this.#texts.map((text) => `event: next\ndata: ${text}\n\n`).join(''))
    return this.#message
  }

  /** Messages of an event stream that carries several operations. */
  messagesFor(idText: string): string {
    return this.#texts.map((text) => `event: next\ndata: {"id":${idText},"payload":${text}}\n\n`).join('')
  }
}

/** What stands before the text of an event on a WebSocket. */
export function nextHead(id: string): string {
  return `{"id":${JSON.stringify(id)},"type":"next","payload":`
}

/** A message as one frame. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const at = headerLength(length)
  const frame = Buffer.allocUnsafe(at + length)
  writeHeader(frame, 0, length)
  write(frame, text, length, at)
  return frame
}

/** A frame for each text, with the head before it and the closing brace after it. */
function framesOf(texts: readonly string[], head: string): Frames {
  const headLength = Buffer.byteLength(head)
  const lengths = texts.map((text) => headLength + Buffer.byteLength(text) + 1)
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + headerLength(length) + length, 0))
  const headsAt: number[] = []
  let at = 0
  for (const [i, length] of lengths.entries()) {
    writeHeader(bytes, at, length)
    at += headerLength(length)
    headsAt.push(at)
    write(bytes, head, headLength, at)
    write(bytes, texts[i] ?? '', length - headLength - 1, at + headLength)
    at += length
    bytes[at - 1] = closingBrace
  }
  return { bytes, headLength, headsAt }
}

/** Where there are as many bytes as characters all are ASCII, which needs no encoding. */
function write(frame: Buffer, text: string, length: number, at: number): void {
  frame.write(text, at, length, length === text.length ? 'latin1' : 'utf8')
}

function headerLength(length: number): number {
  return length <= 125 ? shortHeader : length <= 0xffff ? mediumHeader : longHeader
}

/** The header of an unmasked text frame. */
function writeHeader(frame: Buffer, at: number, length: number): void {
  frame[at] = finalText
  if (length <= 125) frame[at + 1] = length
  else if (length <= 0xffff) {
    frame[at + 1] = 126
    frame.writeUInt16BE(length, at + 2)
  } else {
    frame[at + 1] = 127
    frame.writeUInt32BE(0, at + 2)
    frame.writeUInt32BE(length, at + 6)
  }
}
