// A live socket, as a page holds it: says what to watch, gives what comes, and tells how it ended.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { until } from './server.mjs'

export class Live {
  /** Opens; waits for the server's hello. */
  static async open(server, cookie = '') {
    const it = new Live()
    it.socket = connect(server.port, '127.0.0.1')
    it.socket.on('error', () => {}).on('data', (d) => it.take(d)).on('close', () => (it.ended = true))
    it.socket.write(`GET /live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}\r\n`)
    await until('the live socket is open', 10, () => it.messages.some((m) => m.hello) || it.ended)
    return it
  }
  messages = []
  code = 0
  ended = false
  #bytes = Buffer.alloc(0)
  #open = false
  #parts = []
  take(more) {
    this.#bytes = Buffer.concat([this.#bytes, more])
    if (!this.#open) {
      const at = this.#bytes.indexOf('\r\n\r\n')
      if (at < 0) return
      this.#open = true
      this.#bytes = this.#bytes.subarray(at + 4)
    }
    for (let frame; (frame = this.#frame()); ) {
      if (frame.operation < 2) this.#parts.push(frame.payload) // a long message comes in several frames
      if (frame.operation < 2 && frame.last) this.messages.push(JSON.parse(Buffer.concat(this.#parts.splice(0)).toString('utf8')))
      if (frame.operation === 8) (this.code = frame.payload.length ? frame.payload.readUInt16BE() : 1005), this.#send(8, frame.payload)
      if (frame.operation === 9) this.#send(10, frame.payload)
    }
  }
  #frame() {
    const b = this.#bytes
    if (b.length < 2) return null
    let length = b[1] & 127, at = 2
    if (length === 126 && b.length >= 4) (length = b.readUInt16BE(2)), (at = 4)
    else if (length === 127 && b.length >= 10) (length = Number(b.readBigUInt64BE(2))), (at = 10)
    else if (length > 125) return null
    if (b.length < at + length) return null
    this.#bytes = b.subarray(at + length)
    return { last: b[0] > 127, operation: b[0] & 15, payload: b.subarray(at, at + length) }
  }
  #send(operation, payload) {
    if (this.ended) return
    const head = payload.length < 126 ? [0x80 | operation, 0x80 | payload.length] : [0x80 | operation, 0xfe, payload.length >> 8, payload.length & 255]
    this.socket.write(Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload])) // masked with zeros
  }
  say(message) {
    this.#send(1, Buffer.from(JSON.stringify(message)))
  }
  /** The newest data at an address for which the test holds. */
  async data(address, test = () => true, seconds = 15) {
    const found = () => this.messages.findLast((m) => m.of === address && m.data && test(m.data))
    await until(`${address} says so`, seconds, found)
    return found().data
  }
  close() {
    this.socket.destroy()
  }
}
