import { describe, expect, it } from 'vitest'
import { add, compare, divide, round, scaleOf, subtract } from './decimal'
import { change, figure, level, percent, readFigure, signed, times } from './format'

describe('exact decimals', () => {
  it('adds what floating point cannot', () => {
    expect(add('0.1', '0.2')).toBe('0.3')
    expect(add('9007199254740993', '0.01')).toBe('9007199254740993.01')
    expect(subtract('1', '1.05')).toBe('-0.05')
  })
  it('rounds halves away from zero', () => {
    expect(round('2.45', 1)).toBe('2.5')
    expect(round('-2.45', 1)).toBe('-2.5')
    expect(round('2.449', 1)).toBe('2.4')
    expect(round('3', 2)).toBe('3.00')
    expect(round('-0.04', 1)).toBe('0.0')
  })
  it('divides to a number of places, and never by zero', () => {
    expect(divide('141.7', '60.9', 4)).toBe('2.3268')
    expect(divide('1', '3', 2)).toBe('0.33')
    expect(divide('-1', '8', 2)).toBe('-0.13')
    expect(divide('1', '0', 2)).toBeNull()
  })
  it('compares by value, not by text', () => {
    expect(compare('1.10', '1.1')).toBe(0)
    expect(compare('9', '10')).toBe(-1)
    expect(compare('-9', '-10')).toBe(1)
    expect(scaleOf('1.10')).toBe(2)
  })
})

describe('figures as written', () => {
  it('has a decimal comma and dots between thousands', () => {
    expect(figure('1214.8')).toBe('1.214,8')
    expect(figure('1234567')).toBe('1.234.567')
    expect(figure('-2.3')).toBe('−2,3')
    expect(figure('100')).toBe('100')
    expect(figure('29.249', 1)).toBe('29,2')
    expect(figure('0')).toBe('0')
    expect(figure('-0.0')).toBe('0,0')
  })
  it('follows the language: a decimal point and commas in English', () => {
    expect(figure('1214.8', undefined, 'en')).toBe('1,214.8')
    expect(figure('-1234567.25', 1, 'en')).toBe('−1,234,567.3')
    expect(percent('104.9', 1, 'en')).toBe('104.9%')
    expect(change('-2.3', 1, 'en')).toBe('−2.3%')
    expect(level('104.9').en).toBe('104.9% of')
    expect(times('10.07').en).toBe('10.1 times')
  })
  it('signs a difference, but not zero', () => {
    expect(signed('26.0')).toBe('+26,0')
    expect(signed('-0.04', 1)).toBe('0,0')
    expect(change('-2.3')).toBe('−2,3%')
  })
  it('words ratios as reports do', () => {
    expect(percent('104.9')).toBe('104,9%')
    expect(level('104.9').vi).toBe('bằng 104,9%')
    expect(times('10.07').vi).toBe('gấp 10,1 lần')
  })
})

describe('figures as typed', () => {
  it('reads commas and grouping dots', () => {
    expect(readFigure('1.286,5')).toBe('1286.5')
    expect(readFigure('1.286')).toBe('1286')
    expect(readFigure(' 12 345,60 ')).toBe('12345.60')
    expect(readFigure('−2,3')).toBe('-2.3')
    expect(readFigure('007')).toBe('7')
    expect(readFigure('5,')).toBe('5')
  })
  it('takes a dot that cannot group for the comma it stands for', () => {
    expect(readFigure('84.6')).toBe('84.6')
    expect(readFigure('1286.5')).toBe('1286.5')
  })
  it('knows empty from zero, and nonsense from both', () => {
    expect(readFigure('  ')).toBeNull()
    expect(readFigure('0')).toBe('0')
    expect(readFigure('-0')).toBe('0')
    for (const typed of ['abc', '1,2,3', '1.2.3', '12.34,5', '1e5', ',', '-', '--1']) expect(readFigure(typed), typed).toBeUndefined()
  })
  it('reads English by its own signs', () => {
    expect(readFigure('1,286.5', 'en')).toBe('1286.5')
    expect(readFigure('1,286', 'en')).toBe('1286')
    expect(readFigure('1.286', 'en')).toBe('1.286')
    expect(readFigure('84,6', 'en')).toBe('84.6')
    for (const typed of ['1.2.3', '1,2,3', '12,34.5', '.']) expect(readFigure(typed, 'en'), typed).toBeUndefined()
  })
  it('writes out what it reads', () => {
    for (const written of ['vi', 'en'] as const)
      for (const value of ['0', '84.6', '1286.5', '1234567.891', '-40.0']) expect(readFigure(figure(value, undefined, written), written)).toBe(value)
  })
})
