import { expect, test } from 'vitest'
import type { ConversationRow } from '../../../src/desk/ports/tickets.ts'
import { conversationOf } from '../../../src/desk/tickets/conversation.ts'

const person = (
  content: Extract<ConversationRow, { from: 'person' }>['content'],
  removed = false,
): ConversationRow => ({
  seq: '2',
  at: 2,
  from: 'person',
  content,
  removed,
})
const bot = (question: number, label: string): ConversationRow => ({
  seq: '1',
  at: 1,
  from: 'desk',
  officer: null,
  text: 'Soal apa?',
  question,
  choices: [{ id: 'yes', label }],
  state: 'sent',
  failure: null,
})

test('a tapped button reads as the words that stood on it, of its own question', () => {
  const rows = [bot(1, 'Benar'), bot(2, 'Kirim'), person({ kind: 'choice', question: 1, id: 'yes' })]
  expect(conversationOf(rows).at(-1)).toMatchObject({ from: 'person', text: 'Benar', delivery: null })
})

test('a button whose question is not in the story keeps its id', () => {
  expect(conversationOf([person({ kind: 'choice', question: 9, id: 'yes' })])[0]!.text).toBe('yes')
})

test('a file that was refused says why and has nothing to open', () => {
  const [item] = conversationOf([
    person({ kind: 'media', media: 'video', caption: 'ini', file: null, refused: 'too-large' }),
  ])
  expect(item).toMatchObject({
    text: 'ini',
    attachment: { media: 'video', id: null, mime: null, bytes: null, refused: 'too-large' },
  })
})

test('who spoke for the desk is the officer, if one did', () => {
  const row: ConversationRow = {
    ...(bot(0, 'x') as Extract<ConversationRow, { from: 'desk' }>),
    officer: { id: 'o', name: 'Ana' },
    choices: [],
  }
  expect(conversationOf([row, bot(1, 'y')]).map((item) => item.from)).toEqual(['officer', 'bot'])
})

test('a file that was removed is said to be, and cannot be asked for', () => {
  const file = { id: 'f1', mime: 'image/jpeg', bytes: 1000 }
  const photo = { kind: 'media', media: 'photo', caption: 'ini KTP saya', file } as const
  expect(conversationOf([person(photo, true)])[0]).toMatchObject({
    text: 'ini KTP saya',
    attachment: { media: 'photo', id: null, mime: null, bytes: null, refused: 'removed' },
  })
})
