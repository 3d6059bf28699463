import { peopleWordsIn } from '@/components/desk/people/words/words'
import { deskWordsIn } from '@/components/desk/words/words'
import { SelectField } from '@/components/forms/select-field'
import type { StaffRole } from '@/db/people/rules'
import type { Language } from '@/lib/languages'

/** The roles there are, each with what it does. */
export function RoleField({ language, chosen }: { language: Language; chosen: string }) {
  const { role, roleOf } = peopleWordsIn(language)
  const { roles } = deskWordsIn(language)
  const options = (Object.keys(roleOf) as StaffRole[]).map((value) => ({ value, label: `${roles[value]} – ${roleOf[value]}` }))
  return <SelectField name="role" label={role} options={options} defaultValue={chosen} />
}
