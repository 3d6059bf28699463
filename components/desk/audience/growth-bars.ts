type Growth = { day: string; confirmed: number; left: number }

/** A day's bars: from the line up who confirmed, from the line down who left. */
export type GrowthBar = { day: string; x: number; width: number; up: number; down: number }

/** Of a day's place how much its bars take. */
const share = 0.7

/**
 * The bars of a chart of that size, and how far down the line between them lies: both ways have one scale, and the highest bars reach the edges.
 * Time runs from left to right in every language, as on a clock's chart.
 */
export function growthBars(
  growth: readonly Growth[],
  { width, height }: { width: number; height: number },
): { bars: GrowthBar[]; line: number } {
  const highest = Math.max(0, ...growth.map(({ confirmed }) => confirmed))
  const lowest = Math.max(0, ...growth.map(({ left }) => left))
  const whole = highest + lowest
  const scale = whole === 0 ? 0 : height / whole
  const place = growth.length === 0 ? width : width / growth.length
  const bars = growth.map(({ day, confirmed, left }, at) => ({
    day,
    x: rounded(at * place + (place * (1 - share)) / 2),
    width: rounded(place * share),
    up: rounded(confirmed * scale),
    down: rounded(left * scale),
  }))
  return { bars, line: whole === 0 ? height : rounded(highest * scale) }
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10
}
