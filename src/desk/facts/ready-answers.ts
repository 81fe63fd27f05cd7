import { customWords, resolveAnswer, type ReadyAnswer } from '../../model/facts/ready-answer.ts'
import type { UncertaintyReason, Fact } from '../../model/facts/fact.ts'
import { remediesFor, type Symptom } from '../../model/guide.ts'
import { doubtNote, doubtText } from '../../flows/shared/facts.ts'
import type { Library } from '../../model/library.ts'
import type { Lang } from '../../flows/engine/conversation.ts'
import { t } from '../../flows/engine/text.ts'
import { OFFICER_LANG, type Texts } from '../ports/texts.ts'

/** A ready answer in its final words, for an office on a day. */
export interface ReadyAnswerView {
  readonly id: string
  readonly topic: string
  readonly title: string
  /** Null: not to be answered without asking (`reason`). */
  readonly text: string | null
  /** `safe`: one source says so, sources disagree and this is the safe reading, or a change is announced and this is the last that was certain. */
  readonly how: 'sure' | 'safe' | 'ask'
  readonly reason: UncertaintyReason | 'changed' | null
  /** Year of the source that a doubt rests on; null: none, or undated. */
  readonly year: number | null
  /** Facts it is made of. */
  readonly keys: readonly string[]
}

/** A message an applicant hears. */
export interface MessagePreview {
  /** Ready answer, remedy (`aid.<symptom>.<try>`), or flow and step (`office.show`). */
  readonly id: string
  /** In the officers' language. */
  readonly title: string
  readonly lang: Lang
  readonly how: ReadyAnswerView['how']
  /** Day it is heard on, `YYYY-MM-DD`. */
  readonly day: string
  readonly text: string
}

/** Where, when and in which language something is told, and the facts it is told from. */
export interface PreviewContext {
  readonly texts: Texts
  readonly facts: readonly Fact[]
  readonly office: string | null
  readonly day: string
  readonly lang: Lang
}

/** The answer as it stands on this day in this office; a doubt is named in `reason`, not told. */
export function readyAnswerView(row: ReadyAnswer, context: PreviewContext): ReadyAnswerView {
  return viewOf(row, givenTo(row, context), context)
}

type Given = ReturnType<typeof resolveAnswer>

function givenTo(row: ReadyAnswer, { facts, office, day }: PreviewContext): Given {
  return resolveAnswer(facts, row, office, day)
}

function viewOf(row: ReadyAnswer, given: Given, { texts, lang }: PreviewContext): ReadyAnswerView {
  const head = {
    id: row.id,
    topic: row.topic,
    title: texts.render(lang, { key: `answer.${row.id}.title` }),
    keys: row.facts.map((need) => need.key),
  }
  if (given.how === 'own words')
    return { ...head, text: customWords(given.words, lang), how: 'sure', reason: null, year: null }
  if (given.how === 'ask') return { ...head, text: null, how: 'ask', reason: given.reason, year: null }
  const text = texts.render(lang, { key: `answer.${row.id}.text`, vars: given.vars })
  const { reason, year } = given.how === 'safe' ? given.doubt : { reason: null, year: null }
  return { ...head, text, how: given.how, reason, year }
}

/** The same as the applicant hears it: the doubt is said, and where nothing is known, only the doubt. */
function inFinalWords({ text }: ReadyAnswerView, given: Given, { texts, lang }: PreviewContext): string {
  if (given.how === 'ask') return texts.render(lang, doubtText(given.reason))
  return [text, given.how === 'safe' ? texts.render(lang, doubtNote(given.doubt)) : null]
    .filter(Boolean)
    .join('\n')
}

/** Ready answers or remedies of first aid that a fact is part of, as the applicant hears them. */
export function readyAnswerPreviews(
  key: string,
  { answers, firstAid: aid }: Library,
  context: PreviewContext,
): readonly MessagePreview[] {
  const { lang, day, texts } = context
  const previews = answersUsing(answers, key).map((row): MessagePreview => {
    const given = givenTo(row, context)
    const answer = viewOf(row, given, context)
    const title = texts.render(OFFICER_LANG, { key: `answer.${row.id}.title` })
    return { id: row.id, title, lang, how: answer.how, day, text: inFinalWords(answer, given, context) }
  })
  const remedy = remedyOf(key, aid, context)
  return remedy === null ? previews : [...previews, remedy]
}

/** `aid.<symptom>.<try>`; null where it is not told at all. */
function remedyOf(key: string, aid: readonly Symptom[], context: PreviewContext): MessagePreview | null {
  const { texts, facts, office, day, lang } = context
  const symptom = aid.find(({ id }) => key.startsWith(`aid.${id}.`))
  if (!symptom) return null
  const one = remediesFor(symptom, facts, office, day).find(({ id }) => key.endsWith(`.${id}`))
  if (!one) return null
  const text = texts.render(lang, {
    key: one.sure ? 'aid.try' : 'aid.tryMaybe',
    vars: { todo: { text: t(`aid.${symptom.id}.${one.id}`) } },
  })
  const title = texts.render(OFFICER_LANG, { key: `aid.${symptom.id}.name` })
  return { id: key, title, lang, how: one.sure ? 'sure' : 'safe', day, text }
}

/** Ready answers that a fact is part of; `say.<answer>` is an office's own words for one. */
export function answersUsing(rows: readonly ReadyAnswer[], key: string): readonly ReadyAnswer[] {
  return rows.filter((row) => key === `say.${row.id}` || row.facts.some((need) => need.key === key))
}
