import type { InboundContent } from '../../model/messages/content.ts'
import { wordCount } from '../../model/messages/text.ts'
import { readUrgency } from '../../model/tickets/urgency.ts'
import { classifyTopic, type Intent } from '../../model/understanding/intent.ts'
import { extractCase } from '../../model/understanding/case.ts'
import { predictQuestions } from '../../model/understanding/question.ts'
import { go, notUnderstood, stay, type Flow, type Step, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowTarget } from '../engine/handle.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { todayIn } from '../shared/due-day.ts'
import { officeOf } from '../shared/facts.ts'
import { addText, hasStory, storyText } from '../shared/story.ts'
import { asked, askedFirst, isOnlyAsked } from './asked.ts'
import { besideOpened } from './beside.ts'
import { change, check } from './check.ts'
import { onEarlyText, onMedia } from './early-story.ts'
import { heard } from './heard.ts'
import { ComplaintData, complaintHandle, type ComplaintStep } from './handle.ts'
import { categorySet, isComplaint, isForFewEyes, nextQuestion, withSays } from './next.ts'
import { officesAlone, officeText, onOfficeText } from './office.ts'
import { categoryOptions, groupOptions, isConfidentialGroup, likelyOptions, officeName } from './options.ts'
import { urgentSays } from '../shared/urgency.ts'
import { isEnough, isOnlyFear, tell } from './tell.ts'
import { ticketOpened } from './ticket.ts'
import { keepingWords } from './telling.ts'

/** A complaint: the story, what of it is not clear yet, read back, ticket. */
export const complaint: Flow<ComplaintData, ComplaintStep> = {
  name: complaintHandle.name,
  first: 'begin',
  data: ComplaintData,
  collectsStory: true,
  recognise,
  hasProgress: ({ data }) => data.office !== undefined || hasStory(data),
  steps: {
    begin: {
      kind: 'decision',
      decide(at) {
        // "lapor pak, antre dari jam 6" at the menu: the rest of the message was told before as well
        const { parts = [], before: recent = at.state.memory.recentWords ?? [] } = at.data
        const before = [...(at.state.memory.told ?? []), ...recent]
        const told = [...new Set([...before.filter(isComplaint), ...parts.filter((one) => !isOnlyFear(one))])]
        if (parts.length > 0 && parts.every(isOnlyFear))
          return go('tell', {
            set: { parts: told, reassured: true },
            says: [{ text: t('complaint.safe') }],
            confidential: true,
          })
        if (at.state.confidential && isOnlyAsked(told)) return askedFirst(at, told)
        const next = isEnough({ ...at.data, parts: told })
          ? nextQuestion(at, { parts: told })
          : go('tell' as const, { set: { parts: told } })
        return withSays(next, urgentSays(at, told.join('\n')))
      },
    },
    asked,
    tell,
    office: heard(
      choiceQuestion<ComplaintData, ComplaintStep>({
        prompt: (at) => ({
          text: officeText(at),
          options: [
            { id: 'here', means: 'yes', label: { raw: officeOf(at).name }, hears: 'complaint.here' },
            {
              id: 'other',
              means: 'no',
              label: t('complaint.otherOffice'),
              hears: 'complaint.otherOffice',
              to: go('officeName'),
            },
          ],
        }),
        onPick: (at) => nextQuestion(at, { office: officeOf(at).code }),
        onText: onOfficeText,
        onMedia,
        unknown: (at) => nextQuestion(at, { office: at.world.office }),
      }),
    ),
    officeName: heard(
      openQuestion<ComplaintData, ComplaintStep>({
        expects: 'office',
        prompt: () => ({ text: t('complaint.officeName'), options: [] }),
        unclear: () => t('complaint.officeUnclear'),
        onText: onOfficeText,
        onMedia,
        unknown: (at) => nextQuestion(at, { office: at.world.office }),
      }),
    ),
    officePick: heard(
      choiceQuestion<ComplaintData, ComplaintStep>({
        prompt: (at) => ({
          text: t('complaint.officePick'),
          options: [
            ...(at.data.offices ?? []).map((code) => ({ id: code, label: { raw: officeName(at, code) } })),
            { id: 'none', label: t('complaint.noneOfThese'), hears: 'office.none', to: go('officeName') },
          ],
        }),
        onPick: (at, office) => nextQuestion(at, { office }),
        onText: onOfficeText,
        onMedia,
      }),
    ),
    guess: heard(
      keepingWords(
        choiceQuestion<ComplaintData, ComplaintStep>({
          prompt: (at) => ({ text: t('complaint.guess'), options: likelyOptions(at) }),
          onPick: (at, category) => nextQuestion(at, categorySet(at.world, category)),
          // told in other words, it is clear or it is filed as something else: asked once
          onText: (at, text) => {
            const named = officesAlone(at, text)
            if (named) return stay({ set: named })
            const { set } = addText(at.data, text)
            const next = nextQuestion(at, set)
            const isClear = next.kind !== 'go' || next.step !== 'guess'
            return isClear ? next : nextQuestion(at, { ...set, ...categorySet(at.world, 'OTH') })
          },
          onMedia,
          unknown: (at) => nextQuestion(at, categorySet(at.world, 'OTH')),
        }),
      ),
    ),
    group: heard(
      keepingWords(
        choiceQuestion<ComplaintData, ComplaintStep>({
          prompt: () => ({ text: t('complaint.group'), options: groupOptions() }),
          onPick: (at, group) =>
            go('category', {
              set: { group, category: undefined },
              confidential: isConfidentialWith(at, group),
            }),
          onText: onListText,
          onMedia,
        }),
      ),
    ),
    category: heard(
      keepingWords(
        choiceQuestion<ComplaintData, ComplaintStep>({
          prompt: (at) => ({
            text: t('complaint.category'),
            options: categoryOptions(at, at.data.group ?? 'other'),
          }),
          onPick: (at, category) => nextQuestion(at, { category, guessed: false }),
          onText: onListText,
          onMedia,
        }),
      ),
    ),
    check: heard(check),
    change: heard(change),
    openBeside: newTicket(besideOpened),
    open: newTicket(ticketOpened),
  },
}

/** The number of a ticket is asked for, and the ticket is opened with it. */
function newTicket(opened: typeof ticketOpened): Step<ComplaintData, ComplaintStep> {
  return {
    kind: 'query',
    query: (at) => ({ of: 'new ticket', office: at.data.office ?? at.world.office }),
    resolve: (at, result) => (result.of === 'new ticket' ? opened(at, result) : notUnderstood),
  }
}

/** Who leaves in a few days and has no passport yet is not asked for numbers first: it goes to a person. */
function recognise({ world }: StepContext, content: InboundContent): FlowTarget | null {
  if (content.kind !== 'text' || wordCount(content.text) < LEAST_WORDS) return null
  if (!readUrgency(content.text, todayIn(world, world.office))) return null
  // "besok terbang, ada yang sehari jadi?" asks
  const [asked] = predictQuestions(content.text)
  if (asked && asked.confidence >= ASKED) return null
  // "paspor saya hilang, minggu depan berangkat" needs its papers
  if (extractCase(content.text, null).answers.what === 'lost') return null
  const { intent } = classifyTopic(content.text)
  if (intent !== null && !CANNOT_WAIT.includes(intent) && !isComplaint(content.text)) return null
  return complaintHandle.start({ parts: [content.text] })
}

/** As likely as this a ready answer is asked for (0–1). */
const ASKED = 0.6
/** Words that tell what is urgent. */
const LEAST_WORDS = 4
/** Matters in which days count; a question of papers or price is answered as it is. */
const CANNOT_WAIT: readonly Intent[] = ['complaint', 'status', 'reschedule', 'human', 'apphelp', 'quota']

/** Who tells at a list has told; who changes the subject of what is told already goes on choosing. */
function onListText(at: StepContext<ComplaintData>, text: string): Transition<ComplaintData, ComplaintStep> {
  const kept = onEarlyText(at, text)
  return kept.kind === 'stay' && !at.data.editing ? nextQuestion(at, kept.set) : kept
}

/** Confidential from the moment the group is chosen; a story told in confidence stays so whatever is chosen later. */
function isConfidentialWith({ state, world, data }: StepContext<ComplaintData>, group: string): boolean {
  // what was promised to who has told is kept
  const isPromised = data.reassured === true && hasStory(data)
  return (
    isConfidentialGroup(world, group) || (state.confidential && (isPromised || isForFewEyes(storyText(data))))
  )
}
