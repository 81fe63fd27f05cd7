import { readFileSync } from 'node:fs'
import type { Library } from '../../model/library.ts'

const FOLDER = new URL('../../../prisma/data/', import.meta.url)
let released: Omit<Library, 'facts'> | null = null

/** The parts of the answer library that change with a release only, read once from `prisma/data`. */
export function releasedLibrary(): Omit<Library, 'facts'> {
  released ??= {
    answers: read('answers'),
    requirements: read('requirements'),
    guide: read('guide'),
    aid: read('first-aid'),
    statuses: read('statuses'),
    places: read('office-details'),
  }
  return released
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as T
}
