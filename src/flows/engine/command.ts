import { normalise } from '../../model/understanding.ts'
import type { Understood } from '../../model/understanding-intent.ts'
import type { ContractWord } from '../../model/understanding-words.ts'
import { asideOf, setAside } from './interruption.ts'
import { begin, finishFlow, goBack, perform, resumeFrame } from './transition.ts'
import { personOpening, type Frame } from './handover.ts'
import { askedNow, put, putAgain } from './prompt.ts'
import { at, flowOf, questionOf, say, underWay, type Aim, type Entry, type Scene } from './turn-context.ts'
import { t, type Opening } from './flow.ts'

/** What opens a flow, and the words that work in every state. */

/** Words short enough to be a request rather than a story. */
const REQUEST_WORDS = 3

export function act(scene: Scene, word: ContractWord): void {
  switch (word) {
    case 'menu':
    case 'batal':
      return head(scene, word)
    case 'lapor':
      return head(scene, openingOf(scene, 'complaint'))
    case 'status':
      return head(scene, openingOf(scene, 'check'))
    case 'petugas':
      return toPerson(scene)
    case 'ulangi':
      return repeat(scene)
    case 'kembali':
      return back(scene)
    case 'bahasa':
      setAside(scene, { name: 'language' })
      return put(scene)
  }
}

/** Goes where the person wants; asks first when something half-done would be lost. */
export function head(scene: Scene, aim: Aim): void {
  if (!flowOf(scene)?.holds(at(scene))) return arriveAt(scene, aim)
  setAside(scene, { name: 'leave', aim })
  put(scene)
}

/** Goes there without asking. */
export function arriveAt(scene: Scene, aim: Aim): void {
  if (typeof aim !== 'string') return begin(scene, aim)
  if (aim === 'batal') say(scene, { text: t(underWay(scene) ? 'cancel.done' : 'cancel.nothing') })
  if (aim === 'menu') return begin(scene, { flow: 'menu' })
  finishFlow(scene, 'menu')
}

/** The opening of a menu entry (of one with a second list, the menu at that list), or of a flow by its name. */
export function openingOf(scene: Scene, id: string): Opening {
  const found = findEntry(scene.house.entries, id)
  if (found) return 'opens' in found ? found.opens : { flow: 'menu', step: id }
  return { flow: id }
}

function findEntry(entries: readonly Entry[], id: string): Entry | undefined {
  return (
    entries.find((entry) => entry.id === id) ?? entries.flatMap(children).find((entry) => entry.id === id)
  )
}

function children(entry: Entry): readonly Entry[] {
  return 'entries' in entry ? entry.entries : []
}

function toPerson(scene: Scene): void {
  if (scene.state.flow !== 'human') return begin(scene, personOpening(scene, 'asked'), scene.state.sealed)
  setAside(scene, undefined)
  put(scene)
}

/** The open question once more; without one, what was said last. */
function repeat(scene: Scene): void {
  if (askedNow(scene)) return putAgain(scene)
  const statements = scene.state.said.filter(({ choices }) => !choices)
  if (statements.length === 0) return begin(scene, { flow: 'menu' })
  say(scene, ...statements)
}

function back(scene: Scene): void {
  if (asideOf(scene)) {
    setAside(scene, undefined)
    return questionOf(scene) ? put(scene) : begin(scene, { flow: 'menu' })
  }
  const move = questionOf(scene)?.back?.(at(scene))
  if (move && move.kind !== 'miss') return perform(scene, move)
  if (goBack(scene)) return
  const under = scene.state.data['under'] as Frame | undefined
  if (under) return resumeFrame(scene, under)
  head(scene, 'menu')
}

/** Opens what the words speak of, with the words; a whole sentence goes along as the beginning of a story. */
export function openWith(scene: Scene, { intent, sealed }: Understood, text: string, under?: Frame): void {
  const to = openingOf(scene, intent)
  if (scene.wasCut) say(scene, { text: t('story.cut') })
  const told = normalise(text).split(' ').length > REQUEST_WORDS
  const words = scene.house.flows.get(to.flow)?.takesStory ? {} : { words: text }
  const data = {
    ...to.data,
    ...words,
    ...(told && { parts: [text] }),
    ...(sealed && { group: 'integrity' }),
    ...(under && { under }),
  }
  begin(scene, { ...to, data }, sealed)
}
