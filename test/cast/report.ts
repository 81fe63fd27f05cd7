import { toldIn, type Fared } from './judge.ts'
import { exchanged, mannerOf, mannerRows, median, printed } from './manner.ts'
import type { Exchange } from './walk.ts'

/** The figures of those with a question, as the table shows them; how it was spoken with them is `mannerOf`. */
interface Figures extends ReturnType<typeof mannerOf> {
  readonly people: number
  readonly answer: number
  readonly wished: number
  readonly officer: number
  readonly failed: number
  /** People who were told what holds for somebody else; they failed. */
  readonly wrong: number
  /** Messages to each right answer, median. */
  readonly messages: number
}

export function figures(all: readonly Fared[]): Figures {
  const ways = all
    .filter(({ outcome }) => outcome === 'answer')
    .flatMap(({ asked }) => asked.map(({ talk }) => talk.length))
  const ended = (outcome: Fared['outcome']) => all.filter((one) => one.outcome === outcome).length
  return {
    people: all.length,
    answer: ended('answer'),
    wished: ended('wished'),
    officer: ended('officer'),
    failed: ended('failed'),
    wrong: all.filter(({ wrong }) => wrong.length > 0).length,
    messages: median(ways),
    ...mannerOf(all.map(({ asked }) => asked.flatMap(({ talk }) => talk))),
  }
}

/** The figures as a table, a line each. */
export function table(it: Figures): string {
  return printed([
    ['people', it.people, null],
    ['  right answer', it.answer, it.people],
    ['  officer, as they wished', it.wished, it.people],
    ['  officer with the question', it.officer, it.people],
    ['  failed', it.failed, it.people],
    ['    told what holds for others', it.wrong, it.people],
    ...mannerRows(it),
    ['messages to a right answer, median', it.messages, null],
  ])
}

/** How people fared by what their question is about, a line each: right answers, officers (wished or not), failures. */
export function bySubject(all: readonly Fared[]): string {
  const subjects = [...new Set(all.map(({ person }) => person.subject))]
  return subjects
    .map((subject) => {
      const some = all.filter(({ person }) => person.subject === subject)
      const count = (...these: Fared['outcome'][]) =>
        String(some.filter(({ outcome }) => these.includes(outcome)).length).padStart(4)
      return `${subject.padEnd(18)} right ${count('answer')}  officer ${count('wished', 'officer')}  failed ${count('failed')}`
    })
    .join('\n')
}

/** A person's whole talk, to be read. */
export function transcript({ person, outcome, wrong, asked }: Fared): string {
  const head = `== ${person.id} (${person.manner}): ${outcome}${wrong.length > 0 ? `, wrong: ${wrong.join('; ')}` : ''}`
  const lines = asked.flatMap(({ ask, talk }) => [...talk.map(exchanged), ...missing(ask.says, talk)])
  return [head, ...lines].join('\n')
}

function missing(says: readonly RegExp[] | null, talk: readonly Exchange[]): string[] {
  const told = talk.map(toldIn).join('\n')
  return (says ?? [])
    .filter((needed) => !needed.test(told))
    .map((needed) => `  -- not told: ${needed.source}`)
}
