import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLog } from '../../../src/adapters/log.ts'
import type { Ledger } from '../../../src/desk/ports/ledger.ts'
import { startSweep, SWEEP_EVERY } from '../../../src/desk/pipeline/sweep.ts'
import { openLedger, type TestLedger } from '../../support/ledger.ts'

let close: TestLedger['close']
let ledger: Ledger

beforeAll(async () => {
  ;({ ledger, close } = await openLedger())
})
afterAll(() => close())

function sweeping(woken: (chatIds: readonly string[]) => void) {
  const attachments = { fetchFile: () => {} }
  const rest = { channels: [], wakeDelivery: () => {}, removeFiles: async () => {} }
  return startSweep({ ledger, attachments, log: silentLog, wakeConversations: woken, ...rest })
}

async function reminded(inMs: number): Promise<string> {
  const key = { channel: 'telegram' as const, addressHash: `in ${inMs}`, address: 'encrypted', name: null }
  const [chatId] = (await ledger.chatIds([key])) as [string]
  const empty = {
    handled: [],
    outbound: [],
    newTickets: [],
    ticketChanges: [],
    state: { v: 1 },
    applicantWrote: true,
  }
  const wishes = [{ do: 'remind' as const, at: inMs, name: 'pay', key: 'a', data: {} }]
  await ledger.commit([{ chatId, channel: 'telegram', version: 0, at: 0, ...empty, subscriptions: wishes }])
  return chatId
}

test('what is due wakes its chat at its second, give or take one look, and not before', async () => {
  const [soon, later] = [await reminded(1_000), await reminded(60_000)]
  const began = Date.now()
  const woken: string[] = []
  const sweep = sweeping((ids) => woken.push(...ids))
  await expect.poll(() => woken, { timeout: 3 * SWEEP_EVERY, interval: 20 }).toContain(soon)
  const after = Date.now() - began
  expect(after).toBeGreaterThanOrEqual(900)
  expect(after).toBeLessThan(1_000 + 2 * SWEEP_EVERY)
  expect(woken).not.toContain(later)
  await sweep.stop()
})

test('what came due while no process lived is found at the first look of the next', async () => {
  const chatId = await reminded(-86_400_000)
  const woken = new Promise<readonly string[]>((resolve) => {
    const sweep = sweeping((ids) => {
      if (!ids.includes(chatId)) return
      void sweep.stop().then(() => resolve(ids))
    })
  })
  expect(await woken).toContain(chatId)
  expect((await ledger.take([chatId]))[0]!.inbox).toHaveLength(1)
})
