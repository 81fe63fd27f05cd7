import { normalise } from '../understanding/normalise.ts'

/** "kantor di X", "imigrasi X ada?" */
const IN = /\b(?:kantor|imigrasi|office)\b.*\b(?:di|in|at) ([a-z]{3,}(?: [a-z]{4,})?)$/
/** What follows the name of a town. */
const AFTER = / (?:ada|buka|tutup|tidak|ya|kah|apa|pak|bu|min|kak|is there|juga)\b.*$/
const NO_TOWN = new Set(
  'mana sini sana situ dekat sekitar jalan jl mall mal bandara kota daerah luar dalam hari lantai the'.split(
    ' ',
  ),
)

/** The town that a message asks for an office in, as it was written. Only asked where no list knows a place in it. */
export function unknownTown(text: string): string | null {
  const [, name = ''] = IN.exec(normalise(text).replace(AFTER, '')) ?? []
  return name === '' || NO_TOWN.has(name.split(' ')[0] ?? '') ? null : name
}
