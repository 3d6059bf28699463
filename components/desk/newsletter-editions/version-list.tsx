import { z } from 'zod'
import { read } from '@/components/desk/article/desk-server'
import { DeskMoment } from '@/components/desk/desk-moment'
import type { EditionDesk } from '@/components/desk/newsletter-editions/edition-desk'
import { asWritten } from '@/components/desk/newsletter-editions/written-edition'
import { filled } from '@/components/words/words'
import { type EditionVersion, editionInput, type ItemArticle } from '@/db/newsletter-editions/rules'

const answer = z.object({
  content: editionInput,
  articles: z.array(z.custom<ItemArticle>((value) => typeof value === 'object' && value !== null && 'id' in value)),
})

/** What the edition said before: who saved it when, and a way to have it again. Putting it back is a change like any other. */
export function VersionList({ desk, versions }: { desk: EditionDesk; versions: readonly EditionVersion[] }) {
  const { words, language, timeZone } = desk
  const putBack = async (version: number) => {
    const sent = await read(`/dashboard/newsletters/editions/${desk.editionId}/versions?version=${version}`)
    const parsed = sent.kind === 'answer' ? answer.safeParse(sent.json) : null
    if (!parsed?.success) return desk.say(words.away)
    desk.learn(parsed.data.articles)
    desk.change(asWritten(parsed.data.content))
  }
  return (
    <details className="edition-versions">
      <summary>{words.versions}</summary>
      <ol className="revision-list">
        {versions.map(({ version, at, by }, index) => (
          <li key={version}>
            {filled(words.version, { number: String(version) })}{' '}
            <DeskMoment language={language} timeZone={timeZone} moment={at} /> <bdi className="quiet">{by || words.program}</bdi>{' '}
            {index > 0 && !desk.isReadOnly && (
              <button
                type="button"
                className="button quiet"
                aria-label={filled(words.putBack, { number: String(version) })}
                onClick={() => void putBack(version)}
              >
                {words.putBackShort}
              </button>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
