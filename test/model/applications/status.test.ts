import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  parseStatus,
  APPLICATION_STATUSES,
  type StatusDefinition,
} from '../../../src/model/applications/status.ts'
import { seeded } from '../library.ts'

const ROWS = seeded<readonly StatusDefinition[]>('statuses')

describe('statuses', () => {
  test('the seeds know every status once, in the order an application goes', () => {
    expect(ROWS.map(({ code }) => code)).toEqual([...APPLICATION_STATUSES])
    const shape = z.strictObject({
      code: z.enum(APPLICATION_STATUSES),
      final: z.boolean(),
      aliases: z.array(z.string().min(3)),
      source: z.string().min(10),
    })
    expect(ROWS.flatMap((row) => shape.safeParse(row).error?.issues ?? [])).toEqual([])
  })

  test('no name means two statuses', () => {
    const names = ROWS.flatMap(({ code, aliases }) => [code, ...aliases])
    const squeezed = names.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''))
    expect(squeezed.filter((name, at) => squeezed.indexOf(name) !== at)).toEqual([])
    expect(new Set(names.map((name) => parseStatus(name, ROWS))).size).toBe(APPLICATION_STATUSES.length)
  })

  test.each([
    ['SIAP_DIAMBIL', 'SIAP_DIAMBIL'],
    [' siap diambil ', 'SIAP_DIAMBIL'],
    ['Paspor Siap Diambil', 'SIAP_DIAMBIL'],
    ['Paspor Selesai/Bisa Diambil', 'SIAP_DIAMBIL'],
    ['Wawancara & Foto Selesai', 'WAWANCARA_FOTO'],
    ['Menunggu Pembayaran', 'MENUNGGU_PEMBAYARAN'],
    ['Alokasi', 'DICETAK'],
    ['kedaluwarsa', 'KADALUARSA'],
    ['hilang entah ke mana', null],
    ['', null],
  ])('“%s” is %s', (text, code) => {
    expect(parseStatus(text, ROWS)).toBe(code)
  })
})
