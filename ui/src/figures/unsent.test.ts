import { describe, expect, it } from 'vitest'
import type { Problem } from '../api/problem'
import type { FiguresForm } from '../api/types'
import * as unsent from './unsent'
import type { Typed, Unsent } from './unsent'

const form = { account: 'clerk', unit: 'hai-hoa', month: '2021-04' }
const cell = (value: string | null, seen = 0, more: Partial<Typed> = {}): Typed => ({ value, seen, ...more })
const answer = (versions: Record<string, number>) => ({ groups: [{ lines: Object.entries(versions).map(([code, version]) => ({ indicator: { code }, version })) }] }) as unknown as FiguresForm
const problem = (status: number, ...pointers: string[]): Problem => ({ type: 'x', status, title: { vi: 'không', en: 'no' }, fields: pointers.map((pointer) => ({ pointer, message: { vi: 'sai', en: 'wrong' } })) })
const typed = (cells: Record<string, Typed>, state?: Unsent) => unsent.type(state, form, cells)

describe('what a form owes', () => {
  it('is sealed under one key, and that letter stays as it is until it is answered', () => {
    let state = unsent.seal(typed({ a: cell('1') }), 'k1')
    state = unsent.seal(typed({ a: cell('2') }, state), 'k2')
    expect(state?.sending).toEqual({ key: 'k1', cells: { a: cell('1') } })
    expect(unsent.cellOf(state, 'a')?.value).toBe('2')
    expect(unsent.body(state as Unsent, (state as Unsent).sending as unsent.Letter).cells).toEqual([{ indicator: 'a', value: '1', state: null, reason: null, seen: 0 }])
  })
  it('is nothing once all is acknowledged', () => {
    const state = unsent.seal(typed({ a: cell('1') }), 'k1')
    expect(unsent.acknowledged(state, 'k1', answer({ a: 7 }))).toBeUndefined()
    expect(unsent.acknowledged(state, 'another', answer({ a: 7 }))).toBe(state)
  })
  it('knows that what was typed meanwhile was typed over what it sent', () => {
    let state = unsent.seal(typed({ a: cell('1') }), 'k1')
    state = unsent.acknowledged(typed({ a: cell('2') }, state), 'k1', answer({ a: 7 }))
    expect(state?.typed).toEqual({ a: cell('2', 7) })
  })
  it('knows it also of what is typed between the answer and its record', () => {
    const letter = (unsent.seal(typed({ a: cell('1', 4) }), 'k1') as Unsent).sending as unsent.Letter
    const by = unsent.written(letter, answer({ a: 7 }))
    expect(unsent.rebased(typed({ a: cell('2', 4), b: cell('3', 4) }), by)?.typed).toEqual({ a: cell('2', 7), b: cell('3', 4) })
  })
  it('keeps cells at fault for the user and sends the others', () => {
    let state = unsent.seal(typed({ a: cell('1'), b: cell('2'), c: cell('3') }), 'k1')
    state = unsent.refused(state, 'k1', problem(409, '/cells/0/seen'))
    expect(state?.typed.a?.conflict).toBe(true)
    state = unsent.seal(state, 'k2')
    expect(Object.keys(state?.sending?.cells ?? {})).toEqual(['b', 'c'])
    expect(unsent.due(unsent.acknowledged(state, 'k2', answer({ b: 1, c: 1 })))).toBe(false)
  })
  it('never throws away what a locked form refused, and sends it when the form opens again', () => {
    let state = unsent.refused(unsent.seal(typed({ a: cell('1') }), 'k1'), 'k1', problem(409))
    expect(state?.typed.a).toMatchObject({ value: '1', fault: { en: 'no' } })
    expect(unsent.due(state)).toBe(false)
    state = unsent.unlocked(state)
    expect(unsent.due(state)).toBe(true)
  })
  it('prefers what was typed while a letter was refused', () => {
    const state = unsent.refused(typed({ a: cell('2') }, unsent.seal(typed({ a: cell('1') }), 'k1')), 'k1', problem(422, '/cells/0/value'))
    expect(state?.typed.a).toEqual(cell('2'))
  })
  it('gives way to the figure that came meanwhile', () => {
    const state = unsent.refused(unsent.seal(typed({ a: cell('1') }), 'k1'), 'k1', problem(409, '/cells/0/seen'))
    expect(unsent.drop(state, 'a')).toBeUndefined()
  })
})
