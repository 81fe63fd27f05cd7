import { expect, it } from 'vitest'
import { backoff, verdictOn } from '../../../src/bots/whatsapp/reconnect.ts'

const ended = (statusCode: number, message = 'Stream Errored') =>
  verdictOn(Object.assign(new Error(message), { output: { statusCode } }))

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
  expect(ended(code)).toMatchObject({ code, do: what })
})

it('does not blame the account for what a proxy answers to the upgrade', () => {
  for (const code of [401, 403, 405])
    expect(ended(code, 'WebSocket Error (Unexpected server response)').do).toBe('later')
})

it('takes an end without a reason for a cut', () => {
  expect(verdictOn(undefined)).toMatchObject({ code: 428, do: 'later' })
})

it('waits from 1 s to 60 s, doubling, less by chance up to a half', () => {
  expect([1, 2, 3, 7, 100].map((failures) => backoff(failures, 1))).toEqual([
    1000, 2000, 4000, 60_000, 60_000,
  ])
  expect(backoff(1, 0)).toBe(500)
})
