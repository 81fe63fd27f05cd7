import { normalise } from '../understanding/normalise.ts'
import type { Office } from './office.ts'
import { regionIndex } from './region-index.ts'
import type { Region } from './region.ts'
import { regionsNamed } from './regions-named.ts'

/** Which offices a message leads to: by an office's own name, or by the town it serves. */

export interface OfficesNamed {
  readonly offices: readonly Office[]
  /** The towns that lead there; none where an office itself was named. */
  readonly regions: readonly Region[]
}

/** "kantor imigrasi medan": the office of that name, though others serve the town as well. */
const ITSELF = ['kantor imigrasi', 'imigrasi', 'kantor', 'kanim', 'immigration office']

/** The offices that stand in a message, as they are written or by a town; none where neither is named. */
export function officesNamed(
  text: string,
  offices: readonly Office[],
  regions: readonly Region[],
): OfficesNamed {
  const said = ` ${normalise(text)} `
  const { places } = regionIndex(regions)
  const byName = offices.flatMap((office) => {
    const names = office.aliases.filter((name) => said.includes(` ${name} `))
    return names.length > 0 ? [{ office, ownPlace: names.some((name) => !places.has(name)) }] : []
  })
  // "Tanjung Priok, Jakarta Utara" names one office, not the city's two
  const own = byName.filter(({ ownPlace }) => ownPlace)
  if (own.length > 0) return { offices: own.map(({ office }) => office), regions: [] }
  const towns = regionsNamed(text, regions)
  if (towns.length === 0) return { offices: byName.map(({ office }) => office), regions: [] }
  const found = serving(towns, offices)
  const itself = found.find((office) => saysItself(said, office))
  return itself && found.length > 1 ? { offices: [itself], regions: [] } : { offices: found, regions: towns }
}

/** Nearest first for one town; by name for several. */
function serving(towns: readonly Region[], offices: readonly Office[]): readonly Office[] {
  const codes = [...new Set(towns.flatMap((town) => town.offices))]
  const alike = towns.every((town) => town.offices.join() === towns[0]?.offices.join())
  const byCode = (code: string) => offices.filter((office) => office.code === code)
  return alike ? codes.flatMap(byCode) : offices.filter(({ code }) => codes.includes(code))
}

function saysItself(said: string, { name }: Office): boolean {
  const proper = normalise(name).replace('kantor imigrasi ', '')
  return ITSELF.some((lead) => said.includes(` ${lead} ${proper} `))
}
