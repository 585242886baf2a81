// What can be done from here, by name or key: the palette (Ctrl K) lists it, the shortcut help (?) shows the
// keys. The shell gives the rooms and months; a room adds its own while it is open:
//
//   commands(() => [{ id: 'remind', group: 'here', name: words.remind, keys: 'n', run: remind }])

import { SvelteMap } from 'svelte/reactivity'
import type { Words } from './text.svelte'

export type Group = 'here' | 'rooms' | 'months' | 'units' | 'page'

export interface Command {
  id: string
  group: Group
  name: Words
  /** Other words it is found by. */
  also?: string[]
  note?: Words
  /** One key ("n"), two in turn ("g f"), or with a modifier ("ctrl k"). */
  keys?: string
  run: () => void
}

const given = new SvelteMap<symbol, () => Command[]>()

/** Adds commands as long as the component is there. */
export function commands(list: () => Command[]): void {
  $effect(() => {
    const key = Symbol()
    given.set(key, list)
    return () => given.delete(key)
  })
}

/** All there are now. */
export function allCommands(): Command[] {
  return [...given.values()].flatMap((list) => list())
}

const kept = 'giaoban.keys'

class SingleKeys {
  /** Single keys can be turned off (WCAG 2.1.4): dictation types letters too. */
  on = $state(read())

  choose(on: boolean): void {
    this.on = on
    try {
      localStorage.setItem(kept, on ? 'on' : 'off')
    } catch {
      // holds until the page is closed
    }
  }
}
function read(): boolean {
  try {
    return localStorage.getItem(kept) !== 'off'
  } catch {
    return true
  }
}
export const singleKeys = new SingleKeys()

function typing(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  return Boolean(element?.closest?.('input, textarea, select, [contenteditable="true"], [role="textbox"]'))
}

let first: { key: string; at: number } | null = null

/** The page's one listener; the shell mounts it. */
export function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (plain && (typing(event.target) || !singleKeys.on)) return
  const key = event.key.toLowerCase()
  if (['control', 'shift', 'alt', 'meta'].includes(key)) return
  const now = plain ? key : `${event.ctrlKey || event.metaKey ? 'ctrl ' : ''}${event.altKey ? 'alt ' : ''}${key}`
  const both = plain && first && event.timeStamp - first.at < 1200 ? `${first.key} ${now}` : null
  const all = allCommands()
  const found = (both && all.find((command) => command.keys === both)) || all.find((command) => command.keys === now)
  first = plain && !found ? { key, at: event.timeStamp } : null
  if (!found) return
  event.preventDefault()
  found.run()
}
