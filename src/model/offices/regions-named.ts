import { HONORIFICS, normalise } from '../understanding/normalise.ts'
import { editDistance } from '../words/similarity.ts'
import { regionIndex, type Place, type RegionIndex } from './region-index.ts'
import type { Region } from './region.ts'

/** Which regencies and cities a message names. Never guessed: an everyday word that is also a town needs "di" before it. */

/** Names that are words as well; names of up to four letters are treated like them. */
const EVERYDAY = new Set(
  (
    'anyer asmat balut bangka barru barus batang blora borong cakung demak galus juanda kampar kandangan karimun kendal komodo ' +
    'kudus kuningan lahat landak lebak lingga loteng mabar malaka malang mandau manggar marisa maros mateng matim medan ' +
    'menteng mentok merak metro mollo napan padang palas pantar parigi paser penjaringan puncak selong serang solok solor sorong ' +
    'tambun tapin tegal wates jawa java papua'
  ).split(' '),
)
const SHORT = 4
/** Provinces and islands that are short and nothing else. */
const PLAIN = new Set(['aceh', 'bali', 'riau', 'ntt', 'ntb', 'diy', 'dki', 'jkt'])

/** Words after which a name is a place. */
const LEAD = new Set(
  (
    'di kab kabupaten kota kotamadya daerah dari asal imigrasi kanim kantor wilayah domisili tinggal ke warga orang pulau ktp ' +
    'kecamatan kec in from at'
  ).split(' '),
)
/** Words that only a place follows: after "kantor" stands as well what it is like. */
const PLACE_LEAD = new Set('di kab kabupaten kota daerah dari asal wilayah domisili tinggal'.split(' '))
/** Words that say where, and nothing of it: "sy di soe" is soe alone. */
const AROUND = new Set([
  ...LEAD,
  ...HONORIFICS,
  ...'saya kami aku sy dong ya yang untuk the office immigration'.split(' '),
])

/** Ordinary words a letter away from a town, found by trying all words of the example messages. */
const ORDINARY = new Set(
  (
    'arahan asalan asuhan bandang bandar banding bangga bangis bangkok banjir bantal bantu barang batal ' +
    'bawaan bawang bekas bintang blangko bodong bohong cabang gedung hitung janda kamana kamar kangen kapas ' +
    'kembali kenal kendala kendali konser kurang lamban lambat langkah lembar lorong magang maling mangga ' +
    'menanti menunggu mungkin ngantuk palang pandai panduan pantai pantau parang pasang pasar pincang pintar ' +
    'pirang prepare saban samba sambal sandang sangat seberang sedang sekali sekarang selama sembarang sempit ' +
    'senang seorang serani sering silakan simpang sinting tabrakan tahanan tahun'
  ).split(' '),
)

interface Hit {
  readonly place: Place
  /** "kab" or "kota" before the name. */
  readonly kind: Region['kind'] | undefined
}

/**
 * The regencies and cities that a message names, by name, seat, island or province; none where nothing is named for certain.
 * Tolerates one typing error in names of six letters and more. "kab" and "kota" tell two of one name apart.
 */
export function regionsNamed(text: string, regions: readonly Region[]): readonly Region[] {
  const words = normalise(text).split(' ')
  const index = regionIndex(regions)
  const exact = hits(words, index, (phrase) => phrase)
  const found = exact.length > 0 ? exact : hits(words, index, (phrase, sure) => misspelt(phrase, sure, index))
  const own = found.filter(({ place }) => !place.wide).map(ofKind)
  const wide = new Set(found.filter(({ place }) => place.wide).flatMap(({ place }) => place.regions))
  const towns = [...new Set(own.flat())]
  if (towns.length === 0) return [...wide]
  // "banjar jawa barat" is not the Banjar of Kalimantan
  const within = towns.filter((region) => wide.has(region))
  return within.length > 0 ? within : towns
}

function hits(
  words: readonly string[],
  index: RegionIndex,
  named: (phrase: string, sure: boolean) => string | null,
): Hit[] {
  const found: Hit[] = []
  for (let at = 0; at < words.length; at++) {
    const hit = longestAt(words, at, index, named)
    if (!hit) continue
    found.push({ place: hit.place, kind: kindBefore(words[at - 1]) })
    at += hit.words - 1
  }
  return found
}

function longestAt(
  words: readonly string[],
  at: number,
  index: RegionIndex,
  named: (phrase: string, sure: boolean) => string | null,
): { readonly place: Place; readonly words: number } | null {
  for (let many = Math.min(index.words, words.length - at); many > 0; many--) {
    const phrase = words.slice(at, at + many).join(' ')
    const before = words[at - 1] ?? ''
    const alone = isAlone(words, at, many)
    const sure = LEAD.has(before) || alone
    const name = named(phrase, PLACE_LEAD.has(before) || alone)
    const place = name === null ? undefined : index.places.get(name)
    if (place && (sure || !isEveryday(phrase))) return { place, words: many }
  }
  return null
}

function isEveryday(phrase: string): boolean {
  return EVERYDAY.has(phrase) || (phrase.length <= SHORT && !PLAIN.has(phrase))
}

/** Nothing stands around the name but "sy di … pak". */
function isAlone(words: readonly string[], at: number, many: number): boolean {
  return words.every((word, place) => AROUND.has(word) || (place >= at && place < at + many))
}

/** The one name that is a letter away, where the words around say that a place is meant. */
function misspelt(phrase: string, sure: boolean, { long }: RegionIndex): string | null {
  const bare = phrase.replaceAll(' ', '')
  if (!sure || bare.length < 5 || ORDINARY.has(bare)) return null
  const near = (long.get(bare.charAt(0)) ?? []).filter(
    (one) => Math.abs(one.bare.length - bare.length) <= 1 && editDistance(one.bare, bare) <= 1,
  )
  return near[0]?.name ?? null
}

function kindBefore(word: string | undefined): Region['kind'] | undefined {
  if (word === 'kab' || word === 'kabupaten') return 'kabupaten'
  return word === 'kota' || word === 'kotamadya' ? 'kota' : undefined
}

/** Those of the kind that was said; all where none is ("kota Soe" is the seat of a regency). */
function ofKind({ place, kind }: Hit): readonly Region[] {
  const same = place.regions.filter((region) => region.kind === kind)
  return same.length > 0 ? same : place.regions
}
