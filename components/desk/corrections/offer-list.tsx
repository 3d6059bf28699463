import Link from 'next/link'
import { dayInWords } from '@/components/dates'
import { ActForm } from '@/components/desk/corrections/act-form'
import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import type { MoveAction } from '@/components/desk/workflow/move-state'
import { SidePanel } from '@/components/desk/workflow/side-panel'
import { filled } from '@/components/words/words'
import type { DeskOffer } from '@/db/corrections/rules'
import { directionOf, isLanguage, type Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  articleId: string
  offers: readonly DeskOffer[]
  /** Null for those who only read. */
  decline: MoveAction | null
}

/** Corrections of other editions that nobody has answered here; nothing where there are none. */
export function OfferList({ language, timeZone, articleId, offers, decline }: Props) {
  if (offers.length === 0) return null
  const words = correctionWordsIn(language)
  const page = `/dashboard/articles/${articleId}/corrections`
  return (
    <section className="panel" aria-labelledby="offers-title">
      <h2 id="offers-title">{words.offers}</h2>
      <p className="quiet">{words.offerIntro}</p>
      <ul className="correction-entries">
        {offers.map((offer) => (
          <li key={offer.id} className="correction-entry">
            <p className="correction-head">
              <strong>
                {filled(words.offerOf, {
                  type: words.types[offer.type],
                  when: dayInWords(language, offer.correctedAt, timeZone),
                })}
              </strong>
            </p>
            <OfferText offer={offer} />
            <p>
              {words.original}:{' '}
              <a href={`/dashboard/articles/${offer.articleId}/corrections`} lang={offer.language} dir="auto">
                {offer.headline}
              </a>
            </p>
            {decline && (
              <>
                <p>
                  <Link className="button small" href={`${page}?offer=${offer.id}#propose`} prefetch={false}>
                    {words.take}
                  </Link>
                </p>
                <SidePanel title={words.decline} isClosed>
                  <ActForm
                    language={language}
                    articleId={articleId}
                    about={{ name: 'offerId', id: offer.id }}
                    label={words.decline}
                    look="second"
                    reasonLabel={words.declineReason}
                    action={decline}
                  />
                </SidePanel>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What another edition has told its readers. */
export function OfferText({ offer }: { offer: Pick<DeskOffer, 'text' | 'language'> }) {
  return (
    <blockquote className="remark" lang={offer.language} dir={isLanguage(offer.language) ? directionOf(offer.language) : 'auto'}>
      {offer.text}
    </blockquote>
  )
}
