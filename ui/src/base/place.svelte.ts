// Where the page is. The address is the state: /2021-04/directives/47 can be sent to a colleague, the month
// is part of it, and Back goes back. Links are ordinary <a href>; this file only keeps them from reloading.

import { clock } from './clock.svelte'
import { addMonths, isMonth, type IsoMonth } from './date'

export const rooms = ['figures', 'report', 'session', 'conclusions', 'directives', 'press'] as const
export type Room = (typeof rooms)[number]
/** What has a view of its own (App.svelte maps each to a lazily loaded chunk). */
export type View = 'home' | Room | 'hall' | 'console' | 'sign-in' | 'accounts' | 'journal' | 'gallery' | 'start' | 'unknown'

export interface Place {
  view: View
  /** The month in the address, or none. */
  month: IsoMonth | null
  /** What follows the room: /2021-04/directives/47 → ['47'] */
  rest: string[]
  query: URLSearchParams
}

export function readAddress(path: string, query = ''): Place {
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent)
  const [first, second, ...more] = parts
  const search = new URLSearchParams(query)
  const place = (view: View, month: IsoMonth | null, rest: string[] = []): Place => ({ view, month, rest, query: search })
  if (!first) return place('start', null)
  if (isMonth(first)) {
    if (!second) return place('home', first)
    if ((rooms as readonly string[]).includes(second)) return place(second as Room, first, more)
    return place('unknown', first)
  }
  if ((first === 'hall' || first === 'console') && second && isMonth(second)) return place(first, second, more)
  if (first === 'sign-in' || first === 'accounts' || first === 'journal' || first === 'gallery') return place(first, null, parts.slice(1))
  return place('unknown', null)
}

function readNow(): Place {
  return readAddress(location.pathname, location.search)
}

class Here {
  now = $state.raw<Place>(readNow())
  /** Counts navigations to another view or month, so that focus moves then and only then. */
  turn = $state(0)

  constructor() {
    addEventListener('popstate', () => this.#arrive())
    document.addEventListener('click', (event) => this.#click(event))
  }

  get view(): View {
    return this.now.view
  }
  get rest(): string[] {
    return this.now.rest
  }
  get query(): URLSearchParams {
    return this.now.query
  }
  /** The month of the page. Views under a month can rely on it. */
  get month(): IsoMonth {
    return this.now.month ?? lastMonth()
  }

  /** Goes to an address of the page. */
  go(address: string, how: { replace?: boolean } = {}): void {
    if (address === location.pathname + location.search) return
    if (how.replace) history.replaceState(null, '', address)
    else history.pushState(null, '', address)
    this.#arrive()
  }

  #arrive(): void {
    const before = this.now
    this.now = readNow()
    if (this.now.month) keepMonth(this.now.month)
    if (before.view === this.now.view && before.month === this.now.month) return
    this.turn++
    scrollTo(0, 0)
  }

  #click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element | null)?.closest?.('a')
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (readAddress(link.pathname).view === 'unknown') return
    if (link.pathname === location.pathname && link.hash) return
    event.preventDefault()
    this.go(link.pathname + link.search)
  }
}

const kept = 'giaoban.month'

function keepMonth(month: IsoMonth): void {
  try {
    localStorage.setItem(kept, month)
  } catch {
    // Without storage the month starts from the server's own each time.
  }
}

/** Units report a month in its last days; until then the month before is still being worked on. */
const turns_on_day = 20

/** The month looked at last, or else the one being worked on: on 28 April and on 6 May that is April. */
export function lastMonth(): IsoMonth {
  try {
    const month = localStorage.getItem(kept)
    if (month && isMonth(month)) return month
  } catch {
    // as above
  }
  return Number(clock.today.slice(8)) >= turns_on_day ? clock.today.slice(0, 7) : addMonths(clock.today.slice(0, 7), -1)
}

export const here = new Here()

/** The address of a room, of something in it, or (without a room) of the whole month. */
export function address(month: IsoMonth, room?: Room, ...rest: (string | number)[]): string {
  return '/' + [month, ...(room ? [room] : []), ...rest].map((part) => encodeURIComponent(String(part))).join('/')
}
