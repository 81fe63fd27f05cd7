import { describe, expect, test } from 'vitest'
import { readYear } from '../../../../src/model/understanding/answers/year.ts'

const TODAY = '2026-11-21'

describe('a year, and what is around it', () => {
  test.each<[string, number | null, number | null]>([
    ['2007', 2007, 2007], ['sebelum 2009', null, 2008], ['thn 2015', 2015, 2015], ['sesudah 2010', 2011, null],
    ['dua ribu sembilan', 2009, 2009], ['th 09', 2009, 2009], ["'15", 2015, 2015], ['10 tahun lalu', 2016, 2016],
    ['tahun lalu', 2025, 2025], ['2 thn yg lalu', 2024, 2024], ['antara 2010 2012', 2010, 2012],
    ['kira2 2013an', 2012, 2014], ['jaman 90an', 1990, 1999], ['tahun 2015 pak', 2015, 2015], ['taun 98', 1998, 1998],
    ['2010-2012', 2010, 2012], ['2010 atau 2011', 2010, 2011], ['kayaknya 2016', 2015, 2017], ['sekitar 2012', 2011, 2013],
    ['setelah 2009', 2010, null], ['before 2009', null, 2008], ['after 2009', 2010, null], ['sejak 2018', 2018, null],
    ['2009 ke bawah', null, 2009], ['2010 keatas', 2010, null], ['tahun ini', 2026, 2026], ['last year', 2025, 2025],
    ['lima tahun lalu', 2021, 2021], ['sekitar 5 tahun yang lalu', 2020, 2022], ['lebih dari 10 tahun lalu', null, 2016],
    ['kurang dari 5 tahun lalu', 2021, null], ['3 bulan lalu', 2026, 2026], ['setahun lalu', 2025, 2025],
    ['seribu sembilan ratus sembilan puluh delapan', 1998, 1998], ['dua ribu nol tujuh', 2007, 2007],
    ['dua kosong satu lima', 2015, 2015], ['dua ribu lima belas', 2015, 2015], ['tahun sembilan delapan', 1998, 1998],
    ['2000an', 2000, 2009], ['awal 2000an', 2000, 2003], ['akhir 90an', 1997, 1999], ['12 mei 2015', 2015, 2015],
    ['12-05-15', 2015, 2015], ['05/2019', 2019, 2019], ['paspor saya keluaran 2012', 2012, 2012], ['thn 2009 kalo ga salah', 2008, 2010],
    ['bukan 2015 tapi 2016', 2016, 2016], ['09', 2009, 2009], ['98', 1998, 1998], ['2 tahun lagi', 2028, 2028],
    ['bulan lalu', 2026, 2026], ['2013 an', 2012, 2014], ['tahun kemarin', 2025, 2025], ['sampai 2028', null, 2028],
    ['dari 2008 sampe 2010', 2008, 2010], ['dibuat tahun 2007 di malaysia', 2007, 2007], ['habis 2023', 2023, 2023],
    ['10 years ago', 2016, 2016], ['14 bulan lalu', 2025, 2025], ['dua ribuan', 2000, 2009],
  ])('%s: %s to %s', (text, from, to) => {
    expect(readYear(text, TODAY)).toEqual({ from, to })
  }) // prettier-ignore

  test.each([
    'pas SMP', '5', '350000', 'lupa', '', 'tidak tahu', '10 tahun', '5 tahun', 'Rp2.000.000', 'umur 20', '15', '1850', '2500',
    '5371011205900001', 'anak 2', 'sudah lama', 'jam 2015', '081234562015', 'sebelum nikah', '2 juta', 'ya', 'bukan 2015',
  ])('"%s" is no year', (text) => {
    expect(readYear(text, TODAY)).toBeNull()
  }) // prettier-ignore
})
