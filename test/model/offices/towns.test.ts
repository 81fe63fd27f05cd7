import { expect, test } from 'vitest'
import { townWithoutOffice } from '../../../src/model/offices/towns.ts'
import { seeded } from '../library.ts'

test.each([
  ['ada kantor di soe?', 'soe', 'KPG'],
  ['saya di labuan bajo, kantornya di mana', 'labuan bajo', 'MOF'],
  ['imigrasi kefa ada?', 'kefa', 'ATB'],
  ['kantor imigrasi di wakanda ada', 'wakanda', null],
])('%s', (text, name, office) => {
  expect(townWithoutOffice(text)).toEqual({ name, office })
})

test.each(['kantor di mana', 'kantor imigrasi di sini buka?', 'alamat kantor', 'jam buka', ''])(
  '%s names none',
  (text) => {
    expect(townWithoutOffice(text)).toBeNull()
  },
)

test('every office near a town is one of the list', () => {
  const codes = new Set(seeded<readonly { code: string }[]>('offices').map(({ code }) => code))
  const near = ['soe', 'kefa', 'ende'].map((town) => townWithoutOffice(town)?.office)
  expect(near.filter((code) => !codes.has(code ?? ''))).toEqual([])
})
