import { describe, expect, test } from 'vitest'
import { complainers } from './complainer.ts'
import { deskFigures } from './desk-report.ts'
import { walkComplainers } from './desk.ts'

/** `npm run -s bench -- complainers --talks` shows what was said with those who did not fare well. */
const all = walkComplainers()
const found = deskFigures(all)
const share = ({ count, of }: { count: number; of: number }) => count / of

describe('the cast that reports', () => {
  const people = complainers()

  test('is large, and nobody comes twice', () => {
    expect(people.length).toBeGreaterThanOrEqual(80)
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length)
    expect(new Set(people.map(({ asks }) => asks[0]!.say.join(' '))).size).toBe(people.length)
  })
})

/** What is reached: when a figure gets better its bound is written anew; none may get worse. */
describe('figures', () => {
  test('of what stands at the desk', () => {
    expect(share(found.reached)).toBeGreaterThanOrEqual(0.6)
    expect(share(found.clean)).toBeGreaterThanOrEqual(0.35)
    expect(share(found.category)).toBeGreaterThanOrEqual(0.85)
    expect(share(found.office)).toBeGreaterThanOrEqual(0.9)
    expect(share(found.whole)).toBeGreaterThanOrEqual(0.85)
  })
})
