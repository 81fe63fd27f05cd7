import { describe, expect, test } from 'vitest'
import { attemptAllowance, ATTEMPTS_WINDOW_MS } from '../../../src/model/applications/attempts.ts'

describe('five wrong tries an hour', () => {
  const NOW = Date.parse('2026-11-21T02:00:00Z')
  const minutesAgo = (...minutes: number[]) => minutes.map((ago) => NOW - ago * 60_000)

  test.each([
    [[], 5],
    [[10], 4],
    [[50, 40, 30, 20], 1],
    [[61, 62, 63, 64, 65], 5],
    [[60], 5],
  ])('wrong %o minutes ago leaves %i', (minutes, remaining) => {
    expect(attemptAllowance(minutesAgo(...minutes), NOW)).toEqual({ allowed: true, remaining })
  })

  test('after the fifth it is over until the first of them is an hour old', () => {
    const wrong = minutesAgo(50, 5, 4, 3, 2)
    expect(attemptAllowance(wrong, NOW)).toEqual({ allowed: false, retryAt: NOW + 10 * 60_000 })
    expect(attemptAllowance(wrong, NOW + 10 * 60_000)).toEqual({ allowed: true, remaining: 1 })
  })

  test('order does not matter and old tries are dropped', () => {
    expect(attemptAllowance(minutesAgo(2, 50, 4, 3, 5), NOW)).toMatchObject({
      retryAt: NOW - 50 * 60_000 + ATTEMPTS_WINDOW_MS,
    })
    expect(attemptAllowance(minutesAgo(90, 5), NOW)).toEqual({ allowed: true, remaining: 4 })
  })
})
