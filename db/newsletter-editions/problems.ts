import { inArray } from 'drizzle-orm'
import { localTimeOf, momentsAt } from '../../lib/days'
import { listedArticles } from '../articles/listed-schema'
import type { Reader } from '../client'
import { media } from '../media/schema'
import { findDeskNewsletter } from '../newsletters/desk'
import { listMissing } from '../newsletters/rules'
import { picturesOf } from './items'
import { type EditionInput, type EditionProblem, type EditionTiming, htmlLimits } from './rules'

/** What an edition lacks, whoever reads it and whenever. */
export function listGaps({ subject, items }: EditionInput): EditionProblem[] {
  return [
    ...(subject === '' ? [{ kind: 'no-subject' as const }] : []),
    ...(items.length === 0 ? [{ kind: 'no-items' as const }] : []),
  ]
}

type Sending = { newsletterId: string; content: EditionInput; htmlBytes: number; at: Date }

/** Why an edition cannot be sent as it is at a moment: what is missing, too big, or may not be shown to readers then. */
export async function listProblems(reader: Reader, { newsletterId, content, htmlBytes, at }: Sending): Promise<EditionProblem[]> {
  const newsletter = await findDeskNewsletter(newsletterId, reader)
  const missing = newsletter ? listMissing(newsletter) : []
  return [
    ...listGaps(content),
    ...(missing.length > 0 ? [{ kind: 'sender' as const, missing }] : []),
    ...(await listBadItems(reader, content, at)),
    ...(htmlBytes > htmlLimits.refuseAbove ? [{ kind: 'size' as const, bytes: htmlBytes }] : []),
  ]
}

/** Articles that readers may not see at a moment, and pictures whose rights have ended by then. */
async function listBadItems(reader: Reader, { items }: EditionInput, at: Date): Promise<EditionProblem[]> {
  const articleIds = items.flatMap((item) => (item.kind === 'article' ? [item.articleId] : []))
  const listed =
    articleIds.length === 0
      ? []
      : await reader
          .select({ id: listedArticles.articleId, visibleAt: listedArticles.visibleAt })
          .from(listedArticles)
          .where(inArray(listedArticles.articleId, articleIds))
  const visible = new Set(listed.flatMap(({ id, visibleAt }) => (visibleAt <= at ? [id] : [])))
  const mediaIds = picturesOf(items)
  const rows =
    mediaIds.length === 0
      ? []
      : await reader.select({ id: media.id, expiresAt: media.expiresAt }).from(media).where(inArray(media.id, mediaIds))
  const ended = new Set(rows.flatMap(({ id, expiresAt }) => (expiresAt && expiresAt <= at ? [id] : [])))
  return items.flatMap((item, index): EditionProblem[] => [
    ...(item.kind === 'article' && !visible.has(item.articleId) ? [{ kind: 'article' as const, index }] : []),
    ...(picturesOf([item]).some((id) => ended.has(id)) ? [{ kind: 'picture' as const, index }] : []),
  ])
}

/** The zone where a time of day comes first. */
const firstZone = 'Pacific/Kiritimati'

/** When the first recipient may get an edition that is sent then. */
export function firstMoment(sendAt: Date, timing: EditionTiming, timeZone: string): Date {
  if (timing === 'absolute') return sendAt
  return momentsAt(localTimeOf(sendAt, timeZone), firstZone)[0] ?? sendAt
}
