// What clauses choose from: units (with "all communes and wards"), figures, agenda items.
import { live } from '../api/live.svelte'
import type { ConclusionsView } from '../api/types'
import { figure } from '../base/format'
import { say, type Text } from '../base/text.svelte'
import { wards } from './draft.svelte'
import { abbreviated, type NamedFigure, type NamedUnit } from './parse'
import { words } from './words'

/** Called while a component is set up. */
export function unitChoices() {
  const units = live('units.list', () => ({}))
  // The root of the tree is the committee itself: it assigns, it is not assigned to.
  const all = () => (units.data?.units ?? []).filter((unit) => unit.parent !== null && unit.parent !== undefined)
  return {
    get items(): { id: number; name: Text; also: string[] }[] {
      const each = all().map((unit) => ({ id: unit.id, name: unit.short_name, also: [unit.name.vi, unit.name.en] }))
      return [...each, { id: wards, name: words.wards, also: ['UBND các xã, phường', '16 xã phường'] }]
    },
    get named(): NamedUnit[] {
      const each = all().map((unit) => {
        const names = [unit.name.vi, unit.short_name.vi]
        // "Trung tâm Y tế thành phố" is said without its town, "UBND phường Hải Hòa" as "phường Hải Hòa".
        for (const tail of [/\s+thành phố.*$/i, /\s+(?:quốc tế\s+)?Móng Cái$/i]) names.push(unit.name.vi.replace(tail, ''))
        // As people say it: "phòng TC-KH", "Ban QLDA".
        names.push(...names.map(abbreviated).filter((name) => name !== undefined))
        return { id: unit.id, names: [...new Set(names)] }
      })
      return [...each, { id: wards, names: ['UBND các xã, phường', 'các xã, phường', '16 xã, phường', 'các xã phường'] }]
    },
    nameOf(id: number): Text | undefined {
      if (id === wards) return words.wards
      return all().find((unit) => unit.id === id)?.short_name
    },
  }
}

export function figureChoices(view: ConclusionsView): { id: string; name: Text; note: Text }[] {
  return view.figures.map((each) => ({ id: each.indicator, name: each.name, note: { vi: `${figure(each.value, undefined, 'vi')} ${each.unit.vi}`, en: `${figure(each.value, undefined, 'en')} ${each.unit.en}` } }))
}
export function namedFigures(view: ConclusionsView): NamedFigure[] {
  return view.figures.map((figure) => ({ code: figure.indicator, name: figure.name.vi }))
}
export function itemChoices(view: ConclusionsView): { value: string; label: Text }[] {
  return view.items.map((item) => ({ value: String(item.id), label: words.itemNumber(item.number, say(item.title)) }))
}
