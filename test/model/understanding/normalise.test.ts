import { describe, expect, test } from 'vitest'
import { normalise, phraseSet, withoutHonorifics } from '../../../src/model/understanding/normalise.ts'

describe('set phrases', () => {
  const yes = phraseSet('ya, betul, lanjut')
  const isYes = (text: string) => yes.has(withoutHonorifics(normalise(text)))

  test.each(['Ya', 'iya pak', 'iyaaa dong', 'btul bu', 'lanjut saja ya'])('%s is one', (text) => {
    expect(isYes(text)).toBe(true)
  })

  test.each(['ya tapi saya bayar kemarin', 'pak', ''])('"%s" is none', (text) => {
    expect(isYes(text)).toBe(false)
  })
})

describe('spelling', () => {
  test.each([
    ['Sy blm bs msk apk', 'saya belum bisa masuk aplikasi'],
    ['KAPAAAAN jadiii??', 'kapan jadi'],
    ['trima ksh', 'terima kasih'],
    ["Jum'at", 'jumat'],
    ['Yogyakartá', 'yogyakarta'],
  ])('%s reads as %s', (typed, plain) => {
    expect(normalise(typed)).toBe(plain)
  })
})
