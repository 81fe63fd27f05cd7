import type { InboundContent } from '../../../model/messages/content.ts'
import { truncateText, wordCount } from '../../../model/messages/text.ts'
import { isRegionName } from '../../../model/offices/region-index.ts'
import { parseCommand, type Command } from '../../../model/understanding/commands.ts'
import { classifyTopic, mentionsMisconduct } from '../../../model/understanding/intent.ts'
import { guessLanguage } from '../../../model/understanding/language.ts'
import { normalise } from '../../../model/understanding/normalise.ts'
import { DOUBLE_TAP, FLOOD_MESSAGES, FLOOD_WINDOW, PART_LENGTH, RESUME_AFTER } from '../limits.ts'
import { askQuestion, currentPrompt, reprompt } from '../prompt.ts'
import { isOptionText } from '../question.ts'
import { t } from '../text.ts'
import { enterStep, startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'
import { answerQuestion } from './answer.ts'
import { commandPhrases, runCommand } from './command.ts'
import { respondToDanger } from './first/danger.ts'
import { receiveIdleMessage } from './idle.ts'
import { answerInterruption } from './interruption-answer.ts'
import { respondToMisconduct } from './first/misconduct.ts'
import { avoidRepetition } from './repetition.ts'
import { respondToFeelings } from './first/feelings.ts'
import { optOut } from './first/opt-out.ts'
import { warnOfSecrets } from './first/secrets.ts'
import { captionAsText } from './carried-file.ts'
import { isAnswerToOfficer, isPictureForOfficer } from './ticket-message.ts'

/** A message from the person, from the door of the conversation to whoever understands it. */
export function receiveMessage(turn: Turn, whole: InboundContent): void {
  understand(turn, whole)
  keepTold(turn, whole)
  if (whole.kind === 'text') avoidRepetition(turn, whole.text)
}

/** Sentences kept, and the words of the shortest. */
const TOLD = 8
const SENTENCE = 4

function keepTold(turn: Turn, content: InboundContent): void {
  const text = content.kind === 'text' ? content.text : content.kind === 'media' ? content.caption : ''
  if (wordCount(text) < SENTENCE || turn.question?.sensitive || !complains(text)) return
  turn.remember({ told: [...(turn.memory.told ?? []), truncateText(text, PART_LENGTH)].slice(-TOLD) })
}

/** Of other matters nothing is kept beyond what their flow needs: ages, names, papers. */
function complains(text: string): boolean {
  return mentionsMisconduct(text) || classifyTopic(text).intent === 'complaint'
}

function understand(turn: Turn, whole: InboundContent): void {
  const received = turn.shortened(whole)
  const silence = turn.elapsed(turn.state.lastAt || undefined)
  turn.update({ lastAt: turn.world.now })
  if (isFlood(turn, received) || isSecondTap(turn, received)) return
  beginSession(turn, silence)
  const content = captionAsText(turn, received)
  speakTheirLanguage(turn, content)
  if (respondToDanger(turn, content)) return
  greet(turn)
  if (warnOfSecrets(turn, content) || respondToMisconduct(turn, content)) return
  respondToFeelings(turn, content)
  if (optOut(turn, content)) return
  const command = commandIn(turn, content)
  if (command) return runCommand(turn, command)
  if (content.kind === 'choice') return receiveTap(turn, content)
  if (isAnswerToOfficer(turn, content) || isPictureForOfficer(turn, content))
    return receiveIdleMessage(turn, content)
  if (turn.question?.sensitive) turn.cause({ do: 'mark sensitive' })
  if (turn.memory.interruption) return answerInterruption(turn, turn.memory.interruption, content)
  if (turn.isFlowActive && isBackAfterSilence(turn, silence)) return offerToResume(turn, content)
  if (turn.question) return answerQuestion(turn, turn.question, content)
  // the desk's answer never came: ask for it once more
  if (turn.flow) return enterStep(turn)
  receiveIdleMessage(turn, content)
}

/** Has nothing been said for long? A reminder that has just asked something broke the silence. */
function isBackAfterSilence(turn: Turn, silence: number): boolean {
  const asked = turn.elapsed(turn.initial.memory.askedAt)
  return silence > RESUME_AFTER && Number.isFinite(silence) && asked > RESUME_AFTER
}

/** Many messages at once are answered once; the rest is kept without a reply each, in the open ticket if there is one. */
function isFlood(turn: Turn, content: InboundContent): boolean {
  const { flood } = turn.memory
  const running = flood && !turn.hasElapsed(flood.from, FLOOD_WINDOW) ? flood : undefined
  const count = (running?.count ?? 0) + 1
  turn.remember({ flood: { from: running?.from ?? turn.world.now, count } })
  if (count <= FLOOD_MESSAGES) return false
  if (count === FLOOD_MESSAGES + 1) turn.say({ text: t('flood.wait') })
  const { openTicket } = turn.world
  if (openTicket && !turn.isFlowActive && content.kind !== 'choice')
    turn.cause({ do: 'add to ticket', ticketId: openTicket.id })
  return true
}

/** The same finger twice: the question has just been answered. */
function isSecondTap(turn: Turn, content: InboundContent): boolean {
  if (content.kind !== 'choice' || content.question !== turn.state.question - 1) return false
  return turn.elapsed(turn.memory.askedAt) <= DOUBLE_TAP
}

/** A run of messages begins after a long silence; a menu from before it no longer catches an answer meant for an officer. */
function beginSession(turn: Turn, silence: number): void {
  const { sessionStart } = turn.memory
  if (silence <= RESUME_AFTER && sessionStart !== undefined && sessionStart <= turn.world.now) return
  turn.remember({
    sessionStart: turn.world.now,
    unclearTexts: undefined,
    pendingStory: undefined,
    recentWords: undefined,
    told: undefined,
    saidOnce: undefined,
  })
  if (turn.isAtHome && turn.world.openTicket) turn.update({ flow: null, step: '', back: [] })
}

/** Who writes in another language is answered in it, unless they have chosen one. */
function speakTheirLanguage(turn: Turn, content: InboundContent): void {
  if (content.kind !== 'text' || turn.memory.languageChosen) return
  // in the middle of a talk a few words of another language are borrowed ones
  const spoken = guessLanguage(content.text, turn.state.greeted ? 4 : 2)
  if (spoken && turn.world.languages.some(({ code }) => code === spoken)) turn.update({ lang: spoken })
}

/** The first message says who we are, the one rule, and how to reach a person. */
function greet(turn: Turn): void {
  const { state, world } = turn
  if (turn.memory.restarted) turn.say({ text: t('error.restarted') })
  turn.remember({ restarted: undefined })
  if (state.greeted) return
  const office = world.offices.find((one) => one.code === world.office)?.name ?? ''
  turn.say({ text: t('greeting', { office }) })
  turn.update({ greeted: true })
}

/** The command a message is, typed or tapped (on however old a question). */
function commandIn(turn: Turn, content: InboundContent): Command | null {
  if (content.kind === 'choice') return content.id === 'petugas' || content.id === 'menu' ? content.id : null
  if (content.kind !== 'text') return null
  const strict =
    turn.memory.interruption !== undefined ||
    turn.question?.freeText === true ||
    isOptionText(content.text, currentPrompt(turn)?.options ?? [], turn.world.hears) ||
    namesTown(turn, content.text)
  return parseCommand(content.text, strict, commandPhrases(turn.world.hears))
}

/** "Batam" is a town, not a slip of the finger in "batal". */
function namesTown(turn: Turn, text: string): boolean {
  const said = normalise(text)
  const { offices, library } = turn.world
  return offices.some(({ aliases }) => aliases.includes(said)) || isRegionName(said, library.regions)
}

function receiveTap(turn: Turn, tap: Extract<InboundContent, { kind: 'choice' }>): void {
  const prompt = currentPrompt(turn)
  const { interruption } = turn.memory
  if (tap.question === turn.state.question && prompt?.options.some((option) => option.id === tap.id)) {
    if (interruption) return answerInterruption(turn, interruption, tap)
    if (turn.question) return answerQuestion(turn, turn.question, tap)
  }
  turn.say({ text: t('ask.outdated') })
  if (prompt) reprompt(turn)
  else startFlow(turn, turn.registry.home)
}

function offerToResume(turn: Turn, held: InboundContent): void {
  turn.remember({ interruption: { name: 'resume', held } })
  askQuestion(turn)
}
