/** The labels a message can have: what it wants, and what a complaint is about. Outsiders rely on them. */

export const INTENT_LABELS = [
  'greeting',
  'thanks',
  'menu',
  'human',
  'requirements',
  'cost',
  'payment',
  'quota',
  'reschedule',
  'status',
  'app_problem_help',
  'office_info',
  'complaint',
  'stop_or_cancel',
  'other_out_of_scope',
] as const
/** What a message wants. */
export type IntentLabel = (typeof INTENT_LABELS)[number]

export const COMPLAINT_LABELS = [
  'app_error_crash',
  'app_login',
  'app_otp_email',
  'app_upload',
  'quota_full',
  'reschedule_problem',
  'payment_billing',
  'data_mismatch_nik',
  'delay_issuance',
  'delivery_pickup',
  'office_queue_wait',
  'staff_conduct',
  'broker_extortion',
  'inconsistent_information',
  'facility_access',
  'other',
] as const
/** What a complaint is about. */
export type ComplaintLabel = (typeof COMPLAINT_LABELS)[number]

/** What somebody does by a message, besides what it is about; several may hold. */
export const ACTS = [
  'yes',
  'no',
  'done',
  'unknown',
  'unable',
  'what',
  'why',
  'correction',
  'refusal',
  'person',
  'thanks',
  'greeting',
  'salam',
  'help',
  'fear',
  'anger',
  'danger',
  'misconduct',
  'secrecy',
  'urgency',
  'withdrawal',
  'progress',
  'death',
  'illness',
  'disaster',
  'theft',
  'missed',
  'repeat',
  'question',
] as const
export type Act = (typeof ACTS)[number]
/** Acts, and whether something is told or named beside them. */
export const ACT_LABELS = [...ACTS, 'topic'] as const

/** The five dimensions of service quality (SERVQUAL). */
export type ServqualDimension = 'tangibles' | 'reliability' | 'responsiveness' | 'assurance' | 'empathy'
