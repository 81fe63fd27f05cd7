import { expect, test } from 'vitest'
import { createOutboundQueue } from '../../../../src/desk/pipeline/delivery/outbound-queue.ts'
import type { OutboundRow } from '../../../../src/desk/ports/ledger.ts'

const outbound = (chatId: string, id: string) => ({ id, chatId }) as OutboundRow
const ids = (messages: readonly OutboundRow[]) => messages.map(({ id }) => id)

test('a chat is given out once, however many messages come for it', () => {
  const queue = createOutboundQueue()
  queue.add([outbound('a', '1'), outbound('b', '2'), outbound('a', '3')])
  expect([queue.nextChat(), queue.nextChat(), queue.nextChat()]).toEqual(['a', 'b', undefined])
  queue.removeOldest('a')
  expect(queue.oldest('a')?.id).toBe('3')
})

test('while the oldest waits for its next try, nothing of its chat is taken in', () => {
  const queue = createOutboundQueue()
  queue.add([outbound('a', '1'), outbound('a', '2')])
  queue.nextChat()
  queue.removeOldest('a')
  expect(ids(queue.pause('a'))).toEqual(['2'])
  queue.close('a')
  expect(ids(queue.add([outbound('a', '3'), outbound('b', '4')]))).toEqual(['3'])
  expect([queue.nextChat(), queue.nextChat()]).toEqual(['b', undefined])
  queue.resume(['a'])
  expect(queue.add([outbound('a', '5')])).toEqual([])
  expect(queue.nextChat()).toBe('a')
})

test('a chat woken while its messages are under way says so when it is closed', () => {
  const queue = createOutboundQueue()
  expect(queue.wake('a')).toBe(true)
  queue.add([outbound('a', '1')])
  expect(queue.wake('a')).toBe(false)
  queue.removeOldest('a')
  expect([queue.close('a'), queue.close('a')]).toEqual([true, false])
})
