import { dateFormat } from '@/lib/days'
import type { Language } from '@/lib/languages'

type Props = { language: Language; timeZone: string; moment: Date }

/** A moment in few words, in the publication's zone; machines read it whole. */
export function DeskMoment({ language, timeZone, moment }: Props) {
  return <time dateTime={moment.toISOString()}>{momentInShort(language, timeZone, moment)}</time>
}

/** The same without markup, for sentences. */
export function momentInShort(language: Language, timeZone: string, moment: Date): string {
  return dateFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(moment)
}
