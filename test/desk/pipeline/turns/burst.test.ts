import { describe, expect, test } from 'vitest'
import { inBursts, readableNow } from '../../../../src/desk/pipeline/turns/burst.ts'
import { INBOX_TAKE_LIMIT, type TakenMessage } from '../../../../src/desk/ports/ledger.ts'
import type { Input } from '../../../../src/flows/engine/conversation.ts'
import type { InboundContent } from '../../../../src/model/messages/content.ts'
import { STILL } from '../../../flows/stage.ts'

/** Which unread messages are read now, and which of them as one. */

const PAUSE = 2_500
const TAP: InboundContent = { kind: 'choice', question: 1, id: 'yes' }
const PHOTO: InboundContent = {
  kind: 'media',
  media: 'photo',
  caption: '',
  file: { id: 'f', mime: 'image/jpeg', bytes: 1 },
}

let ids = 0
function message(
  content: InboundContent | string,
  ageMs = 0,
  rest: Partial<TakenMessage> = {},
): TakenMessage {
  const whole = typeof content === 'string' ? ({ kind: 'text', text: content } as const) : content
  const input: Input = { kind: 'message', content: whole }
  return { id: `m${++ids}`, input, file: 'none', attempts: 0, ageMs, ...rest }
}

const now = (inbox: readonly TakenMessage[], pauseMs = PAUSE) => {
  const { ready, waitMs } = readableNow(inbox, pauseMs, STILL.hears)
  return [ready.length, waitMs]
}

describe('a text waits until nothing has followed for a pause', () => {
  test('counted from the newest', () => {
    expect(now([message('pak', 2_000), message('mau tanya', 500)])).toEqual([0, 2_000])
    expect(now([message('pak', 4_500), message('mau tanya', 2_500)])).toEqual([2, 0])
  })

  test('at most four pauses from the oldest, however much follows, and never more than ten seconds', () => {
    expect(now([message('pak', 9_000), message('mau tanya', 10)])).toEqual([0, 1_000])
    expect(now([message('pak', 10_000), message('mau tanya', 10)])).toEqual([2, 0])
    expect(now([message('pak', 3_900), message('mau tanya', 10)], 1_000)).toEqual([0, 100])
    expect(now([message('pak', 9_500), message('mau tanya', 10)], 8_000)).toEqual([0, 500])
  })

  test('not at all where the channel does not wait', () => {
    expect(now([message('pak')], 0)).toEqual([1, 0])
  })

  test('a photo holds the words beside it, also while its file is still to come', () => {
    expect(now([message('ini fotonya', 2_400), message(PHOTO, 400, { file: 'waits' })])).toEqual([0, 2_100])
  })

  test.each([['a tap', TAP] as const, ['a number', '1'] as const, ['a command', 'menu'] as const])(
    '%s ends the waiting of all that came before, and not of what comes after',
    (_, content) => {
      expect(now([message('pak', 200), message(content, 100)])).toEqual([2, 0])
      expect(now([message('pak', 300), message(content, 200), message('terus', 100)])).toEqual([2, 2_400])
    },
  )

  test('what no person wrote waits for nothing', () => {
    const reminder: Input = { kind: 'reminder', name: 'pay', data: {} }
    expect(now([{ ...message('', 0), input: reminder }])).toEqual([1, 0])
  })

  test('a clock that was set back strands nobody', () => {
    expect(now([message('pak', -3_600_000)])).toEqual([1, 0])
    expect(now([message('pak', 500), message('mau tanya', -10)])).toEqual([2, 0])
  })

  test('as many as are taken at once are a flood, and wait for no more', () => {
    const many = Array.from({ length: INBOX_TAKE_LIMIT }, (_, at) => message(`pesan ${at}`))
    expect(now(many)).toEqual([INBOX_TAKE_LIMIT, 0])
  })
})

describe('neighbouring pieces are one input', () => {
  const bursts = (messages: readonly TakenMessage[], pauseMs = PAUSE) =>
    inBursts(messages, pauseMs, STILL.hears)
  const texts = (messages: readonly TakenMessage[]) =>
    bursts(messages).map(({ input }) =>
      input.kind === 'message' && input.content.kind === 'text' ? input.content.text : '…',
    )

  test('a line each, in their order, and every row is kept', () => {
    const inbox = ['pak', 'saya mau tanya', 'paspor anak sy hilang'].map((text) => message(text))
    expect(texts(inbox)).toEqual(['pak\nsaya mau tanya\npaspor anak sy hilang'])
    expect(bursts(inbox)[0]!.messages).toEqual(inbox)
  })

  test('a number is the last line; a tap, a command and a photo are read in their place', () => {
    expect(texts(['pagi', 'pak', '1', '2', 'iya'].map((one) => message(one)))).toEqual([
      'pagi\npak\n1',
      '2',
      'iya',
    ])
    const around = ['satu dulu', TAP, 'dua dulu', 'menu', 'tiga dulu', PHOTO, 'empat dulu']
    expect(texts(around.map((one) => message(one)))).toEqual([
      'satu dulu', '…', 'dua dulu', 'menu', 'tiga dulu', '…', 'empat dulu',
    ]) // prettier-ignore
  })

  test('a photo knows of the words that follow it, and words of the photo', () => {
    const followed = bursts([message(PHOTO), message('ini layarnya'), message(PHOTO), message('menu')]).map(
      ({ input }) => input.kind === 'message' && input.followed === true,
    )
    expect(followed).toEqual([true, true, true, false])
  })

  test('together they are no longer than a part of a story may be', () => {
    const long = 'a'.repeat(1_900)
    expect(
      bursts([message(long), message(long), message(long)]).map(({ messages }) => messages.length),
    ).toEqual([2, 1])
  })

  test('one whose turn failed before is read by itself, so that it fails alone', () => {
    expect(
      texts([message('satu dulu'), message('dua dulu', 0, { attempts: 1 }), message('tiga dulu')]),
    ).toHaveLength(3)
  })

  test('where the channel does not wait every message is read by itself', () => {
    expect(bursts([message('pak'), message('mau tanya')], 0)).toHaveLength(2)
  })
})
