import { expect, test } from 'vitest'
import { createChatQueue } from '../../../../src/desk/pipeline/turns/chat-queue.ts'

test('a chat woken during its turn waits again after its release, and nobody takes it before', () => {
  const chats = createChatQueue()
  chats.add(['a', 'b'])
  expect(chats.take(10)).toEqual(['a', 'b'])
  chats.add(['a'])
  expect(chats.empty).toBe(true)
  chats.release(['a', 'b'], [])
  expect(chats.take(10)).toEqual(['a'])
})

test('a chat that must be looked at again waits without being woken', () => {
  const chats = createChatQueue()
  chats.add(['a'])
  chats.release(chats.take(1), ['a'])
  expect(chats.take(1)).toEqual(['a'])
})

test('who woke first is taken first, and a chat woken twice is taken once', () => {
  const chats = createChatQueue()
  chats.add(['a', 'b', 'a', 'c'])
  expect([chats.take(2), chats.take(2), chats.take(2)]).toEqual([['a', 'b'], ['c'], []])
})
