import { readFileSync } from 'node:fs'
import type { ReadyAnswer } from '../../src/model/facts/ready-answer.ts'
import type { Fact } from '../../src/model/facts/fact.ts'
import type { Library } from '../../src/model/library.ts'
import type { Holiday, Holidays } from '../../src/model/dates/calendar.ts'

/** The seeded data, as the program reads it. */
export function seeded<T>(name: string): T {
  return JSON.parse(readFileSync(`prisma/data/${name}.json`, 'utf8')) as T
}

export const FACTS = seeded<readonly Fact[]>('facts')
export const ANSWERS = seeded<readonly ReadyAnswer[]>('answers')
export const HOLIDAYS: Holidays = new Map(
  seeded<readonly Holiday[]>('holidays').map((holiday) => [holiday.date, holiday]),
)

/** The whole library as a fresh installation has it. */
export function seededLibrary(): Library {
  return {
    facts: FACTS,
    answers: ANSWERS,
    requirements: seeded('requirements'),
    guide: seeded('guide'),
    firstAid: seeded('first-aid'),
    statuses: seeded('statuses'),
    officeDetails: seeded('office-details'),
    regions: seeded('regions'),
  }
}

/** A row with everything a test does not care about filled in. */
export function fact(row: Partial<Fact> & Pick<Fact, 'key' | 'value'>): Fact {
  return {
    office: null,
    validFrom: null,
    validTo: null,
    source: 'test',
    confidence: 'confirmed',
    year: null,
    confirmedBy: null,
    note: null,
    ...row,
  }
}
