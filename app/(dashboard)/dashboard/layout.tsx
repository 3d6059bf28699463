import type { ReactNode } from 'react'
import { DeskBar } from '@/components/desk/desk-bar'
import { placesFor } from '../places'
import { readPublication } from '../publication'
import { readLanguage, requireStaff } from '../session'
import { signOutAction } from './account/actions'

/** What stands over every page of the staff. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff()
  const language = await readLanguage()
  return (
    <>
      <DeskBar
        language={language}
        publication={await readPublication(language)}
        person={actor}
        places={placesFor(actor)}
        signOut={signOutAction}
      />
      {children}
    </>
  )
}
