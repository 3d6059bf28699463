import { momentInWords } from '@/components/dates'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import type { MediaSource } from '@/db/media/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  picture: {
    source: MediaSource | null
    agency: string
    copyrightNotice: string
    usageTerms: string
    licenceUrl: string | null
    territory: string | null
    expiresAt: Date | null
    maySublicense: boolean
  }
}

/** What we may do with a picture, for whoever may read it only. */
export function RightsRecord({ language, timeZone, picture }: Props) {
  const words = mediaWordsIn(language)
  const entries = [
    [words.source, words.sources[picture.source ?? 'unknown']],
    [words.agency, picture.agency],
    [words.expires, picture.expiresAt ? momentInWords(language, picture.expiresAt, timeZone) : ''],
    [words.territory, picture.territory],
    [words.notice, picture.copyrightNotice],
    [words.licence, picture.licenceUrl],
    [words.terms, picture.usageTerms],
    [words.sublicense, picture.maySublicense ? words.yes : words.no],
  ] as const
  return (
    <section className="panel" aria-labelledby="rights-title">
      <h2 id="rights-title">{words.rights}</h2>
      <p className="quiet">{words.rightsRead}</p>
      <dl className="facts">
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value || words.none}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
