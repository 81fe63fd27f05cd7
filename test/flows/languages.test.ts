import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { createTexts } from '../../src/adapters/texts.ts'
import type { Effect, World } from '../../src/flows/engine/conversation.ts'
import { initialState, type State } from '../../src/flows/engine/state.ts'
import { step } from '../../src/flows/index.ts'
import { STILL } from './stage.ts'

/** A language is one file: nothing else in the program has to know of it. */

const folder = mkdtempSync(path.join(tmpdir(), 'locales-'))
cpSync('locales', folder, { recursive: true })
const javanese = JSON.parse(readFileSync('locales/id.json', 'utf8'))
javanese.language = { name: 'Basa Jawa', ask: 'Pilih basa.', done: 'Sumangga, nganggo basa Jawa.' }
javanese.greeting = 'Sugeng rawuh ing {{office}}.'
javanese.hears.language = 'jawa, basa jawa'
javanese.hears.menu.cost = 'regi, pinten'
writeFileSync(path.join(folder, 'jv.json'), JSON.stringify(javanese))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const texts = createTexts(pathToFileURL(`${folder}/`))
const world: World = { ...STILL, hears: texts.hears, words: texts.render, languages: texts.languages }
const hear = (state: State, text: string) =>
  step(state, { kind: 'message', content: { kind: 'text', text } }, world)
const said = (effects: readonly Effect[], lang: string) =>
  effects.flatMap((effect) => (effect.do === 'say' ? [texts.render(lang, effect.text)] : []))

test('stands in the list of languages under its own name, and is chosen by it', () => {
  const asked = hear({ ...initialState(), greeted: true }, 'bahasa')
  const choices = asked.effects.flatMap((effect) => (effect.do === 'say' ? (effect.choices ?? []) : []))
  expect(choices.map(({ label }) => texts.render('id', label))).toContain('Basa Jawa')
  const { state, effects } = hear(asked.state, 'basa jawa')
  expect(state.lang).toBe('jv')
  expect(said(effects, state.lang)).toContain('Sumangga, nganggo basa Jawa.')
})

test('says and hears its own words, and those of the other languages', () => {
  const first = hear(initialState('jv'), 'halo')
  expect(said(first.effects, 'jv')[0]).toMatch(/^Sugeng rawuh/)
  expect(hear(first.state, 'pinten').state.flow).toBe('cost')
  expect(hear(first.state, 'price').state.flow).toBe('cost')
})

test('a date and a list are in its form', () => {
  const due = { number: 'KPG-261120-014-7', due: { date: '2026-11-23' } }
  expect(texts.render('jv', { key: 'complaint.opened', vars: due })).toContain('23 November')
})
