import { type GeoProjection, geoAzimuthalEqualArea, geoEqualEarth, geoGraticule, geoMercator, geoPath } from 'd3-geo'
import { nameText, noteText, onCircle } from './chart'
import { colours } from './palette'
import { circle, line, type Point, path, picture, polygon, rectangle, text } from './svg'
import { countries } from './world'

const eighths = Array.from({ length: 8 }, (_, index) => index * 45)

/** One tile: a circle, its two squares, and the eight-pointed star where they cross. */
function drawStar(centre: Point, radius: number, withConstruction: boolean): string {
  const outer = eighths.map((angle) => onCircle(centre, radius, angle))
  const squares = [0, 1].map((start) => outer.filter((_, index) => index % 2 === start))
  const inner = (radius * Math.SQRT1_2) / Math.cos(Math.PI / 8)
  const star = eighths.flatMap((angle) => [onCircle(centre, radius, angle), onCircle(centre, inner, angle + 22.5)])
  const fine = { stroke: colours.blue, width: 1.3 }
  const construction = [
    circle(centre, radius, fine),
    ...eighths.slice(0, 4).map((angle) =>
      line(onCircle(centre, radius * 1.25, angle), onCircle(centre, radius * 1.25, angle + 180), {
        ...fine,
        dash: '6 5',
      }),
    ),
    ...squares.map((corners) => polygon(corners, fine)),
    ...outer.map((corner) => circle(corner, 4, { fill: colours.blue })),
  ]
  return [
    polygon(star, {
      fill: withConstruction ? '#efe2c4' : colours.subject,
      stroke: colours.accent,
      width: withConstruction ? 4 : 2.4,
    }),
    withConstruction ? construction.join('') : '',
  ].join('')
}

/** At the left how one star is made, at the right what many of them make: stars and crosses. */
export function drawStarPattern(): string {
  const step = 116
  const field = [620, 120, 1100, 680] as const
  const tiles = Array.from(
    { length: 6 * 7 },
    (_, index): Point => [field[0] + (index % 6) * step - 52, field[1] + Math.floor(index / 6) * step - 68],
  )
  const clip = `<clipPath id="field"><rect x="${field[0]}" y="${field[1]}" width="480" height="560"/></clipPath>`
  return picture(
    [
      `<defs>${clip}</defs>`,
      drawStar([310, 400], 190, true),
      rectangle(field[0], field[1], 480, 560, { fill: '#c9d6dc' }),
      `<g clip-path="url(#field)">${tiles.map((tile) => drawStar(tile, step / 2, false)).join('')}</g>`,
      rectangle(field[0], field[1], 480, 560, { stroke: colours.ink, width: 2 }),
    ].join(''),
  )
}

const projections: ReadonlyArray<{ name: string; note: string; projection: GeoProjection }> = [
  { name: 'Mercator', note: 'keeps angles, swells the north', projection: geoMercator() },
  { name: 'Equal Earth', note: 'keeps areas, leans the edges', projection: geoEqualEarth() },
  {
    name: 'Lambert azimuthal',
    note: 'keeps areas, true at the centre',
    projection: geoAzimuthalEqualArea().rotate([-30, -28]),
  },
]

/** The same lands, from 18° W to 66° E and from 5° to 66° N, three times. */
export function drawProjections(): string {
  return picture(
    projections
      .map(({ name, note, projection }, index) => {
        const left = 36 + index * 384
        return [
          drawPanel(projection, left),
          text(name, left + 180, 650, { ...nameText, weight: 700, anchor: 'middle' }),
          text(note, left + 180, 686, { ...noteText, anchor: 'middle' }),
        ].join('')
      })
      .join(''),
  )
}

function drawPanel(projection: GeoProjection, left: number): string {
  const [top, size, height] = [110, 360, 480]
  const frame: Parameters<GeoProjection['fitSize']>[1] = {
    type: 'MultiPoint',
    coordinates: [
      [-18, 5],
      [66, 5],
      [66, 66],
      [-18, 66],
      [24, 5],
      [24, 66],
    ],
  }
  projection
    .fitExtent(
      [
        [left, top],
        [left + size, top + height],
      ],
      frame,
    )
    .clipExtent([
      [left, top],
      [left + size, top + height],
    ])
  const draw = geoPath(projection)
  const lands = countries.map((country) =>
    path(draw(country) ?? '', { fill: colours.subject, stroke: colours.border, width: 0.5 }),
  )
  return [
    rectangle(left, top, size, height, { fill: colours.sea }),
    ...lands,
    path(draw(geoGraticule().step([15, 15])()) ?? '', { stroke: colours.accent, width: 1.1, opacity: 0.7 }),
    rectangle(left, top, size, height, { stroke: colours.coast, width: 1.2 }),
  ].join('')
}
