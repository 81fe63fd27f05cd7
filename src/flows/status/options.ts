import { end, go, handOver, type Option } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { StatusData, StatusStep } from './handle.ts'

/** Ways on that several questions offer. */

export const ENOUGH: Option<StatusData, StatusStep> = {
  id: 'enough',
  means: 'done',
  label: t('status.enough'),
  hears: 'status.enough',
  to: end({ after: 'menu' }),
}

export const PERSON: Option<StatusData, StatusStep> = {
  id: 'person',
  label: t('status.person'),
  hears: 'status.person',
  to: handOver('status'),
}

export const AGAIN: Option<StatusData, StatusStep> = {
  id: 'again',
  label: t('status.again'),
  hears: 'status.again',
  to: go('number'),
}
