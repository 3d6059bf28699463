import { nameText, noteText, onCircle } from './chart'
import { colours, fonts } from './palette'
import { arrow, circle, line, type Point, path, picture, polygon, radians, rectangle, round, text } from './svg'

const label = { ...nameText, size: 24 }

const phases = [
  { name: 'new moon', age: 0 },
  { name: 'waxing crescent', age: 45 },
  { name: 'first quarter', age: 90 },
  { name: 'waxing gibbous', age: 135 },
  { name: 'full moon', age: 180 },
  { name: 'waning gibbous', age: 225 },
  { name: 'last quarter', age: 270 },
  { name: 'waning crescent', age: 315 },
] as const

/** Eight phases as seen from the northern hemisphere: the lit side is the right one while the moon waxes. */
export function drawMoonPhases(): string {
  const moons = phases.map(({ name, age }, index) => {
    const centre: Point = [186 + (index % 4) * 276, 210 + Math.floor(index / 4) * 340]
    return [
      circle(centre, 92, { fill: '#3d4750' }),
      drawLitPart(centre, 92, age),
      circle(centre, 92, { stroke: colours.ink, width: 1.6 }),
      text(name, centre[0], centre[1] + 140, { ...label, anchor: 'middle' }),
      text(`day ${round(Math.round((age / 360) * 29.53))}`, centre[0], centre[1] + 170, {
        ...noteText,
        anchor: 'middle',
      }),
    ].join('')
  })
  return picture(moons.join(''))
}

/** A half disc and half an ellipse: the terminator is a circle seen at a slant. */
function drawLitPart([x, y]: Point, r: number, age: number): string {
  const waxing = age <= 180
  const slant = Math.abs(Math.cos(radians(age))) * r
  const gibbous = age > 90 && age < 270
  if (age === 0) return ''
  const outer = waxing ? 1 : 0
  const inner = waxing === gibbous ? 1 : 0
  const d = `M${x},${y - r}A${r},${r} 0 0 ${outer} ${x},${y + r}A${round(slant)},${r} 0 0 ${inner} ${x},${y - r}Z`
  return path(d, { fill: '#f6efd9' })
}

const LATITUDE = 31.78

/** A horizontal dial for Jerusalem's latitude; each hour line stands at atan(sin latitude × tan hour angle). */
export function drawSundial(): string {
  const foot: Point = [600, 640]
  const hours = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]
  const lines = hours.map((hour) => {
    const turn = (hour - 12) * 15
    const angle =
      Math.abs(turn) === 90 ? turn : (Math.atan(Math.sin(radians(LATITUDE)) * Math.tan(radians(turn))) * 180) / Math.PI
    return (
      line(onCircle(foot, 60, angle), onCircle(foot, 410, angle), {
        stroke: hour === 12 ? colours.ink : colours.muted,
        width: hour === 12 ? 3 : 1.8,
      }) +
      text(String(hour > 12 ? hour - 12 : hour), ...shifted(onCircle(foot, 448, angle)), {
        size: 34,
        family: fonts.serif,
        anchor: 'middle',
      })
    )
  })
  const shadow = (Math.atan(Math.sin(radians(LATITUDE)) * Math.tan(radians(37.5))) * 180) / Math.PI
  return picture(
    [
      path(`M110,640A490,490 0 0 1 1090,640L1090,700L110,700Z`, { fill: '#ebe2cd', stroke: colours.rock, width: 2 }),
      ...lines,
      polygon([foot, onCircle(foot, 330, shadow), onCircle(foot, 326, shadow + 2)], { fill: '#8d8674', opacity: 0.75 }),
      polygon(
        [
          [588, 640],
          [612, 640],
          [603, 360],
          [597, 360],
        ],
        { fill: colours.accent },
      ),
      circle(foot, 8, { fill: colours.ink }),
      text('gnomon, seen from above', 600, 684, { ...noteText, size: 23, anchor: 'middle', fill: colours.accent }),
      text('the shadow shows half past two', 600, 745, { ...noteText, size: 25, anchor: 'middle' }),
      arrow([600, 118], [600, 70], { stroke: colours.ink, width: 2.4, head: 14 }),
      text('N', 626, 96, { ...label, weight: 700 }),
    ].join(''),
  )
}

const shifted = ([x, y]: Point): [number, number] => [x, y + 11]

/** A house in section: the tower catches the wind, cools it over water below, and warm air leaves through the roof. */
export function drawWindcatcher(): string {
  const wall = { fill: '#d8c7a3' }
  const air = { stroke: colours.blue, width: 4, head: 16 }
  const warm = { stroke: colours.accent, width: 4, head: 16 }
  return picture(
    [
      rectangle(0, 620, 1200, 180, { fill: colours.rock }),
      rectangle(330, 330, 560, 290, wall),
      rectangle(360, 360, 500, 260, { fill: '#faf6ec' }),
      rectangle(250, 110, 120, 510, wall),
      rectangle(276, 180, 68, 440, { fill: '#eaf0f2' }),
      rectangle(330, 540, 40, 80, { fill: '#eaf0f2' }),
      rectangle(250, 128, 26, 52, { fill: '#eaf0f2' }),
      rectangle(276, 128, 68, 60, { fill: '#eaf0f2' }),
      path('M540,332C560,250 680,250 700,332Z', wall),
      path('M562,362C580,280 660,280 678,362Z', { fill: '#faf6ec' }),
      rectangle(608, 256, 24, 40, { fill: '#faf6ec' }),
      rectangle(360, 620, 500, 120, { fill: '#efe9db' }),
      rectangle(420, 700, 380, 40, { fill: '#a9c3d0' }),
      rectangle(276, 615, 68, 125, { fill: '#eaf0f2' }),
      rectangle(340, 660, 30, 80, { fill: '#eaf0f2' }),
      rectangle(360, 612, 190, 14, wall),
      rectangle(690, 612, 170, 14, wall),
      arrow([70, 154], [236, 154], air),
      arrow([310, 210], [310, 420], air),
      arrow([310, 450], [310, 650], air),
      arrow([350, 684], [520, 684], air),
      arrow([620, 680], [620, 560], air),
      arrow([620, 520], [620, 400], { ...warm, opacity: 0.8 }),
      arrow([620, 300], [620, 190], warm),
      text('wind', 72, 130, { ...label, fill: colours.blue }),
      text('wind tower', 312, 86, { ...label, anchor: 'middle', weight: 700 }),
      text('warm air leaves', 650, 214, { ...label, fill: colours.accent }),
      text('living room', 745, 500, { ...label, anchor: 'middle' }),
      text('cellar', 770, 670, { ...label, anchor: 'middle' }),
      text('pool', 610, 730, { size: 22, fill: colours.water, family: fonts.serif, italic: true, anchor: 'middle' }),
    ].join(''),
  )
}
