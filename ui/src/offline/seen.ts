// Views as they were last seen, so that a form opens on a cut line. Never taken for what is: whoever shows one says
// when it was seen. They belong to an account and go when it signs out.
import { forget, get, update } from './store'

export interface Seen {
  data: unknown
  version: number | undefined
  /** By the server's clock, in milliseconds. */
  at: number
}

/** Enough to enter figures without a line; what the chair sees is not left on a machine. */
const kept = ['figures.form', 'figures.coverage', 'figures.checks', 'figures.grid']
/** How long who was here is believed without asking the server: a sign-in lasts as long. */
const presence_ms_max = 12 * 3600 * 1000

let owner = ''
/** Whose views these are; nobody's are kept while nobody is signed in. */
export function seenBy(account: string): void {
  owner = account
}
export function seeing(): string {
  return owner
}

export function isKept(address: string): boolean {
  return owner !== '' && kept.some((name) => address.startsWith(`/api/${name}`))
}
export async function keepSeen(address: string, seen: Seen): Promise<void> {
  if (isKept(address)) await update<Seen>('seen', [owner, address], () => seen).catch(() => undefined)
}
export async function lastSeen(address: string): Promise<Seen | undefined> {
  return isKept(address) ? get<Seen>('seen', [owner, address]).catch(() => undefined) : undefined
}
export async function forgetSeen(account: string): Promise<void> {
  await forget('seen', account).catch(() => undefined)
}

// Who was here last. Without it a page opened on a cut line knows neither whose form to show nor whose figures wait.

interface Presence {
  who: unknown
  at: number
  until: number
}
export async function keepPresence(who: unknown, at: number): Promise<void> {
  await update<Presence>('seen', ['', 'presence'], () => ({ who, at, until: Date.now() + presence_ms_max })).catch(() => undefined)
}
export async function lastPresence<T>(): Promise<{ who: T; at: number } | undefined> {
  const found = await get<Presence>('seen', ['', 'presence']).catch(() => undefined)
  const gone = found ? Date.now() - (found.until - presence_ms_max) : 0
  // The server's clock runs on while the page is closed.
  return found && gone >= 0 && gone < presence_ms_max ? { who: found.who as T, at: found.at + gone } : undefined
}
export async function forgetPresence(): Promise<void> {
  await forget('seen', '').catch(() => undefined)
}
