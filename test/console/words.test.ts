import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as applications from '../../console/words/applications.ts'
import * as facts from '../../console/words/facts.ts'
import * as imports from '../../console/words/import.ts'
import * as quota from '../../console/words/quota.ts'

/** The console's words lie in several files that are put together: one name in two of them would silence one. */

const text = readFileSync(new URL('../../console/words/words.ts', import.meta.url), 'utf8')
/** Names one level deep in an object literal of `words.ts`, and in `problem`. */
const own = (from: string, to: string, indent: number) => {
  const part = text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)))
  return [...part.matchAll(new RegExp(`^ {${indent}}'?([\\w-]+)'?:`, 'gm'))].map(([, name]) => name!)
}
const given = [facts, quota, applications, imports].map((file): Record<string, object> => ({ ...file }))
const named = (suffix: string) =>
  given.flatMap((file) => Object.keys(Object.entries(file).find(([name]) => name.endsWith(suffix))![1]))

test.each([
  ['words', [...own('export const WORDS', '} as const', 2), ...named('_WORDS')]],
  ['names', [...own('const NAMES', '\n}', 2), ...named('_NAMES')]],
  ['problems', [...own('  problem: {', '\n  },', 4), ...named('_PROBLEMS')]],
])('no two %s share their name', (_, names) => {
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
