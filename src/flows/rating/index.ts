import { canReopen } from '../../model/tickets/lifecycle.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { TicketView } from '../engine/conversation.ts'
import {
  end,
  go,
  notUnderstood,
  open,
  t,
  type StepContext,
  type Flow,
  type Transition,
  type Option,
} from '../engine/flow.ts'

/** Words instead of a digit that say the matter is not settled. */
const UNSOLVED = /\b(belum|masih|tetap|tidak ada|not|still|unsolved)\b/

type Rating = { readonly ticket?: TicketView }

/** The four answers of the national satisfaction survey (Permenpan-RB 14/2017), and no answer. */
const SCORES: readonly Option[] = [
  { id: '1', label: t('rating.1'), words: 'tidak baik, buruk, jelek, kecewa, parah, bad, poor' },
  { id: '2', label: t('rating.2'), words: 'kurang, kurang baik, kurang puas, not good' },
  { id: '3', label: t('rating.3'), words: 'baik, puas, lumayan, good' },
  { id: '4', label: t('rating.4'), words: 'sangat baik, bagus, sangat puas, mantap, very good, excellent' },
  { id: 'skip', label: t('rating.skip'), words: 'lewati, tidak usah, skip' },
]

/** One digit after a ticket is closed, once; a low one, or words instead of a digit, offers to open the ticket again. */
export const rating: Flow<Rating> = {
  name: 'rating',
  first: 'score',
  isIdle: () => true,
  hasProgress: () => false,
  steps: {
    score: choiceQuestion<Rating>({
      prompt: ({ data }) => ({
        text: t('rating.ask', { number: data.ticket?.number ?? '' }),
        options: SCORES,
        commands: [],
      }),
      onPick: (at, id) => (id === 'skip' ? end({ says: [{ text: t('rating.skipped') }] }) : rated(at, id)),
      onText: (_, text) => (UNSOLVED.test(normalise(text)) ? go('again') : notUnderstood),
    }),
    again: choiceQuestion<Rating>({
      prompt: () => ({
        text: t('rating.again'),
        options: [
          { id: 'yes', label: t('ticket.reopenIt'), words: 'ya, belum, buka lagi, yes, open again' },
          { id: 'no', label: t('rating.fine'), words: 'tidak, sudah, sudah beres, cukup, no, solved' },
        ],
      }),
      onPick: ({ data }, id) =>
        id === 'yes'
          ? open({ flow: 'ticket', step: 'reopen', data: { ticket: data.ticket } })
          : end({ says: [{ text: t('rating.thanks') }] }),
    }),
  },
}

function rated({ world, data }: StepContext<Rating>, id: string): Transition {
  const score = Number(id) as 1 | 2 | 3 | 4
  const effects = [{ do: 'rate ticket', ticketId: data.ticket!.id, score }] as const
  if (score <= 2 && canReopen(data.ticket!.closedAt ?? 0, world.now)) return go('again', { effects })
  return end({ effects, says: [{ text: t('rating.thanks') }] })
}
