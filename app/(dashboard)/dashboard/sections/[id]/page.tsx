import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { Removal } from '@/components/desk/removal'
import { SectionContents } from '@/components/desk/sections/section-contents'
import { SectionForm } from '@/components/desk/sections/section-form'
import { sectionWordsIn } from '@/components/desk/sections/words/words'
import { findDeskSection, findEmptiness, listCounterparts } from '@/db/sections/desk'
import { mayArrangeSections, mayEditSection } from '@/db/sections/rules'
import { addressOf } from '@/lib/addresses'
import { readLanguage, requireRight } from '../../../session'
import { titled } from '../../../titles'
import { changeSectionAction, removeSectionAction } from '../actions'

export const instant = false

export default async function SectionPage({ params }: PageProps<'/dashboard/sections/[id]'>) {
  const actor = await requireRight('taxonomy.edit')
  const section = await findDeskSection((await params).id)
  if (!section || !mayEditSection(actor, section.id)) notFound()
  const [language, counterparts, contents] = await Promise.all([
    readLanguage(),
    listCounterparts(section.language),
    findEmptiness(section.id),
  ])
  const words = sectionWordsIn(language)

  return (
    <DeskPage
      title={section.name}
      width="reading"
      actions={
        <>
          <Link href={`/dashboard/sections?edition=${section.language}`} prefetch={false}>
            {words.back}
          </Link>
          <a href={addressOf.section(section.language, section.slug)}>{words.view}</a>
        </>
      }
    >
      <SectionForm
        language={language}
        section={section}
        edition={section.language}
        counterparts={counterparts}
        action={changeSectionAction}
      />
      {mayArrangeSections(actor) && (
        <Removal
          id={section.id}
          words={words}
          inTheWay={contents && <SectionContents language={language} sectionId={section.id} contents={contents} />}
          action={removeSectionAction}
        />
      )}
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.sections)
