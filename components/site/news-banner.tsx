import { wordsIn } from '@/components/words/words'
import type { ShownBanner } from '@/db/fronts/rules'
import type { Language } from '@/lib/languages'

type Props = { banner: ShownBanner; language: Language }

/** Breaking news, over every page of an edition: a line, and where to read on. */
export function NewsBanner({ banner, language }: Props) {
  const { breaking } = wordsIn(language)
  return (
    <aside className="news-banner" aria-label={breaking}>
      <p>
        <strong>{breaking}</strong> {banner.href ? <a href={banner.href}>{banner.text}</a> : <span>{banner.text}</span>}
      </p>
    </aside>
  )
}
