import type { Side } from './labels'
import type { LakeName, LineName } from './waters'

export type LonLat = readonly [lon: number, lat: number]

/** subject: what the picture is about; city and town: where it lies; stop: a place on a route. */
export type PlaceRank = 'subject' | 'city' | 'town' | 'stop'

export interface Place {
  rank: PlaceRank
  name: string
  at: LonLat
  side?: Side
}

/** Names of land and water lie on the thing itself; `\n` breaks the line. */
export interface AreaLabel {
  kind: 'country' | 'water' | 'strait' | 'region' | 'river'
  name: string
  at: LonLat
  size?: number
  rotate?: number
}

export interface Corner {
  corner: 'nw' | 'ne' | 'sw' | 'se'
}

export interface Route {
  stops: readonly LonLat[]
  look: 'canal' | 'rail' | 'branch' | 'journey' | 'lane'
}

export interface MapSpec {
  id: string
  centre: LonLat
  /** Width of the picture on the ground, in kilometres. */
  kilometres: number
  /** Countries tinted as the subject, by their world-atlas names. */
  subjects: readonly string[]
  places: readonly Place[]
  labels?: readonly AreaLabel[]
  rivers?: readonly LineName[]
  lakes?: readonly LakeName[]
  routes?: readonly Route[]
  globe?: Corner
  scaleBar?: Corner
  /** Degrees between the lines of the graticule. */
  graticule?: number
}

const place =
  (rank: PlaceRank) =>
  (name: string, lon: number, lat: number, side?: Side): Place => ({ rank, name, at: [lon, lat], side })

export const subject = place('subject')
export const city = place('city')
export const town = place('town')

const area =
  (kind: AreaLabel['kind']) =>
  (name: string, lon: number, lat: number, size?: number, rotate?: number): AreaLabel => ({
    kind,
    name,
    at: [lon, lat],
    size,
    rotate,
  })

export const country = area('country')
export const water = area('water')
/** The water that the map is about, in the accent colour. */
export const strait = area('strait')
export const region = area('region')
export const river = area('river')
