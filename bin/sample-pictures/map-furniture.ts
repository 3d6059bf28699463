import { geoOrthographic, geoPath } from 'd3-geo'
import type { Box, Labels } from './labels'
import type { Corner, MapSpec } from './map-spec'
import { canvas, colours } from './palette'
import { circle, line, path, text } from './svg'
import { coarseLand } from './world'

const GLOBE_RADIUS = 74
const MARGIN = 34
const NICE_LENGTHS = [5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000]

export function globeBox({ corner }: Corner): Box {
  const size = GLOBE_RADIUS * 2
  return {
    x: corner.endsWith('w') ? MARGIN : canvas.width - MARGIN - size,
    y: corner.startsWith('n') ? MARGIN : canvas.height - MARGIN - size,
    width: size,
    height: size,
  }
}

/** Where in the world: a small globe with the picture's centre marked. */
export function drawGlobe(spec: MapSpec, box: Box): string {
  const centre = [box.x + GLOBE_RADIUS, box.y + GLOBE_RADIUS] as const
  const [lon, lat] = spec.centre
  const projection = geoOrthographic()
    .rotate([-lon + 12, -lat + 8])
    .translate([centre[0], centre[1]])
    .scale(GLOBE_RADIUS)
  const mark = projection([lon, lat]) ?? centre
  return [
    circle(centre, GLOBE_RADIUS + 5, { fill: colours.paper }),
    circle(centre, GLOBE_RADIUS, { fill: colours.sea, stroke: colours.coast, width: 1 }),
    path(geoPath(projection)(coarseLand) ?? '', { fill: colours.subject, stroke: colours.border, width: 0.5 }),
    circle(mark, 9, { stroke: colours.accent, width: 2.4 }),
    circle(mark, 2.6, { fill: colours.accent }),
  ].join('')
}

/** A bar of a round number of kilometres, about a seventh of the picture. */
export function drawScaleBar(spec: MapSpec, labels: Labels): string {
  const wished = spec.kilometres / 6
  const length = NICE_LENGTHS.filter((nice) => nice <= wished).at(-1) ?? 5
  const units = (length / spec.kilometres) * canvas.width
  const { corner } = spec.scaleBar ?? { corner: 'sw' }
  const x = corner.endsWith('w') ? MARGIN : canvas.width - MARGIN - units
  const y = corner.startsWith('n') ? MARGIN + 32 : canvas.height - MARGIN
  const words = `${length} km`
  labels.reserve('the scale bar', { x, y: y - 28, width: units, height: 32 })
  const stroke = { stroke: colours.muted, width: 1.6 }
  return [
    line([x, y], [x + units, y], stroke),
    line([x, y - 7], [x, y], stroke),
    line([x + units, y - 7], [x + units, y], stroke),
    text(words, x + units / 2, y - 10, { size: 18, fill: colours.muted, anchor: 'middle', halo: haloOn(spec) }),
  ].join('')
}

const haloOn = (spec: MapSpec): string => (spec.kilometres > 3000 ? colours.sea : colours.land)
