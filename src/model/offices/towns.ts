import { normalise } from '../understanding/normalise.ts'

/** Towns without an office of their own, by the office that serves them. More are added as they are asked for. */
const TOWNS: Readonly<Record<string, string>> = {
  KPG: 'soe, kota soe, tts, timor tengah selatan, rote, ba a, sabu, alor, kalabahi, sumba, waingapu, waikabubak, tambolaka',
  ATB: 'kefamenanu, kefa, ttu, timor tengah utara, malaka, betun, wini',
  MOF: 'larantuka, flores timur, adonara, lembata, lewoleba, ende, bajawa, ngada, nagekeo, mbay, ruteng, manggarai, borong, labuan bajo',
}

interface Town {
  /** As it was written. */
  readonly name: string
  /** Code of an office near it; null where we know of none. */
  readonly office: string | null
}

const NAMES = Object.entries(TOWNS)
  .flatMap(([office, names]) => names.split(', ').map((name) => ({ name, office })))
  .toSorted((a, b) => b.name.length - a.name.length)

/** "kantor di X", "imigrasi X ada?" */
const IN = /\b(?:kantor|imigrasi|office)\b.*\b(?:di|in|at) ([a-z]{3,}(?: [a-z]{4,})?)$/
/** What follows the name of a town. */
const AFTER = / (?:ada|buka|tutup|tidak|ya|kah|apa|pak|bu|min|kak|is there|juga)\b.*$/
const NO_TOWN = new Set(
  'mana sini sana situ dekat sekitar jalan jl mall mal bandara kota daerah luar dalam hari lantai the'.split(
    ' ',
  ),
)

/** The town without an office that a message asks for an office in; null where it names none. */
export function townWithoutOffice(text: string): Town | null {
  const said = normalise(text)
  const listed = NAMES.find(({ name }) => ` ${said} `.includes(` ${name} `))
  if (listed) return listed
  const [, name = ''] = IN.exec(said.replace(AFTER, '')) ?? []
  return name === '' || NO_TOWN.has(name.split(' ')[0] ?? '') ? null : { name, office: null }
}
