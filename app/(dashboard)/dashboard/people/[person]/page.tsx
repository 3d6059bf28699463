import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { PersonForms } from '@/components/desk/people/person-forms'
import { peopleWordsIn } from '@/components/desk/people/words/words'
import { findStaffMember } from '@/db/people/queries'
import { listSections } from '@/db/sections/queries'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titledBy } from '../../../titles'
import { changeRoleAction, changeSectionsAction, erasePersonAction, inviteAgainAction, switchPersonAction } from '../actions'

export default async function PersonPage({ params }: PageProps<'/dashboard/people/[person]'>) {
  await requireRight('people.read')
  const person = await findStaffMember((await params).person)
  if (!person) notFound()
  const [language, { editions }] = await Promise.all([readLanguage(), readSettings()])
  const sections = (await Promise.all(editions.map((edition) => listSections(edition.language)))).flat()

  return (
    <DeskPage
      title={person.name || person.email}
      intro={person.email}
      width="reading"
      actions={
        <Link href={`/dashboard/events?person=${person.id}`} prefetch={false}>
          {peopleWordsIn(language).history}
        </Link>
      }
    >
      <PersonForms
        language={language}
        person={person}
        sections={sections}
        actions={{
          changeRole: changeRoleAction,
          changeSections: changeSectionsAction,
          switchPerson: switchPersonAction,
          inviteAgain: inviteAgainAction,
          erase: erasePersonAction,
        }}
      />
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => peopleWordsIn(language).people)
