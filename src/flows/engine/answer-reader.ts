import type { Content } from '../../model/message.ts'
import { bareNumber, leadingNumber } from '../../model/understanding.ts'
import { namesOption } from './question.ts'
import { at, discard, say, type Scene } from './turn-context.ts'
import { t, type Asked, type Question, type Reply } from './flow.ts'

/** The message as an answer; `null` when it cannot be one, after saying kindly what can. */
export function readReply(scene: Scene, question: Question, content: Content): Reply | null {
  if (content.kind === 'choice') return { kind: 'pick', id: content.id }
  if (content.kind === 'text') return readText(scene, question, content.text)
  if (content.kind === 'media') return readMedia(scene, question, content)
  if (content.kind === 'location' && question.place)
    return { kind: 'place', lat: content.lat, lng: content.lng }
  const what = content.kind === 'location' ? 'location' : content.what
  say(scene, { text: t(`unreadable.${what}`) })
  return null
}

function readText(scene: Scene, question: Question, text: string): Reply {
  const asked = question.ask(at(scene))
  const picked = question.free ? copied(asked, text) : byNumber(asked, leadingNumber(text))
  if (picked) return { kind: 'pick', id: picked }
  if (scene.wasCut) say(scene, { text: t('story.cut') })
  return { kind: 'text', text }
}

/** A bare number, or a copied line of the list ("1 Selesai"). */
function copied(asked: Asked, text: string): string | undefined {
  const bare = bareNumber(text)
  if (bare !== null) return byNumber(asked, bare)
  const label = /^\s*\d[\s.):]+(.+)$/su.exec(text)?.[1] ?? ''
  return namesOption(label, asked.options) ? byNumber(asked, leadingNumber(text)) : undefined
}

function byNumber({ options }: Asked, number: number | null): string | undefined {
  return options.find((option, index) => (option.number ?? index + 1) === number)?.id
}

function readMedia(
  scene: Scene,
  question: Question,
  content: Extract<Content, { kind: 'media' }>,
): Reply | null {
  const { media, caption, file, refused } = content
  if (file && question.media) return { kind: 'media', media, caption, file }
  discard(scene, content)
  if (!file) say(scene, { text: t(`file.${refused ?? 'not-fetched'}`) })
  else say(scene, { text: t(caption === '' ? 'ask.noMedia' : 'ask.notKept') })
  return caption === '' ? null : readText(scene, question, caption)
}
