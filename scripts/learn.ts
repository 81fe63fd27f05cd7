// Learns the weights of the understanding from the example messages in prisma/data/understanding and writes them as tables of
// src/model/understanding/learned. Always the same result from the same examples: no clock, no chance. `npm run learn` after changing examples, word
// families or features; `npm run learn -- acts` learns one table only.
import { readFileSync, writeFileSync } from 'node:fs'
import { ACT_LABELS, COMPLAINT_LABELS, INTENT_LABELS } from '../src/model/understanding/labels.ts'
import { calibrate, type Calibration } from './learn-acts.ts'
import { mixActs } from './learn-mix-acts.ts'
import { mixComplaints, mixIntents } from './learn-mix.ts'
import { learn, MANY_LABELS, type Example } from './learn-weights.ts'

const FOLDER = new URL('../prisma/data/understanding/', import.meta.url)
const TABLES = new URL('../src/model/understanding/learned/', import.meta.url)
/** Characters of a line of the written table. */
const LINE = 6500

function examples(file: string): Example[] {
  const rows: Record<string, string[]> = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))
  return Object.entries(rows).flatMap(([labels, texts]) =>
    texts.map((text) => ({ text, labels: labels.split(',') })),
  )
}

const TABLE_WRITERS: Readonly<Record<string, () => void>> = {
  intents: () => writeOneLabel('intents', INTENT_LABELS, mixIntents(examples('intents.json'))),
  complaints: () => writeOneLabel('complaints', COMPLAINT_LABELS, mixComplaints(examples('complaints.json'))),
  acts: () => writeActs(examples('acts.json')),
}

if (process.argv[1]?.endsWith('learn.ts')) {
  const named = process.argv.slice(2)
  for (const [name, writeTable] of Object.entries(TABLE_WRITERS))
    if (named.length === 0 || named.includes(name)) writeTable()
}

function writeOneLabel(name: string, labels: readonly string[], rows: Example[]): void {
  const entries = learn(rows, labels)
  write(name, tableOf(name, entries))
  console.log(`${name}: ${rows.length} messages, ${entries.length} features`)
}

function writeActs(rows: Example[]): void {
  const mixed = mixActs(rows)
  const entries = learn(mixed, ACT_LABELS, MANY_LABELS)
  write('acts', [...tableOf('acts', entries), ...calibrationOf(calibrate(rows, ACT_LABELS))])
  console.log(`acts: ${mixed.length} messages, ${entries.length} features`)
}

function calibrationOf(pairs: Calibration): string[] {
  return [
    '/** Slope and start for each act in its order, found on examples held out: makes a sum of weights as likely as it says. */',
    'export const ACT_CALIBRATION: readonly (readonly [slope: number, start: number])[] = [',
    ...pairs.map(([slope, start]) => `  [${slope}, ${start}],`),
    ']',
    '',
  ]
}

function tableOf(name: string, entries: readonly string[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const entry of entries) {
    if (line.length + entry.length > LINE) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? entry : ` ${entry}`
  }
  lines.push(line)
  return [
    '/** Learned by `npm run learn` from prisma/data/understanding: never edited by hand. How to read it: ../classifier.ts. */',
    `export const LEARNED_${name.toUpperCase()}: readonly string[] = [`,
    ...lines.map((one) => `  '${one}',`),
    ']',
    '',
  ]
}

function write(name: string, lines: readonly string[]): void {
  writeFileSync(new URL(`${name}.ts`, TABLES), lines.join('\n'))
}
