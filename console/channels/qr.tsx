import { create } from 'qrcode'

const QUIET = 4

/** `text` as a QR code: one path, drawn module by module (attributes only, so no style policy is broken). */
export function Qr({ text }: { readonly text: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'L' })
  const cells = Array.from(modules.data, (dark, at) =>
    dark ? `M${(at % modules.size) + QUIET} ${Math.floor(at / modules.size) + QUIET}h1v1h-1z` : '',
  )
  const side = modules.size + 2 * QUIET
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label="QR" shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={cells.join('')} fill="#000" />
    </svg>
  )
}
