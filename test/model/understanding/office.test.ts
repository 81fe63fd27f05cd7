import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Office } from '../../../src/model/offices/office.ts'
import { findOffices } from '../../../src/model/understanding/office.ts'

describe('offices by typed name', () => {
  const offices = JSON.parse(
    readFileSync(new URL('../../../prisma/data/offices.json', import.meta.url), 'utf8'),
  ) as Office[]
  const codes = (typed: string) => findOffices(typed, offices).map(({ code }) => code)

  test.each([
    ['Kupang', 'KPG'], ['kupng', 'KPG'], ['KANTOR IMIGRASI KUPANG', 'KPG'], ['imigrasi kota kupang pak', 'KPG'], ['kpg', 'KPG'],
    ['jogja', 'YOG'], ['jogjakarta', 'YOG'], ['tg priok', 'TPK'], ['Tanjung Priuk', 'TPK'], ['soetta', 'CGK'], ['jaksel', 'JKS'],
    ['solo', 'SKA'], ['makasar', 'UPG'], ['denpasr', 'DPS'], ['tanjungpinang', 'TNJ'], ['bandar lampug', 'TKG'],
    ['banda aceh', 'BNA'], ['Padang', 'PDG'],
  ])('%s is %s', (typed, code) => {
    expect(codes(typed)).toEqual([code])
  }) // prettier-ignore

  test('a name that fits several offers them', () => {
    expect(codes('kantor imigrasi di surabaya')).toEqual(['SUB', 'TPR'])
    expect(codes('medan')).toEqual(expect.arrayContaining(['MDN', 'PLN']))
  })

  test.each(['xx', '', 'kantor', 'atlantis', 'saya mau lapor'])('"%s" is none', (typed) => {
    expect(codes(typed)).toEqual([])
  })

  test('every office is found by its own name, city and aliases', () => {
    const lost = offices.flatMap((office) =>
      [office.name, ...office.aliases].filter((name) => !codes(name).includes(office.code)),
    )
    expect(lost).toEqual([])
  })
})
