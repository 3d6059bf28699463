import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { EditionEditor } from '@/components/desk/newsletter-editions/edition-editor'
import { editionWordsIn } from '@/components/desk/newsletter-editions/words/words'
import { SendingPanel } from '@/components/desk/newsletter-sending/sending-panel'
import { ReadinessNote } from '@/components/desk/sending-domains/readiness-note'
import { filled } from '@/components/words/words'
import { listItemArticles } from '@/db/newsletter-editions/candidates'
import { findDeskEdition } from '@/db/newsletter-editions/desk'
import { listHeadlines } from '@/db/newsletter-editions/report'
import { may } from '@/db/people/rights'
import { findSendingReadiness } from '@/db/sending-domains/queries'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'
import * as actions from './actions'
import { findPictureFacts, toldOf } from './edition-props'
import { cancelEditionAction, pauseEditionAction, resumeEditionAction } from './sending-actions'

type Props = PageProps<'/dashboard/newsletters/editions/[edition]'>

export const instant = false

export default async function EditionPage({ params }: Props) {
  const actor = await requireRight('newsletter.read')
  const edition = await findDeskEdition(actor, (await params).edition, new Date())
  if (!edition) notFound()
  const { id, version, content, newsletter, corrects } = edition
  const { status, attention, frozenAt } = edition
  const [language, { timeZone }, articles, pictures, headlines, readiness] = await Promise.all([
    readLanguage(),
    readSettings(),
    listItemArticles(content.items, id),
    findPictureFacts(content.items, newsletter.language),
    listHeadlines(attention),
    findSendingReadiness(newsletter.id),
  ])
  const words = editionWordsIn(language)

  return (
    <DeskPage
      title={filled(words.edition, { name: newsletter.name, number: String(edition.number) })}
      intro={corrects ? filled(words.correctionOf, { number: String(corrects.number) }) : undefined}
      actions={
        <Link href={`/dashboard/newsletters/${newsletter.id}`} prefetch={false}>
          {words.back}
        </Link>
      }
    >
      <EditionEditor
        key={id}
        {...{ language, timeZone, version, content, articles, pictures }}
        written={newsletter.language}
        personId={actor.personId}
        editionId={id}
        told={toldOf(edition, timeZone)}
        sending={
          <>
            {frozenAt === null && <ReadinessNote language={language} readiness={readiness} />}
            <SendingPanel
              {...{ language, editionId: id, status, attention, headlines }}
              mayMove={may(actor, 'newsletter.send')}
              leadsToReport={frozenAt !== null}
              moves={{ pause: pauseEditionAction, resume: resumeEditionAction, cancel: cancelEditionAction }}
            />
          </>
        }
        moves={{
          submit: actions.submitEditionAction,
          approve: actions.approveEditionAction,
          giveBack: actions.returnEditionAction,
          schedule: actions.scheduleEditionAction,
          unschedule: actions.unscheduleEditionAction,
          send: actions.sendEditionNowAction,
          discard: actions.discardEditionAction,
          duplicate: actions.duplicateEditionAction,
          correct: actions.beginCorrectionAction,
          test: actions.sendTestAction,
        }}
      />
    </DeskPage>
  )
}

export async function generateMetadata({ params }: Props) {
  const actor = await requireRight('newsletter.read')
  const edition = await findDeskEdition(actor, (await params).edition, new Date())
  const told = { name: edition?.newsletter.name ?? '', number: String(edition?.number ?? '') }
  return titledBy((language) => filled(editionWordsIn(language).edition, told))
}
