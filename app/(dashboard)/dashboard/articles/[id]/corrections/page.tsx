import { notFound } from 'next/navigation'
import { OfferList } from '@/components/desk/corrections/offer-list'
import { correctionWordsIn } from '@/components/desk/corrections/words/words'
import { EmptyNote } from '@/components/desk/empty-note'
import { ConfirmFirst } from '@/components/desk/workflow/confirm-first'
import { filled } from '@/components/words/words'
import { findCorrectionDesk } from '@/db/corrections/queries'
import { correctionActs } from '@/db/corrections/rules'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'
import { readArticle } from '../read-article'
import { declineOfferAction } from './actions'
import { askedShape } from './asked'
import { EntryList } from './entry-list'
import { ProposePanel } from './propose-panel'

type Props = PageProps<'/dashboard/articles/[id]/corrections'>

export default async function CorrectionsPage({ params, searchParams }: Props) {
  const actor = await requireRight('article.read')
  const now = new Date()
  const { id } = await params
  const [article, desk] = await Promise.all([readArticle(id), findCorrectionDesk(actor, id, now)])
  if (!article || !desk) notFound()
  const asked = askedShape.parse(await searchParams)
  const [language, { timeZone }] = await Promise.all([readLanguage(), readSettings()])
  const words = correctionWordsIn(language)
  const { corrections, mayPropose } = desk
  const isConfirmationAhead = corrections.some(({ verdicts }) => correctionActs.some((act) => verdicts[act] === 'ask-again'))
  const compared = { actor, language, article, timeZone, now }
  const said = Object.entries(words.done).find(([name]) => name === asked.done)?.[1]

  return (
    <div className="corrections">
      {said && (
        <p className="form-done" role="status">
          {said}
        </p>
      )}
      {isConfirmationAhead && <ConfirmFirst language={language} articleId={id} page="/corrections" />}
      <OfferList
        language={language}
        timeZone={timeZone}
        articleId={id}
        offers={desk.offers}
        decline={mayPropose ? declineOfferAction : null}
      />
      <EntryList
        {...compared}
        title={words.proposals}
        corrections={corrections.filter(({ status }) => status === 'proposed')}
        mayPropose={mayPropose}
        isShown={() => true}
      />
      {!desk.hasAppeared && <EmptyNote>{words.neverSeen}</EmptyNote>}
      {desk.hasAppeared && mayPropose && <ProposePanel {...compared} desk={desk} asked={asked} />}
      {desk.hasAppeared && corrections.length === 0 && <EmptyNote>{words.empty}</EmptyNote>}
      <EntryList
        {...compared}
        title={words.list}
        corrections={corrections.filter(({ status }) => status !== 'proposed')}
        mayPropose={mayPropose}
        isShown={(correction) => correction.id === asked.shown}
      />
    </div>
  )
}

export async function generateMetadata({ params }: Props) {
  const article = await readArticle((await params).id)
  return titledBy((language) => filled(correctionWordsIn(language).title, { headline: article?.headline ?? '' }))
}
