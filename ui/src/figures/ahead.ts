// The few milliseconds between a key and the disk. IndexedDB answers later, and a tab that is closed at once takes
// what was asked of it along; localStorage is written before the key's handler ends. So what is typed is noted here
// first, and the note goes when the record has it. A note that is found later is typed again: the same figure over
// the same version, which changes nothing if it had arrived.
import { newKey } from '../api/call.svelte'
import type { Typed, Unsent } from './unsent'

const prefix = 'giaoban.typed.'

export interface Note extends Pick<Unsent, 'account' | 'unit' | 'month'> {
  cells: Record<string, Typed>
}

/** Gives what takes the note away again. */
export function note(of: Note): () => void {
  const name = prefix + newKey()
  try {
    localStorage.setItem(name, JSON.stringify(of))
    return () => localStorage.removeItem(name)
  } catch {
    // Storage is full or forbidden: the record alone holds it.
    return () => undefined
  }
}

/** The notes of an account whose tab was gone before its record was written, and how to take each away. */
export function notes(account: string): { note: Note; drop: () => void }[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => ({ note: JSON.parse(localStorage.getItem(name) ?? 'null') as Note | null, drop: () => localStorage.removeItem(name) }))
      .filter((found): found is { note: Note; drop: () => void } => found.note?.account === account)
  } catch {
    return []
  }
}
