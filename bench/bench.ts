import process from 'node:process'
import { parseArgs } from 'node:util'
import { telegram } from './telegram.ts'

/** `npm run bench -- telegram [--chats 50] [--seconds 20] [--rate 0] [--baseline]` prints one JSON object. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    chats: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    rate: { type: 'string', default: '0' },
    baseline: { type: 'boolean', default: false },
  },
})

if (positionals[0] !== 'telegram') {
  process.stderr.write(
    'usage: npm run bench -- telegram [--chats N] [--seconds S] [--rate turns/s] [--baseline]\n',
  )
  process.exit(2)
}
const result = await telegram({
  chats: Number(values.chats),
  seconds: Number(values.seconds),
  rate: Number(values.rate),
  baseline: values.baseline,
})
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
process.exit(0)
