import type { ChoiceOption } from '../../src/model/understanding/answers/choice.ts'
import { phraseSet } from '../../src/model/understanding/normalise.ts'

type Means = NonNullable<ChoiceOption['means']>

/** Options numbered from 1: `id | label / label in another language | phrases | what it means`. */
export function optionList(...rows: readonly string[]): readonly ChoiceOption[] {
  return rows.map((row, at) => {
    const [id = '', labels = '', phrases = '', means = ''] = row.split('|').map((part) => part.trim())
    const meant = (['yes', 'no', 'done', 'unknown', 'none'] as const).find(
      (one): one is Means => one === means,
    )
    return {
      id,
      number: at + 1,
      labels: labels.split(' / '),
      phrases: phraseSet(phrases),
      ...(meant && { means: meant }),
    }
  })
}
