import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
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

const ROOT = 'src/adapters/prisma'
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }))
const inSql = ({ file }: { file: string }) => file.startsWith('sql')

test('SQL stands in its folder only', () => {
  const sql = /INSERT INTO|DELETE FROM|\bUPDATE \w+ SET|SELECT [\s\S]{1,200}? FROM /
  const wrong = files.filter((one) => !inSql(one) && sql.test(one.text))
  expect(wrong.map((one) => one.file)).toEqual([])
})

test('every file of statements says why they are SQL', () => {
  const wrong = files
    .filter(inSql)
    .filter(({ text }) => /= (un)?prepared\b/.test(text) && !text.includes('// SQL because'))
  expect(wrong.map((one) => one.file)).toEqual([])
})
