import type { GeoProjection } from 'd3-geo'
import { type Labels, widthOf } from './labels'
import type { AreaLabel, Place, PlaceRank } from './map-spec'
import { colours, fonts } from './palette'
import { circle, type Point, rectangle, type TextStyle, text, textLines } from './svg'

interface PlaceLook {
  size: number
  dot: number
  style: TextStyle
}

const looks: Record<PlaceRank, PlaceLook> = {
  subject: { size: 44, dot: 10, style: { family: fonts.serif, weight: 700, fill: colours.ink } },
  city: { size: 25, dot: 5.5, style: { weight: 400, fill: colours.ink } },
  town: { size: 20, dot: 4, style: { fill: colours.muted } },
  stop: { size: 22, dot: 5.5, style: { fill: colours.ink } },
}

const HALO = '#f6f2e9'

const areaStyles: Record<AreaLabel['kind'], TextStyle> = {
  country: { size: 22, fill: '#857a66', spacing: 4.5, weight: 500 },
  region: { size: 22, fill: '#857a66', family: fonts.serif, italic: true, spacing: 1 },
  water: { size: 27, fill: colours.water, family: fonts.serif, italic: true, spacing: 1 },
  strait: { size: 32, fill: colours.accent, family: fonts.serif, italic: true, weight: 700 },
  river: { size: 20, fill: colours.water, family: fonts.serif, italic: true, halo: HALO },
}

/** The name of a country, a sea, a region or a river, centred on its point. */
export function drawAreaLabel(label: AreaLabel, projection: GeoProjection, labels: Labels): string {
  const [x, y] = project(projection, label.at)
  const style = areaStyles[label.kind]
  const size = label.size ?? style.size ?? 22
  const words = label.kind === 'country' ? label.name.toUpperCase() : label.name
  const rows = words.split('\n')
  const width = Math.max(...rows.map((row) => widthOf(row, size * (label.kind === 'country' ? 1.2 : 0.85), style.spacing)))
  const height = rows.length * size * 1.2
  const upright = !label.rotate || Math.abs(label.rotate) < 20
  // A steep name is kept clear along its middle only: a slanting box would claim land it does not touch.
  const [w, h] = upright ? [width, height] : [Math.min(width, height) * 1.4, Math.min(width * 0.7, 160)]
  labels.reserve(label.name.replace('\n', ' '), { x: x - w / 2, y: y - h / 2, width: w, height: h })
  return textLines(rows, x, y + size * 0.33, { ...style, size, anchor: 'middle', rotate: label.rotate })
}

/** All dots are reserved before any name is set, so that no name ever lies on another town. */
export function drawPlaces(places: readonly Place[], projection: GeoProjection, labels: Labels): string {
  const dots = places.map((place) => ({ place, look: looks[place.rank], at: project(projection, place.at) }))
  for (const { place, look, at } of dots) {
    const reach = look.dot
    labels.reserve(`the dot of ${place.name}`, {
      x: at[0] - reach,
      y: at[1] - reach,
      width: reach * 2,
      height: reach * 2,
    })
  }
  const marks = dots.map(({ place, at }) => drawDot(place.rank, at))
  const names = dots.map(({ place, look, at }) => {
    const spot = labels.beside(place.name, at, look.size, look.dot + 7, place.side)
    return text(place.name, spot.x, spot.y, { ...look.style, size: look.size, anchor: spot.anchor, halo: HALO })
  })
  return marks.join('') + names.join('')
}

function drawDot(rank: PlaceRank, at: Point): string {
  const { dot } = looks[rank]
  switch (rank) {
    case 'subject':
      return rectangle(at[0] - dot, at[1] - dot, dot * 2, dot * 2, { fill: colours.accent, stroke: HALO, width: 2 })
    case 'stop':
      return circle(at, dot, { fill: HALO, stroke: colours.accent, width: 2.6 })
    case 'city':
      return circle(at, dot, { fill: colours.ink, stroke: HALO, width: 1.5 })
    case 'town':
      return circle(at, dot, { fill: colours.muted, stroke: HALO, width: 1.2 })
  }
}

function project(projection: GeoProjection, [lon, lat]: readonly [number, number]): Point {
  const point = projection([lon, lat])
  if (!point) throw new Error(`${lon}, ${lat} is not on this map`)
  return point
}
