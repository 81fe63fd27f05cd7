import { describe, expect, test } from 'vitest'
import { extractPerson } from '../../../src/model/understanding/person.ts'

const LIMITS = { toddler: 5, adult: 17, elderly: 60 }

/** "spouse adult": who it is, and the bands left open. */
function personIn(text: string, asked = false): string {
  const { relation, bands, several } = extractPerson(text, LIMITS, asked)
  return [relation, several && 'several', ...bands].filter(Boolean).join(' ')
}

describe('words for people', () => {
  test.each<[string, string]>([
    ['nona kici umur 6 tahun', 'little child'], ['beta pung ana', 'child child'], ['ana beta', 'child child'], ['mama saya', 'parent elderly adult'],
    ["paspor mak'e", 'parent elderly adult'], ['emak mau bikin paspor', 'parent elderly adult'], ['amak ambo', 'parent elderly adult'], ['biyung kulo', 'parent elderly adult'],
    ['embah mau umroh', 'parent elderly adult'], ['bapa tua mau buat paspor', 'other'], ['opa saya', 'parent elderly adult'], ['oma', 'parent elderly adult'],
    ['bini gw', 'spouse adult'], ['laki sy', 'spouse adult'], ['misua mau perpanjang', 'spouse adult'], ['bocah 10 tahun', 'child child'], ['dedek', 'little toddler child'],
    ['si kecil', 'little toddler child'], ['bocil saya', 'child child'], ['anak wadon', 'child child'], ['anak lanang kulo', 'child child'], ['budak kuring', 'child child'],
    ['orok', 'toddler toddler'], ['buah hati kami', 'child child'], ['ponakan', 'other'], ['sy sendiri', 'self adult'], ['diri sendiri', 'self adult'], ['aku dewe', 'self adult'],
    ['abdi nyalira', 'self adult'], ['anak laki saya', 'child child'], ['bojoku', 'spouse adult'], ['suami saya 62 tahun', 'spouse elderly'], ['nenek umur 80', 'parent elderly'],
    ['mertua saya', 'parent elderly adult'], ['bapak mertua', 'parent elderly adult'], ['warga saya mau buat paspor', 'other'], ['untuk tetangga', 'other'], ['tetangga saya umur 70', 'other elderly'],
    ['teman saya', 'other'], ['keponakan umur 4 tahun', 'other toddler'], ['si kecil umur 3', 'little toddler'], ['my husband', 'spouse adult'], ['for myself', 'self adult'],
    ['anak saya yang bontot 4 tahun', 'child toddler'], ['ibu kandung saya', 'parent elderly adult'], ['bapak ulun', 'parent elderly adult'], ['mama tua saya', 'other'], ['mak cik saya', 'other'], ['ibunda saya', 'parent elderly adult'],
    ['santri saya umur 15', 'other child'], ['pasangan', 'spouse adult'], ['cucu saya 7 tahun', 'other child'], ['istri', 'spouse adult'], ['anak bayi saya', 'toddler toddler'],
  ])('%s: %s', (text, person) => {
    expect(personIn(text)).toBe(person)
  }) // prettier-ignore

  test.each<[string, string]>([
    ['mama', 'parent elderly adult'], ['ibu', 'parent elderly adult'], ['saya', 'self adult'], ['saya pak', 'self adult'], ['untuk saya', 'self adult'], ['abdi', 'self adult'],
    ['bapak', 'parent elderly adult'], ['anak bu', 'child child'], ['6 tahun', 'child'], ['orang lain', 'other'],
  ])('asked for whom, "%s" is %s', (text, person) => {
    expect(personIn(text, true)).toBe(person)
  }) // prettier-ignore

  test.each([
    'mama mau tanya',
    'selamat pagi bu',
    'bapak bisa bantu',
    'paspor hilang',
    'anak buah',
    'om mau tanya ya',
    '',
  ])('"%s" names nobody of a known age', (text) => {
    expect(extractPerson(text, LIMITS).bands).toEqual([])
  })
})

describe('more than one person', () => {
  test.each<[string, string]>([
    ['untuk kami sekeluarga', 'several'], ['saya dan istri', 'several'], ['2 anak', 'several child'], ['saya sama anak saya', 'several'], ['anak2 saya', 'several child'],
    ['anak saya tiga', 'several child'], ['suami dan anak', 'several'], ['kami berdua', 'several'], ['ponakan sama adek saya', 'several'], ['warga saya 3 orang', 'several'], ['dua balita', 'several toddler'], ['istri dan saya', 'several'],
    ['me and my wife', 'several'], ['anak kembar', 'several child'], ['paspor saya dan suami', 'several'], ['bapak sama ibu saya', 'several'],
  ])('%s: %s', (text, people) => {
    expect(personIn(text)).toBe(people)
  }) // prettier-ignore
})

describe('who cannot queue', () => {
  test.each<[string, string | undefined]>([
    ['bapak saya stroke', 'adult'], ['anak saya lumpuh', 'child'], ['istri lagi hamil', 'adult'], ['ibu saya tidak bisa jalan', 'adult'], ['nenek pakai kursi roda', 'adult'],
    ['pasien stroke', undefined], ['suami opname', 'adult'], ['orang tua saya terbaring', 'adult'], ['saya tunanetra', undefined], ['ibu saya sakit', 'adult'], ['my father is bedridden', 'adult'],
    ['anak berkebutuhan khusus', 'child'], ['kakek saya sudah tidak kuat berdiri', 'adult'], ['mamak cuci darah', undefined],
  ])('%s', (text, who) => {
    expect(extractPerson(text, LIMITS)).toMatchObject({ bands: ['frail'], ...(who && { who }) })
  }) // prettier-ignore

  test.each(['saya tidak hamil', 'sakit hati saya', 'istri saya tidak sakit', 'saya buta huruf'])('%s: they can', (text) => {
    expect(extractPerson(text, LIMITS).bands).not.toContain('frail')
  }) // prettier-ignore
})
