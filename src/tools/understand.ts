import { once } from 'node:events'
import process from 'node:process'
import { readActs } from '../model/understanding/acts.ts'
import { classifyComplaint } from '../model/understanding/complaint.ts'
import { predictIntent } from '../model/understanding/intent.ts'
import { ACTS } from '../model/understanding/labels.ts'
import { readLines, readText } from './text-lines.ts'

const USAGE = `understand -- intents|complaints|acts
Reads JSON lines {"text": "..."} and writes one JSON line for each, in the same order:
  intents      {"intent", "confidence"}
  complaints   {"category", "categories", "servqual"}
  acts         {"acts": {act: confidence, …}}, from one half on
A line that cannot be read is answered as an empty text, and named on stderr.`

/** Characters written at once. */
const BATCH = 65_536

const READERS: Readonly<Record<string, (text: string) => object>> = {
  intents(text) {
    const { intent, confidence } = predictIntent(text)
    return { intent, confidence: rounded(confidence) }
  },
  complaints(text) {
    const { category, categories, servqual } = classifyComplaint(text)
    return { category, categories, servqual }
  },
  acts(text) {
    const acts = readActs(text)
    const held = ACTS.filter((act) => acts.has(act))
    return { acts: Object.fromEntries(held.map((act) => [act, rounded(acts.confidence(act))])) }
  },
}

const reader = READERS[process.argv[2] ?? '']
if (!reader || process.argv.length > 3) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}
// whoever reads the answers may have had enough
process.stdout.on('error', () => process.exit(0))
await answerAll(reader)

async function answerAll(read: (text: string) => object): Promise<void> {
  let number = 0
  let waiting = ''
  for await (const line of readLines()) {
    waiting += `${JSON.stringify(read(readText(line, ++number)))}\n`
    if (waiting.length < BATCH) continue
    if (!process.stdout.write(waiting)) await once(process.stdout, 'drain')
    waiting = ''
  }
  process.stdout.write(waiting)
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000
}
