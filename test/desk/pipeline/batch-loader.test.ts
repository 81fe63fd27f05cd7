import { expect, test } from 'vitest'
import { createBatchLoader } from '../../../src/desk/pipeline/batch-loader.ts'
import { createRateLimiter } from '../../../src/desk/pipeline/rate-limiter.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('one alone runs alone, and what comes while it runs goes together', async () => {
  const batches: number[][] = []
  const double = createBatchLoader<number, number>(
    async (items) => {
      batches.push([...items])
      await pause(10)
      return items.map((item) => item * 2)
    },
    { lanes: 1, max: 4 },
  )
  const first = double(1)
  await pause(3)
  const rest = [2, 3, 4, 5, 6].map(double)
  expect(await Promise.all([first, ...rest])).toEqual([2, 4, 6, 8, 10, 12])
  expect(batches).toEqual([[1], [2, 3, 4, 5], [6]])
})

test('a failing run rejects its own callers only', async () => {
  const run = createBatchLoader<string, string>(
    async (items) => {
      if (items.includes('bad')) throw new Error('no database')
      return items
    },
    { lanes: 1, max: 1 },
  )
  const results = await Promise.allSettled([run('good'), run('bad'), run('fine')])
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a chat gets a short burst and then its pace, while another chat is free', () => {
  const now = 0
  const wait = createRateLimiter(25, 1000, () => now)
  expect([wait('a'), wait('a'), wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 0, 1000, 2000])
  expect(wait('b')).toBe(0)
})

test('the whole channel keeps its pace however many chats there are', () => {
  const wait = createRateLimiter(25, 1000, () => 0)
  const waits = Array.from({ length: 60 }, (_, at) => wait(`chat ${at}`))
  expect(waits.slice(0, 25).every((ms) => ms === 0)).toBe(true)
  expect(waits[59]).toBe(35 * 40)
})
