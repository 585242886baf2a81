import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const calls: { url: string; key: string; csrf: string; body: string }[] = []
let answers: (() => Promise<Response>)[] = []
const json = (body: unknown, status = 200) => async () => new Response(JSON.stringify(body), { status })
const lost = async () => {
  throw new TypeError('network')
}

vi.stubGlobal('addEventListener', () => undefined)
vi.stubGlobal('removeEventListener', () => undefined)
vi.stubGlobal('fetch', async (url: string, how: RequestInit) => {
  const headers = how.headers as Record<string, string>
  calls.push({ url, key: headers['Idempotency-Key'] ?? '', csrf: headers['X-CSRF-Token'] ?? '', body: String(how.body) })
  const answer = answers.shift()
  if (!answer) throw new Error('no answer prepared')
  return answer()
})

const { change, read, addressOf, renewCsrfWith, setCsrf } = await import('./call.svelte')

beforeEach(() => {
  vi.useFakeTimers()
  calls.length = 0
  setCsrf('first')
})
afterEach(() => vi.useRealTimers())

describe('a change', () => {
  it('is sent again under the same key when its answer is lost', async () => {
    answers = [lost, lost, json({ done: true })]
    const one = change('access.sign_out')
    const sent = one.send({})
    await vi.advanceTimersByTimeAsync(100)
    expect(one.waiting).toBe(true)
    await vi.advanceTimersByTimeAsync(5000)
    expect(await sent).toEqual({ done: true })
    expect(calls).toHaveLength(3)
    expect(new Set(calls.map((call) => call.key)).size).toBe(1)
    expect(one.waiting).toBe(false)
    expect(one.problem).toBeNull()
  })
  it('gets a new key for a new intent', async () => {
    answers = [json({}), json({})]
    const one = change('access.sign_out')
    await one.send({})
    await one.send({})
    expect(calls[0]?.key).not.toBe(calls[1]?.key)
  })
  it('names every field at fault and is not sent again', async () => {
    answers = [json({ type: 'invalid', title: { vi: 'x', en: 'x' }, fields: [{ pointer: '/due', message: { vi: 'a', en: 'a' } }] }, 400)]
    const one = change('access.sign_out')
    expect(await one.send({})).toBeUndefined()
    expect(one.problem?.fields[0]?.pointer).toBe('/due')
    expect(calls).toHaveLength(1)
  })
  it('renews a stale token once', async () => {
    renewCsrfWith(async () => 'second')
    answers = [json({ title: { vi: '', en: '' } }, 403), json({ done: true })]
    expect(await change('access.sign_out').send({})).toEqual({ done: true })
    expect(calls.map((call) => call.csrf)).toEqual(['first', 'second'])
  })
  it('takes no second press while it is under way', async () => {
    answers = [json({})]
    const one = change('access.sign_out')
    const [a, b] = await Promise.all([one.send({}), one.send({})])
    expect(a).toEqual({})
    expect(b).toBeUndefined()
    expect(calls).toHaveLength(1)
  })
  it('gives up in the end, with words', async () => {
    answers = Array.from({ length: 12 }, () => lost)
    const one = change('access.sign_out')
    const sent = one.send({})
    await vi.advanceTimersByTimeAsync(200_000)
    expect(await sent).toBeUndefined()
    expect(one.problem?.type).toBe('offline')
  })
})

describe('a read', () => {
  it('leaves out what was not asked', () => {
    expect(addressOf('figures.show', { month: '2021-04', unit: null, all: undefined, place: 'Hải Hòa' })).toBe('/api/figures.show?month=2021-04&place=H%E1%BA%A3i+H%C3%B2a')
    expect(addressOf('access.me', {})).toBe('/api/access.me')
  })
  it('turns a proxy’s page into words', async () => {
    answers = [async () => new Response('<html>', { status: 502 })]
    await expect(read('access.me', {})).rejects.toMatchObject({ problem: { type: 'unreadable', status: 502 } })
  })
})
