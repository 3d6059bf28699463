import { canvas, colours, fonts } from './palette'

type Attributes = Record<string, string | number | undefined>

export interface TextStyle {
  size?: number
  fill?: string
  family?: string
  weight?: number
  italic?: boolean
  anchor?: 'start' | 'middle' | 'end'
  spacing?: number
  rotate?: number
  halo?: string
}

export interface LineStyle {
  stroke?: string
  width?: number
  dash?: string
  fill?: string
  opacity?: number
}

export type Point = readonly [x: number, y: number]

/** Two decimals are a fiftieth of a pixel: enough, and a third of the text. */
export const round = (value: number): number => Math.round(value * 100) / 100

export const radians = (degrees: number): number => (degrees * Math.PI) / 180

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

function element(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeText(String(value))}"`)
    .join('')
  return `<${name}${written}>${children}</${name}>`
}

/** A line of text; with a halo it is stroked first, so that it stays readable across a border or a river. */
export function text(words: string, x: number, y: number, style: TextStyle = {}): string {
  const { size = 22, fill = colours.ink, family = fonts.sans, weight = 400, anchor = 'start', halo } = style
  return element(
    'text',
    {
      x,
      y,
      fill,
      'font-family': family,
      'font-size': size,
      'font-weight': weight,
      'font-style': style.italic ? 'italic' : undefined,
      'text-anchor': anchor,
      'letter-spacing': style.spacing,
      transform: style.rotate ? `rotate(${round(style.rotate)} ${round(x)} ${round(y)})` : undefined,
      stroke: halo,
      'stroke-width': halo ? size * 0.2 : undefined,
      'stroke-linejoin': halo ? 'round' : undefined,
      'paint-order': halo ? 'stroke' : undefined,
    },
    escapeText(words),
  )
}

/** Several lines, the block centred on y. */
export function textLines(lines: readonly string[], x: number, y: number, style: TextStyle & { leading?: number } = {}): string {
  const leading = style.leading ?? (style.size ?? 22) * 1.25
  const top = y - ((lines.length - 1) * leading) / 2
  return lines.map((line, index) => text(line, x, top + index * leading, style)).join('')
}

export function path(d: string, style: LineStyle = {}): string {
  return element('path', {
    d,
    fill: style.fill ?? 'none',
    stroke: style.stroke,
    'stroke-width': style.stroke ? (style.width ?? 1) : undefined,
    'stroke-dasharray': style.dash,
    'stroke-linejoin': 'round',
    'stroke-linecap': style.dash ? 'butt' : 'round',
    opacity: style.opacity,
  })
}

const pointList = (points: readonly Point[]): string => points.map(([x, y]) => `${round(x)},${round(y)}`).join('L')

export const polyline = (points: readonly Point[], style: LineStyle): string => path(`M${pointList(points)}`, style)

export const polygon = (points: readonly Point[], style: LineStyle): string => path(`M${pointList(points)}Z`, style)

export const line = (from: Point, to: Point, style: LineStyle = {}): string =>
  polyline([from, to], { stroke: colours.hairline, ...style })

export function circle(centre: Point, r: number, style: LineStyle = {}): string {
  return element('circle', {
    cx: centre[0],
    cy: centre[1],
    r,
    fill: style.fill ?? 'none',
    stroke: style.stroke,
    'stroke-width': style.stroke ? (style.width ?? 1) : undefined,
    'stroke-dasharray': style.dash,
    opacity: style.opacity,
  })
}

export function rectangle(x: number, y: number, width: number, height: number, style: LineStyle = {}): string {
  return element('rect', {
    x,
    y,
    width,
    height,
    fill: style.fill ?? 'none',
    stroke: style.stroke,
    'stroke-width': style.stroke ? (style.width ?? 1) : undefined,
    opacity: style.opacity,
  })
}

/** A straight arrow with a small open head; drawn by hand because markers look different at every stroke width. */
export function arrow(from: Point, to: Point, style: LineStyle & { head?: number } = {}): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  const head = style.head ?? 10
  const barb = (turn: number): Point => [to[0] - head * Math.cos(angle + turn), to[1] - head * Math.sin(angle + turn)]
  const stroke = { stroke: colours.ink, width: 1.6, ...style }
  return polyline([from, to], stroke) + polyline([barb(0.45), to, barb(-0.45)], stroke)
}

/** A whole picture on its background. */
export function picture(body: string, background: string = colours.paper): string {
  const { width, height } = canvas
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `width="${width * canvas.pixelsPerUnit}" height="${height * canvas.pixelsPerUnit}">` +
    `${rectangle(0, 0, width, height, { fill: background })}${body}</svg>`
  )
}
