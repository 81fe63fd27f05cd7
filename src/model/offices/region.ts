/** A regency or city, and the immigration offices that serve it. */
export interface Region {
  /** The ministry's code of the region ("53.02"). */
  readonly code: string
  readonly name: string
  readonly kind: 'kabupaten' | 'kota'
  readonly province: string
  /** Its seat and other towns, islands and everyday spellings. */
  readonly aliases: readonly string[]
  /** Codes, nearest first; several where several serve it. */
  readonly offices: readonly string[]
  /** `distance`: nobody said so, it is only the nearest. */
  readonly basis: 'seat' | 'stated' | 'distance'
}
