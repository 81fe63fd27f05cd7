import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FLOWS } from '../../src/flows/index.ts'
import { STARTS } from './answer-starts.ts'
import { ANSWERS, questionOf } from './answers.ts'
import { judge, type Verdict } from './judge-answer.ts'

/** Every question answered in words: the same place afterwards as with a tap. `SHOW_ANSWERS=1` prints what goes wrong. */

/** Share of the answers that lead where the tap leads; it only goes up. */
const RIGHT = 0.67
/** Share of those that pick another choice than the one meant; it only goes down. */
const MISTAKEN = 0.029
/** Shorter answers ("belum ada") are everybody's. */
const OWN_WORDS = 4

interface Judged {
  readonly question: string
  readonly text: string
  readonly means: string
  readonly verdict: Verdict
}

const judged: readonly Judged[] = ANSWERS.map((answered) => ({
  question: questionOf(answered),
  text: answered.text,
  means: JSON.stringify(answered.means),
  verdict: judge(answered),
}))

function share(all: readonly Judged[], of: Verdict): number {
  return all.filter(({ verdict }) => verdict === of).length / all.length
}

describe('answers in people’s own words', () => {
  test('each belongs to a question and a choice that there are', () => {
    expect(judged.filter(({ verdict }) => verdict === 'unknown')).toEqual([])
    expect(ANSWERS.length).toBeGreaterThanOrEqual(1_500)
  })

  test('every question is answered, and no start is without one', () => {
    const asked = FLOWS.flatMap(({ name, steps }) =>
      Object.entries(steps).flatMap(([step, { kind }]) => (kind === 'question' ? [`${name}/${step}`] : [])),
    )
    const answered = [...new Set(judged.map(({ question }) => question))]
    expect(asked.filter((question) => !answered.includes(question))).toEqual([])
    expect(Object.keys(STARTS).toSorted()).toEqual(answered.toSorted())
  })

  test('no question has the same answer twice', () => {
    const lines = ANSWERS.map(({ at, text }) => JSON.stringify([at, text.toLowerCase()]))
    expect(lines.filter((line, place) => lines.indexOf(line) !== place)).toEqual([])
  })

  test('none of them taught anything', () => {
    const own = ANSWERS.filter(({ text }) => text.split(' ').length >= OWN_WORDS)
    const examples = taught()
    expect(own.filter(({ text }) => examples.has(text)).map(({ text }) => text)).toEqual([])
  })

  test(`at least ${RIGHT} of them lead where the tap leads, at most ${MISTAKEN} to another choice`, () => {
    if (process.env['SHOW_ANSWERS']) process.stdout.write(report())
    expect(share(judged, 'right')).toBeGreaterThanOrEqual(RIGHT)
    expect(share(judged, 'mistaken')).toBeLessThanOrEqual(MISTAKEN)
  })
})

/** Examples of intents, complaints, acts: lists of words under whatever key. */
function taught(): ReadonlySet<string> {
  const folder = new URL('../../prisma/data/understanding/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return new Set(files.flatMap((name) => stringsIn(readFileSync(new URL(name, folder), 'utf8'))))
}

function stringsIn(json: string): readonly string[] {
  const found: string[] = []
  JSON.parse(json, (_, value: unknown) => {
    const text = z.string().safeParse(value)
    if (text.success) found.push(text.data)
    return value
  })
  return found
}

/** What went wrong, the questions with the worst first, and all together. */
function report(): string {
  const wrong = judged.filter(({ verdict }) => verdict === 'missed' || verdict === 'mistaken')
  const lines = wrong.map(({ verdict, question, means, text }) => `${verdict} ${question} ${means} ← ${text}`)
  const whole = `${share(judged, 'right').toFixed(3)} right, ${share(judged, 'mistaken').toFixed(3)} mistaken of ${judged.length}`
  return [...lines, '', ...byQuestion(), '', whole, ''].join('\n')
}

function byQuestion(): readonly string[] {
  const questions = [...new Set(judged.map(({ question }) => question))]
  const counted = questions.map((question) => ({
    question,
    all: judged.filter((one) => one.question === question),
  }))
  return counted
    .toSorted((a, b) => share(a.all, 'right') - share(b.all, 'right'))
    .map(({ question, all }) => `${percent(share(all, 'right'))} of ${all.length} ${question}`)
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`
}
