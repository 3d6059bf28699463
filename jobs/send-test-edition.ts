import { editionWordsIn } from '../components/desk/newsletter-editions/words/words'
import { drawNewsletter } from '../components/email/newsletter/draw-newsletter'
import { filled } from '../components/words/words'
import { findPreview } from '../db/newsletter-editions/preview'
import { unsubscribePlace } from '../db/newsletter-editions/rules'
import { findTester } from '../db/newsletter-editions/testing-mail'
import { isLanguage, rootLanguage } from '../lib/languages'
import { log } from '../lib/log'
import { deliver } from '../lib/mail-transport'

type Ids = { editionId: string; personId: string; testId: string }

/** Sends an edition, as it is kept now, to the one person who asked for it. Nobody can leave by it: that link leads to the preferences. */
export async function sendTestEditionJob({ editionId, personId, testId }: Ids): Promise<void> {
  const tester = await findTester(personId)
  const look = await findPreview(editionId, null, new Date())
  if (!tester || !look) return

  const { subject, html, text } = drawNewsletter(look)
  const mine = (words: string) => words.replaceAll(unsubscribePlace, look.preferencesUrl)
  const words = editionWordsIn(isLanguage(tester.language) ? tester.language : rootLanguage)
  const delivery = await deliver({
    ...{ id: `test-${testId}`, to: tester.email, language: look.language, senderName: look.newsletter.name },
    ...{ subject: filled(words.testSubject, { subject }), html: mine(html), text: mine(text) },
  })
  if (delivery.outcome === 'accepted') return
  if (!delivery.isPermanent) throw new Error(`The test ${testId} was not sent: ${delivery.fault}`)
  log.warn({ test: testId, cause: delivery.fault }, 'test of an edition refused')
}
