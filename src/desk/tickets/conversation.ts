import type { InboundContent, FileRefusal, MediaKind } from '../../model/messages/content.ts'
import type { OfficerName, ConversationRow } from '../ports/tickets.ts'

/** A file in the conversation; `id` null: there is nothing to open, `refused` says why. */
interface ConversationAttachment {
  readonly media: MediaKind
  readonly id: string | null
  readonly mime: string | null
  readonly bytes: number | null
  readonly refused: FileRefusal | 'removed' | null
}

/** One message as an officer reads it; `at` in ms since epoch. */
export interface ConversationItem {
  readonly seq: string
  readonly at: number
  readonly from: 'person' | 'bot' | 'officer'
  readonly officer: OfficerName | null
  readonly text: string
  readonly choices: readonly string[]
  readonly attachment: ConversationAttachment | null
  readonly unreadable: string | null
  readonly delivery: { readonly state: 'pending' | 'sent' | 'failed'; readonly failure: string | null } | null
}

/** Rows of inbox and outbox as an officer reads them; a tapped button becomes the words that stood on it. */
export function conversationOf(rows: readonly ConversationRow[]): ConversationItem[] {
  const labels = new Map<string, string>()
  return rows.map((row) => {
    if (row.from === 'person') return personItem(row, labels)
    for (const choice of row.choices) labels.set(`${row.question} ${choice.id}`, choice.label)
    return deskItem(row)
  })
}

const PERSON = {
  from: 'person',
  officer: null,
  choices: [],
  attachment: null,
  unreadable: null,
  delivery: null,
} as const

function personItem(
  row: Extract<ConversationRow, { from: 'person' }>,
  labels: Map<string, string>,
): ConversationItem {
  return { ...PERSON, seq: row.seq, at: row.at, ...bodyOf(row, labels) }
}

function bodyOf(
  { content, removed }: { readonly content: InboundContent; readonly removed: boolean },
  labels: Map<string, string>,
): Pick<ConversationItem, 'text'> & Partial<Pick<ConversationItem, 'attachment' | 'unreadable'>> {
  switch (content.kind) {
    case 'text':
      return { text: content.text }
    case 'choice':
      return { text: labels.get(`${content.question} ${content.id}`) ?? content.id }
    case 'location':
      return { text: `${content.lat}, ${content.lng}`, unreadable: 'location' }
    case 'unreadable':
      return { text: '', unreadable: content.what }
    case 'media':
      return { text: content.caption, attachment: attachmentOf(content, removed) }
  }
}

function attachmentOf(
  { media, file, refused }: Extract<InboundContent, { kind: 'media' }>,
  removed: boolean,
): ConversationAttachment {
  if (removed) return { media, id: null, mime: null, bytes: null, refused: 'removed' }
  const { id = null, mime = null, bytes = null } = file ?? {}
  return { media, id, mime, bytes, refused: refused ?? null }
}

function deskItem(row: Extract<ConversationRow, { from: 'desk' }>): ConversationItem {
  return {
    seq: row.seq,
    at: row.at,
    from: row.officer ? 'officer' : 'bot',
    officer: row.officer,
    text: row.text,
    choices: row.choices.map((choice) => choice.label),
    attachment: null,
    unreadable: null,
    delivery: { state: row.state, failure: row.failure },
  }
}
