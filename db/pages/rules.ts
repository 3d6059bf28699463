import type { Language } from '../../lib/languages'
import type { Body } from '../body/rules'

export const pageKinds = [
  'about',
  'contact',
  'corrections',
  'ethics',
  'ownership',
  'privacy',
  'terms',
  'accessibility',
  'other',
] as const
export type PageKind = (typeof pageKinds)[number]

export type PageLink = { id: string; slug: string; kind: PageKind; headline: string }

export type StandingPage = PageLink & {
  language: Language
  standfirst: string
  body: Body
  updatedAt: Date
  translations: { language: Language; slug: string }[]
}
