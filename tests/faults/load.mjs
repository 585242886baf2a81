// Writers that note what was acknowledged to them and what they do not know, for the tests that pull the plug.
import { randomUUID } from 'node:crypto'
import { check, expect } from '../support/server.mjs'

/**
 * Sends uploads one after another until the line breaks. Each has content of its own and a key.
 * acknowledged: id and content of those answered; unknown: sent, but no answer came.
 */
export class Writer {
  constructor(person, name) {
    Object.assign(this, { person, name, acknowledged: [], unknown: null, count: 0, refused: 0 })
  }
  /** Writes until stopped or until the server is gone. */
  async run(state, onDone = () => {}) {
    while (!state.stopping) {
      const sent = this.next()
      this.unknown = sent
      let answer
      try {
        answer = await this.send(sent)
      } catch {
        return // the line broke: done or not, nobody told us
      }
      this.unknown = null
      if (answer.status === 200) {
        this.acknowledged.push({ ...sent, id: answer.json().id })
        onDone()
      } else {
        check(answer.status === 503, `${this.name}: only a server at its end may refuse`, `${answer.status} ${answer.text.slice(0, 300)}`)
        this.refused++
      }
    }
  }
  next() {
    const number = ++this.count
    return { name: `${this.name}-${number}.txt`, content: `${this.name} ${number} ${'x'.repeat((number * 37) % 2000)}`, key: randomUUID() }
  }
  send({ name, content, key }) {
    return this.person.upload(name, content, key)
  }
  /** What was in flight is sent again with the same key: whether it had been done or not, now it is done once. */
  async settle() {
    if (!this.unknown) return
    const sent = this.unknown
    const first = expect(await this.send(sent), 200, `${this.name}: sent again with its key`).json()
    const again = expect(await this.send(sent), 200, `${this.name}: and once more`).json()
    check(first.id === again.id, `${this.name}: the same key gives the same answer`, [first, again])
    this.acknowledged.push({ ...sent, id: first.id })
    this.unknown = null
  }
  /** Everything acknowledged is there, whole; or what was from one number to another. */
  async verify(from = 0, to = this.acknowledged.length) {
    for (const { id, name, content } of this.acknowledged.slice(from, to)) {
      const file = expect(await this.person.file(id), 200, `${name}: acknowledged and there`)
      check(file.text === content, `${name}: its content is what was sent`, file.text.slice(0, 100))
    }
  }
}

/** The number that a file gets now. They have no gaps, so two of them say how many were kept in between. */
export async function numberNow(person, name) {
  return expect(await person.upload(name, name), 200, name).json().id
}
/** Since `first` exactly what the writers know of was kept: none lost, none twice. */
export async function noneTwice(person, writers, first) {
  const ids = writers.flatMap((w) => w.acknowledged.map((a) => a.id))
  check(new Set(ids).size === ids.length, 'no two changes share a number')
  const kept = (await numberNow(person, 'last.txt')) - first - 1
  check(kept === ids.length, `exactly the ${ids.length} changes known to be done are in the store`, kept)
  return ids.length
}
