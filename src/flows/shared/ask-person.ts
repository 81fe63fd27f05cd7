import { handOver, type Option } from '../engine/flow.ts'
import { t } from '../engine/text.ts'

/** Where something is not sure: a person is asked, under this menu entry; a question that was put in words goes along at once. */
export function askPersonOption<D, S extends string>(topic: string, question?: string): Option<D, S> {
  const to = handOver<D>(topic, question === undefined ? {} : { question })
  return { id: 'ask', means: 'yes', label: t('doubt.yes'), hears: 'doubt.yes', to }
}
