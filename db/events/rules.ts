import { z } from 'zod'

/** What can be done to each kind of thing, and leaves an event. The kind before the dot is that of the event's subject. */
export const eventActions = [
  'article.created',
  'article.saved',
  'article.merged',
  'article.conflicted',
  'article.restored',
  'article.submitted',
  'article.returned',
  'article.approved',
  'article.published',
  'article.scheduled',
  'article.unscheduled',
  'article.appeared',
  'article.withdrawn',
  'article.reinstated',
  'article.corrected',
  'article.check-overridden',
  'article.assigned',
  'article.moved',
  'article.held',
  'article.released',
  'article.embargo-changed',
  'article.particulars-changed',
  'article.commented',
  'article.comment-resolved',
  'article.comment-reopened',
  'article.comment-removed',
  'article.previewed',
  'article.preview-ended',
  'article.translated',
  'change.begun',
  'change.saved',
  'change.renewed',
  'change.submitted',
  'change.returned',
  'change.approved',
  'change.scheduled',
  'change.unscheduled',
  'change.published',
  'change.discarded',
  'change.resumed',
  'media.uploaded',
  'media.described',
  'media.cropped',
  'media.rights-changed',
  'media.deleted',
  'front.saved',
  'front.published',
  'section.created',
  'section.changed',
  'section.removed',
  'topic.created',
  'topic.changed',
  'topic.merged',
  'topic.removed',
  'contributor.created',
  'contributor.changed',
  'contributor.removed',
  'page.created',
  'page.changed',
  'page.removed',
  'redirect.created',
  'redirect.removed',
  'redirect.imported',
  'settings.changed',
  'settings.four-eyes-changed',
  'newsletter.described',
  'report.handled',
  'person.invited',
  'person.joined',
  'person.role-changed',
  'person.sections-changed',
  'person.switched-off',
  'person.switched-on',
  'person.renamed',
  'person.erased',
  'reader.erased',
  'mail.retried',
] as const

export type EventAction = (typeof eventActions)[number]

/** What more is known of an event: ids, HMACs, names of fields and states, numbers and moments. Never an address, never what somebody wrote. */
export type EventDetails = Record<string, string | number | boolean | null | string[]>

/** What is asked of the log; everything may be left open. */
export const eventFilter = z.object({
  person: z.uuid().optional().catch(undefined),
  /** A kind of thing (`article`), or one thing that can be done to it (`article.published`). */
  action: z
    .string()
    .regex(/^[a-z]+(\.[a-z-]+)?$/)
    .optional()
    .catch(undefined),
  subject: z.uuid().optional().catch(undefined),
  /** Calendar days. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
})
export type EventFilter = z.infer<typeof eventFilter>
