import { describe, expect, test } from 'vitest'
import { readChoice, type ChoiceOption } from '../../../../src/model/understanding/answers/choice.ts'
import { optionList } from '../../../support/options.ts'

const WHAT = optionList(
  'new | Paspor baru, belum pernah punya / New, never had one | baru, pertama, bikin baru, belum punya',
  'replace | Ganti, masa berlakunya habis / Replace, it has run out | ganti, perpanjang, habis',
  'lost | Hilang / Lost | hilang, dicuri',
  'damaged | Rusak / Damaged | rusak, sobek, basah, kena banjir',
  'change | Ubah nama atau data / Change of name or data | ubah nama, ganti nama, data berubah',
)
const SPEED = optionList(
  'plain | Biasa (Rp350.000) / Ordinary | biasa, paspor biasa',
  'express | Sehari jadi (tambah Rp1.000.000) / Same day | sehari jadi, cepat, kilat, buru buru',
)
const YEARS = optionList(
  '5 | 5 tahun (Rp350.000) / 5 years | lima tahun',
  '10 | 10 tahun (Rp650.000) / 10 years | sepuluh tahun',
)
const CHANGED = optionList(
  'no | Tidak, semua masih sama / No, all the same | sama, masih sama | no',
  'yes | Ya, ada yang berubah / Yes, something has changed | berubah | yes',
  'unknown | Tidak tahu / I do not know | kurang tahu | unknown',
)
const PARENTS = optionList(
  'together | Masih menikah / Married | menikah, bersama',
  'divorced | Sudah bercerai / Divorced | cerai, pisah',
  'one-missing | Salah satu tidak bisa datang / One cannot come | tidak bisa datang',
  'one-dead | Salah satu sudah meninggal / One has died | meninggal, wafat',
  'none | Bukan semua itu / None of these | lain | none',
)
const MORE = optionList(
  'more | Masih ada lagi / More | tambah | yes',
  'done | Sudah semua / That is all | selesai, cukup | done',
)

describe('the choice that is meant', () => {
  test.each<[string, readonly ChoiceOption[], string]>([
    ['2', WHAT, 'replace'], ['nomer 2 aja', WHAT, 'replace'], ['yang kedua', WHAT, 'replace'], ['yg no.2 pak', WHAT, 'replace'],
    ['pilih 3', WHAT, 'lost'], ['dua', WHAT, 'replace'], ['2⃣', WHAT, 'replace'], ['opsi b', WHAT, 'replace'], ['B', WHAT, 'replace'],
    ['yang terakhir', WHAT, 'change'], ['yang pertama', WHAT, 'new'], ['2. ganti', WHAT, 'replace'], ['nomor tiga bu', WHAT, 'lost'],
    ['hilang', WHAT, 'lost'], ['yang hilang pak', WHAT, 'lost'], ['ilang', WHAT, 'lost'], ['hilng', WHAT, 'lost'], ['paspor saya hilang', WHAT, 'lost'],
    ['sobek kena air', WHAT, 'damaged'], ['rusk', WHAT, 'damaged'], ['perpanjang paspor', WHAT, 'replace'], ['masa berlakunya habis', WHAT, 'replace'],
    ['belum pernah punya', WHAT, 'new'], ['bikin baru', WHAT, 'new'], ['belum punya pak', WHAT, 'new'], ['ganti nama', WHAT, 'change'],
    ['mau ubah data', WHAT, 'change'], ['bukan hilang, rusak', WHAT, 'damaged'], ['lost', WHAT, 'lost'], ['it has run out', WHAT, 'replace'],
    ['bukan rusak tapi hilang', WHAT, 'lost'], ['3 yang hilang', WHAT, 'lost'], ['yg sehari jadi', SPEED, 'express'], ['sehari jadi', SPEED, 'express'],
    ['Sehari jadi (tambah Rp1.000.000)', SPEED, 'express'], ['yg biasa aja', SPEED, 'plain'], ['mau yang cepat', SPEED, 'express'], ['yang 350rb', SPEED, 'plain'],
    ['sehari jdi', SPEED, 'express'], ['seharijadi', SPEED, 'express'], ['5 tahun', YEARS, '5'], ['yg 10 tahun', YEARS, '10'], ['10', YEARS, '10'],
    ['sepuluh tahun pak', YEARS, '10'], ['yang 650 ribu', YEARS, '10'], ['nggak berubah', CHANGED, 'no'], ['sama', CHANGED, 'no'], ['ada yang berubah', CHANGED, 'yes'],
    ['iya lah', CHANGED, 'yes'], ['lupa', CHANGED, 'unknown'], ['gatau', CHANGED, 'unknown'], ['masih sama semua', CHANGED, 'no'], ['sonde', CHANGED, 'no'],
    ['sdh cerai', PARENTS, 'divorced'], ['bapaknya sudah meninggal', PARENTS, 'one-dead'], ['masih menikah', PARENTS, 'together'], ['tidak bisa datang', PARENTS, 'one-missing'],
    ['tidak ada yang cocok', PARENTS, 'none'], ['yang lain', PARENTS, 'none'], ['sudah pisah', PARENTS, 'divorced'], ['sudah', MORE, 'done'], ['cukup', MORE, 'done'],
    ['sudah semua bu', MORE, 'done'], ['masih ada', MORE, 'more'], ['itu saja', MORE, 'done'], ['opsi ketiga', WHAT, 'lost'], ['saya pilih yang rusak', WHAT, 'damaged'],
    ['paling bawah', WHAT, 'change'], ['nomor 4 yang rusak', WHAT, 'damaged'], ['pilihan a', SPEED, 'plain'],
  ])('"%s"', (text, options, id) => {
    expect(readChoice(text, options)?.id).toBe(id)
  }) // prettier-ignore
})

describe('no choice', () => {
  test.each<[string, readonly ChoiceOption[]]>([
    ['dua duanya', SPEED], ['semua', WHAT], ['1 dan 3', WHAT], ['hilang atau rusak', WHAT], ['hilang dan rusak', WHAT], ['bukan yang hilang', WHAT],
    ['tidak hilang', WHAT], ['yang sehari jadi itu apa?', SPEED], ['kalau hilang bagaimana', WHAT], ['anak 5 tahun', WHAT], ['2007', WHAT], ['2 tahun lalu', WHAT],
    ['', WHAT], ['halo', WHAT], ['7', WHAT], ['saya bingung', WHAT], ['3 orang', WHAT], ['beda biasa sama sehari jadi apa', SPEED], ['rp 350.000', WHAT],
    ['kemarin saya datang ke kantor terus kata petugasnya paspor saya yang hilang itu harus lapor dulu ke polisi', WHAT], ['iya tapi bukan', CHANGED],
    ['umur 3', WHAT], ['pilih', WHAT], ['yang mana', WHAT], ['jam 2', WHAT], ['bisa sehari jadi tidak', SPEED], ['2 yang rusak', WHAT], ['jangan yang sehari jadi', SPEED],
    ['tidak', WHAT], ['2 atau 3', WHAT], ['tanggal 3', WHAT], ['sehari jadi berapa', SPEED], ['12/05/2015', WHAT], ['selamat pagi pak', PARENTS],
  ])('"%s"', (text, options) => {
    expect(readChoice(text, options)).toBeNull()
  }) // prettier-ignore
})

describe('how it was said, and how sure that is', () => {
  test.each<[string, readonly ChoiceOption[], string]>([
    ['2', WHAT, 'number'], ['hilang', WHAT, 'label'], ['dicuri', WHAT, 'phrase'], ['hilng', WHAT, 'near'], ['iya betul', CHANGED, 'polarity'],
  ])('%s', (text, options, how) => {
    expect(readChoice(text, options)).toMatchObject({ how })
  }) // prettier-ignore

  test('what is said outright is surer than what is said among other words', () => {
    const sure = (text: string) => readChoice(text, WHAT)?.confidence ?? 0
    expect(sure('hilang')).toBe(1)
    expect(sure('waktu pindah rumah hilang')).toBeLessThan(sure('yang hilang itu'))
    expect(sure('hilng')).toBeLessThan(0.9)
  })

  test('where a story may be told, only a name or number by itself chooses', () => {
    const free = (text: string) => readChoice(text, MORE, { freeText: true })?.id
    expect([free('selesai'), free('2'), free('sudah semua')]).toEqual(['done', 'done', 'done'])
    expect([free('sudah saya tambah lagi ceritanya'), free('nomor 2 antreannya lama')]).toEqual([
      undefined,
      undefined,
    ])
  })
})
