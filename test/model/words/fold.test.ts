import { expect, test } from 'vitest'
import { foldText } from '../../../src/model/words/fold.ts'

test.each([
  ['Zoë', 'zoe'],
  ["Jum'at", 'jumat'],
  ['Jum’at', 'jumat'],
  ['1️⃣', '1'],
  ['７', '7'],
])('%s is folded to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})
