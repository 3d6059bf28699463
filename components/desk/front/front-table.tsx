import { briefMomentInWords } from '@/components/dates'
import { filled } from '@/components/words/words'
import type { Arrangement } from '@/db/fronts/rules'
import type { Language } from '@/lib/languages'
import { frontWordsIn } from './words/words'

type Saved = { arrangement: Arrangement; author: string; savedAt: Date }

type Props = {
  language: Language
  timeZone: string
  states: readonly { language: Language; state: { live: Saved | null; current: Saved | null; hasDraft: boolean } }[]
}

/** The fronts of all editions: what is live, what is drafted and by whom, and breaking news. */
export function FrontTable({ language, timeZone, states }: Props) {
  const words = frontWordsIn(language)
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.edition}</th>
            <th scope="col">{words.live}</th>
            <th scope="col">{words.draft}</th>
            <th scope="col">{words.banner}</th>
          </tr>
        </thead>
        <tbody>
          {states.map(({ language: edition, state }) => (
            <tr key={edition}>
              <td>
                <a href={`/dashboard/fronts/${edition}`}>{words.languages[edition]}</a>
              </td>
              <td>
                {state.live ? (
                  <SavedBy saved={state.live} sentence={words.liveSince} {...{ language, timeZone }} />
                ) : (
                  words.neverArranged
                )}
              </td>
              <td>
                {state.hasDraft && state.current ? (
                  <SavedBy saved={state.current} sentence={words.draftSaved} {...{ language, timeZone }} />
                ) : (
                  <span className="quiet">{words.noDraft}</span>
                )}
              </td>
              <td>
                <LiveBanner arrangement={state.live?.arrangement} edition={edition} {...{ language, timeZone }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Speech = { language: Language; timeZone: string }

function SavedBy({ saved, sentence, language, timeZone }: { saved: Saved; sentence: string } & Speech) {
  const words = frontWordsIn(language)
  const when = briefMomentInWords(language, saved.savedAt, timeZone)
  return (
    <>
      <time dateTime={saved.savedAt.toISOString()}>{filled(sentence, { when })}</time>{' '}
      <span className="quiet">{saved.author ? filled(words.byWhom, { name: saved.author }) : words.byImport}</span>
    </>
  )
}

function LiveBanner({ arrangement, edition, language, timeZone }: { arrangement?: Arrangement; edition: Language } & Speech) {
  const words = frontWordsIn(language)
  const banner = arrangement?.banner
  if (!banner) return <span className="quiet">{words.noBanner}</span>
  const told = (moment: string) => briefMomentInWords(language, new Date(moment), timeZone)
  return (
    <>
      <span lang={edition}>{banner.text}</span>{' '}
      <span className="quiet">
        {banner.startsAt && filled(words.bannerFrom, { when: told(banner.startsAt) })}{' '}
        {banner.endsAt && filled(words.bannerUntil, { when: told(banner.endsAt) })}
      </span>
    </>
  )
}
