/** How far an application has come, as the registry and its lists say it. */

/** Status codes, in the order an application goes through them. */
export const APPLICATION_STATUSES = [
  'DRAFT',
  'MENUNGGU_PEMBAYARAN',
  'KADALUARSA',
  'TERJADWAL',
  'DIJADWAL_ULANG',
  'TIDAK_HADIR',
  'WAWANCARA_FOTO',
  'DIPERIKSA',
  'DITANGGUHKAN',
  'DITOLAK',
  'DICETAK',
  'SIAP_DIAMBIL',
  'DISERAHKAN',
  'DIBATALKAN',
] as const
/** A status by the code the official systems show. */
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]

/** A row of `statuses.json`: words under `status.<code>.name`, what to do under `status.<code>.do`. */
export interface StatusDefinition {
  readonly code: ApplicationStatus
  /** Nothing more will happen. */
  readonly final: boolean
  /** Other names of this status in lists and trackers. */
  readonly aliases: readonly string[]
  readonly source: string
}

/** The status a cell of an import or another system means, whatever its case, spaces and dashes; null if none. */
export function parseStatus(text: string, rows: readonly StatusDefinition[]): ApplicationStatus | null {
  const said = squeezed(text)
  return rows.find((row) => [row.code, ...row.aliases].some((name) => squeezed(name) === said))?.code ?? null
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '')
}
