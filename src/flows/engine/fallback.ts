import type { Content } from '../../model/message.ts'
import { speaksOfWrong } from '../../model/understanding-intent.ts'
import { PERSON_AT } from './limits.ts'
import { begin } from './transition.ts'
import { personOpening } from './handover.ts'
import { putSimpler } from './prompt.ts'
import { memoOf, patch, questionOf, remember, say, type Scene } from './turn-context.ts'
import { t } from './flow.ts'

/** Counts an answer that was not understood: simpler the second time, a person the third. */
export function notUnderstood(scene: Scene, content: Content): void {
  const text = content.kind === 'text' && !questionOf(scene)?.apart ? [content.text] : []
  const misses = scene.state.misses + 1
  remember(scene, { missed: [...(memoOf(scene.state).missed ?? []), ...text].slice(-PERSON_AT) })
  patch(scene, { misses })
  if (misses < PERSON_AT) return putSimpler(scene)
  say(scene, { text: t('ask.person') })
  const sealed = scene.state.sealed || memoOf(scene.state).missed?.some(speaksOfWrong)
  begin(scene, personOpening(scene, 'misses'), sealed)
}
