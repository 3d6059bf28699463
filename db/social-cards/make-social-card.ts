import { createHash } from 'node:crypto'
import { and, eq, inArray, ne } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { xmpPacket } from '../../lib/xmp'
import { listedArticles } from '../articles/listed-schema'
import { revisions } from '../articles/schema'
import { db } from '../client'
import { servedFiles } from '../media/files'
import { announce } from '../notices/commands'
import { findSettings } from '../settings/queries'
import { nameIn } from '../settings/rules'
import { drawSocialCard } from './drawing'
import { listArticlesWithoutCard } from './queries'
import { socialCards } from './schema'

/**
 * Draws the card of an article's live revision, if it needs one and has none; cards of its older revisions are forgotten.
 * `not-needed` also when readers cannot find the article any more.
 */
export async function makeSocialCard(articleId: string): Promise<'drawn' | 'not-needed' | 'changed'> {
  const [wanted] = await listArticlesWithoutCard(db, [articleId])
  if (!wanted) return 'not-needed'
  const { revisionId, language, kicker, headline } = wanted
  const settings = await findSettings()
  const publication = nameIn(settings, language)
  const card = await drawSocialCard({ publication, kicker, headline, language }, packetOf(publication, settings.trainingAllowed))
  const file = `${createHash('sha256').update(card).digest('hex').slice(0, 40)}.jpeg`
  await servedFiles().write(file, card)

  return db.transaction(async (tx) => {
    const [listed] = await tx
      .select({ revisionId: listedArticles.revisionId })
      .from(listedArticles)
      .where(eq(listedArticles.articleId, articleId))
      .for('update')
    if (listed?.revisionId !== revisionId) return 'changed'
    const older = tx
      .select({ id: revisions.id })
      .from(revisions)
      .where(and(eq(revisions.articleId, articleId), ne(revisions.id, revisionId)))
    await tx.delete(socialCards).where(inArray(socialCards.revisionId, older))
    await tx.insert(socialCards).values({ revisionId, file }).onConflictDoNothing()
    await announce(tx, 'change', [tagOf.article(articleId)])
    return 'drawn'
  })
}

function packetOf(publication: string, trainingAllowed: boolean): string {
  return xmpPacket({
    creator: publication,
    credit: publication,
    copyrightNotice: '',
    usageTerms: '',
    licenceUrl: null,
    licensor: null,
    training: trainingAllowed ? 'allowed' : 'prohibited',
  })
}
