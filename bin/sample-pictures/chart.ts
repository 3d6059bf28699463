import { colours, fonts } from './palette'
import { line, type Point, type TextStyle, text } from './svg'

export interface Frame {
  left: number
  right: number
  top: number
  bottom: number
}

/** A straight scale from values to positions. */
export const scale =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number =>
    start + ((value - from) / (to - from)) * (end - start)

export const axisText: TextStyle = { size: 21, fill: colours.muted }
export const nameText: TextStyle = { size: 25, fill: colours.ink }
export const figureText: TextStyle = { size: 25, fill: colours.ink, weight: 700 }
export const noteText: TextStyle = { size: 20, fill: colours.muted, family: fonts.serif, italic: true }

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Days before each month of a year that is not a leap year. */
const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Month names along the foot of a chart, with a hairline where each month begins. */
export function monthAxis(frame: Frame, x: (dayOfYear: number) => number, months: readonly [number, number] = [0, 11]): string {
  return MONTHS.map((name, month) => {
    if (month < months[0] || month > months[1]) return ''
    const start = MONTH_STARTS[month] ?? 0
    const middle = (start + (MONTH_STARTS[month + 1] ?? 365)) / 2
    return (
      line([x(start), frame.top], [x(start), frame.bottom]) +
      text(name, x(middle), frame.bottom + 34, { ...axisText, anchor: 'middle' })
    )
  }).join('')
}

/** Level hairlines with their values at the left. */
export function valueAxis(
  frame: Frame,
  y: (value: number) => number,
  ticks: readonly number[],
  words: (tick: number) => string,
): string {
  return ticks
    .map(
      (tick) =>
        line([frame.left, y(tick)], [frame.right, y(tick)]) +
        text(words(tick), frame.left - 14, y(tick) + 7, { ...axisText, anchor: 'end' }),
    )
    .join('')
}

export const onCircle = ([x, y]: Point, radius: number, degrees: number): Point => [
  x + radius * Math.sin((degrees * Math.PI) / 180),
  y - radius * Math.cos((degrees * Math.PI) / 180),
]
