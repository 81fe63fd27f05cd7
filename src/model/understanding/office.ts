import type { Office } from '../offices/office.ts'
import { similarity } from '../words/similarity.ts'
import { normalise } from './normalise.ts'

/** Below this likeness a name is not the one meant ("kupng" and "kupang": 0.83). */
const ALIKE = 0.8
/** Names this close to the best are offered beside it. */
const BESIDE = 0.05

/** Shorter names with an error in them are too often another word: "bisa" is not Bima, "lalu" not Palu. */
const BEARS_ERROR = 6

/** Longer than any name with its misspellings (characters): then only a name inside it counts. */
const NAME_LENGTH = 40

const AROUND =
  /\b(kantor|imigrasi|kelas|kota|kabupaten|kab|di|yang|wilayah|cabang|unit|the|office|immigration|in|at)\b/g

/**
 * Offices a person may mean by a typed name, best first; several when the name fits several equally well.
 * Tolerates misspelling, split or joined words, and words around the name.
 */
export function findOffices(typed: string, offices: readonly Office[]): readonly Office[] {
  const said = normalise(typed).replace(AROUND, ' ').replace(/\s+/g, ' ').trim()
  if (said.length < 3) return []
  const short = said.length <= NAME_LENGTH
  const scored = offices
    .map((office) => ({ office, score: score(said, office, short) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  return scored.filter(({ score }) => score >= best - BESIDE).map(({ office }) => office)
}

function score(said: string, office: Office, short: boolean): number {
  if (said === office.code.toLowerCase()) return 1
  return Math.max(...namesOf(office).map((name) => fit(said, name, short)))
}

function namesOf({ name, city, aliases }: Office): string[] {
  const proper = normalise(name).replace(AROUND, ' ').trim()
  return [proper, normalise(city), ...aliases.map(normalise)]
}

/** A name inside a longer sentence counts a little less than the name alone. */
function fit(said: string, name: string, short: boolean): number {
  const joined = said.replaceAll(' ', '')
  const bare = name.replaceAll(' ', '')
  const alike = bare.length < BEARS_ERROR ? Number(joined === bare) : similarity(joined, bare)
  const whole = short ? alike : 0
  return Math.max(whole, ` ${said} `.includes(` ${name} `) ? 0.9 + Math.min(bare.length, 50) / 1000 : 0)
}
