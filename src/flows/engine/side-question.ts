import { intentOf, type Intent, type Understood } from '../../model/understanding-intent.ts'
import { moneyMatter } from '../../model/understanding-price.ts'
import { questionIn } from '../../model/understanding-question.ts'
import type { Content } from '../../model/message.ts'
import { setAside } from './interruption.ts'
import type { Text } from './conversation.ts'
import { caseHeard } from '../shared/passport-case.ts'
import { answersTold } from '../shared/facts.ts'
import { officeTold } from '../office/index.ts'
import { begin } from './transition.ts'
import { put } from './prompt.ts'
import { at, flowOf, patch, questionOf, say, type Scene } from './turn-context.ts'
import { speaksOfOther } from '../requirements/first-message.ts'
import type { Papers } from '../requirements/list.ts'
import { t, type At } from './flow.ts'

/** A question in the middle of something else: answered, or offered, and the person is back where they were. */

/** "Oke" is no answer to a question; who wants a person has `0` and the word for it. */
const NOT_ASIDE: readonly Intent[] = ['okay', 'human']
const SOCIAL: readonly Intent[] = ['thanks', 'greeting', 'help']

/** With nothing under way: a question that one ready answer settles. Over a menu it opens the answers, else it is told in between. */
export function answersAtOnce(scene: Scene, text: string): boolean {
  const id = questionIn(text)
  const row = scene.world.library.answers.find((one) => one.id === id)
  if (!row) return false
  if (!questionOf(scene) || scene.state.flow === 'menu' || scene.state.flow === 'info')
    begin(scene, { flow: 'info', step: 'show', data: { topic: row.topic, id: row.id } })
  else tellInBetween(scene, answersTold(at(scene), [row.id]))
  return true
}

/** `false` when the message asks nothing that is clear. A story is left to whom it is told. */
export function answersSide(scene: Scene, content: Content): boolean {
  if (content.kind !== 'text' || flowOf(scene)?.takesStory) return false
  const understood = intentOf(content.text)
  const texts = told(at(scene), content.text, understood)
  if (texts.length > 0) {
    tellInBetween(scene, texts)
    return true
  }
  if (understood && SOCIAL.includes(understood.intent)) {
    tellInBetween(scene, understood.intent === 'thanks' ? [t('idle.thanks')] : [])
    return true
  }
  if (!understood || NOT_ASIDE.includes(understood.intent)) return false
  if (understood.intent === scene.state.flow && !speaksOfOther(at(scene), content.text)) return false
  offer(scene, understood, content.text)
  return true
}

/** The question under way is put again. */
function tellInBetween(scene: Scene, texts: readonly Text[]): void {
  say(scene, ...texts.map((text) => ({ text })))
  put(scene)
}

/** What can be answered at once, from the answer library. */
function told(at: At, text: string, understood: Understood | null): readonly Text[] {
  const ready = questionIn(text)
  if (ready) return answersTold(at, [ready])
  if (understood?.sealed) return []
  if (understood?.intent === 'cost') return moneyTold(at, text)
  return understood?.intent === 'office' ? [officeTold(at, text)] : []
}

/** The price of all kinds; of a case that has a fine, the fine as well. */
function moneyTold(at: At, text: string): readonly Text[] {
  const matter = moneyMatter(text)
  if (matter === 'where') return answersTold(at, ['pay-where', 'pay-time'])
  if (matter === 'refund') return answersTold(at, ['pay-back'])
  if (matter !== 'price' && matter !== null) return []
  const known = at.data as Papers
  const what = caseHeard(at, text).answers['what'] ?? known.answers?.['what']
  const fine = what === 'lost' || what === 'damaged'
  return answersTold(at, ['fee-table', ...(fine ? ['fee-fines'] : [])])
}

function offer(scene: Scene, { intent, sealed }: Understood, text: string): void {
  setAside(scene, { name: 'side', intent, sealed, text })
  // what is said of wrong-doing is for supervisors only, whatever is answered
  if (sealed) patch(scene, { sealed })
  put(scene)
}
