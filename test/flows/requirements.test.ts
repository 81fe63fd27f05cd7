import { describe, expect, test } from 'vitest'
import type { Choice } from '../../src/flows/engine/conversation.ts'
import type { State } from '../../src/flows/engine/state.ts'
import { step } from '../../src/flows/index.ts'
import { initialState } from '../../src/flows/engine/state.ts'
import { library, STILL } from './stage.ts'

/** From "halo" to the take-along list, along every way a person can answer. */

function hear(state: State, text: string): State {
  return step(state, { kind: 'message', content: { kind: 'text', text } }, STILL).state
}

const choicesOf = (state: State): readonly Choice[] =>
  (state.lastSaid.at(-1)?.choices ?? []).filter(({ id }) => id !== 'petugas' && id !== 'menu')

const ENDS = ['list', 'doubt', 'next']

interface Path {
  readonly answers: readonly string[]
  readonly end: string
}

/** Every path to the list, each as the answers given. */
function paths(state: State, answers: readonly string[] = []): Path[] {
  if (ENDS.includes(state.step)) return [{ answers, end: state.step }]
  return choicesOf(state).flatMap(({ id }, at) => paths(hear(state, String(at + 1)), [...answers, id]))
}

/** As people begin: "halo", the menu entry, and for whom. */
function from(who: string): Path[] {
  const menu = hear(initialState(), 'halo')
  const asked = hear(menu, '1')
  const at = choicesOf(asked).findIndex(({ id }) => id === who)
  return paths(hear(asked, String(at + 1)), ['requirements', who])
}

test('an adult who replaces a passport has the list after at most five answers', () => {
  const replacing = from('adult').filter(({ answers }) => answers[2] === 'replace')
  expect(replacing.length).toBeGreaterThan(5)
  expect(Math.max(...replacing.map(({ answers }) => answers.length))).toBe(5)
})

test.each([
  ['mau perpanjang paspor saya', 2],
  ['i want to renew my passport', 2],
  ['paspor saya hilang', 0],
  ['paspor istri saya rusak kena air', 0],
  ['ibu saya 65 tahun mau perpanjang paspor', 2],
  ['perpanjang paspor anak saya', 4],
])('after "%s" the list needs at most %i answers more', (words, most) => {
  const all = paths(hear(initialState(), words))
  expect(Math.max(...all.map(({ answers }) => answers.length))).toBe(most)
})

test('of an age only the band is kept', () => {
  const listed = hear(initialState(), 'paspor anak saya umur 11 tahun hilang')
  const done = choicesOf(listed).length > 0 ? hear(hear(listed, '1'), '1') : listed
  const kept = JSON.stringify(done.memory)
  expect(kept).toContain('"band":"child"')
  expect(kept).not.toContain('11')
})

test.each(['child', 'toddler'])('a %s has the list after at most seven answers', (who) => {
  const all = from(who)
  expect(all.length).toBeGreaterThan(20)
  expect(Math.max(...all.map(({ answers }) => answers.length))).toBe(7)
})

describe.each(['adult', 'elderly', 'child', 'group'])('every path of %s', (who) => {
  test('ends with a list, or with the honest words that there is none', () => {
    const ends = new Set(from(who).map(({ end }) => end))
    expect([...ends].every((end) => ENDS.includes(end))).toBe(true)
    expect(ends).toContain('list')
  })
})

test('every question of the table has a step of its own', () => {
  const asked = new Set(['adult', 'child'].flatMap((who) => from(who).flatMap(({ answers }) => answers)))
  const choices = library.requirements.questions.flatMap(({ choices }) => choices)
  const missing = choices.filter((choice) => !asked.has(choice) && choice !== 'group')
  expect(missing).toEqual([])
})
