import { wordCount } from '../../model/messages/text.ts'
import { isAsking } from '../../model/understanding/classifier/question-features.ts'
import { classifyIntent } from '../../model/understanding/intent.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { matchQuestion, predictQuestions } from '../../model/understanding/question.ts'
import { matchSymptom } from '../../model/understanding/symptom.ts'
import { complaintHandle } from '../complaint/handle.ts'
import { end, go, open, type Flow, type Option } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowTarget } from '../engine/handle.ts'
import type { DirectAnswer, LikelyReading } from '../engine/hooks.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { askPersonOption } from '../shared/ask-person.ts'
import { readyAnswerTexts } from '../shared/facts.ts'
import { hasReadyAnswer, readyAnswer } from '../shared/ready-answer.ts'
import { wordsForRow } from '../shared/row-words.ts'
import { InfoData, infoHandle, SUBJECTS, type InfoStep } from './handle.ts'

/**
 * Questions and answers: every ready answer of the library by its topic, the same words officers have. Each subject is
 * two choices from the main menu, so that every answer is four choices away.
 */

/** Topics of the answer library under their subject; with "something else" a list has seven choices at most. */
const TOPICS: Readonly<
  Record<(typeof SUBJECTS)[number], { readonly topics: readonly string[]; readonly officer: string }>
> = {
  papers: { topics: ['papers', 'replace', 'parents', 'child', 'purpose'], officer: 'requirements' },
  money: { topics: ['price', 'paying', 'refund'], officer: 'cost' },
  schedule: { topics: ['places', 'dates', 'app', 'lanes', 'together', 'visit'], officer: 'quota' },
  result: { topics: ['pickup', 'books', 'lost', 'change', 'outside'], officer: 'status' },
  words: {
    topics: ['word-papers', 'word-letters', 'word-app', 'word-steps', 'word-places'],
    officer: 'requirements',
  },
  elsewhere: {
    topics: ['else-papers', 'else-travel', 'else-other', 'else-safe', 'else-chat'],
    officer: 'office',
  },
}

export const info: Flow<InfoData, InfoStep> = {
  name: infoHandle.name,
  first: 'begin',
  data: InfoData,
  isIdle: () => true,
  hasProgress: () => false,
  directAnswer,
  followUp,
  readings,
  steps: {
    begin: { kind: 'decision', decide: ({ data }) => go(data.subject ? 'topics' : 'subjects') },
    subjects: choiceQuestion<InfoData, InfoStep>({
      topics: true,
      prompt: () => ({
        text: t('info.subjects'),
        options: SUBJECTS.map((id) => ({
          id,
          label: t(`info.subject.${id}`),
          hears: `subject.${id}` as const,
          to: go('topics', { set: { subject: id } }),
        })),
      }),
    }),
    topics: choiceQuestion<InfoData, InfoStep>({
      topics: true,
      prompt: (at) => ({
        text: t('info.topics'),
        options: [
          ...subjectOf(at)
            .topics.filter((topic) => answersOn(at, topic).length > 0)
            .map((id) => topicOption(at, id)),
          {
            id: 'subjects',
            means: 'none',
            label: t('info.otherTopic'),
            hears: 'info.otherTopic',
            to: go('subjects'),
          },
        ],
      }),
    }),
    pick: choiceQuestion<InfoData, InfoStep>({
      topics: true,
      prompt: (at) => ({
        text: t('info.pick'),
        options: answersOn(at, at.data.topic).map((id) => ({
          id,
          label: t(`answer.${id}.title`),
          ...wordsForRow(at.world, `answer.${id}`),
          to: go('show', { set: { id } }),
        })),
      }),
    }),
    show: choiceQuestion<InfoData, InfoStep>({
      prompt: (at) => {
        const { text, sure } = readyAnswer(at, at.data.id ?? '')
        const lists = at.data.asked ? [] : AFTER
        return { text, options: [...(sure ? [] : [askOption(at)]), ...reportOptions(at), ...lists] }
      },
    }),
  },
}

const AFTER: readonly Option<InfoData, InfoStep>[] = [
  { id: 'pick', label: t('info.another'), hears: 'info.another', to: go('pick') },
  { id: 'topics', label: t('info.otherTopic'), hears: 'info.otherSubject', to: go('topics') },
  {
    id: 'enough',
    means: 'done',
    label: t('ticket.enough'),
    hears: 'info.enough',
    to: end({ after: 'menu' }),
  },
]

function topicOption({ world }: StepContext<InfoData>, id: string): Option<InfoData, InfoStep> {
  const to = go<InfoData, InfoStep>('pick', { set: { topic: id } })
  return { id, label: t(`topic.${id}`), ...wordsForRow(world, `topic.${id}`), to }
}

function askOption(at: StepContext<InfoData>): Option<InfoData, InfoStep> {
  return askPersonOption(subjectOf(at).officer, at.data.asked || undefined)
}

/** Who complains of what is not ours is told whose it is, and may leave it with us all the same. */
function reportOptions({
  data: { id, asked },
}: StepContext<InfoData>): readonly Option<InfoData, InfoStep>[] {
  if (!asked || !id?.startsWith('elsewhere-') || classifyIntent(asked)?.intent !== 'complaint') return []
  const to = open<InfoData>(complaintHandle.start({ parts: [asked] }))
  return [{ id: 'report', label: t('info.reportAnyway'), hears: 'info.reportAnyway', to }]
}

/** The subject picked; where a question in words opened an answer, that of its topic. */
function subjectOf({ data }: StepContext<InfoData>) {
  const byTopic = SUBJECTS.find((id) => data.topic !== undefined && TOPICS[id].topics.includes(data.topic))
  return TOPICS[data.subject ?? byTopic ?? 'papers']
}

/** Answers of a topic; what the library does not have for this office at all is not asked about. */
function answersOn(at: StepContext<InfoData>, topic: string | undefined): readonly string[] {
  const ids = at.world.library.answers.filter((row) => row.topic === topic).map(({ id }) => id)
  return ids.filter((id) => hasReadyAnswer(at, id))
}

/** A question that one ready answer settles. */
function directAnswer(at: StepContext, text: string, least?: number): DirectAnswer | null {
  const id = matchQuestion(text, least)
  const row = at.world.library.answers.find((one) => one.id === id)
  if (!row || isOfAnotherFlow(row.id, text)) return null
  const target = infoHandle.at('show', { topic: row.topic, id: row.id, asked: text })
  return { texts: readyAnswerTexts(at, [row.id]), target }
}

/** Words that are only about what was told last ("dari mana?", "itu berapa lama"). */
const SHORT = 5

/** A few words that say no more than what of the answer is meant: read together with its title. */
function followUp(at: StepContext<InfoData>, text: string): FlowTarget | null {
  const { id } = at.data
  if (!id || !isAsking(text) || wordCount(normalise(text)) > SHORT) return null
  const title = at.world.words(at.state.lang, t(`answer.${id}.title`))
  const found = matchQuestion(text) ?? matchQuestion(`${title} ${text}`)
  const row = at.world.library.answers.find((one) => one.id === found && one.id !== id)
  return row ? infoHandle.at('show', { topic: row.topic, id: row.id, asked: text }) : null
}

/** What unclear words may be asking, of all ready answers that the library has for the office. */
function readings(at: StepContext, text: string): readonly LikelyReading[] {
  return predictQuestions(text).flatMap(({ id, confidence }) => {
    const row = at.world.library.answers.find((one) => one.id === id)
    if (!row || !hasReadyAnswer(at, id)) return []
    const target = infoHandle.at('show', { topic: row.topic, id, asked: text })
    return [{ id, label: t(`answer.${id}.title`), target, confidence }]
  })
}

/** What the price flow goes through with the person: sums, ways to pay, money back. */
const OF_COST = new Set(['fee-fines', 'express', 'pay-where', 'pay-back'])

/** Matters that no other flow knows: what is not ours, and where else to complain. */
const NO_FLOW = ['elsewhere-', 'outside-']

/** A case that is told, a price or a trouble with the app opens its own flow, which says more. */
function isOfAnotherFlow(id: string, text: string): boolean {
  if (NO_FLOW.some((start) => id.startsWith(start))) return false
  const intent = classifyIntent(text)?.intent
  if (intent === undefined) return false
  if (intent === 'cost' && OF_COST.has(id)) return true
  return !isAsking(text) || (intent === 'apphelp' && matchSymptom(text) !== null)
}
