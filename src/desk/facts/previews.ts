import { addDays } from '../../model/dates/calendar.ts'
import { momentIn } from '../../model/dates/time-zone.ts'
import { lookUpFact, type Fact } from '../../model/facts/fact.ts'
import { previewAt, previews } from '../../flows/index.ts'
import type { Say } from '../../flows/engine/conversation.ts'
import type { FlowTarget } from '../../flows/engine/handle.ts'
import type { MessagePreview, PreviewContext } from './ready-answers.ts'
import { OFFICER_LANG } from '../ports/texts.ts'
import type { ReferenceData } from '../reference.ts'

/** What conversations say out of the answer library: found by holding them with a fact and without it. */

/** Messages shown for one fact and language: a rule for all cases is in dozens. */
const SHOWN = 4
/** Hours differ by weekday. */
const WEEK = [0, 1, 2, 3, 4, 5, 6]

/** Messages that would be others without the fact, as applicants of the office read them; each text once. */
export function conversationPreviews(
  key: string,
  context: PreviewContext,
  reference: ReferenceData,
): readonly MessagePreview[] {
  const { facts, office, day: today, lang, texts } = context
  const how = lookUpFact(facts, key, office, today).sure ? 'sure' : 'safe'
  const without = facts.filter((fact) => fact.key !== key)
  const found = new Map<string, MessagePreview>()
  for (const [opening, day] of occasions(context, reference)) {
    const messages = messagesAt(opening, { ...context, day }, reference)
    const otherwise = messagesAt(opening, { ...context, facts: without, day }, reference)
    const text = messages.filter((line) => !otherwise.includes(line)).join('\n')
    if (text === '' || found.has(text)) continue
    const title = texts.render(OFFICER_LANG, { key: `flow.${opening.flow}` })
    found.set(text, { id: `${opening.flow}.${opening.step}`, title, lang, how, day, text })
    if (found.size === SHOWN) break
  }
  return [...found.values()]
}

/** Where and when to listen: office hours through a week, and through the first week of the next fasting month. */
function occasions(
  { facts, day }: PreviewContext,
  { library }: ReferenceData,
): readonly (readonly [FlowTarget, string])[] {
  const months = facts.flatMap(({ key, value }) => (key === 'ramadan' ? startOf(value) : []))
  const fasting = months.toSorted().find((from) => from >= day)
  const days = [day, ...(fasting ? [fasting] : [])].flatMap((from) => WEEK.map((n) => addDays(from, n)))
  return previews(library).flatMap(({ target, daily }) =>
    (daily ? days : [day]).map((on) => [target, on] as const),
  )
}

function startOf(value: Fact['value']): readonly string[] {
  if (typeof value !== 'object' || value === null || !('from' in value)) return []
  return typeof value.from === 'string' ? [value.from] : []
}

/** Each message said there at noon, and its choices as a message of their own. */
function messagesAt(
  opening: FlowTarget,
  { texts, facts, office, day, lang }: PreviewContext,
  reference: ReferenceData,
): readonly string[] {
  const { offices, categories, holidays, library } = reference
  const here = offices.find(({ code }) => code === office) ?? offices[0]
  if (!here) return []
  const says = previewAt(opening, lang, {
    now: momentIn(here.zone, day, '12:00'),
    channel: 'terminal',
    office: here.code,
    offices,
    categories,
    holidays,
    library: { ...library, facts },
    openTicket: null,
    hears: texts.hears,
    words: texts.render,
    languages: texts.languages,
  })
  const choicesOf = ({ choices = [] }: Say) =>
    choices.map(({ label }, at) => `${at + 1} ${texts.render(lang, label)}`).slice(0, -ALWAYS)
  return says.flatMap((say) => [texts.render(lang, say.text), choicesOf(say).join('\n')]).filter(Boolean)
}

/** 0 and 9 close every list. */
const ALWAYS = 2
