import { Fragment, type ReactNode } from 'react'
import type { Language } from '@/lib/languages'

type Props = { language: Language; of: readonly ReactNode[] }

/** Names side by side as the language lists them: commas, and its word for “and” before the last. */
export function Listing({ language, of }: Props) {
  const places = of.map((_, place) => String(place))
  return new Intl.ListFormat(language)
    .formatToParts(places)
    .map((part, place) => <Fragment key={place}>{part.type === 'element' ? of[Number(part.value)] : part.value}</Fragment>)
}
