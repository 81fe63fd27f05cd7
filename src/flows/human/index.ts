import { cut, excerpt } from '../../model/text.ts'
import { speaksOfWrong } from '../../model/understanding-intent.ts'
import { choose, tell } from '../engine/question.ts'
import { READ_BACK, STORY_LENGTH } from '../engine/limits.ts'
import type { Frame } from '../engine/handover.ts'
import { conversationStart, dueDay } from '../shared/due-day.ts'
import { end, go, miss, t, type At, type Flow, type MediaReply } from '../engine/flow.ts'
import { storyOf, type Story } from '../shared/story.ts'

type Human = Story & {
  /** The menu entry this question belongs to. */
  readonly topic?: string
  /** What was left for the person: its story goes along. */
  readonly under?: Frame
}

/** Categories of the menu entries that a person answers, for the queue and the trends. */
const CATEGORY: Readonly<Record<string, string>> = {
  requirements: 'DOC-UNCLEAR',
  cost: 'PAY-PRICE',
  quota: 'QUO-INFO',
  reschedule: 'SCH-RESCHED',
  status: 'TIM-UNSURE',
  apphelp: 'APP-HOWTO',
}

/** A person answers: the question is asked for, then a ticket of its own carries it with the transcript. */
export const human: Flow<Human> = {
  name: 'human',
  takesStory: true,
  first: 'start',
  holds: ({ data }) => data.under?.held === true,
  steps: {
    start: {
      kind: 'pass',
      move: ({ state, world, data }) => {
        if (data.parts?.length) return go('offer')
        const plain = !state.sealed && !data.topic && !data.under?.held
        return go(world.openTicket && plain ? 'which' : 'question')
      },
    },
    which: choose<Human>({
      ask: ({ world }) => ({
        text: t('human.which', { number: world.openTicket?.number ?? '' }),
        options: [
          { id: 'same', label: t('human.same'), words: 'ya, sama, itu, benar, yes, same' },
          {
            id: 'other',
            label: t('human.other'),
            words: 'tidak, bukan, lain, soal lain, hal lain, no, other, something else',
          },
        ],
      }),
      picked: (_, id) => go(id === 'same' ? 'add' : 'question'),
    }),
    add: tell<Human>({
      ask: () => ({ text: t('human.add'), options: [], also: ['menu'] }),
      told: (at) => added(at),
      shown: (at) => added(at),
    }),
    question: tell<Human>({
      ask: ({ data }) => ({
        text: data.topic
          ? t('human.topic', { topic: { text: t(`menu.${data.topic}`) } })
          : t('human.question'),
        options: [{ id: 'now', label: t('human.now'), words: 'langsung, langsung ke petugas, right away' }],
        also: ['menu'],
      }),
      picked: () => go('open'),
      told: ({ state, data }, text) =>
        go('open', {
          set: { parts: [...(data.parts ?? []), text] },
          sealed: state.sealed || speaksOfWrong(text),
        }),
      shown: ({ data }, reply) => go('open', { set: withFile(data, reply) }),
    }),
    offer: choose<Human>({
      ask: ({ data }) => ({
        text: t('human.offer', { question: excerpt(storyOf(data), READ_BACK) }),
        options: [
          { id: 'yes', label: t('human.send'), words: 'ya, teruskan, kirim, boleh, oke, yes, send' },
          { id: 'rewrite', label: t('human.rewrite'), words: 'tulis lagi, ganti, tidak, no, again' },
        ],
      }),
      picked: (_, id) => (id === 'yes' ? go('open') : go('question', { set: { parts: [] } })),
    }),
    open: {
      kind: 'query',
      ask: (at) => ({ of: 'new ticket', office: officeOf(at) }),
      answered: (at, answer) => (answer.of === 'new ticket' ? opened(at, answer) : miss),
    },
  },
}

function withFile({ parts = [], files = [] }: Story, { caption, file }: MediaReply): Story {
  return { parts: caption === '' ? parts : [...parts, caption], files: [...files, file] }
}

function opened(at: At<Human>, { id, number }: { readonly id: string; readonly number: string }) {
  const { state, data } = at
  const told = [data, (data.under?.data ?? {}) as Story]
  const office = officeOf(at)
  const due = dueDay(at, office)
  const story = told.map(storyOf).filter(Boolean).join('\n\n')
  // what was told before it came to a person may speak of wrong-doing as well
  const sealed = state.sealed || speaksOfWrong(story)
  const ticket = {
    id,
    number,
    kind: 'human' as const,
    office,
    category: categoryOf(at, sealed),
    sealed,
    due,
    story: cut(story, STORY_LENGTH),
    files: told.flatMap((story) => story.files ?? []),
    storyFrom: conversationStart(at),
  }
  const said = {
    text: t(sealed ? 'human.openedSealed' : 'human.opened', { number, due: { date: due } }),
  }
  return end({ effects: [{ do: 'open ticket', ticket }], says: [said] })
}

function added({ world }: At<Human>) {
  const ticket = world.openTicket
  if (!ticket) return go('open')
  const said = { text: t('idle.added', { number: ticket.number }) }
  return end({ effects: [{ do: 'add to ticket', ticketId: ticket.id }], says: [said] })
}

function officeOf({ world, data }: At<Human>): string {
  return (data.under?.data['office'] as string | undefined) ?? world.office
}

function categoryOf({ world, data }: At<Human>, sealed: boolean): string {
  const known = (data.under?.data['category'] as string | undefined) ?? CATEGORY[data.topic ?? '']
  const category = known ?? (sealed ? 'INT-OTHER' : 'OTH')
  return world.categories.some((one) => one.code === category) ? category : 'OTH'
}
