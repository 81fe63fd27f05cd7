import type { MediaKind, StoredFile } from '../../model/messages/content.ts'
import { truncateText } from '../../model/messages/text.ts'
import { STORY_FILES, STORY_LENGTH } from '../engine/limits.ts'
import {
  stay,
  t,
  type StepContext,
  type MediaAnswer,
  type Transition,
  type QuestionStep,
} from '../engine/flow.ts'
import type { Text } from '../engine/conversation.ts'
import { openQuestion } from '../engine/question.ts'

/** A story told in several messages: texts, photos, documents and voice notes, until "selesai". */

export type Story = {
  readonly parts?: readonly string[]
  readonly files?: readonly StoredFile[]
  /** What came last, for a fitting "received". */
  readonly last?: 'text' | MediaKind
  /** The next part replaces all that was told so far. */
  readonly startsOver?: boolean
}

const DONE =
  'selesai, sudah, sudah semua, sudah itu, itu, cukup, sekian, tidak ada, tidak ada lagi, sudah selesai, finished, that is all, thats all, nothing else'

interface CollectParts<D> {
  /** Asked first; later "received, anything else?". */
  text(at: StepContext<D>): Text
  done(at: StepContext<D>): Transition
}

/** Collects a story. Limits (length, number of files) are said kindly and keep what there is. */
export function storyQuestion<D extends Story>(parts: CollectParts<D>): QuestionStep<D> {
  const finish = (at: StepContext<D>) =>
    hasStory(at.data) ? parts.done(at) : stay({ says: [{ text: t('story.empty') }] })
  return openQuestion<D>({
    prompt: (at) => ({
      text: at.data.last && !at.data.startsOver ? t(`story.more.${at.data.last}`) : parts.text(at),
      options: [{ id: 'done', label: t('story.done'), words: DONE }],
    }),
    onPick: finish,
    onText: (at, text) => addText(at.data, text),
    onMedia: (at, reply) => addFile(at.data, reply),
  })
}

export function hasStory({ parts, files }: Story): boolean {
  return (parts?.length ?? 0) + (files?.length ?? 0) > 0
}

/** The whole story; parts joined by blank lines. */
export function storyText({ parts }: Story): string {
  return (parts ?? []).join('\n\n')
}

/** Adds a message to the story; the same question is asked again. */
export function addText(story: Story, text: string): Transition {
  const before = story.startsOver ? {} : story
  const room = STORY_LENGTH - storyText({ parts: [...(before.parts ?? []), ''] }).length
  const part = truncateText(text, Math.max(0, room))
  const full = part.length < text.length ? { says: [{ text: t('story.full') }] } : {}
  const parts = part === '' ? (before.parts ?? []) : [...(before.parts ?? []), part]
  return stay({ ...full, set: { ...fresh(before), parts, last: 'text' } })
}

export function addFile(story: Story, { media, caption, file }: MediaAnswer): Transition {
  const before = story.startsOver ? {} : story
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
  return { parts: parts ?? [], files: files ?? [], startsOver: false }
}
