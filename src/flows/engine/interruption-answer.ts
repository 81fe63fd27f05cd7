import type { Content } from '../../model/message.ts'
import { intentOf } from '../../model/understanding-intent.ts'
import { choose } from './question.ts'
import { asideAsked, asideOf, setAside } from './interruption.ts'
import type { Lang } from './conversation.ts'
import { notUnderstood } from './fallback.ts'
import { begin, finishFlow, perform } from './transition.ts'
import { put, putAgain } from './prompt.ts'
import { readReply } from './answer-reader.ts'
import { frameOf, leftAside } from './handover.ts'
import { arriveAt, openWith } from './command.ts'
import { at, patch, questionOf, say, type Aside, type Scene } from './turn-context.ts'
import { go, t } from './flow.ts'

/** An answer to one of the engine's own questions. */
export function answerAside(scene: Scene, content: Content): void {
  const aside = asideOf(scene)!
  const question = choose({ ask: () => asideAsked(scene, aside), picked: (_, id) => go(id) })
  const reply = readReply(scene, question, content)
  if (!reply) return putAgain(scene)
  const move = question.take(at(scene), reply)
  if (move.kind !== 'go') return notUnderstood(scene, content)
  setAside(scene, undefined)
  settle(scene, aside, move.step)
}

function settle(scene: Scene, aside: Aside, choice: string): void {
  if (aside.name === 'language') return speak(scene, choice as Lang)
  if (aside.name === 'leave') return choice === 'leave' ? arriveAt(scene, aside.aim) : put(scene)
  if (aside.name === 'side') return choice === 'open' ? openOver(scene, aside) : put(scene)
  if (choice === 'new') return anew(scene)
  goOn(scene, aside.held)
}

/** Begins anew: what a question in between was put over is left as well. */
function anew(scene: Scene): void {
  patch(scene, { data: {} })
  finishFlow(scene, 'menu')
}

/** Opens the other matter over what is under way, which goes on when it has ended, or at `kembali`. */
function openOver(scene: Scene, { text, ...understood }: Extract<Aside, { name: 'side' }>): void {
  const under = leftAside(scene.state) ?? { ...frameOf(scene)!, aside: true }
  say(scene, { text: t('side.back') })
  openWith(scene, understood, text, under)
}

function speak(scene: Scene, lang: Lang): void {
  patch(scene, { lang })
  say(scene, { text: t('language.done') })
  if (questionOf(scene)) put(scene)
  else begin(scene, { flow: 'menu' })
}

/** Takes the message that came after the silence as the answer, if it is one. */
function goOn(scene: Scene, held: Content): void {
  const question = questionOf(scene)
  if (!question) return finishFlow(scene, 'menu')
  const words = held.kind === 'text' && intentOf(held.text)?.intent === 'greeting'
  const reply = words ? null : readReply(scene, question, held)
  const move = reply && question.take(at(scene), reply)
  if (move && move.kind !== 'miss') perform(scene, move)
  else put(scene)
}
