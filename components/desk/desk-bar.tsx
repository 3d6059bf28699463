import { ActionButton } from '@/components/desk/action-button'
import { DeskNavigation, type DeskPlace } from '@/components/desk/desk-navigation'
import { deskWordsIn } from '@/components/desk/words/words'
import type { StaffRole } from '@/db/people/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  publication: string
  person: { name: string; email: string; role: StaffRole }
  /** Where this person may go. */
  places: readonly DeskPlace[]
  signOut: () => Promise<void>
}

/** The head of every dashboard page: where one can go, as whom one is here, and the way out. */
export function DeskBar({ language, publication, person, places, signOut }: Props) {
  const words = deskWordsIn(language)
  return (
    <header className="bar">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <a className="bar-name" href="/" lang={language}>
        {publication}
      </a>
      <DeskNavigation language={language} places={places} />
      <div className="bar-person">
        <a href="/dashboard/account">{person.name || person.email}</a> <span className="quiet">{words.roles[person.role]}</span>
        <ActionButton label={words.signOut} action={signOut} />
      </div>
    </header>
  )
}
