// Learns the weights of the understanding from the example messages in prisma/data/understanding and writes them as tables of
// src/model/understanding/learned. Always the same result from the same examples: no clock, no chance. `npm run learn` after changing examples, word
// families or features; `npm run learn -- acts` learns one table only, `-- check` says how far the questions can be trusted.
import { readFileSync, writeFileSync } from 'node:fs'
import { ACT_LABELS, COMPLAINT_LABELS, INTENT_LABELS } from '../src/model/understanding/labels.ts'
import { sparseLetters } from '../src/model/understanding/classifier/classifier.ts'
import { calibrate, type Calibration } from './learn-acts.ts'
import { checkQuestions } from './learn-check.ts'
import { mixActs } from './learn-mix-acts.ts'
import { mixComplaints, mixIntents } from './learn-mix.ts'
import { learn, MANY_ANSWERS, MANY_LABELS, type Example } from './learn-weights.ts'

const FOLDER = new URL('../prisma/data/understanding/', import.meta.url)
const TABLES = new URL('../src/model/understanding/learned/', import.meta.url)
/** Characters of a line of the written table; longer where labels stand above it. */
const LINE = 6500
const LONG_LINE = 13_000

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
  questions: () => writeQuestions(examples('questions.json')),
}

if (process.argv[1]?.endsWith('learn.ts')) {
  const named = process.argv.slice(2)
  for (const [name, writeTable] of Object.entries(TABLE_WRITERS))
    if (named.length === 0 || named.includes(name)) writeTable()
  if (named.includes('check')) checkQuestions(examples('questions.json'))
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

/** The labels of questions are what there are examples of: ready answers, and `none`. */
function writeQuestions(rows: Example[]): void {
  const labels = [...new Set(rows.flatMap((row) => row.labels))]
  const entries = learn(rows, labels, MANY_ANSWERS).map((entry) => {
    const [feature = '', letters = ''] = entry.split(' ')
    return `${feature} ${sparseLetters(letters)}`
  })
  const named = [
    'export const QUESTIONS_LABELS: readonly string[] = [',
    ...labels.map((one) => `  '${one}',`),
    ']',
    '',
  ]
  const [title = '', ...table] = tableOf('questions', entries, LONG_LINE)
  write('questions', [title, ...named, ...table])
  console.log(`questions: ${rows.length} messages, ${entries.length} features`)
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

function tableOf(name: string, entries: readonly string[], length = LINE): string[] {
  const lines: string[] = []
  let line = ''
  for (const entry of entries) {
    if (line.length + entry.length > length) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? entry : ` ${entry}`
  }
  lines.push(line)
  return [
    '/** Learned by `npm run learn` from prisma/data/understanding: never edited by hand. How to read it: ../classifier/classifier.ts. */',
    `export const LEARNED_${name.toUpperCase()}: readonly string[] = [`,
    ...lines.map((one) => `  '${one}',`),
    ']',
    '',
  ]
}

function write(name: string, lines: readonly string[]): void {
  writeFileSync(new URL(`${name}.ts`, TABLES), lines.join('\n'))
}
