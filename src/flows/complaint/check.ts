import { isTellable, safeValue } from '../../model/facts/fact.ts'
import { excerpt } from '../../model/messages/text.ts'
import type { NewTicket, Say } from '../engine/conversation.ts'
import { end, go, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { READ_BACK } from '../engine/limits.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { dueDay } from '../shared/due-day.ts'
import { factNotes, findFact, readyAnswerTexts } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { plainPrice } from '../shared/plain-price.ts'
import { storyText } from '../shared/story.ts'
import { onLateMedia, onLateText } from './early-story.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'
import { officeName } from './options.ts'

/** The end of a complaint: read back, correct one item, ticket. */

type Next = Transition<ComplaintData, ComplaintStep>

export const check = choiceQuestion<ComplaintData, ComplaintStep>({
  prompt: (at) => ({
    text: readBack(at),
    options: [
      { id: 'right', means: 'yes', label: t('complaint.right'), hears: 'complaint.right', to: go('open') },
      {
        id: 'change',
        means: 'no',
        label: t('complaint.change'),
        hears: 'complaint.change',
        to: go('change'),
      },
    ],
  }),
  onText: onLateText,
  onMedia: onLateMedia,
})

export const change = choiceQuestion<ComplaintData, ComplaintStep>({
  prompt: () => ({
    text: t('complaint.whatToChange'),
    options: [
      {
        id: 'office',
        label: t('complaint.theOffice'),
        hears: 'complaint.theOffice',
        to: go('office', { set: { editing: true } }),
      },
      {
        id: 'group',
        label: t('complaint.theSubject'),
        hears: 'complaint.theSubject',
        to: go('group', { set: { editing: true } }),
      },
      { id: 'add', label: t('complaint.addToStory'), hears: 'complaint.addToStory', to: retell(false) },
      { id: 'retell', label: t('complaint.theStory'), hears: 'complaint.theStory', to: retell(true) },
      {
        id: 'right',
        means: 'yes',
        label: t('complaint.nothing'),
        hears: 'complaint.nothing',
        to: go('check'),
      },
    ],
  }),
  onMedia: onLateMedia,
})

function retell(startsOver: boolean): Next {
  return go('tell', { set: { editing: true, startsOver, last: undefined } })
}

function readBack(at: StepContext<ComplaintData>): Text {
  const { data } = at
  return t(`complaint.${readBackKey(data)}`, {
    office: officeName(at, data.office ?? at.world.office),
    category: { text: t(`category.${data.category ?? 'OTH'}`) },
    about: { text: data.about ?? { raw: '' } },
    story: excerpt((data.parts ?? []).join(' / '), READ_BACK),
    files: data.files?.length ?? 0,
  })
}

/** What there is to read back: a story, files, or only what another flow has found out. */
function readBackKey({ parts, files, about }: ComplaintData) {
  if (parts?.length) return files?.length ? 'check' : 'checkStory'
  return about && !files?.length ? 'checkKnown' : 'checkFiles'
}

/** Categories in which somebody has named a price: brokers, extortion, scams. */
const OFFERS = ['INT-CALO', 'INT-PUNGLI', 'INT-SCAM']

/** Whom else to tell, and beside a broker's price the official one. */
function outside(at: StepContext<ComplaintData>): readonly Say[] {
  const isOffer = OFFERS.includes(at.data.category ?? '')
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

export function ticketOpened(
  at: StepContext<ComplaintData>,
  { id, number }: { readonly id: string; readonly number: string },
): Next {
  const { state, world, data } = at
  const office = data.office ?? world.office
  const due = dueDay(at, office)
  const ticket: NewTicket = {
    id,
    number,
    kind: 'complaint',
    office,
    category: data.category ?? 'OTH',
    confidential: state.confidential,
    due,
    story: storyText(data),
    ...(data.about && { about: data.about }),
    files: data.files ?? [],
    storyFrom: Math.min(data.aboutFrom ?? state.since, state.since, world.now),
  }
  const vars = { number, due: { date: due } }
  const says = state.confidential
    ? [{ text: t('complaint.openedConfidential', vars) }, ...outside(at)]
    : [{ text: t('complaint.opened', vars) }]
  return end({ effects: [{ do: 'open ticket', ticket }], says })
}
