import { ActionButton } from '@/components/desk/action-button'
import { deskWordsIn } from '@/components/desk/words/words'
import type { StaffRole } from '@/db/people/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  publication: string
  person: { name: string; email: string; role: StaffRole }
  signOut: () => Promise<void>
}

/** The head of every dashboard page: where one is, as whom, and the way out. */
export function DeskBar({ language, publication, person, signOut }: Props) {
  const words = deskWordsIn(language)
  return (
    <header className="bar">
      <strong>{publication}</strong>
      <nav aria-label={words.account}>
        <a href="/dashboard/account">{person.name || person.email}</a> · {words.roles[person.role]}
      </nav>
      <ActionButton label={words.signOut} action={signOut} />
    </header>
  )
}
