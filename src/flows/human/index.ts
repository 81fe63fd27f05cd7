import { truncateText, excerpt } from '../../model/messages/text.ts'
import { mentionsMisconduct } from '../../model/understanding/intent.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { READ_BACK, STORY_LENGTH } from '../engine/limits.ts'
import type { SuspendedFlow } from '../engine/handover.ts'
import { transcriptStart, dueDay } from '../shared/due-day.ts'
import { end, go, notUnderstood, t, type StepContext, type Flow, type MediaAnswer } from '../engine/flow.ts'
import { storyText, type Story } from '../shared/story.ts'

type Human = Story & {
  /** The menu entry this question belongs to. */
  readonly topic?: string
  /** What was left for the person: its story goes along. */
  readonly suspended?: SuspendedFlow
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
  collectsStory: true,
  first: 'start',
  hasProgress: ({ data }) => data.suspended?.hasProgress === true,
  steps: {
    start: {
      kind: 'decision',
      decide: ({ state, world, data }) => {
        if (data.parts?.length) return go('offer')
        const plain = !state.confidential && !data.topic && !data.suspended?.hasProgress
        return go(world.openTicket && plain ? 'which' : 'question')
      },
    },
    which: choiceQuestion<Human>({
      prompt: ({ world }) => ({
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
      onPick: (_, id) => go(id === 'same' ? 'add' : 'question'),
    }),
    add: openQuestion<Human>({
      prompt: () => ({ text: t('human.add'), options: [], commands: ['menu'] }),
      onText: (at) => added(at),
      onMedia: (at) => added(at),
    }),
    question: openQuestion<Human>({
      prompt: ({ data }) => ({
        text: data.topic
          ? t('human.topic', { topic: { text: t(`menu.${data.topic}`) } })
          : t('human.question'),
        options: [{ id: 'now', label: t('human.now'), words: 'langsung, langsung ke petugas, right away' }],
        commands: ['menu'],
      }),
      onPick: () => go('open'),
      onText: ({ state, data }, text) =>
        go('open', {
          set: { parts: [...(data.parts ?? []), text] },
          confidential: state.confidential || mentionsMisconduct(text),
        }),
      onMedia: ({ data }, reply) => go('open', { set: withFile(data, reply) }),
    }),
    offer: choiceQuestion<Human>({
      prompt: ({ data }) => ({
        text: t('human.offer', { question: excerpt(storyText(data), READ_BACK) }),
        options: [
          { id: 'yes', label: t('human.send'), words: 'ya, teruskan, kirim, boleh, oke, yes, send' },
          { id: 'rewrite', label: t('human.rewrite'), words: 'tulis lagi, ganti, tidak, no, again' },
        ],
      }),
      onPick: (_, id) => (id === 'yes' ? go('open') : go('question', { set: { parts: [] } })),
    }),
    open: {
      kind: 'query',
      query: (at) => ({ of: 'new ticket', office: officeOf(at) }),
      resolve: (at, answer) => (answer.of === 'new ticket' ? opened(at, answer) : notUnderstood),
    },
  },
}

function withFile({ parts = [], files = [] }: Story, { caption, file }: MediaAnswer): Story {
  return { parts: caption === '' ? parts : [...parts, caption], files: [...files, file] }
}

function opened(at: StepContext<Human>, { id, number }: { readonly id: string; readonly number: string }) {
  const { state, data } = at
  const told = [data, (data.suspended?.data ?? {}) as Story]
  const office = officeOf(at)
  const due = dueDay(at, office)
  const story = told.map(storyText).filter(Boolean).join('\n\n')
  // what was told before it came to a person may speak of wrong-doing as well
  const confidential = state.confidential || mentionsMisconduct(story)
  const ticket = {
    id,
    number,
    kind: 'human' as const,
    office,
    category: categoryOf(at, confidential),
    confidential,
    due,
    story: truncateText(story, STORY_LENGTH),
    files: told.flatMap((story) => story.files ?? []),
    storyFrom: transcriptStart(at),
  }
  const said = {
    text: t(confidential ? 'human.openedConfidential' : 'human.opened', { number, due: { date: due } }),
  }
  return end({ effects: [{ do: 'open ticket', ticket }], says: [said] })
}

function added({ world }: StepContext<Human>) {
  const ticket = world.openTicket
  if (!ticket) return go('open')
  const said = { text: t('idle.added', { number: ticket.number }) }
  return end({ effects: [{ do: 'add to ticket', ticketId: ticket.id }], says: [said] })
}

function officeOf({ world, data }: StepContext<Human>): string {
  return (data.suspended?.data['office'] as string | undefined) ?? world.office
}

function categoryOf({ world, data }: StepContext<Human>, confidential: boolean): string {
  const known = (data.suspended?.data['category'] as string | undefined) ?? CATEGORY[data.topic ?? '']
  const category = known ?? (confidential ? 'INT-OTHER' : 'OTH')
  return world.categories.some((one) => one.code === category) ? category : 'OTH'
}
