import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { LiveAtForm } from '@/components/desk/history/live-at-form'
import { RevisionList } from '@/components/desk/history/revision-list'
import { historyWordsIn } from '@/components/desk/history/words/words'
import { findLiveAt, findPair, listHistory } from '@/db/articles/history'
import { addressWith } from '@/lib/address-with'
import { momentsAt } from '@/lib/days'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'
import { readArticle } from '../read-article'
import { Comparison } from './comparison'

type Props = PageProps<'/dashboard/articles/[id]/history'>

const asked = z.object({
  revision: z.uuid().optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .optional()
    .catch(undefined),
})

const pageLength = 50

export default async function HistoryPage({ params, searchParams }: Props) {
  const actor = await requireRight('article.read')
  const article = await readArticle((await params).id)
  if (!article) notFound()
  const { revision, before, at } = asked.parse(await searchParams)
  const [language, { timeZone }] = await Promise.all([readLanguage(), readSettings()])
  const moment = at ? momentsAt(at, timeZone).at(-1) : undefined
  const live = moment ? await findLiveAt(article.id, moment) : null
  const [entries, pair] = await Promise.all([
    listHistory(article.id, before, pageLength + 1),
    findPair(article.id, revision ?? live?.revisionId ?? article.headRevisionId),
  ])
  const shown = entries.slice(0, pageLength)
  const words = historyWordsIn(language)

  return (
    <div className="history">
      <section aria-label={words.history}>
        <RevisionList language={language} timeZone={timeZone} articleId={article.id} entries={shown} shown={pair?.id ?? null} />
        {entries.length > pageLength && (
          <Link
            href={addressWith(`/dashboard/articles/${article.id}/history`, { before: shown.at(-1)?.number })}
            prefetch={false}
          >
            {words.older}
          </Link>
        )}
        <h2>{words.liveAt}</h2>
        <LiveAtForm language={language} timeZone={timeZone} asked={at ?? ''} found={live} />
      </section>
      {pair && <Comparison actor={actor} language={language} article={article} pair={pair} />}
    </div>
  )
}

export const generateMetadata = () => titledBy((language) => historyWordsIn(language).history)
