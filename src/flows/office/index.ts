import { isValidCoordinates } from '../../model/offices/locations.ts'
import { wordCount } from '../../model/messages/text.ts'
import type { IntentResult } from '../../model/understanding/intent.ts'
import {
  go,
  handOver,
  notUnderstood,
  open,
  type DecisionStep,
  type Flow,
  type Option,
  type Transition,
} from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowTarget } from '../engine/handle.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { infoHandle } from '../info/handle.ts'
import { quotaHandle } from '../quota/handle.ts'
import { requirementsHandle } from '../requirements/handle.ts'
import { officeOf } from '../shared/facts.ts'
import {
  officeInFirstMessage,
  officeSearchSteps,
  officesMentioned,
  onLocation,
  onTownText,
  servedTexts,
} from '../shared/office-search.ts'
import { officeSlot } from '../shared/office-slot.ts'
import { officeDirectAnswer, unknownTownText } from './direct-answer.ts'
import { OfficeData, officeHandle, type OfficeStep } from './handle.ts'
import { isPartlyUnknown, moreText, officeText } from './view.ts'

/** Address, hours today, lanes and branches of an office; the nearest to a shared location. */

/** Lanes, branches and the page of the office, told before its own list. */
function moreOption(at: StepContext<OfficeData>): readonly Option<OfficeData, OfficeStep>[] {
  const text = moreText(at, officeOf(at))
  return text
    ? [
        {
          id: 'more',
          label: t('office.more'),
          hears: 'office.more',
          to: go('show', { says: [{ text }] }),
        },
      ]
    : []
}

/** What is not known is asked of an officer, in the words in which it was asked. */
function askOption(at: StepContext<OfficeData>): readonly Option<OfficeData, OfficeStep>[] {
  const office = officeOf(at)
  if (!isPartlyUnknown(at, office, at.data.day)) return []
  const to = handOver('office', { question: at.data.words ?? office.name })
  return [{ id: 'ask', means: 'yes', label: t('office.ask'), hears: 'doubt.yes', to }]
}

/** A location shared while nothing was asked. */
const near: DecisionStep<OfficeData, OfficeStep> = {
  kind: 'decision',
  decide: (at) => {
    const point = { lat: at.data.lat ?? 0, lng: at.data.lng ?? 0 }
    const next = isValidCoordinates(point) ? onLocation(at, point) : notUnderstood
    return next.kind === 'not understood' ? go('name', { says: [{ text: t('office.badPoint') }] }) : next
  },
}

export const office: Flow<OfficeData, OfficeStep> = {
  name: officeHandle.name,
  first: 'begin',
  data: OfficeData,
  isIdle: ({ state }) => state.step === 'show',
  hasProgress: () => false,
  slots: [officeSlot],
  recognise: (_, content) =>
    content.kind === 'location' ? officeHandle.at('near', { lat: content.lat, lng: content.lng }) : null,
  directAnswer: officeDirectAnswer,
  sideAnswer: officeSideAnswer,
  guess: townAlone,
  previews: () => [{ target: officeHandle.at('show'), daily: true }],
  steps: {
    begin: {
      kind: 'decision',
      decide: (at) => officeInFirstMessage(at) ?? inUnknownTown(at) ?? go('show'),
    },
    show: choiceQuestion<OfficeData, OfficeStep>({
      topics: true,
      prompt: (at) => ({
        text: officeText(at, officeOf(at), at.data.day),
        options: [
          { id: 'name', label: t('complaint.otherOffice'), hears: 'office.other', to: go('name') },
          { id: 'quota', label: t('menu.quota'), hears: 'office.quota', to: open(quotaHandle.start()) },
          {
            id: 'requirements',
            label: t('menu.requirements'),
            hears: 'requirements.papers',
            to: open(requirementsHandle.start()),
          },
          {
            id: 'info',
            label: t('info.ask'),
            hears: 'info.questions',
            to: open(infoHandle.start({ subject: 'papers' })),
          },
          ...moreOption(at),
          ...askOption(at),
        ],
      }),
      onText: onTownText,
      onLocation,
    }),
    near,
    ...officeSearchSteps,
  },
}

/** A place that no list knows: said, and its town is asked for. */
function inUnknownTown(
  at: StepContext<OfficeData>,
): (Transition<OfficeData, OfficeStep> & { kind: 'go' }) | null {
  const text = at.data.words === undefined ? null : unknownTownText(at.data.words)
  return text && go('name', { set: { words: undefined }, says: [{ text }] })
}

/** Longest name of a town with the words around it ("di denpasar pak"). */
const TOWN_WORDS = 4

/** Only a town: its office or the choice of several, where nothing else is asked. */
function townAlone(at: StepContext, text: string): FlowTarget | null {
  if (wordCount(text) > TOWN_WORDS) return null
  return officesMentioned(at, text).offices.length > 0 ? officeHandle.start({ words: text }) : null
}

/** A question in between: the office named in the words, else that of the conversation. */
function officeSideAnswer(at: StepContext, text: string, { intent }: IntentResult): readonly Text[] {
  const { offices, regions } = officesMentioned(at, text)
  // which of several is no answer in between
  if (intent !== 'office' || offices.length > 1) return []
  const office = offices[0] ?? officeOf(at)
  return [...servedTexts(office, regions).map((served) => served.text), officeText(at, office)]
}
