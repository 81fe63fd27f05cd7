import process from 'node:process'
import { parseArgs } from 'node:util'
import { idle } from './idle.ts'
import { telegram } from './telegram.ts'

/** `npm run bench -- telegram [--chats 50] [--seconds 20] [--rate 0] [--baseline]` or `idle [--seconds 20]` prints one JSON object. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    chats: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    rate: { type: 'string', default: '0' },
    baseline: { type: 'boolean', default: false },
  },
})

const { chats, seconds, rate, baseline } = values
const subjects: Readonly<Record<string, () => Promise<unknown>>> = {
  telegram: () => telegram({ chats: Number(chats), seconds: Number(seconds), rate: Number(rate), baseline }),
  idle: () => idle(Number(seconds)),
}

const subject = subjects[positionals[0] ?? '']
if (!subject) {
  process.stderr.write(
    'usage: npm run bench -- telegram [--chats N] [--seconds S] [--rate turns/s] [--baseline]\n' +
      '       npm run bench -- idle [--seconds S]\n',
  )
  process.exit(2)
}
const result = await subject()
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
process.exit(0)
