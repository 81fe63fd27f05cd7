import { z } from 'zod'
import type { MediaKind } from '../../model/messages/content.ts'
import { truncateText } from '../../model/messages/text.ts'
import { stay, type MediaAnswer, type Transition } from '../engine/flow.ts'
import { STORY_FILES, STORY_LENGTH } from '../engine/limits.ts'
import { t } from '../engine/text.ts'

/** A story told in several messages: texts, photos, documents and voice notes, until "selesai". */

const MEDIA = ['photo', 'document', 'voice', 'video'] as const satisfies readonly MediaKind[]

export const StoryData = z.object({
  parts: z.array(z.string()).readonly().optional(),
  files: z
    .array(z.object({ id: z.string(), mime: z.string(), bytes: z.number() }))
    .readonly()
    .optional(),
  /** What came last, for a fitting "received". */
  last: z.enum(['text', ...MEDIA]).optional(),
  /** The next part replaces all that was told so far. */
  startsOver: z.boolean().optional(),
})
export type StoryData = z.infer<typeof StoryData>

type Stay = Transition<StoryData, never> & { kind: 'stay' }

export function hasStory({ parts, files }: StoryData): boolean {
  return (parts?.length ?? 0) + (files?.length ?? 0) > 0
}

/** The whole story; parts joined by blank lines. */
export function storyText({ parts }: StoryData): string {
  return (parts ?? []).join('\n\n')
}

/** What was told with the words that opened a flow, where it was more than a request: the question for a person. */
export function toldQuestion(story: StoryData): string | undefined {
  return storyText(story) || undefined
}

/** Adds a message to the story; the same question is asked again. */
export function addText(story: StoryData, text: string): Stay {
  const before = story.startsOver ? {} : story
  const room = STORY_LENGTH - storyText({ parts: [...(before.parts ?? []), ''] }).length
  const part = truncateText(text, Math.max(0, room))
  const full = part.length < text.length ? { says: [{ text: t('story.full') }] } : {}
  const parts = part === '' ? (before.parts ?? []) : [...(before.parts ?? []), part]
  return stay({ ...full, set: { ...fresh(before), parts, last: 'text' } })
}

export function addFile(story: StoryData, { media, caption, file }: MediaAnswer): Stay {
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

function fresh({ parts, files }: StoryData): StoryData {
  return { parts: parts ?? [], files: files ?? [], startsOver: false }
}
