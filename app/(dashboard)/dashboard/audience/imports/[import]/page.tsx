import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ImportActs } from '@/components/desk/audience/imports/import-acts'
import { ImportOutcome } from '@/components/desk/audience/imports/import-outcome'
import { importWordsIn } from '@/components/desk/audience/imports/words/words'
import { momentInShort } from '@/components/desk/desk-moment'
import { DeskPage } from '@/components/desk/desk-page'
import { filled } from '@/components/words/words'
import { may } from '@/db/people/rights'
import { findImport } from '@/db/subscribers/import-queries'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titledBy } from '../../../../titles'
import { asUuid } from '../../as-uuid'
import { approveImportAction, discardImportAction } from '../actions'

export const instant = false

export default async function ImportPage({ params }: PageProps<'/dashboard/audience/imports/[import]'>) {
  const actor = await requireRight('audience.read')
  const [language, { timeZone }, { import: id }] = await Promise.all([readLanguage(), readSettings(), params])
  const file = await findImport(asUuid(id), language)
  if (!file) notFound()
  const words = importWordsIn(language)
  const by = filled(words.by, { name: file.createdBy || words.somebody })

  return (
    <DeskPage
      title={file.newsletter}
      intro={`${momentInShort(language, timeZone, file.createdAt)}, ${by}: ${words.states[file.status]}`}
      actions={
        <Link href="/dashboard/audience/imports" prefetch={false}>
          {words.imports}
        </Link>
      }
    >
      <ImportOutcome language={language} {...file} />
      {may(actor, 'audience.change') && (
        <ImportActs
          language={language}
          file={{ ...file, added: file.counts.added }}
          isOwn={file.createdById === actor.personId}
          approve={approveImportAction}
          discard={discardImportAction}
        />
      )}
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => importWordsIn(language).imports)
