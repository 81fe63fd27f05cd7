import { sanitizeText } from '../../model/messages/text.ts'
import { parseTicketNumber } from '../../model/tickets/number.ts'
import type { QueueFilter } from '../ports/tickets.ts'

/** Words looked for at once; more only make a search slower. */
const WORDS = 10

/** `KPG-2611`, `kpg261120`, `KPG 261120 014`: the office and at least the year; `otp 5 kali` is words. */
const BEGINNING = /^[a-z]{3}(-?\d{2}|[. ]\d{6})[\d\-. ]*$/i

/** What an officer typed into the search field: a ticket number, the beginning of one, or words of the story. */
export function searchOf(typed: string): QueueFilter['search'] {
  const text = sanitizeText(typed)
  if (text === '') return typed === '' ? null : { words: [] }
  const number = parseTicketNumber(text)
  if (number) return { number }
  if (BEGINNING.test(text)) return { number: beginning(text) }
  return { words: (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS) }
}

/** With the dashes where a number has them. */
function beginning(text: string): string {
  const bare = text.toUpperCase().replace(/[^A-Z\d]/g, '')
  const [office, day, serial] = [bare.slice(0, 3), bare.slice(3, 9), bare.slice(9)]
  return serial === '' ? `${office}-${day}` : `${office}-${day}-${serial}`
}
