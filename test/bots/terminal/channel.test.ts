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
  readonly answers?: (inbound: InboundMessage) => readonly { text: string; afterMs: number }[]
  readonly accept?: Accept
}

function open({ interactive = false, address, answers = () => [], accept }: Setting = {}) {
  const input = new PassThrough()
  const output = new PassThrough()
  const accepted: InboundMessage[] = []
  let shown = ''
  output.on('data', (chunk: Buffer) => (shown += chunk.toString()))
  const channel: TerminalChannel = createTerminalChannel(
    { input, output, interactive, ...(address && { address }) },
    {
      async accept(more) {
        await accept?.(more)
        accepted.push(...more)
        for (const inbound of more)
          for (const { text, afterMs } of answers(inbound))
            setTimeout(() => void say(text, inbound.address), afterMs)
      },
      history: async () => [],
      draw: async () => new Uint8Array(),
      encryption: createEncryption('a secret of sixteen or more'),
      log: silentLog,
      now: Date.now,
    },
  )
  const say = (text: string, to: string) =>
    channel.send({ id: 'letter', to, content: { text, choices: [], question: 0 } })
  return { channel, input, accepted, say, shown: () => shown }
}

const textOf = ({ content }: InboundMessage) => (content.kind === 'text' ? content.text : '')

describe('lines from a pipe', () => {
  it('are answered one after the other, and the transcript reads like the conversation', async () => {
    const { channel, input, accepted, shown } = open({
      answers: (inbound) => [
        { text: `jawab ${textOf(inbound)}`, afterMs: 60 },
        { text: 'dan lagi', afterMs: 110 },
      ],
    })
    await channel.start()
    input.end('satu\n\n  \ndua\ntiga')
    await channel.done
    const turn = (word: string) => `> ${word}\n\njawab ${word}\n\ndan lagi\n\n`
    expect(shown()).toBe(turn('satu') + turn('dua') + turn('tiga'))
    expect(accepted.map(textOf)).toEqual(['satu', 'dua', 'tiga'])
  })

  it('wait for a late answer to the last one', async () => {
    const { channel, input, shown } = open({ answers: () => [{ text: 'akhirnya', afterMs: 900 }] })
    await channel.start()
    input.end('halo\n')
    await channel.done
    expect(shown()).toContain('akhirnya')
  })

  it('are held while the desk cannot take them', async () => {
    let fails = 1
    const { channel, input, accepted, shown } = open({
      accept: async () => {
        if (fails-- > 0) throw new Error('database away')
      },
      answers: () => [{ text: 'diterima', afterMs: 0 }],
    })
    await channel.start()
    input.end('halo\n')
    await channel.done
    expect(accepted.map(textOf)).toEqual(['halo'])
    expect(shown()).toContain('diterima')
  })

  it('may be none at all', async () => {
    const { channel, input, shown } = open()
    await channel.start()
    input.end()
    await channel.done
    expect(shown()).toBe('')
  })
})

describe('who is talking', () => {
  it('is somebody new each run, or the same person when told so, whose messages are never taken for repeats', async () => {
    const runs = [open(), open(), open({ address: 'budi' }), open({ address: 'budi' })]
    for (const { channel, input } of runs) {
      await channel.start()
      input.write('halo\n')
    }
    await expect.poll(() => runs.every(({ accepted }) => accepted.length === 1)).toBe(true)
    const first = runs.map(({ accepted }) => accepted[0]!)
    expect(new Set(first.map(({ address }) => address)).size).toBe(3)
    expect(new Set(first.map(({ externalId }) => externalId)).size).toBe(4)
    for (const { channel } of runs) await channel.stop()
  })

  it('is the only one who is shown anything', async () => {
    const { channel, say, shown } = open({ address: 'budi' })
    await channel.start()
    expect(await say('rahasia', 'siti')).toEqual({ ok: false, failure: { kind: 'unknown-address' } })
    expect(shown()).not.toContain('rahasia')
    await channel.stop()
  })
})

describe('a person at the keyboard', () => {
  it('sees a prompt, and again below every answer, and is not waited for', async () => {
    const { channel, input, say, shown, accepted } = open({ interactive: true, address: 'budi' })
    await channel.start()
    expect(shown()).toContain('> ')
    await say('Selamat datang.', 'budi')
    expect(shown().split('Selamat datang.\n\n')[1]).toContain('> ')
    input.write('satu\ndua\n')
    await expect.poll(() => accepted.length).toBe(2)
    input.end()
    await channel.done
    expect(await say('Sampai jumpa.', 'budi')).toMatchObject({ ok: true })
    expect(shown()).toContain('Sampai jumpa.')
  })
})
