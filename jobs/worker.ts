import { PgBoss } from 'pg-boss'
import { type Job, type JobType, jobTypes, queues } from '../db/jobs/rules'
import { log } from '../lib/log'
import { answerSubscriberRequestJob } from './answer-subscriber-request'
import { askImportedJob } from './ask-imported'
import { beginNewsletterDraftsJob } from './begin-newsletter-drafts'
import { checkSendingDomainsJob } from './check-sending-domains'
import { clearOldConfirmationsJob } from './clear-old-confirmations'
import { clearOldMailsJob } from './clear-old-mails'
import { drawSocialCardJob } from './draw-social-card'
import { listAgainJob } from './list-again'
import { makeRenditionsJob } from './make-renditions'
import { makeSlowRenditionsJob } from './make-slow-renditions'
import { publishDueJob } from './publish-due'
import { removeEndedLimitsJob } from './remove-ended-limits'
import { removeEndedPreviewsJob } from './remove-ended-previews'
import { removeOldNotices } from './remove-old-notices'
import { removeOldReceiptsJob } from './remove-old-receipts'
import { sendMailJob } from './send-mail'
import { sendTestEditionJob } from './send-test-edition'

type Ids<Type extends JobType> = Omit<Extract<Job, { type: Type }>, 'type'>

/** Who does what: one file for each kind of job. */
const handlers: { [Type in JobType]: (ids: Ids<Type>) => Promise<void> } = {
  'remove-old-notices': removeOldNotices,
  'make-renditions': makeRenditionsJob,
  'make-slow-renditions': makeSlowRenditionsJob,
  'draw-social-card': drawSocialCardJob,
  'send-mail': sendMailJob,
  'clear-old-mails': clearOldMailsJob,
  'remove-ended-limits': removeEndedLimitsJob,
  'publish-due': publishDueJob,
  'remove-old-receipts': removeOldReceiptsJob,
  'remove-ended-previews': removeEndedPreviewsJob,
  'list-again': listAgainJob,
  'answer-subscriber-request': answerSubscriberRequestJob,
  'clear-old-confirmations': clearOldConfirmationsJob,
  'ask-imported': askImportedJob,
  'check-sending-domains': checkSendingDomainsJob,
  'begin-newsletter-drafts': beginNewsletterDraftsJob,
  'send-test-edition': sendTestEditionJob,
}

/** Seconds a running job has to end when the worker is asked to; one that does not is run again later. */
const patience = 6

/** Works off the jobs of the database at `url`, by any number of processes side by side, until `stop`. */
export async function work(url: string): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({ connectionString: url, max: 4, migrate: false, useListenNotify: true })
  boss.on('error', (error) => log.error({ cause: error.message }, 'the queue of jobs could not be read'))
  await boss.start()
  for (const type of jobTypes) {
    for (let worker = 0; worker < queues[type].localConcurrency; worker++) await workOff(boss, type)
    const { cron } = queues[type]
    if (cron) await boss.schedule(type, cron)
  }
  return { stop: () => boss.stop({ timeout: patience * 1000 }) }
}

async function workOff<Type extends JobType>(boss: PgBoss, type: Type) {
  let worker = ''
  worker = await boss.work<Ids<Type>>(type, async ([job]) => {
    if (!job) return
    // Many jobs promised together wake a worker once: it has to look for the next by itself, or it would take one each half minute.
    boss.notifyWorker(worker)
    const began = performance.now()
    try {
      await handlers[type](job.data)
      log.info({ job: type, id: job.id, ms: Math.round(performance.now() - began) }, 'job done')
    } catch (error) {
      log.error({ job: type, id: job.id, err: error }, 'job failed')
      throw error
    }
  })
}
