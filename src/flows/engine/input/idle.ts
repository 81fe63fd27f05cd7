import type { InboundContent } from '../../../model/messages/content.ts'
import { readActs } from '../../../model/understanding/acts.ts'
import { parseChoiceNumber } from '../../../model/understanding/choice-number.ts'
import { saysReport, type Intent, type IntentResult } from '../../../model/understanding/intent.ts'
import type { FlowTarget } from '../handle.ts'
import { suspendFlow } from '../handover.ts'
import { hint } from '../prompt.ts'
import { isOptionText } from '../question.ts'
import { firstAnswer, targetOf } from '../registry.ts'
import { t } from '../text.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'
import { withoutLooseNumber } from './answer-in-part.ts'
import { carryFile, offerVoice, unreadableKey } from './carried-file.ts'
import { clearIntent, isTalking } from './clear-intent.ts'
import { runCommand } from './command.ts'
import { offerReadings, repair } from './repair.ts'
import { answerImmediately } from './side-question.ts'
import { startWithText } from './start-with-text.ts'
import { followUp } from './subject.ts'
import { addToTicket, isCrumb, isForTicket, isPartOfStory } from './ticket-message.ts'

/** Less sure than this nobody is called (0–1). */
const WANTS_PERSON = 0.6

/** A message while nothing is under way: to the open ticket, to what it speaks of, or asked for once more. */
export function receiveIdleMessage(turn: Turn, content: InboundContent): void {
  const { openTicket } = turn.world
  const certain = firstAnswer(turn.registry, (flow) => flow.recognise?.(turn.context, content))
  if (certain) return startFlow(turn, certain)
  const whole = content.kind === 'text' ? content.text : ''
  const text = turn.question ? whole : withoutLooseNumber(whole)
  if (openTicket && !turn.question && isCrumb(turn, text)) return turn.say({ text: t('idle.okay') })
  if (openTicket && isPartOfStory(content) && isForTicket(turn, text))
    return addToTicket(turn, openTicket, content)
  if (text === '') return sayUnreadable(turn, content)
  // a number where nothing was asked looks for the list it once belonged to
  if (!turn.question && parseChoiceNumber(text) !== null) return startFlow(turn, turn.registry.home)
  if (!understandIdle(turn, text)) repair(turn, content)
  // what a flow has taken is kept there, as far as it needs it
  if (!turn.areWordsTaken) keepWords(turn, text)
}

/** Messages whose words are kept for what is opened later. */
const RECENT = 3

function keepWords(turn: Turn, text: string): void {
  turn.remember({ recentWords: [...(turn.memory.recentWords ?? []), text].slice(-RECENT) })
}

/** `false` when nothing in the words is clear. */
function understandIdle(turn: Turn, text: string): boolean {
  if (followUp(turn, text) || answerImmediately(turn, text)) return true
  if (readActs(text).has('person', WANTS_PERSON)) {
    runCommand(turn, 'petugas')
    return true
  }
  const result = clearIntent(turn, text)
  if (result && answerSocially(turn, result)) return true
  // who asks and complains at once is asked what is meant
  if (
    result?.intent === 'complaint' &&
    !result.confidential &&
    !saysReport(text) &&
    readActs(text).has('question') &&
    offerReadings(turn, text)
  )
    return true
  if (result) {
    startWithText(turn, result, text, suspendFlow(turn))
    return true
  }
  const target =
    firstAnswer(turn.registry, (flow) => flow.guess?.(turn.context, text)) ?? menuEntryNamed(turn, text)
  if (target) {
    const before = turn.memory.recentWords
    turn.areWordsTaken = true
    startFlow(turn, { ...target, data: { ...(before && { before }), ...target.data } })
  }
  return target !== null
}

/** A menu entry named outside the menu ("harga", "jatah"), and nothing else. */
function menuEntryNamed({ registry, world }: Turn, text: string): FlowTarget | null {
  const all = registry.menu.flatMap((entry) => ('entries' in entry ? [entry, ...entry.entries] : [entry]))
  const entry = all.find(({ hears }) => hears && isOptionText(text, [{ hears }], world.hears))
  return entry ? targetOf(registry, entry.id) : null
}

/** Greetings and thanks get their like. */
function answerSocially(turn: Turn, { intent }: IntentResult): boolean {
  if (intent === 'thanks' || intent === 'okay') turn.say({ text: t(`idle.${intent}`) })
  else if (!SALUTATIONS.includes(intent)) return false
  else if (isTalking(turn)) hint(turn, t('idle.help'))
  else startFlow(turn, turn.registry.home)
  return true
}

const SALUTATIONS: readonly Intent[] = ['greeting', 'help']

/** Things that cannot be read, or files that were not kept. */
function sayUnreadable(turn: Turn, content: InboundContent): void {
  if (content.kind === 'media' && content.media === 'voice' && content.file) {
    const { caption, file } = content
    return offerVoice(turn, { caption, file })
  }
  const isCarried = content.kind === 'media' && content.file !== null
  if (isCarried) carryFile(turn, content.caption, content.file)
  // what it is about is there already
  if (isCarried && turn.isFollowed) return
  turn.say({ text: t(unreadableKey(content)) })
  if (!turn.world.openTicket) startFlow(turn, turn.registry.home)
}
