import { dayIn } from '../../model/dates/calendar.ts'
import { timeIn } from '../../model/dates/time-zone.ts'
import { customWords, gravestDoubt, resolveAnswer } from '../../model/facts/ready-answer.ts'
import {
  doubtOf,
  lookUpFact,
  safeNumber,
  type Doubt,
  type UncertaintyReason,
  type FactLookup,
} from '../../model/facts/fact.ts'
import type { Office } from '../../model/offices/office.ts'
import { lines } from './lines.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { officeSlot } from './office-slot.ts'

/** What guidance says out of the answer library: for the person's office, on its present day, never more certain than it is. */

/** The office the person asked about last, else that of this deployment. */
export function officeOf(at: StepContext<unknown>): Office {
  const { state, world } = at
  const byCode = (code: unknown) => world.offices.find((one) => one.code === code)
  return byCode(officeSlot.read(state)) ?? byCode(world.office) ?? world.offices[0]!
}

export function todayAt({ world }: StepContext<unknown>, office: Office): string {
  return dayIn(office.zone, world.now)
}

/** A fact for the person's office today. */
export function findFact(at: StepContext<unknown>, key: string): FactLookup {
  const office = officeOf(at)
  return lookUpFact(at.world.library.facts, key, office.code, todayAt(at, office))
}

/** A figure to show in a label; dots where the library has none. */
export function factNumber(at: StepContext<unknown>, key: string): number | string {
  return safeNumber(findFact(at, key)) ?? '…'
}

/**
 * Ready answers by their ids, in order, with one note at the end where some are not certain. What cannot be told is named
 * with the reason and a person; what the library does not have for this office is left out.
 */
export function readyAnswerTexts(at: StepContext<unknown>, ids: readonly string[]): readonly Text[] {
  const told = ids.map((id) => answerTold(at, id))
  const texts = told.flatMap(({ text }) => text ?? [])
  return [...texts, ...doubtNotes(gravestDoubt(told.flatMap(({ doubt }) => doubt ?? [])))]
}

/** The few words beside what is not certain: `Menurut keterangan tahun 2023.` */
export function doubtNote({ reason, year }: Doubt): Text {
  if (reason !== 'reported') return t(`doubt.${reason}`)
  return year === null ? t('doubt.undated') : t('doubt.reported', { year: String(year) })
}

/** The same as texts to join; nothing where it is certain. */
export function doubtNotes(doubt: Doubt | null): readonly Text[] {
  return doubt === null ? [] : [doubtNote(doubt)]
}

/** The note beside one fact. */
export function factNotes(picked: FactLookup): readonly Text[] {
  return doubtNotes(doubtOf(picked))
}

/** The same as one message; where the library has nothing left to tell, the honest words that it has not. */
export function readyAnswerText(at: StepContext<unknown>, ids: readonly string[]): Text {
  const told = readyAnswerTexts(at, ids)
  return told.length > 0 ? lines(...told) : t('doubt.missing')
}

function answerTold(
  at: StepContext<unknown>,
  id: string,
): {
  readonly text?: Text
  readonly doubt?: Doubt
} {
  const { library } = at.world
  const row = library.answers.find((one) => one.id === id)
  if (!row) return {}
  const office = officeOf(at)
  const given = resolveAnswer(library.facts, row, office.code, todayAt(at, office))
  if (given.how === 'own words') return { text: { raw: customWords(given.words, at.state.lang) } }
  const text = t(`answer.${id}.text`, given.how === 'ask' ? {} : given.vars)
  if (given.how === 'safe') return { text, doubt: given.doubt }
  if (given.how === 'sure') return { text }
  if (given.reason === 'missing') return {}
  return { text: t(`doubt.about.${given.reason}`, { what: { text: t(`answer.${id}.title`) } }) }
}

/** Why something is not told at all, with the offer of a person. */
export function doubtText(reason: UncertaintyReason | 'changed'): Text {
  // a report without a value is nothing that anybody has confirmed
  if (reason === 'reported') return t('doubt.unconfirmed')
  // the words for contested facts speak of the safe reading beside them, and here there is none
  return t(reason === 'contested' ? 'doubt.disagree' : `doubt.${reason}`)
}

/** Texts side by side, with commas. */
export function commaList(texts: readonly Text[]): Text {
  return t('listed', { texts: { list: texts } })
}

/** Zones by the names people here give them: proper names, the same in every language. */
const ZONES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

export function zoneName(zone: string): string {
  return ZONES[zone] ?? zone
}

/** A moment on an office's wall clock: `16.00 WITA`. */
export function formatClock(at: number, zone: string): string {
  return `${timeIn(zone, at).replace(':', '.')} ${zoneName(zone)}`
}
