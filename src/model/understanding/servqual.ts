import type { ComplaintLabel, ServqualDimension } from './labels.ts'

/** The dimension of service quality that a category mostly touches. */
const SERVQUAL: Readonly<Record<ComplaintLabel, ServqualDimension>> = {
  app_error_crash: 'reliability',
  app_login: 'reliability',
  app_otp_email: 'reliability',
  app_upload: 'reliability',
  quota_full: 'reliability',
  reschedule_problem: 'reliability',
  payment_billing: 'reliability',
  data_mismatch_nik: 'reliability',
  delay_issuance: 'reliability',
  delivery_pickup: 'reliability',
  office_queue_wait: 'responsiveness',
  staff_conduct: 'assurance',
  broker_extortion: 'assurance',
  inconsistent_information: 'reliability',
  facility_access: 'empathy',
  other: 'responsiveness',
}

/** Words that make it another one: things one can touch; money that does not come back. */
const TURNED: readonly (readonly [ComplaintLabel, readonly string[], ServqualDimension])[] = [
  ['facility_access', ['toilet', 'ruang', 'parkir', 'kotor', 'panas'], 'tangibles'],
  ['payment_billing', ['refund', 'kembali', 'ditolak'], 'assurance'],
]

/** The dimension of a complaint of this label, told in these words (`tokensOf`). */
export function servqualDimension(category: ComplaintLabel, words: readonly string[]): ServqualDimension {
  const turned = TURNED.find(
    ([label, telling]) => label === category && telling.some((one) => words.includes(one)),
  )
  return turned?.[2] ?? SERVQUAL[category]
}
