import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FLOWS } from '../../src/flows/index.ts'
import { playTurn, type Scenario, type Turn } from './scenario.ts'
import { stage } from './stage.ts'

/** Golden conversations. `UPDATE=1 npx vitest run test/flows/scenarios.test.ts` rewrites them: the diff is the review. */
const ROOT = new URL('../scenarios/', import.meta.url)
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
)

test.each(FLOWS.map(({ name }) => name))('flow %s has a golden conversation', (name) => {
  expect(files.filter((file) => file.startsWith(`${name}/`))).not.toEqual([])
})

test.each(files)('%s', (name) => {
  const url = new URL(name, ROOT)
  const scenario = JSON.parse(readFileSync(url, 'utf8')) as Scenario
  const on = stage(scenario.lang)
  const played = scenario.turns.map((turn): Turn => ({ ...turn, ...playTurn(on, turn) }))
  if (process.env.UPDATE) writeFileSync(url, written({ ...scenario, turns: played }))
  const golden = JSON.parse(readFileSync(url, 'utf8')) as Scenario
  expect(played).toEqual(golden.turns)
})

function written(scenario: Scenario): string {
  return `${JSON.stringify(scenario, null, 1)}\n`
}
