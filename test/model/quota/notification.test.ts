import { describe, expect, test } from 'vitest'
import { notificationBatches } from '../../../src/model/quota/notification.ts'

const NOW = Date.parse('2026-11-21T02:00:00Z')

describe('telling those who wait', () => {
  const watchers = Array.from({ length: 25 }, (_, at) => at)
  const draws = (seed: number) =>
    watchers.map((_, at) => {
      const x = Math.sin(seed * 1000 + at) * 10_000
      return x - Math.floor(x)
    })

  test('everybody once, in small waves, one after another', () => {
    const told = notificationBatches(watchers, draws(1), NOW, 10)
    expect(told.map((wave) => wave.watchers.length)).toEqual([10, 10, 5])
    expect(told.map(({ at }) => at - NOW)).toEqual([0, 3 * 60_000, 6 * 60_000])
    expect(told.flatMap((wave) => wave.watchers).sort((a, b) => a - b)).toEqual(watchers)
  })

  test('the same chances give the same order, others another', () => {
    expect(notificationBatches(watchers, draws(1), NOW)).toEqual(notificationBatches(watchers, draws(1), NOW))
    expect(notificationBatches(watchers, draws(1), NOW)).not.toEqual(
      notificationBatches(watchers, draws(2), NOW),
    )
  })

  test('who asked first is not favoured', () => {
    const firstWave = Array.from(
      { length: 2000 },
      (_, seed) => notificationBatches(watchers, draws(seed + 1), NOW, 5)[0]!.watchers,
    )
    const share = (who: number) => firstWave.filter((wave) => wave.includes(who)).length / firstWave.length
    for (const who of [0, 12, 24]) expect(Math.abs(share(who) - 0.2)).toBeLessThan(0.05)
  })

  test('nobody waiting, no waves', () => {
    expect(notificationBatches([], [], NOW)).toEqual([])
  })
})
