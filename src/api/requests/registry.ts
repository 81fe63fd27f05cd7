import { z } from 'zod'
import { dayField } from './fields.ts'

/** Requests about places and applications. Rows are checked one by one by the desk, so that good ones are in whatever the others are. */

/** Rows of one call. */
const MOST_ROWS = 1_000

const cell = (description: string) => z.string().max(1000).nullable().optional().meta({ description })
const dayCell = (description: string) => cell(`${description}: \`2026-11-23\` or \`23/11/2026\``)

export const QuotaQuery = z.strictObject({
  office: z.string().max(20).optional(),
  from: dayField.optional().meta({ description: 'First day; today when absent' }),
})

export const QuotaRow = z
  .strictObject({
    office: cell('Code of the office'),
    day: dayCell('Day of the visit'),
    left: z
      .union([z.int(), z.string().max(1000)])
      .nullable()
      .optional()
      .meta({ description: 'Places left' }),
    unit: cell('`office` (when absent), `ulp`, `mpp` or `ukk`'),
    lane: cell('`regular` (when absent), `express`, `priority` or `bap`'),
    half: cell('`morning` or `afternoon`; the whole day when absent'),
  })
  .meta({ id: 'QuotaRow' })

export const QuotaRequest = z
  .strictObject({ figures: z.array(QuotaRow).min(1).max(MOST_ROWS) })
  .meta({ id: 'QuotaRequest' })

export const ApplicationQuery = z.strictObject({
  number: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'As it is written, blanks and dashes do not matter' }),
})

export const ApplicationRow = z
  .strictObject({
    number: cell('Number of the application, as text'),
    birth: dayCell('Birth date of the applicant: the proof of identity, kept only as a keyed hash'),
    office: cell('Code of the office'),
    status: cell('Code of the status, or one of its usual names'),
    name: cell('Masked before it is kept'),
    visitDay: dayCell('Day of the visit'),
    interviewDay: dayCell('Day the interview was approved'),
    issuedDay: dayCell('Day the passport was ready'),
  })
  .meta({ id: 'ApplicationRow' })

export const ApplicationsRequest = z
  .strictObject({ applications: z.array(ApplicationRow).min(1).max(MOST_ROWS) })
  .meta({ id: 'ApplicationsRequest' })

export const ImportQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: '`true`: look only, nothing is entered' }),
})
