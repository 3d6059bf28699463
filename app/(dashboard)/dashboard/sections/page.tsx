import { DeskPage } from '@/components/desk/desk-page'
import { EditionTabs } from '@/components/desk/edition-tabs'
import { EmptyNote } from '@/components/desk/empty-note'
import { SectionForm } from '@/components/desk/sections/section-form'
import { SectionTable } from '@/components/desk/sections/section-table'
import { sectionWordsIn } from '@/components/desk/sections/words/words'
import { listCounterparts, listDeskSections } from '@/db/sections/desk'
import { mayArrangeSections, mayEditSection } from '@/db/sections/rules'
import { editionAsked } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titled } from '../../titles'
import { createSectionAction, moveSectionAction } from './actions'

export const instant = false

export default async function SectionsPage({ searchParams }: PageProps<'/dashboard/sections'>) {
  const actor = await requireRight('taxonomy.edit')
  const { edition, editions } = await editionAsked(await searchParams)
  const [language, sections, counterparts] = await Promise.all([
    readLanguage(),
    listDeskSections(edition),
    listCounterparts(edition),
  ])
  const words = sectionWordsIn(language)
  const mayArrange = mayArrangeSections(actor)
  const rows = sections.map((section) => ({ ...section, mayEdit: mayEditSection(actor, section.id) }))

  return (
    <DeskPage title={words.sections} intro={words.intro}>
      <EditionTabs language={language} label={words.editions} path="/dashboard/sections" editions={editions} chosen={edition} />
      {!mayArrange && <p className="quiet">{words.onlyOwn}</p>}
      {rows.length === 0 ? (
        <EmptyNote>{words.none}</EmptyNote>
      ) : (
        <SectionTable language={language} sections={rows} mayArrange={mayArrange} move={moveSectionAction} />
      )}
      {mayArrange && (
        <section className="panel place-panel">
          <h2>{words.add}</h2>
          <SectionForm
            key={edition}
            language={language}
            section={null}
            edition={edition}
            counterparts={counterparts}
            action={createSectionAction}
          />
        </section>
      )}
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.sections)
