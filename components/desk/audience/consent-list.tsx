import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { DeskMoment } from '@/components/desk/desk-moment'
import { filled } from '@/components/words/words'
import { directionOf, type Language } from '@/lib/languages'

type Consent = {
  id: number
  at: Date
  kind: string
  newsletter: string | null
  newsletterId: string | null
  text: string | null
  textLanguage: string | null
  sourcePath: string
  personName: string | null
  details: Record<string, string | number | boolean | null>
}

type Props = { language: Language; timeZone: string; consents: readonly Consent[] }

/** What somebody agreed to and took back, each with the words that were shown. */
export function ConsentList({ language, timeZone, consents }: Props) {
  const words = audienceWordsIn(language)
  return (
    <section className="panel" aria-labelledby="consents">
      <h2 id="consents">{words.consents}</h2>
      <p className="quiet">{consents.length === 0 ? words.noConsents : words.consentsIntro}</p>
      <ol className="consents">
        {consents.map((one) => (
          <li key={one.id}>
            <DeskMoment language={language} timeZone={timeZone} moment={one.at} /> <strong>{words.consentKinds[one.kind]}</strong>{' '}
            {one.newsletterId && one.newsletter && <bdi>{one.newsletter}</bdi>}{' '}
            {one.personName && <span className="quiet">{filled(words.byStaff, { name: one.personName })}</span>}{' '}
            <Reason language={language} details={one.details} />{' '}
            {one.sourcePath && <bdi className="quiet path">{one.sourcePath}</bdi>}
            {one.text && (
              <details>
                <summary>{words.textShown}</summary>
                <blockquote lang={one.textLanguage ?? undefined} dir={directionOf(one.textLanguage ?? 'en')}>
                  {one.text}
                </blockquote>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Reason({ language, details }: Pick<Props, 'language'> & Pick<Consent, 'details'>) {
  const words = audienceWordsIn(language)
  const why = details.reason ?? details.end
  const said = details.words
  return (
    <span className="quiet">
      {typeof why === 'string' && words.ends[why]}
      {typeof said === 'string' && said !== '' && <bdi> “{said}”</bdi>}
    </span>
  )
}
