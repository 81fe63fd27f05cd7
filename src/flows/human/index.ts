import { excerpt } from '../../model/messages/text.ts'
import { mentionsMisconduct } from '../../model/understanding/intent.ts'
import {
  end,
  go,
  notUnderstood,
  type Flow,
  type MediaAnswer,
  type QuestionStep,
  type Transition,
} from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { READ_BACK } from '../engine/limits.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { storyText } from '../shared/story.ts'
import { dangerTexts } from './danger.ts'
import { HumanData, humanHandle, type HumanStep } from './handle.ts'
import { officeOf, ticketOpened } from './ticket.ts'

type Next = Transition<HumanData, HumanStep>

/** A person answers: the question is asked for, then a ticket of its own carries it with the transcript. */
export const human: Flow<HumanData, HumanStep> = {
  name: humanHandle.name,
  first: 'start',
  data: HumanData,
  intents: ['human'],
  collectsStory: true,
  hasProgress,
  steps: {
    start: {
      kind: 'decision',
      decide(at) {
        if (at.data.parts?.length) return go('offer')
        const plain = !at.state.confidential && !at.data.topic && !hasProgress(at)
        return go(at.world.openTicket && plain ? 'which' : 'question')
      },
    },
    which: choiceQuestion<HumanData, HumanStep>({
      prompt: ({ world }) => ({
        text: t('human.which', { number: world.openTicket?.number ?? '' }),
        options: [
          { id: 'same', means: 'yes', label: t('human.same'), hears: 'human.same', to: go('add') },
          { id: 'other', means: 'no', label: t('human.other'), hears: 'human.other', to: go('question') },
        ],
      }),
    }),
    add: openQuestion<HumanData, HumanStep>({
      expects: 'story',
      prompt: () => ({ text: t('human.add'), options: [], commands: ['menu'] }),
      onText: added,
      onMedia: added,
    }),
    question: openQuestion<HumanData, HumanStep>({
      expects: 'story',
      prompt: ({ data }) => ({
        text: data.topic
          ? t('human.topic', { topic: { text: t(`menu.${data.topic}`) } })
          : t('human.question'),
        options: [{ id: 'now', label: t('human.now'), hears: 'human.now', to: go('open') }],
        commands: ['menu'],
      }),
      onText: openWith,
      onMedia: openWithFile,
    }),
    offer: offerQuestion(({ data }) => t('human.offer', { question: excerpt(storyText(data), READ_BACK) })),
    offerVoice: offerQuestion(() => t('human.offerVoice')),
    danger: {
      kind: 'decision',
      decide: (at) => go('open', { set: { danger: true }, says: dangerTexts(at) }),
    },
    open: {
      kind: 'query',
      query: (at) => ({ of: 'new ticket', office: officeOf(at) }),
      resolve: (at, result) => (result.of === 'new ticket' ? ticketOpened(at, result) : notUnderstood),
    },
  },
}

/** May what came be put to an officer? Whatever is written or spoken here belongs to the question. */
function offerQuestion(text: (at: StepContext<HumanData>) => Text): QuestionStep<HumanData, HumanStep> {
  return choiceQuestion<HumanData, HumanStep>({
    prompt: (at) => ({
      text: text(at),
      options: [
        { id: 'yes', label: t('human.send'), hears: 'human.send', to: go('open') },
        {
          id: 'rewrite',
          means: 'no',
          label: t('human.rewrite'),
          hears: 'human.rewrite',
          to: go('question', { set: { parts: [] } }),
        },
      ],
    }),
    onText: (at, said) => (said.trim().includes(' ') ? openWith(at, said) : notUnderstood),
    onMedia: openWithFile,
  })
}

/** A question for a person is put at once; what would be lost is what was left for it. */
function hasProgress({ state }: StepContext<HumanData>): boolean {
  return state.suspended?.hasProgress === true
}

function openWith({ state, data }: StepContext<HumanData>, text: string): Next {
  return go('open', {
    set: { parts: [...(data.parts ?? []), text] },
    confidential: state.confidential || mentionsMisconduct(text),
  })
}

function openWithFile({ data }: StepContext<HumanData>, { caption, file }: MediaAnswer): Next {
  const { parts = [], files = [] } = data
  return go('open', { set: { parts: caption === '' ? parts : [...parts, caption], files: [...files, file] } })
}

function added({ world }: StepContext<HumanData>): Next {
  const ticket = world.openTicket
  if (!ticket) return go('open')
  const says = [{ text: t('idle.added', { number: ticket.number }) }]
  return end({ effects: [{ do: 'add to ticket', ticketId: ticket.id }], says })
}
