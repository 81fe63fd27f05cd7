import { isAsking } from '../../model/understanding/classifier/question-features.ts'
import { classifyIntent } from '../../model/understanding/intent.ts'
import { matchQuestion } from '../../model/understanding/question.ts'
import { matchSymptom } from '../../model/understanding/symptom.ts'
import { end, go, handOver, type Flow, type Option } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { DirectAnswer } from '../engine/hooks.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { readyAnswerTexts } from '../shared/facts.ts'
import { hasReadyAnswer, readyAnswer } from '../shared/ready-answer.ts'
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
  steps: {
    begin: { kind: 'decision', decide: ({ data }) => go(data.subject ? 'topics' : 'subjects') },
    subjects: choiceQuestion<InfoData, InfoStep>({
      prompt: () => ({
        text: t('info.subjects'),
        options: SUBJECTS.map((id) => ({
          id,
          label: t(`info.subject.${id}`),
          to: go('topics', { set: { subject: id } }),
        })),
      }),
    }),
    topics: choiceQuestion<InfoData, InfoStep>({
      prompt: (at) => ({
        text: t('info.topics'),
        options: [
          ...subjectOf(at)
            .topics.filter((topic) => answersOn(at, topic).length > 0)
            .map((id) => ({ id, label: t(`topic.${id}`), to: go('pick', { set: { topic: id } }) }) as const),
          { id: 'subjects', label: t('info.otherTopic'), hears: 'info.otherTopic', to: go('subjects') },
        ],
      }),
    }),
    pick: choiceQuestion<InfoData, InfoStep>({
      prompt: (at) => ({
        text: t('info.pick'),
        options: answersOn(at, at.data.topic).map((id) => ({
          id,
          label: t(`answer.${id}.title`),
          to: go('show', { set: { id } }),
        })),
      }),
    }),
    show: choiceQuestion<InfoData, InfoStep>({
      prompt: (at) => {
        const { text, sure } = readyAnswer(at, at.data.id ?? '')
        return { text, options: [...(sure ? [] : [askOption(at)]), ...AFTER] }
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

function askOption(at: StepContext<InfoData>): Option<InfoData, InfoStep> {
  return {
    id: 'ask',
    means: 'yes',
    label: t('doubt.yes'),
    hears: 'doubt.yes',
    to: handOver(subjectOf(at).officer),
  }
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
function directAnswer(at: StepContext, text: string): DirectAnswer | null {
  const id = matchQuestion(text)
  const row = at.world.library.answers.find((one) => one.id === id)
  if (!row || isOfAnotherFlow(row.id, text)) return null
  const target = infoHandle.at('show', { topic: row.topic, id: row.id })
  return { texts: readyAnswerTexts(at, [row.id]), target }
}

/** What the price flow goes through with the person: sums, ways to pay, money back. */
const OF_COST = new Set(['fee-fines', 'express', 'pay-where', 'pay-back'])

/** A case that is told, a price or a trouble with the app opens its own flow, which says more. */
function isOfAnotherFlow(id: string, text: string): boolean {
  if (id.startsWith('elsewhere-')) return false
  const intent = classifyIntent(text)?.intent
  if (intent === undefined) return false
  if (intent === 'cost' && OF_COST.has(id)) return true
  return !isAsking(text) || (intent === 'apphelp' && matchSymptom(text) !== null)
}
