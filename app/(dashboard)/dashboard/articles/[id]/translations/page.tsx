import { notFound } from 'next/navigation'
import { EmptyNote } from '@/components/desk/empty-note'
import { BeginForm } from '@/components/desk/translations/begin-form'
import { GroupTable } from '@/components/desk/translations/group-table'
import { JoinForm } from '@/components/desk/translations/join-form'
import { translationWordsIn } from '@/components/desk/translations/words/words'
import { MoveForm } from '@/components/desk/workflow/move-form'
import { SidePanel } from '@/components/desk/workflow/side-panel'
import { filled } from '@/components/words/words'
import { findTranslationDesk } from '@/db/translations/queries'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'
import { readArticle } from '../read-article'
import { beginTranslationAction, joinTranslationAction, leaveTranslationAction } from './actions'
import { Drift } from './drift'

type Props = PageProps<'/dashboard/articles/[id]/translations'>

export default async function TranslationsPage({ params, searchParams }: Props) {
  const actor = await requireRight('article.read')
  const { id } = await params
  const [article, desk] = await Promise.all([readArticle(id), findTranslationDesk(actor, id, new Date())])
  if (!article || !desk) notFound()
  const { done } = await searchParams
  const [language, { editions }] = await Promise.all([readLanguage(), readSettings()])
  const words = translationWordsIn(language)
  const said = Object.entries(words.done).find(([name]) => name === done)?.[1]
  const others = editions.map((edition) => edition.language).filter((one) => one !== article.language)

  return (
    <div className="translations">
      {said && (
        <p className="form-done" role="status">
          {said}
        </p>
      )}
      {desk.members.length > 1 ? (
        <GroupTable language={language} articleId={id} members={desk.members} />
      ) : (
        <EmptyNote>{words.alone}</EmptyNote>
      )}
      {desk.original && <Drift actor={actor} language={language} article={article} desk={desk} original={desk.original} />}
      {desk.may.begin &&
        desk.missing.map((edition) => (
          <SidePanel
            key={edition.language}
            title={filled(words.begin, { edition: words.editions[edition.language] })}
            intro={edition.sections.length > 0 ? words.beginIntro : words.noSections}
            isClosed={desk.members.length > 1}
          >
            {edition.sections.length > 0 && (
              <BeginForm language={language} articleId={id} edition={edition} action={beginTranslationAction} />
            )}
          </SidePanel>
        ))}
      {desk.may.join && (
        <SidePanel title={words.join} intro={words.joinIntro} isClosed>
          <JoinForm language={language} articleId={id} editions={others} action={joinTranslationAction} />
        </SidePanel>
      )}
      {desk.may.leave && (
        <SidePanel title={words.leave} intro={words.leaveIntro} isClosed>
          <MoveForm language={language} articleId={id} label={words.leaveButton} look="danger" action={leaveTranslationAction} />
        </SidePanel>
      )}
    </div>
  )
}

export async function generateMetadata({ params }: Props) {
  const article = await readArticle((await params).id)
  return titledBy((language) => filled(translationWordsIn(language).title, { headline: article?.headline ?? '' }))
}
