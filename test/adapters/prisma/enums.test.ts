import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appliedMigrations, migrate, recreateSchema } from '../../../src/adapters/postgres/migrate.ts'
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

const ENUMS = '20261121060000_enums'

/** The tables as they were before, with one row of each kind that has a space in its name, and a watch that was told nothing. */
async function before(state = 'pending'): Promise<void> {
  const names = await appliedMigrations(client)
  await recreateSchema(
    client,
    names.filter((name) => name < ENUMS),
  )
  const chat = randomUUID()
  await client.query(
    `INSERT INTO chat (id, channel, address, address_hash, office) VALUES ($1, 'web', 'encrypted', 'h', 'KPG')`,
    [chat],
  )
  await client.query(
    `INSERT INTO inbound (id, chat_id, external_id, kind, content) VALUES (gen_random_uuid(), $1, 'x', 'ticket changed', '{}')`,
    [chat],
  )
  await client.query(
    `INSERT INTO timer (id, chat_id, kind, name, key, due_at, data) VALUES (gen_random_uuid(), $1, 'quota opened', 'n', 'k', now(), '{}')`,
    [chat],
  )
  await client.query(
    `INSERT INTO outbound (id, chat_id, text, state, failure) VALUES (gen_random_uuid(), $1, 'halo', $2, 'unknown-address')`,
    [chat, state],
  )
  await client.query(
    `INSERT INTO application_watch (application_id, chat_id, status, until) VALUES ('a', $1, '', '2027-01-01'), ('b', $1, 'DICETAK', '2027-01-01')`,
    [chat],
  )
}

const columns = async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows

test('rows of before keep their values, and who was told nothing is told nothing', async () => {
  await before()
  expect(await migrate(client)).toContain(ENUMS)
  expect(
    await columns('SELECT i.kind, t.kind, o.state, o.failure FROM inbound i, timer t, outbound o'),
  ).toEqual([['ticket changed', 'quota opened', 'pending', 'unknown-address']])
  expect(await columns('SELECT status FROM application_watch ORDER BY application_id')).toEqual([
    [null],
    ['DICETAK'],
  ])
  expect(
    await columns(`SELECT indexdef LIKE '%pending%' FROM pg_indexes WHERE indexname = 'outbound_pending'`),
  ).toEqual([[true]])
})

test('a row with a state that is none of the list stops the migration, which leaves nothing', async () => {
  await before('lost')
  await expect(migrate(client)).rejects.toThrow(
    `migration ${ENUMS}: invalid input value for enum "OutboundState": "lost"`,
  )
  expect(await appliedMigrations(client)).not.toContain(ENUMS)
  expect(await columns('SELECT state FROM outbound')).toEqual([['lost']])
})
