/**
 * Everything that happens later, by kind. A job carries ids only: the handler reads the world again, does nothing if it has
 * moved on, and tolerates being run twice.
 */
export type Job =
  | { type: 'remove-old-notices' }
  | { type: 'make-renditions'; mediaId: string }
  | { type: 'make-slow-renditions'; mediaId: string }
  | { type: 'draw-social-card'; articleId: string }
  | { type: 'send-mail'; mailId: string }
  | { type: 'clear-old-mails' }
  | { type: 'remove-ended-limits' }
  | { type: 'publish-due' }
  | { type: 'remove-old-receipts' }
  | { type: 'remove-ended-previews' }
  | { type: 'answer-subscriber-request'; requestId: string }
  | { type: 'clear-old-confirmations' }
  | { type: 'ask-imported' }
  | { type: 'check-sending-domains' }
  | { type: 'begin-newsletter-drafts' }
  | { type: 'send-test-edition'; editionId: string; personId: string; testId: string }
  | { type: 'list-again'; of: 'topic' | 'contributor'; id: string }

export type JobType = Job['type']

type QueueRules = {
  /** Times a failed job is tried again before it is kept as abandoned. */
  retryLimit: number
  /** Seconds after which a job that said nothing counts as failed. */
  expireInSeconds: number
  /** Jobs of this kind at once in one worker. */
  localConcurrency: number
  /** For sweeps: when one is due, as a cron expression in UTC. */
  cron?: string
}

/** One queue for each kind of job. */
export const queues: Record<JobType, QueueRules> = {
  'remove-old-notices': { retryLimit: 3, expireInSeconds: 300, localConcurrency: 1, cron: '17 3 * * *' },
  'make-renditions': { retryLimit: 5, expireInSeconds: 300, localConcurrency: 1 },
  'make-slow-renditions': { retryLimit: 5, expireInSeconds: 900, localConcurrency: 1 },
  'draw-social-card': { retryLimit: 5, expireInSeconds: 120, localConcurrency: 1 },
  // As often as `mostAttempts` in db/mail/rules.ts, and once more to give up.
  'send-mail': { retryLimit: 30, expireInSeconds: 60, localConcurrency: 4 },
  'remove-ended-limits': { retryLimit: 3, expireInSeconds: 300, localConcurrency: 1, cron: '7 * * * *' },
  // Only hurries what the clock decides: no use in trying long after, as the next one does the same.
  'publish-due': { retryLimit: 2, expireInSeconds: 60, localConcurrency: 1 },
  'remove-old-receipts': { retryLimit: 3, expireInSeconds: 300, localConcurrency: 1, cron: '29 3 * * *' },
  'remove-ended-previews': { retryLimit: 3, expireInSeconds: 300, localConcurrency: 1, cron: '53 3 * * *' },
  'begin-newsletter-drafts': { retryLimit: 1, expireInSeconds: 120, localConcurrency: 1, cron: '*/5 * * * *' },
  'send-test-edition': { retryLimit: 3, expireInSeconds: 60, localConcurrency: 1 },
  // Over a topic of a whole archive it takes minutes.
  'list-again': { retryLimit: 5, expireInSeconds: 3600, localConcurrency: 1 },
  // Somebody waits for the mail.
  'answer-subscriber-request': { retryLimit: 10, expireInSeconds: 60, localConcurrency: 2 },
  'clear-old-confirmations': { retryLimit: 3, expireInSeconds: 300, localConcurrency: 1, cron: '23 4 * * *' },
  // Spread over the hour, as nobody likes five hundred mails in one minute.
  'ask-imported': { retryLimit: 1, expireInSeconds: 540, localConcurrency: 1, cron: '*/10 * * * *' },
  'check-sending-domains': { retryLimit: 3, expireInSeconds: 600, localConcurrency: 1, cron: '37 4 * * 1' },
  'clear-old-mails': { retryLimit: 3, expireInSeconds: 300, localConcurrency: 1, cron: '41 3 * * *' },
}

/** Failed jobs wait 1, 2, 4 … minutes, at most an hour. */
export const retries = { retryDelay: 60, retryBackoff: true, retryDelayMax: 3600 }

/** The kinds of job, in the order of `queues`. */
export const jobTypes = Object.keys(queues).filter((name): name is JobType => name in queues)
