import Link from 'next/link'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import type { Language } from '@/lib/languages'

type Part = 'overview' | 'imports' | 'suppressions'
type Props = { language: Language; part: Part }

const addresses: Record<Part, string> = {
  overview: '/dashboard/audience',
  imports: '/dashboard/audience/imports',
  suppressions: '/dashboard/audience/suppressions',
}
const parts = ['overview', 'imports', 'suppressions'] as const

/** The parts of the audience. */
export function AudienceTabs({ language, part }: Props) {
  const words = audienceWordsIn(language)
  return (
    <nav className="tabs" aria-label={words.parts}>
      {parts.map((one) => (
        <Link key={one} href={addresses[one]} prefetch={false} aria-current={one === part ? 'page' : undefined}>
          {words[one]}
        </Link>
      ))}
    </nav>
  )
}
