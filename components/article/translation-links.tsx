import { wordsIn } from '@/components/words/words'
import type { TranslationLink } from '@/db/articles/rules'
import { addressOf } from '@/lib/addresses'
import { directionOf, type Language } from '@/lib/languages'

type Props = { translations: TranslationLink[]; language: Language }

/** The same article in the other editions, each named in its own language. */
export function TranslationLinks({ translations, language }: Props) {
  const others = translations.filter((translation) => translation.language !== language)
  if (others.length === 0) return null
  const words = wordsIn(language)
  return (
    <nav className="translation-links" aria-labelledby="translations">
      <h2 id="translations">{words.translations}</h2>
      <ul>
        {others.map((other) => (
          <li key={other.articleId}>
            <span className="translation-language" lang={other.language}>
              {wordsIn(other.language).languageName}
            </span>{' '}
            <a
              lang={other.language}
              dir={directionOf(other.language)}
              href={addressOf.article(other.language, other.section, other.slug)}
              hrefLang={other.language}
              rel="alternate"
            >
              {other.headline}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
