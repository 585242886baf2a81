import { beforeAll, describe, expect, it, vi } from 'vitest'

// The module reads the address at once, so the browser's parts must stand before it is loaded.
let place: typeof import('./place.svelte')
beforeAll(async () => {
  vi.stubGlobal('location', { pathname: '/2021-04/figures', search: '', origin: 'http://x' })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('document', { addEventListener: () => undefined, documentElement: { lang: 'vi' } })
  place = await import('./place.svelte')
})

describe('addresses', () => {
  it('reads month, room and what follows', () => {
    expect(place.readAddress('/2021-04')).toMatchObject({ view: 'home', month: '2021-04', rest: [] })
    expect(place.readAddress('/2021-04/directives/47')).toMatchObject({ view: 'directives', month: '2021-04', rest: ['47'] })
    expect(place.readAddress('/hall/2021-04')).toMatchObject({ view: 'hall', month: '2021-04' })
    expect(place.readAddress('/sign-in', '?to=%2F2021-04').query.get('to')).toBe('/2021-04')
    expect(place.readAddress('/')).toMatchObject({ view: 'start' })
  })
  it('knows what is not there', () => {
    for (const path of ['/2021-13', '/2021-04/kitchen', '/hall', '/api/x']) expect(place.readAddress(path).view, path).toBe('unknown')
  })
  it('makes what it reads', () => {
    expect(place.address('2021-04')).toBe('/2021-04')
    expect(place.address('2021-04', 'directives', 47)).toBe('/2021-04/directives/47')
    expect(place.readAddress(place.address('2021-04', 'figures', 'a/b')).rest).toEqual(['a/b'])
  })
})
