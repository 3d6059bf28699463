import { type GeoPath, type GeoProjection, geoAzimuthalEqualArea, geoGraticule, geoPath } from 'd3-geo'
import { createLabels } from './labels'
import { drawGlobe, drawScaleBar, globeBox } from './map-furniture'
import { drawAreaLabel, drawPlaces } from './map-labels'
import type { LonLat, MapSpec, Route } from './map-spec'
import { canvas, colours } from './palette'
import { path, picture } from './svg'
import { lakes, lines, smooth } from './waters'
import { type Bounds, countriesWithin, linesBetween } from './world'

const EARTH_RADIUS = 6371.0088
const OVERSCAN = 40

/** A locator map: land and water first, then lines, then dots, then the lettering over everything. */
export function drawMap(spec: MapSpec): string {
  const projection = projectionFor(spec)
  const draw = geoPath(projection)
  const labels = createLabels(spec.id)
  const globe = spec.globe ? globeBox(spec.globe) : undefined
  if (globe) labels.reserve('the globe', globe)
  const lettering = [
    ...(spec.labels ?? []).map((label) => drawAreaLabel(label, projection, labels)),
    drawPlaces(spec.places, projection, labels),
  ]
  return picture(
    [
      drawLand(spec, draw, windowOf(projection)),
      ...(spec.rivers ?? []).map((name) => drawRiver(lines[name], draw)),
      ...(spec.lakes ?? []).map((lake) => drawLake(lakes[lake], draw)),
      ...(spec.routes ?? []).map((route) => drawRoute(route, draw)),
      ...lettering,
      drawScaleBar(spec, labels),
      globe ? drawGlobe(spec, globe) : '',
    ].join(''),
    colours.sea,
  )
}

function projectionFor({ centre: [lon, lat], kilometres }: MapSpec): GeoProjection {
  return (
    geoAzimuthalEqualArea()
      .rotate([-lon, -lat])
      .scale((EARTH_RADIUS * canvas.width) / kilometres)
      .translate([canvas.width / 2, canvas.height / 2])
      // The far side of the earth folds onto the rim of this projection, so it is cut away first.
      .clipAngle(Math.min(120, 20 + kilometres / 111))
      .clipExtent([
        [-OVERSCAN, -OVERSCAN],
        [canvas.width + OVERSCAN, canvas.height + OVERSCAN],
      ])
      .precision(0.3)
  )
}

/** What longitudes and latitudes the picture can show, so that far countries are never projected. */
function windowOf(projection: GeoProjection): Bounds {
  const { width, height } = canvas
  const steps = [0, 0.25, 0.5, 0.75, 1]
  const seen = steps
    .flatMap((x) => steps.map((y) => projection.invert?.([x * width, y * height])))
    .filter((point) => point !== undefined && point !== null)
  const longitudes = seen.map(([lon]) => lon)
  const latitudes = seen.map(([, lat]) => lat)
  return [Math.min(...longitudes) - 2, Math.min(...latitudes) - 2, Math.max(...longitudes) + 2, Math.max(...latitudes) + 2]
}

function drawLand(spec: MapSpec, draw: GeoPath, window: Bounds): string {
  const visible = countriesWithin(window)
  const { coasts, borders, disputed } = linesBetween(visible)
  const step = spec.graticule ?? graticuleStep(spec.kilometres)
  const graticule = draw(geoGraticule().step([step, step])())
  const coast = draw(coasts) ?? ''
  const rings = Math.max(0.3, Math.min(1, 1800 / spec.kilometres))
  const fills = visible.map((shape) => {
    const fill = spec.subjects.includes(shape.properties.name) ? colours.subject : colours.land
    return path(draw(shape) ?? '', { fill, stroke: fill, width: 0.6 })
  })
  return [
    path(coast, { stroke: colours.seaRing, width: 22 * rings }),
    path(coast, { stroke: colours.sea, width: 16 * rings }),
    path(coast, { stroke: colours.seaRing, width: 9 * rings }),
    ...fills,
    path(graticule ?? '', { stroke: colours.coast, width: 0.5, opacity: 0.45 }),
    path(coast, { stroke: colours.coast, width: rings < 0.4 ? 0.7 : 1.1 }),
    path(draw(borders) ?? '', { stroke: colours.border, width: rings < 0.4 ? 0.8 : 1.3 }),
    path(draw(disputed) ?? '', { stroke: colours.border, width: 1.3, dash: '6 5' }),
  ].join('')
}

const graticuleStep = (kilometres: number): number =>
  kilometres > 5000 ? 10 : kilometres > 1500 ? 5 : kilometres > 600 ? 2 : kilometres > 250 ? 1 : 0.5

const drawLake = (shore: readonly LonLat[], draw: GeoPath): string =>
  path(draw({ type: 'LineString', coordinates: smooth([...shore, ...shore.slice(0, 1)]) }) ?? '', {
    fill: colours.sea,
    stroke: colours.coast,
    width: 1,
  })

const drawRiver = (course: readonly LonLat[], draw: GeoPath): string =>
  path(draw({ type: 'LineString', coordinates: smooth(course) }) ?? '', { stroke: colours.river, width: 2.2 })

/** A railway is a line with sleepers; a journey is a thin accent line, drawn as great circles from stop to stop. */
function drawRoute({ stops, look }: Route, draw: GeoPath): string {
  const coordinates = look === 'journey' || look === 'lane' ? stops.map(([lon, lat]) => [lon, lat]) : smooth(stops)
  const d = draw({ type: 'LineString', coordinates }) ?? ''
  switch (look) {
    case 'canal':
      return path(d, { stroke: colours.accent, width: 4 })
    case 'rail':
      return path(d, { stroke: colours.accent, width: 3 }) + path(d, { stroke: colours.accent, width: 9, dash: '1.6 10' })
    case 'branch':
      return path(d, { stroke: colours.muted, width: 2 }) + path(d, { stroke: colours.muted, width: 7, dash: '1.4 9' })
    case 'journey':
      return path(d, { stroke: colours.accent, width: 2, opacity: 0.9 })
    case 'lane':
      return path(d, { stroke: colours.accent, width: 2.2, dash: '9 6' })
  }
}
