import { makeSocialCard } from '../db/social-cards/make-social-card'

/** Draws the picture that stands for an article without a lasting hero where links to it are shown. */
export async function drawSocialCardJob({ articleId }: { articleId: string }): Promise<void> {
  await makeSocialCard(articleId)
}
