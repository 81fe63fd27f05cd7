import { describe, expect, test } from 'vitest'
import { stage } from './stage.ts'

/** Words under a picture where nothing is under way: they are what is meant, and the picture goes along. */

const photo = (caption: string, id = 'f1') =>
  ({ kind: 'media', media: 'photo', caption, file: { id, mime: 'image/jpeg', bytes: 1000 } }) as const
const text = (words: string) => ({ kind: 'text', text: words }) as const

describe('a picture with words', () => {
  test('opens what the words open, and is kept with it', () => {
    const on = stage()
    on.hear(photo('petugas minta uang 200 ribu ini buktinya'))
    expect(on.state().flow).toBe('complaint')
    expect(on.state().data).toMatchObject({
      parts: ['petugas minta uang 200 ribu ini buktinya'],
      files: [{ id: 'f1' }],
    })
    expect(on.state().confidential).toBe(true)
  })

  test.each(['ini ktp saya mau perpanjang paspor', 'foto KK untuk buat paspor', 'my id card'])(
    'is removed where it shows an identity, and its words are still heard: %s',
    (caption) => {
      const on = stage()
      on.hear(photo(caption))
      const done = on.effects.map((effect) => effect.do)
      expect(done).toContain('discard file')
      expect(done).toContain('mark sensitive')
      expect(on.state().memory.pendingStory).toBeUndefined()
    },
  )

  test('belongs to the open report, words and all', () => {
    const on = stage()
    for (const words of ['lapor', 'antre dari pagi tidak dipanggil', '1', '1']) on.hear(text(words))
    on.hear(photo('ini antreannya tadi pagi', 'f2'))
    expect(on.effects.map((effect) => effect.do)).toContain('add to ticket')
    expect(on.effects.map((effect) => effect.do)).not.toContain('discard file')
  })

  test('without words it waits for what it is about', () => {
    const on = stage()
    on.hear(photo(''))
    expect(on.state().memory.pendingStory?.files).toMatchObject([{ id: 'f1' }])
  })
})
