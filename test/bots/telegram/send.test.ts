import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryResult } from '../../../src/desk/ports/channel.ts'
import type { ChoiceLabel } from '../../../src/model/messages/content.ts'
import { until } from '../contract.ts'
import { openTelegram, newContext, type Telegram, type TestContext } from './harness.ts'

let desk: TestContext
let at: Telegram

beforeEach(async () => {
  desk = newContext()
  at = await openTelegram('webhook', desk.context)
  await at.channel.start()
  await until(() => at.channel.status().state === 'on')
})
afterEach(() => at.close())

const YES_NO: readonly ChoiceLabel[] = [
  { id: 'yes', label: 'Benar' },
  { id: 'no', label: 'Ubah' },
]

function send(
  text: string,
  choices: readonly ChoiceLabel[] = [],
  to = String(at.sri.chat.id),
  id = 'letter 1',
) {
  return at.channel.send({ id, to, content: { text, choices, question: choices.length > 0 ? 3 : 0 } })
}

const called = (method: string) => at.tg.calls.filter((call) => call.method === method)
const keyboard = (message = at.sri.chat.botMessages.at(-1)!) => message.reply_markup?.inline_keyboard ?? []
const failure = (delivery: DeliveryResult) => (delivery.ok ? null : delivery.failure)

describe('a question', () => {
  it('has one numbered button a row, each carrying question and choice', async () => {
    const delivery = await send('Sudah benar?', [...YES_NO, { id: 'menu', label: 'Menu', number: 9 }])
    expect(delivery).toEqual({ ok: true, externalId: String(at.sri.chat.botMessages[0]!.message_id) })
    expect(keyboard()).toEqual([
      [{ text: '1. Benar', callback_data: 'q:3:yes' }],
      [{ text: '2. Ubah', callback_data: 'q:3:no' }],
      [{ text: '9. Menu', callback_data: 'q:3:menu' }],
    ])
  })

  it('is plain text: what looks like markup is shown as it is', async () => {
    await send('<b>5*3</b> _x_ [a](b)')
    expect(called('sendMessage')[0]!.args).not.toHaveProperty('parse_mode')
    expect(at.sri.chat.botMessages[0]!.text).toBe('<b>5*3</b> _x_ [a](b)')
  })

  it('keeps its numbers as lines when a button could not carry the choice', async () => {
    await send('Yang mana?', [{ id: 'x'.repeat(64), label: 'Kediri' }])
    expect(at.sri.chat.botMessages[0]).toMatchObject({ text: 'Yang mana?\n\n1. Kediri' })
    expect(keyboard()).toEqual([])
  })

  it('in a long text has its buttons under the last part only', async () => {
    await send('kata '.repeat(1500), YES_NO)
    const parts = at.sri.chat.botMessages
    expect(parts.length).toBe(2)
    expect(keyboard(parts[0])).toEqual([])
    expect(keyboard(parts[1]).length).toBe(2)
  })

  it('that tells nothing is refused before Telegram would', async () => {
    expect(failure(await send('  '))).toMatchObject({ kind: 'refused' })
    expect(called('sendMessage')).toEqual([])
  })
})

describe('a long letter cut in the middle', () => {
  it('goes on where it was, so that nothing is said twice', async () => {
    const text = 'kata '.repeat(1500).trim()
    at.tg.fault({ method: 'sendMessage', delayMs: 0, times: 1 }) // the first part passes
    at.tg.fault({ method: 'sendMessage', code: 429, retry_after: 2 })
    expect(failure(await send(text))).toEqual({ kind: 'throttled', retryAfterMs: 2000 })
    expect(at.sri.chat.botMessages.length).toBe(1)
    expect(await send(text)).toMatchObject({ ok: true })
    expect(at.sri.chat.botMessages.map((message) => message.text!.length)).toEqual([
      expect.any(Number),
      expect.any(Number),
    ])
    expect(
      at.sri.chat.botMessages
        .map((message) => message.text)
        .join(' ')
        .split(' ').length,
    ).toBe(1500)
  })
})

describe('what Telegram refuses', () => {
  it('is a failure of the closed list, and never thrown', async () => {
    const answers: [object, object][] = [
      [
        { code: 429, retry_after: 7 },
        { kind: 'throttled', retryAfterMs: 7000 },
      ],
      [
        { code: 502, html: '<html>502</html>' },
        { kind: 'unreachable', detail: 'HTTP 502' },
      ],
      [
        { code: 200, html: '<html>a wrong proxy</html>' },
        { kind: 'unreachable', detail: 'invalid-json' },
      ],
      [{ cut: true }, { kind: 'unreachable', detail: expect.any(String) }],
      [
        { code: 401, description: 'Unauthorized' },
        { kind: 'not-linked', detail: 'token refused (401)' },
      ],
      [{ code: 403, description: 'Forbidden: user is deactivated' }, { kind: 'blocked' }],
      [{ code: 400, description: 'Bad Request: PEER_ID_INVALID' }, { kind: 'unknown-address' }],
      [
        { code: 400, description: 'Bad Request: message is too long' },
        { kind: 'refused', detail: 'Bad Request: message is too long' },
      ],
    ]
    for (const [fault, expected] of answers) {
      at.tg.fault({ method: 'sendMessage', ...fault })
      expect(failure(await send('Halo'))).toEqual(expected)
    }
    expect(await send('Halo')).toMatchObject({ ok: true })
  })

  it('is an unknown address when the chat was never there', async () => {
    expect(failure(await send('Halo', [], '999'))).toEqual({ kind: 'unknown-address' })
  })

  it('is unreachable when no answer comes in time', async () => {
    await at.close()
    at = await openTelegram('webhook', desk.context, { call: 100 })
    at.tg.fault({ method: 'sendMessage', delayMs: 3000 })
    expect(failure(await send('Halo'))).toEqual({ kind: 'unreachable', detail: 'aborted' })
  })

  it('leaves no trace of words or token in the log or in the failure', async () => {
    const words = 'Nomor paspor saya hilang'
    for (const fault of [{ code: 400 }, { cut: true }, { code: 200, html: '<x>' }, { code: 500 }]) {
      at.tg.fault({ method: 'sendMessage', ...fault })
      expect(JSON.stringify(await send(words))).not.toContain('hilang')
    }
    const logged = JSON.stringify(desk.lines)
    expect(logged).not.toContain('hilang')
    expect(logged).not.toContain(at.tg.token.split(':')[1])
  })
})

describe('the buttons of an answered question', () => {
  it('shrink to the chosen one after a tap, and the tap is answered', async () => {
    await send('Sudah benar?', YES_NO)
    const shown = at.sri.chat.botMessages[0]!
    await at.sri.tap(shown, '2. Ubah')
    await until(() => keyboard(shown).length === 1)
    expect(keyboard(shown)).toEqual([[{ text: '✓ 2. Ubah', callback_data: 'q:3:no' }]])
    expect(called('answerCallbackQuery').length).toBe(1)
    expect(called('editMessageReplyMarkup').length).toBe(1)
  })

  it('go when the person types instead, with one call', async () => {
    await send('Sudah benar?', YES_NO)
    at.sri.sendText('ubah saja')
    await until(() => keyboard().length === 0)
    at.sri.sendText('terima kasih')
    await until(() => desk.accepted.length === 2)
    expect(called('editMessageReplyMarkup').length).toBe(1)
  })

  it('stay as they are when the chosen one is tapped again; that tap is answered and handed over too', async () => {
    await send('Sudah benar?', YES_NO)
    const shown = at.sri.chat.botMessages[0]!
    await at.sri.tap(shown, '1. Benar')
    await until(() => keyboard(shown).length === 1)
    await at.sri.tap(shown, '✓ 1. Benar')
    await until(() => desk.accepted.length === 2)
    expect(desk.accepted[0]!.externalId).not.toBe(desk.accepted[1]!.externalId)
    await send('Terima kasih.')
    expect(called('editMessageReplyMarkup').length).toBe(1)
  })

  it('of a newer question are left alone when an older one is tapped', async () => {
    await send('Pertama?', YES_NO)
    await send('Kedua?', YES_NO, undefined, 'letter 2')
    const [first, second] = at.sri.chat.botMessages
    await at.sri.tap(first!, '1. Benar')
    await until(() => keyboard(first).length === 1)
    expect(keyboard(second).length).toBe(2)
    at.sri.sendText('1')
    await until(() => keyboard(second).length === 0)
  })

  it('never hold up a message, and are given up quietly when Telegram does not want it', async () => {
    await send('Sudah benar?', YES_NO)
    at.tg.fault({ method: 'editMessageReplyMarkup', delayMs: 1500 })
    at.tg.fault({
      method: 'editMessageReplyMarkup',
      code: 400,
      description: 'Bad Request: message is not modified',
    })
    const started = Date.now()
    await at.sri.tap(at.sri.chat.botMessages[0]!, '1. Benar')
    await send('Lalu?', YES_NO, undefined, 'letter 2')
    await at.sri.tap(at.sri.chat.botMessages[1]!, '1. Benar')
    expect(desk.accepted.length).toBe(2)
    expect(Date.now() - started).toBeLessThan(1000)
    await until(() => called('editMessageReplyMarkup').length === 1)
    expect(desk.lines.filter(({ level }) => level !== 'info')).toEqual([])
  })

  it('are tidied at a pace Telegram allows when very many answer at once, and all in the end', async () => {
    const people = Array.from({ length: 60 }, (_, n) => at.tg.addUser('Warga', { id: 8_100_000_000 + n }))
    await Promise.all(people.map(({ chat }) => send('Siap?', YES_NO, String(chat.id), `to ${chat.id}`)))
    for (const one of people) one.sendText('1')
    await until(() => desk.accepted.length === people.length)
    await until(() => people.every(({ chat }) => keyboard(chat.botMessages[0]).length === 0))
    const times = called('editMessageReplyMarkup').map((call) => call.at)
    expect(times.length).toBe(people.length)
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(1000)
  })

  it('are not touched while Telegram asks us to wait', async () => {
    await send('Sudah benar?', YES_NO)
    at.tg.fault({ method: 'editMessageReplyMarkup', code: 429, retry_after: 60 })
    at.sri.sendText('satu')
    await until(() => desk.accepted.length === 1)
    await until(() => at.tg.faults.length === 0)
    await send('Lagi?', YES_NO)
    at.sri.sendText('dua')
    await until(() => desk.accepted.length === 2)
    await send('Selesai.')
    expect(called('editMessageReplyMarkup')).toEqual([])
  })
})

describe('a file', () => {
  it('is fetched by its reference', async () => {
    const { file_id } = at.tg.putFile(Buffer.from('isi'), 'documents/a.pdf')
    expect(Buffer.from((await at.channel.fetch!(file_id, 100)) as Uint8Array).toString()).toBe('isi')
  })

  it('that lies about its size is cut at the limit', async () => {
    const { file_id } = at.tg.putFile(Buffer.alloc(50_000), 'documents/a.pdf', 10)
    expect(await at.channel.fetch!(file_id, 1000)).toBe('too-large')
  })

  it('that is too large for getFile is said to be so', async () => {
    const { file_id } = at.tg.putFile(Buffer.alloc(0), 'videos/file.mp4', 50 * 2 ** 20)
    expect(await at.channel.fetch!(file_id, 2 ** 30)).toBe('too-large')
  })

  it('that Telegram has no more is null', async () => {
    expect(await at.channel.fetch!('never', 100)).toBeNull()
  })

  it('that cannot be had just now is an error without the address in it', async () => {
    const { file_id } = at.tg.putFile(Buffer.from('isi'), 'documents/a.pdf')
    at.tg.fault({ method: 'getFile', cut: true })
    const error = await at.channel.fetch!(file_id, 100).catch((thrown: unknown) => thrown)
    expect(String(error)).toContain('unreachable')
    expect(String(error) + JSON.stringify(error)).not.toContain('token')
  })
})
