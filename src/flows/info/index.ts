import { matchQuestion } from '../../model/understanding/question.ts'
import { end, go, handOver, type Flow, type Option } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { DirectAnswer } from '../engine/hooks.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
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
          hears: `subject.${id}` as const,
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

function topicOption({ world }: StepContext<InfoData>, id: string): Option<InfoData, InfoStep> {
  const to = go<InfoData, InfoStep>('pick', { set: { topic: id } })
  return { id, label: t(`topic.${id}`), ...wordsForRow(world, `topic.${id}`), to }
}

function askOption(at: StepContext<InfoData>): Option<InfoData, InfoStep> {
  return {
    id: 'ask',
    means: 'yes',
    label: t('doubt.yes'),
    hears: 'doubt.yes',
    to: handOver(subjectOf(at).officer),
  }
}

function subjectOf({ data }: StepContext<InfoData>) {
  return TOPICS[data.subject ?? 'papers']
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
  if (!row) return null
  const target = infoHandle.at('show', { topic: row.topic, id: row.id })
  return { texts: readyAnswerTexts(at, [row.id]), target }
}
