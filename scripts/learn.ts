// Learns the weights of the understanding from the example messages in prisma/data/understanding and writes them as tables of
// src/model/understanding/learned. Always the same result from the same examples: no clock, no chance. `npm run learn` after changing examples, word
// families or features.
import { readFileSync, writeFileSync } from 'node:fs'
import { COMPLAINT_LABELS, INTENT_LABELS } from '../src/model/understanding/labels.ts'
import { checkQuestions } from './learn-check.ts'
import { mixComplaints, mixIntents } from './learn-mix.ts'
import { sparseLetters } from '../src/model/understanding/classifier.ts'
import { learn, QUESTIONS_WAY, type Example } from './learn-weights.ts'

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

if (process.argv[1]?.endsWith('learn.ts')) {
  const only = process.argv[2]
  const wanted = (name: string) => only === undefined || only === name
  if (wanted('intents')) {
    const rows = mixIntents(examples('intents.json'))
    write('intents', rows.length, learn(rows, INTENT_LABELS))
  }
  if (wanted('complaints')) {
    const rows = mixComplaints(examples('complaints.json'))
    write('complaints', rows.length, learn(rows, COMPLAINT_LABELS))
  }
  if (wanted('questions')) learnQuestions(examples('questions.json'))
  if (only === 'check') checkQuestions(examples('questions.json'))
}

/** The labels of questions are what there are examples of: ready answers, and `none`. */
function learnQuestions(rows: Example[]): void {
  const labels = [...new Set(rows.flatMap((row) => row.labels))]
  const entries = learn(rows, labels, QUESTIONS_WAY).map((entry) => {
    const [feature = '', letters = ''] = entry.split(' ')
    return `${feature} ${sparseLetters(letters)}`
  })
  write('questions', rows.length, entries, labels)
}

function write(name: string, count: number, entries: readonly string[], labels?: readonly string[]): void {
  const lines: string[] = []
  let line = ''
  for (const entry of entries) {
    if (line.length + entry.length > (labels ? LONG_LINE : LINE)) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? entry : ` ${entry}`
  }
  lines.push(line)
  const upper = name.toUpperCase()
  writeFileSync(
    new URL(`${name}.ts`, TABLES),
    [
      '/** Learned by `npm run learn` from prisma/data/understanding: never edited by hand. How to read it: ../classifier.ts. */',
      ...(labels
        ? [
            `export const ${upper}_LABELS: readonly string[] = [`,
            ...labels.map((one) => `  '${one}',`),
            ']',
            '',
          ]
        : []),
      `export const LEARNED_${upper}: readonly string[] = [`,
      ...lines.map((one) => `  '${one}',`),
      ']',
      '',
    ].join('\n'),
  )
  console.log(`${name}: ${count} messages, ${entries.length} features`)
}
