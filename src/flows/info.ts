import type { World } from './flow.ts'
import { choose } from './ask.ts'
import { readyAnswer, toOfficer } from './ready.ts'
import { end, go, t, type At, type Flow, type Option } from './script.ts'

/** Questions and answers: every ready answer of the library by its topic, the same words officers have. */

type Info = {
  readonly topic?: string
  /** Answer shown. */
  readonly id?: string
  readonly page?: number
}

/** Answers offered at once, besides "more". */
const PAGE = 6

/** Menu entry under which a person is asked. */
const ENTRY: Readonly<Record<string, string>> = { money: 'cost', schedule: 'quota', result: 'status' }

export const info: Flow<Info> = {
  name: 'info',
  first: 'begin',
  light: () => true,
  holds: () => false,
  steps: {
    begin: { kind: 'pass', move: ({ data }) => go(data.topic ? 'pick' : 'topics') },
    topics: choose<Info>({
      ask: ({ world }) => ({
        text: t('info.topics'),
        options: topicsOf(world).map((id) => ({ id, label: t(`topic.${id}`) })),
      }),
      picked: (_, topic) => go('pick', { set: { topic, page: 0 } }),
    }),
    pick: choose<Info>({
      ask: (at) => ({ text: t('info.pick'), options: pageOf(at) }),
      picked: ({ data }, id) => {
        if (id === 'more') return go('pick', { set: { page: (data.page ?? 0) + 1 } })
        return go('show', { set: { id } })
      },
    }),
    show: choose<Info>({
      ask: (at) => {
        const { text, sure } = readyAnswer(at, at.data.id ?? '')
        const ask = { id: 'ask', label: t('doubt.yes'), words: 'ya, mau, boleh, tanyakan, yes' }
        return { text, options: [...(sure ? [] : [ask]), ...AFTER] }
      },
      picked: ({ data }, id) => {
        if (id === 'ask') return toOfficer(ENTRY[data.topic ?? ''] ?? 'requirements')
        return id === 'enough' ? end({ after: 'menu' }) : go(id)
      },
    }),
  },
}

const AFTER: readonly Option[] = [
  { id: 'pick', label: t('info.another'), words: 'lain, pertanyaan lain, another' },
  { id: 'topics', label: t('info.otherTopic'), words: 'soal lain, topik lain, other topic' },
  { id: 'enough', label: t('ticket.enough'), words: 'cukup, sudah, jelas, tidak, enough, no' },
]

function topicsOf({ library }: World): readonly string[] {
  return [...new Set(library.answers.map(({ topic }) => topic))]
}

/** A page of questions; the last page is as long as a list may be. */
function pageOf({ world, data }: At<Info>): readonly Option[] {
  const all = world.library.answers.filter(({ topic }) => topic === data.topic)
  const from = ((data.page ?? 0) * PAGE) % Math.max(1, all.length)
  const rest = all.slice(from).map(({ id }) => ({ id, label: t(`answer.${id}.title`) }))
  if (rest.length <= PAGE + 1) return rest
  return [
    ...rest.slice(0, PAGE),
    { id: 'more', label: t('info.more'), words: 'lagi, lainnya, lain, more, other' },
  ]
}
