import { describe, expect, test } from 'vitest'
import { tokenize } from '../../../src/model/understanding/tokenizer.ts'

describe('messy words', () => {
  test.each([
    ['berapabiayapasporbiasa', 'berapa biaya paspor biasa'],
    ['pasporsudahjadibelumya', 'paspor sudah jadi belum ya'],
    ['kpn bs diambil', 'kapan bisa ambil'],
    ['otp gak masuk2', 'otp tidak masuk'],
    ['dtng telat', 'datang lama'],
    ['sabaraha artosna', 'berapa biaya'],
    ['kuotanyaaa penuhhh', 'kuota penuh'],
    ['650rb', '# ribu'],
    ['🙏', 'makasih'],
    ['#', 'menu'],
  ])('%s is read as %s', (text, words) => {
    expect(tokenize(text).join(' ')).toBe(words)
  })
})
