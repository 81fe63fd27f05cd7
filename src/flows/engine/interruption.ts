import type { Text } from './conversation.ts'
import type { SuspendedFlow } from './handover.ts'
import { memoryOf, remember, type Interruption, type TurnContext } from './turn-context.ts'
import { t, type Prompt, type Option } from './flow.ts'

/** The engine's own questions, put over a flow's question: leave it? go on after hours? another matter? which language? */

const ASKED: Readonly<Record<Interruption['name'], readonly Option[]>> = {
  leave: [
    { id: 'leave', label: t('leave.yes'), words: 'ya, tinggalkan, iya tinggalkan, batal, yes, leave' },
    { id: 'stay', label: t('leave.no'), words: 'tidak, lanjut, lanjutkan, jangan, no, continue, go on' },
  ],
  resume: [
    { id: 'on', label: t('resume.on'), words: 'lanjut, lanjutkan, ya, terus, continue, go on, yes' },
    { id: 'new', label: t('resume.new'), words: 'baru, mulai baru, tidak, start over, new, no' },
  ],
  side: [
    { id: 'open', label: t('side.open'), words: 'ya, buka, mau, boleh, yes, open' },
    { id: 'stay', label: t('side.stay'), words: 'tidak, lanjut, lanjutkan, nanti, no, go on' },
  ],
  language: [
    { id: 'id', label: t('language.id'), words: 'indonesia, bahasa indonesia, id, indonesian' },
    { id: 'en', label: t('language.en'), words: 'english, inggris, bahasa inggris, en' },
  ],
}

export function interruptionOf(turn: TurnContext): Interruption | undefined {
  return memoryOf(turn.state).interruption
}

export function interruptionPrompt(turn: TurnContext, interruption: Interruption): Prompt {
  return { text: asideText(turn, interruption), options: ASKED[interruption.name], commands: [] }
}

function asideText({ state }: TurnContext, interruption: Interruption): Text {
  if (interruption.name === 'language') return t('language.ask')
  if (interruption.name === 'side' && interruption.intent === state.flow) return t('side.other')
  if (interruption.name === 'side') return t('side.ask', { what: { text: t(`flow.${interruption.intent}`) } })
  // a question for an officer put over a half-done flow: that flow is what would be lost
  const under = state.flow === 'human' ? (state.data['suspended'] as SuspendedFlow | undefined) : undefined
  return t(`${interruption.name}.ask`, { what: { text: t(`flow.${under?.flow ?? state.flow}`) } })
}

export function setInterruption(turn: TurnContext, interruption: Interruption | undefined): void {
  remember(turn, { interruption })
}
