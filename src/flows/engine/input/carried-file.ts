import type { InboundContent, StoredFile } from '../../../model/messages/content.ts'
import { normalise } from '../../../model/understanding/normalise.ts'
import { suspendFlow } from '../handover.ts'
import { STORY_FILES } from '../limits.ts'
import { t, type TextKey } from '../text.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'

/** Files that wait for what they are about, and what cannot be read. */

/** What it is about comes next: it goes along then. */
export function carryFile(turn: Turn, caption: string, file: StoredFile): void {
  const { parts = [], files = [] } = turn.memory.pendingStory ?? {}
  const all = [...files, file]
  for (const { id } of all.slice(0, -STORY_FILES)) turn.cause({ do: 'discard file', fileId: id })
  turn.remember({
    pendingStory: { parts: caption === '' ? parts : [...parts, caption], files: all.slice(-STORY_FILES) },
  })
}

/** A voice note is kept for an officer, with the person's consent; what was under way goes on afterwards. */
export function offerVoice(
  turn: Turn,
  { caption, file }: { readonly caption: string; readonly file: StoredFile },
): void {
  carryFile(turn, caption, file)
  startFlow(turn, turn.registry.handover.voice, { suspended: suspendFlow(turn, true) })
}

/** What nobody should send: it is removed, and said so. */
const IDENTITY = /\b(?:ktp|kk|kartu keluarga|akta|paspor saya|foto paspor|id card)\b/

/** Words under a picture with nothing under way are what is meant; the picture goes along with what they open. */
export function captionAsText(turn: Turn, content: InboundContent): InboundContent {
  if (content.kind !== 'media' || !content.file || content.caption === '') return content
  if (turn.isFlowActive || turn.world.openTicket || turn.memory.interruption) return content
  if (IDENTITY.test(normalise(content.caption))) {
    turn.say({ text: t('noPhoto') })
    turn.cause({ do: 'mark sensitive' })
    turn.discardFile(content)
  } else carryFile(turn, content.caption, content.file)
  return { kind: 'text', text: content.caption }
}

/** What is said of a thing that cannot be read, of a file that was not kept, and of one that was. */
export function unreadableKey(content: InboundContent): TextKey {
  if (content.kind === 'media')
    return content.file ? 'idle.media' : `file.${content.refused ?? 'not-fetched'}`
  return `unreadable.${content.kind === 'unreadable' ? content.what : 'location'}`
}
