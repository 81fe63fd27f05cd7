import type { ChannelReport } from '../../../../desk/ports/ledger.ts'
import { rowsOf, unprepared } from '../statement.ts'

// SQL because processes that share a channel add up what they counted, and the later moment stays.

type ChannelStateRow = Pick<
  ChannelReport,
  'channel' | 'state' | 'detail' | 'secret' | 'lastIn' | 'lastOut' | 'refused'
>

const STATE = {
  channel: '"Channel"',
  state: '"ChannelHealth"',
  detail: 'text',
  secret: 'text',
  lastIn: 'float8',
  lastOut: 'float8',
  refused: 'int',
} as const

export const upsertChannelStates = unprepared<{ readonly reports: readonly ChannelStateRow[] }, never>(
  `INSERT INTO channel_state (channel, state, detail, secret, last_in, last_out, refused, at)
    SELECT channel, state, detail, secret, to_timestamp("lastIn" / 1000), to_timestamp("lastOut" / 1000), refused, now()
      FROM ${rowsOf<ChannelStateRow>('reports', STATE)}
    ON CONFLICT (channel) DO UPDATE SET state = excluded.state, detail = excluded.detail, secret = excluded.secret, at = now(),
      last_in = greatest(excluded.last_in, channel_state.last_in), last_out = greatest(excluded.last_out, channel_state.last_out),
      refused = channel_state.refused + excluded.refused`,
)
