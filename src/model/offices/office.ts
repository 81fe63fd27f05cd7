import type { ComplaintLabel, ServqualDimension } from '../understanding/labels.ts'

/** An immigration office, as the conversation needs it. `code` is our own slug (no official public code exists). */
export interface Office {
  readonly code: string
  readonly name: string
  readonly city: string
  readonly province: string
  /** IANA zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT). */
  readonly zone: string
  /** Other ways people write it. */
  readonly aliases: readonly string[]
}

/** SERVQUAL dimension a complaint speaks of; `null` where none fits (general criticism). */
export type Servqual = ServqualDimension

/** How long the office may take, in working days from opening (domain: Permenpan-RB 62/2018 limits; target is half). */
export type SlaClass = 'info' | 'ordinary' | 'supervisory'

export interface Category {
  readonly code: string
  /** The plain group shown first: app, quota, payment, papers, result, service, integrity, other. */
  readonly group: string
  readonly servqual: Servqual | null
  readonly sla: SlaClass
  /** Only supervisors may read these (integrity). */
  readonly confidential: boolean
  /** What the understanding of complaints calls it; several categories may share a label. */
  readonly label: ComplaintLabel | null
}
