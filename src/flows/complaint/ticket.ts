import { isTellable, safeValue } from '../../model/facts/fact.ts'
import type { NewTicket, Say } from '../engine/conversation.ts'
import { end, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { dueDay, transcriptStart } from '../shared/due-day.ts'
import { factNotes, findFact, readyAnswerTexts } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { plainPrice } from '../shared/plain-price.ts'
import { storyText } from '../shared/story.ts'
import { urgencyOf } from '../shared/urgency.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'

/** The ticket of a complaint, and what its person is told with its number. */

type Next = Transition<ComplaintData, ComplaintStep>

/** Categories in which somebody has named a price: brokers, extortion, scams. */
const OFFERS = ['INT-CALO', 'INT-PUNGLI', 'INT-SCAM']

/** Whom else to tell, and beside a broker's price the official one. */
function outside(at: StepContext<ComplaintData>): readonly Say[] {
  const { state, data } = at
  // said already, or enough is said with it
  const isLong = data.priced || data.beside || state.suspended !== null
  const isOffer = !isLong && OFFERS.includes(data.category ?? '')
  return [...(isOffer ? [{ text: plainPrice(at) }] : []), { text: elsewhereText(at) }]
}

/** Where else to complain, by telephone; their conditions are told on request. */
function elsewhereText(at: StepContext<ComplaintData>): Text {
  const [lapor, ombudsman] = [findFact(at, 'outside.lapor.sms'), findFact(at, 'outside.ombudsman.phone')]
  const [sms, phone] = [lapor, ombudsman].map((fact) => (isTellable(fact) ? safeValue(fact) : null))
  if (typeof sms !== 'string' || typeof phone !== 'string')
    return lines(...readyAnswerTexts(at, ['outside-lapor', 'outside-ombudsman']))
  return lines(t('complaint.outside', { sms, phone }), ...factNotes(ombudsman))
}

/** What must not wait for an officer's answer. */
const ADVISED = ['PAY-UNSYNC', 'PAY-EXPIRED', 'INT-SCAM'] as const

function isAdvised(category: string): category is (typeof ADVISED)[number] {
  return ADVISED.some((one) => one === category)
}

export function ticketOpened(
  at: StepContext<ComplaintData>,
  { id, number }: { readonly id: string; readonly number: string },
): Next {
  const { state, world, data } = at
  const office = data.office ?? world.office
  const story = storyText(data)
  const urgency = urgencyOf(at, office, story)
  const { category = 'OTH' } = data
  const ticket: NewTicket = {
    id,
    number,
    kind: 'complaint',
    office,
    category,
    confidential: state.confidential,
    due: urgency?.due ?? dueDay(at, office),
    ...(urgency && { priority: urgency.priority }),
    story,
    ...(data.about && { about: data.about }),
    files: data.files ?? [],
    storyFrom: Math.min(data.aboutFrom ?? state.since, transcriptStart(at), state.since, world.now),
  }
  const vars = { number, due: { date: ticket.due } }
  const opened = t(state.confidential ? 'complaint.openedConfidential' : 'complaint.opened', vars)
  const beside = data.beside ? [{ text: t('complaint.openedBeside', { number: data.beside }) }] : []
  const also = state.confidential ? outside(at) : []
  const advice = isAdvised(category) ? [{ text: t(`complaint.advice.${category}`) }] : []
  const says = [
    { text: opened },
    ...beside,
    ...(urgency ? [{ text: t('urgent.first') }] : []),
    ...advice,
    ...also,
  ]
  return end({ effects: [{ do: 'open ticket', ticket }], says })
}
