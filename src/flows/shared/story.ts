import type { MediaKind, StoredFile } from '../../model/message.ts'
import { cut } from '../../model/text.ts'
import { STORY_FILES, STORY_LENGTH } from '../engine/limits.ts'
import { stay, t, type At, type MediaReply, type Move, type Question } from '../engine/flow.ts'
import type { Text } from '../engine/conversation.ts'
import { tell } from '../engine/question.ts'

/** A story told in several messages: texts, photos, documents and voice notes, until "selesai". */

export type Story = {
  readonly parts?: readonly string[]
  readonly files?: readonly StoredFile[]
  /** What came last, for a fitting "received". */
  readonly last?: 'text' | MediaKind
  /** The next part replaces all that was told so far. */
  readonly afresh?: boolean
}

const DONE =
  'selesai, sudah, sudah semua, sudah itu, itu, cukup, sekian, tidak ada, tidak ada lagi, sudah selesai, finished, that is all, thats all, nothing else'

interface CollectParts<D> {
  /** Asked first; later "received, anything else?". */
  text(at: At<D>): Text
  done(at: At<D>): Move
}

/** Collects a story. Limits (length, number of files) are said kindly and keep what there is. */
export function collect<D extends Story>(parts: CollectParts<D>): Question<D> {
  const finish = (at: At<D>) =>
    isTold(at.data) ? parts.done(at) : stay({ says: [{ text: t('story.empty') }] })
  return tell<D>({
    ask: (at) => ({
      text: at.data.last && !at.data.afresh ? t(`story.more.${at.data.last}`) : parts.text(at),
      options: [{ id: 'done', label: t('story.done'), words: DONE }],
    }),
    picked: finish,
    told: (at, text) => addText(at.data, text),
    shown: (at, reply) => addFile(at.data, reply),
  })
}

export function isTold({ parts, files }: Story): boolean {
  return (parts?.length ?? 0) + (files?.length ?? 0) > 0
}

/** The whole story; parts joined by blank lines. */
export function storyOf({ parts }: Story): string {
  return (parts ?? []).join('\n\n')
}

/** Adds a message to the story; the same question is asked again. */
export function addText(story: Story, text: string): Move {
  const before = story.afresh ? {} : story
  const room = STORY_LENGTH - storyOf({ parts: [...(before.parts ?? []), ''] }).length
  const part = cut(text, Math.max(0, room))
  const full = part.length < text.length ? { says: [{ text: t('story.full') }] } : {}
  const parts = part === '' ? (before.parts ?? []) : [...(before.parts ?? []), part]
  return stay({ ...full, set: { ...fresh(before), parts, last: 'text' } })
}

export function addFile(story: Story, { media, caption, file }: MediaReply): Move {
  const before = story.afresh ? {} : story
  const files = before.files ?? []
  if (files.length >= STORY_FILES)
    return stay({
      says: [{ text: t('story.files', { max: STORY_FILES }) }],
      set: { last: 'text' },
      effects: [{ do: 'discard file', fileId: file.id }],
    })
  const parts = caption === '' ? {} : { parts: [...(before.parts ?? []), caption] }
  return stay({ set: { ...fresh(before), ...parts, files: [...files, file], last: media } })
}

function fresh({ parts, files }: Story): Story {
  return { parts: parts ?? [], files: files ?? [], afresh: false }
}
