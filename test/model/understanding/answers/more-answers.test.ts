import { describe, expect, test } from 'vitest'
import { readYesNo } from '../../../../src/model/understanding/answers/yes-no.ts'
import { readYear } from '../../../../src/model/understanding/answers/year.ts'
import { readAgeRange } from '../../../../src/model/understanding/answers/age.ts'
import { readRupiah } from '../../../../src/model/understanding/answers/amount.ts'
import { readChoice, type ChoiceOption } from '../../../../src/model/understanding/answers/choice.ts'
import { readPapers } from '../../../../src/model/understanding/answers/paper.ts'
import { extractPerson } from '../../../../src/model/understanding/person.ts'
import { optionList } from '../../../support/options.ts'

/** More of what people answer, for all readers: written apart from them. */

const TODAY = '2026-11-21'

describe('yes or no', () => {
  test.each<[string, string | null]>([
    ['iya bu benar', 'yes'], ['oke deh kak', 'yes'], ['ga ada kak', 'no'], ['blm ada bu', 'no'], ['sdh bu', 'yes'], ['nggeh leres', 'yes'],
    ['henteu pak', 'no'], ['sing ada', null], ['ya boleh banget', 'yes'], ['gak tau ya bu', 'unknown'], ['wah lupa saya', 'unknown'], ['iya dulu pernah', 'yes'],
    ['tidak ada yg berubah', 'no'], ['masih sama pak', null], ['belum menikah', 'no'], ['punya pak tapi hilang', null], ['nda ada', 'no'], ['bukan saya', 'no'],
    ['yesss', 'yes'], ['ya ya ya', 'yes'], ['betul sekali bu', 'yes'], ['boleh kah?', null], ['ok saya tunggu', 'yes'], ['lanjut kak', 'yes'], ['engga deh makasih', 'no'],
    ['kurang paham saya', 'unknown'], ['kyknya iya', 'yes'], ['tidak usah kak', 'no'], ['sudah kemarin', 'yes'], ['mboten wonten', 'no'], ['ada pak lengkap', 'yes'], ['i think so', 'yes'],
    ['ntar aja', 'no'], ['gk prnh', 'no'], ['sudah saya kirim berkas nya ke petugas loket dua minggu kemarin', null], ['tolong hubungi saya', null],
  ])('%s: %s', (text, answer) => {
    expect(readYesNo(text)).toBe(answer)
  }) // prettier-ignore
})

describe('a year', () => {
  test.each<[string, number | null, number | null]>([
    ['pas tahun 2018', 2018, 2018], ['sblm 2009 pak', null, 2008], ['kyknya thn 2014', 2013, 2015], ['2017an lah', 2016, 2018], ['tahun dua ribu sepuluh', 2010, 2010],
    ['bln mei 2019', 2019, 2019], ['kira kira 8 tahun lalu', 2017, 2019], ['5 thn yg lalu', 2021, 2021], ['thn kemarin', 2025, 2025], ['2020 awal', 2020, 2020],
    ['2011/2012', 2011, 2012], ['antara 2008 sampai 2010', 2008, 2010], ['jamannya pak harto 97', 1997, 1997], ['setelah tahun 2009', 2010, null], ['di bawah 2009', null, 2008],
    ['th 2022 kak', 2022, 2022], ['dua tahun yang lalu', 2024, 2024], ['maret 2021', 2021, 2021], ['in 2016', 2016, 2016], ['before 2010', null, 2009], ['2 years ago', 2024, 2024],
    ['sebelum covid 2019', null, 2018], ['lupa tapi sekitar 2015', 2014, 2016], ['thn 07', 2007, 2007], ['udah 10 tahun lebih', null, 2016], ['sejak tahun 2012', 2012, null],
    ['dua ribu dua puluh satu', 2021, 2021], ['2009 bulan juni', 2009, 2009], ['dulu 2006', 2006, 2006], ['seribu sembilan ratus sembilan sembilan', 1999, 1999],
  ])('%s: %s to %s', (text, from, to) => {
    expect(readYear(text, TODAY)).toEqual({ from, to })
  }) // prettier-ignore
  test.each(['waktu gus dur', '20', '3 bulan', 'nomor 2009123456', 'dulu sekali', 'pas nikah', '2 anak', '1 tahun'])('"%s" is none', (text) => {
    expect(readYear(text, TODAY)).toBeNull()
  }) // prettier-ignore
})

describe('an age', () => {
  test.each<[string, number, number | null]>([
    ['3 taon', 3, 3], ['baru 2 bulan', 0, 0], ['umur 9', 9, 9], ['dia 14 tahun', 14, 14], ['usianya enam belas', 16, 16], ['70an', 69, 71], ['4 th 6 bln', 4, 4],
    ['belum 5 tahun', 0, 4], ['lahir tahun 2021', 4, 5], ['lahir 3 maret 2020', 6, 6], ['kelas 5', 10, 12], ['kelas 3 sma', 17, 19], ['masih tk b', 4, 6], ['hampir 6 tahun', 5, 5],
    ['umur sy 61', 61, 61], ['tujuh puluh dua', 72, 72], ['seumur 8 tahun', 8, 8], ['19 pak', 19, 19], ['1 thn', 1, 1], ['dua setengah tahun', 2, 2], ['less than 2', 0, 1],
    ['9 months', 0, 0], ['over 60', 60, null], ['10 hari', 0, 0], ['sudah 80 lebih', 80, 80], ['15 jalan 16', 15, 15], ['she is 7', 7, 7], ['kira2 50', 49, 51], ['anaknya 11 thn bu', 11, 11],
    ['umur 17 lebih 2 bulan', 17, 17],
  ])('%s: %i to %s', (text, from, to) => {
    expect(readAgeRange(text, TODAY)).toEqual({ from, to })
  }) // prettier-ignore
  test.each(['sudah besar', 'anak pertama', 'rt 5', '4 orang', '200', 'no 2', 'paspor 10 tahun berapa rp', 'senin jam 8'])('"%s" is none', (text) => {
    expect(readAgeRange(text, TODAY)).toBeNull()
  }) // prettier-ignore
})

describe('a sum', () => {
  test.each<[string, number | null]>([
    ['650rb', 650_000], ['Rp1.350.000', 1_350_000], ['1,35jt', 1_350_000], ['satu juta', 1_000_000], ['2,5 juta', 2_500_000], ['dimintai 800 ribu', 800_000], ['rp 1 juta', 1_000_000],
    ['950.000 rupiah', 950_000], ['enam ratus lima puluh ribu rupiah', 650_000], ['kena 1,2jt di calo', 1_200_000], ['dua setengah juta', 2_500_000], ['500 rebu', 500_000], ['Rp. 500.000,-', 500_000],
    ['355rb sama admin', 355_000], ['1jt', 1_000_000], ['650.000', 650_000], ['tiga juta rupiah', 3_000_000], ['satu juta tiga ratus lima puluh ribu', 1_350_000], ['sejuta enam ratus', 1_600_000],
    ['seratus lima puluh ribu', 150_000], ['10 juta', 10_000_000], ['bayar 350 ribu utk 5 tahun', 350_000], ['100rb', 100_000], ['1.5 juta pak', 1_500_000], ['IDR 650,000', 650_000],
    ['tidak tahu', null], ['3 hari', null], ['2026', null], ['081234567', null], ['paspor 10 tahun', null], ['500rb atau sejuta', null], ['nomor 820261234567', null], ['jam 10.30', null],
  ])('%s: %s', (text, sum) => {
    expect(readRupiah(text)).toBe(sum)
  }) // prettier-ignore
})

const MENU = optionList(
  'papers | Syarat paspor / Papers | syarat, surat, dokumen', 'cost | Biaya dan cara bayar / Cost | biaya, harga, bayar', 'quota | Jadwal dan kuota / Quota | jadwal, kuota, penuh',
  'status | Cek status paspor / Status | status, cek paspor', 'complaint | Lapor masalah / Complain | lapor, keluhan',
) // prettier-ignore
const WHO = optionList(
  'adult | Dewasa / Adult | dewasa, saya, suami, istri', 'child | Anak di bawah 17 tahun / Child | anak, anak saya', 'elderly | Lansia 60 tahun ke atas / Elderly | lansia, kakek, nenek',
  'frail | Hamil, sakit, atau difabel / Pregnant, ill or disabled | hamil, difabel, sakit',
) // prettier-ignore
const OPEN = optionList('yes | Ya, buka / Yes | buka | yes', 'no | Tidak, lanjut / No | lanjut | no')
const TRIP = optionList(
  'parents | Dengan ayah atau ibu / With a parent | ayah, ibu, dengan saya',
  'escort | Dengan orang lain / With somebody else | orang lain, kakek, nenek, paman',
)
const WHERE = optionList(
  'here | Hilang di Indonesia / Lost in Indonesia | di indonesia',
  'abroad | Hilang di luar negeri / Lost abroad | luar negeri',
)

describe('a choice', () => {
  test.each<[string, readonly ChoiceOption[], string | null]>([
    ['yg nomer 4', MENU, 'status'], ['empat', MENU, 'status'], ['syarat aja kak', MENU, 'papers'], ['cara bayar', MENU, 'cost'], ['mau cek status', MENU, 'status'], ['statusnya', MENU, 'status'],
    ['sarat', MENU, 'papers'], ['jdwal', MENU, 'quota'], ['yg ketiga', MENU, 'quota'], ['ke 2', MENU, 'cost'], ['mau lapor', MENU, 'complaint'], ['5 aja', MENU, 'complaint'], ['5. lapor', MENU, 'complaint'],
    ['anak', WHO, 'child'], ['anak di bawah 17', WHO, 'child'], ['yang dewasa', WHO, 'adult'], ['lansia kak', WHO, 'elderly'], ['istri saya hamil', WHO, null], ['nenek saya', WHO, 'elderly'], ['bukan anak, dewasa', WHO, 'adult'],
    ['iya dong buka', OPEN, 'yes'], ['ga usah', OPEN, 'no'], ['lanjut aja', OPEN, 'no'], ['boleh', OPEN, 'yes'], ['jangan dibuka', OPEN, 'no'], ['sama ibunya', TRIP, 'parents'], ['dg ibu', TRIP, 'parents'], ['sama kakek', TRIP, 'escort'],
    ['dengan orang lain', TRIP, 'escort'], ['di luar negri', WHERE, 'abroad'], ['hilang di indonesia', WHERE, 'here'], ['luar negeri', WHERE, 'abroad'], ['indonesia', WHERE, 'here'], ['opsi 1', WHERE, 'here'],
    ['hilang', WHERE, null], ['syarat sama biaya', MENU, null], ['bayar berapa', MENU, null], ['anak 12 tahun', WHO, 'child'], ['3 anak', WHO, 'child'], ['yang mana ya', MENU, null], ['bukan status', MENU, null], ['4 hari', MENU, null],
    ['1 2 3', MENU, null], ['dua-duanya', TRIP, null], ['kemarin saya sudah lapor ke kantor dan bayar tapi statusnya tidak berubah', MENU, null],
  ])('%s (%#): %s', (text, options, id) => {
    expect(readChoice(text, options)?.id ?? null).toBe(id)
  }) // prettier-ignore
})

describe('papers', () => {
  const PAPERS = [
    { id: 'ktp', names: ['ktp', 'e ktp'] }, { id: 'kk', names: ['kk', 'kartu keluarga'] }, { id: 'birth', names: ['akta lahir', 'akte lahir', 'akta kelahiran', 'akta', 'akte'] },
    { id: 'diploma', names: ['ijazah'] }, { id: 'old', names: ['paspor lama'] },
  ] // prettier-ignore
  test.each<[string, string]>([
    ['ktp dan kk ada', 'kk+ ktp+'], ['ijazah gak ada bu', 'diploma-'], ['paspor lama hilang', 'old-'], ['yg ada cuma ktp', 'birth- diploma- kk- ktp+ old-'], ['akte blm ada', 'birth-'], ['ktp sdh, kk sdh, akta blm', 'birth- kk+ ktp+'],
    ['semua lengkap kecuali ijazah', 'birth+ diploma- kk+ ktp+ old+'], ['kartu keluarganya ada', 'kk+'], ['belum ada akta sama ijazah', 'birth- diploma-'], ['adanya ktp', 'ktp+'], ['e-ktp punya', 'ktp+'], ['aku gak punya kk', 'kk-'],
    ['kk tertinggal', 'kk-'], ['ada ijazah tapi akta tidak', 'birth- diploma+'], ['akta apa ya', 'birth?'], ['kurang akta', 'birth-'], ['ktp aman kk aman', 'kk+ ktp+'], ['lengkap', ''], ['semua belum', 'birth- diploma- kk- ktp- old-'],
    ['ktp kk ada semua', 'kk+ ktp+'], ['akta saya kebakar', 'birth-'], ['saya bawa ktp', 'ktp+'], ['ktp & kk ada, akta gak ada', 'birth- kk+ ktp+'], ['belum punya akte kelahiran sm sekali', 'birth-'], ['i have ktp', 'ktp+'], ['no ijazah', 'diploma-'],
    ['ijazah boleh pengganti akta?', 'birth? diploma?'], ['mboten gadhah ijazah', 'diploma-'], ['ktp wonten', 'ktp+'], ['hanya akta yang belum', 'birth- diploma+ kk+ ktp+ old+'],
  ])('%s: %s', (text, papers) => {
    const said = readPapers(text, PAPERS).map(({ id, has }) => `${id}${has === null ? '?' : has ? '+' : '-'}`).toSorted().join(' ')
    expect(said).toBe(papers)
  }) // prettier-ignore
})

describe('people', () => {
  test.each<[string, string]>([
    ['utk anak sy', 'child child'], ['paspornya buat mama', 'parent elderly adult'], ['punya adik saya', 'other'], ['buat bapake', 'parent elderly adult'], ['mbahku', 'parent elderly adult'], ['anak cewek umur 8 thn', 'child child'], ['bayi 3 bulan', 'toddler toddler'],
    ['suamiku', 'spouse adult'], ['utk gw sendiri', 'self adult'], ['anak saya 19 tahun', 'child adult'], ['tetangga sebelah', 'other'], ['anak tetangga', 'several'], ['untuk saya dan suami', 'several'], ['tiga orang anak', 'several child'], ['beta pung mama', 'parent elderly adult'],
    ['beta pung laki', 'spouse adult'], ['nyonya saya', 'spouse adult'], ['kakek umur 75', 'parent elderly'], ['mertua perempuan umur 58', 'parent adult'], ['my kids', 'several child'], ['my son is 4', 'child toddler'], ['anakku sing cilik', 'child child'],
    ['adek bayi', 'toddler toddler'], ['istri sedang hamil', 'spouse frail'], ['bapak lumpuh', 'frail'], ['ibu saya kena stroke', 'parent frail'], ['oma pakai kursi roda', 'parent frail'], ['saya sendirian', 'self adult'], ['putra saya', 'child child'], ['sepupu', 'other'],
    ['anak kami umur sepuluh', 'child child'], ['warga desa kami', 'other'],
  ])('%s: %s', (text, person) => {
    const { relation, bands, several } = extractPerson(text, { toddler: 5, adult: 17, elderly: 60 })
    expect([relation, several && 'several', ...bands].filter(Boolean).join(' ')).toBe(person)
  }) // prettier-ignore
})
