// A rule's condition, read and reckoned as the server does (src/rules/expression.hpp says the language). Both are
// held to the same cases: tests/cases/entry-checks.json.

/** Exact: units / 10^scale. */
export interface Number_ {
  units: bigint
  scale: number
}
/** Everything may be missing. */
export type Value = Number_ | null

export type Expression =
  | { kind: 'number'; number: Number_ }
  | { kind: 'name'; text: string }
  | { kind: 'call'; text: string; parts: Expression[] }
  | { kind: 'negative' | 'not'; parts: [Expression] }
  | { kind: 'and' | 'or' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*'; parts: [Expression, Expression] }

export interface Names {
  value: (name: string) => Value
  call: (name: string, given: Value[]) => Value
}

/** The server reckons in 128 bits; what does not fit is missing in both. */
const most = 2n ** 127n
const scale_max = 18
const depth_max = 40

export const truth = (holds: boolean): Value => ({ units: holds ? 1n : 0n, scale: 0 })
export const holds = (value: Value): boolean => value !== null && value.units !== 0n
const fitting = (units: bigint, scale: number): Value => (units < most && units >= -most ? { units, scale } : null)

export function at(n: Number_, scale: number): bigint | null {
  return fitting(n.units * 10n ** BigInt(scale - n.scale), scale)?.units ?? null
}
function aligned(a: Value, b: Value, f: (l: bigint, r: bigint) => bigint): Value {
  if (!a || !b) return null
  const scale = Math.max(a.scale, b.scale)
  const [left, right] = [at(a, scale), at(b, scale)]
  return left === null || right === null ? null : fitting(f(left, right), scale)
}
export const plus = (a: Value, b: Value) => aligned(a, b, (l, r) => l + r)
export const minus = (a: Value, b: Value) => aligned(a, b, (l, r) => l - r)
export const times = (a: Value, b: Value) => (a && b && a.scale + b.scale <= scale_max ? fitting(a.units * b.units, a.scale + b.scale) : null)
/** −1, 0, 1; null where it is beyond reckoning. */
export function order(a: Number_, b: Number_): number | null {
  const scale = Math.max(a.scale, b.scale)
  const [left, right] = [at(a, scale), at(b, scale)]
  return left === null || right === null ? null : left < right ? -1 : left > right ? 1 : 0
}

const comparing = ['!=', '<=', '>=', '=', '<', '>'] as const

class Parser {
  #at = 0
  #depth = 0
  constructor(readonly text: string) {}

  whole(): Expression {
    const read = this.#or()
    this.#skip()
    if (this.#at < this.text.length) this.#fail()
    return read
  }
  #or(): Expression {
    return this.#chain(['or'], () => this.#chain(['and'], () => this.#not()))
  }
  #not(): Expression {
    if (!this.#word('not')) return this.#comparison()
    return this.#deeper(() => ({ kind: 'not', parts: [this.#not()] }))
  }
  #comparison(): Expression {
    const left = this.#sum()
    for (const sign of comparing) if (this.#take(sign)) return { kind: sign, parts: [left, this.#sum()] }
    return left
  }
  #sum(): Expression {
    return this.#chain(['+', '-'], () => this.#chain(['*'], () => this.#unary()))
  }
  #unary(): Expression {
    return this.#take('-') ? { kind: 'negative', parts: [this.#primary()] } : this.#primary()
  }
  #chain(signs: ('or' | 'and' | '+' | '-' | '*')[], below: () => Expression): Expression {
    let left = below()
    for (;;) {
      const sign = signs.find((each) => (/[a-z]/.test(each) ? this.#word(each) : this.#take(each)))
      if (!sign) return left
      left = { kind: sign, parts: [left, below()] }
    }
  }
  #primary(): Expression {
    return this.#deeper(() => {
      this.#skip()
      if (this.#take('(')) {
        const inner = this.#or()
        return this.#take(')') ? inner : this.#fail()
      }
      const number = /^\d+(\.\d*)?/.exec(this.text.slice(this.#at))?.[0]
      if (number) {
        this.#at += number.length
        const [whole = '', fraction = ''] = number.split('.')
        return { kind: 'number', number: { units: BigInt(whole + fraction), scale: fraction.length } }
      }
      const name = /^[A-Za-z_][\w.]*/.exec(this.text.slice(this.#at))?.[0]
      if (!name || ['and', 'or', 'not'].includes(name)) return this.#fail()
      this.#at += name.length
      if (!this.#take('(')) return { kind: 'name', text: name }
      const parts: Expression[] = []
      do parts.push(this.#or())
      while (this.#take(','))
      return this.#take(')') ? { kind: 'call', text: name, parts } : this.#fail()
    })
  }
  #deeper(inner: () => Expression): Expression {
    if (++this.#depth > depth_max) this.#fail()
    const read = inner()
    this.#depth--
    return read
  }
  #skip(): void {
    while (this.text[this.#at] === ' ') this.#at++
  }
  #take(sign: string): boolean {
    this.#skip()
    if (!this.text.startsWith(sign, this.#at)) return false
    this.#at += sign.length
    return true
  }
  #word(word: string): boolean {
    this.#skip()
    return !/[A-Za-z0-9_]/.test(this.text[this.#at + word.length] ?? ' ') && this.#take(word)
  }
  #fail(): never {
    throw new SyntaxError(`no expression from “${this.text.slice(this.#at, this.#at + 20)}”`)
  }
}

/** Throws where it is none; the server has refused such rules before. */
export function parse(text: string): Expression {
  return new Parser(text).whole()
}

export function evaluate(e: Expression, names: Names): Value {
  if (e.kind === 'number') return e.number
  if (e.kind === 'name') return names.value(e.text)
  if (e.kind === 'call') return names.call(e.text, e.parts.map((part) => evaluate(part, names)))
  const [left, right] = e.parts as [Expression, Expression]
  const a = evaluate(left, names)
  if (e.kind === 'negative') return minus({ units: 0n, scale: 0 }, a)
  if (e.kind === 'not') return a && truth(!holds(a))
  const b = evaluate(right, names)
  switch (e.kind) {
    case 'and':
    case 'or': {
      const deciding = e.kind === 'or'
      if ((a && holds(a) === deciding) || (b && holds(b) === deciding)) return truth(deciding)
      return a && b ? truth(!deciding) : null
    }
    case '+':
      return plus(a, b)
    case '-':
      return minus(a, b)
    case '*':
      return times(a, b)
  }
  const o = a && b ? order(a, b) : null
  if (o === null) return null
  return truth(e.kind === '=' ? o === 0 : e.kind === '!=' ? o !== 0 : e.kind === '<' ? o < 0 : e.kind === '<=' ? o <= 0 : e.kind === '>' ? o > 0 : o >= 0)
}
