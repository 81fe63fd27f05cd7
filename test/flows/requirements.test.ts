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

/** As people begin: "halo", the menu entry, and for whom. `asksAll`: nothing is assumed of them. */
function from(who: string, asksAll = false): Path[] {
  const asked = hear(hear(initialState(), 'halo'), '1')
  const at = choicesOf(asked).findIndex(({ id }) => id === who)
  const chosen = at === -1 ? hear(hear(asked, 'keadaan lain'), who) : hear(asked, String(at + 1))
  return paths({ ...chosen, data: { ...chosen.data, asksAll } }, ['requirements', who])
}

test.each(['adult', 'child', 'toddler', 'elderly'])('%s has the list after three answers', (who) => {
  const all = from(who)
  expect(all.length).toBeGreaterThan(4)
  expect(Math.max(...all.map(({ answers }) => answers.length))).toBe(3)
})

test('what is assumed of a list is told with it, and asked of who says that the case is another', () => {
  const listed = hear(initialState(), 'mau perpanjang paspor saya')
  expect(JSON.stringify(listed.lastSaid)).toContain('requirements.otherwise')
  expect(hear(listed, 'keadaan saya lain')).toMatchObject({ flow: 'requirements', step: 'old' })
})

test.each([
  ['mau perpanjang paspor saya', 0],
  ['i want to renew my passport', 0],
  ['paspor saya hilang', 0],
  ['paspor istri saya rusak kena air', 0],
  ['ibu saya 65 tahun mau perpanjang paspor', 0],
  ['perpanjang paspor anak saya', 0],
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

test.each(['child', 'toddler'])(
  'a %s of whom all is asked has the list after at most seven answers',
  (who) => {
    const all = from(who, true)
    expect(all.length).toBeGreaterThan(20)
    expect(Math.max(...all.map(({ answers }) => answers.length))).toBe(7)
  },
)

describe.each(['adult', 'elderly', 'child', 'group'])('every path of %s', (who) => {
  test('ends with a list, or with the honest words that there is none', () => {
    const ends = new Set(from(who, true).map(({ end }) => end))
    expect([...ends].every((end) => ENDS.includes(end))).toBe(true)
    expect(ends).toContain('list')
  })
})

test('every question of the table has a step of its own', () => {
  const asked = new Set(
    ['adult', 'child'].flatMap((who) => from(who, true).flatMap(({ answers }) => answers)),
  )
  const choices = library.requirements.questions.flatMap(({ choices }) => choices)
  const missing = choices.filter((choice) => !asked.has(choice) && choice !== 'group')
  expect(missing).toEqual([])
})
