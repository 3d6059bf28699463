import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoArea } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry, MultiLineString, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

interface Named {
  name: string
}

type Atlas = Topology<{ countries: GeometryCollection<Named>; land: GeometryCollection }>

export type Country = Feature<Geometry, Named>

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number]

function readAtlas(file: string): Atlas {
  const atlas: Atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/${file}`), 'utf8'))
  return atlas
}

const fine = readAtlas('countries-10m.json')
const coarse = readAtlas('countries-110m.json')

/**
 * The atlas gives Morocco what it holds of Western Sahara. The boundary that the United Nations shows is the parallel of
 * 27°40′ north, so that is the line drawn (dashed), and the one along the sand wall is not.
 */
const WESTERN_SAHARA_NORTH = [
  [-13.17, 27.667],
  [-8.67, 27.667],
]

const isSandWall = (a: string, b: string): boolean => [a, b].sort().join('|') === 'Morocco|W. Sahara'

export const countries: readonly Country[] = feature(fine, fine.objects.countries).features.map(withoutInsideOut)

export const coarseLand: FeatureCollection = feature(coarse, coarse.objects.land)

const boundsByName = new Map(countries.map((country) => [country.properties.name, boundsOf(country)]))

export function countryNamed(name: string): Country {
  const found = countries.find((country) => country.properties.name === name)
  if (!found) throw new Error(`world-atlas has no country called ${name}`)
  return found
}

export const countriesWithin = (window: Bounds): Country[] =>
  countries.filter(({ properties }) => {
    const bounds = boundsByName.get(properties.name)
    return bounds !== undefined && overlap(bounds, window)
  })

/**
 * Pairs between which the line on the ground is an armistice or ceasefire line, or is claimed by both sides.
 * A desk draws these dashed and takes no position.
 */
const DISPUTED = new Set(
  [
    ['Israel', 'Palestine'],
    ['Israel', 'Syria'],
    ['W. Sahara', 'Algeria'],
    ['W. Sahara', 'Mauritania'],
    ['Somalia', 'Somaliland'],
    ['Cyprus', 'Cyprus U.N. Buffer Zone'],
    ['N. Cyprus', 'Cyprus U.N. Buffer Zone'],
    ['Serbia', 'Kosovo'],
    ['Russia', 'Ukraine'],
    ['India', 'Pakistan'],
    ['India', 'China'],
  ].map((pair) => pair.sort().join('|')),
)

const isDisputed = (a: string, b: string): boolean => DISPUTED.has([a, b].sort().join('|'))

export interface Lines {
  coasts: MultiLineString
  borders: MultiLineString
  disputed: MultiLineString
}

/** The lines of the countries in view; each is drawn in its own way. */
export function linesBetween(visible: readonly Country[]): Lines {
  const names = new Set(visible.map((country) => country.properties.name))
  const lines = (keep: (a: string, b: string) => boolean): MultiLineString =>
    mesh(fine, fine.objects.countries, (first, second) => {
      const a = nameOf(first.properties)
      const b = nameOf(second.properties)
      return (names.has(a) || names.has(b)) && keep(a, b)
    })
  const disputed = lines((a, b) => a !== b && isDisputed(a, b))
  return {
    coasts: lines((a, b) => a === b),
    borders: lines((a, b) => a !== b && !isDisputed(a, b) && !isSandWall(a, b)),
    disputed: { type: 'MultiLineString', coordinates: [...disputed.coordinates, WESTERN_SAHARA_NORTH] },
  }
}

/** A few islets of the Maldives have collapsed to a line in the atlas; on a sphere that is everything but the line. */
function withoutInsideOut(country: Country): Country {
  const { geometry } = country
  if (geometry.type !== 'MultiPolygon') return country
  const coordinates = geometry.coordinates.filter((rings) => geoArea({ type: 'Polygon', coordinates: rings }) < 2 * Math.PI)
  return { ...country, geometry: { ...geometry, coordinates } }
}

function nameOf(properties: unknown): string {
  if (typeof properties !== 'object' || properties === null || !('name' in properties)) return ''
  return String(properties.name)
}

function boundsOf({ geometry }: Country): Bounds {
  const points = positionsOf(geometry)
  return points.reduce<Bounds>(
    ([w, s, e, n], [x = 0, y = 0]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)],
    [180, 90, -180, -90],
  )
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat()
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : []
}

const overlap = (a: Bounds, b: Bounds): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]
