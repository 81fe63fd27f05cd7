import { choiceQuestion } from '../engine/question.ts'
import { readyAnswer, hasReadyAnswer, handOver } from '../shared/ready-answer.ts'
import { end, go, t, type StepContext, type Flow, type Option } from '../engine/flow.ts'

/**
 * Questions and answers: every ready answer of the library by its topic, the same words officers have. Each subject has
 * a door of its own two choices from the main menu, so that every answer is four choices away.
 */

/** Topics of the answer library under their subject; with "something else" a list has seven choices at most. */
const SUBJECTS: Readonly<Record<string, { readonly topics: readonly string[]; readonly officer: string }>> = {
  papers: { topics: ['papers', 'replace', 'parents', 'child', 'purpose'], officer: 'requirements' },
  money: { topics: ['price', 'paying', 'refund'], officer: 'cost' },
  schedule: { topics: ['places', 'dates', 'app', 'lanes', 'together'], officer: 'quota' },
  result: { topics: ['pickup', 'books', 'lost', 'change', 'outside'], officer: 'status' },
}

type Info = {
  readonly subject?: string
  readonly topic?: string
  /** Answer shown. */
  readonly id?: string
}

export const info: Flow<Info> = {
  name: 'info',
  first: 'begin',
  isIdle: () => true,
  hasProgress: () => false,
  steps: {
    begin: { kind: 'decision', decide: ({ data }) => go(data.subject ? 'topics' : 'subjects') },
    subjects: choiceQuestion<Info>({
      prompt: () => ({
        text: t('info.subjects'),
        options: Object.keys(SUBJECTS).map((id) => ({ id, label: t(`info.subject.${id}`) })),
      }),
      onPick: (_, subject) => go('topics', { set: { subject } }),
    }),
    topics: choiceQuestion<Info>({
      prompt: (at) => ({
        text: t('info.topics'),
        options: [
          ...subjectOf(at)
            .topics.filter((topic) => answersOn(at, topic).length > 0)
            .map((id) => ({ id, label: t(`topic.${id}`) })),
          OTHER,
        ],
      }),
      onPick: (_, topic) => (topic === 'subjects' ? go('subjects') : go('pick', { set: { topic } })),
    }),
    pick: choiceQuestion<Info>({
      prompt: (at) => ({
        text: t('info.pick'),
        options: answersOn(at, at.data.topic).map((id) => ({ id, label: t(`answer.${id}.title`) })),
      }),
      onPick: (_, id) => go('show', { set: { id } }),
    }),
    show: choiceQuestion<Info>({
      prompt: (at) => {
        const { text, sure } = readyAnswer(at, at.data.id ?? '')
        const ask = { id: 'ask', label: t('doubt.yes'), words: 'ya, mau, boleh, tanyakan, yes' }
        return { text, options: [...(sure ? [] : [ask]), ...AFTER] }
      },
      onPick: (at, id) => {
        if (id === 'ask') return handOver(subjectOf(at).officer)
        return id === 'enough' ? end({ after: 'menu' }) : go(id)
      },
    }),
  },
}

const OTHER: Option = {
  id: 'subjects',
  label: t('info.otherTopic'),
  words: 'soal lain, topik lain, lain, other topic',
}

const AFTER: readonly Option[] = [
  { id: 'pick', label: t('info.another'), words: 'lain, pertanyaan lain, another' },
  { id: 'topics', label: t('info.otherTopic'), words: 'soal lain, topik lain, other topic' },
  { id: 'enough', label: t('ticket.enough'), words: 'cukup, sudah, jelas, tidak, enough, no' },
]

function subjectOf({ data }: StepContext<Info>) {
  return SUBJECTS[data.subject ?? ''] ?? SUBJECTS['papers']!
}

/** Answers of a topic; what the library does not have for this office at all is not asked about. */
function answersOn(at: StepContext<Info>, topic: string | undefined): readonly string[] {
  const ids = at.world.library.answers.filter((row) => row.topic === topic).map(({ id }) => id)
  return ids.filter((id) => hasReadyAnswer(at, id))
}
