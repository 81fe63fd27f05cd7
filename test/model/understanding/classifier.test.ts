import { expect, test } from 'vitest'
import { encodeWeight, createClassifier } from '../../../src/model/understanding/classifier/classifier.ts'

test('a capital speaks for its label, a small letter against it', () => {
  const weigh = createClassifier({ labels: ['yes', 'no'], lines: ['otp Hh kuota hH'] })
  expect(weigh('otp')[0]!.label).toBe('yes')
  expect(weigh('kuota')[0]!.label).toBe('no')
  expect([encodeWeight(0.25), encodeWeight(-0.25), encodeWeight(0), encodeWeight(99)]).toEqual([
    'B',
    'b',
    '.',
    'Z',
  ])
})
