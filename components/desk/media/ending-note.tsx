import { momentInWords } from '@/components/dates'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { filled } from '@/components/words/words'
import { expiringDays } from '@/db/media/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; timeZone: string; now: Date; picture: { expiresAt: Date | null } }

/** Says that the right to show a picture ends soon, or has ended. */
export function EndingNote({ language, timeZone, now, picture: { expiresAt } }: Props) {
  if (!expiresAt || expiresAt.getTime() > now.getTime() + expiringDays * 86_400_000) return null
  const words = mediaWordsIn(language)
  const sentence = expiresAt <= now ? words.endedNotice : words.endingNotice
  return (
    <p className="alarm" role="note">
      {filled(sentence, { when: momentInWords(language, expiresAt, timeZone) })}
    </p>
  )
}
