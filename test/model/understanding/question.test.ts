import { expect, test } from 'vitest'
import { matchQuestion } from '../../../src/model/understanding/question.ts'

test.each([
  ['ambil paspor bawa apa', 'pickup-self'],
  ['bisa diambil orang lain?', 'pickup-proxy'],
  ['suruh adik ambil paspor boleh', 'pickup-proxy'],
  ['batas ambil paspor sampai kapan', 'pickup-limit'],
  ['bisa dikirim ke rumah', 'pickup-post'],
  ['berapa hari jadinya', 'issue-days'],
  ['batas bayar berapa jam', 'pay-time'],
  ['bedanya e-paspor apa', 'kinds-electronic'],
  ['syarat lapor ombudsman apa', 'outside-ombudsman'],
  ['sms lapor nomornya berapa', 'outside-lapor'],
  ['saber pungli masih ada kah', 'outside-saber'],
  ['ktp luar kota bisa?', 'papers-anywhere'],
  ['can my wife collect it', 'pickup-proxy'],
  ['mau ambil antrean', null],
  ['petugas minta uang supaya bisa diambil orang lain', null],
  ['kecewa, paspor tidak boleh diambil suami', null],
  ['anak saya mau bikin paspor', null],
])('%s asks for %s', (text, answer) => {
  expect(matchQuestion(text)).toBe(answer)
})
