import type { Option, Prompt } from './flow.ts'
import type { Interruption } from './state.ts'
import { t, type Text } from './text.ts'
import type { Turn } from './turn.ts'

/** The engine's own questions, put over a flow's question: leave it? go on after hours? another matter? which language? */

const OPTIONS: Readonly<Record<Exclude<Interruption['name'], 'language'>, readonly Option[]>> = {
  leave: [
    { id: 'leave', label: t('leave.yes'), hears: 'leave.yes' },
    { id: 'stay', label: t('leave.no'), hears: 'leave.no' },
  ],
  resume: [
    { id: 'on', label: t('resume.on'), hears: 'resume.on' },
    { id: 'new', label: t('resume.new'), hears: 'resume.new' },
  ],
  side: [
    { id: 'open', label: t('side.open'), hears: 'side.open' },
    { id: 'stay', label: t('side.stay'), hears: 'side.stay' },
  ],
}

export function interruptionPrompt(turn: Turn, interruption: Interruption): Prompt {
  const options = interruption.name === 'language' ? languages(turn) : OPTIONS[interruption.name]
  return { text: interruptionText(turn, interruption), options, commands: [] }
}

/** Each language by its own name, whichever is spoken now. */
function languages({ world }: Turn): readonly Option[] {
  return world.languages.map(({ code, name, phrases }) => ({ id: code, label: { raw: name }, phrases }))
}

function interruptionText({ state, registry }: Turn, interruption: Interruption): Text {
  if (interruption.name === 'language') return t('language.ask')
  if (interruption.name === 'side' && interruption.intent === state.flow) return t('side.other')
  if (interruption.name === 'side') return t('side.ask', { what: { text: t(`flow.${interruption.intent}`) } })
  // a question for an officer put over a half-done flow: that flow is what would be lost
  const over = state.flow === registry.handover.asked.flow ? state.suspended?.flow : undefined
  return t(`${interruption.name}.ask`, { what: { text: t(`flow.${over ?? state.flow ?? ''}`) } })
}
