import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createQueue } from '../../src/adapters/bullmq/index.ts'
import { silentLog } from '../../src/adapters/log.ts'
import type { Queue } from '../../src/desk/ports/queue.ts'
import { freshDatabase } from '../support/database.ts'
import { noRedis, startRedis } from '../support/redis.ts'

/** What every queue must do. Run on BullMQ over PostgreSQL and over Redis. */
function queueContract(
  name: string,
  open: () => Promise<{ queue: () => Promise<Queue>; close: () => Promise<void> }>,
) {
  describe(name, () => {
    let engine: Awaited<ReturnType<typeof open>>
    let queue: Queue
    let named = 0

    beforeAll(async () => {
      engine = await open()
      queue = await engine.queue()
    })
    afterAll(async () => {
      await queue.close()
      await engine.close()
    })

    const fresh = () => `test.${++named}`

    test('a ring reaches its handler with its id', async () => {
      const name = fresh()
      const heard: string[] = []
      await queue.on(name, async (id) => void heard.push(id))
      await queue.add(name, 'chat-1')
      await queue.add(name, 'chat-2')
      await expect.poll(() => [...heard].sort(), { timeout: 10_000 }).toEqual(['chat-1', 'chat-2'])
    })

    test('a ring during the handling of the same id is not lost', async () => {
      const name = fresh()
      let calls = 0
      await queue.on(name, async () => {
        if (++calls === 1) {
          await queue.add(name, 'chat')
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
      })
      await queue.add(name, 'chat')
      await expect.poll(() => calls, { timeout: 10_000 }).toBe(2)
    })

    test('a delayed ring waits', async () => {
      const name = fresh()
      const start = performance.now()
      let at = 0
      await queue.on(name, async () => void (at = performance.now() - start))
      await queue.add(name, 'later', 700)
      await expect.poll(() => at, { timeout: 10_000 }).toBeGreaterThan(600)
    })

    test('a steady ring is one ring for all processes, however many ask for it', async () => {
      const name = fresh()
      const other = await engine.queue()
      const start = performance.now()
      const rung: number[] = []
      for (const one of [queue, other]) {
        await one.on(name, async () => void rung.push(performance.now() - start))
        await one.every(name, 300)
      }
      await expect.poll(() => rung.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(6)
      expect(rung[5]).toBeGreaterThan(4 * 300) // two rings at a time would have been through by then
      await other.close()
    })

    test('a handler that throws is called again', async () => {
      const name = fresh()
      let calls = 0
      await queue.on(name, async () => {
        if (++calls === 1) throw new Error('the database is away')
      })
      await queue.add(name, 'chat')
      await expect.poll(() => calls, { timeout: 15_000 }).toBe(2)
    })

    test('rings wait for a process that is not there yet', async () => {
      const name = fresh()
      await queue.add(name, 'early')
      const second = await engine.queue()
      const heard: string[] = []
      await second.on(name, async (id) => void heard.push(id))
      await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['early'])
      await second.close()
    })
  })
}

queueContract('BullMQ on PostgreSQL', async () => {
  const database = await freshDatabase()
  return {
    queue: () => createQueue({ redisUrl: null, databaseUrl: database.url }, silentLog),
    close: database.drop,
  }
})

if (noRedis) test.skip(`BullMQ on Redis: ${noRedis}`, () => {})
else
  queueContract('BullMQ on Redis', async () => {
    const redis = await startRedis()
    return {
      queue: () => createQueue({ redisUrl: redis.url, databaseUrl: '' }, silentLog),
      close: redis.stop,
    }
  })
