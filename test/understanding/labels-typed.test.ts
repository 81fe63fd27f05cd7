import { expect, test } from 'vitest'
import { createTexts } from '../../src/adapters/texts.ts'
import { STARTS } from './answer-starts.ts'
import { askedAt, type Answered } from './answers.ts'
import { judge } from './judge-answer.ts'

/** What can be said for any choice of any question: its words as they stand there, its number, its place in the list. */

const texts = createTexts()

interface Place {
  readonly answered: Omit<Answered, 'text'>
  readonly label: string
  /** From 1. */
  readonly number: number
}

const places: readonly Place[] = Object.keys(STARTS).flatMap((question) => {
  const [flow = '', step = ''] = question.split('/')
  const asked = askedAt({ at: { flow, step }, text: '', means: null })
  // whoever is always there has a number of their own
  const own = (asked?.choices ?? []).filter(({ id }) => id !== 'petugas' && id !== 'menu')
  return own.map(({ id, label }, index) => ({
    answered: { at: { flow, step }, means: id },
    label: texts.render('id', label),
    number: index + 1,
  }))
})

const ORDINALS = ['pertama', 'kedua', 'ketiga', 'keempat', 'kelima', 'keenam', 'ketujuh']

/** A form of answer, and the share of all choices it is read for; each share only goes up. */
test.each<[string, number, (place: Place) => string]>([
  ['its number', 1, ({ number }) => String(number)],
  ['"nomor 2 saja"', 1, ({ number }) => `nomor ${number} saja`],
  ['"yang kedua"', 1, ({ number }) => `yang ${ORDINALS[number - 1]}`],
  ['its label', 0.96, ({ label }) => label],
  ['"<label> aja kak"', 0.96, ({ label }) => `${plain(label)} aja kak`],
])('%s: at least %f', (form, floor, say) => {
  const missed = places.filter((place) => judge({ ...place.answered, text: say(place) }) !== 'right')
  const read = 1 - missed.length / places.length
  if (process.env['SHOW_ANSWERS'])
    process.stdout.write(`${form}: ${read}\n${missed.map(lineOf).join('\n')}\n`)
  expect(read).toBeGreaterThanOrEqual(floor)
})

function plain(label: string): string {
  return label.toLowerCase().replaceAll(/[?!.,“”():]/g, '')
}

function lineOf({ answered: { at, means }, label }: Place): string {
  return `${at.flow}/${at.step} ${String(means)} ← ${label}`
}
