import { nameText, noteText, onCircle } from './chart'
import { colours, fonts } from './palette'
import { arrow, circle, line, type Point, picture, polygon, polyline, rectangle, text, textLines } from './svg'

const label = { ...nameText, size: 24 }
const waterLabel = { size: 25, fill: colours.water, family: fonts.serif, italic: true }
const water = '#a9c3d0'

const hill: Point[] = [
  [0, 120],
  [60, 178],
  [200, 238],
  [420, 302],
  [640, 366],
  [860, 432],
  [1000, 512],
  [1200, 556],
  [1200, 800],
  [0, 800],
]
const waterBearing: Point[] = [
  [0, 470],
  [150, 480],
  [430, 520],
  [600, 800],
  [0, 800],
]
const bedrock: Point[] = [
  [0, 640],
  [300, 670],
  [700, 660],
  [1200, 690],
  [1200, 800],
  [0, 800],
]

const surface = (x: number): number => 190 + ((x - 60) / 1080) * 330
const tunnel = (x: number): number => 505 + ((x - 150) / 850) * 28
const ground = (x: number): number => {
  const at = hill.findIndex(([px]) => px > x)
  const [[x0, y0], [x1, y1]] = [hill[at - 1] ?? [0, surface(x)], hill[at] ?? [1200, surface(x)]]
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}

/** A qanat: a mother well at the foot of the hills, a gently falling tunnel, shafts for air and spoil, and the outlet. */
export function drawQanat(): string {
  const shafts = [150, 270, 390, 510, 630, 750, 870]
  const dug = shafts.map((x) =>
    [
      rectangle(x - 9, ground(x) - 4, 18, tunnel(x) - ground(x) + 4, { fill: colours.paper }),
      polygon(
        [
          [x - 40, ground(x - 40)],
          [x - 14, ground(x) - 20],
          [x - 9, ground(x - 9)],
        ],
        { fill: colours.rock },
      ),
      polygon(
        [
          [x + 9, ground(x + 9)],
          [x + 16, ground(x) - 16],
          [x + 40, ground(x + 40)],
        ],
        { fill: colours.rock },
      ),
    ].join(''),
  )
  return picture(
    [
      polygon(hill, { fill: colours.sand }),
      polygon(waterBearing, { fill: '#c3d0cc' }),
      polygon(bedrock, { fill: colours.rock }),
      ...dug,
      polygon(
        [
          [141, tunnel(141) - 16],
          [1003, tunnel(1003) - 20],
          [1010, tunnel(1010) + 10],
          [141, tunnel(141) + 14],
        ],
        { fill: colours.paper },
      ),
      polygon(
        [
          [141, tunnel(141) + 2],
          [1010, tunnel(1010)],
          [1200, 560],
          [1200, 572],
          [1010, tunnel(1010) + 12],
          [141, tunnel(141) + 14],
        ],
        { fill: water },
      ),
      polyline(hill.slice(0, 8), { stroke: colours.ink, width: 2 }),
      text('mother well', 176, 196, label),
      text('shafts for air and for lifting out soil', 530, 300, label),
      line([640, 312], [634, 348], { stroke: colours.muted, width: 1.4 }),
      text('tunnel, falling very gently', 520, 592, label),
      arrow([820, 584], [930, 584], { stroke: colours.accent, width: 2.4 }),
      text('outlet', 1010, 452, { ...label, anchor: 'middle' }),
      text('fields', 1125, 512, { ...label, anchor: 'middle' }),
      text('water-bearing ground', 60, 590, waterLabel),
      text('rock', 880, 752, noteText),
    ].join(''),
  )
}

/** Reverse osmosis: pressure pushes water, but not salt, through a membrane. */
export function drawOsmosis(): string {
  const salts = Array.from(
    { length: 34 },
    (_, index): Point => [180 + ((index * 0.7549) % 1) * 370, 305 + ((index * 0.5698) % 1) * 310],
  )
  const strays: readonly Point[] = [[815, 520]]
  const crossing = [340, 430, 520].map((y) => arrow([548, y], [688, y], { stroke: colours.blue, width: 4, head: 16 }))
  return picture(
    [
      rectangle(150, 265, 450, 385, { fill: '#c2d3db' }),
      rectangle(620, 265, 430, 385, { fill: '#dfeaee' }),
      rectangle(600, 245, 20, 405, { fill: colours.accent, opacity: 0.85 }),
      rectangle(150, 245, 900, 405, { stroke: colours.ink, width: 2.4 }),
      ...salts.map((at) => circle(at, 7, { fill: colours.ochre })),
      ...strays.map((at) => circle(at, 7, { fill: colours.ochre })),
      ...crossing,
      rectangle(152, 247, 446, 18, { fill: colours.rock }),
      arrow([375, 118], [375, 236], { stroke: colours.ink, width: 7, head: 24 }),
      text('pressure', 405, 170, { ...label, weight: 700 }),
      text('membrane', 610, 215, { ...label, anchor: 'middle', weight: 700, fill: colours.accent }),
      text('salt water', 300, 700, { ...label, anchor: 'middle' }),
      text('fresh water', 850, 700, { ...label, anchor: 'middle' }),
      text('water passes', 850, 340, { ...waterLabel, anchor: 'middle' }),
      text('nearly all the salt stays', 375, 740, { ...noteText, anchor: 'middle' }),
    ].join(''),
  )
}

/** A noria in section: the river turns the wheel, its buckets lift water to the channel at the top. */
export function drawWaterWheel(): string {
  const hub: Point = [560, 410]
  const radius = 270
  const spokes = Array.from({ length: 16 }, (_, index) => index * 22.5)
  const buckets = spokes.map((angle) => drawBucket(hub, radius, angle))
  return picture(
    [
      rectangle(0, 610, 1200, 190, { fill: water }),
      ...[640, 690, 740].map((y) => line([40, y], [1160, y], { stroke: '#8fb0c0', width: 1.4 })),
      polygon(
        [
          [860, 800],
          [860, 176],
          [1200, 176],
          [1200, 800],
        ],
        { fill: colours.sand },
      ),
      polygon(
        [
          [905, 800],
          [905, 380],
          [955, 320],
          [1050, 320],
          [1100, 380],
          [1100, 800],
        ],
        { fill: colours.paper },
      ),
      rectangle(650, 150, 550, 26, { fill: water }),
      line([650, 176], [1200, 176], { stroke: colours.ink, width: 2.4 }),
      line([650, 150], [650, 176], { stroke: colours.ink, width: 2.4 }),
      circle(hub, radius, { stroke: colours.ochre, width: 12 }),
      circle(hub, radius - 46, { stroke: colours.ochre, width: 6 }),
      ...spokes.map((angle) => line(hub, onCircle(hub, radius, angle), { stroke: colours.ochre, width: 5 })),
      ...buckets,
      circle(hub, 24, { fill: colours.ink }),
      arrow([250, 715], [80, 715], { stroke: colours.blue, width: 5, head: 20 }),
      text('river', 92, 690, waterLabel),
      arrow(onCircle(hub, 330, 280), onCircle(hub, 330, 312), { stroke: colours.accent, width: 4, head: 18 }),
      textLines(['buckets fill', 'in the river'], 330, 752, { ...label, anchor: 'middle' }),
      text('channel to the fields', 1010, 132, { ...label, anchor: 'middle' }),
      text('axle', 596, 470, { ...label, halo: colours.paper }),
      text('stone aqueduct', 1002, 250, { ...label, anchor: 'middle' }),
    ].join(''),
  )
}

/** Buckets on the rising side (the left, as the river below runs to the left) are full. */
function drawBucket(hub: Point, radius: number, angle: number): string {
  const full = angle > 180 || angle === 0
  const corners: Point[] = [
    onCircle(hub, radius - 14, angle - 3.4),
    onCircle(hub, radius + 20, angle - 3.4),
    onCircle(hub, radius + 20, angle + 3.4),
    onCircle(hub, radius - 14, angle + 3.4),
  ]
  return polygon(corners, { fill: full ? colours.blue : '#faf8f2', stroke: colours.ink, width: 1.8 })
}
