import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../../src/adapters/log.ts'
import { createEncryption } from '../../../src/adapters/encryption.ts'
import { createTerminalChannel, type TerminalChannel } from '../../../src/bots/terminal/channel.ts'
import type { Accept, InboundMessage } from '../../../src/desk/ports/channel.ts'

interface Setting {
  readonly interactive?: boolean
  readonly address?: string
  /** What is answered, and after how many ms. */
  readonly answers?: (arrival: InboundMessage) => readonly { text: string; afterMs: number }[]
  readonly accept?: Accept
}

function open({ interactive = false, address, answers = () => [], accept }: Setting = {}) {
  const input = new PassThrough()
  const output = new PassThrough()
  const arrivals: InboundMessage[] = []
  let shown = ''
  output.on('data', (chunk: Buffer) => (shown += chunk.toString()))
  const door: TerminalChannel = createTerminalChannel(
    { input, output, interactive, ...(address && { address }) },
    {
      async accept(more) {
        await accept?.(more)
        arrivals.push(...more)
        for (const arrival of more)
          for (const { text, afterMs } of answers(arrival))
            setTimeout(() => void say(text, arrival.address), afterMs)
      },
      history: async () => [],
      draw: async () => new Uint8Array(),
      encryption: createEncryption('a secret of sixteen or more'),
      log: silentLog,
      now: Date.now,
    },
  )
  const say = (text: string, to: string) =>
    door.send({ id: 'letter', to, content: { text, choices: [], question: 0 } })
  return { door, input, arrivals, say, shown: () => shown }
}

const textOf = ({ content }: InboundMessage) => (content.kind === 'text' ? content.text : '')

describe('lines from a pipe', () => {
  it('are answered one after the other, and the transcript reads like the conversation', async () => {
    const { door, input, arrivals, shown } = open({
      answers: (arrival) => [
        { text: `jawab ${textOf(arrival)}`, afterMs: 60 },
        { text: 'dan lagi', afterMs: 110 },
      ],
    })
    await door.start()
    input.end('satu\n\n  \ndua\ntiga')
    await door.done
    const turn = (word: string) => `> ${word}\n\njawab ${word}\n\ndan lagi\n\n`
    expect(shown()).toBe(turn('satu') + turn('dua') + turn('tiga'))
    expect(arrivals.map(textOf)).toEqual(['satu', 'dua', 'tiga'])
  })

  it('wait for a late answer to the last one', async () => {
    const { door, input, shown } = open({ answers: () => [{ text: 'akhirnya', afterMs: 900 }] })
    await door.start()
    input.end('halo\n')
    await door.done
    expect(shown()).toContain('akhirnya')
  })

  it('are held while the desk cannot take them', async () => {
    let fails = 1
    const { door, input, arrivals, shown } = open({
      accept: async () => {
        if (fails-- > 0) throw new Error('database away')
      },
      answers: () => [{ text: 'diterima', afterMs: 0 }],
    })
    await door.start()
    input.end('halo\n')
    await door.done
    expect(arrivals.map(textOf)).toEqual(['halo'])
    expect(shown()).toContain('diterima')
  })

  it('may be none at all', async () => {
    const { door, input, shown } = open()
    await door.start()
    input.end()
    await door.done
    expect(shown()).toBe('')
  })
})

describe('who is talking', () => {
  it('is somebody new each run, or the same person when told so, whose messages are never taken for repeats', async () => {
    const runs = [open(), open(), open({ address: 'budi' }), open({ address: 'budi' })]
    for (const { door, input } of runs) {
      await door.start()
      input.write('halo\n')
    }
    await expect.poll(() => runs.every(({ arrivals }) => arrivals.length === 1)).toBe(true)
    const first = runs.map(({ arrivals }) => arrivals[0]!)
    expect(new Set(first.map(({ address }) => address)).size).toBe(3)
    expect(new Set(first.map(({ externalId }) => externalId)).size).toBe(4)
    for (const { door } of runs) await door.stop()
  })

  it('is the only one who is shown anything', async () => {
    const { door, say, shown } = open({ address: 'budi' })
    await door.start()
    expect(await say('rahasia', 'siti')).toEqual({ ok: false, failure: { kind: 'unknown-address' } })
    expect(shown()).not.toContain('rahasia')
    await door.stop()
  })
})

describe('a person at the keyboard', () => {
  it('sees a prompt, and again below every answer, and is not waited for', async () => {
    const { door, input, say, shown, arrivals } = open({ interactive: true, address: 'budi' })
    await door.start()
    expect(shown()).toContain('> ')
    await say('Selamat datang.', 'budi')
    expect(shown().split('Selamat datang.\n\n')[1]).toContain('> ')
    input.write('satu\ndua\n')
    await expect.poll(() => arrivals.length).toBe(2)
    input.end()
    await door.done
    expect(await say('Sampai jumpa.', 'budi')).toMatchObject({ ok: true })
    expect(shown()).toContain('Sampai jumpa.')
  })
})
