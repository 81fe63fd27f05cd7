import { remediesFor, type Remedy, type Symptom } from '../../model/guide.ts'
import { matchSymptom } from '../../model/understanding/symptom.ts'
import { go, notUnderstood, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import type { AppHelpData, AppHelpStep } from './handle.ts'

/** Symptoms, the remedies that may be told for them at the person's office today, and the way to the first. */

type At = StepContext<AppHelpData>
type Next = Transition<AppHelpData, AppHelpStep>

export function symptomOf({ world, data }: At): Symptom | undefined {
  return world.library.firstAid.find(({ id }) => id === data.symptom)
}

export function remediesOf(at: At): readonly Remedy[] {
  const symptom = symptomOf(at)
  const office = officeOf(at)
  return symptom ? remediesFor(symptom, at.world.library.facts, office.code, todayAt(at, office)) : []
}

/** What is to be done, in words of its own in a list of all. */
export function remedyText({ data }: At, { id, sure }: Remedy, place: 'alone' | 'in list'): Text {
  const todo = { text: t(`aid.${data.symptom}.${id}`) }
  if (place === 'alone') return t(sure ? 'aid.try' : 'aid.tryMaybe', { todo })
  return t(sure ? 'aid.one' : 'aid.oneMaybe', { todo })
}

/** Typed words instead of a choice. */
export function onTroubleText(at: At, text: string): Next {
  const id = matchSymptom(text)
  const isKnown = at.world.library.firstAid.some((symptom) => symptom.id === id)
  return id && isKnown ? startFirstAid(at, id, text) : notUnderstood
}

/** Begins with the first remedy for a symptom. @param text  The trouble as it was typed just now. */
export function startFirstAid(at: At, symptom: string, text?: string): Next & { kind: 'go' } {
  const now = { ...at, data: { ...at.data, symptom } }
  const set = { symptom, category: symptomOf(now)?.category, at: 0, ...(text && { parts: [text] }) }
  return go(remediesOf(now).length > 0 ? 'attempt' : 'exhausted', { set })
}
