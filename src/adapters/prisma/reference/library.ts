import { readFileSync } from 'node:fs'
import type { Library } from '../../../model/library.ts'

const FOLDER = new URL('../../../../prisma/data/', import.meta.url)
/** What is no row of a table. */
type ReleasedLibrary = Omit<Library, 'facts' | 'regions'>

let released: ReleasedLibrary | null = null

/** The parts of the answer library that change with a release only, read once from `prisma/data`. */
export function loadReleasedLibrary(): ReleasedLibrary {
  released ??= {
    answers: readJson('answers'),
    requirements: readJson('requirements'),
    guide: readJson('guide'),
    firstAid: readJson('first-aid'),
    statuses: readJson('statuses'),
    officeDetails: readJson('office-details'),
  }
  return released
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as T
}
