import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import type { QuotaData } from './handle.ts'

/** The news that places were entered at a watched office. */

/** The office such news is about. */
export function openedOffice({ figures }: QuotaData): string {
  return (figures === 'away' ? undefined : figures?.[0]?.office) ?? ''
}

export function openedText({ world, data }: StepContext<QuotaData>): Text {
  const figures = data.figures === 'away' ? [] : (data.figures ?? [])
  const name = world.offices.find((one) => one.code === openedOffice(data))?.name ?? ''
  return t('quota.opened', { office: name, count: figures.reduce((sum, { left }) => sum + left, 0) })
}
