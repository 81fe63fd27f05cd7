import type { ComplaintLabel, ServqualDimension } from '../understanding/labels.ts'

/** What a complaint is about, as the desk files it (a row of `categories.json`). */
export interface Category {
  readonly code: string
  /** The plain group shown first: app, quota, payment, papers, result, service, integrity, other. */
  readonly group: string
  /** Dimension of service quality it speaks of; null where none fits (general criticism). */
  readonly servqual: ServqualDimension | null
  readonly sla: SlaClass
  /** Only supervisors may read these (integrity). */
  readonly confidential: boolean
  /** What the understanding of complaints calls it; several categories may share a label. */
  readonly label: ComplaintLabel | null
}

/** Classes of the rules on public complaints (Permenpan-RB 62/2018); an answer within 5, 14 or 60 working days from opening. */
type SlaClass = 'info' | 'ordinary' | 'supervisory'
