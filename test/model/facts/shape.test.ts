import { describe, expect, test } from 'vitest'
import { shapeProblem } from '../../../src/model/facts/shape.ts'
import type { FactValue } from '../../../src/model/facts/fact.ts'

describe('what a value may look like', () => {
  const MONTHS = [{ least: 6, most: 24 }]
  const TIMES = [{ from: '08:00', to: '11:00' }]
  const MONTH = [{ from: '2027-02-08', to: '2027-03-08' }]
  test.each<[string, FactValue, readonly FactValue[], string | null]>([
    ['hours.open', { mon: ['08:00', '16:00'], fri: ['08:00', '15:30'] }, [], null],
    ['hours.open', {}, [], 'hours'],
    ['hours.open', { mon: ['16:00', '08:00'] }, [], 'hours'],
    ['hours.break', { mon: ['12:00', '13:00'] }, [], null],
    ['hours.break', { mon: ['12:00', '13:00', '14:00'] }, [], 'hours'],
    ['hours.ramadan', { mon: ['08:00'] }, [], 'hours'],
    ['hours.ramadan', { senin: ['08:00', '15:00'] }, [], 'hours'],
    ['hours.ramadan', { mon: ['8', '15:00'] }, [], 'hours'],
    ['kinds.offered', ['plain'], [], null],
    ['kinds.offered', [], [], 'kinds'],
    ['kinds.offered', ['plain', 'plain'], [], 'kinds'],
    ['kinds.offered', ['gold'], [], 'kinds'],
    ['lost.defer.months', { least: 3, most: 3 }, MONTHS, null],
    ['lost.defer.months', { least: 7, most: 6 }, MONTHS, 'span'],
    ['lost.defer.months', { least: 7 }, MONTHS, 'span'],
    ['lost.defer.months', { least: '7', most: '8' }, MONTHS, 'span'],
    ['express.offered', { from: '09:00', to: '10:30' }, TIMES, null],
    ['express.offered', { to: '10:30', from: '09:00' }, TIMES, null],
    ['express.offered', { to: '08:30', from: '09:00' }, TIMES, 'span'],
    ['express.offered', { from: '9', to: '10' }, TIMES, 'span'],
    ['ramadan', { from: '2028-01-28', to: '2028-02-25' }, MONTH, null],
    ['ramadan', { from: '2028-02-25', to: '2028-01-28' }, MONTH, 'span'],
    ['hours.open', null, [], null],
    ['days.issue', 4, [3], null],
  ])('%s: %j', (key, value, kin, problem) => {
    expect(shapeProblem(key, value, kin)).toBe(problem)
  })
})
