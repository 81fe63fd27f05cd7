import { describe, expect, test } from 'vitest'
import { paymentDeadline, paymentChannels } from '../../../src/model/payments/billing.ts'
import { fact, FACTS } from '../library.ts'

const TODAY = '2026-11-21'
const FROM = Date.parse('2026-11-21T02:00:00Z')
const MINUTE = 60_000
const after = (minutes: number) => paymentDeadline(FROM, FROM + minutes * MINUTE, FACTS, 'KPG', TODAY)!

describe('two hours to pay', () => {
  test('the end is two hours after the code came', () => {
    expect(after(0)).toMatchObject({ until: FROM + 120 * MINUTE, over: false, minutesLeft: 120 })
  })

  test.each([
    [0, [60, 30, 10]],
    [59, [60, 30, 10]],
    [60, [30, 10]],
    [95, [10]],
    [110, []],
    [121, []],
  ])('after %i minutes the reminders ahead are %o', (minutes, alerts) => {
    expect(after(minutes).alerts.map(({ minutesLeft }) => minutesLeft)).toEqual(alerts)
  })

  test('a reminder comes when so many minutes are left', () => {
    expect(after(0).alerts[2]).toEqual({ at: FROM + 110 * MINUTE, minutesLeft: 10 })
  })

  test.each([
    [119, 1, false],
    [120, 0, true],
    [5000, 0, true],
  ])('after %i minutes %i are left', (minutes, minutesLeft, over) => {
    expect(after(minutes)).toMatchObject({ minutesLeft, over })
  })

  test('without a safe figure there is no countdown', () => {
    expect(paymentDeadline(FROM, FROM, [], 'KPG', TODAY)).toBeNull()
    const unconfirmed = [fact({ key: 'billing.hours', value: 2, confidence: 'unconfirmed' })]
    expect(paymentDeadline(FROM, FROM, unconfirmed, 'KPG', TODAY)).toBeNull()
  })
})

describe('where to pay', () => {
  test('the easiest first: bank, post, minimarket', () => {
    const channels = paymentChannels(FACTS, 'KPG', TODAY)
    expect(channels.map(({ id }) => id)).toEqual([
      'bank',
      'post',
      'minimarket',
      'atm',
      'mobile-bank',
      'wallet',
      'marketplace',
    ])
    expect(channels[2]!.names).toEqual(['Indomaret', 'Alfamart'])
  })

  test('names that may have changed are left out', () => {
    const channels = paymentChannels(FACTS, 'KPG', TODAY)
    expect(channels.find(({ id }) => id === 'wallet')!.names).toEqual([])
    const confirmed = [...FACTS, fact({ key: 'payment.names.wallet', office: 'KPG', value: ['DANA'] })]
    expect(paymentChannels(confirmed, 'KPG', TODAY).find(({ id }) => id === 'wallet')!.names).toEqual([
      'DANA',
    ])
  })

  test('no list, no channels', () => {
    expect(paymentChannels([], 'KPG', TODAY)).toEqual([])
  })
})
