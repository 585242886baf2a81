// What fields know of the form around them: the server's faults, each by its pointer.
import { createContext } from 'svelte'
import type { Problem } from '../api/problem'

export interface FormAround {
  readonly problem: Problem | null
  /** Fields tell where they are, so that the summary can lead to them. */
  register(pointer: string, field: { id: string; label: () => string }): () => void
}

const [get, set] = createContext<FormAround>()
export const setForm = set
export function formAround(): FormAround | null {
  try {
    return get()
  } catch {
    return null // a field may stand alone
  }
}

/** What a field hands to the control in it. */
export interface Control {
  id: string
  describedBy: string | undefined
  invalid: true | undefined
  required: true | undefined
}
