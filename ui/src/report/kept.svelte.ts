// What is being typed, kept until the server has it: through a change of view, a reload, a sign-in that ended.

import { SvelteMap } from 'svelte/reactivity'

const prefix = 'giaoban.typed.'
const typed = new SvelteMap<string, string>()

function store(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(prefix + key)
    else sessionStorage.setItem(prefix + key, text)
  } catch {
    // Without storage it is kept as long as the page is open.
  }
}

export const kept = {
  get(key: string): string | undefined {
    const here = typed.get(key)
    if (here !== undefined) return here
    try {
      return sessionStorage.getItem(prefix + key) ?? undefined
    } catch {
      return undefined
    }
  },
  set(key: string, text: string): void {
    typed.set(key, text)
    store(key, text)
  },
  drop(key: string): void {
    typed.delete(key)
    store(key, null)
  },
}
