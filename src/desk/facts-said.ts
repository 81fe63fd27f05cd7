import { answer, type AnswerRow } from '../model/fact-answer.ts'
import type { Doubt, Fact } from '../model/fact.ts'
import type { Texts } from './ports.ts'

/** A ready answer in its final words, for an office on a day. */
export interface SaidAnswer {
  readonly id: string
  readonly topic: string
  readonly title: string
  /** Null: not to be answered without asking (`reason`). */
  readonly text: string | null
  /** `safe`: sources disagree and this is the safe reading. */
  readonly how: 'sure' | 'safe' | 'ask'
  readonly reason: Doubt | 'changed' | null
  /** Facts it is made of. */
  readonly keys: readonly string[]
}

export interface Saying {
  readonly texts: Texts
  readonly facts: readonly Fact[]
  readonly office: string | null
  readonly day: string
  readonly lang: 'id' | 'en'
}

export function said(row: AnswerRow, { texts, facts, office, day, lang }: Saying): SaidAnswer {
  const given = answer(facts, row, office, day)
  const head = {
    id: row.id,
    topic: row.topic,
    title: texts.render(lang, { key: `answer.${row.id}.title` }),
    keys: row.facts.map((need) => need.key),
  }
  if (given.how === 'own words') return { ...head, text: given.words[lang], how: 'sure', reason: null }
  if (given.how === 'ask') return { ...head, text: null, how: 'ask', reason: given.reason }
  const text = texts.render(lang, { key: `answer.${row.id}.text`, vars: given.vars })
  return { ...head, text, how: given.how, reason: given.how === 'safe' ? 'contested' : null }
}

/** The same as the applicant hears it: the doubt is said, and where nothing is known, only the doubt. */
export function heard(answer: SaidAnswer, { texts, lang }: Saying): string {
  const doubt = answer.reason && texts.render(lang, { key: `doubt.${answer.reason}` })
  return [answer.text, doubt].filter(Boolean).join('\n')
}

/** Ready answers that a fact is part of; `say.<answer>` is an office's own words for one. */
export function answersOf(rows: readonly AnswerRow[], key: string): readonly AnswerRow[] {
  return rows.filter((row) => key === `say.${row.id}` || row.facts.some((need) => need.key === key))
}
