import { canvas } from './palette'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export type Side = 'e' | 'w' | 'n' | 's' | 'ne' | 'nw' | 'se' | 'sw'

const SIDES: readonly Side[] = ['e', 'w', 'ne', 'nw', 'se', 'sw', 'n', 's']
const MARGIN = 8

/** Close enough to Lato and Gentium for keeping labels apart; nothing is set by it. */
export const widthOf = (words: string, size: number, spacing = 0): number => words.length * (size * 0.53 + spacing)

export interface PlacedLabel {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

export interface Labels {
  /** Keeps room for something already drawn; says so when it is already taken, which is the artist's cue to move it. */
  reserve: (what: string, box: Box) => void
  /** Puts a label beside a dot, on the wished side or on the first free one. */
  beside: (words: string, dot: readonly [number, number], size: number, reach: number, wish?: Side) => PlacedLabel
}

export function createLabels(picture: string): Labels {
  const taken: Array<Box & { what: string }> = []
  const blocker = (box: Box): string | undefined =>
    isOutside(box) ? 'the edge' : taken.find((other) => intersect(other, box))?.what

  const reserve = (what: string, box: Box): void => {
    const blocked = blocker(box)
    if (blocked) console.warn(`${picture}: ${what} meets ${blocked}`)
    taken.push({ ...box, what })
  }

  return {
    reserve,
    beside: (words, dot, size, reach, wish) => {
      const order = wish ? [wish, ...SIDES.filter((side) => side !== wish)] : SIDES
      const spots = order.map((side) => spotBeside(side, dot, widthOf(words, size), size, reach))
      const [first] = spots
      const spot = wish ? first : (spots.find(({ box }) => !blocker(box)) ?? first)
      if (!spot) throw new Error('a label has no side to stand on')
      reserve(words, spot.box)
      return spot.label
    },
  }
}

function spotBeside(side: Side, [x, y]: readonly [number, number], width: number, size: number, reach: number) {
  const diagonal = side.length === 2
  const dx = side.includes('e') ? 1 : side.includes('w') ? -1 : 0
  const dy = side.includes('n') ? -1 : side.includes('s') ? 1 : 0
  const labelX = x + dx * (diagonal ? reach * 0.6 : reach)
  const baseline = y + size * 0.34 + dy * (diagonal ? size * 0.62 : size * 0.5 + reach * 0.9)
  const anchor = dx > 0 ? ('start' as const) : dx < 0 ? ('end' as const) : ('middle' as const)
  const left = labelX - (dx > 0 ? 0 : dx < 0 ? width : width / 2)
  return {
    label: { x: labelX, y: baseline, anchor },
    box: { x: left, y: baseline - size * 0.78, width, height: size * 0.98 },
  }
}

const intersect = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const isOutside = ({ x, y, width, height }: Box): boolean =>
  x < MARGIN || y < MARGIN || x + width > canvas.width - MARGIN || y + height > canvas.height - MARGIN
