import { expect, test } from 'vitest'
import { burstPauseOf, CHANNELS } from '../../../src/model/messages/channel.ts'
import { LONGEST_BURST } from '../../../src/desk/ports/ledger.ts'

test('a pause is short enough that a whole burst fits into the longest', () => {
  for (const channel of CHANNELS) expect(4 * burstPauseOf(channel)).toBeLessThanOrEqual(LONGEST_BURST)
})

test('a pause that is set takes the place of each channel\u2019s own, but a terminal never waits', () => {
  expect([burstPauseOf('telegram', 0), burstPauseOf('whatsapp', 800), burstPauseOf('web', 0)]).toEqual([
    0, 800, 0,
  ])
  expect([burstPauseOf('terminal'), burstPauseOf('terminal', 800)]).toEqual([0, 0])
})
