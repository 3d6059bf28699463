import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { drawnAt } from '../../lib/front/addresses'
import type { Answer, Crawled } from '../crawl'

/** What nothing leads to: previews are for whoever was given their link, others stand in mails, or behind a form. Journeys draw each of them. */
const unled =
  /^\/\(site\)\/(preview|unsubscribe|newsletters\/click|\[lang\]\/newsletters\/(check-your-inbox|erased|confirm|preferences\/\[token\]))\//

const manifest = z.record(z.string(), z.string())

/** Every route of the build for readers, as `/[lang]/[section]/[slug]`. */
export function listRoutes(): string[] {
  const file = join(import.meta.dirname, '..', '..', '.next', 'app-path-routes-manifest.json')
  if (!existsSync(file)) throw new Error('There is no build. The journeys run by "npm test -- build browser".')
  // The pages of the signed-in stand in groups of their own, and have journeys of their own.
  const routes = Object.entries(manifest.parse(JSON.parse(readFileSync(file, 'utf8'))))
  return routes.filter(([page]) => page.startsWith('/(site)/') && !unled.test(page)).map(([, route]) => route)
}

/**
 * Routes that no answer came from: what the build checked of them is nothing, since it draws a dummy. A route must have answered 200; the one for
 * unknown addresses as it means to.
 */
export function unreachedRoutes(crawled: Crawled): string[] {
  const routes = listRoutes().sort(bySpecificity)
  const reached = new Set([...crawled.values()].filter(isDrawn).map(({ address }) => routeOf(address, routes)))
  return routes.filter((route) => !reached.has(route))
}

function isDrawn({ status, address }: Answer): boolean {
  return status === 200 || (status === 404 && address.split('/').length > 4)
}

function routeOf(address: string, routes: readonly string[]): string | undefined {
  const path = drawnAt(address.split('?')[0] ?? '').replace(/\/feed\.(xml|atom|json)$/, '/feed/$1')
  return routes.find((route) => patternOf(route).test(path))
}

function patternOf(route: string): RegExp {
  const parts = route.split('/').map((part) => {
    if (part.startsWith('[...')) return '.+'
    return part.startsWith('[') ? '[^/]+' : part.replaceAll('.', '\\.')
  })
  return new RegExp(`^${parts.join('/')}$`)
}

/** As Next chooses: a fixed part before a named one, a named one before a rest. */
function bySpecificity(one: string, other: string): number {
  const [ranks, otherRanks] = [ranksOf(one), ranksOf(other)]
  for (let at = 0; at < Math.max(ranks.length, otherRanks.length); at++) {
    const difference = (ranks[at] ?? -1) - (otherRanks[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

function ranksOf(route: string): number[] {
  return route.split('/').map((part) => (part.startsWith('[...') ? 2 : part.startsWith('[') ? 1 : 0))
}
