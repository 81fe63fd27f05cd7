import type { Choice, Say } from './conversation.ts'
import { asideAsked, asideOf } from './interruption.ts'
import { SIMPLER_AT } from './limits.ts'
import { at, patch, questionOf, remember, say, type Scene } from './turn-context.ts'
import { t, type Asked } from './flow.ts'

/** Putting questions to the person, with their numbers and the choices that are always there. */

const CONTRACT_CHOICES: Readonly<Record<'petugas' | 'menu', Choice>> = {
  petugas: { id: 'petugas', label: t('choice.petugas'), number: 0 },
  menu: { id: 'menu', label: t('choice.menu'), number: 9 },
}

/** The question now open: the engine's own over the flow's. */
export function askedNow(scene: Scene): Asked | undefined {
  const aside = asideOf(scene)
  return aside ? asideAsked(scene, aside) : questionOf(scene)?.ask(at(scene))
}

/** Puts the open question as a new one: taps on earlier ones no longer answer it. */
export function put(scene: Scene): void {
  close(scene)
  patch(scene, { misses: 0 })
  remember(scene, { missed: undefined })
  putAgain(scene)
}

/** Puts the open question again under its own number: a tap on either copy answers it. */
export function putAgain(scene: Scene): void {
  const asked = askedNow(scene)
  if (asked) utter(scene, asked)
}

/** Puts it again after an answer that was not understood, in simpler words the second time. */
export function putSimpler(scene: Scene): void {
  const question = asideOf(scene) ? undefined : questionOf(scene)
  if (scene.state.misses < SIMPLER_AT)
    say(scene, { text: question?.unclear?.(at(scene)) ?? t('ask.unclear') })
  else say(scene, { text: question?.simpler(at(scene)) ?? t('ask.simpler') })
  putAgain(scene)
}

/** The question so far is over: its number is used up. At most one number a turn. */
export function close(scene: Scene): void {
  patch(scene, { question: scene.began.question + 1 })
  remember(scene, { askedAt: scene.world.now })
}

function utter(scene: Scene, asked: Asked): void {
  const own = asked.options.map(({ id, label, number }): Choice => ({
    id,
    label,
    ...(number !== undefined && { number }),
  }))
  const also = (asked.also ?? ['petugas', 'menu']).map((word) => CONTRACT_CHOICES[word])
  const said: Say = { text: asked.text, choices: [...own, ...also] }
  scene.says.push(said)
  scene.effects.push({ do: 'say', question: scene.state.question, ...said })
}
