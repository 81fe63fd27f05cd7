import { readApplicationNumber } from '../../model/application-number.ts'
import { readBirth } from '../../model/dates-birth.ts'
import { isMasked } from '../../model/text-mask.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import { PERSON_AT } from '../engine/limits.ts'
import { toOfficer } from '../shared/ready-answer.ts'
import { go, stay, t, type At, type Move } from '../engine/flow.ts'
import type { Passport } from './data.ts'

/** Reading what proves that an application is one's own. These messages become part of no ticket's story. */

/** An application number, perhaps with the birth date in the same message. */
export function numberTold(at: At<Passport>, text: string): Move {
  const read = readApplicationNumber(text)
  if (isMasked(text)) return again(at, 'number.identity')
  if (!read.ok) return again(at, `number.${read.why}`)
  const birth = birthIn(at, without(text, read.number)) ?? at.data.birth
  const set = { number: read.number, birth, tries: 0 }
  return go(birth ? 'look' : 'birth', { set })
}

export function birthTold(at: At<Passport>, text: string): Move {
  const read = readBirth(text, todayAt(at, officeOf(at)))
  if (read.day === null) return again(at, `date.why.${read.why}`)
  // "kembali" may have led here after the number was forgotten
  return go(at.data.number ? 'look' : 'number', { set: { birth: read.day, tries: 0 } })
}

/** What the first message said already; its words are not kept. */
export function saidBefore(at: At<Passport>): Move {
  const text = at.data.words ?? at.data.parts?.[0] ?? ''
  const move = readApplicationNumber(text).ok ? numberTold(at, text) : go('number')
  const set = { words: undefined, parts: undefined, category: 'TIM-UNSURE' }
  if (move.kind !== 'go') return move
  return { ...move, set: { ...move.set, ...set }, effects: text === '' ? [] : [{ do: 'keep apart' }] }
}

function birthIn(at: At<Passport>, text: string): string | null {
  return readBirth(text, todayAt(at, officeOf(at))).day
}

/** The text without the number, however it was grouped. */
function without(text: string, number: string): string {
  return text.toUpperCase().replace(new RegExp([...number].join('[\\s./-]*')), ' ')
}

/** Asks once more with what may be amiss; a person after several. */
function again(at: At<Passport>, key: string): Move {
  const tries = (at.data.tries ?? 0) + 1
  if (tries < PERSON_AT) return stay({ says: [{ text: t(key) }], set: { tries } })
  return toOfficer('status', { says: [{ text: t('ask.person') }] })
}
