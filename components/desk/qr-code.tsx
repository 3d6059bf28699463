import { encode } from 'uqr'

type Props = { text: string; label: string }

/** A text as a QR code, dark on white in any scheme, or cameras would not read it. */
export function QrCode({ text, label }: Props) {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  )
}
