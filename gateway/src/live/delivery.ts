/** The first byte of a text message in one frame (RFC 6455): final, opcode 1. */
const finalText = 0x81
/** Bytes of a frame's header for a payload of up to 125, 65,535 and more bytes. */
const [shortHeader, mediumHeader, longHeader] = [2, 4, 10]
/** Clients mostly use the same few ids: frames for this many are kept while an event is delivered. */
const keptFrames = 8
const closingBrace = 0x7d

/**
 * One event as it goes to all its subscribers: the text is written once, the bytes once for each id. A frame is ready to be written to
 * a socket as it is; so is a message of an event stream.
 */
export class Delivery {
  /** The place of the event in its feed, if it tells one. */
  readonly cursor: string | null
  readonly #text: string
  #head: string | null = null
  #frame: Buffer | null = null
  #more: { readonly bytes: Buffer; readonly frames: Map<string, Buffer> } | null = null
  #message: Buffer | null = null

  constructor(text: string, cursor: string | null) {
    this.#text = text
    this.cursor = cursor
  }

  /** A frame of WebSocket: what `nextHead` gave for an id, the text, a brace. */
  frame(head: string): Buffer {
    if (this.#frame && head === this.#head) return this.#frame
    if (this.#frame) return this.#another(head)
    this.#head = head
    this.#frame = textFrame(`${head}${this.#text}}`)
    return this.#frame
  }

  /** The text is made bytes once for all further ids. */
  #another(head: string): Buffer {
    this.#more ??= { bytes: Buffer.from(this.#text), frames: new Map() }
    const { bytes, frames } = this.#more
    const known = frames.get(head)
    if (known) return known
    const frame = framed(head, bytes)
    if (frames.size < keptFrames) frames.set(head, frame)
    return frame
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
  const frame = emptyFrame(length)
  write(frame, text, length, frame.length - length)
  return frame
}

function framed(head: string, bytes: Buffer): Buffer {
  const headLength = Buffer.byteLength(head)
  const length = headLength + bytes.length + 1
  const frame = emptyFrame(length)
  const at = frame.length - length
  write(frame, head, headLength, at)
  frame.set(bytes, at + headLength)
  frame[frame.length - 1] = closingBrace
  return frame
}

/** Where there are as many bytes as characters all are ASCII, which needs no encoding. */
function write(frame: Buffer, text: string, length: number, at: number): void {
  frame.write(text, at, length, length === text.length ? 'latin1' : 'utf8')
}

/** The header of an unmasked text frame, and room for its payload. */
function emptyFrame(length: number): Buffer {
  const header = length <= 125 ? shortHeader : length <= 0xffff ? mediumHeader : longHeader
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = finalText
  if (header === shortHeader) frame[1] = length
  else if (header === mediumHeader) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeUInt32BE(0, 2)
    frame.writeUInt32BE(length, 6)
  }
  return frame
}
