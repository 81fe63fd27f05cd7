import { expect, test } from 'vitest'
import { silentLog } from '../../../../src/adapters/log.ts'
import { createEncryption } from '../../../../src/adapters/encryption.ts'
import { createDelivery } from '../../../../src/desk/pipeline/delivery/deliver.ts'
import type { DeliveryResult, Channel, OutboundMessage } from '../../../../src/desk/ports/channel.ts'
import type { Ledger, OutboundRow, DeliveryOutcome } from '../../../../src/desk/ports/ledger.ts'
import type { DeliveryFailureKind } from '../../../../src/model/messages/delivery-failure.ts'

const encryption = createEncryption('a secret for tests')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A channel that answers what the test scripts, and a ledger that writes down what it is told. */
function setUp(
  answers: (message: OutboundMessage) => DeliveryResult | Promise<DeliveryResult>,
  ledger: Partial<Ledger> = {},
) {
  const sent: string[] = []
  const outcomes: DeliveryOutcome[] = []
  const released: string[] = []
  const later: { chatId: string; delayMs: number }[] = []
  const undeliverable: string[] = []
  const channel = {
    name: 'telegram',
    can: {
      buttons: true,
      pictures: true,
      maxText: 4096,
      maxFileBytes: 0,
      rateLimit: { perSecond: 25, perChatMs: 1000 },
    },
    routes: [],
    send: async (message: OutboundMessage) => {
      sent.push(`${message.to}:${message.content.text}`)
      return answers(message)
    },
  } as unknown as Channel
  const delivery = createDelivery(channel, {
    ledger: {
      recordOutcomes: async (some: readonly DeliveryOutcome[]) => void outcomes.push(...some),
      release: async (ids: readonly string[]) => void released.push(...ids),
      claim: async () => [],
      ...ledger,
    },
    encryption,
    drawCard: async ({ title }) => {
      if (title === 'impossible') throw new Error('no pictogram')
      return new Uint8Array([1, 2, 3])
    },
    log: silentLog,
    now: () => 1_000_000,
    paced: false,
    wakeLater: (_channel, chatId, delayMs) => later.push({ chatId, delayMs }),
    onUndeliverable: async (id) => void undeliverable.push(id),
    onAttempt: () => {},
  })
  return { delivery, sent, outcomes, released, later, undeliverable }
}

const outbound = (chatId: string, text: string): OutboundRow => ({
  id: `${chatId}-${text}`,
  chatId,
  channel: 'telegram',
  address: encryption.encrypt(chatId),
  content: { text, choices: [], question: 0 },
  attempts: 0,
  officerId: null,
  ageMs: 0,
})

const ok: DeliveryResult = { ok: true, externalId: 'm1' }
const failure = (kind: DeliveryFailureKind, afterMs?: number): DeliveryResult => ({
  ok: false,
  failure: afterMs === undefined ? { kind } : { kind, retryAfterMs: afterMs },
})

test('messages of one chat go in their order, each after the one before is recorded, and other chats are not held up', async () => {
  const { delivery, sent, outcomes } = setUp(async (one) => {
    if (one.to === 'slow') await pause(50)
    return ok
  })
  delivery.enqueue([
    outbound('slow', '1'),
    outbound('slow', '2'),
    outbound('quick', '1'),
    outbound('quick', '2'),
  ])
  await delivery.idle()
  expect(sent.filter((line) => line.startsWith('slow'))).toEqual(['slow:1', 'slow:2'])
  expect(sent.indexOf('quick:2')).toBeLessThan(sent.indexOf('slow:2'))
  expect(outcomes.every((outcome) => outcome.state === 'sent')).toBe(true)
})

test('a platform that asks to wait is heeded: the time it named, and nothing newer of that chat before it', async () => {
  const { delivery, sent, outcomes, released, later } = setUp((one) =>
    one.content.text === '1' ? failure('throttled', 3000) : ok,
  )
  delivery.enqueue([outbound('a', '1'), outbound('a', '2'), outbound('b', 'x')])
  await delivery.idle()
  expect(sent).toEqual(['a:1', 'b:x'])
  expect(outcomes.find((one) => one.chatId === 'a')).toMatchObject({ state: 'pending', retryInMs: 3000 })
  expect(released).toEqual(['a-2'])
  expect(later).toEqual([{ chatId: 'a', delayMs: 3000 }])
  delivery.enqueue([outbound('a', '3')])
  await delivery.idle()
  expect(sent).not.toContain('a:3')
  expect(released).toEqual(['a-2', 'a-3'])
})

test('after the wait the wake-up takes the messages from the ledger, oldest first', async () => {
  let tries = 0
  const { delivery, sent } = setUp(() => (++tries === 1 ? failure('unreachable') : ok), {
    claim: async () => [outbound('a', '1'), outbound('a', '2')],
  })
  delivery.enqueue([outbound('a', '1')])
  await delivery.idle()
  delivery.wake(['a'])
  await expect.poll(() => sent).toEqual(['a:1', 'a:1', 'a:2'])
})

test('a person who blocked the bot ends the message, marks the chat and tells the ticket', async () => {
  const { delivery, outcomes, undeliverable } = setUp(() => failure('blocked'))
  delivery.enqueue([outbound('a', '1'), { ...outbound('a', 'officer'), officerId: 'an officer' }])
  await delivery.idle()
  expect(outcomes[0]).toMatchObject({ state: 'failed', failure: 'blocked', gone: true })
  expect(undeliverable).toEqual(['a-officer'])
})

test('a message tried for three days is given up', async () => {
  const { delivery, outcomes } = setUp(() => failure('unreachable'))
  delivery.enqueue([{ ...outbound('a', '1'), ageMs: 4 * 24 * 3_600_000 }])
  await delivery.idle()
  expect(outcomes).toMatchObject([{ state: 'failed', failure: 'too-old' }])
})

test('while the database is away the mark is tried again and the chat sends nothing new', async () => {
  let away = true
  const marked: DeliveryOutcome[] = []
  const { delivery, sent } = setUp(() => ok, {
    recordOutcomes: async (some) => {
      if (away) throw new Error('no database')
      marked.push(...some)
    },
  })
  delivery.enqueue([outbound('a', '1'), outbound('a', '2')])
  await pause(150)
  expect(sent).toEqual(['a:1'])
  away = false
  await delivery.idle()
  expect(sent).toEqual(['a:1', 'a:2'])
  expect(marked).toHaveLength(2)
})

test('a picture goes with its message; one that cannot be drawn ends alone, and what follows it is sent', async () => {
  const pictures: (Uint8Array | undefined)[] = []
  const { delivery, sent, outcomes } = setUp(({ picture }) => {
    pictures.push(picture)
    return ok
  })
  const card = (title: string, text: string): OutboundRow => ({
    ...outbound('a', text),
    content: { text, choices: [], question: 0, card: { title, parts: [] } },
  })
  delivery.enqueue([card('Surat', '1'), card('impossible', '2'), outbound('a', '3')])
  await delivery.idle()
  expect(sent).toEqual(['a:1', 'a:3'])
  expect(pictures).toEqual([new Uint8Array([1, 2, 3]), undefined])
  expect(outcomes[1]).toMatchObject({ state: 'failed', failure: 'not-drawn' })
})
