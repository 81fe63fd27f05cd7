import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHANNELS } from '../../../src/model/messages/channel.ts'
import { DELIVERY_FAILURES } from '../../../src/model/messages/delivery-failure.ts'
import { APPLICATION_STATUSES } from '../../../src/model/applications/status.ts'
import { CONFIDENCES } from '../../../src/model/facts/fact.ts'
import { ROLES } from '../../../src/model/officer.ts'
import { TICKET_EVENTS, TICKET_KINDS, TICKET_STATES } from '../../../src/model/tickets/lifecycle.ts'
import { COMPLAINT_LABELS } from '../../../src/model/understanding/labels.ts'
import { freshDatabase } from '../../support/database.ts'

/** What the program calls a state or a kind is what the database takes. Lists that are types only are checked by the compiler. */

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  client = new pg.Client(database.url)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

test.each([
  ['Channel', CHANNELS],
  ['DeliveryFailure', Object.keys(DELIVERY_FAILURES)],
  ['ApplicationStatus', APPLICATION_STATUSES],
  ['FactConfidence', CONFIDENCES],
  ['Role', ROLES],
  ['TicketEventKind', TICKET_EVENTS],
  ['TicketKind', TICKET_KINDS],
  ['TicketState', TICKET_STATES],
  ['ComplaintLabel', COMPLAINT_LABELS],
])('%s holds the words of the model, in their order', async (name, words) => {
  const { rows } = await client.query<{ word: string }>(
    `SELECT enumlabel AS word FROM pg_enum WHERE enumtypid = to_regtype(quote_ident($1)) ORDER BY enumsortorder`,
    [name],
  )
  expect(rows.map(({ word }) => word)).toEqual([...words])
})

test('a state that is none of the list is refused', async () => {
  const insert = `INSERT INTO holiday (date, name, status, source) VALUES ('2026-11-21', 'x', 'perhaps', 'test')`
  await expect(client.query(insert)).rejects.toThrow('HolidayStatus')
})
