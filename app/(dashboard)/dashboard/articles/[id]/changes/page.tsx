import { notFound } from 'next/navigation'
import { BeginForm } from '@/components/desk/changes/begin-form'
import { ChangeList } from '@/components/desk/changes/change-list'
import { changeWordsIn } from '@/components/desk/changes/words/words'
import { filled } from '@/components/words/words'
import { listChanges } from '@/db/changes/queries'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'
import { readArticle } from '../read-article'
import { beginChangeAction } from './actions'

type Props = PageProps<'/dashboard/articles/[id]/changes'>

export default async function ChangesPage({ params }: Props) {
  const actor = await requireRight('article.read')
  const { id } = await params
  const now = new Date()
  const listed = await listChanges(actor, id, now)
  if (!listed) notFound()
  const [language, { timeZone }] = await Promise.all([readLanguage(), readSettings()])
  const words = changeWordsIn(language)

  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">{words.heading}</h2>
      <p className="intro">{words.intro}</p>
      <ChangeList language={language} timeZone={timeZone} now={now} articleId={id} changes={listed.changes} />
      {listed.mayBegin && <BeginForm language={language} articleId={id} action={beginChangeAction} />}
    </section>
  )
}

export async function generateMetadata({ params }: Props) {
  const article = await readArticle((await params).id)
  return titledBy((language) => filled(changeWordsIn(language).title, { headline: article?.headline ?? '' }))
}
