import { Listing } from '@/components/listing'
import { wordsIn } from '@/components/words/words'
import { type Byline, bylineRoles } from '@/db/articles/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = { bylines: Byline[]; language: Language }

/** The names over an article, writers first, each other role on a line of its own. */
export function Bylines({ bylines, language }: Props) {
  const words = wordsIn(language)
  const lines = bylineRoles.flatMap((role) => {
    const names = bylines.filter((byline) => byline.role === role)
    return names.length > 0 ? [{ role, names }] : []
  })
  return lines.map(({ role, names }) => (
    <p key={role} className={role === 'reporter' ? 'byline' : 'byline byline-other'}>
      {words.roles[role]} <Listing language={language} of={names.map((byline) => nameOf(byline, language))} />
    </p>
  ))
}

function nameOf(byline: Byline, language: Language) {
  const name = byline.slug ? (
    <a href={addressOf.author(language, byline.slug)} rel="author">
      {byline.name}
    </a>
  ) : (
    <span className="byline-name">{byline.name}</span>
  )
  return (
    <>
      {name}
      {byline.jobTitle && byline.role === 'reporter' && <span className="job-title">, {byline.jobTitle}</span>}
    </>
  )
}
