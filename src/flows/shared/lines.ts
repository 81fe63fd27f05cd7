import type { Text } from '../engine/conversation.ts'
import { t } from '../engine/flow.ts'

/** Several texts as one message, each on its own line. */
export function lines(...texts: readonly (Text | null)[]): Text {
  return texts
    .filter((text) => text !== null)
    .reduce((above, below) => t('joined', { above: { text: above }, below: { text: below } }))
}
