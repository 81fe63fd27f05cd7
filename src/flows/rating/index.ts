import { wordCount } from '../../model/messages/text.ts'
import { canReopen } from '../../model/tickets/lifecycle.ts'
import type { Effect, TicketView } from '../engine/conversation.ts'
import { end, go, notUnderstood, open, type Flow, type Option, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { Notice } from '../engine/hooks.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { mentionsAny } from '../shared/mentions.ts'
import { ticketHandle } from '../ticket/handle.ts'
import { RatingData, ratingHandle, type RatingStep } from './handle.ts'

type Next = Transition<RatingData, RatingStep>

/** The four answers of the national satisfaction survey (Permen PANRB 14/2017). */
const SCORES = [1, 2, 3, 4] as const
type Score = (typeof SCORES)[number]

/** Up to this one the matter may not be settled. */
const LOW: Score = 2

/** One digit after a ticket is closed, once; a low one, or words instead of a digit, offers to open the ticket again. */
export const rating: Flow<RatingData, RatingStep> = {
  name: ratingHandle.name,
  first: 'score',
  data: RatingData,
  news: { 'ticket changed': (at, { ticket }) => askToRate(at, ticket) },
  holdsNotices: true,
  isIdle: () => true,
  hasProgress: () => false,
  steps: {
    score: choiceQuestion<RatingData, RatingStep>({
      prompt: (at) => ({
        text: t('rating.ask', { number: at.data.ticket?.number ?? '' }),
        options: [...SCORES.map((score) => scoreOption(at, score)), SKIP],
        commands: [],
      }),
      onText: (at, text) =>
        mentionsAny(text, at.world.hears['rating.unsolved']) ? unsolved(at, text) : notUnderstood,
    }),
    again: choiceQuestion<RatingData, RatingStep>({
      prompt: ({ data: { ticket } }) => ({
        text: t('rating.again'),
        options: [
          {
            // neither is a plain yes: "belum" and "ya" say the same here
            id: 'reopen',
            label: t('ticket.reopenIt'),
            hears: 'rating.reopen',
            to: open(ticketHandle.at('reopen', { ticket })),
          },
          { id: 'fine', label: t('rating.fine'), hears: 'rating.fine', to: thanks() },
        ],
      }),
      onText: (at, text) => (wordCount(text) >= TELLING_WORDS ? unsolved(at, text) : notUnderstood),
    }),
  },
}

/** So many words say what is not settled: it is opened again with them, and not asked for. */
const TELLING_WORDS = 4

function unsolved({ world, data: { ticket } }: StepContext<RatingData>, text: string): Next {
  const may = ticket !== undefined && canReopen(ticket.closedAt ?? 0, world.now)
  return may && wordCount(text) >= TELLING_WORDS ? open(ticketHandle.at('reopened', { ticket })) : go('again')
}

const SKIP: Option<RatingData, RatingStep> = {
  id: 'skip',
  means: 'unknown',
  label: t('rating.skip'),
  hears: 'rating.skip',
  to: end({ says: [{ text: t('rating.skipped') }] }),
}

/** Asked once: not what is rated, nor what is being asked about already. */
function askToRate({ state, data }: StepContext, ticket: TicketView): Notice | null {
  const asking = state.flow === ratingHandle.name ? RatingData.safeParse(data).data?.ticket : undefined
  if (ticket.rating !== null || asking?.id === ticket.id) return null
  return { key: ticket.id, target: ratingHandle.start({ ticket }) }
}

function scoreOption(at: StepContext<RatingData>, score: Score): Option<RatingData, RatingStep> {
  return { id: `${score}`, label: t(`rating.${score}`), hears: `rating.${score}`, to: rated(at, score) }
}

function rated({ world, data: { ticket } }: StepContext<RatingData>, score: Score): Next {
  if (!ticket) return thanks()
  const effects = [{ do: 'rate ticket', ticketId: ticket.id, score }] as const
  if (score <= LOW && canReopen(ticket.closedAt ?? 0, world.now)) return go('again', { effects })
  return thanks(effects)
}

function thanks(effects: readonly Effect[] = []): Next {
  return end({ effects, says: [{ text: t('rating.thanks') }] })
}
