import { describe, expect, test } from 'vitest'
import { readRupiah } from '../../../../src/model/understanding/answers/amount.ts'

describe('a sum', () => {
  test.each<[string, number]>([
    ['350rb', 350_000], ['1,5 juta', 1_500_000], ['Rp 650.000', 650_000], ['sejuta', 1_000_000],
    ['satu juta lima ratus', 1_500_000], ['350k', 350_000], ['Rp650000', 650_000], ['rp.950.000,-', 950_000],
    ['1.650.000', 1_650_000], ['1,650,000', 1_650_000], ['350 ribu', 350_000], ['tiga ratus lima puluh ribu', 350_000],
    ['2jt', 2_000_000], ['2 jt setengah', 2_500_000], ['satu setengah juta', 1_500_000], ['setengah juta', 500_000], ['1.65 juta', 1_650_000],
    ['1 juta 350 ribu', 1_350_000], ['1jt350rb', 1_350_000], ['1 juta 500', 1_500_000], ['sejuta tiga ratus lima puluh', 1_350_000],
    ['diminta 2 juta sama orang itu', 2_000_000], ['bayar 650rb pak', 650_000], ['650 rb untuk 10 tahun', 650_000],
    ['Rp. 350.000 untuk 5 tahun', 350_000], ['IDR 350000', 350_000], ['seratus ribu', 100_000], ['dua juta', 2_000_000],
    ['350000', 350_000], ['habis 1.5jt', 1_500_000], ['calonya minta 3jt', 3_000_000], ['Rp350.000,00', 350_000],
    ['lima ratus ribu rupiah', 500_000], ['seribu', 1_000], ['1000000', 1_000_000], ['sejutaan', 1_000_000], ['350ribuan', 350_000],
    ['sembilan ratus lima puluh ribu', 950_000], ['1 jeti', 1_000_000], ['dua ratus lima puluh ribu pak', 250_000], ['650 K', 650_000],
    ['350 rb atau 350.000', 350_000], ['gopek', 500_000], ['650 rb 10 tahun', 650_000], ['1 juta 10 tahun', 1_000_000],
  ])('%s is %i', (text, sum) => {
    expect(readRupiah(text)).toBe(sum)
  }) // prettier-ignore

  test.each([
    '', '5', '350', '2015', 'gratis', '350rb atau 650rb', '5371011205900001', '081234567890', '5 tahun', '12/05/2015', '10 orang',
    'lupa', 'mahal', 'anak 2', '12-05-2015', 'jam 9', '350rb sampai 1 juta', 'nomor 1', 'dua', '1,5', '5 hari kerja', 'no 3',
  ])('"%s" is none', (text) => {
    expect(readRupiah(text)).toBeNull()
  }) // prettier-ignore
})
