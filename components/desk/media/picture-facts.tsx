import { momentInWords } from '@/components/dates'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  picture: { fileName: string; width: number; height: number; createdAt: Date }
}

/** What is known of a picture's file. */
export function PictureFacts({ language, timeZone, picture: { fileName, width, height, createdAt } }: Props) {
  const words = mediaWordsIn(language)
  const figure = (value: number) => new Intl.NumberFormat(language, { useGrouping: false }).format(value)
  return (
    <section className="panel" aria-labelledby="file-title">
      <h2 id="file-title">{words.file}</h2>
      <dl className="facts">
        <div>
          <dt>{words.size}</dt>
          <dd>{filled(words.pixels, { width: figure(width), height: figure(height) })}</dd>
        </div>
        <div>
          <dt>{words.addedOn}</dt>
          <dd>{momentInWords(language, createdAt, timeZone)}</dd>
        </div>
        {fileName && (
          <div>
            <dt>{words.fileName}</dt>
            <dd>
              <bdi>{fileName}</bdi>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
