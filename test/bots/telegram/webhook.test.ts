import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../contract.ts'
import { openTelegram, SECRET, newContext, type Telegram, type TestContext } from './harness.ts'

let desk: TestContext
let at: Telegram

beforeEach(async () => {
  desk = newContext()
  at = await openTelegram('webhook', desk.context)
  await at.channel.start()
  await until(() => at.channel.status().state === 'on')
})
afterEach(() => at.close())

const texts = () =>
  desk.accepted.map(({ content }) => (content.kind === 'text' ? content.text : content.kind))
const HEADER = 'x-telegram-bot-api-secret-token'
const update = JSON.stringify({
  update_id: 1,
  message: {
    message_id: 1,
    date: 1,
    chat: { id: 5, type: 'private' },
    from: { id: 5, first_name: 'X' },
    text: 'halo',
  },
})

/** Posts by hand; resolves with the status. */
function post(
  body: string | Buffer,
  headers: Record<string, string> = { [HEADER]: SECRET },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(at.url, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    call.on('error', reject)
    call.end(body)
  })
}

describe('the webhook', () => {
  it('is set with its path, its secret and the kinds it can answer', () => {
    expect(at.tg.webhook).toMatchObject({ url: at.url, secret_token: SECRET, max_connections: 40 })
    expect(at.tg.calls.find(({ method }) => method === 'setWebhook')!.args.allowed_updates).toEqual([
      'message',
      'edited_message',
      'callback_query',
      'message_reaction',
    ])
  })

  it('works over plain http, and one message costs one call of accept', async () => {
    const calls: number[] = []
    desk.accept = async (accepted) => void calls.push(accepted.length)
    for (const text of ['1', '2', '3']) at.sri.sendText(text)
    await until(() => desk.accepted.length === 3)
    expect(texts()).toEqual(['1', '2', '3'])
    expect(calls).toEqual([1, 1, 1])
    await until(() => at.tg.pending === 0)
  })

  it('answers a tap in the same breath and nothing else, for Telegram throws such results away', async () => {
    const content = { text: 'Ya?', choices: [{ id: 'y', label: 'Ya' }], question: 1 }
    const headers = { [HEADER]: SECRET }
    const tap = { update_id: 2, callback_query: { id: '77', from: { id: 5 }, data: 'from an old version' } }
    const answer = await fetch(at.url, { method: 'POST', body: JSON.stringify(tap), headers })
    expect(await answer.json()).toEqual({ method: 'answerCallbackQuery', callback_query_id: '77' })
    expect(await (await fetch(at.url, { method: 'POST', body: update, headers })).text()).toBe('')
    // real calls hear a refusal
    at.tg.fault({ method: 'sendMessage', code: 403, description: 'Forbidden: bot was blocked by the user' })
    expect(await at.channel.send({ id: '1', to: String(at.sri.chat.id), content })).toMatchObject({
      ok: false,
    })
  })

  it('takes messages of one person and taps of the same person as they come', async () => {
    await at.channel.send({
      id: '1',
      to: String(at.sri.chat.id),
      content: { text: 'Ya?', choices: [{ id: 'y', label: 'Ya' }], question: 1 },
    })
    at.sri.sendText('satu')
    await at.sri.tap(at.sri.chat.botMessages[0]!, '1. Ya')
    await until(() => desk.accepted.length === 2)
    expect(new Set(desk.accepted.map(({ address }) => address)).size).toBe(1)
  })
})

describe('a post that did not come from Telegram', () => {
  it('is refused by its secret, and nothing is stored or logged of it', async () => {
    expect(await post(update, {})).toBe(401)
    expect(await post(update, { [HEADER]: 'a-secret-of-the-webhoo' })).toBe(401)
    expect(await post(update, { [HEADER]: `${SECRET}x` })).toBe(401)
    expect(await post(update, { [HEADER]: SECRET.toUpperCase() })).toBe(401)
    expect(desk.accepted).toEqual([])
    expect(JSON.stringify(desk.lines)).not.toMatch(/halo|a-secret/)
    expect(await post(update)).toBe(200)
    expect(texts()).toEqual(['halo'])
  })

  it('is refused when it is not an update, without its content in the log', async () => {
    for (const body of ['', '{"update_id": 1, "mess', 'null', '[]', '"x"', '{"message":{}}'])
      expect(await post(body)).toBe(400)
    expect(desk.accepted).toEqual([])
    expect(JSON.stringify(desk.lines)).not.toContain('mess":')
  })

  it('is refused beyond a megabyte, whether it says its length or not', async () => {
    const large = Buffer.alloc(1024 * 1024 + 1, 32)
    expect(await post(large)).toBe(413)
    const status = await new Promise((resolve) => {
      const call = request(at.url, {
        method: 'POST',
        headers: { [HEADER]: SECRET, 'transfer-encoding': 'chunked' },
      })
      call.on('response', (response) => resolve(response.statusCode))
      call.on('error', () => undefined) // what is left unsent meets a closed line
      call.write(large)
    })
    expect(status).toBe(413)
    expect(await post(update)).toBe(200)
  })

  it('that breaks off in the middle leaves nothing behind', async () => {
    const call = request(at.url, { method: 'POST', headers: { [HEADER]: SECRET, 'content-length': '1000' } })
    call.on('error', () => undefined)
    call.write(update)
    await new Promise((resolve) => setTimeout(resolve, 50))
    call.destroy()
    expect(await post(update.replace('halo', 'utuh'))).toBe(200)
    expect(texts()).toEqual(['utuh'])
  })
})

describe('an update in pieces', () => {
  it('is put together, also where a piece cuts a character', async () => {
    const bytes = Buffer.from(update.replace('halo', 'paspor 😀'))
    const cut = bytes.indexOf(Buffer.from('😀')) + 2
    const status = await new Promise((resolve, reject) => {
      const call = request(at.url, { method: 'POST', headers: { [HEADER]: SECRET } }, (response) =>
        resolve(response.statusCode),
      )
      call.on('error', reject)
      call.write(bytes.subarray(0, cut))
      setTimeout(() => call.end(bytes.subarray(cut)), 30)
    })
    expect(status).toBe(200)
    expect(texts()).toEqual(['paspor 😀'])
  })
})

describe('a desk that cannot store', () => {
  it('makes the channel say 503 and when to come again', async () => {
    desk.accept = () => Promise.reject(new Error('database away'))
    const { status, headers } = await fetch(at.url, {
      method: 'POST',
      body: update,
      headers: { [HEADER]: SECRET },
    })
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('1')
  })

  it('loses nothing: Telegram comes again in order', async () => {
    let fails = 2
    desk.accept = async () => {
      if (fails-- > 0) throw new Error('database away')
    }
    for (const text of ['1', '2', '3']) at.sri.sendText(text)
    await until(() => desk.accepted.length === 3)
    expect(texts()).toEqual(['1', '2', '3'])
    expect(at.tg.webhookErrors.length).toBe(2)
  })
})

describe('a webhook that cannot be set', () => {
  it('is tried again, with Telegram’s reason in the status', async () => {
    await at.close()
    at = await openTelegram('webhook', desk.context)
    at.tg.fault({
      method: 'setWebhook',
      code: 400,
      description: 'Bad Request: bad webhook: HTTPS url must be provided for webhook',
    })
    await at.channel.start()
    await until(() => at.channel.status().state === 'down')
    expect(at.channel.status().detail).toContain('HTTPS url must be provided')
    await until(() => at.channel.status().state === 'on')
  })
})

describe('a channel that is closed', () => {
  it('sends Telegram away, to come again', async () => {
    await at.channel.stop()
    expect(await post(update)).toBe(503)
    await at.channel.start()
    expect(await post(update)).toBe(200)
  })
})
