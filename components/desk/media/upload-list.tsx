import { UploadEntry } from '@/components/desk/media/upload-entry'
import { isSettled, type Upload, type UploadLine } from '@/components/desk/media/upload-line'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { counted } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; line: UploadLine; uploads: readonly Upload[] }

/** What becomes of the files that are on their way into the library. Nothing while there are none. */
export function UploadList({ language, line, uploads }: Props) {
  const words = mediaWordsIn(language)
  if (uploads.length === 0) return null
  return (
    <section className="uploads" aria-label={words.uploads}>
      <div className="uploads-head">
        <p role="status">{summaryOf(language, uploads)}</p>
        {uploads.every(isSettled) && (
          <button className="button quiet" type="button" onClick={() => line.clear()}>
            {words.clear}
          </button>
        )}
      </div>
      <ul>
        {uploads.map((upload) => (
          <UploadEntry key={upload.key} language={language} upload={upload} retry={() => line.retry(upload.key)} />
        ))}
      </ul>
    </section>
  )
}

function summaryOf(language: Language, uploads: readonly Upload[]): string {
  const words = mediaWordsIn(language)
  const left = uploads.filter((one) => !isSettled(one)).length
  const count = (kind: string) => uploads.filter(({ state }) => state.kind === kind).length
  const [added, known] = [count('added'), count('known')]
  const refused = uploads.length - left - added - known
  const parts = [
    [left, words.uploadsLeft],
    [added, words.uploadsAdded],
    [known, words.uploadsKnown],
    [refused, words.uploadsRefused],
  ] as const
  return parts
    .filter(([number]) => number > 0)
    .map(([number, forms]) => counted(language, number, forms))
    .join(' · ')
}
