import { describe, expect, test } from 'vitest'
import { walkEverybody } from './judge.ts'
import { everybody } from './person.ts'
import { figures } from './report.ts'

/** `npm run -s bench -- cast --talks` shows what was said with those who did not get their answer. */
const all = walkEverybody()
const found = figures(all)
const share = (count: number, of: number) => count / of

describe('the cast', () => {
  const people = everybody()

  test('is large, and nobody comes twice', () => {
    expect(people.length).toBeGreaterThanOrEqual(110)
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length)
    expect(new Set(people.map(({ asks }) => asks[0]!.say.join(' '))).size).toBe(people.length)
  })

  test('answers in words; about a third writes numbers', () => {
    const writers = people.filter(({ numbers }) => numbers).length
    expect(share(writers, people.length)).toBeGreaterThan(0.25)
    expect(share(writers, people.length)).toBeLessThan(0.4)
  })
})

test('who asked for a person has one, with the question', () => {
  const wishing = all.filter(({ person }) => person.asks.every(({ says }) => says === null))
  const left = wishing.filter(({ outcome }) => outcome !== 'wished')
  expect(left.map(({ person }) => person.id)).toEqual([])
})

/** What is reached: when a figure gets better its bound is written anew; none may get worse. */
describe('figures', () => {
  test('of the outcome', () => {
    const { people, answer, wished, officer, wrong } = found
    expect(share(answer + wished, people)).toBeGreaterThanOrEqual(0.85)
    expect(share(answer + wished + officer, people)).toBeGreaterThanOrEqual(0.95)
    expect(share(wrong, people)).toBe(0)
  })

  test('of the way', () => {
    const { replies, notUnderstood, menuForWords, sameTwice, silent, messages } = found
    expect(share(notUnderstood, replies)).toBeLessThanOrEqual(0.092)
    expect(share(menuForWords, replies)).toBeLessThanOrEqual(0.006)
    expect(share(sameTwice, replies)).toBeLessThanOrEqual(0.003)
    expect(silent).toBe(0)
    expect(messages).toBeLessThanOrEqual(1)
  })
})
