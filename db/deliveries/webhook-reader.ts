import type { DeliveryReport } from './report-rules'

/** What one provider's webhooks are read by: another provider is another of these. */
export type WebhookReader = {
  /** Whether a request is the provider's: by what it carries, compared in constant time. */
  isGenuine: (headers: Headers) => boolean
  /** What it tells; nothing of what is no report, null of what cannot be understood. */
  read: (body: unknown) => DeliveryReport[] | null
}
