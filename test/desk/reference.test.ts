import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { silentLog } from '../../src/adapters/log.ts'
import { createReferenceCache, type ReferenceData } from '../../src/desk/reference.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A source whose office is named after how often it was read. */
function source() {
  let reads = 0
  const load = async () => {
    reads++
    if (reads === 3) throw new Error('the database is away')
    return { offices: [{ code: `read ${reads}` }] } as unknown as ReferenceData
  }
  return load
}

test('what was changed is known within a minute, and what cannot be read now is read later', async () => {
  const book = await createReferenceCache(source(), silentLog)
  const seen = () => book.get().offices[0]!.code
  expect(seen()).toBe('read 1')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(seen()).toBe('read 2')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(seen()).toBe('read 2')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(seen()).toBe('read 4')
  book.stop()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(seen()).toBe('read 4')
})

test('what this process changed itself is known at once', async () => {
  const book = await createReferenceCache(source(), silentLog)
  await book.refresh()
  expect(book.get().offices[0]!.code).toBe('read 2')
  book.stop()
})
