import { contractWord, type ContractWord } from '../../model/understanding-words.ts'
import type { Content } from '../../model/message.ts'
import { answer } from './answer.ts'
import { answerAside } from './interruption-answer.ts'
import { namesOption } from './question.ts'
import { asideOf, setAside } from './interruption.ts'
import { fallsQuiet } from './opt-out.ts'
import { idle } from './idle.ts'
import { DOUBLE_TAP, FLOOD_MESSAGES, FLOOD_WINDOW, RESUME_AFTER } from './limits.ts'
import { arrive, begin } from './transition.ts'
import { askedNow, put, putAgain } from './prompt.ts'
import { act } from './command.ts'
import {
  elapsed,
  flowOf,
  memoOf,
  over,
  patch,
  questionOf,
  remember,
  say,
  shortened,
  underWay,
  type Scene,
} from './turn-context.ts'
import { t } from './flow.ts'
import { normalise } from '../../model/understanding.ts'

/** A message from the person, from the door of the conversation to whoever understands it. */
export function hear(scene: Scene, whole: Content): void {
  const content = shortened(scene, whole)
  const silence = elapsed(scene, scene.state.lastAt || undefined)
  patch(scene, { lastAt: scene.world.now })
  if (flooded(scene, content) || secondTap(scene, content)) return
  freshen(scene, silence)
  greet(scene)
  if (fallsQuiet(scene, content)) return
  const word = wordIn(scene, content)
  if (word) return act(scene, word)
  if (content.kind === 'choice') return tapped(scene, content)
  if (questionOf(scene)?.apart) scene.effects.push({ do: 'keep apart' })
  if (asideOf(scene)) return answerAside(scene, content)
  if (underWay(scene) && quiet(scene, silence)) return offerToGoOn(scene, content)
  if (questionOf(scene)) return answer(scene, content)
  // the desk's answer never came: ask for it once more
  if (flowOf(scene)) return arrive(scene)
  idle(scene, content)
}

/** Has nothing been said for long? A reminder that has just asked something broke the silence. */
function quiet(scene: Scene, silence: number): boolean {
  const asked = elapsed(scene, memoOf(scene.began).askedAt)
  return silence > RESUME_AFTER && Number.isFinite(silence) && asked > RESUME_AFTER
}

/** Many messages at once are answered once; the rest is kept without a reply each, in the open ticket if there is one. */
function flooded(scene: Scene, content: Content): boolean {
  const flood = memoOf(scene.state).flood
  const fresh = over(scene, flood?.from, FLOOD_WINDOW)
  const count = fresh ? 1 : flood!.count + 1
  remember(scene, { flood: { from: fresh ? scene.world.now : flood!.from, count } })
  if (count <= FLOOD_MESSAGES) return false
  if (count === FLOOD_MESSAGES + 1) say(scene, { text: t('flood.wait') })
  const { openTicket } = scene.world
  if (openTicket && !underWay(scene) && content.kind !== 'choice')
    scene.effects.push({ do: 'add to ticket', ticketId: openTicket.id })
  return true
}

/** The same finger twice: the question has just been answered. */
function secondTap(scene: Scene, content: Content): boolean {
  if (content.kind !== 'choice' || content.question !== scene.state.question - 1) return false
  return elapsed(scene, memoOf(scene.state).askedAt) <= DOUBLE_TAP
}

/** A run of messages begins after a long silence; a menu from before it no longer catches an answer meant for an officer. */
function freshen(scene: Scene, silence: number): void {
  const { began } = memoOf(scene.state)
  if (silence <= RESUME_AFTER && began !== undefined && began <= scene.world.now) return
  remember(scene, { began: scene.world.now, missed: undefined, carried: undefined })
  if (scene.state.flow === 'menu' && scene.world.openTicket) patch(scene, { flow: null, step: '', back: [] })
}

/** The first message says who we are, the one rule, and how to reach a person. */
function greet(scene: Scene): void {
  const { state, world } = scene
  if (memoOf(state).restarted) say(scene, { text: t('error.restarted') })
  remember(scene, { restarted: undefined })
  if (state.greeted) return
  const office = world.offices.find((one) => one.code === world.office)?.name ?? ''
  say(scene, { text: t('greeting', { office }) })
  patch(scene, { greeted: true })
}

/** The contract word a message is, typed or tapped (on however old a question). */
function wordIn(scene: Scene, content: Content): ContractWord | null {
  if (content.kind === 'choice') return content.id === 'petugas' || content.id === 'menu' ? content.id : null
  if (content.kind !== 'text') return null
  const asked = askedNow(scene)
  const strict =
    asideOf(scene) ||
    questionOf(scene)?.free ||
    namesOption(content.text, asked?.options ?? []) ||
    namesTown(scene, content.text)
  return contractWord(content.text, Boolean(strict))
}

/** "Batam" is a town, not a slip of the finger in "batal". */
function namesTown(scene: Scene, text: string): boolean {
  const said = normalise(text)
  return scene.world.offices.some(({ aliases }) => aliases.includes(said))
}

function tapped(scene: Scene, tap: Extract<Content, { kind: 'choice' }>): void {
  const known = askedNow(scene)?.options.some((option) => option.id === tap.id)
  if (tap.question === scene.state.question && known)
    return asideOf(scene) ? answerAside(scene, tap) : answer(scene, tap)
  say(scene, { text: t('ask.outdated') })
  if (askedNow(scene)) putAgain(scene)
  else begin(scene, { flow: 'menu' })
}

function offerToGoOn(scene: Scene, held: Content): void {
  setAside(scene, { name: 'resume', held })
  put(scene)
}
