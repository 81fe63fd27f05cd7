import { expect, test } from 'vitest'
import { createRateLimiter } from '../../../../src/desk/pipeline/delivery/rate-limiter.ts'

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
