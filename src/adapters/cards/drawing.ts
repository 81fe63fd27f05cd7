import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import satori from 'satori'
import type { Card } from '../../model/messages/card.ts'
import { layoutCard, CARD_WIDTH } from './layout.ts'

/** A process of its own (see `createCards`): takes orders from its parent and ends with it. */

export interface DrawRequest {
  readonly id: number
  readonly card: Card
}

export type DrawResponse =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly error: string }

/** Atkinson Hyperlegible: made so that letters are not taken for one another by eyes that see little. */
const WEIGHTS = [400, 700] as const
const { resolve } = createRequire(import.meta.url)
const fonts = WEIGHTS.map((weight) => ({
  name: 'Atkinson Hyperlegible',
  weight,
  data: readFileSync(
    resolve(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff`),
  ),
}))

async function png(card: Card): Promise<Uint8Array> {
  const svg = await satori(layoutCard(card) as Parameters<typeof satori>[0], { width: CARD_WIDTH, fonts })
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
}

process.on('message', ({ id, card }: DrawRequest) => {
  png(card).then(
    (drawn) => answer({ id, png: drawn }),
    (error: unknown) => answer({ id, error: String(error) }),
  )
})

function answer(drawn: DrawResponse): void {
  process.send?.(drawn)
}
