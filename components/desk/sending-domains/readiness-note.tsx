import Link from 'next/link'
import { domainWordsIn } from '@/components/desk/sending-domains/words/words'
import { filled } from '@/components/words/words'
import type { SendingReadiness } from '@/db/sending-domains/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; readiness: SendingReadiness }

/** Warns before a newsletter's first edition when mail servers may not believe its domain. It never stands in the way. */
export function ReadinessNote({ language, readiness }: Props) {
  const words = domainWordsIn(language)
  const domain = 'domain' in readiness ? readiness.domain : ''
  return (
    <p className="readiness" data-state={readiness.state}>
      {filled(words.warnings[readiness.state], { domain })}{' '}
      {readiness.state !== 'ready' && (
        <Link href="/dashboard/sending-domains" prefetch={false}>
          {words.look}
        </Link>
      )}
    </p>
  )
}
