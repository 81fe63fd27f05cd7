import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../contract.ts'
import { openTelegram, newContext, type Telegram, type TestContext } from './harness.ts'

/** The traps of telegraf's own polling, one by one: each is why the channel has its own loop. */

let desk: TestContext
let at: Telegram

beforeEach(async () => {
  desk = newContext()
  at = await openTelegram('polling', desk.context)
})
afterEach(() => at.close())

const texts = () =>
  desk.accepted.map(({ content }) => (content.kind === 'text' ? content.text : content.kind))
const on = () => until(() => at.channel.status().state === 'on')
async function open() {
  await at.channel.start()
  await on()
}

describe('the loop', () => {
  it('removes a webhook that was there before, and asks for every kind it can answer', async () => {
    await at.tg.call('setWebhook', { url: 'http://127.0.0.1:1/old' })
    at.sri.sendText('halo')
    await open()
    await until(() => texts().includes('halo'))
    at.sri.react(at.sri.chat.messages[0]!, '👍')
    at.sri.edit(at.sri.chat.messages[0]!, 'halo!')
    at.sri.block()
    at.sri.block(false)
    await until(() => desk.accepted.length === 3)
    expect(desk.accepted.map(({ content }) => content)).toEqual([
      { kind: 'text', text: 'halo' },
      { kind: 'unreadable', what: 'reaction' },
      { kind: 'unreadable', what: 'edited' },
    ])
  })

  it('answers a tap at once, also while the desk is still storing it', async () => {
    await open()
    const content = { text: 'Ya?', choices: [{ id: 'y', label: 'Ya' }], question: 1 }
    await at.channel.send({ id: '1', to: String(at.sri.chat.id), content })
    let release = () => {}
    desk.accept = () => new Promise((resolve) => (release = resolve))
    await at.sri.tap(at.sri.chat.botMessages[0]!, '1. Ya')
    expect(desk.accepted).toEqual([])
    release()
    await until(() => desk.accepted.length === 1)
  })

  it('hands over a backlog in its order, in one go', async () => {
    const batches: number[] = []
    desk.accept = async (accepted) => void batches.push(accepted.length)
    for (const text of ['1', '2', '3']) at.sri.sendText(text)
    await open()
    await until(() => desk.accepted.length === 3)
    expect(texts()).toEqual(['1', '2', '3'])
    expect(batches).toEqual([3])
  })

  it('does not wait for a slow answer of ours to somebody else', async () => {
    await open()
    const budi = at.tg.addUser('Budi', { id: 7_304_918_999 })
    at.tg.fault({ method: 'sendMessage', chat_id: at.sri.chat.id, delayMs: 1500 })
    const content = { text: 'pelan', choices: [], question: 0 }
    const slow = at.channel.send({ id: '1', to: String(at.sri.chat.id), content })
    const started = Date.now()
    budi.sendText('cepat')
    await until(() => texts().includes('cepat'))
    expect(await at.channel.send({ id: '2', to: String(budi.chat.id), content })).toMatchObject({
      ok: true,
    })
    expect(Date.now() - started).toBeLessThan(1000)
    expect(await slow).toMatchObject({ ok: true })
  })

  it('gets the whole batch again when the desk fails in the middle of it', async () => {
    let fails = 3
    desk.accept = async (accepted) => {
      if (fails-- > 0) throw new Error(`row ${accepted.length}`)
    }
    for (const text of ['1', '2', '3']) at.sri.sendText(text)
    await at.channel.start()
    await until(() => desk.accepted.length === 3)
    expect(texts()).toEqual(['1', '2', '3'])
    at.sri.sendText('4')
    await until(() => desk.accepted.length === 4)
  })

  it('says meanwhile that messages wait', async () => {
    desk.accept = () => Promise.reject(new Error('database away'))
    at.sri.sendText('halo')
    await at.channel.start()
    await until(() => at.channel.status().state === 'down')
    expect(at.channel.status().detail).toContain('cannot be stored')
    expect(at.tg.pending).toBe(1)
    desk.accept = null
    await on()
    expect(texts()).toEqual(['halo'])
  })

  it('confirms to Telegram only what is safe', async () => {
    at.sri.sendText('halo')
    let release: (() => void) | null = null
    desk.accept = () => new Promise((resolve) => (release = resolve))
    await at.channel.start()
    await until(() => release)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(at.tg.pending).toBe(1)
    release!()
    await until(() => at.tg.pending === 0)
    expect(texts()).toEqual(['halo'])
  })

  it('is not kept up by an update that cannot be read', async () => {
    at.tg.enqueue({ message: { message_id: 1 } }, 1)
    at.sri.sendText('setelahnya')
    await open()
    await until(() => texts().includes('setelahnya'))
    expect(desk.lines).toContainEqual(expect.objectContaining({ message: 'telegram update not understood' }))
  })

  it('ignores groups', async () => {
    const group = at.tg.addGroup('Warga')
    at.sri.sendText('halo grup', group)
    at.sri.sendText('halo')
    await open()
    await until(() => desk.accepted.length > 0)
    expect(texts()).toEqual(['halo'])
    expect(group.botMessages).toEqual([])
  })
})

describe('a Telegram in trouble', () => {
  it('is asked again after a cut and a 502, long before telegraf would', async () => {
    at.tg.fault({ method: 'getUpdates', cut: true })
    at.tg.fault({ method: 'getUpdates', code: 502, html: '<html>' })
    at.sri.sendText('halo')
    const started = Date.now()
    await at.channel.start()
    await until(() => texts().includes('halo'))
    expect(Date.now() - started).toBeLessThan(2000)
  })

  it('that never answers getUpdates is given up in time', async () => {
    await at.close()
    at = await openTelegram('polling', desk.context, { poll: 100, pollAnswer: 300 })
    at.tg.fault({ method: 'getUpdates', delayMs: 3_000 })
    at.sri.sendText('halo')
    await at.channel.start()
    await until(() => at.channel.status().state === 'down')
    expect(at.channel.status().detail).toBe('Telegram cannot be reached (aborted)')
    await until(() => texts().includes('halo'))
    await on()
  })

  it('is given the time it asks for', async () => {
    at.tg.fault({ method: 'getUpdates', code: 429, retry_after: 1 })
    at.sri.sendText('halo')
    const started = Date.now()
    await at.channel.start()
    await until(() => texts().includes('halo'))
    expect(Date.now() - started).toBeGreaterThanOrEqual(990)
  })

  it('that does not answer at the start is asked until it does', async () => {
    for (const fault of [{ cut: true }, { code: 500 }, { code: 502, html: '<html>' }])
      at.tg.fault({ method: 'getMe', ...fault })
    await at.channel.start()
    await until(() => at.channel.status().state === 'down')
    expect(at.channel.status().detail).toMatch(/^Telegram cannot be reached/)
    await on()
    expect(at.channel.status()).toEqual({ channel: 'telegram', state: 'on' })
  })

  it('that does not know the token stops the channel with a line that says what to check', async () => {
    await at.close()
    at = await openTelegram('polling', desk.context, {}, '123456:a-wrong-one')
    await at.channel.start()
    await until(() => at.channel.status().state === 'stopped')
    expect(at.channel.status().detail).toContain('TELEGRAM_BOT_TOKEN')
    expect(JSON.stringify(desk.lines)).not.toContain('a-wrong-one')
  })

  it('that withdraws the token later stops it too', async () => {
    await open()
    at.tg.fault({ method: 'getUpdates', code: 401, description: 'Unauthorized' })
    at.sri.sendText('halo') // ends the call under way, the next one meets the fault
    await until(() => at.channel.status().state === 'stopped')
    expect(at.channel.status().detail).toContain('TELEGRAM_BOT_TOKEN')
  })
})

describe('a second process with the same token', () => {
  it('is told in the status; the channel does not hurry to cut the other off, nor give up', async () => {
    await open()
    await until(() =>
      at.tg.call('getUpdates', { timeout: 0 }).then(() => at.channel.status().state === 'down'),
    )
    const started = Date.now()
    expect(at.channel.status().detail).toContain('409')
    at.sri.sendText('halo')
    await on()
    expect(Date.now() - started).toBeGreaterThan(300)
    await until(() => texts().includes('halo'))
  })
})

describe('a stop', () => {
  it('comes at once though Telegram holds a call open, and what came meanwhile is there after the next start', async () => {
    await open()
    const started = Date.now()
    await at.channel.stop()
    expect(Date.now() - started).toBeLessThan(500)
    at.sri.sendText('sementara itu')
    await open()
    await until(() => texts().includes('sementara itu'))
  })

  it('waits for what the desk is just storing', async () => {
    let taking = false
    let stored = false
    desk.accept = async () => {
      taking = true
      await new Promise((resolve) => setTimeout(resolve, 200))
      stored = true
    }
    at.sri.sendText('halo')
    await at.channel.start()
    await until(() => taking)
    await at.channel.stop()
    expect(stored).toBe(true)
  })
})
