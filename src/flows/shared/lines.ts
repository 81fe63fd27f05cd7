import { t, type Text } from '../engine/text.ts'

/** Several texts as one message, each on its own line. */
export function lines(...texts: readonly (Text | null)[]): Text {
  return texts
    .filter((text) => text !== null)
    .reduce((above, below) => t('joined', { above: { text: above }, below: { text: below } }))
}
