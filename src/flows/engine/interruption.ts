import type { Text } from './conversation.ts'
import type { Frame } from './handover.ts'
import { memoOf, remember, type Aside, type Scene } from './turn-context.ts'
import { t, type Asked, type Option } from './flow.ts'

/** The engine's own questions, put over a flow's question: leave it? go on after hours? another matter? which language? */

const ASKED: Readonly<Record<Aside['name'], readonly Option[]>> = {
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

export function asideOf(scene: Scene): Aside | undefined {
  return memoOf(scene.state).aside
}

export function asideAsked(scene: Scene, aside: Aside): Asked {
  return { text: asideText(scene, aside), options: ASKED[aside.name], also: [] }
}

function asideText({ state }: Scene, aside: Aside): Text {
  if (aside.name === 'language') return t('language.ask')
  if (aside.name === 'side' && aside.intent === state.flow) return t('side.other')
  if (aside.name === 'side') return t('side.ask', { what: { text: t(`flow.${aside.intent}`) } })
  // a question for an officer put over a half-done flow: that flow is what would be lost
  const under = state.flow === 'human' ? (state.data['under'] as Frame | undefined) : undefined
  return t(`${aside.name}.ask`, { what: { text: t(`flow.${under?.flow ?? state.flow}`) } })
}

export function setAside(scene: Scene, aside: Aside | undefined): void {
  remember(scene, { aside })
}
