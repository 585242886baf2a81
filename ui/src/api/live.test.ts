import { beforeEach, describe, expect, it, vi } from 'vitest'

class FakeSocket {
  static made: FakeSocket[] = []
  sent: unknown[] = []
  onopen?: () => void
  onmessage?: (event: { data: string }) => void
  onclose?: (event: { code: number }) => void
  constructor(readonly url: string) {
    FakeSocket.made.push(this)
  }
  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  close() {}
  say(message: unknown) {
    this.onmessage?.({ data: JSON.stringify(message) })
  }
}

vi.stubGlobal('window', {})
vi.stubGlobal('addEventListener', () => undefined)
vi.stubGlobal('document', { addEventListener: () => undefined, visibilityState: 'visible', documentElement: { lang: 'vi' } })
vi.stubGlobal('location', { protocol: 'http:', host: 'here' })
vi.stubGlobal('WebSocket', FakeSocket)
vi.useFakeTimers()

const { wire } = await import('./live.svelte')
const { line } = await import('./line.svelte')
const { clock } = await import('../base/clock.svelte')
const last = () => FakeSocket.made.at(-1) as FakeSocket

describe('the live line', () => {
  beforeEach(() => vi.clearAllTimers())

  it('watches an address once, shows what comes, and resumes with the version it has', async () => {
    const a = wire.watch('/api/x.show')
    const b = wire.watch('/api/x.show')
    expect(a).toBe(b)
    expect(FakeSocket.made).toHaveLength(1)
    expect(last().url).toBe('ws://here/live')
    last().onopen?.()
    expect(last().sent).toEqual([{ watch: '/api/x.show' }])
    last().say({ hello: { now: '2021-05-06T01:42:00.000Z' } })
    expect(Math.abs(clock.at - Date.parse('2021-05-06T01:42:00.000Z'))).toBeLessThan(1000)
    last().say({ of: '/api/x.show', version: 7, data: { n: 1 } })
    expect(a.data).toEqual({ n: 1 })

    last().onclose?.({ code: 1006 })
    expect(a.stale).toBe(true)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(FakeSocket.made).toHaveLength(2)
    expect(line.lost).toBe(true)
    last().onopen?.()
    expect(line.lost).toBe(false)
    expect(last().sent).toEqual([{ watch: '/api/x.show', version: 7 }])
    last().say({ of: '/api/x.show', version: 7, unchanged: true })
    expect(a.stale).toBe(false)
    expect(a.data).toEqual({ n: 1 })
  })

  it('keeps what it has beside a problem, and lets go after a while', async () => {
    const view = wire.watch('/api/y.show')
    last().say({ of: '/api/y.show', version: 1, data: 1 })
    last().say({ of: '/api/y.show', problem: { type: 'forbidden', status: 403, title: { vi: '', en: '' } } })
    expect(view.data).toBe(1)
    expect(view.problem?.status).toBe(403)
    wire.leave(view)
    await vi.advanceTimersByTimeAsync(61_000)
    expect(last().sent.at(-1)).toEqual({ unwatch: '/api/y.show' })
  })

  it('stops when the sign-in has ended', async () => {
    const made = FakeSocket.made.length
    last().onclose?.({ code: 4401 })
    expect(line.signedOut).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.made).toHaveLength(made)
    wire.watch('/api/z.show')
    wire.restart()
    expect(line.signedOut).toBe(false)
    expect(FakeSocket.made).toHaveLength(made + 1)
  })
})
