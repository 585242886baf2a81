// The questions about a figure, asked while one types: the same data (figures.checks: rules/entry-checks.json),
// the same language and the same words as the server's (src/figures/check.cpp), so that a line that is down changes
// nothing. The server asks again; it alone decides what is counted.
import type { FiguresCellCheck, RulesCheckRule, RulesEntryChecks, RulesQuestions, RulesWording } from '../api/types'
import type { IsoMonth } from '../base/date'
import type { Decimal } from '../base/decimal'
import { evaluate, holds, minus, order, parse, times, truth, type Expression, type Number_, type Value } from './expression'
import { divided, numberOf, plain, quotient, units_max, written, zero, type Language } from './exact'

export interface CheckedCell {
  value: Decimal | null
  last_month: Decimal | null
  last_year: Decimal | null
}
interface Known {
  scale: number
  unit: { vi: string; en: string }
  cell: Record<keyof CheckedCell, Value>
}

const slip_digits_max = 6

/** The figure with its decimal point where it is closest to `base`, and within so many times of it. */
function moved(value: Value, base: Value, most: Value): Value {
  if (!value || !base || !most || value.units <= 0n || base.units <= 0n || base.scale > value.scale) return null
  const v = value.units
  const b = base.units * 10n ** BigInt(value.scale - base.scale)
  const beyond = (x: bigint, y: bigint) => x * 10n ** BigInt(most.scale) > y * most.units
  const distance = (x: bigint) => (x > b ? (x * 1000n) / b : (b * 1000n) / x)
  let best: bigint | null = null
  for (let digits = 1; digits <= slip_digits_max; digits++) {
    const p = 10n ** BigInt(digits)
    const x = v > b ? divided(v, p) : v * p
    if (x <= 0n || x > units_max / 10n) break
    if (beyond(x, b) || beyond(b, x)) continue
    if (best === null || distance(x) < distance(best)) best = x
  }
  return best === null ? null : { units: best, scale: value.scale }
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

export class Checks {
  #constants: Map<string, Number_>
  #definitions: Map<string, { argument: string; is: Expression }>
  #questions: { rule: RulesCheckRule; when: Expression; suggestion: Expression | null }[]
  #cells = new Map<string, Known>()

  constructor(
    questions: RulesQuestions,
    bands: RulesEntryChecks,
    readonly wording: RulesWording,
    readonly month: IsoMonth,
  ) {
    this.#constants = new Map(Object.entries(bands).map(([name, value]) => [name, numberOf(String(value))]))
    this.#definitions = new Map(questions.definitions.map((each) => [each.name, { argument: each.argument, is: parse(each.is) }]))
    this.#questions = questions.checks.map((rule) => ({ rule, when: parse(rule.when), suggestion: rule.suggestion ? parse(rule.suggestion) : null }))
  }

  put(code: string, scale: number, unit: { vi: string; en: string }, cell: CheckedCell): void {
    const number = (text: Decimal | null) => (text === null ? null : numberOf(text, scale))
    this.#cells.set(code, { scale, unit, cell: { value: number(cell.value), last_month: number(cell.last_month), last_year: number(cell.last_year) } })
  }

  /** The first question that the cell raises as its figures stand now. */
  of(code: string): FiguresCellCheck | null {
    const own = this.#cells.get(code)
    if (!own) return null
    for (const question of this.#questions) {
      if (question.rule.of && !question.rule.of.includes(code)) continue
      const names = this.#names(own)
      if (!holds(evaluate(question.when, names))) continue
      const suggestion = question.suggestion ? evaluate(question.suggestion, names) : null
      const full = this.#names(own, suggestion)
      const said = (text: { vi: string; en: string }) => ({ vi: this.#said(text.vi, 'vi', own, full), en: this.#said(text.en, 'en', own, full) })
      return { kind: question.rule.kind, title: said(question.rule.title), detail: said(question.rule.detail), suggestion: suggestion && plain(suggestion) }
    }
    return null
  }

  #names(own: Known, suggestion: Value = null) {
    let given: { name: string; value: Value } | null = null
    const value = (name: string): Value => {
      if (given?.name === name) return given.value
      if (name === 'value' || name === 'last_month' || name === 'last_year') return own.cell[name]
      if (name === 'scale') return { units: BigInt(own.scale), scale: 0 }
      if (name === 'suggestion') return suggestion
      const constant = this.#constants.get(name)
      if (constant) return constant
      const [code = '', what = 'value', more] = name.split('.')
      const other = this.#cells.get(code)
      return other && more === undefined && what in other.cell && (what !== 'value' || !name.includes('.')) ? other.cell[what as keyof CheckedCell] : null
    }
    const call = (name: string, a: Value[]): Value => {
      const [first = null, second = null, third = null] = a
      if (name === 'known') return truth(first !== null)
      if (name === 'abs') return first && first.units < 0n ? minus(zero, first) : first
      if (name === 'moved') return moved(first, second, third)
      if (name === 'min' || name === 'max') {
        let best = first
        for (const each of a) {
          const o = each && best ? order(each, best) : null
          if (o === null) return null
          if (name === 'min' ? o < 0 : o > 0) best = each
        }
        return best
      }
      const definition = this.#definitions.get(name)
      if (!definition) return null
      const outer = given
      given = { name: definition.argument, value: first }
      const result = evaluate(definition.is, { value, call })
      given = outer
      return result
    }
    return { value, call }
  }

  #said(text: string, language: Language, own: Known, names: { value: (name: string) => Value; call: (name: string, a: Value[]) => Value }): string {
    return text.replace(/\{([^}]*)\}/g, (_, inside: string) => this.#filled(inside, language, own, names))
  }

  #filled(text: string, language: Language, own: Known, names: { value: (name: string) => Value; call: (name: string, a: Value[]) => Value }): string {
    if (text === 'unit') return own.unit[language]
    const month = /^(M|m)onth_(before|last_year)$/.exec(text)
    if (month) {
      const number = Number(this.month.slice(5))
      const year = month[2] === 'last_year'
      const at = year ? number : number === 1 ? 12 : number - 1
      const word = language === 'vi' ? `tháng ${at}${year ? ' năm trước' : ''}` : `${months[at - 1]}${year ? ' last year' : ''}`
      return month[1] === 'M' ? word.charAt(0).toUpperCase() + word.slice(1) : word
    }
    const e = parse(text)
    const shown = (n: Number_ | null) => (n ? written(n, language, true) : '–')
    if (e.kind === 'call' && (e.text === 'times' || e.text === 'percent' || e.text === 'trend')) {
      const [a = null, b = null] = e.parts.map((part) => evaluate(part, names))
      return e.text === 'trend' ? this.#trend(a, b, language, shown) : shown(quotient(a, b, e.text === 'times' ? 1n : 100n, this.wording.decimals))
    }
    const value = evaluate(e, names)
    return value && value.units < units_max && value.units >= -units_max ? written(value, language, false) : '–'
  }

  /** "tăng 0,7%", "giảm 2%", "gấp 2,1 lần", "tương đương": by the wording rules, as in the report. */
  #trend(a: Value, b: Value, language: Language, shown: (n: Number_ | null) => string): string {
    if (!a || !b || a.units <= 0n || b.units <= 0n) return '–'
    const vi = language === 'vi'
    const change = minus(a, b)
    const size = change && change.units < 0n ? minus(zero, change) : change
    const below = (x: Value, y: Value) => x !== null && y !== null && (order(x, y) ?? 0) < 0
    if (size && (size.units === 0n || below(times(size, { units: 100n, scale: 0 }), times(b, numberOf(this.wording.flat_below))))) return vi ? 'tương đương' : 'about the same'
    const threshold = times(b, numberOf(this.wording.times_from))
    if (threshold && (order(a, threshold) ?? -1) >= 0) return (vi ? 'gấp ' : '') + shown(quotient(a, b, 1n, this.wording.decimals)) + (vi ? ' lần' : ' times as much')
    const up = change !== null && change.units > 0n
    return (vi ? (up ? 'tăng ' : 'giảm ') : up ? 'up ' : 'down ') + shown(quotient(size, b, 100n, this.wording.decimals)) + '%'
  }
}
