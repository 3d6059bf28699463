import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ChangeFacts } from '@/components/desk/changes/change-facts'
import { changeWordsIn } from '@/components/desk/changes/words/words'
import { CheckList } from '@/components/desk/workflow/check-list'
import { ConfirmFirst } from '@/components/desk/workflow/confirm-first'
import { filled } from '@/components/words/words'
import { listFindings } from '@/db/articles/overrides'
import { changeMoves, isOpen } from '@/db/changes/rules'
import { readSettings } from '../../../../../publication'
import { readLanguage, requireRight } from '../../../../../session'
import { titledBy } from '../../../../../titles'
import { overrideAction } from '../../publish/actions'
import { readChange } from '../../read-article'
import { ChangeMoves } from './change-moves'
import { Clashes } from './clashes'
import { Differences } from './differences'

type Props = PageProps<'/dashboard/articles/[id]/changes/[change]'>

export default async function ChangePage({ params, searchParams }: Props) {
  const actor = await requireRight('article.read')
  const { id, change: changeId } = await params
  const now = new Date()
  const change = await readChange(id, changeId)
  if (!change) notFound()
  const [language, { timeZone }, { done, move }] = await Promise.all([readLanguage(), readSettings(), searchParams])
  const words = changeWordsIn(language)
  const isPending = isOpen(change.status)
  const findings = isPending ? await listFindings(id, change.publishAt ?? now, change.headRevisionId) : []
  const said = Object.entries(words.done).find(([name]) => name === done)?.[1]
  const here = `/dashboard/articles/${id}/changes`

  return (
    <div className="publish">
      <p className="quiet">
        <Link href={here} prefetch={false}>
          {words.toList}
        </Link>
      </p>
      {said && (
        <p className="form-done" role="status">
          {said}
        </p>
      )}
      {changeMoves.some((one) => change.verdicts[one] === 'ask-again') && (
        <ConfirmFirst language={language} articleId={id} page={`/changes/${changeId}`} />
      )}
      <div className="desk-actions">
        <h2>
          <bdi>{change.purpose}</bdi>
        </h2>
        <span className="state" data-state={change.status}>
          {words.states[change.status]}
        </span>
        <Link className="button second" href={`${here}/${changeId}/text`} prefetch={false}>
          {change.isWritable ? words.write : words.read}
        </Link>
      </div>
      <Clashes actor={actor} language={language} change={change} />
      <div className="publish-columns">
        <div>
          <ChangeMoves language={language} timeZone={timeZone} change={change} wanted={move} />
          {isPending && (
            <CheckList
              language={language}
              timeZone={timeZone}
              now={now}
              articleId={id}
              headRevisionId={change.headRevisionId}
              findings={findings}
              override={change.mayOverride ? overrideAction : null}
            />
          )}
        </div>
        <div>
          <ChangeFacts language={language} timeZone={timeZone} change={change} />
        </div>
      </div>
      <Differences actor={actor} language={language} change={change} />
    </div>
  )
}

export async function generateMetadata({ params }: Props) {
  const { id, change } = await params
  const found = await readChange(id, change)
  return titledBy((language) => filled(changeWordsIn(language).title, { headline: found?.purpose ?? '' }))
}
