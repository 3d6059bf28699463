import { drawEasterDates, drawRamadanDrift } from './charts-calendar'
import { drawCountryAreas, drawDistances, drawQibla, drawUtcOffsets } from './charts-places'
import { drawDaylight, drawSunHeight } from './charts-sun'
import { drawLetterShapes, drawNumerals } from './drawings-letters'
import { drawProjections, drawStarPattern } from './drawings-pattern'
import { drawMoonPhases, drawSundial, drawWindcatcher } from './drawings-sky'
import { drawOsmosis, drawQanat, drawWaterWheel } from './drawings-water'
import { drawMap } from './map'
import { gulfMaps } from './maps-gulf'
import { levantMaps, syriaMaps } from './maps-levant'
import { maghrebMaps } from './maps-maghreb'
import { nileMaps } from './maps-nile'
import { riverMaps } from './maps-rivers'
import { wideMaps } from './maps-wide'

export interface Picture {
  id: string
  draw: () => string
}

const maps = [...levantMaps, ...syriaMaps, ...nileMaps, ...gulfMaps, ...riverMaps, ...maghrebMaps, ...wideMaps]

export const pictures: readonly Picture[] = [
  ...maps.map((spec) => ({ id: spec.id, draw: () => drawMap(spec) })),
  { id: 'chart-ramadan-drift', draw: drawRamadanDrift },
  { id: 'chart-daylight', draw: drawDaylight },
  { id: 'chart-country-areas', draw: drawCountryAreas },
  { id: 'chart-distances', draw: drawDistances },
  { id: 'chart-sun-height', draw: drawSunHeight },
  { id: 'chart-easter-dates', draw: drawEasterDates },
  { id: 'chart-qibla', draw: drawQibla },
  { id: 'chart-utc-offsets', draw: drawUtcOffsets },
  { id: 'drawing-letter-shapes', draw: drawLetterShapes },
  { id: 'drawing-numerals', draw: drawNumerals },
  { id: 'drawing-star-pattern', draw: drawStarPattern },
  { id: 'drawing-qanat', draw: drawQanat },
  { id: 'drawing-windcatcher', draw: drawWindcatcher },
  { id: 'drawing-osmosis', draw: drawOsmosis },
  { id: 'drawing-moon-phases', draw: drawMoonPhases },
  { id: 'drawing-projections', draw: drawProjections },
  { id: 'drawing-sundial', draw: drawSundial },
  { id: 'drawing-water-wheel', draw: drawWaterWheel },
]
