import type { DeskPlace } from '@/components/desk/desk-navigation'
import { may, type Right } from '@/db/people/rights'
import type { Actor } from '@/db/people/rules'

const rightFor: Record<DeskPlace, Right> = {
  desk: 'article.read',
  calendar: 'article.read',
  media: 'media.upload',
  fronts: 'front.edit',
  newsletters: 'newsletter.read',
  sections: 'taxonomy.edit',
  topics: 'taxonomy.edit',
  contributors: 'taxonomy.edit',
  pages: 'page.edit',
  redirects: 'redirect.edit',
  settings: 'settings.edit',
  reports: 'report.read',
  audience: 'audience.read',
  people: 'people.read',
  events: 'event.read',
  mail: 'mail.read',
}

/** The parts of the dashboard that are there. */
const built: readonly DeskPlace[] = [
  'desk',
  'calendar',
  'media',
  'fronts',
  'newsletters',
  'sections',
  'topics',
  'contributors',
  'pages',
  'redirects',
  'settings',
  'reports',
  'audience',
  'people',
  'events',
  'mail',
]

/** Where somebody may go in the dashboard, in the order of its navigation. */
export function placesFor(actor: Pick<Actor, 'role'>): DeskPlace[] {
  return built.filter((place) => may(actor, rightFor[place]))
}
