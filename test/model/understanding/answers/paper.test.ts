import { describe, expect, test } from 'vitest'
import { readPapers } from '../../../../src/model/understanding/answers/paper.ts'

const PAPERS = [
  { id: 'ktp', names: ['ktp', 'e ktp', 'kartu tanda penduduk'] },
  { id: 'kk', names: ['kk', 'kartu keluarga'] },
  { id: 'birth', names: ['akta lahir', 'akte lahir', 'akta kelahiran', 'akte kelahiran', 'akta', 'akte', 'birth certificate'] },
  { id: 'diploma', names: ['ijazah'] },
  { id: 'marriage', names: ['buku nikah', 'surat nikah', 'akta nikah'] },
] // prettier-ignore

/** "ktp+ kk- birth?": has, has not, only named. */
function papersIn(text: string): string {
  return readPapers(text, PAPERS)
    .map(({ id, has }) => `${id}${has === null ? '?' : has ? '+' : '-'}`)
    .toSorted()
    .join(' ')
}

describe('papers that are named', () => {
  test.each<[string, string]>([
    ['akta lahir tdk ada', 'birth-'], ['ktp sama kk ada', 'kk+ ktp+'], ['surat nikah hilang', 'marriage-'], ['belum punya ktp', 'ktp-'],
    ['ktp ada kk ada akta tidak ada', 'birth- kk+ ktp+'], ['ktp, kk, akta ada', 'birth+ kk+ ktp+'], ['ada ktp, kk', 'kk+ ktp+'],
    ['ktp ada, kk belum', 'kk- ktp+'], ['ada ktp dan kk tapi akta tidak ada', 'birth- kk+ ktp+'], ['ktp ada tapi kk hilang', 'kk- ktp+'],
    ['ijasah ada pak', 'diploma+'], ['akte kelahiran ga punya', 'birth-'], ['punya ijazah', 'diploma+'], ['tidak punya akta dan ijazah', 'birth- diploma-'],
    ['kartu keluarga ketinggalan di kampung', 'kk-'], ['akta itu apa?', 'birth?'], ['akta lahir harus ada?', 'birth?'],
    ['kalau akta tidak ada gimana', 'birth?'], ['akta lahir saya hilang gimana ya', 'birth-'], ['ktp', 'ktp?'], ['ktp kk ijazah', 'diploma? kk? ktp?'],
    ['ktp masih diurus', 'ktp-'], ['ktpnya sudah ada bu', 'ktp+'], ['kk nya belum jadi', 'kk-'], ['akta teu aya', 'birth-'], ['akte lahir sonde ada', 'birth-'],
    ['ktp sampun', 'ktp+'], ['bukunikah ada', 'marriage+'], ['sudah punya ktp, kk, ijazah. akta belum', 'birth- diploma+ kk+ ktp+'],
    ['ktp ada? kk ga ada', 'kk- ktp?'], ['birth certificate not have', 'birth-'], ['ktp ada. kk ada. akta hilang kebanjiran', 'birth- kk+ ktp+'],
    ['buku nikah ada akta ga ada', 'birth- marriage+'], ['yang belum akta', 'birth-'], ['lupa bawa kk', 'kk-'], ['ada kk sama ijazah', 'diploma+ kk+'],
    ['ktp saya ada', 'ktp+'], ['ijazah dan akta ga ada', 'birth- diploma-'], ['ktp dan kk ada, buku nikah hilang', 'kk+ ktp+ marriage-'],
    ['akta kelahiran belum pernah bikin', 'birth-'], ['ktp udah kk udah akta blm', 'birth- kk+ ktp+'], ['tanpa akta', 'birth-'],
    ['kk ada tp ktp mati', 'kk+ ktp?'], ['gada akta', 'birth-'], ['ijazah nggak ada hilang', 'diploma-'],
  ])('%s: %s', (text, papers) => {
    expect(papersIn(text)).toBe(papers)
  }) // prettier-ignore
})

describe('what is said of all, or of the others', () => {
  const all = (one: string) =>
    ['birth', 'diploma', 'kk', 'ktp', 'marriage'].map((id) => `${id}${one}`).join(' ')
  test.each<[string, string]>([
    ['semua ada kecuali akta', 'birth- diploma+ kk+ ktp+ marriage+'], ['cuma ada ijazah', 'birth- diploma+ kk- ktp- marriage-'],
    ['ada semua', all('+')], ['sudah lengkap semua', all('+')], ['semua sudah', all('+')], ['belum ada sama sekali', all('-')],
    ['tinggal akta yang belum', 'birth- diploma+ kk+ ktp+ marriage+'], ['cuma ktp', 'birth- diploma- kk- ktp+ marriage-'],
    ['semua sudah, akta belum', 'birth- diploma+ kk+ ktp+ marriage+'], ['lengkap kecuali buku nikah', 'birth+ diploma+ kk+ ktp+ marriage-'],
    ['cuma akta yang ga ada', 'birth- diploma+ kk+ ktp+ marriage+'], ['semuanya ada', all('+')], ['tidak ada semua', all('-')],
    ['hanya ktp dan kk', 'birth- diploma- kk+ ktp+ marriage-'], ['selain akta ada semua', 'birth- diploma+ kk+ ktp+ marriage+'],
  ])('%s: %s', (text, papers) => {
    expect(papersIn(text)).toBe(papers)
  }) // prettier-ignore

  test.each(['belum semua', 'tidak lengkap', '', 'ada', 'halo pak', 'paspor saya hilang', 'semua harus ada?', '5'])('"%s" says nothing', (text) => {
    expect(papersIn(text)).toBe('')
  }) // prettier-ignore

  test.each<[string, boolean]>([['ada', true], ['belum', false], ['sudah pak', true], ['ga punya', false]])('asked for one, "%s" is %s', (text, has) => {
    expect(readPapers(text, PAPERS.slice(0, 1))).toEqual([{ id: 'ktp', has }])
  }) // prettier-ignore
})
