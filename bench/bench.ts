import process from 'node:process'
import { parseArgs } from 'node:util'
import { cast, complainers } from './cast.ts'
import { idle } from './idle.ts'
import { importing } from './import.ts'
import { registry } from './registry.ts'
import { telegram } from './telegram.ts'
import { understand } from './understand.ts'

/** `npm run bench -- telegram|registry|import|idle|understand` prints one JSON object, `cast` and `complainers` a table. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    chats: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    rate: { type: 'string', default: '0' },
    baseline: { type: 'boolean', default: false },
    applications: { type: 'string', default: '1000000' },
    rows: { type: 'string', default: '100000' },
    lines: { type: 'string', default: '100000' },
    talks: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
})
const { chats, seconds, rate, baseline, applications, rows, lines, talks, only } = values

const SUBJECTS: Readonly<Record<string, () => Promise<unknown>>> = {
  telegram: () => telegram({ chats: Number(chats), seconds: Number(seconds), rate: Number(rate), baseline }),
  registry: () => registry({ few: 1_000, many: Number(applications) }),
  import: () => importing({ rows: Number(rows) }),
  idle: () => idle(Number(seconds)),
  understand: () => understand({ lines: Number(lines) }),
  cast: () => cast({ talks, only }),
  complainers: () => complainers({ talks, only }),
}

const subject = SUBJECTS[positionals[0] ?? '']
if (!subject) {
  process.stderr.write(`usage:
  npm run bench -- telegram [--chats N] [--seconds S] [--rate turns/s] [--baseline]
  npm run bench -- registry [--applications N]
  npm run bench -- import [--rows N]
  npm run bench -- idle [--seconds S]
  npm run bench -- understand [--lines N]
  npm run -s bench -- cast|complainers [--talks] [--only part-of-an-id]
`)
  process.exit(2)
}
const found = await subject()
process.stdout.write(`${typeof found === 'string' ? found : JSON.stringify(found, null, 2)}\n`)
process.exit(0)
