// Learns the weights of the understanding from the example messages in prisma/data/understanding and writes them as tables of
// src/model/understanding/learned. Always the same result from the same examples: no clock, no chance. `npm run learn` after changing examples, word
// families or features.
import { readFileSync, writeFileSync } from 'node:fs'
import { COMPLAINT_LABELS, INTENT_LABELS } from '../src/model/understanding/labels.ts'
import { mixComplaints, mixIntents } from './learn-mix.ts'
import { learn, type Example } from './learn-weights.ts'

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

if (process.argv[1]?.endsWith('learn.ts')) {
  write('intents', INTENT_LABELS, mixIntents(examples('intents.json')))
  write('complaints', COMPLAINT_LABELS, mixComplaints(examples('complaints.json')))
}

function write(name: string, labels: readonly string[], rows: Example[]): void {
  const entries = learn(rows, labels)
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
  const upper = name.toUpperCase()
  writeFileSync(
    new URL(`${name}.ts`, TABLES),
    [
      '/** Learned by `npm run learn` from prisma/data/understanding: never edited by hand. How to read it: ../classifier.ts. */',
      `export const LEARNED_${upper}: readonly string[] = [`,
      ...lines.map((one) => `  '${one}',`),
      ']',
      '',
    ].join('\n'),
  )
  console.log(`${name}: ${rows.length} messages, ${entries.length} features`)
}
