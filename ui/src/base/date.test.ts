import { describe, expect, it } from 'vitest'
import { addMonths, clockwork, date, dateOf, daysBetween, instant, moment, monthName, readDate, shortDate, time, weekday } from './date'

describe('dates as written', () => {
  it('carries a zero on days under 10 and on months 1 and 2 only', () => {
    expect(date('2021-05-06')).toBe('06/5/2021')
    expect(date('2021-02-16')).toBe('16/02/2021')
    expect(date('2021-12-31')).toBe('31/12/2021')
    expect(shortDate('2021-05-06')).toBe('06/5')
  })
  it('is written in English as the documents write it', () => {
    expect(date('2021-05-06', 'en')).toBe('6 May 2021')
    expect(shortDate('2021-09-16', 'en')).toBe('16 Sep')
  })
  it('is seven hours ahead of UTC', () => {
    expect(dateOf('2021-05-05T17:00:00.000Z')).toBe('2021-05-06')
    expect(time('2021-05-06T01:42:00.000Z')).toBe('08:42')
    expect(moment('2021-05-04T01:40:00.000Z')).toBe('08:40, 04/5/2021')
    expect(instant('2021-05-06', '08:00')).toBe('2021-05-06T01:00:00.000Z')
  })
  it('names days and months', () => {
    expect(weekday('2021-05-06').vi).toBe('Thứ Năm')
    expect(monthName('2021-04')).toEqual({ vi: 'Tháng 4/2021', en: 'April 2021' })
    expect(addMonths('2021-01', -1)).toBe('2020-12')
    expect(addMonths('2020-12', 1)).toBe('2021-01')
    expect(daysBetween('2021-05-06', '2021-05-20')).toBe(14)
  })
  it('counts down', () => {
    expect(clockwork(134)).toBe('02:14')
    expect(clockwork(4000)).toBe('1:06:40')
    expect(clockwork(-3)).toBe('00:00')
  })
})

describe('dates as typed', () => {
  const near = '2021-05-06'
  it('reads the ways people write', () => {
    for (const typed of ['20/5/2021', '20.05.2021', '20-5-21', '20 5 2021', '20052021', '20/5', '20 May 2021', '20 may']) expect(readDate(typed, near), typed).toBe('2021-05-20')
  })
  it('takes the year that is nearest', () => {
    expect(readDate('31/12', '2021-01-10')).toBe('2020-12-31')
    expect(readDate('5/1', '2020-12-20')).toBe('2021-01-05')
    expect(readDate('29/2', near)).toBe('2020-02-29')
  })
  it('refuses days there are not', () => {
    for (const typed of ['31/4/2021', '29/2/2021', '0/5/2021', 'mai', '20/13', '20 mai 2021', '31 April 2021']) expect(readDate(typed, near), typed).toBeUndefined()
    expect(readDate('', near)).toBeNull()
  })
})
