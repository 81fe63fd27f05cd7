import { PassThrough } from 'node:stream'
import { createTerminalChannel } from '../../../src/bots/terminal/channel.ts'
import { channelContract } from '../contract.ts'

channelContract('terminal', {
  lacks: {
    repeats: 'nobody sends a typed line again',
    blocking: 'a person cannot block their own terminal',
    files: 'only lines are typed',
    'large files': 'only lines are typed',
    pictures: 'a terminal shows letters; the same list follows in words',
  },
  async open(context) {
    const input = new PassThrough()
    const output = new PassThrough()
    let shown = ''
    output.on('data', (chunk: Buffer) => (shown += chunk.toString()))
    const channel = createTerminalChannel({ input, output, interactive: true }, context)
    const says = (text: string) => void input.write(`${text}\n`)
    return {
      channel,
      person: { says, sees: () => [shown], chooses: ({ number }) => says(String(number)) },
      async close() {
        await channel.stop()
        input.end()
        await channel.done
      },
    }
  },
})
