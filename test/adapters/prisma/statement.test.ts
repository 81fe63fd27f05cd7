import { expect, test } from 'vitest'
import { json, numbered, rowsOf } from '../../../src/adapters/prisma/sql/statement.ts'

test('a name becomes one number wherever it stands, and casts and quoted colons stay', () => {
  const sql = `SELECT :chatId::uuid, 'ticket:' || :seq, '{a:b}' FROM chat WHERE id = :chatId`
  expect(numbered(sql)).toEqual({
    text: `SELECT $1::uuid, 'ticket:' || $2, '{a:b}' FROM chat WHERE id = $1`,
    names: ['chatId', 'seq'],
  })
})

test('rows are one array a column', () => {
  const sql = rowsOf<{ id: string; lastIn: number }>('states', { id: 'uuid', lastIn: 'float8' })
  expect(numbered(sql)).toEqual({
    text: `unnest($1::uuid[], $2::float8[]) WITH ORDINALITY x("id", "lastIn", place)`,
    names: ['states.id', 'states.lastIn'],
  })
})

test('half an emoji becomes the mark of a lost letter, and what only looks like one stays', () => {
  expect(JSON.parse(json(['🛂', '🛂'.slice(0, 1), String.raw`\ud83d`]))).toEqual([
    '🛂',
    '\ufffd',
    String.raw`\ud83d`,
  ])
})
