import { wordsIn } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; trail: { name: string; href: string }[] }

/** The way down to this page; its last step is the page itself. */
export function Breadcrumbs({ language, trail }: Props) {
  if (trail.length === 0) return null
  return (
    <nav className="breadcrumbs" aria-label={wordsIn(language).breadcrumbs}>
      <ol>
        {trail.map((step, place) => (
          <li key={step.href}>
            <a href={step.href} aria-current={place === trail.length - 1 ? 'page' : undefined}>
              {step.name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
