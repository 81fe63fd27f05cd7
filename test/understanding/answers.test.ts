import { describe, expect, test } from 'vitest'
import { ANSWERS, questionOf } from './answers.ts'
import { judge, type Verdict } from './judge-answer.ts'

/** Every question answered in words: the same place afterwards as with a tap. `SHOW_ANSWERS=1` prints what is missed. */

/** Of all answers; it only goes up. */
const BAR = 0.55

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

function share(all: readonly Judged[]): number {
  return all.filter(({ verdict }) => verdict === 'right').length / all.length
}

/** "requirements/old 24 of 39", the worst first. */
function byQuestion(): readonly string[] {
  const questions = [...new Set(judged.map(({ question }) => question))]
  const counted = questions.map((question) => {
    const all = judged.filter((one) => one.question === question)
    const right = all.filter(({ verdict }) => verdict === 'right').length
    return { right: right / all.length, line: `${question} ${right} of ${all.length}` }
  })
  return counted.toSorted((a, b) => a.right - b.right).map(({ line }) => line)
}

describe('answers in people’s own words', () => {
  test('each belongs to a question and a choice that there are', () => {
    expect(judged.filter(({ verdict }) => verdict === 'unknown')).toEqual([])
    expect(ANSWERS.length).toBeGreaterThanOrEqual(1_500)
  })

  test('no question has the same answer twice', () => {
    const lines = ANSWERS.map(({ at, text }) => JSON.stringify([at, text.toLowerCase()]))
    expect(lines.filter((line, place) => lines.indexOf(line) !== place)).toEqual([])
  })

  test(`at least ${BAR} of them lead where the tap leads`, () => {
    if (process.env['SHOW_ANSWERS']) show(byQuestion().join('\n'))
    expect(share(judged)).toBeGreaterThanOrEqual(BAR)
  })
})

function show(report: string): void {
  const missed = judged.filter(({ verdict }) => verdict === 'wrong')
  const lines = missed.map(({ question, means, text }) => `${question} ${means} ← ${text}`)
  process.stdout.write(
    `${lines.join('\n')}\n\n${report}\n\n${share(judged).toFixed(3)} of ${judged.length}\n`,
  )
}
