import Link from 'next/link'
import { momentInShort } from '@/components/dates'
import { OfferText } from '@/components/desk/corrections/offer-list'
import { ProposeForm } from '@/components/desk/corrections/propose-form'
import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import { filled } from '@/components/words/words'
import type { CorrectionDesk } from '@/db/corrections/queries'
import type { Language } from '@/lib/languages'
import { proposeCorrectionAction } from './actions'
import { type Asked, beginningOf } from './asked'
import { type Compared, PairDifference } from './pair-difference'

type Props = Compared & { timeZone: string; now: Date; desk: CorrectionDesk; asked: Asked }

/** Where a correction is proposed: open when somebody came for that, or when nothing waits. */
export async function ProposePanel({ timeZone, now, desk, asked, ...compared }: Props) {
  const { language, article } = compared
  const words = correctionWordsIn(language)
  const { offer, pair, first, isAskedFor } = beginningOf(desk, asked)
  const isQuiet = desk.offers.length === 0 && desk.corrections.every(({ status }) => status !== 'proposed')
  return (
    <details className="move" id="propose" open={isAskedFor || isQuiet}>
      <summary>{words.propose}</summary>
      <div className="move-body">
        <p className="quiet">{desk.fourEyes ? words.proposeIntro : words.proposeIntroOne}</p>
        {offer && (
          <div>
            <p>
              {words.following}{' '}
              <Link href={`/dashboard/articles/${article.id}/corrections`} prefetch={false}>
                {words.notFollowing}
              </Link>
            </p>
            <OfferText offer={offer} />
          </div>
        )}
        <ProposeForm
          key={`${first.offerId} ${asked.from} ${desk.corrections.length}`}
          language={language}
          textLanguage={article.language}
          timeZone={timeZone}
          articleId={article.id}
          versions={desk.seen.map(({ id, number, since }) => ({ value: id, label: versionName(language, number, since) }))}
          pair={pair}
          difference={pair && <PairDifference {...compared} pair={pair} />}
          approvers={desk.approvers}
          first={first}
          action={proposeCorrectionAction}
        />
      </div>
    </details>
  )

  function versionName(spoken: Language, number: number, since: Date | null): string {
    const when = since && momentInShort(spoken, since, timeZone, now)
    return filled(when ? words.versionSince : words.version, { number: String(number), when: when ?? '' })
  }
}
