import { expect, test } from 'vitest'
import { namesByForm } from '../../../src/model/words/groups.ts'

test('a table of groups is turned round, and finds nothing that is not in it', () => {
  const names = namesByForm({ sudah: 'udah udh', belum: 'blm' })
  expect([...names]).toEqual([
    ['udah', 'sudah'],
    ['udh', 'sudah'],
    ['blm', 'belum'],
  ])
  expect(names.get('constructor')).toBeUndefined()
})
