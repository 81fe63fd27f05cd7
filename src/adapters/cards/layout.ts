import { readdirSync, readFileSync } from 'node:fs'
import type { Card, CardLine } from '../../model/messages/card.ts'

/** Where everything stands on a card, as the tree of boxes that satori lays out. Sizes in pixels. */

/** A phone shows it across its whole width; twice the letters of a chat. */
export const CARD_WIDTH = 800

const INK = '#16282d'
const SOFT = '#47595e'
const DEEP = '#0b4f5c'
const SKY = '#eaf1f2'
const LINE = '#c4d3d6'
const DONE = '#1f6b45'

interface Box {
  readonly type: string
  readonly props: Readonly<Record<string, unknown>>
}

type Style = Readonly<Record<string, string | number>>

export function layoutCard({ title, parts }: Card): Box {
  return box(
    { flexDirection: 'column', width: CARD_WIDTH, backgroundColor: '#fff', color: INK, fontSize: 40 },
    box({ backgroundColor: DEEP, color: '#fff', padding: '32px 40px', fontSize: 48, fontWeight: 700 }, title),
    ...parts.flatMap(({ heading, lines }) => [
      ...(heading === null ? [] : [headingBox(heading)]),
      ...lines.map((line, at) => lineBox(line, at === 0)),
    ]),
  )
}

function headingBox(heading: string): Box {
  return box(
    { backgroundColor: SKY, color: DEEP, padding: '16px 40px', fontSize: 34, fontWeight: 700 },
    heading,
  )
}

function lineBox({ icon, text, note, have }: CardLine<string>, isFirst: boolean): Box {
  return box(
    {
      alignItems: 'center',
      gap: 30,
      margin: '0 40px',
      padding: '20px 0',
      ...(!isFirst && { borderTop: `2px solid ${LINE}` }),
    },
    image(pictogram(icon), 104),
    box(
      { flexDirection: 'column', flex: 1, lineHeight: 1.2 },
      box({ fontWeight: 700 }, text),
      ...(note === null ? [] : [box({ color: SOFT, fontSize: 32, marginTop: 4 }, note)]),
    ),
    ...(have === null ? [] : [tickBox(have)]),
  )
}

/** An empty square to tick with a pen, or a tick. */
function tickBox(have: boolean): Box {
  const mark = `<path d="m12 31 12 13 24-29" fill="none" stroke="${DONE}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`
  const frame = `<rect x="4" y="4" width="52" height="52" rx="8" fill="#fff" stroke="${have ? DONE : SOFT}" stroke-width="4"/>`
  return image(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60" width="60" height="60">${frame}${have ? mark : ''}</svg>`,
    60,
  )
}

function box(style: Style, ...children: readonly (Box | string)[]): Box {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } }
}

function image(svg: string, size: number): Box {
  const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return { type: 'img', props: { src, width: size, height: size } }
}

// from here and from `build` alike
const FOLDER = new URL('../../../src/adapters/cards/icons/', import.meta.url)
const icons = new Map(
  readdirSync(FOLDER).map((name) => [name.replace('.svg', ''), readFileSync(new URL(name, FOLDER), 'utf8')]),
)

/** @throws when there is no such pictogram, naming it. */
function pictogram(name: string): string {
  const found = icons.get(name)
  if (!found) throw new Error(`no pictogram ${name}`)
  return found
}
