import type { Preview } from '../engine/hooks.ts'
import { costHandle } from './handle.ts'

const KINDS = ['plain', 'electronic'] as const
const YEARS = [5, 10] as const
const FINES = ['lost', 'damaged', 'disaster'] as const

/** Every price an adult may be told, and where to pay it. */
export function costPreviews(): readonly Preview[] {
  const adult = { who: 'adult', why: 'none' } as const
  const books = KINDS.flatMap((kind) => YEARS.map((years) => ({ ...adult, kind, years })))
  const best = { ...adult, kind: 'electronic', years: 10 } as const
  const sums = [...books, { ...best, express: true }, ...FINES.map((why) => ({ ...best, why }))]
  const targets = [
    costHandle.at('price', adult),
    ...sums.map((data) => costHandle.at('price', data)),
    costHandle.at('where'),
  ]
  return targets.map((target) => ({ target }))
}
