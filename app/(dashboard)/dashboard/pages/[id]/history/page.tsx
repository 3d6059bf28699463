import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { DeskPage } from '@/components/desk/desk-page'
import { pageAsContent } from '@/components/desk/pages/page-as-content'
import { PageLinks } from '@/components/desk/pages/page-links'
import { PageRestoreForm } from '@/components/desk/pages/page-restore-form'
import { PageRevisionList } from '@/components/desk/pages/page-revision-list'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import { findDeskPage, findPageRevision, listPageRevisions } from '@/db/pages/desk'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'
import { RevisionDifference } from '../../../articles/[id]/revision-difference'
import { restorePageAction } from '../../actions'

export const instant = false

const number = z.coerce.number().int().positive().max(1_000_000).optional().catch(undefined)
const asked = z.object({ number, before: number })

const pageLength = 50

export default async function PageHistoryPage({ params, searchParams }: PageProps<'/dashboard/pages/[id]/history'>) {
  await requireRight('page.edit')
  const page = await findDeskPage((await params).id)
  if (!page) notFound()
  const { number: chosen, before } = asked.parse(await searchParams)
  const shown = chosen ?? page.version
  const [language, { timeZone }, entries, after, previous] = await Promise.all([
    readLanguage(),
    readSettings(),
    listPageRevisions(page.id, before, pageLength + 1),
    findPageRevision(page.id, shown),
    findPageRevision(page.id, shown - 1),
  ])
  const words = pageWordsIn(language)
  const listed = entries.slice(0, pageLength)

  return (
    <DeskPage title={`${words.history}: ${page.headline}`} actions={<PageLinks language={language} page={page} isHistory />}>
      <div className="history">
        <section aria-label={words.history}>
          <PageRevisionList {...{ language, timeZone, shown }} pageId={page.id} entries={listed} newest={page.version} />
          {entries.length > pageLength && (
            <Link href={`/dashboard/pages/${page.id}/history?before=${listed.at(-1)?.number}`} prefetch={false}>
              {words.older}
            </Link>
          )}
        </section>
        {after && (
          <section aria-label={words.compare}>
            <PageRestoreForm
              {...{ language }}
              pageId={page.id}
              number={shown}
              isNewest={shown === page.version}
              action={restorePageAction}
            />
            {previous ? (
              <RevisionDifference
                language={language}
                textLanguage={page.language}
                before={pageAsContent(previous)}
                after={pageAsContent(after)}
              />
            ) : (
              <p className="quiet">{words.first}</p>
            )}
          </section>
        )}
      </div>
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => pageWordsIn(language).history)
