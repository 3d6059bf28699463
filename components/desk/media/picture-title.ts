import { mediaWordsIn } from '@/components/desk/media/words/words'
import { type Language, languages } from '@/lib/languages'

type Titled = { captions: Record<string, string>; alts: Record<string, string>; fileName: string }

/** What a picture is called where it needs a name: its caption in the reader's language or another, else what else is known. */
export function pictureTitle({ captions, alts, fileName }: Titled, language: Language): string {
  const texts = [language, ...languages].flatMap((one) => [captions[one], alts[one]])
  const title = texts.find(Boolean) ?? (fileName || mediaWordsIn(language).noCaption)
  return title.length <= 90 ? title : `${title.slice(0, 88).trimEnd()}…`
}
