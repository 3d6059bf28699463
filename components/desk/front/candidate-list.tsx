import { type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { dayInWords } from '@/components/dates'
import { filled } from '@/components/words/words'
import { type FrontArticle, type FrontZone, frontZones } from '@/db/fronts/rules'
import { directionOf } from '@/lib/languages'
import type { FrontDesk } from './front-desk'
import { frontWordsIn } from './words/words'

type Props = {
  desk: FrontDesk
  candidates: readonly FrontArticle[]
  find: (words: string) => Promise<void>
  place: (article: FrontArticle, zone: FrontZone) => void
  /** Missing while there is no breaking news. */
  linkBanner?: (article: FrontArticle) => void
  grab: (event: PointerEvent, article: FrontArticle) => void
}

/** Milliseconds without a key after which is searched. */
const pause = 300

/** What can be placed: the newest articles of the edition, or those that are looked for. */
export function CandidateList({ desk, candidates, find, place, linkBanner, grab }: Props) {
  const words = frontWordsIn(desk.language)
  const [headingId, searchId] = [useId(), useId()]
  return (
    <section className="front-candidates" aria-labelledby={headingId}>
      <h2 id={headingId}>{words.candidates}</h2>
      <SearchField id={searchId} label={words.search} find={find} />
      {candidates.length === 0 && (
        <p className="quiet" role="status">
          {words.noCandidates}
        </p>
      )}
      <ul className="front-rows">
        {candidates.map((article) => (
          <li key={article.id} className="front-candidate" onPointerDown={(event) => grab(event, article)}>
            <CandidateFacts desk={desk} article={article} />
            <p className="front-row-actions">
              {frontZones.map((zone) => (
                <button
                  key={zone}
                  type="button"
                  className="button second small"
                  aria-label={filled(words.placeIn, { zone: words.zones[zone], headline: article.headline })}
                  onClick={() => place(article, zone)}
                >
                  {words.zones[zone]}
                </button>
              ))}
              {linkBanner && (
                <button
                  type="button"
                  className="button quiet"
                  aria-label={filled(words.linkBanner, { headline: article.headline })}
                  onClick={() => linkBanner(article)}
                >
                  {words.linkBannerShort}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function CandidateFacts({ desk, article }: { desk: FrontDesk; article: FrontArticle }) {
  const words = frontWordsIn(desk.language)
  const standing = desk.arrangement.placements.find(({ articleId }) => articleId === article.id)
  return (
    <>
      <p className="front-row-headline" lang={desk.edition} dir={directionOf(desk.edition)}>
        <strong>{article.headline}</strong>
      </p>
      <p className="front-row-facts">
        <span lang={desk.edition}>{article.section}</span>
        {article.publishedAt && <span>{dayInWords(desk.language, new Date(article.publishedAt), desk.timeZone)}</span>}
        {article.status !== 'live' && (
          <span className="state" data-state={article.status}>
            {words.statuses[article.status]}
          </span>
        )}
        {standing && <span className="front-standing">{filled(words.standsIn, { zone: words.zones[standing.zone] })}</span>}
      </p>
    </>
  )
}

function SearchField({ id, label, find }: { id: string; label: string; find: Props['find'] }) {
  const [text, setText] = useState('')
  const asked = useRef('')
  useEffect(() => {
    if (text === asked.current) return
    const timer = setTimeout(() => {
      asked.current = text
      void find(text)
    }, pause)
    return () => clearTimeout(timer)
  }, [text, find])
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" value={text} maxLength={200} dir="auto" onChange={({ target }) => setText(target.value)} />
    </p>
  )
}
