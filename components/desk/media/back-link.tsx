import Link from 'next/link'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { libraryAddress } from '@/db/media/rules'
import type { Language } from '@/lib/languages'

/** Back to the library. */
export function BackLink({ language }: { language: Language }) {
  return (
    <Link href={libraryAddress({})} prefetch={false}>
      {mediaWordsIn(language).back}
    </Link>
  )
}
