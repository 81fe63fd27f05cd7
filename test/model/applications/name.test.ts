import { describe, expect, test } from 'vitest'
import { maskName } from '../../../src/model/applications/name.ts'

describe('names are shown masked', () => {
  test.each([
    ['Siti Aminah', 'Si** Am****'],
    ['  siti   AMINAH ', 'si** AM****'],
    ['Al', 'A*'],
    ['M. Yusuf', 'M* Yu***'],
    ['I', 'I'],
    ['Zoë Ñandú', 'Zo* Ña***'],
    ['', ''],
  ])('%s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})
