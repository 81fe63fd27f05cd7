import type { Office } from './office.ts'

/** Where offices are, and which are near. Positions are the centre of the town until an office gives its own. */

export interface OfficeDetails {
  readonly code: string
  /** Degrees, WGS 84. */
  readonly lat: number
  readonly lng: number
  /** `city`: the centre of the town, good enough for "which office is near" only; null: the building itself. */
  readonly approximate: 'city' | null
  readonly units: readonly { readonly kind: 'ulp' | 'mpp' | 'ukk' | 'counter'; readonly name: string }[]
  readonly lanes: readonly ('regular' | 'express' | 'priority' | 'bap' | 'weekend')[]
  /** Only `*.imigrasi.go.id`; null: not known. */
  readonly site: string | null
  readonly source: string
  readonly confirmedBy: string | null
}

interface NearbyOffice {
  readonly code: string
  /** As the crow flies, whole kilometres. */
  readonly km: number
}

const EARTH_KM = 6371

/** Distance over the ground between two points in degrees (haversine), in kilometres. */
function distanceKm(from: Coordinates, to: Coordinates): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const half = (a: number, b: number) => Math.sin(rad(b - a) / 2) ** 2
  const h = half(from.lat, to.lat) + Math.cos(rad(from.lat)) * Math.cos(rad(to.lat)) * half(from.lng, to.lng)
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** A point in degrees, WGS 84. */
export interface Coordinates {
  readonly lat: number
  readonly lng: number
}

/** The `count` closest offices, closest first. Offices of one town are equally far. */
export function nearestOffices(
  from: Coordinates,
  places: readonly OfficeDetails[],
  count = 3,
): readonly NearbyOffice[] {
  return places
    .map((place) => ({ code: place.code, km: Math.round(distanceKm(from, place)) }))
    .sort((a, b) => a.km - b.km || (a.code < b.code ? -1 : 1))
    .slice(0, count)
}

/** Is the point a place on earth, and not the 0°/0° that broken senders give? */
export function isValidCoordinates({ lat, lng }: Coordinates): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0)
}

/** The other offices nearest to one, for a person whose own office is full. */
export function neighbouringOffices(
  office: Office['code'],
  places: readonly OfficeDetails[],
  count = 3,
): readonly NearbyOffice[] {
  const own = places.find(({ code }) => code === office)
  if (!own) return []
  return nearestOffices(
    own,
    places.filter(({ code }) => code !== office),
    count,
  )
}

/** May the bot show this address of a page? Only the Directorate General's own: look-alike office sites exist. */
export function isOfficialLink(link: string): boolean {
  return /^https:\/\/(?:[a-z0-9-]+\.)+imigrasi\.go\.id(?:\/[^\s]*)?$/.test(link)
}
