import type { InboundContent } from '../../../model/messages/content.ts'
import { wordCount } from '../../../model/messages/text.ts'
import { readActs } from '../../../model/understanding/acts.ts'
import { normalise } from '../../../model/understanding/normalise.ts'
import type { QuestionStep, Transition } from '../flow.ts'
import { currentPrompt, reprompt } from '../prompt.ts'
import { isOptionText } from '../question.ts'
import { suspendFlow } from '../handover.ts'
import { firstAnswer } from '../registry.ts'
import { applyTransition, startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'
import { answerBelowStory, answerInPart } from './answer-in-part.ts'
import { readAnswer } from './answer-reader.ts'
import { navigateNow, runCommand } from './command.ts'
import { correctEarlier, correctSelf, respondToActs } from './dialogue-acts.ts'
import { receiveIdleMessage } from './idle.ts'
import { repair } from './repair.ts'
import { offerVoice } from './carried-file.ts'
import { answerAlong, answerInDraft, answerSideQuestion } from './side-question.ts'

/** An answer to the flow's question, and whatever else the same message does. */
export function answerQuestion(turn: Turn, question: QuestionStep, content: InboundContent): void {
  // at a menu a photo is no answer, but it belongs to the open ticket, or to what is chosen next
  const photo = content.kind === 'media' && content.file !== null
  if (photo && !question.acceptsMedia && !turn.isFlowActive) return receiveIdleMessage(turn, content)
  const text = content.kind === 'text' ? content.text : ''
  if (text !== '' && correctSelf(turn, question, text)) return
  if (text !== '' && turn.isFlowActive && !question.corrects && correctEarlier(turn, text)) return
  if (takesBack(turn, text)) return navigateNow(turn, 'batal')
  if (wantsPerson(turn, text)) return runCommand(turn, 'petugas')
  if (text !== '' && isDraft(turn, question) && answerInDraft(turn, text)) return
  const noted = text !== '' && turn.isFlowActive && takeNotes(turn, text)
  if (text !== '' && answerBelowStory(turn, question, text)) return
  const answer = readAnswer(turn, question, content)
  if (!answer) return reprompt(turn)
  const transition: Transition = question.answer(turn.context, answer)
  if (transition.kind !== 'not understood') {
    if (answer.kind === 'text') answerAlong(turn, text)
    return applyTransition(turn, transition)
  }
  if (answer.kind === 'text' && answerInPart(turn, question, text)) return
  if (!turn.isFlowActive) return receiveIdleMessage(turn, content)
  if (noted) return reprompt(turn)
  if (answer.kind === 'media' && answer.media === 'voice') return offerVoice(turn, answer)
  if (answer.kind === 'media') turn.discardFile(content)
  // where a story is told these words are part of it
  const isStory = turn.flow?.collectsStory === true && question.freeText
  if (text !== '' && !isStory && respondToActs(turn, question, text)) return
  if (openCertain(turn, content)) return
  if (!answerSideQuestion(turn, content)) repair(turn, content)
}

/** Where a plain question is answered and is no part of what is written: not while the story itself is asked for. */
function isDraft({ flow }: Turn, { freeText, expects }: QuestionStep): boolean {
  return flow?.collectsStory ? !freeText : expects === 'story'
}

/** Words that can only mean one matter ("belum beres, buka lagi"): opened over what is under way. */
function openCertain(turn: Turn, content: InboundContent): boolean {
  if (turn.flow?.collectsStory) return false
  const certain = firstAnswer(turn.registry, (flow) => flow.recognise?.(turn.context, content))
  if (!certain || certain.flow === turn.state.flow) return false
  startFlow(turn, certain, { suspended: suspendFlow(turn, true) })
  return true
}

/** As sure as this a person is wanted, whatever else the words name (0–1): "tolong orang saja yang jawab". */
const WANTS_PERSON = 0.9
/** While a report is filled in, only a plain call is one. */
const CALL_WORDS = 6

/** In a story, and where the words are a choice as it stands, they are left to it. */
function wantsPerson(turn: Turn, text: string): boolean {
  if (text === '' || !readActs(text).has('person', WANTS_PERSON)) return false
  const isDraft = turn.flow?.collectsStory === true
  if (isDraft && (turn.question?.freeText || wordCount(text) > CALL_WORDS)) return false
  return !isOptionText(text, currentPrompt(turn)?.options ?? [], turn.world.hears)
}

/** As sure as this a report is taken back (0–1), and so many words at most only refuse. */
const TAKES_BACK = 0.65
const REFUSAL_WORDS = 8
/** More words than this tell something, whatever they sound like: a report must not be lost by it. */
const WITHDRAWAL_WORDS = 12
const SURELY = 0.9
/** What is refused: the report, and not one item of it. */
const OF_THE_REPORT =
  /\b(?:jadi|lapor\w*|kirim\w*|dikirim|diteruskan|terus\w*|batal\w*|hapus\w*|usah|lupakan|forget|mind|send|report|cancel|bicara|ngomong|pertanyaan)\b/

/** "Ga jadi lapor", "cuma mau tanya": a story that is not wanted any more is let go without a question. */
function takesBack(turn: Turn, text: string): boolean {
  if (text === '' || !turn.flow?.collectsStory) return false
  const acts = readActs(text)
  if (isOptionText(text, currentPrompt(turn)?.options ?? [], turn.world.hears)) return false
  // "jangan kirim dulu" only waits
  if (/\b(?:dulu|nanti|wait|yet)\b/.test(normalise(text))) return false
  const [isOfReport, count] = [OF_THE_REPORT.test(normalise(text)), wordCount(text)]
  if (acts.has('withdrawal', TAKES_BACK) && count <= WITHDRAWAL_WORDS)
    return isOfReport || acts.has('withdrawal', SURELY)
  return isOfReport && acts.has('refusal', TAKES_BACK) && count <= REFUSAL_WORDS
}

/** Facts told beside the answer are kept, and told back. */
function takeNotes(turn: Turn, text: string): boolean {
  const notes = turn.flow?.notes?.(turn.context, text)
  if (!notes) return false
  turn.update({ data: { ...turn.state.data, ...notes.set } })
  if (notes.told) turn.say({ text: notes.told })
  return true
}
