import { expect, test } from 'vitest'
import { createBatchLoader } from '../../../src/desk/pipeline/batch-loader.ts'

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

test('a run that does not answer every item rejects its callers instead of leaving them waiting', async () => {
  const short = createBatchLoader<number, number>(async () => [], { lanes: 1, max: 4 })
  await expect(short(1)).rejects.toThrow('0 results for a batch of 1')
})
