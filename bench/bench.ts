import process from 'node:process'
import { parseArgs } from 'node:util'
import { importing } from './import.ts'
import { registry } from './registry.ts'
import { telegram } from './telegram.ts'

/** `npm run bench -- telegram|registry|import` prints one JSON object. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    chats: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    rate: { type: 'string', default: '0' },
    baseline: { type: 'boolean', default: false },
    applications: { type: 'string', default: '1000000' },
    rows: { type: 'string', default: '100000' },
  },
})

const SUBJECTS: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  telegram: () =>
    telegram({
      chats: Number(values.chats),
      seconds: Number(values.seconds),
      rate: Number(values.rate),
      baseline: values.baseline,
    }),
  registry: () => registry({ few: 1_000, many: Number(values.applications) }),
  import: () => importing({ rows: Number(values.rows) }),
}

const subject = SUBJECTS[positionals[0] ?? '']
if (!subject) {
  process.stderr.write(`usage:
  npm run bench -- telegram [--chats N] [--seconds S] [--rate turns/s] [--baseline]
  npm run bench -- registry [--applications N]
  npm run bench -- import [--rows N]
`)
  process.exit(2)
}
process.stdout.write(`${JSON.stringify(await subject(), null, 2)}\n`)
process.exit(0)
