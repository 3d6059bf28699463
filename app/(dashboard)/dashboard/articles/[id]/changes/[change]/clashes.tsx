import { ClashForm } from '@/components/desk/changes/clash-form'
import { changeWordsIn } from '@/components/desk/changes/words/words'
import { findReadableContent } from '@/db/articles/desk-articles'
import { diffConflicts } from '@/db/articles/diff-conflicts'
import { type ChangeStanding, listClashes } from '@/db/changes/queries'
import { isOpen } from '@/db/changes/rules'
import type { Actor } from '@/db/people/rules'
import type { Language } from '@/lib/languages'
import { readNames } from '../../names'
import { renewChangeAction } from '../actions'

type Props = { actor: Actor; language: Language; change: ChangeStanding }

/** Where a change clashes with what readers have by now, to be decided; nothing while it does not. */
export async function Clashes({ actor, language, change }: Props) {
  const { id: changeId, articleId, headRevisionId, liveRevisionId, language: textLanguage, isArticleLive } = change
  if (!isOpen(change.status) || !isArticleLive || !liveRevisionId) return null
  const conflicts = await listClashes(changeId)
  if (conflicts.length === 0) return null
  const words = changeWordsIn(language)
  const mayDecide = change.isWritable && change.status !== 'scheduled'
  const contents = await Promise.all([headRevisionId, liveRevisionId].map((id) => findReadableContent(actor, articleId, id)))
  const names = await readNames(
    contents.filter((content) => content !== null),
    textLanguage,
  )
  return (
    <section className="panel" aria-labelledby="clashes">
      <h2 id="clashes">{words.clashTitle}</h2>
      {change.status === 'scheduled' && <p className="alarm">{words.clashScheduled}</p>}
      {mayDecide && (
        <ClashForm
          {...{ language, textLanguage, names }}
          key={`${headRevisionId} ${liveRevisionId}`}
          seen={{ changeId, headRevisionId, liveRevisionId }}
          conflicts={diffConflicts(conflicts)}
          action={renewChangeAction}
        />
      )}
    </section>
  )
}
