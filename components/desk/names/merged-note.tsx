import { nameWordsIn } from '@/components/desk/names/words/words'
import { counted } from '@/components/words/words'
import type { Language } from '@/lib/languages'

/** What a merge has done, as the address after it tells: how many articles it changed. */
export function MergedNote({ language, told }: { language: Language; told: string | string[] | undefined }) {
  if (typeof told !== 'string' || !/^\d{1,9}$/.test(told)) return null
  return (
    <p className="form-done" role="status">
      {counted(language, Number(told), nameWordsIn(language).merged)}
    </p>
  )
}
