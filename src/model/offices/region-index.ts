import { normalise } from '../understanding/normalise.ts'
import type { Region } from './region.ts'

/** Names of regencies, cities, provinces and islands, ready to be looked up in a sentence. */

/** What a name means. A province or an island means all of its regions, unless one of them is named as well. */
export interface Place {
  readonly regions: readonly Region[]
  readonly wide: boolean
}

export interface RegionIndex {
  /** By normalised name. */
  readonly places: ReadonlyMap<string, Place>
  /** Names that bear a typing error, by first letter, without blanks. */
  readonly long: ReadonlyMap<string, readonly { readonly bare: string; readonly name: string }[]>
  /** Words of the longest name. */
  readonly words: number
}

/** Shorter names with an error are too often another word. */
const BEARS_ERROR = 6

/** Provinces and islands by the names people use; a pattern over the province of a region. */
const WIDE: readonly (readonly [string, RegExp])[] = [
  ['jakarta, dki, jkt, ibukota jakarta', /^DKI/],
  ['jogja, diy, yogyakarta, daerah istimewa yogyakarta', /^DI Y/],
  ['jabar, west java', /^Jawa Barat/],
  ['jateng, central java', /^Jawa Tengah/],
  ['jatim, east java', /^Jawa Timur/],
  ['jawa, java', /^(?:Jawa|DI Y|DKI|Banten)/],
  ['ntt, east nusa tenggara', /^Nusa Tenggara Timur/],
  ['ntb, west nusa tenggara', /^Nusa Tenggara Barat/],
  ['sumut, north sumatra, sumatra utara', /^Sumatera Utara/],
  ['sumbar, west sumatra, sumatra barat', /^Sumatera Barat/],
  ['sumsel, south sumatra, sumatra selatan', /^Sumatera Selatan/],
  ['babel, bangka belitung', /^Kepulauan Bangka/],
  ['kepri, riau islands', /^Kepulauan Riau/],
  ['sumatera, sumatra', /^(?:Sumatera|Aceh|Riau|Jambi|Bengkulu|Lampung|Kepulauan)/],
  ['kalbar, west kalimantan', /^Kalimantan Barat/],
  ['kalteng, central kalimantan', /^Kalimantan Tengah/],
  ['kalsel, south kalimantan', /^Kalimantan Selatan/],
  ['kaltim, east kalimantan', /^Kalimantan Timur/],
  ['kaltara, north kalimantan', /^Kalimantan Utara/],
  ['kalimantan, borneo', /^Kalimantan/],
  ['sulut, north sulawesi', /^Sulawesi Utara/],
  ['sulteng, central sulawesi', /^Sulawesi Tengah/],
  ['sulsel, south sulawesi', /^Sulawesi Selatan/],
  ['sultra, southeast sulawesi', /^Sulawesi Tenggara/],
  ['sulbar, west sulawesi', /^Sulawesi Barat/],
  ['sulawesi', /^(?:Sulawesi|Gorontalo)/],
  ['malut, north maluku', /^Maluku Utara/],
  ['papua', /^Papua/],
]

const made = new WeakMap<readonly Region[], RegionIndex>()

/** The index of these regions, made once for each list. */
export function regionIndex(regions: readonly Region[]): RegionIndex {
  const known = made.get(regions)
  if (known) return known
  const index = makeIndex(regions)
  made.set(regions, index)
  return index
}

/** Is the message (normalised) the name of a regency, city, province or island? */
export function isRegionName(said: string, regions: readonly Region[]): boolean {
  return regionIndex(regions).places.has(said)
}

function makeIndex(regions: readonly Region[]): RegionIndex {
  const own = new Map<string, Region[]>()
  for (const region of regions)
    for (const name of new Set([region.name, ...region.aliases].map(normalise)))
      own.set(name, [...(own.get(name) ?? []), region])
  // "bengkulu" is the city before it is the province
  const places = new Map<string, Place>([...wideNames(regions)].filter(([name]) => !own.has(name)))
  for (const [name, named] of own) places.set(name, { regions: named, wide: false })
  return { places, long: byFirstLetter(own.keys()), words: mostWords(places.keys()) }
}

function wideNames(regions: readonly Region[]): Map<string, Place> {
  const within = (pattern: RegExp) => ({
    regions: regions.filter(({ province }) => pattern.test(province)),
    wide: true,
  })
  const provinces = [...new Set(regions.map(({ province }) => province))]
  return new Map([
    ...provinces.map((name) => [normalise(name), within(new RegExp(`^${name}$`))] as const),
    ...WIDE.flatMap(([names, pattern]) => names.split(', ').map((name) => [name, within(pattern)] as const)),
  ])
}

function byFirstLetter(names: Iterable<string>) {
  const long = [...names]
    .map((name) => ({ name, bare: name.replaceAll(' ', '') }))
    .filter(({ bare }) => bare.length >= BEARS_ERROR)
  const letters = new Set(long.map(({ bare }) => bare.charAt(0)))
  return new Map([...letters].map((letter) => [letter, long.filter(({ bare }) => bare.startsWith(letter))]))
}

function mostWords(names: Iterable<string>): number {
  return Math.max(0, ...[...names].map((name) => name.split(' ').length))
}
