import type { Option, Prompt } from './flow.ts'
import type { Interruption } from './state.ts'
import { t, type Text } from './text.ts'
import type { Turn } from './turn.ts'

/** The engine's own questions, put over a flow's question: leave it? go on after hours? another matter? an officer? which language? */

const OPTIONS: Readonly<Record<Exclude<Interruption['name'], 'language' | 'readings'>, readonly Option[]>> = {
  leave: [
    { id: 'leave', means: 'yes', label: t('leave.yes'), hears: 'leave.yes' },
    { id: 'stay', means: 'no', label: t('leave.no'), hears: 'leave.no' },
  ],
  resume: [
    { id: 'on', means: 'yes', label: t('resume.on'), hears: 'resume.on' },
    { id: 'new', means: 'no', label: t('resume.new'), hears: 'resume.new' },
  ],
  side: [
    { id: 'open', means: 'yes', label: t('side.open'), hears: 'side.open' },
    { id: 'stay', means: 'no', label: t('side.stay'), hears: 'side.stay' },
  ],
  person: [
    { id: 'yes', label: t('person.yes'), hears: 'person.yes' },
    { id: 'no', label: t('person.no'), hears: 'person.no' },
  ],
}

const NONE: Option = { id: 'none', label: t('readings.none'), hears: 'readings.none' }

export function interruptionPrompt(turn: Turn, interruption: Interruption): Prompt {
  return { text: interruptionText(turn, interruption), options: optionsOf(turn, interruption), commands: [] }
}

function optionsOf({ world }: Turn, interruption: Interruption): readonly Option[] {
  // each language by its own name, whichever is spoken now
  if (interruption.name === 'language')
    return world.languages.map(({ code, name, phrases }) => ({ id: code, label: { raw: name }, phrases }))
  if (interruption.name === 'readings')
    return [...interruption.readings.map(({ id, label }) => ({ id, label })), NONE]
  return OPTIONS[interruption.name]
}

function interruptionText({ state, registry }: Turn, interruption: Interruption): Text {
  const { name } = interruption
  if (name === 'language' || name === 'readings' || name === 'person') return t(`${name}.ask`)
  if (name === 'side' && interruption.intent === state.flow) return t('side.other')
  if (name === 'side') return t('side.ask', { what: { text: t(`flow.${interruption.intent}`) } })
  // a question for an officer put over a half-done flow: that flow is what would be lost
  const over = state.flow === registry.handover.asked.flow ? state.suspended?.flow : undefined
  return t(`${name}.ask`, { what: { text: t(`flow.${over ?? state.flow ?? ''}`) } })
}
