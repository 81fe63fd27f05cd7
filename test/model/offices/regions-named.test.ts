import { describe, expect, test } from 'vitest'
import type { Office } from '../../../src/model/offices/office.ts'
import { officesNamed } from '../../../src/model/offices/offices-named.ts'
import type { Region } from '../../../src/model/offices/region.ts'
import { regionsNamed } from '../../../src/model/offices/regions-named.ts'
import { unknownTown } from '../../../src/model/offices/unknown-town.ts'
import { seeded } from '../library.ts'

const REGIONS = seeded<readonly (Region & { readonly source: string })[]>('regions')
const OFFICES = seeded<readonly Office[]>('offices')

const names = (text: string) => regionsNamed(text, REGIONS).map(({ name, kind }) => `${kind} ${name}`)
const codes = (text: string) => officesNamed(text, OFFICES, REGIONS).offices.map(({ code }) => code)

describe('a town is found', () => {
  test.each([
    ['by its name', 'garut', 'kabupaten Garut'],
    ['with the kind before it', 'kab. garut', 'kabupaten Garut'],
    ['by its seat, between small words', 'sy di soe pak', 'kabupaten Timor Tengah Selatan'],
    ['by its seat written apart', 'imigrasi so e', 'kabupaten Timor Tengah Selatan'],
    ['by its initials', 'saya dari tts', 'kabupaten Timor Tengah Selatan'],
    ['by a part of it', 'daerah larantuka', 'kabupaten Flores Timur'],
    ['by the longer of two names', 'rumah saya di manggarai barat', 'kabupaten Manggarai Barat'],
    ['by the longest of three names', 'aceh barat daya', 'kabupaten Aceh Barat Daya'],
    ['in a whole question', 'di labuan bajo ada kantor imigrasi?', 'kabupaten Manggarai Barat'],
    ['written as one word', 'saya tinggal di labuanbajo', 'kabupaten Manggarai Barat'],
    ['with a letter wrong', 'di kalabhai', 'kabupaten Alor'],
    ['with a letter left out', 'tinggal di waingpu', 'kabupaten Sumba Timur'],
    ['as the regency of two with one name', 'kab bandung', 'kabupaten Bandung'],
    ['as the city of two with one name', 'kota bandung', 'kota Bandung'],
    ['as the one in the province that is told', 'banjar jawa barat', 'kota Banjar'],
    ['though it is a word, after "di"', 'saya di batu', 'kota Batu'],
    ['though it is a word, alone', 'malang', 'kabupaten Malang, kota Malang'],
    ['though it is four letters long', 'kantor imigrasi ende', 'kabupaten Ende'],
    ['as the city before the province', 'bengkulu', 'kota Bengkulu'],
  ])('%s', (_, text, found) => {
    expect(names(text).join(', ')).toBe(found)
  })

  test('a province or an island means all of its regions', () => {
    expect(names('bali')).toHaveLength(9)
    expect(names('kantor imigrasi jakarta')).toHaveLength(6)
    expect(names('NTT')).toHaveLength(22)
    expect(names('saya di lombok')).toHaveLength(5)
  })
})

test.each([
  'belum dapat jadwal sampai sekarang',
  'nasib malang, sudah tiga kali ditolak',
  'petugasnya serang saya dengan kata kasar',
  'buru buru disuruh pulang',
  'lagi hari kudus kantornya tutup',
  'aplikasinya mentok terus, tidak bisa daftar',
  'ada kendala waktu bayar',
  'kurang satu dokumen kata petugas',
  'langkah selanjutnya apa ya',
  'barang bawaan saya hilang di kamar tunggu',
  'mau umrah ke madina bulan depan',
  'paspor anak saya batal dicetak',
  'antre dari pagi, baru dipanggil siang',
  'katanya batu bata dari lantai dua jatuh',
  'mana kantornya, alor tidak jelas',
  'sula mesti bayar berapa',
  'saya dorong pintunya tidak bisa',
  'uang saya belum kembali sampai hari ini',
  'tegal-tegalan apa ini, sudah banyak yang komplain',
  'petugas bilang tual tidak masuk',
  'kerja di pabrik di negara tetangga',
  'kantor sekarang tutup',
  'imigrasi sering lambat, kantor cabang juga',
  'di pasar mungkin lebih cepat',
  'sekarang',
  'tahun depan',
])('no town: "%s"', (text) => {
  expect(names(text)).toEqual([])
})

describe('offices by what a message names', () => {
  test.each([
    ['soe', 'KPG'], ['kalabahi', 'KPG'], ['kab garut', 'GRT'], ['kab bandung', 'BDO'], ['labuan bajo', 'LBJ'], ['kefa', 'ATB'],
    ['ende', 'MOF'], ['bali', 'DPS NGR SGR KLK TBN'], ['surabaya', 'SUB TPR'], ['kantor imigrasi surabaya', 'SUB'],
    ['kantor imigrasi jakarta', 'JKU TPK JKP JKB JKS JKT'], ['jakarta utara', 'JKU TPK'], ['tanjung priok jakarta utara', 'TPK'],
    ['flores', 'MOF LBJ'], ['bandung', 'BDO'], ['entikong', 'ETK'], ['di belakang padang', 'BLP'], ['wakanda', ''],
  ])('%s: %s', (text, found) => {
    expect(codes(text).toSorted().join(' ')).toBe(found.split(' ').toSorted().join(' '))
  }) // prettier-ignore

  test('the nearest of several comes first', () => {
    expect(codes('badung')).toEqual(['NGR', 'DPS'])
  })
})

test.each([
  ['kantor imigrasi di wakanda ada', 'wakanda'],
  ['kantor di mana', null],
  ['kantor imigrasi di sini buka?', null],
  ['alamat kantor', null],
  ['', null],
])('a place that no list knows, "%s": %s', (text, town) => {
  expect(unknownTown(text)).toBe(town)
})

describe('the table', () => {
  test('has all 514 regencies and cities of 38 provinces, each once', () => {
    expect(REGIONS.filter(({ kind }) => kind === 'kabupaten')).toHaveLength(416)
    expect(REGIONS.filter(({ kind }) => kind === 'kota')).toHaveLength(98)
    expect(new Set(REGIONS.map(({ province }) => province)).size).toBe(38)
    expect(new Set(REGIONS.map(({ code }) => code)).size).toBe(514)
    expect(new Set(REGIONS.map(({ name, kind }) => `${kind} ${name}`)).size).toBe(514)
  })

  test('leads each of them to offices that there are, and says where it knows that from', () => {
    const known = new Set(OFFICES.map(({ code }) => code))
    const lost = REGIONS.filter(
      ({ offices, source }) =>
        source === '' || offices.length === 0 || offices.some((code) => !known.has(code)),
    )
    expect(lost).toEqual([])
  })

  test('is honest about what is only near', () => {
    const unsure = REGIONS.filter(
      ({ basis, source }) => (basis === 'distance') !== /not confirmed/.test(source),
    )
    expect(unsure).toEqual([])
  })

  test('every region is found by its kind and name, and by each other name', () => {
    const lost = REGIONS.flatMap((region) =>
      [`${region.kind} ${region.name}`, ...region.aliases.map((alias) => `di ${alias}`)].filter(
        (text) => !regionsNamed(text, REGIONS).includes(region),
      ),
    )
    expect(lost).toEqual([])
  })
})
