// Finding Vietnamese words typed without accents, or by their first letters.

const marks = /[\u0300-\u036f]/g

/** "Phòng Tài chính – Kế hoạch" → "phong tai chinh – ke hoach" */
export function fold(text: string): string {
  return text.normalize('NFD').replace(marks, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

/** "Phòng Tài chính – Kế hoạch" → "ptckh" */
function initials(folded: string): string {
  return folded
    .split(/[^a-z0-9]+/)
    .map((word) => word[0] ?? '')
    .join('')
}

/**
 * How well what was typed fits a name: 0 is not at all, higher is better.
 * Accents count only when they were typed: "hai hoa" finds Hải Hòa, "hải hoà" does not find Hai Hoa.
 */
export function fit(typed: string, name: string): number {
  const wanted = typed.trim().toLowerCase().normalize('NFC')
  if (!wanted) return 1
  const plain = fold(wanted)
  const accented = plain !== wanted
  const where = accented ? name.toLowerCase().normalize('NFC') : fold(name)
  const what = accented ? wanted : plain
  if (where === what) return 6
  if (where.startsWith(what)) return 5
  const words = what.split(/\s+/)
  const starts = where.split(/[\s–,()/-]+/)
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 4
  if (where.includes(what)) return 3
  if (!accented && plain.length > 1 && initials(fold(name)).includes(plain.replace(/\s+/g, ''))) return 2
  return words.every((word) => where.includes(word)) ? 1 : 0
}

/** The things whose names fit, best first; the given order decides between equals. */
export function search<T>(typed: string, things: readonly T[], names: (thing: T) => string[]): T[] {
  if (!typed.trim()) return [...things]
  return things
    .map((thing, at) => ({ thing, at, score: Math.max(0, ...names(thing).map((name) => fit(typed, name))) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map((found) => found.thing)
}
