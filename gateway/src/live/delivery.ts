/** The first byte of a text message in one frame (RFC 6455): final, opcode 1. */
const finalText = 0x81
/** Bytes of a frame's header for a payload of up to 125, 65,535 and more bytes. */
const [shortHeader, mediumHeader, longHeader] = [2, 4, 10]
const closingBrace = 0x7d

/** Bytes in which heads of different lengths are put before the same payload. */
type Scratch = { readonly bytes: Buffer; readonly payloadAt: number; frame: Buffer; headLength: number }

/**
 * One event as it goes to all its subscribers: the text is made bytes once. A frame is ready to be written to a socket as it is; so is a
 * message of an event stream. Those who have the id of the first subscriber share its frame; for others the id is put before
 * the same bytes, again and again, which is as fast, since a socket mostly hands a frame to the system at once. Whoever writes a frame
 * that was not taken at once says so by `keepFrame`.
 */
export class Delivery {
  /** The place of the event in its feed, if it tells one. */
  readonly cursor: string | null
  readonly #text: string
  #head: string | null = null
  #frame: Buffer | null = null
  #scratch: Scratch | null = null
  #message: Buffer | null = null

  constructor(text: string, cursor: string | null) {
    this.#text = text
    this.cursor = cursor
  }

  /** A frame of WebSocket: what `nextHead` gave for an id, the text, a brace. Good until the next one, unless it is kept. */
  frame(head: string): Buffer {
    if (this.#frame && head === this.#head) return this.#frame
    if (this.#frame) return this.#another(head)
    this.#head = head
    this.#frame = textFrame(`${head}${this.#text}}`)
    return this.#frame
  }

  #another(head: string): Buffer {
    const headLength = Buffer.byteLength(head)
    if (!this.#scratch || this.#scratch.payloadAt < headLength + longHeader)
      this.#scratch = scratch(this.#text, headLength)
    const { bytes, payloadAt } = this.#scratch
    const length = headLength + bytes.length - payloadAt
    const start = payloadAt - headLength - headerLength(length)
    writeHeader(bytes, start, length)
    write(bytes, head, headLength, payloadAt - headLength)
    if (this.#scratch.headLength !== headLength) {
      this.#scratch.headLength = headLength
      this.#scratch.frame = bytes.subarray(start)
    }
    return this.#scratch.frame
  }

  /** The frame that was given last is still needed: the next is put elsewhere. */
  keepFrame(): void {
    this.#scratch = null
  }

  /** A message of an event stream that carries one operation. */
  message(): Buffer {
    this.#message ??= Buffer.from(`event: next\ndata: ${this.#text}\n\n`)
    return this.#message
  }

  /** A message of an event stream that carries several operations. */
  messageFor(idText: string): string {
    return `event: next\ndata: {"id":${idText},"payload":${this.#text}}\n\n`
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

/** The text and its closing brace, with room for a head before it. */
function scratch(text: string, headLength: number): Scratch {
  const length = Buffer.byteLength(text)
  const payloadAt = headLength + longHeader
  const bytes = Buffer.allocUnsafe(payloadAt + length + 1)
  write(bytes, text, length, payloadAt)
  bytes[bytes.length - 1] = closingBrace
  return { bytes, payloadAt, frame: bytes, headLength: -1 }
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
