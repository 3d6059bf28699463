import { beginSending, recordFailure, recordSent } from '../db/mail/commands'
import { findSettings } from '../db/settings/queries'
import { log } from '../lib/log'
import { deliver } from '../lib/mail-transport'
import { drawMail } from './draw-mail'

/**
 * Sends a mail of the outbox. Throws when it has to be tried again: the queue waits longer each time. After a crash between the server's taking it
 * and our noting so it is sent again, under the same Message-ID.
 */
export async function sendMailJob({ mailId }: { mailId: string }): Promise<void> {
  const begun = await beginSending(mailId, new Date())
  switch (begun.outcome) {
    case 'ended':
      return
    case 'abandoned':
      log.warn({ mail: mailId, cause: begun.fault }, 'mail abandoned')
      return
    case 'under-way':
      throw new Error(`Mail ${mailId} is in the hands of another worker.`)
    case 'begun': {
      const delivery = await deliver(drawMail(begun.mail, await findSettings()))
      if (delivery.outcome === 'accepted') return recordSent(mailId, new Date())
      const outcome = await recordFailure(begun.mail, delivery, new Date())
      if (outcome === 'to-be-tried-again') throw new Error(`Mail ${mailId} was not sent: ${delivery.fault}`)
      log.warn({ mail: mailId, cause: delivery.fault }, `mail ${outcome}`)
    }
  }
}
