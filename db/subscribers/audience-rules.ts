import { z } from 'zod'

/** What the audience's list is asked for; `after` is where a page goes on. */
export const audienceInput = z.object({
  q: z.string().trim().max(254).catch(''),
  after: z.string().max(100).catch(''),
})

export const growthSteps = ['day', 'week'] as const
export type GrowthStep = (typeof growthSteps)[number]

/** What the growth is asked for: in days or weeks, of one newsletter or of all. */
export const growthInput = z.object({
  step: z.enum(growthSteps).catch('day'),
  newsletter: z.uuid().optional().catch(undefined),
})

/** How many days or weeks are shown. */
export const growthLength: Record<GrowthStep, number> = { day: 30, week: 26 }

/** What a newsletter's subscriptions come to: those that are there, and why the others ended. */
export type NewsletterCounts = {
  newsletterId: string
  name: string
  pending: number
  active: number
  /** Of the active, those who receive nothing for a while. */
  paused: number
  ended: { end: string; count: number }[]
  /** Where the active came from. */
  sources: { source: string; count: number }[]
}

/** Who began and who left in a day, or in the week that begins with it. */
export type Growth = { day: string; confirmed: number; left: number }

/** Somebody in the list; `address` is null once erased. */
export type AudienceMember = {
  id: string
  address: string | null
  status: 'pending' | 'active' | 'erased'
  isSuppressed: boolean
  pausedUntil: Date | null
  createdAt: Date
  /** How many newsletters they receive. */
  active: number
}

/** What is typed when somebody is not to be written to again, or may be. */
export const releaseForm = z.object({ id: z.uuid(), words: z.string().trim().max(500, 'too-long').default('') })
export const suppressionForm = z.object({ address: z.string().trim().min(1, 'required').max(254, 'too-long') })
export const endForm = z.object({ subscriberId: z.uuid(), newsletterId: z.uuid() })
