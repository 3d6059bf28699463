import { axisText, type Frame, figureText, monthAxis, scale, valueAxis } from './chart'
import { colours } from './palette'
import { type Point, picture, polyline, radians, text } from './svg'

interface Town {
  name: string
  latitude: number
  colour: string
}

const DEGREES = 180 / Math.PI
const DAYS = Array.from({ length: 366 }, (_, day) => day)

/** Centre of the refracted sun's upper rim at sunrise: the almanac's 50 minutes of arc below the horizon. */
const SUNRISE_DEPTH = -0.833

/** Declination of the sun after Spencer (1971), good to a few hundredths of a degree. */
function declination(day: number): number {
  const angle = (2 * Math.PI * day) / 365
  return (
    (0.006918 -
      0.399912 * Math.cos(angle) +
      0.070257 * Math.sin(angle) -
      0.006758 * Math.cos(2 * angle) +
      0.000907 * Math.sin(2 * angle) -
      0.002697 * Math.cos(3 * angle) +
      0.00148 * Math.sin(3 * angle)) *
    DEGREES
  )
}

function hoursOfDaylight(latitude: number, day: number): number {
  const sun = radians(declination(day))
  const place = radians(latitude)
  const cosine = (Math.sin(radians(SUNRISE_DEPTH)) - Math.sin(place) * Math.sin(sun)) / (Math.cos(place) * Math.cos(sun))
  return (2 * Math.acos(cosine) * DEGREES) / 15
}

const noonHeight = (latitude: number, day: number): number => 90 - Math.abs(latitude - declination(day))

const frame: Frame = { left: 170, right: 1010, top: 70, bottom: 700 }

const daylightTowns: readonly Town[] = [
  { name: 'Istanbul', latitude: 41.01, colour: colours.accent },
  { name: 'Jerusalem', latitude: 31.78, colour: colours.blue },
  { name: 'Doha', latitude: 25.29, colour: colours.ochre },
  { name: 'Khartoum', latitude: 15.6, colour: colours.green },
]

const sunTowns: readonly Town[] = [
  { name: 'Istanbul', latitude: 41.01, colour: colours.accent },
  { name: 'Jerusalem', latitude: 31.78, colour: colours.blue },
  { name: 'Doha', latitude: 25.29, colour: colours.ochre },
  { name: 'Khartoum', latitude: 15.6, colour: colours.green },
]

function drawCurves(
  towns: readonly Town[],
  value: (latitude: number, day: number) => number,
  y: (value: number) => number,
): string {
  const x = scale([0, 365], [frame.left, frame.right])
  const curves = towns.map(({ latitude, colour }) => {
    const points = DAYS.map((day): Point => [x(day), y(value(latitude, day))])
    return polyline(points, { stroke: colour, width: 4 })
  })
  // Each curve is named at its end, where all four lie well apart.
  const names = towns.map(({ name, latitude, colour }) =>
    text(name, frame.right + 14, y(value(latitude, 365)) + 8, { ...figureText, fill: colour }),
  )
  return monthAxis(frame, x) + curves.join('') + names.join('')
}

export function drawDaylight(): string {
  const y = scale([8.5, 15.8], [frame.bottom, frame.top])
  const axis = valueAxis(frame, y, [9, 10, 11, 12, 13, 14, 15], (hours) => `${hours} h`)
  return picture(axis + drawCurves(daylightTowns, hoursOfDaylight, y))
}

export function drawSunHeight(): string {
  const y = scale([20, 94], [frame.bottom, frame.top])
  const axis = valueAxis(frame, y, [30, 45, 60, 75, 90], (degrees) => `${degrees}°`)
  const overhead = text('overhead', frame.right, y(90) - 10, { ...axisText, anchor: 'end' })
  return picture(axis + drawCurves(sunTowns, noonHeight, y) + overhead)
}
