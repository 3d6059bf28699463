import { geoArea, geoAzimuthalEqualArea, geoCentroid, geoDistance, geoPath } from 'd3-geo'
import type { Feature, Position } from 'geojson'
import { axisText, figureText, nameText, noteText, onCircle, scale } from './chart'
import { colours } from './palette'
import { circle, line, path, picture, polygon, radians, rectangle, text } from './svg'
import { type Country, countryNamed } from './world'

const EARTH_RADIUS = 6371.0088
const CAIRO = [31.24, 30.04] as const
const MECCA = [39.826, 21.4225] as const

const capitals = [
  ['Nicosia', 33.37, 35.17],
  ['Amman', 35.93, 31.95],
  ['Beirut', 35.5, 33.89],
  ['Damascus', 36.3, 33.51],
  ['Ankara', 32.85, 39.93],
  ['Baghdad', 44.38, 33.33],
  ['Khartoum', 32.53, 15.6],
  ['Riyadh', 46.7, 24.7],
  ['Tripoli', 13.19, 32.89],
  ['Tehran', 51.42, 35.69],
  ['Doha', 51.53, 25.29],
  ['Sanaa', 44.21, 15.35],
  ['Tunis', 10.18, 36.81],
  ['Muscat', 58.4, 23.59],
  ['Algiers', 3.06, 36.75],
  ['Rabat', -6.84, 34.02],
] as const

const grouped = new Intl.NumberFormat('en-GB')

/** Great circles on a sphere, rounded to ten kilometres: the earth's flattening is worth about that much. */
export function drawDistances(): string {
  const rows = capitals
    .map(([name, lon, lat]) => ({ name, km: geoDistance([...CAIRO], [lon, lat]) * EARTH_RADIUS }))
    .sort((a, b) => a.km - b.km)
  const x = scale([0, 4000], [290, 1080])
  const y = scale([0, rows.length - 1], [95, 715])
  const grid = [0, 1000, 2000, 3000, 4000].map(
    (km) =>
      line([x(km), 68], [x(km), 740]) +
      text(km === 0 ? 'Cairo' : `${grouped.format(km)} km`, x(km), 48, { ...axisText, anchor: 'middle' }),
  )
  const bars = rows.map(({ name, km }, index) => {
    const row = y(index)
    return [
      text(name, 262, row + 8, { ...nameText, anchor: 'end' }),
      line([x(0), row], [x(km), row], { stroke: colours.blue, width: 3 }),
      circle([x(km), row], 8, { fill: colours.accent }),
      text(grouped.format(Math.round(km / 10) * 10), x(km) + 20, row + 8, {
        ...figureText,
        size: 23,
        halo: colours.paper,
      }),
    ].join('')
  })
  return picture(grid.join('') + bars.join('') + circle([x(0), 68], 7, { fill: colours.ink }))
}

// biome-ignore format: a table
const compared = [
  'Algeria', 'Saudi Arabia', 'Sudan', 'Libya', 'Iran', 'Egypt', 'Turkey', 'Yemen', 'Iraq', 'United Arab Emirates', 'Oman', 'Syria',
  'Tunisia', 'Jordan', 'Lebanon', 'Qatar',
] as const

/**
 * Square kilometres inside the outline. Latitudes are made authalic first, so that a sphere gives the area of the
 * flattened earth; the outline itself (1:10m) is then the larger source of error.
 */
function squareKilometres(country: Country): number {
  const authalic = ([lon = 0, lat = 0]: Position): Position => [lon, lat - 0.1284 * Math.sin(radians(2 * lat))]
  const { geometry } = country
  const polygons =
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : []
  const shape: Feature = {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring) => ring.map(authalic))) },
  }
  return geoArea(shape) * 6371.0072 ** 2
}

function areaWords(km2: number): string {
  const step = 10 ** Math.max(2, Math.floor(Math.log10(km2)) - 2)
  return grouped.format(Math.round(km2 / step) * step)
}

/** Every country at the same scale, largest first. */
export function drawCountryAreas(): string {
  const shapes = compared.map((name) => ({
    name,
    country: countryNamed(name),
    km2: squareKilometres(countryNamed(name)),
  }))
  const columns = [160, 453, 747, 1040]
  const cells = shapes
    .sort((a, b) => b.km2 - a.km2)
    .map(({ name, country, km2 }, index) => {
      const x = columns[index % 4] ?? 0
      const row = Math.floor(index / 4)
      const baseline = [226, 428, 592, 742][row] ?? 0
      const middle = [114, 334, 512, 676][row] ?? 0
      return drawShape(country, x, middle) + drawShapeName(name, areaWords(km2), x, baseline)
    })
  return picture(cells.join(''))
}

function drawShape(country: Country, x: number, y: number): string {
  const [lon, lat] = geoCentroid(country)
  const projection = geoAzimuthalEqualArea()
    .rotate([-lon, -lat])
    .translate([0, 0])
    .scale(EARTH_RADIUS / 12.3)
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(country)
  projection.translate([x - (left + right) / 2, y - (top + bottom) / 2])
  return path(geoPath(projection)(country) ?? '', { fill: colours.subject, stroke: colours.border, width: 1.2 })
}

const drawShapeName = (name: string, area: string, x: number, y: number): string =>
  text(name, x, y, { ...nameText, size: 23, anchor: 'middle', weight: 700, halo: colours.paper }) +
  text(`${area} km²`, x, y + 25, { ...axisText, size: 20, anchor: 'middle', halo: colours.paper })

// biome-ignore format: a table
const praying = [
  ['Casablanca', -7.59, 33.57], ['Algiers', 3.06, 36.75], ['Tunis', 10.18, 36.81], ['Cairo', 31.24, 30.04],
  ['Istanbul', 28.98, 41.01], ['Jerusalem', 35.23, 31.78], ['Damascus', 36.3, 33.51], ['Baghdad', 44.38, 33.33],
  ['Tehran', 51.42, 35.69], ['Doha', 51.53, 25.29], ['Sanaa', 44.21, 15.35], ['Khartoum', 32.53, 15.6],
] as const

/** First bearing of the great circle, in degrees from north through east. */
function bearing([fromLon, fromLat]: readonly [number, number], [toLon, toLat]: readonly [number, number]): number {
  const turn = radians(toLon - fromLon)
  const y = Math.sin(turn) * Math.cos(radians(toLat))
  const x =
    Math.cos(radians(fromLat)) * Math.sin(radians(toLat)) - Math.sin(radians(fromLat)) * Math.cos(radians(toLat)) * Math.cos(turn)
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360
}

export function drawQibla(): string {
  const dials = praying.map(([name, lon, lat], index) => {
    const centre = [165 + (index % 4) * 290, 120 + Math.floor(index / 4) * 252] as const
    return drawDial(name, bearing([lon, lat], MECCA), centre)
  })
  return picture(dials.join(''))
}

function drawDial(name: string, degrees: number, centre: readonly [number, number]): string {
  const ticks = Array.from({ length: 24 }, (_, index) =>
    line(onCircle(centre, index % 6 === 0 ? 68 : 74, index * 15), onCircle(centre, 80, index * 15), {
      stroke: colours.rock,
      width: 1.4,
    }),
  )
  const needle = [onCircle(centre, 74, degrees), onCircle(centre, 9, degrees + 90), onCircle(centre, 9, degrees - 90)]
  return [
    circle(centre, 80, { fill: '#faf8f2', stroke: colours.rock, width: 1.4 }),
    ...ticks,
    text('N', centre[0], centre[1] - 50, { ...axisText, size: 17, anchor: 'middle' }),
    line(centre, onCircle(centre, 40, degrees + 180), { stroke: colours.muted, width: 2 }),
    polygon(needle, { fill: colours.accent }),
    circle(centre, 6, { fill: colours.ink }),
    text(name, centre[0], centre[1] + 114, { ...nameText, anchor: 'middle' }),
    text(`${Math.round(degrees)}°`, centre[0], centre[1] + 143, { ...figureText, size: 23, anchor: 'middle' }),
  ].join('')
}

// biome-ignore format: a table
const zones = [
  ['Mauritania', 'Africa/Nouakchott'], ['Morocco', 'Africa/Casablanca'], ['Algeria', 'Africa/Algiers'], ['Tunisia', 'Africa/Tunis'],
  ['Libya', 'Africa/Tripoli'], ['Egypt', 'Africa/Cairo'], ['Sudan', 'Africa/Khartoum'], ['Israel', 'Asia/Jerusalem'],
  ['Palestine', 'Asia/Gaza'], ['Lebanon', 'Asia/Beirut'], ['Jordan', 'Asia/Amman'], ['Syria', 'Asia/Damascus'],
  ['Turkey', 'Europe/Istanbul'], ['Iraq', 'Asia/Baghdad'], ['Saudi Arabia', 'Asia/Riyadh'], ['Yemen', 'Asia/Aden'],
  ['Kuwait', 'Asia/Kuwait'], ['Bahrain', 'Asia/Bahrain'], ['Qatar', 'Asia/Qatar'], ['Iran', 'Asia/Tehran'],
  ['UAE', 'Asia/Dubai'], ['Oman', 'Asia/Muscat'],
] as const

/** Hours ahead of Greenwich on a day, as the time-zone database has it. */
function offsetOf(zone: string, day: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(new Date(day))
  const [, sign = '+', hours = '0', minutes = '0'] =
    parts.find(({ type }) => type === 'timeZoneName')?.value.match(/([+-])(\d+):(\d+)/) ?? []
  return (Number(hours) + Number(minutes) / 60) * (sign === '-' ? -1 : 1)
}

/** Countries stacked on their winter offset; a hollow mark an hour later where the clocks go forward in summer. */
export function drawUtcOffsets(): string {
  const columns = [0, 1, 2, 3, 3.5, 4]
  const x = (hours: number): number => 130 + columns.indexOf(hours) * 188
  const stacked = new Map<number, number>()
  const marks = zones.map(([name, zone]) => {
    const winter = offsetOf(zone, '2026-01-15T12:00:00Z')
    const summer = offsetOf(zone, '2026-07-15T12:00:00Z')
    const place = stacked.get(winter) ?? 0
    stacked.set(winter, place + 1)
    const y = 640 - place * 62
    const moves = summer !== winter
    return [
      rectangle(x(winter) - 84, y - 25, 168, 50, {
        fill: moves ? '#faf8f2' : colours.subject,
        stroke: moves ? colours.accent : undefined,
        width: 2,
      }),
      text(name, x(winter), y + 8, { ...nameText, size: 23, anchor: 'middle' }),
    ].join('')
  })
  const axis = columns.map((hours) =>
    text(hours === 0 ? 'UTC' : `+${hours === 3.5 ? '3:30' : hours}`, x(hours), 708, {
      ...figureText,
      anchor: 'middle',
    }),
  )
  const notes = [
    line([40, 672], [1160, 672], { stroke: colours.muted }),
    text('hours ahead of UTC in winter', 600, 755, { ...noteText, size: 23, anchor: 'middle' }),
    rectangle(150, 80, 44, 30, { fill: '#faf8f2', stroke: colours.accent, width: 2 }),
    text('one hour more in summer', 210, 103, { ...noteText, size: 23 }),
  ]
  return picture([...axis, ...notes, ...marks].join(''))
}
