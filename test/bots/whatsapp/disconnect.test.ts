import { expect, it } from 'vitest'
import { reconnectDelay, disconnectAction } from '../../../src/bots/whatsapp/connection/disconnect.ts'

const ended = (statusCode: number, message = 'Stream Errored') =>
  disconnectAction(Object.assign(new Error(message), { output: { statusCode } }))

it.each([
  [515, 'at once'],
  [408, 'later'],
  [428, 'later'],
  [500, 'later'],
  [503, 'later'],
  [599, 'later'],
  [401, 'relink'],
  [411, 'relink'],
  [403, 'stop'],
  [405, 'stop'],
  [440, 'stop'],
])('a connection that ends with %i: %s', (code, what) => {
  expect(ended(code)).toMatchObject({ code, action: what })
})

it('does not blame the account for what a proxy answers to the upgrade', () => {
  for (const code of [401, 403, 405])
    expect(ended(code, 'WebSocket Error (Unexpected server response)').action).toBe('later')
})

it('takes an end without a reason for a cut', () => {
  expect(disconnectAction(undefined)).toMatchObject({ code: 428, action: 'later' })
})

it('waits from 1 s to 60 s, doubling, less by chance up to a half', () => {
  expect([1, 2, 3, 7, 100].map((failures) => reconnectDelay(failures, 1))).toEqual([
    1000, 2000, 4000, 60_000, 60_000,
  ])
  expect(reconnectDelay(1, 0)).toBe(500)
})
