import type pg from 'pg'
import type { ChannelReport } from '../../../desk/ports/ledger.ts'

/** See `Ledger.doorStates`. */
export async function writeChannelStates(pool: pg.Pool, reports: readonly ChannelReport[]): Promise<void> {
  await pool.query(
    `INSERT INTO channel_state (channel, state, detail, secret, last_in, last_out, refused, at)
      SELECT channel, state, detail, secret, to_timestamp(last_in / 1000), to_timestamp(last_out / 1000), refused, now()
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::int[])
          x(channel, state, detail, secret, last_in, last_out, refused)
      ON CONFLICT (channel) DO UPDATE SET state = excluded.state, detail = excluded.detail, secret = excluded.secret, at = now(),
        last_in = greatest(excluded.last_in, channel_state.last_in), last_out = greatest(excluded.last_out, channel_state.last_out),
        refused = channel_state.refused + excluded.refused`,
    [
      reports.map((report) => report.channel),
      reports.map((report) => report.state),
      reports.map((report) => report.detail ?? null),
      reports.map((report) => report.secret),
      reports.map((report) => report.lastIn),
      reports.map((report) => report.lastOut),
      reports.map((report) => report.refused),
    ],
  )
}
