import { expect, test } from 'vitest'
import { subscriptionEnds } from '../../src/model/subscriptions.ts'

test.each([
  ['quota', '2026-12-21'],
  ['application', '2027-02-19'],
] as const)('what was asked of %s on 21 November ends on %s', (of, until) => {
  expect(subscriptionEnds(of, '2026-11-21')).toBe(until)
})
