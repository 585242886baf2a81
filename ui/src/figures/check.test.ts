// The same cases as the server's (src/figures/check_test.cpp).
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RulesCheckRule, RulesEntryChecks, RulesQuestions, RulesWording } from '../api/types'
import { Checks, type CheckedCell } from './check'

const file = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as T
interface Rules<T> {
  rules: { id: string; value: T }[]
}
interface Cases {
  unit: { vi: string; en: string }
  more: RulesCheckRule[]
  cases: { name: string; month: string; cells: ({ code: string; scale: number } & Partial<CheckedCell>)[]; asked: string; expected: object | null }[]
}
const questions = file<Rules<RulesQuestions>>('rules/entry-checks.json').rules[0]?.value as RulesQuestions
const bands = file<Rules<RulesEntryChecks>>('rules/reporting.json').rules.find((rule) => rule.id === 'entry-checks')?.value as RulesEntryChecks
const wording = file<Rules<RulesWording>>('rules/wording.json').rules[0]?.value as RulesWording
const { unit, more, cases } = file<Cases>('tests/cases/entry-checks.json')

describe('the questions on entry', () => {
  it.each(cases)('$name', ({ month, cells, asked, expected }) => {
    const form = new Checks({ ...questions, checks: [...more, ...questions.checks] }, bands, wording, month)
    for (const { code, scale, value = null, last_month = null, last_year = null } of cells) form.put(code, scale, unit, { value, last_month, last_year })
    expect(form.of(asked)).toEqual(expected && { suggestion: null, ...expected })
  })
})
