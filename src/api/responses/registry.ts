import { z } from 'zod'
import { APPLICATION_STATUSES } from '../../model/applications/status.ts'

/** Answers about places and applications. */

const moment = z.iso.datetime()
const dayOrNull = z.iso.date().nullable()

export const Quota = z
  .object({
    items: z.array(
      z.object({
        office: z.string(),
        unit: z.enum(['office', 'ulp', 'mpp', 'ukk']),
        lane: z.enum(['regular', 'express', 'priority', 'bap']),
        day: z.iso.date(),
        half: z.enum(['morning', 'afternoon']).nullable().meta({ description: 'null: the whole day' }),
        left: z.int(),
        enteredAt: moment,
        enteredBy: z.string().meta({ description: 'An officer’s id, or the name of an import' }),
      }),
    ),
  })
  .meta({ id: 'Quota' })

export const Application = z
  .object({
    number: z.string(),
    office: z.string(),
    status: z.enum(APPLICATION_STATUSES),
    name: z.string().nullable().meta({ description: 'Masked; the full name is not kept' }),
    visitDay: dayOrNull,
    interviewDay: dayOrNull,
    issuedDay: dayOrNull,
    enteredAt: moment,
    enteredBy: z.string().meta({ description: 'An officer’s id, or the name of an import' }),
  })
  .meta({ id: 'Application' })

export const RowsReport = z
  .object({
    entered: z.int().meta({ description: 'Rows that are in' }),
    problems: z.array(
      z.object({
        row: z.int().meta({ description: 'Which of the rows, counted from 1' }),
        field: z.string(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'RowsReport' })

export const ImportReport = z
  .object({
    dryRun: z.boolean(),
    rows: z.int(),
    entered: z.int().meta({ description: 'Good rows that are in; in a dry run: that would be' }),
    leftOut: z.int(),
    twice: z.int().meta({ description: 'Of the good ones: stood in the file before. The last one counts' }),
    ignored: z.array(z.string()).meta({ description: 'Titles of columns that were not read' }),
    problems: z.array(
      z.object({
        row: z.int().meta({ description: 'Line of the file, counted from 1' }),
        field: z.string().meta({ description: '`row`: the row as a whole' }),
        reason: z.string().meta({ description: '`twice` is in all the same; every other row is left out' }),
      }),
    ),
    moreProblems: z.int().meta({ description: 'How many there are beyond those named' }),
  })
  .meta({ id: 'ImportReport' })
