import type { QuotaFigure } from '../../../../model/quota/figures.ts'
import { prepared, rowsOf } from '../statement.ts'

// SQL because figures come and are looked up by the hundred, and a later entry of the same place wins.

type Half = 'day' | 'morning' | 'afternoon'

interface FigureRow extends Pick<QuotaFigure, 'office' | 'day' | 'unit' | 'lane' | 'left'> {
  readonly half: Half
}

const FIGURE = {
  office: 'text',
  day: 'date',
  unit: '"QuotaUnit"',
  lane: '"QuotaLane"',
  half: '"QuotaHalf"',
  left: 'int',
} as const

export const upsertFigures = prepared<
  { readonly rows: readonly FigureRow[]; readonly at: number; readonly by: string },
  never
>(
  'enter figures',
  `INSERT INTO quota_figure (office, day, unit, lane, half, "left", entered_at, entered_by)
    SELECT x.office, x.day, x.unit, x.lane, x.half, x."left", to_timestamp(:at::float8 / 1000), :by FROM ${rowsOf<FigureRow>('rows', FIGURE)}
    ON CONFLICT (office, day, unit, lane, half) DO UPDATE SET "left" = excluded."left", entered_at = excluded.entered_at,
      entered_by = excluded.entered_by`,
)

export const figuresOfOffices = prepared<
  { readonly offices: readonly string[]; readonly from: string },
  FigureRow & { enteredAt: Date }
>(
  'figures',
  `SELECT office, day, unit, lane, half, "left", entered_at AS "enteredAt" FROM quota_figure
    WHERE office = ANY(:offices::text[]) AND day >= :from::date ORDER BY day`,
)
