import { drawNewsletter } from '../../components/email/newsletter/draw-newsletter'
import { readEditionToDraw } from '../../db/newsletter-editions/drawing'
import { freezeEdition, stopEdition } from '../../db/newsletter-editions/freezing'
import { htmlLimits } from '../../db/newsletter-editions/rules'
import { languages } from '../../lib/languages'
import { log } from '../../lib/log'

/** Draws an edition whose moment has come, in every language of the interface, and freezes it. What must not be sent as it is stops instead. */
export async function prepareEdition(editionId: string, now: Date): Promise<void> {
  const read = await readEditionToDraw(editionId, languages, now)
  if (read.outcome === 'moved-on') return
  if (read.outcome === 'stopped') {
    log.warn({ edition: editionId }, 'a newsletter edition was stopped: articles in it cannot be shown')
    return stopEdition(editionId, read.attention, now)
  }
  const { version, looks, ...edition } = read.edition
  const renderings = looks.map((look) => ({ language: look.frameLanguage, ...drawNewsletter(look) }))
  const bytes = Math.max(...renderings.map(({ html }) => Buffer.byteLength(html)))
  if (bytes > htmlLimits.refuseAbove) return stopEdition(editionId, { kind: 'size', bytes }, now)
  const outcome = await freezeEdition(editionId, version, { ...edition, renderings }, now)
  log.info({ edition: editionId }, `newsletter edition ${outcome}`)
}
